package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Two runs of each of fifty draws come to the one constant of the draw, 0 to 4 in turn: its variance is (4 + 1 + 0 + 1 + 4) / 5 = 2, and
// luck has none.
func TestFittedByHand(t *testing.T) {
	var by Drawn
	var values []int
	for k := range 100 {
		draw := k % 50
		by = append(by, Dealt{Draw: draw, Coding: Same, At: []float64{float64(draw % 5)}})
		values = append(values, draw%5)
	}
	if between, ok := by.fitted(values); !ok || between != 2 {
		t.Errorf("between is %v (%v), by hand 2", between, ok)
	}
	if p, _ := by.Parts(values); p.Between != 2 || p.Within != 0 {
		t.Errorf("the parts are %+v", p)
	}
	few, some := by[:78], values[:78] // 39 of 50 draws twice
	for k := range few {
		few[k].Draw = k % 39
	}
	if _, ok := few.fitted(some); ok {
		t.Error("of 39 draws a fit is told")
	}
	by[70].At = nil
	if _, ok := by.fitted(values); ok {
		t.Error("a fit is told where the constants of a run are not known")
	}
	for k := range by {
		by[k].At = []float64{7}
	}
	if _, ok := by.fitted(values); ok {
		t.Error("a fit is told to a constant that never varies")
	}
}

// chances hang on three constants, by a logit that bends; a constant for each.
func chances(draws int, weight float64, luck *rand.Rand) (at [][]float64, chance []float64) {
	for range draws {
		z := []float64{luck.NormFloat64(), luck.NormFloat64(), luck.NormFloat64()}
		at = append(at, []float64{50 + 10*z[0], 2 - z[1], 0.1 * z[2]}) // in units of their own
		chance = append(chance, 1/(1+math.Exp(-0.5-weight*(z[0]-0.5*z[1]))))
	}
	return at, chance
}

// The spread that constants make is found, and its square is found with less than half of the error that the means of draws leave.
func TestFittedIsSteadierThanMeansOfDraws(t *testing.T) {
	const draws, runs = 200, 1000
	for weight, times := range map[float64]float64{0: 4, 0.3: 4, 0.6: 1.4} { // where draws lie far apart, which were drawn tells in both
		const tries = 60
		luck := rand.New(rand.NewPCG(9, uint64(10*weight)))
		bias, fitError, meansError := 0.0, 0.0, 0.0
		for range tries {
			at, chance := chances(draws, weight, luck)
			truth := Deviation(chance) * Deviation(chance)
			var by, unknown Drawn
			var values []int
			for k := range runs {
				d, v := k%draws, 0
				if luck.Float64() < chance[d] {
					v = 1
				}
				by = append(by, Dealt{Draw: d, Coding: Same, At: at[d]})
				unknown, values = append(unknown, Dealt{Draw: d, Coding: Same}), append(values, v)
			}
			fit, _ := by.Parts(values)
			means, _ := unknown.Parts(values)
			if fit.Within != means.Within {
				t.Fatalf("luck is %v by one and %v by the other", fit.Within, means.Within)
			}
			bias += (fit.Between - truth) / tries
			fitError += (fit.Between - truth) * (fit.Between - truth) / tries
			meansError += (means.Between - truth) * (means.Between - truth) / tries
		}
		if math.Abs(bias) > 0.0012 || fitError > meansError/times {
			t.Errorf("weight %v: the fit is off by %.5f in the mean and by %.5f at a time, means of draws by %.5f", weight, bias,
				math.Sqrt(fitError), math.Sqrt(meansError))
		}
	}
}

// Two equations have the solution that they have by hand; those that are one have none.
func TestLinearEquationsAreSolvedByHand(t *testing.T) {
	x, ok := solved([]float64{2, 1, 1, 3}, []float64{4, 7})
	if !ok || math.Abs(x[0]-1) > 1e-12 || math.Abs(x[1]-2) > 1e-12 {
		t.Errorf("2x + y = 4, x + 3y = 7 has the solution %v (%v), by hand 1, 2", x, ok)
	}
	if _, ok := solved([]float64{1, 2, 2, 4}, []float64{1, 2}); ok {
		t.Error("a singular matrix is solved")
	}
}
