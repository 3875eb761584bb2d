package sim

// Review holds the constants of second thoughts.
type Review struct {
	Every   float64 `toml:"every" range:"[0.25,50]" unit:"years between two reconsiderations by the same government, on average"`
	Inertia float64 `toml:"inertia" range:"[0,20]" unit:"logits in favour of staying in what one has ratified"`
}

// review is step 8: governments that are new or think again look at what their predecessors signed. A signature not
// yet ratified is decided anew; a ratified clause has inertia on its side. Who wants out gives notice where the clause
// allows it and is bound until notice runs out, after which it may come back as any other that may sign; where it does not allow it yet,
// the state suspends its part (ANZUS 1986).
func (r *Run) review() {
	n := r.w.N()
	for p := range r.status {
		if r.status[p] != apart && r.leavesAt[p] >= 0 && r.Tick >= r.leavesAt[p] {
			r.setStatus(p, apart)
			r.leavesAt[p] = -1 // who has left may sign again, and is not struck out by its old notice
		}
	}
	for c := range r.w.clauses { // all make up their minds before any of them moves
		for _, i := range r.w.clauses[c].invited {
			if r.reviewing(c, i) {
				r.agree(c)
				r.willing[c*n+i] = r.willingToStay(c, i)
			}
		}
	}
	for c := range r.w.clauses {
		for _, i := range r.w.clauses[c].invited {
			if r.reviewing(c, i) {
				r.reconsider(c, i)
			}
		}
	}
}

// reviewing tells whether the government of i looks again at clause c this tick.
func (r *Run) reviewing(c, i int) bool {
	p := c*r.w.N() + i
	return r.reviews[i] && r.status[p] != apart && r.signedAt[p] < r.Tick
}

// willingToStay tells whether the government of i would have clause c again: whether its disposition, uniform on [0, 1), is low enough
// (outside.go).
//
//	disposition < 1 / (1 + exp(-(utility + inertia) / noise)),    inertia 0 for a signature that is not ratified
//
// It is the rule of a signature (signing.go); that what holds has an inertia is judgement.
//
// By hand, noise 1 and inertia 1.5: who has ratified what it would now make -1 logit of stays with a chance of 1 / (1 + exp(-0.5)) = 0.62;
// who has but signed, of 1 / (1 + exp(1)) = 0.27.
func (r *Run) willingToStay(c, i int) bool {
	utility := r.utilityOf(r.talks.seat[i]) + r.inertia(c, i)
	return r.saysYes(c, i, utility, r.w.Parameters.Common.chance(utility))
}

// inertia is what speaks for staying in clause c because i has ratified it, in logits.
func (r *Run) inertia(c, i int) float64 {
	if s := r.status[c*r.w.N()+i]; s == ratified || s == suspended {
		return r.w.Parameters.Review.Inertia
	}
	return 0
}

// reconsider lets one government decide on one clause that it inherited. All weigh the same table, laid before any of
// them moved.
func (r *Run) reconsider(c, i int) {
	p, clause := c*r.w.N()+i, &r.w.clauses[c]
	switch {
	case r.willing[p]:
		r.leavesAt[p] = -1
		if r.status[p] == suspended {
			r.setStatus(p, ratified)
		}
	case r.status[p] == signed:
		r.setStatus(p, apart)
	case r.Tick-r.ratifiedAt[p] >= clause.binding:
		if r.leavesAt[p] < 0 {
			r.leavesAt[p] = r.Tick + clause.notice
		}
	default:
		r.setStatus(p, suspended)
	}
}
