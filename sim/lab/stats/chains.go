package stats

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"
)

// Chains is how well Markov chains of one figure agree with each other and with themselves.
type Chains struct {
	RHat      float64 // spread of all draws over that within halves of chains: 1 if all have seen the same; at most rHatMost
	Effective float64 // independent draws that their middle is worth; 0 if none has moved
}

// ChainsOf compares chains of equal length, of at least 4 draws each, after Vehtari, Gelman, Simpson, Carpenter &
// Bürkner (2021, Bayesian Analysis 16(2)): each chain is split in halves (Gelman et al. 2013), draws are replaced by
// the normal scores of their ranks,
//
//	z = Φ⁻¹((rank - 3/8) / (draws + 1/4))
//
// and R-hat is the greater of that of z and that of z of the distances from the median, which sees chains of unlike
// width. Effective draws are those of z, with correlations summed until a pair of neighbours is no longer positive and
// falls (Geyer 1992).
func ChainsOf(chains [][]float64) Chains {
	halves := splitChains(chains)
	middle := Median(slices.Concat(halves...))
	folded := make([][]float64, len(halves))
	for k, h := range halves {
		for _, v := range h {
			folded[k] = append(folded[k], math.Abs(v-middle))
		}
	}
	z := normalScores(halves)
	return Chains{RHat: Steady(max(rHat(z), rHat(normalScores(folded)))), Effective: Steady(effective(z))}
}

// rHatMost stands for all that is far from 1, and for what has no value, as where no chain has moved.
const rHatMost = 99

// splitChains are the halves of chains; a draw in the middle is left out.
func splitChains(chains [][]float64) (halves [][]float64) {
	for _, c := range chains {
		n := len(c) / 2
		halves = append(halves, c[:n], c[len(c)-n:])
	}
	return halves
}

// normalScores replaces draws by the normal scores of their ranks among all. Those alike share the mean of their ranks.
func normalScores(chains [][]float64) [][]float64 {
	sorted := slices.Sorted(slices.Values(slices.Concat(chains...)))
	scores := make([][]float64, len(chains))
	for k, c := range chains {
		for _, v := range c {
			from, _ := slices.BinarySearch(sorted, v)
			to, _ := slices.BinarySearchFunc(sorted, v, func(a, b float64) int {
				if a <= b {
					return -1
				}
				return 1
			})
			rank := float64(float64(from+1+to) / 2)
			scores[k] = append(scores[k], mathext.NormalQuantile((rank-0.375)/(float64(len(sorted))+0.25)))
		}
	}
	return scores
}

// within is the mean variance of chains, and pooled that of all draws as Gelman and Rubin (1992) estimate it.
func within(chains [][]float64) (within, pooled float64) {
	n := float64(len(chains[0]))
	var means, variances []float64
	for _, c := range chains {
		d := Deviation(c)
		means, variances = append(means, Mean(c)), append(variances, float64(d*d)*n/(n-1))
	}
	between := Deviation(means)
	m := float64(len(chains))
	within = Mean(variances)
	return within, within*(n-1)/n + float64(between*between)*m/(m-1)
}

func rHat(chains [][]float64) float64 {
	w, pooled := within(chains)
	if r := math.Sqrt(pooled / w); r < rHatMost {
		return r
	}
	return rHatMost
}

// effective is draws over 1 + 2 × the sum of their correlations.
func effective(chains [][]float64) float64 {
	n := len(chains[0])
	w, pooled := within(chains)
	if !(w > 0) {
		return 0
	}
	correlation := func(lag int) float64 {
		var covariances []float64
		for _, c := range chains {
			mean, sum := Mean(c), 0.0
			for t := lag; t < n; t++ {
				sum += float64((c[t] - mean) * (c[t-lag] - mean))
			}
			covariances = append(covariances, sum/float64(n-1))
		}
		return 1 - (w-Mean(covariances))/pooled
	}
	sum, least := 0.0, math.Inf(1)
	for lag := 0; lag+1 < n; lag += 2 {
		pair := correlation(lag) + correlation(lag+1)
		if pair <= 0 {
			break
		}
		least = min(least, pair)
		sum += least
	}
	all := float64(n * len(chains))
	return all / max(2*sum-1, 1/math.Log10(max(all, 10)))
}
