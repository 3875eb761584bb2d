package sim

// leash is what a state minds of partners with live disputes of their own, at a table where it cannot hold them back:
// their quarrels with the rival that it would newly owe a part in, counted the more the more share the say over them.
//
//	leash   = -leash × many × Σ_j e_j × duty_ij × (max_r contest_jr) ^ quarrel,    j over the others, r over the clause's rivals
//	many    = 1 - 1 / max(Σ_j e_j, 1)
//
// duty_ij is what i would newly owe j (talks.go), so that a client whom a treaty binds already adds nothing, and a
// clause between two keeps the leash on: many is 0 with one partner, a half with two and near 1 with ten. A dispute
// weighs as a quarrel does (quarrel.go): as shipped by its square, so that one with troops facing each other (0.8)
// weighs sixteen times standing pressure (0.2).
//
// That an ally's quarrels entrap, the more so the less one can withhold support, is Snyder (1984, "The Security Dilemma
// in Alliance Politics", World Politics 36(4)); that Washington kept Rhee and Chiang on bilateral treaties to hold them
// back is Cha (2010, "Powerplay", International Security 34(3)). Cha writes of the patron; every state is minded alike
// here, and one of little duty minds little. Neither gives a formula. Entrapment (entrapment.go) counts others' dangers
// that one does not share, whatever their number.
//
// By hand: two partners that are sure to come, one with a dispute of 0.8 and one with 0.2, to each of whom 0.5 is newly
// owed. many is 1 - 1/2, the disputes come to 0.5 × 0.64 + 0.5 × 0.04 = 0.34: at 3 logits, -3 × 0.5 × 0.34 = -0.51.
var leash = measure{
	func(r *Run, a int, weight float64) float64 {
		t, m := &r.talks, len(r.talks.seats)
		sum := 0.0
		for b, j := range t.seats {
			if duty := t.duty[a*m+b]; duty > 0 {
				sum += float64(t.expect[b] * duty * r.w.Parameters.Common.quarrel(r.disputed(j)))
			}
		}
		return -weight * r.many(a) * sum
	},
	func(r *Run, a int, weight float64) Working {
		t, m := &r.talks, len(r.talks.seats)
		var disputes []Working
		for b, j := range t.seats {
			if duty := t.duty[a*m+b]; duty > 0 {
				dispute := made("^", leaf("dispute", r.disputed(j)), leaf("exponent", r.w.Parameters.Common.Quarrel))
				disputes = append(disputes, made("×", r.expectWorked(b), leaf("new duty", duty), dispute).about(r.w.States[j]))
			}
		}
		return weighed(-weight, leaf("how far it is one of many", r.many(a)), made("+", disputes...).called("live disputes newly owed"))
	},
}

// disputed is the worst standing contest of a state with a rival of the clause.
func (r *Run) disputed(j int) float64 {
	k, worst := len(r.w.rivals), 0.0
	for _, q := range r.w.clauses[r.talks.clause].against {
		worst = max(worst, r.w.contest[r.Tick][j*k+q])
	}
	return worst
}

// many is how far the state on seat a shares the say over each partner with others, in [0, 1].
func (r *Run) many(a int) float64 {
	if others := r.expected(a, func(int) float64 { return 1 }); others > 1 {
		return 1 - 1/others
	}
	return 0
}
