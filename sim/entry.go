package sim

// fewest is how many a clause in force must bind to go on, whatever it took to begin: a promise to nobody is none. That a clause
// which loses members otherwise goes on is judgement.
const fewest = 2

// enter puts clause c into force when all whose ratification it requires have given it and there are enough of them,
// and ends it when fewer than two are left.
func (r *Run) enter(c int) {
	n, clause := r.w.N(), &r.w.clauses[c]
	ratifications := 0
	for _, i := range clause.invited {
		if r.status[c*n+i] == ratified {
			ratifications++
		}
	}
	if r.inForce[c] {
		r.inForce[c] = ratifications >= fewest
		return
	}
	for _, i := range clause.required {
		if r.status[c*n+i] != ratified {
			return
		}
	}
	if ratifications >= clause.minimum {
		r.inForce[c] = true
		if r.firstInForce[c] < 0 {
			r.firstInForce[c] = r.Tick
		}
	}
}

// establish puts the clauses into force that bound their members before the run starts. They weigh as any other from the first
// tick: members may think again, and others may accede. Who came in before then counts as having done so at tick 0.
func (r *Run) establish() {
	n := r.w.N()
	for c := range r.w.clauses {
		members := r.w.clauses[c].members
		if len(members) == 0 {
			continue
		}
		r.inForce[c], r.firstInForce[c] = true, 0
		for _, m := range members {
			p := c*n + m.state
			r.status[p], r.admitted[p], r.ratifiedAt[p] = ratified, true, m.ratified
			r.firstSigned[p], r.firstRatified[p] = 0, 0
		}
	}
}
