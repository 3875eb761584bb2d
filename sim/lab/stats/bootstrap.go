package stats

import (
	"math/rand/v2"
	"slices"
)

// Interval is a figure with its 95 % interval.
type Interval struct {
	Mean float64 `json:"mean"`   // in the unit of the figures, as the rest
	Low  float64 `json:"low95"`  // lower end
	High float64 `json:"high95"` // upper end
}

// resamples is how often figures are drawn anew.
const resamples = 4000

// Bootstrap is the mean of some figures with the percentile interval of Efron (1979, "Bootstrap Methods: Another Look at the
// Jackknife", Annals of Statistics 7(1)): figures are drawn from those there are, as many and with return, again and again, and
// the middle 95 % of the means is the interval. It is about the doubt whether others like them would have the same mean. One
// figure says nothing of that, so its interval is all that is possible, from lowest to highest. The draw is that of the seed:
// the same seed draws the same places for any figures, so that two columns of one table differ by their figures alone.
func Bootstrap(figures []float64, lowest, highest float64, seed uint64) Interval {
	n := len(figures)
	if n == 0 {
		return Interval{Low: lowest, High: highest}
	}
	if n == 1 {
		return Interval{figures[0], lowest, highest}
	}
	luck := rand.New(rand.NewPCG(seed, uint64(n)))
	means := make([]float64, resamples)
	for k := range means {
		sum := 0.0
		for range n {
			sum += figures[luck.IntN(n)]
		}
		means[k] = sum / float64(n)
	}
	slices.Sort(means)
	const out = resamples / 40 // 2.5 % at either end
	return Interval{Mean(figures), means[out], means[resamples-1-out]}
}

// BeyondLuck tells whether the interval leaves 0 out.
func (i Interval) BeyondLuck() bool { return i.Low > 0 || i.High < 0 }
