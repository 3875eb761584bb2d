package sim

import "slices"

// decide is step 6: every state that may sign and has not weighs each clause, knowing who has signed and what to expect
// of the others.
//
//	P(willing) = 1 / (1 + exp(-utility / noise)),    utility the sum of its terms (theory.go)
//	willing      where disposition < P(willing),     the disposition uniform on [0, 1), low the eager ones
//	signs        once all whom the clause requires and as many as its minimum are willing or have signed
//
// Clauses are weighed from the narrowest to the widest, because what few can settle among themselves is
// no gain of a wider clause. Nobody signs before all have weighed. A government makes up its mind about a clause when it takes
// office or reconsiders: its disposition is one roll, kept until then and often beyond (politics.lasting), unless it is played from
// outside (outside.go). So a chance is not one of a tick, and the length of a tick does not matter.
func (r *Run) decide() {
	for _, c := range r.w.narrowFirst {
		r.consider(c)
	}
	r.sign()
}

// consider lets all who may sign clause c weigh it.
func (r *Run) consider(c int) {
	n := r.w.N()
	clear(r.chance[c*n : c*n+n])
	clear(r.willing[c*n : c*n+n])
	clear(r.weighed[c*n : c*n+n])
	if !r.seat(c) {
		return
	}
	r.prepare()
	r.expects()
	t := &r.talks
	for a, i := range t.seats {
		if t.decides[a] {
			p := c*n + i
			r.weighed[p] = true
			r.terms[p] = r.weigh(a)
			utility := r.terms[p].Sum()
			r.chance[p] = r.w.Parameters.Common.chance(utility)
			r.willing[p] = r.saysYes(c, i, utility, r.chance[p])
		}
	}
}

// disposition is the disposition of the government of i towards clause c: low is eager.
func (r *Run) disposition(c, i int) float64 {
	return r.luck.roll(towardsClause, keyOfTwo(r.w.key[i], r.w.clauses[c].key), r.disposedAt[i])
}

// mayjoin tells whether the s-th of the invited may sign clause c now and has not.
func (r *Run) mayjoin(c, s int) bool {
	clause := &r.w.clauses[c]
	i := clause.invited[s]
	p := c*r.w.N() + i
	switch {
	case r.Tick < clause.from[s], r.status[p] != apart, r.refused[p], r.shut[i]:
		return false
	case s >= clause.founders:
		return r.inForce[c]
	}
	return r.Tick < clause.closes
}

// sign lets the willing sign. A treaty is signed at a table: nobody signs until those whom it cannot do without, and as
// many as it needs, are willing at once or have signed already. This is the article's demand that incentives converge;
// a clause that one government wants this year and another the next is not signed by either.
func (r *Run) sign() {
	r.screen()
	r.commit()
}

// screen takes those whom the others will not have from the willing at each table where enough are willing.
func (r *Run) screen() {
	n := r.w.N()
	for c := range r.w.clauses {
		if slices.Contains(r.willing[c*n:c*n+n], true) && (r.inForce[c] || r.converges(c)) {
			r.welcome(c)
		}
	}
}

// commit has those sign who are willing still, where they are enough.
func (r *Run) commit() {
	w, n := r.w, r.w.N()
	for c := range w.clauses {
		if !r.inForce[c] && !r.converges(c) {
			clear(r.willing[c*n : c*n+n])
		}
	}
	for c := range w.clauses {
		for s, i := range w.clauses[c].invited {
			p := c*n + i
			if !r.willing[p] {
				continue
			}
			r.setStatus(p, signed)
			r.signedAt[p] = r.Tick
			r.admitted[p] = s < w.clauses[c].founders
			if r.firstSigned[p] < 0 {
				r.firstSigned[p] = r.Tick
			}
			r.dueAt[p] = -1
		}
	}
}

// converges tells whether those who have signed clause c or are willing to now would bring it into force.
func (r *Run) converges(c int) bool {
	clause := &r.w.clauses[c]
	count := 0
	for _, i := range clause.invited {
		if r.in(c, i) {
			count++
		}
	}
	for _, i := range clause.required {
		if !r.in(c, i) {
			return false
		}
	}
	return count >= clause.minimum
}

// in tells whether state i is willing to sign clause c now, or has.
func (r *Run) in(c, i int) bool {
	p := c*r.w.N() + i
	return r.willing[p] || r.status[p] == signed || r.status[p] == ratified
}
