package sim

// Weights is the default rule, `article`, by what its terms count for, in logits. It is the argument of the essay that the
// model grows from, as far as the record bears it out: a state signs a collective-defence clause when the security that it adds
// to the ties already held, its government's will and the will of the power that leads outweigh trade with the rival, discord at
// the table and the weight of leaving things as they are. That takes a threat that is urgent, and a leader that wants the clause.
// Europe had both in 1949; Asia's rival takes steps too small to alarm, its states have a treaty with Washington each, and
// Washington never asked for more. How little of that the record can tell from coded stances is in ODD.md, 7.13.
//
//	utility = security + trade + friction + home + sponsorship - reluctance
//
// Nine reasons more weigh nothing: interest, autonomy, entrapment, unlikeness, volatility and audience, which had a weight before,
// and provocation, leash and novelty, which were tried. With none of them episodes that a fit had not seen were foretold better
// (CHANGES.md, version 0.3.0). They stay as switches: a weight above 0 turns one on.
//
// What governments and their changes do besides is not in the sum: partners doubt a state whose policy turns (aid.go), new
// governments bring stances (politics.go) and dispositions of their own (expectation.go).
//
// Each term has a function of its own below or in its file, with its equation and its source: Walt, Hirschman (1945), Kindleberger
// (1973), Snyder (1984), Ikenberry (2001); of those left out Altfeld (1984), Morrow (1991), Hemmer & Katzenstein (2002), Fearon
// (1994). The weights are calibrated.
//
// By hand: a client in a threat of 0.5 from a rival of 0.2 has 0.145 to rely on and 0.22 with the clause. Its danger falls from
// 0.5 × 0.2/0.345 = 0.290 to 0.5 × 0.2/0.42 = 0.238; at 10 logits a danger, security is +0.52. Trade of 0.2 × 0.5 of GDP,
// punished with a chance of 0.5 × 0.8 and diverted to 0.7, costs 10 × 0.1 × 0.4 × 0.3 = 0.12. An old quarrel of 0.1 with its patron
// costs 3 × 0.1² = 0.03. Its government is half in favour and so is the patron, which leads: 2 × 0.5 = +1 each. Less a
// reluctance of 0.5 that makes 1.87, a chance of 0.87.
type Weights struct {
	Security    float64 `toml:"security" range:"[0,100]" unit:"logits for a danger wholly removed"`
	Interest    float64 `toml:"interest" range:"[0,100]" unit:"logits for a danger wholly removed from a partner as capable as the rival"`
	Autonomy    float64 `toml:"autonomy" range:"[0,20]" unit:"logits for a full promise by a state with a full tradition of non-alignment"`
	Entrapment  float64 `toml:"entrapment" range:"[0,20]" unit:"logits for a full promise to one ally in certain danger that one does not share"`
	Trade       float64 `toml:"trade" range:"[0,300]" unit:"logits for trade worth the whole GDP lost"`
	Friction    float64 `toml:"friction" range:"[0,20]" unit:"logits for one signatory wholly at odds"`
	Unlikeness  float64 `toml:"unlikeness" range:"[0,20]" unit:"logits for signatories wholly unlike"`
	Home        float64 `toml:"home" range:"[0,20]" unit:"logits for a government wholly in favour, or wholly against"`
	Sponsorship float64 `toml:"sponsorship" range:"[0,20]" unit:"logits for a leading power wholly in favour, or wholly against"`
	Volatility  float64 `toml:"volatility" range:"[-10,10]" unit:"logits lost for a change of government a year to the other end of politics; may be negative"`
	Audience    float64 `toml:"audience" range:"[0,20]" unit:"logits lost by a full democracy for the same"`
	Provocation float64 `toml:"provocation" range:"[0,20]" unit:"logits for a full promise by a match for a rival that is calm and could do its worst"`
	Leash       float64 `toml:"leash" range:"[0,20]" unit:"logits for a full promise to one of many whose all is contested"`
	Novelty     float64 `toml:"novelty" range:"[0,20]" unit:"logits for a clause that is bound already, all of it"`
	Reluctance  float64 `toml:"reluctance" range:"[-5,20]" unit:"logits"`
	Disputes    float64 `toml:"disputes" range:"[0,50]" unit:"logits off a member's vote on a newcomer of whose all is contested"`
}

