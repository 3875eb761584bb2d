package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Share is how often something happened among the runs, with its exact (Clopper-Pearson) 95 % interval. The interval
// speaks of the luck of the draw alone: more runs narrow it. It does not speak of doubt about the model or its figures.
type Share struct {
	Count int     `json:"count"`  // runs in which it happened
	Runs  int     `json:"runs"`   // of which it is a share
	Mean  float64 `json:"mean"`   // count / runs, in [0, 1]; 0 of no runs
	Low   float64 `json:"low95"`  // lower end of the interval
	High  float64 `json:"high95"` // upper end
}

// ShareOf is the share of so many runs, with the exact 95 % interval of Clopper and Pearson (1934), Biometrika 26(4):
// the quantiles of two beta distributions. It covers at least 95 %, also at 0 and at all.
func ShareOf(count, runs int) Share {
	s := Share{Count: count, Runs: runs, High: 1}
	if runs == 0 {
		return s
	}
	const tail = (1 - 0.95) / 2
	k, n := float64(count), float64(runs)
	s.Mean = k / n
	if count > 0 {
		s.Low = Steady(distuv.Beta{Alpha: k, Beta: n - k + 1}.Quantile(tail))
	}
	if count < runs {
		s.High = Steady(distuv.Beta{Alpha: k + 1, Beta: n - k}.Quantile(1 - tail))
	}
	return s
}

// Reach is how far the interval reaches from the share on the side where it reaches farther. A share near 0 or 1 has an interval
// of which almost all lies on one side.
func (s Share) Reach() float64 { return max(s.Mean-s.Low, s.High-s.Mean) }

// Steady drops the digits in which processors differ: libraries may fuse a product with a sum on one and not on another.
func Steady(v float64) float64 { return math.Round(v*1e9) / 1e9 }
