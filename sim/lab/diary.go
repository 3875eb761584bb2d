package lab

import (
	"entente/sim"
	"entente/sim/lab/stats"
)

// The figures kept for each tick and state, in the order of cells.
const (
	cellThreat = iota
	cellAlarm
	cellDependence
	cellCooperation
	cellChance
	cellGround
	cellKinds
)

// rungs is how many there are on the ladder of cooperation, none among them.
const rungs = sim.RungDefence + 1

// diary is what is kept of every tick of one run.
type diary struct {
	cells     []uint16        // kind × tick × state
	ties      [][rungs]uint16 // tick × rung: pairs at it
	decisions []*decisions    // state: on the headline clause; nil if it never weighed it
	lost      []float64       // state: US$ bn
	rungs     []int8          // pair: at the end
	depths    []uint16        // pair: deeper direction, at the end
	awake     []bool          // arrangement of the scenario: at the end
	grown     []sim.Set
	grownOn   []bool // those of them at work at the end
}

// decisions are what one state made of a clause in one run, each time that it weighed it.
type decisions struct {
	glimpse           // of the drivers
	terms   sim.Terms // in sum; in the mean once the run is over
}

// pairs calls f for every pair of n states, with its place in a diary.
func pairs(n int, f func(pair, i, j int)) {
	p := 0
	for i := range n {
		for j := i + 1; j < n; j++ {
			f(p, i, j)
			p++
		}
	}
}

// newDiary has room for every tick of a world, and nothing in it.
func newDiary(w *sim.World) *diary {
	n, ticks := w.N(), w.Calendar.Ticks()
	r := &diary{cells: make([]uint16, cellKinds*ticks*n), ties: make([][rungs]uint16, ticks)}
	r.decisions, r.lost = make([]*decisions, n), make([]float64, n)
	r.rungs, r.depths, r.awake = make([]int8, n*(n-1)/2), make([]uint16, n*(n-1)/2), make([]bool, len(w.Arrangements))
	return r
}

// watch notes one tick.
func (r *diary) watch(run *sim.Run, headline int) {
	w, t := run.World(), run.Tick
	n, ticks := w.N(), w.Calendar.Ticks()
	for i := range n {
		keep := func(kind int, v float64) { r.cells[(kind*ticks+t)*n+i] = stats.Grains(v) }
		keep(cellThreat, run.Threat(i))
		keep(cellAlarm, run.Alarm(i))
		keep(cellDependence, run.Dependence(headline, i))
		keep(cellCooperation, run.Cooperation(i))
		keep(cellGround, run.GroundLost(i))
		if terms, chance, ok := run.Decided(headline, i); ok {
			keep(cellChance, chance)
			if r.decisions[i] == nil {
				r.decisions[i] = new(decisions)
			}
			d := r.decisions[i]
			for k, v := range terms {
				d.terms[k] += v
			}
			d.see(run, headline, i)
		}
	}
	r.ties[t] = tiesByRung(run)
}

// tiesByRung is how many pairs stand on each rung.
func tiesByRung(run *sim.Run) (count [rungs]uint16) {
	for i := range run.World().N() {
		for j := range i {
			count[run.Rung(i, j)]++
		}
	}
	return count
}

// tied is how many pairs have any tie.
func tied(byRung [rungs]uint16) uint16 { return atLeast(byRung, sim.RungExercises) }

// atLeast is how many pairs stand on a rung or above.
func atLeast(byRung [rungs]uint16, rung int8) (count uint16) {
	for _, pairs := range byRung[rung:] {
		count += pairs
	}
	return count
}

// close notes how the run ended.
func (r *diary) close(run *sim.Run) {
	w := run.World()
	n := w.N()
	for i := range n {
		r.lost[i] = run.TradeLost(i)
		if d := r.decisions[i]; d != nil {
			for k := range d.terms {
				d.terms[k] /= float64(d.decided)
			}
		}
	}
	pairs(n, func(p, i, j int) {
		r.rungs[p] = run.Rung(i, j)
		r.depths[p] = stats.Grains(max(run.Depth(i, j), run.Depth(j, i)))
	})
	for c := range run.Circles() {
		set, awake := run.Circle(c)
		if c < len(r.awake) {
			r.awake[c] = awake
			continue
		}
		r.grown, r.grownOn = append(r.grown, set), append(r.grownOn, awake)
	}
}
