package sim

// danger is what i stands to lose of what the rivals of the clause dispute, given the aid it can rely on: threat times
// a contest of strength (Johnson 2017; the ratio form of Tullock 1980). It is at most 1 a rival; several rivals add up,
// because the loss to one does not make good the loss to another. What a rival itself has promised is no aid against it.
//
//	p_i(A) = Σ_r threat_ir × strength_r / (strength_r + max(A - A_ir, 0)),    A_ir what r itself has promised i
func (r *Run) danger(i int, aid float64) float64 {
	k := len(r.w.rivals)
	sum := 0.0
	for _, q := range r.w.clauses[r.talks.clause].against {
		against := aid - r.rivalAid[i*k+q]
		sum += float64(r.threat[i*k+q] * prevails(r.strength[q], against))
	}
	return sum
}

// dangerWorked is danger on paper.
func (r *Run) dangerWorked(i int, aid float64) Part {
	k := len(r.w.rivals)
	sum := Part{Op: "+"}
	for _, q := range r.w.clauses[r.talks.clause].against {
		rival, against := r.w.Rivals[q], max(aid-r.rivalAid[i*k+q], 0)
		share := figure("chance that the rival prevails", 0)
		if r.strength[q] > 0 {
			strength := figure("strength of the rival", r.strength[q])
			share = made("/", strength, made("+", strength, figure("what the state can rely on", against))).named("chance that the rival prevails")
		}
		sum.Parts = append(sum.Parts, made("×", figure("threat", r.threat[i*k+q]), share).about(rival))
	}
	sum.Value = sum.Worked()
	return sum.about(r.w.States[i])
}

// prevails is the contest of two strengths: the chance of the first, after Tullock (1980).
//
//	prevails(a, b) = a / (a + max(b, 0)),   0 if a is 0
func prevails(first, second float64) float64 {
	if first <= 0 {
		return 0
	}
	return first / (first + max(second, 0))
}

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

// overlap is the share of another's threat that a state feels too, in [0, 1].
//
//	overlap_ij = min(1, fear_i / fear_j)
func overlap(own, other float64) float64 {
	if own >= other {
		return 1
	}
	return own / other
}
