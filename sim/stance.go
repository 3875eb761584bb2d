package sim

// declare notes what each government thinks of a clause.
func (r *Run) declare() {
	for i := range r.stances {
		r.stances[i] = r.stanceOf(i)
	}
	r.declareOwn()
}

// stanceOf is what the government of i thinks of a clause, in [-1, 1], alarmed as it is (alarm.go).
func (r *Run) stanceOf(i int) float64 {
	return r.alarmed(i, r.calmStance(i, r.w.stance[r.Tick][i], r.w.centre[r.Tick][i]))
}

// calmStance is the stance of the government of i: that of the first is known, and so is that of one brought by an event; any
// other lies about the middle of the parties. That it may lie anywhere between them alike is judgement.
//
//	stance = centre + spread × u, within -1 and 1,    u uniform on [-1, 1], drawn once for the government
//
// By hand: about a centre of 0.2 with a spread of 0.5, a government drawn at -0.6 has 0.2 - 0.3 = -0.1.
func (r *Run) calmStance(i int, first, centre float64) float64 {
	switch {
	case !r.replaced[i]:
		return first
	case r.imposed[i]:
		return r.imposedStance[i]
	}
	return clamp(centre+float64(r.w.spread[r.Tick][i]*r.lean[i]), -1, 1)
}
