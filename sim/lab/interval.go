package lab

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// share is how often something happened, with the exact 95 % interval of Clopper and Pearson (1934), Biometrika 26(4):
// the quantiles of two beta distributions. It covers at least 95 %, also at 0 and at all.
func share(count, runs int) Share {
	s := Share{Count: count, Runs: runs, High: 1}
	if runs == 0 {
		return s
	}
	const tail = (1 - 0.95) / 2
	k, n := float64(count), float64(runs)
	s.Mean = k / n
	if count > 0 {
		s.Low = steady(distuv.Beta{Alpha: k, Beta: n - k + 1}.Quantile(tail))
	}
	if count < runs {
		s.High = steady(distuv.Beta{Alpha: k + 1, Beta: n - k}.Quantile(1 - tail))
	}
	return s
}

// steady drops the digits in which processors differ: libraries may fuse a product with a sum on one and not on another.
func steady(v float64) float64 { return math.Round(v*1e9) / 1e9 }
