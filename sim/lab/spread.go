package lab

import (
	"slices"

	"gonum.org/v1/gonum/stat"
)

// spread is the mean and quantiles of figures, in any order. Quantiles are empirical: values that occurred.
func spread(values []float64) Spread {
	if len(values) == 0 {
		return Spread{}
	}
	v := slices.Clone(values)
	slices.Sort(v)
	q := func(p float64) float64 { return stat.Quantile(p, stat.Empirical, v, nil) }
	return Spread{Mean: stat.Mean(v, nil), Q05: q(0.05), Q25: q(0.25), Q50: q(0.5), Q75: q(0.75), Q95: q(0.95)}
}

// tally is the spread of figures kept in grains. It counts where spread sorts, which matters for the hundred thousand
// cells of an ensemble.
type tally struct {
	counts [grain + 1]int32
	runs   int
	sum    int64
}

func (t *tally) add(g uint16) {
	t.counts[g]++
	t.runs++
	t.sum += int64(g)
}

// spread reads the tally off and empties it.
func (t *tally) spread() Spread {
	if t.runs == 0 {
		return Spread{}
	}
	s := Spread{Mean: float64(t.sum) / float64(t.runs) / grain}
	wanted := []struct {
		p  float64
		to *float64
	}{{0.05, &s.Q05}, {0.25, &s.Q25}, {0.5, &s.Q50}, {0.75, &s.Q75}, {0.95, &s.Q95}}
	seen := 0
	for g, c := range t.counts {
		seen += int(c)
		for len(wanted) > 0 && float64(seen) >= wanted[0].p*float64(t.runs) {
			*wanted[0].to = float64(g) / grain
			wanted = wanted[1:]
		}
	}
	*t = tally{}
	return s
}
