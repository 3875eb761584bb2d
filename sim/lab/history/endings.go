package history

import (
	"math"
	"slices"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// endings are a world and how its runs ended: all that an episode is judged by.
type endings struct {
	world *sim.World
	runs  []*lab.Ending // those that did not fail
	drawn stats.Drawn   // by which they were played
}

// endingsOf are those of a cell.
func endingsOf(p *lab.Plays, cell int) *endings {
	e := &endings{world: p.Cells[cell].World}
	for _, d := range p.Endings(cell) {
		if d.Failure == "" {
			e.runs = append(e.runs, d)
		}
	}
	e.drawn = lab.Drawn(e.runs)
	return e
}

// count is the share of runs of which something is true.
func (e *endings) count(is func(*lab.Ending) bool) stats.Share {
	happened := make([]bool, len(e.runs))
	for k, r := range e.runs {
		happened[k] = is(r)
	}
	return e.drawn.Share(happened)
}

// date compares the tick of an event with its day in history. Never counts as infinitely late.
func (e *endings) date(about string, truth sim.Date, at func(*lab.Ending) int32) DateForecast {
	d := DateForecast{About: about, Truth: float64(truth)}
	var when, off []float64
	for _, r := range e.runs {
		t := at(r)
		if t < 0 {
			off = append(off, math.Inf(1))
			continue
		}
		day := float64(e.world.Calendar.Date(int(t))) + 0.5/float64(e.world.Calendar.PerYear())
		when = append(when, day)
		off = append(off, 12*math.Abs(day-float64(truth)))
	}
	d.Never = e.count(func(r *lab.Ending) bool { return at(r) < 0 })
	among := stats.SpreadOf(when)
	d.Q05, d.Q95 = among.Q05, among.Q95
	if 2*len(when) > len(off) {
		all := slices.Clone(when)
		for range len(off) - len(when) {
			all = append(all, math.Inf(1))
		}
		d.Median, d.Error = stats.SpreadOf(all).Q50, stats.SpreadOf(off).Q50
	}
	return d
}

// signing is the tick at which a clause is first signed, -1 if it is not.
func (e *endings) signing(clause string) func(*lab.Ending) int32 {
	w := e.world
	c, n := w.Clause(clause), w.N()
	return func(r *lab.Ending) int32 {
		first := int32(-1)
		for _, t := range r.Signed[c*n : c*n+n] {
			if t >= 0 && (first < 0 || t < first) {
				first = t
			}
		}
		return first
	}
}

// signs is the tick at which a state first signs a clause, -1 if it does not.
func (e *endings) signs(clause, state string) func(*lab.Ending) int32 {
	p := e.world.Clause(clause)*e.world.N() + e.world.State(state)
	return func(r *lab.Ending) int32 { return r.Signed[p] }
}

// joins is the tick at which a clause first binds a state, -1 if it never does: that of its ratification, or of the clause's
// entry into force if that is later.
func (e *endings) joins(clause, state string) func(*lab.Ending) int32 {
	c := e.world.Clause(clause)
	p := c*e.world.N() + e.world.State(state)
	return func(r *lab.Ending) int32 {
		if r.Ratified[p] < 0 || r.First[c] < 0 {
			return -1
		}
		return max(r.Ratified[p], r.First[c])
	}
}

// joint is how often some clause was in force and counted at least so many of these states among those that had ratified.
func (e *endings) joint(least int, states []string) stats.Share {
	w := e.world
	return e.count(func(r *lab.Ending) bool {
		for c := range w.Clauses {
			members := 0
			for _, id := range states {
				if slices.Contains(w.States, id) && r.Ratified[c*w.N()+w.State(id)] >= 0 {
					members++
				}
			}
			if r.First[c] >= 0 && members >= least {
				return true
			}
		}
		return false
	})
}
