package lab

import (
	"math"

	"entente/sim"
)

// grain is the number of steps in which figures between 0 and 1 are kept: four decimals. Whole numbers add up to the
// same sum in any order, and ten thousand runs of them fit in memory.
const grain = 10000

func grains(v float64) uint16 { return uint16(math.Round(min(max(v, 0), 1) * grain)) }

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

// record is what is kept of one run.
type record struct {
	failure string // why it failed; the rest is then empty

	cells    []uint16 // kind × tick × state
	ties     []uint16 // tick: pairs with any tie
	inForce  []bool   // tick: the headline clause
	signed   []int32  // clause × state: tick of the first signature, -1 if none
	ratified []int32  // clause × state
	bound    []bool   // clause × state: at the end
	first    []int32  // clause: tick of first entry into force, -1 if none
	atEnd    []bool   // clause: in force at the end
	most     int32    // most signatories of the headline clause at any tick
	decided  []int32  // state: ticks in which it weighed the headline clause
	terms    []sim.Terms
	willing  []float64 // state: mean chance of being willing over its decisions
	lost     []float64 // state: US$ bn
	rungs    []int8    // pair: at the end
	depths   []uint16  // pair: deeper direction, at the end
	awake    []bool    // arrangement of the scenario: at the end
	grown    [][4]uint64
	grownOn  []bool // those of them at work at the end
}

// pairs calls f for every pair of n states, with its place in a record.
func pairs(n int, f func(pair, i, j int)) {
	p := 0
	for i := range n {
		for j := i + 1; j < n; j++ {
			f(p, i, j)
			p++
		}
	}
}

func newRecord(w *sim.World) *record {
	n, ticks := w.N(), w.Calendar.Ticks()
	r := newEnding(w)
	r.cells, r.ties, r.inForce = make([]uint16, cellKinds*ticks*n), make([]uint16, ticks), make([]bool, ticks)
	r.decided, r.terms, r.willing, r.lost = make([]int32, n), make([]sim.Terms, n), make([]float64, n), make([]float64, n)
	r.rungs, r.depths, r.awake = make([]int8, n*(n-1)/2), make([]uint16, n*(n-1)/2), make([]bool, len(w.Arrangements))
	return r
}

// newEnding is a record with room for the fate of clauses only.
func newEnding(w *sim.World) *record {
	n, clauses := w.N(), len(w.Clauses)
	return &record{
		signed: make([]int32, clauses*n), ratified: make([]int32, clauses*n), bound: make([]bool, clauses*n),
		first: make([]int32, clauses), atEnd: make([]bool, clauses),
	}
}

// watch notes one tick.
func (r *record) watch(run *sim.Run, headline int) {
	w, t := run.World(), run.Tick
	n, ticks := w.N(), w.Calendar.Ticks()
	signatories := int32(0)
	for i := range n {
		keep := func(kind int, v float64) { r.cells[(kind*ticks+t)*n+i] = grains(v) }
		keep(cellThreat, run.Threat(i))
		keep(cellAlarm, run.Alarm(i))
		keep(cellDependence, run.Dependence(headline, i))
		keep(cellCooperation, run.Cooperation(i))
		keep(cellGround, run.GroundLost(i))
		if terms, chance, ok := run.Decided(headline, i); ok {
			keep(cellChance, chance)
			r.decided[i]++
			r.willing[i] += chance
			for k, v := range terms {
				r.terms[i][k] += v
			}
		}
		if run.Signed(headline, i) {
			signatories++
		}
	}
	r.most = max(r.most, signatories)
	r.inForce[t] = run.InForce(headline)
	r.ties[t] = uint16(countTies(run, sim.RungExercises))
}

// countTies is the number of pairs at a rung or above.
func countTies(run *sim.Run, rung int8) int {
	count := 0
	pairs(run.World().N(), func(_, i, j int) {
		if run.Rung(i, j) >= rung {
			count++
		}
	})
	return count
}

// end notes how one clause fared.
func (r *record) end(run *sim.Run, c int) {
	n := run.World().N()
	r.first[c], r.atEnd[c] = int32(run.FirstInForce(c)), run.InForce(c)
	for i := range n {
		r.signed[c*n+i], r.ratified[c*n+i] = int32(run.FirstSigned(c, i)), int32(run.FirstRatified(c, i))
		r.bound[c*n+i] = run.Bound(c, i)
	}
}

// close notes how the run ended.
func (r *record) close(run *sim.Run) {
	w := run.World()
	n := w.N()
	for c := range w.Clauses {
		r.end(run, c)
	}
	for i := range n {
		r.lost[i] = run.TradeLost(i)
		if d := float64(r.decided[i]); d > 0 {
			r.willing[i] /= d
			for k := range r.terms[i] {
				r.terms[i][k] /= d
			}
		}
	}
	pairs(n, func(p, i, j int) {
		r.rungs[p] = run.Rung(i, j)
		r.depths[p] = grains(max(run.Depth(i, j), run.Depth(j, i)))
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
