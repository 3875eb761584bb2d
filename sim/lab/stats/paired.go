package stats

import (
	"math"
	"sort"
)

// Difference is a change between two worlds, the second less the first, with its 95 % interval. Both worlds are played
// with the same luck, run by run, and the same draws of constants: the interval is that of matched pairs, narrower than that of
// two separate samples. It speaks of luck, and the band of the constants.
type Difference struct {
	Mean float64 `json:"mean"`   // the second world less the first
	Low  float64 `json:"low95"`  // lower end of the interval
	High float64 `json:"high95"` // upper end

	Coding    *Band `json:"coding,omitempty"`                // as codings vary, where runs are recoded
	Constants *Band `json:"constants" jsonschema:"nullable"` // as constants vary; nil if that is not told, as of a Share
}

// BeyondLuck tells whether the interval leaves no change out.
func (d Difference) BeyondLuck() bool { return d.Low > 0 || d.High < 0 }

// PairedShare is how often something happened in the same runs of two worlds.
type PairedShare struct {
	First  Share      `json:"first"`  // in the first world
	Second Share      `json:"second"` // in the second world
	Change Difference `json:"change"` // in [-1, 1]
}

// Odds is the odds of what happened in the second world over those in the first. Half a run is added on each side, so that what
// never happens has odds too (Haldane 1956, Annals of Human Genetics 20(4)).
//
// By hand: 3 of 10 and 6 of 10 have odds of 3.5/7.5 and 6.5/4.5, a ratio of 3.095.
func (p PairedShare) Odds() float64 {
	odds := func(s Share) float64 { return (float64(s.Count) + 0.5) / (float64(s.Runs-s.Count) + 0.5) }
	return odds(p.Second) / odds(p.First)
}

// PairedMean is the mean of a figure over the same runs of two worlds.
type PairedMean struct {
	First  float64    `json:"first"`  // in the first world
	Second float64    `json:"second"` // in the second world
	Change Difference `json:"change"` // in the unit of the figure
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
	return added(net, squares, math.Inf(1), pairs)
}

// added is the same with the sum of squares about the mean taken to be no more than around.
func added(net, squares, around float64, pairs int) Difference {
	if pairs == 0 {
		return Difference{Low: -1, High: 1}
	}
	m := float64(pairs + 2)
	middle := net / m
	half := Normal95 * math.Sqrt(min(float64(squares)+1-float64(net*net/m), float64(around)+1)) / m
	return Difference{Mean: net / float64(pairs), Low: max(middle-half, -1), High: min(middle+half, 1)}
}

// Reach is how far the interval reaches from the mean on the side where it reaches farther: to within so much the mean is known.
// The interval is not centred on its mean, so that half its width would claim too much.
func (d Difference) Reach() float64 { return max(d.Mean-d.Low, d.High-d.Mean) }

// Enough is how many figures give their mean an interval that reaches no farther than is wanted, if they are as these are.
func (by Drawn) Enough(figures []int, units int, wanted float64) int {
	net, squares, around := by.sums(figures, units)
	return 1 + sort.Search(1<<40, func(n int) bool {
		times := float64(n+1) / float64(len(figures))
		return added(net*times, squares*times, around*times, n+1).Reach() <= wanted
	})
}

// sums are the sum of figures in units, that of their squares, and that of their squares about the mean as far as luck alone makes
// it; infinite if that is not told.
func (by Drawn) sums(figures []int, units int) (net, squares, around float64) {
	sum, ofSquares := 0, 0
	for _, v := range figures {
		sum += v
		ofSquares += v * v
	}
	one := float64(units)
	around = math.Inf(1)
	if parts, ok := by.Parts(figures); ok {
		around = parts.around() / (one * one)
	}
	return float64(sum) / one, float64(ofSquares) / (one * one), around
}

// PairShares compares what happened in the same runs of two worlds.
func (by Drawn) PairShares(first, second []bool) PairedShare {
	change := make([]int, len(first))
	for k := range first {
		switch {
		case first[k] && !second[k]:
			change[k] = -1
		case second[k] && !first[k]:
			change[k] = 1
		}
	}
	return PairedShare{by.Share(first), by.Share(second), by.Difference(change, 1)}
}

// Difference is the mean of figures between -1 and 1, such as changes of what happened. They are whole numbers of a unit, of which
// so many make one.
func (by Drawn) Difference(figures []int, units int) Difference {
	net, squares, around := by.sums(figures, units)
	d := added(net, squares, around, len(figures))
	if parts, ok := by.Parts(figures); ok {
		d.bands(figures, parts, float64(units*units), 1)
	}
	return d
}

// PairMeans compares a count between 0 and most in the same runs of two worlds. The interval is the normal one for the
// mean of the differences; one pair alone says nothing. It adds whole numbers, so that no machine rounds otherwise.
func (by Drawn) PairMeans(first, second []int, most int) PairedMean {
	n := len(first)
	if n == 0 {
		return PairedMean{Change: Difference{Low: -float64(most), High: float64(most)}}
	}
	change := make([]int, n)
	before, after, squares := 0, 0, 0
	for k := range n {
		before += first[k]
		after += second[k]
		change[k] = second[k] - first[k]
		squares += change[k] * change[k]
	}
	pairs, net := float64(n), float64(after-before)
	mean, half := net/pairs, 2*float64(most) // whatever the mean, all that is possible
	parts, ok := by.Parts(change)
	if n > 1 {
		variance := (float64(squares) - net*net/pairs) / (pairs - 1)
		if ok {
			variance = min(variance, parts.Within)
		}
		half = float64(Normal95 * math.Sqrt(max(variance, 0)/pairs))
	}
	p := PairedMean{
		First: float64(before) / pairs, Second: float64(after) / pairs,
		Change: Difference{Mean: mean, Low: max(mean-half, -float64(most)), High: min(mean+half, float64(most))},
	}
	if ok {
		p.Change.bands(change, parts, 1, float64(most))
	}
	return p
}

// bands fills in how far constants and codings move the mean of some figures, of which so many squared units make one, and which
// reaches no farther than most.
func (d *Difference) bands(figures []int, p Parts, square, most float64) {
	if p.ofDraws {
		d.Constants = bandOfDifference(figures, d.Mean, p.Between/square, most)
	}
	if p.ofCodings {
		d.Coding = bandOfDifference(figures, d.Mean, p.Coding/square, most)
	}
}
