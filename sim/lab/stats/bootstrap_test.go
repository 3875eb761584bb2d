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
		unit    []int
		want    Interval
	}{
		{"a 0 and a 1", []float64{0, 1}, nil, Interval{0.5, 0, 1}},
		{"three alike", []float64{0.25, 0.25, 0.25}, nil, Interval{0.25, 0.25, 0.25}},
		{"one says nothing of others", []float64{0.3}, nil, Interval{0.3, -1, 1}},
		{"none says nothing at all", nil, nil, Interval{0, -1, 1}},
		{"two that hang together are one", []float64{0.25, 0.5}, []int{0, 0}, Interval{0.375, -1, 1}},
		{"two of three hang together", []float64{0, 0, 0.75}, []int{0, 0, 1}, Interval{0.25, 0, 0.75}},
		{"units come in any order", []float64{0, 0.75, 0}, UnitsOf([]string{"b", "a", "b"}), Interval{0.25, 0, 0.75}},
	} {
		if got := Bootstrap(c.figures, c.unit, -1, 1, 7); got != c.want {
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
	got, want := Bootstrap(figures, nil, 0, 1, 3), Normal95*0.5/20
	if math.Abs(got.High-0.5-want) > 0.006 || math.Abs(0.5-got.Low-want) > 0.006 {
		t.Errorf("half of 400: %+v, by the normal distribution 0.5 ± %v", got, want)
	}
	if Bootstrap(figures, nil, 0, 1, 3) != got {
		t.Error("the same seed draws otherwise")
	}
	if Bootstrap(figures, nil, 0, 1, 4) == got {
		t.Error("another seed draws the same")
	}
}
