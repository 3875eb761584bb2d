package sim

import "slices"

// Response holds the constants of what a rival does about a signature.
type Response struct {
	Worthwhile float64 `toml:"worthwhile" postures:"adaptive" range:"[0,1]" unit:"trade with the rival as a share of GDP above which an adaptive rival thinks punishment worth it"`
	Sting      float64 `toml:"sting" range:"[0,1]" unit:"size of the alarm that coercion causes"`
	Courtship  float64 `toml:"courtship" postures:"conciliatory adaptive" range:"[0,1]" unit:"share a year by which courting lowers alarm and raises trade"`
}

// retaliation is the chance that rival q punishes the signature of a clause in trade: its habit, by the
// depth of the promise. An adaptive rival spares those with whom it trades too little to hurt them.
// The form is judgement.
//
//	P(retaliation) = retaliation_r × depth;  0 for an adaptive rival if stake_ir < worthwhile
//
// By hand: a habit of 0.5 punishes a promise of depth 0.8 with a chance of 0.4.
func (r *Run) retaliation(q int, depth, stake float64) float64 {
	rival := &r.w.rivals[q]
	if rival.posture[r.Tick] == Adaptive && stake < r.w.Parameters.Response.Worthwhile {
		return 0
	}
	return rival.retaliation[r.Tick][0] * depth
}

// respond is step 9: rivals punish this tick's signatures, then court those who have not signed. The form is judgement. Δ is a tick in
// years.
//
//	punished, with P(retaliation):  stopped = max(stopped, cut),  moves = join(moves, noticed(sting))
//	courted:  soothed = join(soothed, courtship × Δ),  shift of trade × (1 + courtship × Δ)
//
// By hand: a punishment that stops 0.4 of the flow and stings with 0.5, of one who was alarmed at nothing, leaves 0.4 stopped and moves
// of 0.5. Who is courted at 0.1 a year is soothed by 0.025 in a quarter, and trades 1.025 times as much.
func (r *Run) respond() {
	w, n, k := r.w, r.w.N(), len(r.w.rivals)
	p := &w.Parameters.Response
	for c := range w.clauses {
		clause := &w.clauses[c]
		depth := clause.depth[r.Tick][0]
		for _, q := range clause.against {
			for _, i := range clause.invited {
				if r.signedAt[c*n+i] != r.Tick {
					continue
				}
				place := i*k + q
				key := keyOfTwo(w.rivals[q].key, w.key[i]) ^ clause.key
				if r.luck.roll(rivalPunishes, key, r.now) < r.retaliation(q, depth, r.stake(place)) {
					r.stopped[place] = max(r.stopped[place], w.Parameters.Trade.Cut)
					r.moved[place] = join(r.moved[place], w.Parameters.Threat.noticed(p.Sting))
				}
			}
		}
	}
	for place := range r.dependence {
		if i, q := place/k, place%k; w.rivals[q].courts(r.Tick, r.stake(place), p.Worthwhile) && r.undecided(i, q) {
			r.soothed[place] = join(r.soothed[place], p.Courtship*w.years)
			r.shift[place] *= 1 + float64(p.Courtship*w.years)
		}
	}
}

// undecided tells whether i may sign some clause against rival q and has not.
func (r *Run) undecided(i, q int) bool {
	for c := range r.w.clauses {
		clause := &r.w.clauses[c]
		if s := slices.Index(clause.invited, i); s >= 0 && slices.Contains(clause.against, q) && r.mayjoin(c, s) {
			return true
		}
	}
	return false
}

// courts tells whether a rival woos a state that has yet to sign (Crawford 2011, "Preventing Enemy Coalitions: How
// Wedge Strategies Shape Power Politics", International Security 35(4)).
func (q *rival) courts(tick int, stake, worthwhile float64) bool {
	return q.posture[tick] == Conciliatory || q.posture[tick] == Adaptive && stake < worthwhile
}
