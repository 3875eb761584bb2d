package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestCountingAgreesWithSorting: the tally gives the quantiles that sorting gives.
func TestCountingAgreesWithSorting(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, n := range []int{1, 2, 19, 20, 21, 1000} {
		var counted Tally
		var values []float64
		for range n {
			g := Grains(r.Float64() * r.Float64())
			counted.Add(g)
			values = append(values, float64(g)/Grain)
		}
		a, b := counted.Spread(), SpreadOf(values)
		if math.Abs(a.Mean-b.Mean) > 1e-12 || a.Q05 != b.Q05 || a.Q25 != b.Q25 || a.Q50 != b.Q50 || a.Q75 != b.Q75 || a.Q95 != b.Q95 {
			t.Errorf("%d values: counting gives %+v, sorting %+v", n, a, b)
		}
	}
}
