package tables

import (
	"testing"

	"entente/sim/lab/stats"
)

// From where to where a chance goes is told where both levels say something.
func TestAChangeBetweenLevels(t *testing.T) {
	known := func(mean float64) stats.Share {
		return stats.Share{Mean: mean, Constants: &stats.Band{Low: mean - 0.1, High: mean + 0.1}}
	}
	open := stats.Share{Mean: 0.5, Constants: &stats.Band{Low: 0.1, High: 0.9}}
	for _, c := range []struct {
		from, to stats.Share
		want     string
	}{
		{known(0.3), known(0.6), "from 30.0 % to 60.0 %, "},
		{open, known(0.6), "with a change of "},
		{known(0.3), open, "with a change of "},
	} {
		if got := levels(c.from, c.to); got != c.want {
			t.Errorf("from %v to %v is told %q, want %q", c.from.Mean, c.to.Mean, got, c.want)
		}
	}
}