// reasons lists the six of the default rule and the nine that it leaves out, in the order in which they are added.
func (p *Weights) reasons() []reason {
	return []reason{
		{Security, &p.Security, security},
		{Interest, &p.Interest, interest},
		{Autonomy, &p.Autonomy, autonomy},
		{Entrapment, &p.Entrapment, entrapment},
		{TradeLoss, &p.Trade, tradeLoss},
		{Friction, &p.Friction, friction},
		{Unlikeness, &p.Unlikeness, unlikeness},
		{Home, &p.Home, home},
		{Sponsorship, &p.Sponsorship, sponsorship},
		{Unsteadiness, &p.Volatility, unsteadiness},
		{Audience, &p.Audience, audience},
		{Provocation, &p.Provocation, provocation},
		{Leash, &p.Leash, leash},
		{Novelty, &p.Novelty, novelty},
		{Reluctance, &p.Reluctance, reluctance},
	}
}

// weigh is what the state on seat a makes of the clause by the world's rule, given whom it expects at the table. Each measure
// is handed its weight and multiplies by it where its equation has it: weight × depth × tradition, worked out from the left,
// is not weight × (depth × tradition) to the last bit, and the last bits of a run are kept from version to version.
func (r *Run) weigh(a int) Terms {
	var terms Terms
	for k := range r.rule {
		s := &r.rule[k]
		terms[s.term] = s.measure.of(r, a, *s.weight)
	}
	return terms
}

// security is the danger that the others' promises take off the state, in [0, 1] a rival.
//
//	security = +security × [p_i(without_i) - p_i(with_i)]
var security = measure{
	func(r *Run, a int, weight float64) float64 {
		t, i := &r.talks, r.talks.seats[a]
		return weight * (r.danger(i, t.without[a]) - r.danger(i, t.with[a]))
	},
	func(r *Run, a int, weight float64) Part {
		t, i := &r.talks, r.talks.seats[a]
		return weighed(weight, made("-", r.dangerWorked(i, t.without[a]).named("danger without"), r.dangerWorked(i, t.with[a]).named("danger with")))
	},
}

// interest is the danger that the state's own promise takes off the others, each counted by what the rival would gain
// with it: its capability as a share of the rival's, at most 1. It is why a patron joins (Kennan's centres of
// industrial power; Mearsheimer 2001 on the offshore balancer).
//
//	interest = +interest × Σ_j e_j × min(1, C_j / max_r strength_r)
//	                           × [p_j(with_j less i's gain) - p_j(with_j and i's gain in full)]
var interest = measure{
	func(r *Run, a int, weight float64) float64 {
		t, m := &r.talks, len(r.talks.seats)
		capability, strongest := r.w.capability[r.Tick], r.rivalStrength()
		if strongest == 0 {
			return 0
		}
		sum := 0.0
		for b, j := range t.seats {
			if t.gain[a*m+b] == 0 || t.expect[b] == 0 {
				continue
			}
			without, with := t.aided(b, a)
			sum += float64(t.expect[b] * min(1, capability[j]/strongest) * (r.danger(j, without) - r.danger(j, with)))
		}
		return weight * sum
	},
	func(r *Run, a int, weight float64) Part {
		t, m, strongest := &r.talks, len(r.talks.seats), r.rivalStrength()
		var parts []Part
		for b, j := range t.seats {
			if strongest == 0 || t.gain[a*m+b] == 0 || t.expect[b] == 0 {
				continue
			}
			without, with := t.aided(b, a)
			parts = append(parts, made("×", r.takesPart(b), figure("what the rival would gain with it", min(1, r.w.capability[r.Tick][j]/strongest)),
				made("-", r.dangerWorked(j, without).named("its danger without"), r.dangerWorked(j, with).named("its danger with"))).
				about(r.w.States[j]))
		}
		return weighed(weight, made("+", parts...).named("danger taken off the partners"))
	},
}

