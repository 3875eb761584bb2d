package sim

// fear is the worst threat among the rivals of the clause on the table.
func (r *Run) fear(i int) float64 { return r.fearOf(r.talks.clause, i) }

// fearOf is the worst threat among the rivals of some clause.
func (r *Run) fearOf(c, i int) float64 {
	k := len(r.w.rivals)
	worst := 0.0
	for _, q := range r.w.clauses[c].against {
		worst = max(worst, r.threat[i*k+q])
	}
	return worst
}

// overlap is the share of another's threat that a state feels too, in [0, 1]. The form is judgement.
//
//	overlap_ij = min(1, fear_i / fear_j)
func overlap(own, other float64) float64 {
	if own >= other {
		return 1
	}
	return own / other
}
