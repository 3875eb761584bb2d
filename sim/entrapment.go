package sim

// entrapment is the danger of others that the state would newly have to share and does not feel itself (Snyder 1984,
// "The Security Dilemma in Alliance Politics", World Politics 36(4)).
//
//	entrapment = -entrapment × Σ_j e_j × duty_ij × p_j(with_j and i's gain in full) × (1 - overlap_ij)
//
// By hand, entrapment 10: of one partner that is sure to sign, to whom a depth of 0.5 is newly owed, that is in danger of 0.2 even with
// i's help, and a quarter of whose threat i feels too, -10 × 1 × 0.5 × 0.2 × 0.75 = -0.75.
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
	func(r *Run, a int, weight float64) Working {
		t, m, i := &r.talks, len(r.talks.seats), r.talks.seats[a]
		own := r.fear(i)
		var parts []Working
		for b, j := range t.seats {
			if duty, other := t.duty[a*m+b], r.fear(j); duty > 0 && other > own {
				_, with := t.aided(b, a)
				parts = append(parts, made("×", r.expectWorked(b), leaf("new duty", duty), r.dangerWorked(j, with).called("its danger"),
					made("-", leaf("1", 1), leaf("share of its threat felt here", overlap(own, other)))).about(r.w.States[j]))
			}
		}
		return weighed(-weight, made("+", parts...).called("others' dangers newly shared"))
	},
}
