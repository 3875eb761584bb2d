package sim

// interest is the danger that the state's own promise takes off the others, each counted by what the rival would gain
// with it: its capability as a share of the rival's, at most 1. It is why a patron joins (Kennan's centres of
// industrial power; Mearsheimer 2001 on the offshore balancer).
//
//	interest = +interest × Σ_j e_j × min(1, C_j / max_r strength_r)
//	                           × [p_j(with_j less i's gain) - p_j(with_j and i's gain in full)]
//
// By hand, interest 2: of a partner that is sure to sign, has half the rival's capability, and would be in danger of 0.3 without i and of
// 0.1 with it, 2 × 1 × 0.5 × (0.3 - 0.1) = 0.2.
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
	func(r *Run, a int, weight float64) Working {
		t, m, strongest := &r.talks, len(r.talks.seats), r.rivalStrength()
		var parts []Working
		for b, j := range t.seats {
			if strongest == 0 || t.gain[a*m+b] == 0 || t.expect[b] == 0 {
				continue
			}
			without, with := t.aided(b, a)
			parts = append(parts, made("×", r.expectWorked(b), leaf("what the rival would gain with it", min(1, r.w.capability[r.Tick][j]/strongest)),
				made("-", r.dangerWorked(j, without).called("its danger without"), r.dangerWorked(j, with).called("its danger with"))).
				about(r.w.States[j]))
		}
		return weighed(weight, made("+", parts...).called("danger taken off the partners"))
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

// rivalStrength is the strength of the strongest rival of the clause.
func (r *Run) rivalStrength() float64 {
	strongest := 0.0
	for _, q := range r.w.clauses[r.talks.clause].against {
		strongest = max(strongest, r.strength[q])
	}
	return strongest
}
