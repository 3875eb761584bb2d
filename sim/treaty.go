package sim

// keepTreaties lets the scenario's ties begin and end at their dates, and defence treaties dissolve at their hazard. A tie
// lifts its pair to its rung; the work that it began outlives it, one rung lower. Δ is a tick in years.
//
//	rung = max(rung, the tie's)    when it begins
//	rung = the tie's - 1           when it ends, if the pair has climbed no further
//	P(a defence treaty dissolves) = 1 - exp(-dissolution × Δ)
//
// The rate is that of defence pairs in ATOP; that the work outlives the tie is judgement.
func (r *Run) keepTreaties() {
	w, n := r.w, r.w.N()
	ends := r.luck.all(treatyEnds, r.now)
	for k := range w.treaties {
		t := &w.treaties[k]
		begins := r.Tick == max(t.from, 0)
		switch {
		case begins && t.until > r.Tick:
			r.alive[k] = true
			if t.rung < RungDefence {
				r.setRung(t.a, t.b, max(r.rung[t.a*n+t.b], t.rung))
			}
		case r.alive[k] && r.Tick >= t.until:
			r.alive[k] = false
			if t.rung < RungDefence && r.rung[t.a*n+t.b] == t.rung {
				r.setRung(t.a, t.b, t.rung-1)
			}
		case r.alive[k] && t.rung == RungDefence:
			r.alive[k] = ends.roll(t.key) >= w.dissolves
		}
	}
}
