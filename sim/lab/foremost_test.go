package lab

import (
	"testing"

	"entente/sim/lab/stats"
)

// What matters most is told with whatever else may matter as much; that nothing matters is told of narrow intervals alone, and of wide
// ones that they do not tell.
func TestWhatMattersMostIsToldAsFarAsLuckLets(t *testing.T) {
	between := func(low, high float64) stats.Difference {
		return stats.Difference{Mean: (low + high) / 2, Low: low, High: high}
	}
	for _, c := range []struct {
		why     string
		changes []stats.Difference
		most    int // -1: none
		rivals  int
		none    bool
	}{
		{"one is clear of the others", []stats.Difference{between(0.3, 0.4), between(0.1, 0.2)}, 0, 0, false},
		{"sizes count, not directions", []stats.Difference{between(0.1, 0.2), between(-0.4, -0.3)}, 1, 0, false},
		{"a size may be as large", []stats.Difference{between(0.2, 0.3), between(-0.4, -0.25)}, 1, 1, false},
		{"what luck leaves open may be the largest", []stats.Difference{between(0.2, 0.3), between(-0.1, 0.25)}, 0, 1, false},
		{"all are slight", []stats.Difference{between(-0.01, 0.02), between(-0.02, 0.04)}, -1, 0, true},
		{"three runs say nothing", []stats.Difference{stats.Matched(0, 1, 3), stats.Matched(0, 0, 3)}, -1, 0, false},
	} {
		f := foremost(c.changes, func(d *stats.Difference) stats.Difference { return *d })
		most := -1
		for k := range c.changes {
			if f.Most == &c.changes[k] {
				most = k
			}
		}
		if most != c.most || len(f.Rivals) != c.rivals || f.None != c.none {
			t.Errorf("%s: most is %d with %d rivals, none: %v; want %d, %d, %v", c.why, most, len(f.Rivals), f.None, c.most, c.rivals, c.none)
		}
	}
}
