package sim

// Ratification holds the constants of home approval.
type Ratification struct {
	Jitter  float64 `toml:"jitter" range:"[0,1]" unit:"share by which the time to the vote varies either way"`
	Refusal float64 `toml:"refusal" range:"[0,1]" unit:"chance that a full democracy whose government is neutral refuses"`
}

// refuses is the chance that parliament or people turn a signed clause down: they need a say, and a government that
// does not press for it. The form is judgement, after the French Assembly and the European Defence Community (1954).
//
//	P(refuses) = refusal × polyarchy × (1 - stance),    at most 1
//
// By hand, refusal 0.1: where polyarchy is 0.8 and the government half against it, 0.1 × 0.8 × 1.5 = 0.12.
func (p Ratification) refuses(polyarchy, stance float64) float64 {
	return clamp(p.Refusal*polyarchy*(1-stance), 0, 1)
}

// ratify is step 7: members vote on accessions, signatories put the clause to the vote at home when it is due, and the
// clause enters into force when its own rule is met.
func (r *Run) ratify() {
	w, n := r.w, r.w.N()
	for c := range w.clauses {
		invited := w.clauses[c].invited
		for _, i := range invited { // all members vote on all accessions before any of them takes effect
			if p := c*n + i; r.status[p] == signed && !r.admitted[p] {
				r.admitted[p] = r.inForce[c] && r.admits(c, i)
			}
		}
	}
	for c := range w.clauses {
		invited := w.clauses[c].invited
		for _, i := range invited {
			p := c*n + i
			if r.status[p] != signed || !r.admitted[p] {
				continue
			}
			if r.dueAt[p] < 0 {
				r.dueAt[p] = r.Tick + r.voteAfter(c, i)
			}
			if r.Tick >= r.dueAt[p] {
				r.vote(c, i)
			}
		}
	}
	changed := false
	for c := range w.clauses {
		was := r.inForce[c]
		r.enter(c)
		changed = changed || r.inForce[c] != was
	}
	if changed {
		r.count()
	}
}

// voteAfter is how many ticks after its signature, or its admission, a state votes. The form is judgement. To the nearest tick,
//
//	ratification × (1 + jitter × u),    u uniform on [-1, 1]
func (r *Run) voteAfter(c, i int) int {
	j := r.w.Parameters.Ratification.Jitter
	u := r.luck.roll(ratificationTime, keyOfTwo(r.w.key[i], r.w.clauses[c].key), r.now)
	return r.w.ticksOf(r.w.clauses[c].ratification * (1 + float64(j*(2*u-1))))
}

// vote lets parliament or people of i accept clause c, or turn it down.
func (r *Run) vote(c, i int) {
	p := c*r.w.N() + i
	refusal := r.w.Parameters.Ratification.refuses(r.w.polyarchy[r.Tick][i], r.stanceOn(c, i))
	if r.luck.roll(homeVote, keyOfTwo(r.w.key[i], r.w.clauses[c].key), r.now) < refusal {
		r.setStatus(p, apart)
		r.refused[p] = true
		return
	}
	r.setStatus(p, ratified)
	r.ratifiedAt[p] = r.Tick
	if r.firstRatified[p] < 0 {
		r.firstRatified[p] = r.Tick
	}
}
