package stats

import (
	"fmt"
	"math"
	"testing"
)

// Weighted kappa (Cohen 1968) is what it is by hand.
func TestWeightedKappaByHand(t *testing.T) {
	for _, c := range []struct {
		why   string
		table [][]float64
		at    []float64
		want  float64
	}{
		{"by hand", [][]float64{{40, 10}, {20, 30}}, []float64{0, 1}, 0.4},
		{"the scale's unit does not count", [][]float64{{40, 10}, {20, 30}}, []float64{0, 7}, 0.4},
		{"agreement in full", [][]float64{{3, 0}, {0, 5}}, []float64{0, 1}, 1},
		{"one value, the same", [][]float64{{3, 0}, {0, 0}}, []float64{0, 1}, 1},
		{"one coder always says the same: no agreement beyond luck", [][]float64{{3, 0}, {5, 0}}, []float64{0, 1}, 0},
		{"always the other way", [][]float64{{0, 5}, {5, 0}}, []float64{0, 1}, -1},
		// Of ten, five agree, four are one step apart and one is two: apart 0.6. The first gave 3, 4 and 3, the
		// second 4, 4 and 2: by luck 3 x (4 + 2x2) + 4 x (4 + 2) + 3 x (4x2 + 4) of 100 = 0.84.
		{"a step counts less than two", [][]float64{{2, 1, 0}, {1, 2, 1}, {1, 1, 1}}, []float64{0, 1, 2}, 1 - 0.6/0.84},
	} {
		if got := Kappa(c.table, c.at); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: kappa = %v, want %v", c.why, got, c.want)
		}
	}
}

func ExampleKappa() {
	fmt.Printf("%.2f\n", Kappa([][]float64{{40, 10}, {20, 30}}, []float64{0, 1}))
	// Output: 0.40
}
