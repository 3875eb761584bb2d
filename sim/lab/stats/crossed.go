package stats

import (
	"cmp"
	"math"
	"slices"
)

// Crossed is where the variance of a figure over runs comes from if each run has one of some draws and one of some
// codings, and no coding goes with a draw of its own: the two-way random-effects model (Searle, Casella & McCulloch
// 1992, Variance Components, chapter 5)
//
//	y = mean + draw + coding + residual
//
// estimated by products of pairs of runs. Two runs that share nothing have nothing in common but the mean; two that
// share their draw have that besides, two that share their coding, that (Koch 1967, "A General Approach to the
// Estimation of Variance Components", Technometrics 9(1)). So with averages over pairs
//
//	mean² = average of y y' over pairs that share neither
//	draws = average of y y' over pairs that share the draw alone - mean²
//	codings = average of y y' over pairs that share the coding alone - the same of the same two draws by other codings
//	residual = average of y² - mean² - draws - codings
//
// The runs of one coding have draws that are neighbours, and neighbours in a chain of draws may be alike: what they
// have in common by that is taken off with the runs of the same two draws that share no coding. None is biased, however
// many runs each draw and coding has, and draw and coding may act on each other: what they do together is left to the
// residual. One below 0 is taken for 0.
//
// By hand: two draws by two codings, one run each, 1 and 1 of the first draw, 0 and 0 of the second. Pairs that share
// neither have products 1×0, 0; pairs of one draw 1 and 0, mean 1/2; pairs of one coding 0. So draws = 1/2, codings =
// 0, residual = 1/2 - 1/2 = 0.
type Crossed struct {
	Draws    float64 // variance of what draws do
	Codings  float64 // of what codings do
	Residual float64 // of runs of one draw and one coding: luck, and what draw and coding do together
}

// Cross divides the variance of whole numbers, one a run, whose draw and coding are given by number. It is not ok if no
// two runs share a draw alone or neither, or no two draws meet in one coding and in two.
func Cross(values, draws, codings []int) (c Crossed, ok bool) {
	type pair struct{ draw, coding int }
	byDraw, byCoding, byBoth := map[int]group{}, map[int]group{}, map[pair]group{}
	all, squares := group{}, 0
	for k, v := range values {
		byDraw[draws[k]] = byDraw[draws[k]].with(v)
		byCoding[codings[k]] = byCoding[codings[k]].with(v)
		byBoth[pair{draws[k], codings[k]}] = byBoth[pair{draws[k], codings[k]}].with(v)
		all = all.with(v)
		squares += v * v
	}
	whole, draw, coding, both := all.pairs(), allPairs(byDraw), allPairs(byCoding), allPairs(byBoth)
	drawAlone, neither := draw.less(both), whole.less(draw).less(coding.less(both))
	together := map[[2]int]products{} // by two draws: pairs of runs that share a coding
	of := map[int][]int{}             // coding: its draws
	for p := range byBoth {
		of[p.coding] = append(of[p.coding], p.draw)
	}
	for coding, draws := range of {
		for _, d := range draws {
			for _, e := range draws {
				if d != e {
					one, other := byBoth[pair{d, coding}], byBoth[pair{e, coding}]
					together[[2]int{d, e}] = together[[2]int{d, e}].plus(one.times(other))
				}
			}
		}
	}
	ofCodings, ok := beyond(together, byDraw)
	if drawAlone.count == 0 || neither.count == 0 || !ok {
		return c, false
	}
	mean2 := neither.mean()
	ofDraws := drawAlone.mean() - mean2
	residual := float64(squares)/float64(len(values)) - mean2 - ofDraws - ofCodings
	return Crossed{max(ofDraws, 0), max(ofCodings, 0), max(residual, 0)}, true
}

// group is how many runs share something, and the sum of their values.
type group struct{ runs, sum int }

func (g group) with(v int) group { return group{g.runs + 1, g.sum + v} }

// pairs are the ordered pairs of runs of a group, each run with itself among them.
func (g group) pairs() products { return g.times(g) }

// times are the pairs of a run of one group and a run of another.
func (g group) times(h group) products { return products{g.runs * h.runs, g.sum * h.sum} }

