package sim

// climb is the rate a year at which two states take their cooperation up a rung. It needs a threat that both feel, and
// is dulled by quarrels, unlikeness, reluctant governments and distance; partners in common quicken it. That agreements
// spread through shared partners is Kinne (2018, "Defense Cooperation Agreements and the Emergence of a Global Security
// Network", International Organization 72(4)); the form is ours.
//
//	climb = rate × shared × (1 - friction) × affinity × (2 + stances) / 4 × reach × (1 + closure × partners)
//
// stances is the sum of both governments', in [-2, 2]; reach the better of the two directions; partners the share in common.
//
// By hand, rate 6 and closure 1: a threat of 0.2 shared, friction 0.5, affinity 0.8, governments of no mind, reach 0.5 and a quarter of
// the partners in common make 6 × 0.2 × 0.5 × 0.8 × 2/4 × 0.5 × 1.25 = 0.15 a year.
func (p *Diplomacy) climb(shared, friction, affinity, stances, reach, partners float64) float64 {
	return p.Rate * shared * (1 - friction) * affinity * (2 + stances) / 4 * reach * (1 + float64(p.Closure*partners))
}

// lapses is the rate a year at which two states let their cooperation fall a rung: the less threat they share, the sooner.
// The form is judgement.
//
//	lapses = lapse × (1 - shared)
func (p *Diplomacy) lapses(shared float64) float64 { return p.Lapse * (1 - shared) }

// keepRungs lets each pair climb a rung a tick at most, unless its work is suspended or one of the two is barred, and fall
// one if it does not climb. Nobody climbs to a defence treaty. Δ is a tick in years.
//
//	P(climbs) = 1 - exp(-climb × Δ)
//	P(lapses) = 1 - exp(-lapses × Δ)
func (r *Run) keepRungs() {
	r.raised = r.raised[:0]
	w, n := r.w, r.w.N()
	p := &w.Parameters.Diplomacy
	friction, affinity, reach := w.friction[r.Tick], w.affinity[r.Tick], w.reach[r.Tick]
	deepens, lapses := r.luck.all(tieDeepens, r.now), r.luck.all(tieLapses, r.now)
	for i := range n {
		r.feared[i] = r.Threat(i)
	}
	for i := range n {
		near := r.worksWith[i]
		if r.afraid.Has(i) {
			near = near.Or(r.afraid)
		}
		for _, j := range near.appendTo(r.sitting[:0]) { // all others share no threat and have no work to lose
			if j >= i {
				break
			}
			pair := i*n + j
			rung := r.rung[pair]
			if most := min(r.feared[i], r.feared[j]); most > 0 && rung < RungConsult && !r.asleep[i].Has(j) && !r.shut[i] && !r.shut[j] {
				rate := func(shared, partners float64) float64 {
					return p.climb(shared, friction[pair], affinity[pair], r.stances[i]+r.stances[j],
						max(reach[pair], reach[j*n+i]), partners)
				}
				roll := deepens.roll(w.pairKey[pair])
				// Few roll so low that it matters what the two share of what they fear, and with whom.
				if mayHit(roll, rate(most, 1), w.years) && hits(roll, rate(r.sharedThreat(i, j), r.partners(i, j)), w.years) {
					r.setRung(i, j, rung+1)
					if rung+1 >= closePartner {
						r.raised = append(r.raised, [2]int{i, j})
					}
					continue
				}
			}
			if rung > 0 {
				roll := lapses.roll(w.pairKey[pair])
				if mayHit(roll, p.lapses(0), w.years) && hits(roll, p.lapses(r.sharedThreat(i, j)), w.years) {
					r.setRung(i, j, rung-1)
				}
			}
		}
	}
}

// sharedThreat is the threat that both states feel: for the rival that unites them most, what the less worried one
// feels. Who is itself feared by the other shares nothing with it. The form is judgement.
//
//	shared = max_r min(threat_ir, threat_jr),    0 if one of the two is a rival whom the other fears
//
// By hand: of one rival they feel 0.5 and 0.25, of another 0.1 and 0.3. They share 0.25, for the first.
func (r *Run) sharedThreat(i, j int) float64 {
	k := len(r.w.rivals)
	shared := 0.0
	for q := range k {
		if s := r.w.rivals[q].state; s == i || s == j {
			if r.threat[i*k+q]+r.threat[j*k+q] > 0 {
				return 0
			}
			continue
		}
		shared = max(shared, min(r.threat[i*k+q], r.threat[j*k+q]))
	}
	return shared
}
