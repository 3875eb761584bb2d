package sim

// quarrel is what a friction counts for. By the rubric 0.2 is an old quarrel with nothing at issue and 0.8 a war unsettled;
// as a square, which is ours, the second counts for sixteen times the first.
//
//	what it counts for = friction ^ quarrel,    the exponent quarrel a constant
func (p Common) quarrel(friction float64) float64 {
	if p.Quarrel == 2 { // to the last bit, and fast
		return friction * friction
	}
	return pow(friction, p.Quarrel)
}

// friction is the worst quarrel at the table: a clause binds to each signatory separately, so one enemy among them is
// enough (the article on Seoul and Tokyo). It counts for its power by the exponent quarrel, above.
//
//	friction = -friction × max_j (e_j × friction_ij ^ quarrel)
//
// By hand, friction 5 and quarrel 2: of quarrels of 0.4 with one that is sure to sign and of 0.6 with one expected by a third, the first
// is the worse, and -5 × 0.16 = -0.8.
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
	func(r *Run, a int, weight float64) Working {
		t, n, i := &r.talks, r.w.N(), r.talks.seats[a]
		worst := leaf("quarrel", 0)
		for b, j := range t.seats {
			if f := r.w.friction[r.Tick][i*n+j]; b != a && f > 0 {
				quarrel := made("^", leaf("quarrel", f), leaf("exponent", r.w.Parameters.Common.Quarrel))
				if here := made("×", r.expectWorked(b), quarrel).about(r.w.States[j]); here.Value > worst.Value {
					worst = here
				}
			}
		}
		return weighed(-weight, worst)
	},
}