// beyond is what pairs of runs that share a coding have in common beyond the pairs of the same two draws that share
// none. It is not told if there are no others.
func beyond(together map[[2]int]products, byDraw map[int]group) (v float64, ok bool) {
	var draws [][2]int
	for two := range together {
		draws = append(draws, two)
	}
	slices.SortFunc(draws, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	sum, count := 0.0, 0
	for _, two := range draws {
		share := together[two]
		apart := byDraw[two[0]].times(byDraw[two[1]]).less(share)
		if apart.count > 0 {
			sum += float64(share.sum) - float64(float64(share.count)*apart.mean())
			count += share.count
		}
	}
	return sum / float64(max(count, 1)), count > 0
}

// products is how many pairs of runs there are, and the sum of the products of their values. Whole numbers add up the
// same in any order.
type products struct{ count, sum int }

func (p products) plus(q products) products { return products{p.count + q.count, p.sum + q.sum} }

func (p products) less(q products) products { return products{p.count - q.count, p.sum - q.sum} }

func (p products) mean() float64 { return float64(p.sum) / float64(p.count) }

func allPairs[K comparable](groups map[K]group) (p products) {
	for _, g := range groups {
		p = p.plus(g.pairs())
	}
	return p
}

// FirstOrder is the share of the variance of what groups do that goes with a figure which each group has: the
// first-order index of Sobol' (1993), of the straight line through it,
//
//	share = slope² × var(z) / variance of what groups do
//
// where z is the figure. It is of figures that vary apart, as errors of coding do: of those that go together, as constants do that history
// knows only by their sum, one that does nothing itself has a share, too.
type FirstOrder struct {
	Slope  float64 `json:"slope"`  // by how much the outcome rises for a standard deviation of the figure, in its unit
	Errors float64 `json:"errors"` // how many standard errors that is from 0
	Interval
}

// StandsOut tells whether the line is steeper than the steepest of so many by luck, in nineteen cases of twenty
// (Bonferroni).
func (f FirstOrder) StandsOut(of int) bool {
	return math.Abs(f.Errors) > math.Sqrt2*math.Erfinv(1-0.05/float64(max(of, 1)))
}

// Line finds it for a figure z of each group, from the mean outcome of each group, the number of runs behind it, and
// the variance of what groups do. The slope is that of least squares, with runs as weights. Its error, by the residuals
// (White 1980, Econometrica 48(4)), is taken off its square, which is too large by as much, and the interval is that of
// the slope, squared; both are kept between 0 and 1. The variance is taken for known.
//
// By hand: means 0, 1, 1, 2 at z of -1, -1, 1, 1, one run each. The slope is 1/2 and var(z) 1. All residuals are 1/2 in
// size, so that the squared error is 4 × 1/4 / 4² = 1/16: of a variance of 1/2, the share is (1/4 - 1/16) / (1/2) =
// 3/8.
func Line(means []float64, runs []int, z []float64, variance float64) FirstOrder {
	weight, zs, ys := 0.0, 0.0, 0.0
	for k := range z {
		w := float64(runs[k])
		weight, zs, ys = weight+w, zs+float64(w*z[k]), ys+float64(w*means[k])
	}
	none := FirstOrder{Interval: Interval{High: 1}}
	if weight == 0 {
		return none
	}
	zm, ym := zs/weight, ys/weight
	zz, zy := 0.0, 0.0
	for k := range z {
		w, dz := float64(runs[k]), z[k]-zm
		zz, zy = zz+float64(w*dz*dz), zy+float64(w*dz*(means[k]-ym))
	}
	if zz <= 0 {
		return none
	}
	b, error2 := zy/zz, 0.0
	for k := range z {
		w, dz := float64(runs[k]), z[k]-zm
		off := means[k] - ym - float64(b*dz)
		error2 += float64(w * w * dz * dz * off * off)
	}
	var2 := zz / weight
	error2 /= float64(zz * zz)
	f := FirstOrder{Slope: Steady(b * math.Sqrt(var2)), Interval: Interval{High: 1}}
	if error2 > 0 {
		f.Errors = Steady(b / math.Sqrt(error2))
	}
	if variance > 0 {
		half := float64(Normal95 * math.Sqrt(error2))
		of := func(slope float64) float64 { return Steady(clip(slope * slope * var2 / variance)) }
		f.Mean = Steady(clip((float64(b*b) - error2) * var2 / variance))
		f.Low, f.High = of(max(math.Abs(b)-half, 0)), of(math.Abs(b)+half)
	}
	return f
}

func clip(v float64) float64 { return min(max(v, 0), 1) }
