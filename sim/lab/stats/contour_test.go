package stats_test

import (
	"math"
	"slices"
	"testing"

	"entente/sim/lab/stats"
)

func TestContoursByHand(t *testing.T) {
	straight := stats.Contour([]float64{0, 1}, []float64{0, 2}, [][]float64{{0, 1}, {0, 1}}, 0.25)
	if len(straight) != 1 || straight[0] != (stats.Crossing{X: [2]float64{0.25, 0.25}, Y: [2]float64{0, 2}}) &&
		straight[0] != (stats.Crossing{X: [2]float64{0.25, 0.25}, Y: [2]float64{2, 0}}) {
		t.Errorf("from 0 to 1 along x the level 1/4 is crossed at %v", straight)
	}
	for _, c := range []struct {
		why       string
		high      float64 // of the two corners above
		connected bool    // the first corner with the third, which are low
	}{{"a high middle joins the high corners", 3, false}, {"a low middle joins the low ones", 1.2, true}} {
		saddle := stats.Contour([]float64{0, 1}, []float64{0, 1}, [][]float64{{0, c.high}, {c.high, 0}}, 1)
		if len(saddle) != 2 {
			t.Fatalf("%s: a saddle has %d pieces", c.why, len(saddle))
		}
		first := slices.IndexFunc(saddle, func(x stats.Crossing) bool {
			return x.X[0] == 0 && x.Y[1] == 0 || x.X[1] == 0 &&
				x.Y[0] == 0
		}) // around the first corner
		if (first >= 0) == c.connected {
			t.Errorf("%s: the pieces are %v", c.why, saddle)
		}
	}
}

// Of a hill the contour lies where the level is: at a radius that is known.
func TestTheContourOfAHillIsRound(t *testing.T) {
	var axis []float64
	for i := range 41 {
		axis = append(axis, float64(i-20)/10)
	}
	var z [][]float64
	for _, y := range axis {
		var row []float64
		for _, x := range axis {
			row = append(row, 4-x*x-y*y)
		}
		z = append(z, row)
	}
	pieces := stats.Contour(axis, axis, z, 3)
	if len(pieces) < 40 {
		t.Errorf("it has %d pieces", len(pieces))
	}
	for _, c := range pieces {
		for end := range 2 {
			if r := math.Hypot(c.X[end], c.Y[end]); math.Abs(r-1) > 0.01 {
				t.Errorf("the height 3 of a hill of 4 - r² is at r = %v", r)
			}
		}
	}
	if len(stats.Contour(axis, axis, z, 9)) > 0 {
		t.Error("a height that is not reached has a contour")
	}
}
