package sim

// workings show how the terms of the default rule are worked out. Each follows its measure in decision.go step by step.
func (p *Weights) workings() map[Term]working {
	return map[Term]working{
		Security:     (*Run).securityWorked,
		Interest:     (*Run).interestWorked,
		Autonomy:     (*Run).autonomyWorked,
		Entrapment:   (*Run).entrapmentWorked,
		TradeLoss:    (*Run).tradeLossWorked,
		Friction:     (*Run).frictionWorked,
		Unlikeness:   (*Run).unlikenessWorked,
		Home:         (*Run).homeWorked,
		Unsteadiness: (*Run).unsteadinessWorked,
		Audience:     (*Run).audienceWorked,
		Reluctance:   (*Run).reluctanceWorked,
	}
}

// dangerWorked is the danger of i with some aid.
func (r *Run) dangerWorked(i int, aid float64) Part {
	k := len(r.w.rivals)
	sum := Part{Op: "+"}
	for _, q := range r.w.clauses[r.talks.clause].against {
		rival, against := r.w.Rivals[q], max(aid-r.rivalAid[i*k+q], 0)
		odds := figure("odds of the rival", 0)
		if r.strength[q] > 0 {
			strength := figure("strength of the rival", r.strength[q])
			odds = made("/", strength, made("+", strength, figure("what the state can rely on", against))).named("odds of the rival")
		}
		sum.Parts = append(sum.Parts, made("×", figure("threat", r.threat[i*k+q]), odds).about(rival))
	}
	sum.Value = sum.Worked()
	return sum.about(r.w.States[i])
}

func (r *Run) securityWorked(a int, weight float64) Part {
	t, i := &r.talks, r.talks.seats[a]
	return weighed(weight, made("-", r.dangerWorked(i, t.without[a]).named("danger without"), r.dangerWorked(i, t.with[a]).named("danger with")))
}

func (r *Run) interestWorked(a int, weight float64) Part {
	t, m := &r.talks, len(r.talks.seats)
	strongest := 0.0
	for _, q := range r.w.clauses[t.clause].against {
		strongest = max(strongest, r.strength[q])
	}
	sum := Part{Name: "danger taken off the partners", Op: "+"}
	for b, j := range t.seats {
		gain := t.gain[b*m+a]
		if strongest == 0 || gain == 0 || t.expect[b] == 0 {
			continue
		}
		others := t.with[b] - float64(t.expect[a]*gain)
		sum.Parts = append(sum.Parts, made("×", figure("chance that it is in", t.expect[b]),
			figure("what the rival would gain with it", min(1, r.w.capability[r.Tick][j]/strongest)),
			made("-", r.dangerWorked(j, others).named("its danger without"), r.dangerWorked(j, others+gain).named("its danger with"))).about(r.w.States[j]))
	}
	sum.Value = sum.Worked()
	return weighed(weight, sum)
}

func (r *Run) autonomyWorked(a int, weight float64) Part {
	return weighed(-weight, figure("depth", r.talks.depth), figure("tradition", r.w.tradition[r.Tick][r.talks.seats[a]]))
}

func (r *Run) entrapmentWorked(a int, weight float64) Part {
	t, m, i := &r.talks, len(r.talks.seats), r.talks.seats[a]
	own := r.fear(i)
	sum := Part{Name: "others' dangers newly shared", Op: "+"}
	for b, j := range t.seats {
		if duty, other := t.duty[a*m+b], r.fear(j); duty > 0 && other > own {
			gain := t.gain[b*m+a]
			with := t.with[b] - float64(t.expect[a]*gain) + gain
			sum.Parts = append(sum.Parts, made("×", figure("chance that it is in", t.expect[b]), figure("new duty", duty),
				r.dangerWorked(j, with).named("its danger"), made("-", figure("1", 1), figure("share of its threat felt here", overlap(own, other)))).
				about(r.w.States[j]))
		}
	}
	sum.Value = sum.Worked()
	return weighed(-weight, sum)
}

func (r *Run) tradeLossWorked(a int, weight float64) Part {
	i, k, t := r.talks.seats[a], len(r.w.rivals), r.Tick
	sum := Part{Name: "share of GDP that would be lost", Op: "+"}
	for _, q := range r.w.clauses[r.talks.clause].against {
		flow := made("×", figure("share of trade", r.share[i*k+q]), figure("openness", r.w.openness[t][i]))
		sum.Parts = append(sum.Parts, made("×", flow.named("exposure"),
			figure("chance of retaliation", r.retaliation(q, r.talks.depth, flow.Value)),
			made("-", figure("1", 1), figure("diversion", r.w.Parameters.Trade.Diversion))).about(r.w.Rivals[q]))
	}
	sum.Value = sum.Worked()
	return weighed(-weight, sum)
}

func (r *Run) frictionWorked(a int, weight float64) Part {
	t, n, i := &r.talks, r.w.N(), r.talks.seats[a]
	worst := figure("quarrel", 0)
	for b, j := range t.seats {
		if f := r.w.friction[r.Tick][i*n+j]; b != a && f > 0 {
			quarrel := made("^", figure("friction", f), figure("power", r.w.Parameters.Common.Quarrel))
			if here := made("×", figure("chance that it is in", t.expect[b]), quarrel).about(r.w.States[j]); here.Value > worst.Value {
				worst = here
			}
		}
	}
	return weighed(-weight, worst)
}

func (r *Run) unlikenessWorked(a int, weight float64) Part {
	t, n, i := &r.talks, r.w.N(), r.talks.seats[a]
	unlike, others := Part{Name: "unlikeness of those expected", Op: "+"}, Part{Name: "number expected", Op: "+"}
	for b, j := range t.seats {
		if b != a {
			here := figure("chance that it is in", t.expect[b])
			unlike.Parts = append(unlike.Parts, made("×", here,
				made("-", figure("1", 1), figure("affinity", r.w.affinity[r.Tick][i*n+j]))).about(r.w.States[j]))
			others.Parts = append(others.Parts, here.about(r.w.States[j]))
		}
	}
	unlike.Value, others.Value = unlike.Worked(), others.Worked()
	if others.Value == 0 {
		return weighed(-weight, figure("mean unlikeness", 0))
	}
	return made("/", weighed(-weight, unlike), others)
}

func (r *Run) homeWorked(a int, weight float64) Part {
	i := r.talks.seats[a]
	stance, name := r.thinks(r.talks.clause, i), "stance"
	switch clause := &r.w.clauses[r.talks.clause]; {
	case clause.blessing != nil:
		name = "stance, with what powers outside press for"
	case clause.stance != nil && clause.speaks[i]:
		name = "stance on this clause"
	}
	if stance <= 0 {
		return weighed(weight, figure(name, stance))
	}
	return weighed(weight, made("×", figure(name, stance), figure("mean fear at the table", r.sharedFear(a))))
}

func (r *Run) unsteadinessWorked(a int, weight float64) Part {
	return weighed(-weight, figure("changes of government a year", r.w.volatility[r.Tick][r.talks.seats[a]]))
}

func (r *Run) audienceWorked(a int, weight float64) Part {
	i, t := r.talks.seats[a], r.Tick
	return weighed(-weight, figure("depth", r.talks.depth), figure("polyarchy", r.w.polyarchy[t][i]),
		figure("changes of government a year", r.w.volatility[t][i]))
}

func (r *Run) reluctanceWorked(_ int, weight float64) Part { return weighed(-weight) }
