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
