package sim

// Review holds the constants of second thoughts.
type Review struct {
	Years   float64 `toml:"years" range:"[0.25,50]" unit:"years between two reconsiderations by the same government, on average"`
	Inertia float64 `toml:"inertia" range:"[0,20]" unit:"logits in favour of staying in what one has ratified"`
}

// review is step 8: governments that are new or think again look at what their predecessors signed. A signature not
// yet ratified is decided anew; a ratified clause has inertia on its side. Who wants out gives notice if the clause is
// no longer binding, and suspends its part until then (New Zealand in ANZUS, 1986).
func (r *Run) review() {
	w, n := r.w, r.w.N()
	for c := range w.clauses {
		due := false
		for _, i := range w.clauses[c].invited {
			p := c*n + i
			if r.status[p] == ratified && r.leavesAt[p] >= 0 && r.Tick >= r.leavesAt[p] {
				r.status[p] = outside
			}
			r.refused[p] = r.refused[p] && !r.fresh[i]
			due = due || r.reviews[i] && r.status[p] != outside && r.signedAt[p] < r.Tick
		}
		if !due {
			continue
		}
		r.convene(c)
		for _, i := range w.clauses[c].invited {
			p := c*n + i
			if r.reviews[i] && r.status[p] != outside && r.signedAt[p] < r.Tick {
				r.reconsider(c, i)
			}
		}
	}
}

// reconsider lets one government decide on one clause that it inherited. All weigh the same table, laid before any of
// them moved.
func (r *Run) reconsider(c, i int) {
	p, clause := c*r.w.N()+i, &r.w.clauses[c]
	terms := r.weigh(r.talks.seat[i])
	inertia := r.w.Parameters.Review.Inertia
	if r.status[p] == signed {
		inertia = 0
	}
	stays := r.draw(c, i) < r.w.Parameters.Decision.chance(terms.Sum()+inertia)
	switch {
	case stays && r.status[p] == suspended:
		r.status[p] = ratified
	case stays:
		r.leavesAt[p] = -1
	case r.status[p] == signed:
		r.status[p] = outside
	case r.Tick-r.ratifiedAt[p] >= clause.binding:
		r.leavesAt[p] = r.Tick + clause.notice
	default:
		r.status[p] = suspended
	}
}
