package stats

import (
	"math"
	"sort"
)

// Difference is a change between two worlds, the second less the first, with its 95 % interval. Both worlds are played
// with the same luck, run by run: the interval is that of matched pairs, narrower than that of two separate samples.
type Difference struct {
	Mean float64 `json:"mean"`   // the second world less the first
	Low  float64 `json:"low95"`  // lower end of the interval
	High float64 `json:"high95"` // upper end
}

// BeyondLuck tells whether the interval leaves no change out.
func (d Difference) BeyondLuck() bool { return d.Low > 0 || d.High < 0 }

// PairedShare is how often something happened in the same runs of two worlds.
type PairedShare struct {
	With    Share      `json:"with"`    // in the first world
	Without Share      `json:"without"` // in the second
	Change  Difference `json:"change"`  // in [-1, 1]
}

// PairedMean is the mean of a figure over the same runs of two worlds.
type PairedMean struct {
	With    float64    `json:"with"`    // in the first world
	Without float64    `json:"without"` // in the second
	Change  Difference `json:"change"`  // in the unit of the figure
}

// Normal95 is the 0.975 quantile of the standard normal, written out so that it is the same on every machine.
const Normal95 = 1.959963984540054

// Matched is the difference of two matched proportions. lost counts the pairs in which something happened only in the
// first world, won those in which it happened only in the second. The interval is that of Agresti & Min (2005), "Simple
// improved confidence intervals for comparing matched proportions", Statistics in Medicine 24(5), 729-740: Wald's, with
// half a pair added to each of the four cells,
//
//	(won - lost)/m ± z √(won + lost + 1 - (won - lost)²/m) / m,    m = pairs + 2
//
// so that it has a width even where no pair differs. It never leaves [-1, 1].
func Matched(lost, won, pairs int) Difference {
	return Added(float64(won-lost), float64(won+lost), pairs)
}

// Added is that interval for the mean of any figures between -1 and 1, of which net is the sum and squares the sum of
// squares: half a pair is added at -1, half at 1 and one at 0.
func Added(net, squares float64, pairs int) Difference {
	if pairs == 0 {
		return Difference{Low: -1, High: 1}
	}
	m := float64(pairs + 2)
	middle := net / m
	half := Normal95 * math.Sqrt(float64(squares)+1-net*net/m) / m
	return Difference{Mean: net / float64(pairs), Low: max(middle-half, -1), High: min(middle+half, 1)}
}

// Reach is how far the interval reaches from the mean on the side where it reaches farther: to within so much the mean is known.
// The interval is not centred on its mean, so that half its width would claim too much.
func (d Difference) Reach() float64 { return max(d.Mean-d.Low, d.High-d.Mean) }

// Enough is how many figures give their mean an interval that reaches no farther than is wanted, if they are as these are.
func Enough(net, squares float64, pairs int, wanted float64) int {
	return 1 + sort.Search(1<<40, func(n int) bool {
		times := float64(n+1) / float64(pairs)
		return Added(net*times, squares*times, n+1).Reach() <= wanted
	})
}

// PairShares compares what happened in the same runs of two worlds.
func PairShares(with, without []bool) PairedShare {
	var before, after, lost, won int
	for k := range with {
		if with[k] {
			before++
		}
		if without[k] {
			after++
		}
		switch {
		case with[k] && !without[k]:
			lost++
		case without[k] && !with[k]:
			won++
		}
	}
	n := len(with)
	return PairedShare{ShareOf(before, n), ShareOf(after, n), Matched(lost, won, n)}
}

// PairMeans compares a count between 0 and most in the same runs of two worlds. The interval is the normal one for the
// mean of the differences; one pair alone says nothing. It adds whole numbers, so that no machine rounds otherwise.
func PairMeans(with, without []int, most int) PairedMean {
	n := len(with)
	if n == 0 {
		return PairedMean{Change: Difference{Low: -float64(most), High: float64(most)}}
	}
	before, after, squares := 0, 0, 0
	for k := range n {
		before += with[k]
		after += without[k]
		squares += (without[k] - with[k]) * (without[k] - with[k])
	}
	pairs, net := float64(n), float64(after-before)
	half := 2 * float64(most) // whatever the mean, all that is possible
	if n > 1 {
		variance := (float64(squares) - net*net/pairs) / (pairs - 1)
		half = float64(Normal95 * math.Sqrt(max(variance, 0)/pairs))
	}
	mean := net / pairs
	return PairedMean{
		With: float64(before) / pairs, Without: float64(after) / pairs,
		Change: Difference{Mean: mean, Low: max(mean-half, -float64(most)), High: min(mean+half, float64(most))},
	}
}
