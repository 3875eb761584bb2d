package sim

// Aid holds the constants of what an ally is worth.
type Aid struct {
	Local       float64 `toml:"local" range:"[100,20000]" unit:"km at which the means of a state without projection fall to 1/e"`
	Global      float64 `toml:"global" range:"[100,40000]" unit:"km, the same for a state that projects over the world"`
	Reliability float64 `toml:"reliability" range:"[0,1]" unit:"share of promises honoured when invoked"`
	Doubt       float64 `toml:"doubt" range:"[0,5]" unit:"loss of reliability (log) for a change of government a year to the other end of politics"`
}

// reliability is the share of its promises that a partner can be trusted to keep; it falls with the partner's policy
// volatility (drivers.go).
//
//	reliability × commitment × exp(-doubt × policy volatility)
//
// Leeds, Long & Mitchell (2000), "Reevaluating Alliance Reliability", JCR 44(5), for the level; Leeds, Mattes & Vogel
// (2009) for the fall.
//
// By hand, reliability 0.75 and doubt 0.5: a partner that changes its policy once a year keeps 0.75 × e^-0.5 = 0.455 of its word.
func (p Aid) reliability(volatility, commitment float64) float64 {
	return p.Reliability * commitment * exp(-float64(p.Doubt*volatility))
}

// committed is the commitment that gives a reliability: the inverse of the above, 0 if nothing could.
func (p Aid) committed(reliability, volatility float64) float64 {
	if full := p.reliability(volatility, 1); full > 0 {
		return reliability / full
	}
	return 0
}

// reach is the share of its means that a state can bring over a distance; projection stretches the distance at which
// it falls to 1/e from local to global. After Boulding (1962), Conflict and Defense.
//
//	reach = exp(-km / (local + projection × (global - local)))
//
// By hand, local 1,000 km and global 9,000: with a projection of 0.5 a state brings e^-1 = 0.37 of its means over 5,000 km.
func (p Aid) reach(km, projection float64) float64 {
	return exp(-km / (p.Local + float64(projection*(p.Global-p.Local))))
}

// count adds up what each state can rely on before any clause on the table, and how strong each rival is.
func (r *Run) count() {
	w, n := r.w, r.w.N()
	r.talks.laid = false
	r.believe()
	r.deepen()
	r.campUp()
	r.appraise()
	for i := range n {
		r.aid[i] = r.relies(i, r.depth[i*n:i*n+n])
		for q := range w.rivals {
			s := w.rivals[q].state
			r.rivalAid[i*len(w.rivals)+q] = r.depth[i*n+s] * r.worth[i*n+s]
		}
	}
	for q := range w.rivals {
		r.strength[q] = r.might(q)
	}
}

// relies is what i can rely on: its own means and what others would bring, by the depth at which each is tied to it.
//
//	A_i = C_i + Σ_j depth_ij × worth_ij
//
// By hand: 0.1 of its own, and a patron whose full promise is worth 0.15, tied to it by a depth of 0.3, make 0.1 + 0.3 × 0.15 = 0.145.
func (r *Run) relies(i int, depths []float64) float64 {
	a := r.w.capability[r.Tick][i]
	worth := r.worth[i*len(depths):][:len(depths)]
	for j, depth := range depths {
		a += float64(depth * worth[j])
	}
	return a
}

// appraise works out what the full promise of j would bring to i.
//
//	worth_ij = reliability_j × trust_ij × reach_ij × C_j
//
// By hand: next door, a patron of 0.3 that is half reliable and wholly trusted is worth 0.15.
func (r *Run) appraise() {
	w, n := r.w, r.w.N()
	reliable, reach, capability := w.reliable[r.Tick], w.reach[r.Tick], w.capability[r.Tick]
	for i := range n {
		worth, trust, reach := r.worth[i*n:i*n+n], r.trust[i*n:i*n+n], reach[i*n:i*n+n]
		for j := range worth {
			worth[j] = reliable[j] * trust[j] * reach[j] * capability[j]
		}
	}
}

// might is a rival's own means and those of its allies. Distance does not dull its allies' help: the rival chooses
// where to fight. A state that is asked to join a clause against the rival does not fight for it. That is judgement.
//
//	strength_r = C_r + Σ_j depth_rj × reliability_j × trust_rj × C_j,    j over all who are not asked
//
// By hand: with 0.2 of its own and an ally of 0.3 that is half reliable, by a tie of depth 0.4, it has 0.2 + 0.4 × 0.5 × 0.3 = 0.26;
// were that ally half trusted, 0.23.
func (r *Run) might(q int) float64 {
	w, n, t := r.w, r.w.N(), r.Tick
	i := w.rivals[q].state
	m := w.capability[t][i]
	for j := range n {
		if d := r.depth[i*n+j]; d > 0 && !w.rivals[q].asked[j] {
			m += float64(d * w.reliable[t][j] * r.trust[i*n+j] * w.capability[t][j])
		}
	}
	return m
}
