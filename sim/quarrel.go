package sim

// quarrel is how much a friction weighs. By the rubric 0.2 is an old quarrel with nothing at issue and 0.8 a war unsettled;
// as a square, which is ours, the second weighs sixteen times the first.
//
//	quarrel = friction ^ quarrel
func (p Common) quarrel(friction float64) float64 {
	if p.Quarrel == 2 { // to the last bit, and fast
		return friction * friction
	}
	return pow(friction, p.Quarrel)
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
