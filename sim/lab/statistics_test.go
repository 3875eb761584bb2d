package lab

import (
	"math"
	"math/rand/v2"
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
		s := share(c.count, c.runs)
		if math.Abs(s.Low-c.low) > 5e-5 || math.Abs(s.High-c.high) > 5e-5 {
			t.Errorf("%d of %d: [%.4f, %.4f], want [%.4f, %.4f]", c.count, c.runs, s.Low, s.High, c.low, c.high)
		}
	}
}

// TestCountingAgreesWithSorting: the tally gives the quantiles that sorting gives.
func TestCountingAgreesWithSorting(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, n := range []int{1, 2, 19, 20, 21, 1000} {
		var counted tally
		var values []float64
		for range n {
			g := grains(r.Float64() * r.Float64())
			counted.add(g)
			values = append(values, float64(g)/grain)
		}
		a, b := counted.spread(), spread(values)
		if math.Abs(a.Mean-b.Mean) > 1e-12 || a.Q05 != b.Q05 || a.Q25 != b.Q25 || a.Q50 != b.Q50 || a.Q75 != b.Q75 || a.Q95 != b.Q95 {
			t.Errorf("%d values: counting gives %+v, sorting %+v", n, a, b)
		}
	}
}

// TestScoresByHand rates two claims.
func TestScoresByHand(t *testing.T) {
	claims := []Claim{{Truth: true, Chance: Share{Mean: 0.8}}, {Truth: false, Chance: Share{Mean: 0.4}}}
	s := rate("model", claims, func(c Claim) float64 { return c.Chance.Mean })
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-9 {
			t.Errorf("%s is %v, want %v", what, got, want)
		}
	}
	near("Brier", s.Brier, (0.04+0.16)/2)
	near("log score", s.Log, -(math.Log(0.8)+math.Log(0.6))/2)
	near("accuracy", s.Accuracy, 1)
	never := rate("always no", claims, func(Claim) float64 { return 0 })
	near("the surest rule is not infinitely wrong", never.Log, -(math.Log(surest)+math.Log(1-surest))/2)
	claims[0].Chance, claims[1].Chance = Share{Count: 8, Runs: 10}, Share{Count: 4, Runs: 10}
	near("surprise", surprise(claims), -(math.Log(8.5/11)+math.Log(6.5/11))/2)
}

// TestJaccardByHand: a run that finds two of three and one too many shares 2 of 4.
func TestJaccardByHand(t *testing.T) {
	e := &Ensemble{records: []*record{{}}}
	came := []bool{true, true, false, true}
	if j := e.jaccard([]bool{true, true, true, false}, func(_ *record, k int) bool { return came[k] }); j != 0.5 {
		t.Errorf("got %v, want one half", j)
	}
	if j := e.jaccard([]bool{false}, func(*record, int) bool { return false }); j != 1 {
		t.Errorf("two empty sets match: got %v", j)
	}
}
