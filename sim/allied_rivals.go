package sim

// joint is the danger from all rivals of the clause if those allied with each other are one danger, the worst of
// theirs, and the others join as independent chances do. The strength of a rival holds its allies' already (aid.go), so
// that to add up what two allies threaten counts each twice: Moscow and Peking of 1950 loomed larger in Canberra than
// Moscow over Oslo.
//
//	joint_i = 1 - Π_g (1 - max of p_ir over the rivals r in g),    g the camps: rivals that treaties or clauses bind, one after the other
//
// That camps add up as chances do is judgement.
//
// By hand: two rivals that threaten with 0.3 and 0.2 are a danger of 0.5 added up, of 0.3 as allies and of 1 - 0.7 ×
// 0.8 = 0.44 as strangers.
func (r *Run) joint(i int, aid float64) float64 {
	spared := 1.0
	for _, q := range r.w.clauses[r.talks.clause].against {
		if worst, from := r.worstOf(q, i, aid); from >= 0 {
			spared = float64(spared * (1 - worst))
		}
	}
	return 1 - spared
}

// jointWorked is joint on paper.
func (r *Run) jointWorked(i int, aid float64) Working {
	var spared []Working
	for _, q := range r.w.clauses[r.talks.clause].against {
		if _, from := r.worstOf(q, i, aid); from >= 0 {
			spared = append(spared, made("-", leaf("1", 1), r.dangerFromWorked(i, from, aid)))
		}
	}
	if len(spared) == 0 {
		return leaf("danger", 0)
	}
	return made("-", leaf("1", 1), made("×", spared...)).called("dangers joined")
}

// worstOf is the worst danger from the camp of rival q, and the rival that it is from: the first of equals, or -1 if
// another of the camp stands before q among the rivals of the clause and speaks for it.
func (r *Run) worstOf(q, i int, aid float64) (worst float64, from int) {
	from = -1
	for _, ally := range r.w.clauses[r.talks.clause].against {
		if r.bloc[ally] != r.bloc[q] {
			continue
		}
		if from < 0 && ally != q {
			return 0, -1
		}
		if p := r.dangerFrom(i, ally, aid); from < 0 || p > worst {
			worst, from = p, ally
		}
	}
	return worst, from
}

// campUp finds which rivals stand together: the camp of each is the first rival of it.
func (r *Run) campUp() {
	for q := range r.bloc {
		r.bloc[q] = q
	}
	for q := range r.bloc {
		for p := range q {
			if r.bloc[p] != r.bloc[q] && r.ally[r.w.rivals[q].state].Has(r.w.rivals[p].state) {
				from, to := max(r.bloc[p], r.bloc[q]), min(r.bloc[p], r.bloc[q])
				for s := range r.bloc {
					if r.bloc[s] == from {
						r.bloc[s] = to
					}
				}
			}
		}
	}
}
