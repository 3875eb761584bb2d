package stats

import (
	"math/rand/v2"
	"slices"
)

// together is how often units are drawn anew where many figures come of each draw.
const together = 1000

// ResampledTogether is Resampled for many figures of the same n units, which each draw gives at once: of writes them
// for the units drawn. A figure that is no number in a draw is left out of its interval.
func ResampledTogether(n, figures int, seed uint64, of func(picked []int, into []float64)) []Interval {
	return resampled(n, figures, together, seed, of)
}

// resampled is that for so many draws. Fewer than two units have no interval.
func resampled(n, figures, draws int, seed uint64, of func(picked []int, into []float64)) []Interval {
	picked, into := make([]int, n), make([]float64, figures)
	for k := range picked {
		picked[k] = k
	}
	of(picked, into)
	all := make([]Interval, figures)
	found := make([][]float64, figures)
	for f, v := range into {
		all[f] = Interval{Mean: v, Low: v, High: v}
	}
	if n < 2 {
		return all
	}
	luck := rand.New(rand.NewPCG(seed, uint64(n)))
	for range draws {
		for i := range picked {
			picked[i] = luck.IntN(n)
		}
		of(picked, into)
		for f, v := range into {
			if v == v {
				found[f] = append(found[f], v)
			}
		}
	}
	for f := range all {
		if values := found[f]; len(values) > 0 {
			slices.Sort(values)
			out := len(values) / 40 // 2.5 % at either end
			all[f].Low, all[f].High = values[out], values[len(values)-1-out]
		}
	}
	return all
}
