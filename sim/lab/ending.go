package lab

import "entente/sim"

// Ending is how a run ended for each clause. Clauses and states go by their places in the world.
type Ending struct {
	Signed   []int32 // clause × state: tick of the first signature, -1 if none
	Ratified []int32 // clause × state
	Bound    []bool  // clause × state: at the end
	First    []int32 // clause: tick of first entry into force, -1 if none
	AtEnd    []bool  // clause: in force at the end
}

func newEnding(w *sim.World) Ending {
	n, clauses := w.N(), len(w.Clauses)
	return Ending{
		Signed: make([]int32, clauses*n), Ratified: make([]int32, clauses*n), Bound: make([]bool, clauses*n),
		First: make([]int32, clauses), AtEnd: make([]bool, clauses),
	}
}

// note keeps how one clause fared.
func (d *Ending) note(run *sim.Run, c int) {
	n := run.World().N()
	d.First[c], d.AtEnd[c] = int32(run.FirstInForce(c)), run.InForce(c)
	for i := range n {
		d.Signed[c*n+i], d.Ratified[c*n+i] = int32(run.FirstSigned(c, i)), int32(run.FirstRatified(c, i))
		d.Bound[c*n+i] = run.Bound(c, i)
	}
}

// Endings are those of the runs that did not fail.
func (e *Ensemble) Endings() []*Ending {
	var all []*Ending
	for _, r := range e.good() {
		all = append(all, &r.Ending)
	}
	return all
}
