package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

// autoregressive are chains of which each draw keeps a share of the one before: chains of n draws are worth n (1 -
// share) / (1 + share).
func autoregressive(chains, n int, share, apart float64, seed uint64) [][]float64 {
	luck := rand.New(rand.NewPCG(seed, 1))
	all := make([][]float64, chains)
	for k := range all {
		x := luck.NormFloat64()
		for range n {
			x = share*x + math.Sqrt(1-share*share)*luck.NormFloat64()
			all[k] = append(all[k], math.Exp(x+apart*float64(k))) // ranks do not mind
		}
	}
	return all
}

func TestChainsThatAgree(t *testing.T) {
	for _, c := range []struct{ share, want float64 }{{0, 4000}, {0.5, 4000. / 3}, {0.9, 4000 * 0.1 / 1.9}} {
		sum, worst := 0.0, 0.0
		for seed := range uint64(20) {
			got := ChainsOf(autoregressive(4, 1000, c.share, 0, seed))
			sum, worst = sum+got.Effective/20, max(worst, got.RHat)
		}
		if sum < 0.8*c.want || sum > 1.2*c.want || worst > 1.1 {
			t.Errorf("4000 draws that keep %v are worth %.0f (R-hat up to %.2f), want about %.0f", c.share, sum, worst, c.want)
		}
	}
}

func TestChainsThatDoNot(t *testing.T) {
	apart := autoregressive(4, 1000, 0, 1, 1)
	if got := ChainsOf(apart); got.RHat < 1.3 || got.Effective > 40 {
		t.Errorf("chains a standard deviation apart: %+v", got)
	}
	drifting := autoregressive(4, 1000, 0, 0, 2)
	for k := range drifting {
		for i := range drifting[k] {
			drifting[k][i] *= math.Exp(4 * float64(i) / 1000)
		}
	}
	if got := ChainsOf(drifting); got.RHat < 1.2 {
		t.Errorf("chains that all drift alike look converged: %+v", got)
	}
	narrow := autoregressive(4, 1000, 0, 0, 3)
	for i, v := range narrow[0] {
		narrow[0][i] = math.Exp(0.1 * math.Log(v))
	}
	if got := ChainsOf(narrow); got.RHat < 1.1 {
		t.Errorf("a chain a tenth as wide as the others is not seen: %+v", got)
	}
	stuck := [][]float64{{1, 1, 1, 1}, {1, 1, 1, 1}}
	if got := ChainsOf(stuck); got.Effective != 0 || got.RHat != rHatMost {
		t.Errorf("chains that never moved: %+v", got)
	}
}

// By hand: of the draws 1 to 4 in one chain and 5 to 8 in the other, halves are 1 2, 3 4, 5 6, 7 8, and the scores of
// ranks 1 to 8 are those of (rank - 3/8) / 8.25. Within a half the variance is half the squared distance of its two
// scores.
func TestRHatByHand(t *testing.T) {
	z := []float64{-1.4341, -0.8522, -0.4728, -0.1525, 0.1525, 0.4728, 0.8522, 1.4341}
	within, means := 0.0, []float64{}
	for k := 0; k < 8; k += 2 {
		within += (z[k+1] - z[k]) * (z[k+1] - z[k]) / 2 / 4
		means = append(means, (z[k]+z[k+1])/2)
	}
	between := 0.0
	for _, m := range means {
		between += m * m / 3
	}
	want := math.Sqrt((within/2 + between) / within)
	if got := ChainsOf([][]float64{{1, 2, 3, 4}, {5, 6, 7, 8}}).RHat; math.Abs(got-want) > 0.001*want {
		t.Errorf("R-hat is %v, want %v", got, want)
	}
}
