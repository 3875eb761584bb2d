package lab

import (
	"cmp"
	"math"
	"slices"

	"entente/sim"
	"entente/sim/lab/stats"
)

// byGroup are the mean outcome of runs that share something, by its number, and how many they are.
func byGroup(happened []bool, of []int, groups int) (means []float64, runs []int) {
	means, runs = make([]float64, groups), make([]int, groups)
	for k, yes := range happened {
		runs[of[k]]++
		if yes {
			means[of[k]]++
		}
	}
	for g := range means {
		if runs[g] > 0 {
			means[g] /= float64(runs[g])
		}
	}
	return means, runs
}

// constants finds the share of each constant that the runs draw, from those that were recoded, which are more.
func (d *Doubt) constants(w *sim.World, v *view) {
	draws, good := w.Scenario.Draws, v.good()
	if w.Draws() == 0 || len(good) == 0 {
		return
	}
	means, runs := byGroup(each(good, v.inForce), Drawn(good).Draws(), w.Draws())
	of := 0.0
	if d.Parts != nil {
		of = d.Parts.Constants
	}
	held := w.Held()
	for c, path := range draws.Constants {
		if slices.Contains(held, path) {
			continue
		}
		var z []float64
		for _, set := range draws.Sets {
			z = append(z, set[c])
		}
		at := stats.SpreadOf(z)
		d.Knobs = append(d.Knobs, KnobDoubt{path, at.Mean, at.Q05, at.Q95, stats.Line(means, runs, z, of)})
	}
	slices.SortStableFunc(d.Knobs, func(a, b KnobDoubt) int { return largest(a.Share, b.Share) })
}

// largest puts the larger share first; of shares that cannot be told, the steeper line.
func largest(a, b stats.FirstOrder) int {
	return cmp.Or(cmp.Compare(b.Mean, a.Mean), cmp.Compare(math.Abs(b.Slope), math.Abs(a.Slope)))
}

func whole(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
