package stats

import (
	"math"
	"sort"

	"gonum.org/v1/gonum/stat/distuv"
)

// Share is how often something happened among the runs, with two 95 % intervals. One speaks of luck alone, and more runs narrow
// it: it is the exact one of Clopper and Pearson, or a narrower one where luck was told from constants (doubt.go). The other
// speaks of the constants that history leaves open. Neither speaks of doubt about the figures or the form of the model.
type Share struct {
	Count int     `json:"count"`  // runs in which it happened
	Runs  int     `json:"runs"`   // of which it is a share
	Mean  float64 `json:"mean"`   // count / runs, in [0, 1]; 0 of no runs
	Low   float64 `json:"low95"`  // lower end of the interval
	High  float64 `json:"high95"` // upper end of the interval

	Coding    *Band `json:"coding,omitempty"`                // as codings vary, where runs are recoded; nil if that is not told
	Constants *Band `json:"constants" jsonschema:"nullable"` // as constants vary; nil if that is not told: too few runs of each draw, or no draws
}

// ShareOf is the share of so many runs, with the exact 95 % interval of Clopper and Pearson (1934), Biometrika 26(4):
// the quantiles of two beta distributions. It covers at least 95 %, also at 0 and at all.
func ShareOf(count, runs int) Share {
	s := Share{Count: count, Runs: runs, High: 1}
	if runs == 0 {
		return s
	}
	s.Mean = float64(count) / float64(runs)
	s.Low, s.High = clopperPearson(float64(count), float64(runs))
	return s
}

// tail is what a 95 % interval leaves out at either end.
const tail = (1 - 0.95) / 2

// clopperPearson are the ends of the exact interval of k in n, which need not be whole.
func clopperPearson(k, n float64) (low, high float64) {
	high = 1
	if k > 0 {
		low = Steady(distuv.Beta{Alpha: k, Beta: n - k + 1}.Quantile(tail))
	}
	if k < n {
		high = Steady(distuv.Beta{Alpha: k + 1, Beta: n - k}.Quantile(1 - tail))
	}
	return low, high
}

// RunsFor is the least number of runs of which a share near p has an exact interval no wider than so much.
func RunsFor(p, width float64) int {
	return 1 + sort.Search(1<<30, func(n int) bool {
		s := ShareOf(int(math.Round(p*float64(n+1))), n+1)
		return s.High-s.Low <= width
	})
}

// Reach is how far the interval reaches from the share on the side where it reaches farther. A share near 0 or 1 has an interval
// of which almost all lies on one side.
func (s Share) Reach() float64 { return max(s.Mean-s.Low, s.High-s.Mean) }

// Side is on which side of a level a share lies for all that its intervals leave open: 1 above, -1 below, 0 where that of luck or
// that of constants holds the level.
func (s Share) Side(level float64) int {
	low, high := s.Low, s.High
	if c := s.Constants; c != nil {
		low, high = min(low, c.Low), max(high, c.High)
	}
	switch {
	case low > level:
		return 1
	case high < level:
		return -1
	}
	return 0
}

// SideOf is on which side of one half a chance stands: 1 on that of what happened, -1 on the other, 0 on one half itself.
func SideOf(chance float64, happened bool) int {
	switch {
	case chance == 0.5:
		return 0
	case (chance > 0.5) == happened:
		return 1
	}
	return -1
}

// Steady drops the digits in which processors differ: libraries may fuse a product with a sum on one and not on another.
func Steady(v float64) float64 { return math.Round(v*1e9) / 1e9 }
