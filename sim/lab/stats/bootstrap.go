package stats

// Interval is a figure with its 95 % interval.
type Interval struct {
	Mean float64 `json:"mean"`   // in the unit of the figures, as the rest
	Low  float64 `json:"low95"`  // lower end
	High float64 `json:"high95"` // upper end
}

// resamples is how often figures are drawn anew.
const resamples = 4000

// Resampled is what some n units come to, with the percentile interval of Efron (1979, "Bootstrap Methods: Another Look at the
// Jackknife", Annals of Statistics 7(1)): units are drawn from those there are, as many and with return, again and again, and
// the middle 95 % of what they come to is the interval. It is about the doubt whether others like them would come to the same. One
// unit says nothing of that, so its interval is all that is possible, from lowest to highest. The draw is that of the seed:
// the same seed draws the same places for any units, so that two columns of one table differ by their figures alone.
func Resampled(n int, lowest, highest float64, seed uint64, of func(picked []int) float64) Interval {
	if n == 0 {
		return Interval{Low: lowest, High: highest}
	}
	i := resampled(n, 1, resamples, seed, func(picked []int, into []float64) { into[0] = of(picked) })[0]
	if n == 1 {
		i.Low, i.High = lowest, highest
	}
	return i
}

// Bootstrap is the mean of some figures, resampled by the units that they belong to: figures of one unit hang together, and are drawn
// together (Davison & Hinkley 1997, "Bootstrap Methods and their Application", Cambridge University Press, section 3.8). unit numbers
// the unit of each figure from 0 without gaps, as UnitsOf does; nil if each stands for itself.
//
// By hand: of the figures 0, 0 and 3, the first two of one unit, the mean is 1; units drawn with return give 0, 1 or 3.
func Bootstrap(figures []float64, unit []int, lowest, highest float64, seed uint64) Interval {
	members := make([][]float64, 0, len(figures))
	for k, v := range figures {
		if unit == nil || unit[k] == len(members) {
			members = append(members, nil)
		}
		at := len(members) - 1
		if unit != nil {
			at = unit[k]
		}
		members[at] = append(members[at], v)
	}
	return Resampled(len(members), lowest, highest, seed, func(picked []int) float64 {
		sum, n := 0.0, 0
		for _, u := range picked {
			for _, v := range members[u] {
				sum += v
			}
			n += len(members[u])
		}
		return sum / float64(n)
	})
}

// UnitsOf numbers the units that figures belong to, by their names, in the order in which they come.
func UnitsOf(names []string) []int {
	number, all := map[string]int{}, make([]int, len(names))
	for k, name := range names {
		if _, ok := number[name]; !ok {
			number[name] = len(number)
		}
		all[k] = number[name]
	}
	return all
}

// BeyondLuck tells whether the interval leaves 0 out.
func (i Interval) BeyondLuck() bool { return i.Low > 0 || i.High < 0 }
