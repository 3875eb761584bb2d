package stats

import (
	"slices"

	"gonum.org/v1/gonum/stat"
)

// Spread is a figure over the runs: its mean and five quantiles.
type Spread struct {
	Mean float64 `json:"mean"` // in the unit of the figure, as the rest
	Q05  float64 `json:"q05"`  // 5 % of the runs lie at or below it
	Q25  float64 `json:"q25"`  // a quarter
	Q50  float64 `json:"q50"`  // the median
	Q75  float64 `json:"q75"`  // three quarters
	Q95  float64 `json:"q95"`  // 95 %
}

// SpreadOf is the mean and quantiles of figures, in any order. Quantiles are empirical: values that occurred.
func SpreadOf(values []float64) Spread {
	if len(values) == 0 {
		return Spread{}
	}
	v := slices.Clone(values)
	slices.Sort(v)
	q := func(p float64) float64 { return stat.Quantile(p, stat.Empirical, v, nil) }
	return Spread{Mean: Mean(v), Q05: q(0.05), Q25: q(0.25), Q50: q(0.5), Q75: q(0.75), Q95: q(0.95)}
}
