package lab

import (
	"testing"

	"entente/sim/lab/stats"
)

// An expectation is held by the whole interval, or it is a miss.
func TestHeld(t *testing.T) {
	change := func(mean, low, high float64) stats.Difference {
		return stats.Difference{Mean: mean, Low: low, High: high}
	}
	up, down, around := change(0.04, 0.01, 0.07), change(-0.04, -0.07, -0.01), change(0.02, -0.01, 0.05)
	edge := change(0.04, 0, 0.08)
	for _, c := range []struct {
		expects string
		change  stats.Difference
		want    bool
	}{
		{"higher", up, true}, {"higher", down, false}, {"higher", around, false}, {"higher", edge, false},
		{"lower", up, false}, {"lower", down, true}, {"lower", around, false},
		{"same", up, false}, {"same", down, false}, {"same", around, true}, {"same", edge, true},
	} {
		if got := held(c.expects, c.change); got != c.want {
			t.Errorf("%s was expected, %+v came out: held %v, want %v", c.expects, c.change, got, c.want)
		}
	}
}

// A shelf holds the worlds that expect something, against the first.
func TestShelf(t *testing.T) {
	base := ablated(t, "pacific-2025")
	keen, same := ablated(t, "pacific-2025", "parameters.decision.reluctance=-5"), base
	keen.Expects, keen.Expectation = "higher", "Who starts from more will is more willing."
	same.Expects, same.Expectation = "lower", "Nothing was changed; this is wrong."
	s := Compare(t.Context(), worldsOf(base, keen, base, same), Options{Runs: 40, Seed: 1}).Shelf()
	if s.Base.Name != "A" || len(s.WhatIfs) != 2 || s.WhatIfs[0].Name != "B" || s.WhatIfs[1].Name != "D" {
		t.Fatalf("the shelf of %s holds %+v", s.Base.Name, s.WhatIfs)
	}
	if a, b := s.WhatIfs[0], s.WhatIfs[1]; !a.Held || b.Held || a.Expectation != keen.Expectation {
		t.Errorf("with more will the chance changes by %+v (held: %v), with nothing changed by %+v (held: %v)",
			a.Change.InForce, a.Held, b.Change.InForce, b.Held)
	}
}
