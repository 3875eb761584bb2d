package sim

// How expectations settle. These are settings of the arithmetic, not of the theory.
const (
	settledWithin = 1e-6 // largest change of any chance at which the search stops
	mostRounds    = 60   // and the number of rounds after which it does so anyway
)

// expects finds whom everyone at the table expects to sign. It starts from the package on the table, with everyone in,
// and lets each lower its expectation of each other to the chance it would sign, until nothing changes. Where each signature draws the
// others on that is the largest equilibrium of an assurance game (Granovetter 1978; Topkis 1998 for the lattice argument). Where
// one deters another, by a quarrel say, it need be none: expectations only fall, so that the search always ends, and who was ruled
// out stays out though the one that kept it away has gone too. What always holds is that nobody is expected more than it would sign by
// these very expectations, and that they are the first to which the package on the table falls. Those without whom the clause cannot enter
// into force are expected throughout: without them the promise binds nobody, so it is weighed as if they were in.
//
//	e_j ← min(e_j, P_j(e)),    for all at once, until none moves
func (r *Run) expects() {
	t := &r.talks
	for range mostRounds {
		change := 0.0
		for a := range t.seats {
			r.next[a] = t.expect[a]
			if t.decides[a] && !t.needed[a] {
				r.next[a] = min(t.expect[a], r.w.Parameters.Common.chance(r.utilityOf(a)))
				change = max(change, t.expect[a]-r.next[a])
			}
		}
		copy(t.expect, r.next[:len(t.seats)])
		r.sum()
		if change < settledWithin {
			break
		}
	}
	t.laid = true
}

// agree convenes the parties of clause c and finds whom they expect, unless they sit as they last did and nothing has moved
// since.
func (r *Run) agree(c int) {
	if r.talks.laid && r.talks.clause == c {
		return
	}
	r.convene(c)
	r.expects()
}

// setStatus changes where a state stands with a clause: the table is to be laid anew, since others may sit there.
func (r *Run) setStatus(p int, to status) {
	r.status[p] = to
	r.talks.laid = false
}