// aided is what the state on seat b can rely on without the promise of the one on seat a, and with that promise in full. In
// with_j it stands as far as i is expected:
//
//	with_j less i's gain        = with_j - e_i × gain_ji
//	with_j and i's gain in full = with_j - e_i × gain_ji + gain_ji
func (t *talks) aided(b, a int) (without, with float64) {
	gain := t.gain[a*len(t.seats)+b]
	without = t.with[b] - float64(t.expect[a]*gain)
	return without, without + gain
}

// takesPart is on paper how far the state on seat b is expected.
func (r *Run) takesPart(b int) Part { return figure("chance that it takes part", r.talks.expect[b]) }

// rivalStrength is the strength of the strongest rival of the clause.
func (r *Run) rivalStrength() float64 {
	strongest := 0.0
	for _, q := range r.w.clauses[r.talks.clause].against {
		strongest = max(strongest, r.strength[q])
	}
	return strongest
}

// autonomy is the freedom of action given up, by how much the state is used to it (Altfeld 1984; Morrow 1991).
//
//	autonomy = -autonomy × depth × tradition
var autonomy = product(-1, depth, factor{"tradition of standing alone", func(r *Run, a int) float64 { return r.w.tradition[r.Tick][r.talks.seats[a]] }})

// entrapment is the danger of others that the state would newly have to share and does not feel itself (Snyder 1984,
// "The Security Dilemma in Alliance Politics", World Politics 36(4)).
//
//	entrapment = -entrapment × Σ_j e_j × duty_ij × p_j(with_j and i's gain in full) × (1 - overlap_ij)
var entrapment = measure{
	func(r *Run, a int, weight float64) float64 {
		t, m, i := &r.talks, len(r.talks.seats), r.talks.seats[a]
		own := r.fear(i)
		sum := 0.0
		for b, j := range t.seats {
			if duty, other := t.duty[a*m+b], r.fear(j); duty > 0 && other > own {
				_, with := t.aided(b, a)
				sum += float64(t.expect[b] * duty * r.danger(j, with) * (1 - overlap(own, other)))
			}
		}
		return -weight * sum
	},
	func(r *Run, a int, weight float64) Part {
		t, m, i := &r.talks, len(r.talks.seats), r.talks.seats[a]
		own := r.fear(i)
		var parts []Part
		for b, j := range t.seats {
			if duty, other := t.duty[a*m+b], r.fear(j); duty > 0 && other > own {
				_, with := t.aided(b, a)
				parts = append(parts, made("×", r.takesPart(b), figure("new duty", duty), r.dangerWorked(j, with).named("its danger"),
					made("-", figure("1", 1), figure("share of its threat felt here", overlap(own, other)))).about(r.w.States[j]))
			}
		}
		return weighed(-weight, made("+", parts...).named("others' dangers newly shared"))
	},
}

// tradeLoss is what the rival could stop, as a share of GDP, less what could be sold elsewhere: of the whole
// stake, not of the part that it stopped in past episodes (Hirschman 1945).
//
//	trade = -trade × trade at risk (drivers.go)
var tradeLoss = measure{
	func(r *Run, a int, weight float64) float64 {
		return -weight * r.tradeAtRisk(r.talks.clause, r.talks.seats[a], r.talks.depth)
	},
	func(r *Run, a int, weight float64) Part {
		i, k, t := r.talks.seats[a], len(r.w.rivals), r.Tick
		var parts []Part
		for _, q := range r.w.clauses[r.talks.clause].against {
			flow := made("×", figure("share of trade", r.dependence[i*k+q]), figure("openness to trade", r.w.openness[t][i]))
			parts = append(parts, made("×", flow.named("stake in trade"),
				figure("chance of retaliation", r.retaliation(q, r.talks.depth, flow.Value)),
				made("-", figure("1", 1), figure("diversion", r.w.Parameters.Trade.Diversion))).about(r.w.Rivals[q]))
		}
		return weighed(-weight, made("+", parts...).named("share of GDP that would be lost"))
	},
}

