package sim

// Danger holds how the dangers from several rivals make one (allied_rivals.go).
type Danger struct {
	Joined float64 `toml:"joined" range:"[0,1]" terms:"security interest entrapment prospect" unit:"how far dangers from several rivals make one; at 0 they add up"`
}

// danger is what i stands to lose of what the rivals of the clause dispute, given the aid it can rely on: threat times
// a contest of strength (Johnson 2017; the ratio form of Tullock 1980). It is at most 1 a rival; several rivals add up,
// because the loss to one does not make good the loss to another, unless danger.joined takes allies for one
// (allied_rivals.go). What a rival itself has promised is no aid against it.
//
//	p_i(A) = Σ_r threat_ir × strength_r / (strength_r + max(A - A_ir, 0)),    A_ir what r itself has promised i
//
// By hand: under a threat of 0.5 from a rival of strength 0.2, with aid of 0.145, the danger is 0.5 × 0.2 / 0.345 = 0.29.
func (r *Run) danger(i int, aid float64) float64 {
	sum := 0.0
	for _, q := range r.w.clauses[r.talks.clause].against {
		sum += r.dangerFrom(i, q, aid)
	}
	if joined := r.w.Parameters.Danger.Joined; joined > 0 {
		return float64((1-joined)*sum) + float64(joined*r.joint(i, aid))
	}
	return sum
}

// dangerFrom is the danger from one rival.
func (r *Run) dangerFrom(i, q int, aid float64) float64 {
	place := i*len(r.w.rivals) + q
	return float64(r.threat[place] * prevails(r.strength[q], aid-r.rivalAid[place]))
}

// dangerWorked is danger on paper.
func (r *Run) dangerWorked(i int, aid float64) Working {
	sum := Working{Op: "+"}
	for _, q := range r.w.clauses[r.talks.clause].against {
		sum.Parts = append(sum.Parts, r.dangerFromWorked(i, q, aid))
	}
	sum.Value = sum.Worked()
	if joined := r.w.Parameters.Danger.Joined; joined > 0 {
		sum = made("+", made("×", made("-", leaf("1", 1), leaf("how far dangers join", joined)), sum.called("dangers added up")),
			made("×", leaf("how far dangers join", joined), r.jointWorked(i, aid)))
	}
	return sum.about(r.w.States[i])
}

// dangerFromWorked is dangerFrom on paper.
func (r *Run) dangerFromWorked(i, q int, aid float64) Working {
	place, rival := i*len(r.w.rivals)+q, r.w.Rivals[q]
	share := leaf("chance that the rival prevails", 0)
	if r.strength[q] > 0 {
		strength := leaf("strength of the rival", r.strength[q])
		against := leaf("what the state can rely on", max(aid-r.rivalAid[place], 0))
		share = made("/", strength, made("+", strength, against)).called("chance that the rival prevails")
	}
	return made("×", leaf("threat", r.threat[place]), share).about(rival)
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
