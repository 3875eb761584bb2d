package sim

// What a government thinks of one clause: its general stance, unless the clause gives its own, and what powers press for from
// outside the table.
//
// A stance is on a clause with the table's leading power. Sweden in 1948 would have none with Washington and proposed one of
// the North's own; so a clause may give its own stances, which stand in place of the general ones for it alone. Of a new
// government the parties' spread is laid about them.

// layOpinions lays out the stances and the blessings that a clause gives of its own.
func (w *World) layOpinions(c *clause, s *Clause) {
	if len(s.Stance) > 0 {
		c.speaks = make([]bool, w.N())
		for id := range s.Stance {
			c.speaks[w.State(id)] = true
		}
		c.stance = w.lay(w.N(), func(i int, d Date) float64 {
			if !c.speaks[i] {
				return 0
			}
			return w.opinion(s.Stance[w.States[i]].At(d), d, i)
		})
	}
	if len(s.Blessing) > 0 {
		powers := names(s.Blessing)
		for _, id := range powers {
			c.powers = append(c.powers, w.State(id))
		}
		c.blessing = w.lay(len(powers), func(k int, d Date) float64 { return s.Blessing[powers[k]].At(d) })
	}
}

// declareOwn notes what each government thinks of each clause that gives its own stances.
func (r *Run) declareOwn() {
	n := r.w.N()
	for c := range r.w.clauses {
		clause := &r.w.clauses[c]
		if clause.stance == nil {
			continue
		}
		for i, speaks := range clause.speaks {
			if speaks {
				r.own[c*n+i] = r.alarmed(i, r.calmStance(i, clause.stance[r.Tick][i], clause.stance[r.Tick][i]))
			}
		}
	}
}

// stanceOn is what the government of i makes of clause c, in [-1, 1].
func (r *Run) stanceOn(c, i int) float64 {
	clause := &r.w.clauses[c]
	stance := r.stances[i]
	if clause.stance != nil && clause.speaks[i] {
		stance = r.own[c*r.w.N()+i]
	}
	if clause.blessing == nil {
		return stance
	}
	return clamp(stance+r.heeds(c, i), -1, 1)
}

// heeds is how far powers outside the table move what the government of i thinks of clause c. A power is heeded as far as the
// state needs it: as far as the state is afraid, and as far as the power could make good what it lacks.
//
//	heeds_i = Σ_b blessing_b × fear_i × W_ib / (W_ib + A_i)
//
// W_ib is what the full promise of b would bring to i, and A_i what i can rely on without b, so that a power that one has a
// treaty with is heeded no more than one whose treaty one might have. Without a blessing it is 0.
//
// That leverage over a partner is the partner's dependence, and dependence is need over what others could do, is Snyder
// (1984; 1997, Alliance Politics, ch. 6). The form, and that all of it moves the stance, are judgement: no data pin them.
// By hand: a power that would bring 0.15 to a state of 0.1 in fear of 0.5 is heeded to 0.5 × 0.15/0.25 = 0.3; opposed to a
// clause with 0.5, it takes 0.15 off the stance.
func (r *Run) heeds(c, i int) float64 {
	clause, n := &r.w.clauses[c], r.w.N()
	fear, sum := r.fearOf(c, i), 0.0
	for k, b := range clause.powers {
		full := r.worth[i*n+b]
		own := r.aid[i] - float64(r.depth[i*n+b]*full)
		sum += float64(clause.blessing[r.Tick][k] * fear * prevails(full, own))
	}
	return sum
}

// StanceOn is what the government of a state that the scenario tells of thinks of clause c on a day, before any has fallen in a
// run and whatever powers outside press for.
func (w *World) StanceOn(c int, id string, day Date) float64 {
	stance := w.Scenario.States[id].Stance
	if own, ok := w.Scenario.Clauses[w.Clauses[c]].Stance[id]; ok {
		stance = own
	}
	return w.opinion(stance.At(day), day, w.State(id))
}

// home is what the present government thinks of the clause (opinion.go).
//
//	home = +home × stance_i
var home = measure{
	func(r *Run, a int, weight float64) float64 {
		return weight * r.stanceOn(r.talks.clause, r.talks.seats[a])
	},
	func(r *Run, a int, weight float64) Working {
		i := r.talks.seats[a]
		if stance, ok := r.alarmedWorked(r.talks.clause, i); ok {
			return weighed(weight, stance)
		}
		stance, name := r.stanceOn(r.talks.clause, i), "stance"
		switch clause := &r.w.clauses[r.talks.clause]; {
		case clause.blessing != nil:
			name = "stance, with what powers outside press for"
		case clause.stance != nil && clause.speaks[i]:
			name = "stance on this clause"
		}
		return weighed(weight, leaf(name, stance))
	},
}