// friction is the worst quarrel at the table: a clause binds to each signatory separately, so one enemy among them is
// enough (the article on Seoul and Tokyo). How much a quarrel weighs is in quarrel.go.
//
//	friction = -friction × max_j (e_j × friction_ij ^ quarrel)
var friction = measure{
	func(r *Run, a int, weight float64) float64 {
		t, n, i := &r.talks, r.w.N(), r.talks.seats[a]
		quarrels := r.w.friction[r.Tick][i*n : i*n+n]
		worst := 0.0
		for b, j := range t.seats {
			if b != a && quarrels[j] > 0 {
				worst = max(worst, t.expect[b]*r.w.Parameters.Common.quarrel(quarrels[j]))
			}
		}
		return -weight * worst
	},
	func(r *Run, a int, weight float64) Part {
		t, n, i := &r.talks, r.w.N(), r.talks.seats[a]
		worst := figure("quarrel", 0)
		for b, j := range t.seats {
			if f := r.w.friction[r.Tick][i*n+j]; b != a && f > 0 {
				quarrel := made("^", figure("quarrel", f), figure("power", r.w.Parameters.Common.Quarrel))
				if here := made("×", r.takesPart(b), quarrel).about(r.w.States[j]); here.Value > worst.Value {
					worst = here
				}
			}
		}
		return weighed(-weight, worst)
	},
}

// unlikeness is how little the others at the table are like the state, on average: identity is shared by a group or not
// at all (Hemmer & Katzenstein 2002, International Organization 56(3)).
//
//	unlikeness = -unlikeness × Σ_j e_j (1 - affinity_ij) / Σ_j e_j
var unlikeness = measure{
	func(r *Run, a int, weight float64) float64 {
		n, i := r.w.N(), r.talks.seats[a]
		others := r.expected(a, func(int) float64 { return 1 })
		if others == 0 {
			return 0
		}
		return -weight * r.expected(a, func(j int) float64 { return 1 - r.w.affinity[r.Tick][i*n+j] }) / others
	},
	func(r *Run, a int, weight float64) Part {
		n, i := r.w.N(), r.talks.seats[a]
		var unlike, others []Part
		for b, j := range r.talks.seats {
			if b != a {
				unlike = append(unlike, made("×", r.takesPart(b),
					made("-", figure("1", 1), figure("likeness", r.w.affinity[r.Tick][i*n+j]))).about(r.w.States[j]))
				others = append(others, r.takesPart(b).about(r.w.States[j]))
			}
		}
		number := made("+", others...).named("number expected")
		if number.Value == 0 {
			return weighed(-weight, figure("mean unlikeness", 0))
		}
		return made("/", weighed(-weight, made("+", unlike...).named("unlikeness of those expected")), number)
	},
}

// home is what the present government thinks of the clause (opinion.go).
//
//	home = +home × stance_i
var home = measure{
	func(r *Run, a int, weight float64) float64 {
		return weight * r.thinks(r.talks.clause, r.talks.seats[a])
	},
	func(r *Run, a int, weight float64) Part {
		i := r.talks.seats[a]
		if stance, ok := r.alarmedWorked(r.talks.clause, i); ok {
			return weighed(weight, stance)
		}
		stance, name := r.thinks(r.talks.clause, i), "stance"
		switch clause := &r.w.clauses[r.talks.clause]; {
		case clause.blessing != nil:
			name = "stance, with what powers outside press for"
		case clause.stance != nil && clause.speaks[i]:
			name = "stance on this clause"
		}
		return weighed(weight, figure(name, stance))
	},
}

// unsteadiness is the brake that the article sees in one's own changes of government. The record does not show it (see
// ODD.md), so its weight may take either sign.
//
//	volatility = -volatility × changes of government a year × spread
var unsteadiness = product(-1, volatility)

// audience is the price at home of a promise that a successor may have to break (Fearon 1994, APSR 88(3)): it needs
// voters who mind and a government that may fall.
//
//	audience = -audience × depth × polyarchy × changes of government a year × spread
var audience = product(-1, depth, factor{"democracy", func(r *Run, a int) float64 { return r.w.polyarchy[r.Tick][r.talks.seats[a]] }}, volatility)

// reluctance is the weight of leaving things as they are. It is the same for all clauses, so its measure is 1.
//
//	reluctance = -reluctance
var reluctance = product(-1)
