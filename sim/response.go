package sim

// Response holds the constants of what a rival does about a signature.
type Response struct {
	Worthwhile float64 `toml:"worthwhile" range:"[0,1]" unit:"trade with the rival as a share of GDP above which an adaptive rival thinks punishment worth it"`
	Sting      float64 `toml:"sting" range:"[0,1]" unit:"size of the alarm that coercion causes"`
	Courtship  float64 `toml:"courtship" range:"[0,2]" unit:"share a year by which courting lowers alarm and raises trade"`
}

// retaliation is the chance that rival q punishes a signature of the clause on the table in trade: its habit, by the
// depth of the promise. An adaptive rival spares those with whom it trades too little to hurt them.
func (r *Run) retaliation(q int, exposure float64) float64 {
	rival := &r.w.rivals[q]
	if rival.posture == Adaptive && exposure < r.w.Parameters.Response.Worthwhile {
		return 0
	}
	return rival.retaliation[r.Tick][0] * r.talks.depth
}

// respond is step 9: rivals punish this tick's signatures and court those who have not signed.
func (r *Run) respond() {
	w, n, k := r.w, r.w.N(), len(r.w.rivals)
	p := &w.Parameters.Response
	for c := range w.clauses {
		clause := &w.clauses[c]
		r.talks.depth = clause.depth[r.Tick][0]
		for _, q := range clause.against {
			for s, i := range clause.invited {
				place := i*k + q
				flow := w.Parameters.Trade.exposure(r.share[place], w.openness[r.Tick][i])
				switch {
				case r.status[c*n+i] == signed && r.signedAt[c*n+i] == r.Tick:
					key := both(w.rivals[q].key, w.key[i]) ^ clause.key
					if r.luck.roll(rivalPunishes, key, r.now) < r.retaliation(q, flow) {
						r.stopped[place] = max(r.stopped[place], w.Parameters.Trade.Cut)
						r.moved[place] = join(r.moved[place], w.Parameters.Threat.noticed(p.Sting))
					}
				case r.mayjoin(c, s) && w.rivals[q].courts(flow, p.Worthwhile):
					r.moved[place] *= max(1-float64(p.Courtship*w.years), 0)
					r.shift[place] *= 1 + float64(p.Courtship*w.years)
				}
			}
		}
	}
}

// courts tells whether a rival woos a state that has yet to sign (Crawford 2011, "Preventing Enemy Coalitions: How
// Wedge Strategies Shape Power Politics", International Security 35(4)).
func (q *rival) courts(exposure, worthwhile float64) bool {
	return q.posture == Conciliatory || q.posture == Adaptive && exposure < worthwhile
}
