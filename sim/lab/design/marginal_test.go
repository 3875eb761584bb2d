package design

import (
	"math"
	"testing"
)

func TestQuantilesByHand(t *testing.T) {
	for _, c := range []struct {
		why     string
		m       Marginal
		u, want float64
	}{
		{"half of a uniform is its middle", Marginal{Shape: Uniform, Low: 1, High: 4}, 0.5, 2.5},
		{"half of a log-uniform is the geometric mean", Marginal{Shape: LogUniform, Low: 1, High: 100}, 0.5, 10},
		{"a triangular has a quarter below its mode", Marginal{Shape: Triangular, High: 4, Mode: 1}, 0.25, 1},
		{"and half below this", Marginal{Shape: Triangular, High: 4, Mode: 1}, 0.5, 4 - math.Sqrt(6)},
		{"and an eighth below this", Marginal{Shape: Triangular, High: 4, Mode: 1}, 0.0625, 0.5},
		{"half of a normal is its middle", Marginal{Shape: Normal, Low: -2, High: 4, Mode: 1, SD: 1}, 0.5, 1},
		{"84 per cent lie below one deviation more", Marginal{Shape: Normal, Low: -99, High: 99, Mode: 1, SD: 2}, 0.8413447460685429, 3},
		{"a normal stays between its ends", Marginal{Shape: Normal, Low: 0, High: 2, Mode: 1, SD: 5}, 1, 2},
		{"the first third of three values is the first", Marginal{Shape: Listed, Values: []float64{5, 1, 3}}, 0.33, 5},
		{"the end is the last", Marginal{Shape: Listed, Values: []float64{5, 1, 3}}, 1, 3},
	} {
		if got := c.m.Value(c.u); math.Abs(got-c.want) > 1e-8 {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

// Quantiles rise from one end to the other.
func TestQuantilesRise(t *testing.T) {
	for _, m := range []Marginal{
		{Shape: Uniform, Low: -1, High: 4}, {Shape: LogUniform, Low: 0.1, High: 4}, {Shape: Triangular, Low: -1, High: 4, Mode: 4},
		{Shape: Triangular, Low: -1, High: 4, Mode: -1},
		{Shape: Normal, Low: -1, High: 4, Mode: 3, SD: 1}, {Shape: Listed, Low: 1, High: 3, Values: []float64{1, 2, 3}},
	} {
		last := m.Low
		for i := range 101 {
			v := m.Value(float64(i) / 100)
			if v < last || v > m.High {
				t.Errorf("%s from %v to %v: at %d per cent it is %v, after %v", m.Shape, m.Low, m.High, i, v, last)
			}
			last = v
		}
		if m.Value(0) != m.Low || m.Value(1) != m.High {
			t.Errorf("%s runs from %v to %v, want %v to %v", m.Shape, m.Value(0), m.Value(1), m.Low, m.High)
		}
	}
	for k, u := range (Marginal{Shape: Listed, Values: []float64{5, 1, 3}}).Levels(9) {
		if got := (Marginal{Shape: Listed, Values: []float64{5, 1, 3}}).Value(u); got != []float64{5, 1, 3}[k] {
			t.Errorf("level %d of a list is %v", k, got)
		}
	}
}
