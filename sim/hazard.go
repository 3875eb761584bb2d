package sim

import "math"

// chance is that of at least one event of a yearly rate within a span of years.
func chance(rate, years float64) float64 { return 1 - exp(-float64(rate*years)) }

// hits tells whether a roll falls below chance(rate, years).
func hits(roll, rate, years float64) bool {
	return mayHit(roll, rate, years) && roll < chance(rate, years)
}

// mayHit settles most rolls without working the chance out: it is never above rate × years, to within rounding. 1e-9 is far more
// than that and changes no answer.
func mayHit(roll, rate, years float64) bool { return roll < float64(rate*years)+1e-9 }

// halving is the share left after a span of years of what halves every halfLife.
func halving(years, halfLife float64) float64 { return exp(-math.Ln2 * years / halfLife) }
