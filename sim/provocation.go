package sim

// provocation is what a state spares a rival that could still become worse: a promise that the rival has to reckon with
// gives it a reason to turn on whoever makes it.
//
//	provocation = -provocation × depth × Σ_r min(1, table / strength_r) × max(exposure_ir - threat_ir, 0)
//	table       = C_i + Σ_j e_j C_j,    j over the others at the table
//
// exposure_ir is the threat that i would feel if r meant nothing but harm (threat.go), at most 1 like any threat, so that the
// difference is how much worse r could still become: much for a neighbour left alone, nothing for one that is struck already. A table too
// weak to matter provokes less. r runs over the clause's rivals; none provokes itself.
//
// That arms against a state that means no harm make an enemy of it is Jervis's spiral (1978, "Cooperation under the
// Security Dilemma", World Politics 30(2)); that states stay out so as not to provoke a great neighbour is the
// article's. Neither gives a formula. Nobody here is provoked in earnest: the term is what a state expects, and the
// rivals answer by response.go whatever it weighs.
//
// By hand: a state of 0.1 beside a rival of 0.5 that could frighten it with 0.9 and does with 0.2, and a partner of 0.3
// that is expected with 0.5. The table has 0.1 + 0.5 × 0.3 = 0.25, half of the rival. A promise of depth 0.8 provokes
// 0.8 × 0.5 × 0.7 = 0.28: at 3 logits, -0.84.
var provocation = measure{
	func(r *Run, a int, weight float64) float64 {
		t, i, k := &r.talks, r.talks.seats[a], len(r.w.rivals)
		table, sum := r.atTable(a), 0.0
		for _, q := range r.w.clauses[t.clause].against {
			if r.w.rivals[q].state != i {
				sum += float64(matches(table, r.strength[q]) * r.room(i*k+q))
			}
		}
		return -weight * t.depth * sum
	},
	func(r *Run, a int, weight float64) Working {
		t, i, k := &r.talks, r.talks.seats[a], len(r.w.rivals)
		table := r.atTable(a)
		var parts []Working
		for _, q := range r.w.clauses[t.clause].against {
			if p := i*k + q; r.w.rivals[q].state != i {
				worst := r.couldFeel(p)
				worse := made("-", leaf("threat if it meant nothing but harm", worst), leaf("threat felt", min(r.threat[p], worst)))
				parts = append(parts, made("×", leaf("how far the table is a match for it", matches(table, r.strength[q])), worse).
					about(r.w.Rivals[q]))
			}
		}
		return weighed(-weight, leaf("depth", t.depth), made("+", parts...).called("how much worse the rivals could become"))
	},
}

// atTable is the capability of the state on seat a and of the others as far as they are expected.
func (r *Run) atTable(a int) float64 {
	capability := r.w.capability[r.Tick]
	return capability[r.talks.seats[a]] + r.expected(a, func(j int) float64 { return capability[j] })
}

// matches is how far one strength is a match for another: their ratio, at most 1; 1 for a rival that has nothing.
func matches(table, strength float64) float64 {
	if table >= strength {
		return 1
	}
	return table / strength
}

// room is how much worse than now a state could come to feel a rival, at a place of state × rival.
func (r *Run) room(place int) float64 { return max(r.couldFeel(place)-r.threat[place], 0) }

// couldFeel is the threat that a state would feel if the rival meant nothing but harm, at such a place: a lever may raise exposure above 1, and
// no threat.
func (r *Run) couldFeel(place int) float64 { return min(r.w.exposure[r.Tick][place], 1) }
