package stats

import (
	"math"
	"testing"
)

// TestIntervalsAgainstPublishedTables compares with the exact intervals of Clopper and Pearson that tables print.
func TestIntervalsAgainstPublishedTables(t *testing.T) {
	for _, c := range []struct {
		count, runs int
		low, high   float64
	}{
		{0, 10, 0, 0.3085}, {10, 10, 0.6915, 1}, {5, 10, 0.1871, 0.8129}, {1, 20, 0.0013, 0.2487}, {0, 0, 0, 1},
	} {
		s := ShareOf(c.count, c.runs)
		if math.Abs(s.Low-c.low) > 5e-5 || math.Abs(s.High-c.high) > 5e-5 {
			t.Errorf("%d of %d: [%.4f, %.4f], want [%.4f, %.4f]", c.count, c.runs, s.Low, s.High, c.low, c.high)
		}
	}
}

// A poll knows the rule: about a thousand answers make a share near one half known to three points either way.
func TestRunsForAWidth(t *testing.T) {
	if n := RunsFor(0.5, 0.0632); n < 950 || n > 1050 {
		t.Errorf("a share of one half is known to 3.2 points either way by %d runs", n)
	}
	for _, p := range []float64{0, 0.03, 0.5, 1} {
		n := RunsFor(p, 0.05)
		s := ShareOf(int(math.Round(p*float64(n))), n)
		if s.High-s.Low > 0.05 {
			t.Errorf("%d runs are said to do for %v, and the interval is %v wide", n, p, s.High-s.Low)
		}
	}
	if RunsFor(0, 0.05) > RunsFor(0.5, 0.05)/10 {
		t.Errorf("what never happens needs %d runs, and what happens in half %d", RunsFor(0, 0.05), RunsFor(0.5, 0.05))
	}
}
