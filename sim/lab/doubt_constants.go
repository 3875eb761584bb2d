package lab

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strconv"

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

// turned are the constants that the runs of a world draw, each with its draws.
func turned(w *sim.World) (all []struct {
	path string
	at   stats.Spread
}) {
	if w.Draws() == 0 {
		return nil
	}
	held := w.Held()
	for c, path := range w.Scenario.Draws.Constants {
		if slices.Contains(held, path) {
			continue
		}
		values := each(w.Scenario.Draws.Sets, func(set []float64) float64 { return set[c] })
		all = append(all, struct {
			path string
			at   stats.Spread
		}{path, stats.SpreadOf(values)})
	}
	return all
}

// constants turns each constant that the runs draw alone, from the 5 % to the 95 % quantile of its draws, with the same luck and all
// other constants as they are drawn. Constants go together in the draws, so that a share of what sets of them do goes with a constant
// that does nothing itself; what it does to turn one alone does not. It leaves the sets that fit history behind, so that one constant
// alone may do more than all together, where others make up for it.
func (d *Doubt) constants(ctx context.Context, s sim.Scenario, w *sim.World, opts Options) {
	all := turned(w)
	if len(all) == 0 || ctx.Err() != nil {
		return
	}
	var cells []Cell
	for _, c := range all {
		figure, ok := sim.FigureAt(c.path)
		if !ok {
			panic("lab: no constant " + c.path)
		}
		for _, to := range []float64{c.at.Q05, c.at.Q95} {
			held := s
			figure.Set(&held, to)
			cells = append(cells, Cell{Name: c.path + " at " + strconv.FormatFloat(to, 'g', -1, 64), World: sim.NewWorld(held)})
		}
	}
	p := d.more(ctx, cells, opts)
	for k, c := range all {
		if b := beside(p.view(2*k), p.view(2*k+1)); b.Pairs > 0 {
			d.Knobs = append(d.Knobs, KnobDoubt{c.path, c.at.Q05, c.at.Q95, b.InForce.First, b.InForce.Second, b.InForce.Change})
		}
	}
	slices.SortStableFunc(d.Knobs, func(a, b KnobDoubt) int { return cmp.Compare(math.Abs(b.Change.Mean), math.Abs(a.Change.Mean)) })
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
