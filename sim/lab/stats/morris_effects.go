package stats

import "math"

// MorrisEffects is what a factor does along trajectories that move one factor at a time.
type MorrisEffects struct {
	Mu     Interval `json:"mu"`      // mean effect, in units of the output over the whole range of the factor
	MuStar Interval `json:"mu_star"` // mean size of the effect, whichever way
	Sigma  Interval `json:"sigma"`   // standard deviation of the effects: by it the factor does not act alone or not in proportion
}

// MorrisOf takes the elementary effects of a factor, one of each trajectory (Morris 1991, Technometrics 33(2)),
//
//	effect = (f(x with the factor moved by Δ) - f(x)) / Δ
//
// into their mean, their mean size (Campolongo, Cariboni & Saltelli 2007, Environmental Modelling & Software 22(10))
// and their standard deviation. Intervals are 95 % percentiles over trajectories drawn with return.
//
// By hand: effects of 1, -1 and 3 have a mean of 1, a mean size of 5/3 and a standard deviation of 2.
func MorrisOf(effects []float64, seed uint64) MorrisEffects {
	found := ResampledTogether(len(effects), 3, seed, func(picked []int, into []float64) {
		n, sum, sizes := float64(len(picked)), 0.0, 0.0
		for _, j := range picked {
			sum += effects[j]
			sizes += math.Abs(effects[j])
		}
		mean, squares := sum/n, 0.0
		for _, j := range picked {
			squares += float64((effects[j] - mean) * (effects[j] - mean))
		}
		into[0], into[1], into[2] = mean, sizes/n, math.NaN()
		if n > 1 {
			into[2] = math.Sqrt(squares / (n - 1))
		}
	})
	for i := range found {
		found[i] = Interval{Steady(found[i].Mean), Steady(found[i].Low), Steady(found[i].High)}
	}
	return MorrisEffects{found[0], found[1], found[2]}
}
