package lab

import (
	"math"
	"testing"

	"entente/sim/lab/design"
)

// A point is a cell: a study plays what compare plays.
func TestAPointIsPlayedAsAnyWorld(t *testing.T) {
	st := aStudy(t, design.NewFactorial([][]float64{{0.3}, {0.5}}), 20)
	st.Levels = 1
	st.Factors[1] = Factor{"threat", "threat felt", "levers.all.threat", "times", design.Marginal{Shape: design.Uniform, Low: 0.5, High: 2}}
	st.constants = false
	s := studied(t, st, &Memory{}, Options{}).Sweep()
	c := Compare(t.Context(), []Named{{"it", st.at(0)}}, Options{Runs: 20, Seed: 5})
	if s.Found[0].Mean != c.Worlds[0].InForce.Mean || math.Abs(s.Found[1].Mean-c.Worlds[0].Members) > 1e-9 ||
		s.Found[2].Mean != c.Worlds[0].States[1].Signed.Mean {
		t.Errorf("at its only point a study has %v, %v and %v; compare has %v, %v and %v", s.Found[0].Mean, s.Found[1].Mean, s.Found[2].Mean,
			c.Worlds[0].InForce.Mean, c.Worlds[0].Members, c.Worlds[0].States[1].Signed.Mean)
	}
}
