package sim

// breaks is the chance that a new government suspends its work with a partner (GSOMIA 2019, VFA 2020): it needs a
// quarrel, dislike of clauses, and no restraint by regime (Leeds, Mattes & Vogel 2009, AJPS 53(2)). The form is judgement.
//
//	P(breaks) = suspension × friction × (1 - stance) / 2 × (1 - restraint × polyarchy)
//
// By hand, suspension 0.5 and restraint 0.5: friction of 0.4, a stance of -0.5 and polyarchy of 0.8 make 0.5 × 0.4 × 0.75 × 0.6 = 0.09.
func (p Politics) breaks(friction, stance, polyarchy float64) float64 {
	return float64(p.Suspension * friction * (1 - stance) / 2 * (1 - float64(p.Restraint*polyarchy)))
}

// suspend lets new governments suspend the work of a pair, and pairs whose work is suspended take it up again. Where the
// governments of both are new either may break, each by itself. The form is judgement. Δ is a tick in years.
//
//	P(suspended) = 1 - (1 - P(i breaks)) × (1 - P(j breaks)),    P(breaks) 0 for a government that is not new
//	P(resumed)   = 1 - 2^(-Δ / resumption)
//
// By hand: two new governments of which one breaks with 0.09 and the other with 0.2 make 1 - 0.91 × 0.8 = 0.272; the second alone makes
// 0.2. With a resumption of one year, what is suspended resumes in a quarter with 1 - 2^(-0.25) = 0.159.
func (r *Run) suspend() {
	w, n := r.w, r.w.N()
	friction, polyarchy := w.friction[r.Tick], w.polyarchy[r.Tick]
	for _, both := range w.relations {
		i, j := both[0], both[1]
		pair := i*n + j
		if r.asleep[i].Has(j) {
			if r.luck.roll(tieResumed, w.pairKey[pair], r.now) < w.resumes {
				r.setAsleep(i, j, false)
			}
			continue
		}
		if !(r.fresh[i] || r.fresh[j]) || friction[pair] == 0 {
			continue
		}
		broken := 0.0 // the chance of it
		if r.fresh[i] {
			broken = w.Parameters.Politics.breaks(friction[pair], r.stances[i], polyarchy[i])
		}
		if r.fresh[j] {
			broken = join(broken, w.Parameters.Politics.breaks(friction[pair], r.stances[j], polyarchy[j]))
		}
		if r.luck.roll(tieSuspended, w.pairKey[pair], r.now) < broken {
			r.setAsleep(i, j, true)
		}
	}
}

// setAsleep suspends the work of a pair, or has it resume.
func (r *Run) setAsleep(i, j int, asleep bool) {
	r.asleep[i].put(j, asleep)
	r.asleep[j].put(i, asleep)
}
