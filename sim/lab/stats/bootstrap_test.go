package stats

import (
	"math"
	"testing"
)

// Of a 0 and a 1, drawn twice, a quarter are both 0, a quarter both 1, so that the middle 95 % reach
// from 0 to 1. Of figures that are all the same no draw differs.
func TestBootstrapByHand(t *testing.T) {
	for _, c := range []struct {
		why     string
		figures []float64
		want    Interval
	}{
		{"a 0 and a 1", []float64{0, 1}, Interval{0.5, 0, 1}},
		{"three alike", []float64{0.25, 0.25, 0.25}, Interval{0.25, 0.25, 0.25}},
		{"one says nothing of others", []float64{0.3}, Interval{0.3, -1, 1}},
		{"none says nothing at all", nil, Interval{0, -1, 1}},
	} {
		if got := Bootstrap(c.figures, -1, 1, 7); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.why, got, c.want)
		}
	}
}

// Of many figures the interval is that of the normal distribution: 1.96 deviations over the root of their number. The same seed
// draws the same.
func TestBootstrapOfMany(t *testing.T) {
	var figures []float64
	for k := range 400 {
		figures = append(figures, float64(k%2))
	}
	got, want := Bootstrap(figures, 0, 1, 3), Normal95*0.5/20
	if math.Abs(got.High-0.5-want) > 0.006 || math.Abs(0.5-got.Low-want) > 0.006 {
		t.Errorf("half of 400: %+v, by the normal distribution 0.5 ± %v", got, want)
	}
	if Bootstrap(figures, 0, 1, 3) != got {
		t.Error("the same seed draws otherwise")
	}
	if Bootstrap(figures, 0, 1, 4) == got {
		t.Error("another seed draws the same")
	}
}
