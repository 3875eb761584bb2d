package sim

// Diplomacy holds the constants of cooperation below a clause: how deep each rung is, and how ties grow and lapse.
// After Kinne (2018), "Defense Cooperation Agreements and the Emergence of a Global Security Network", International
// Organization 72(4): agreements spread through shared partners.
type Diplomacy struct {
	Exercises   float64 `toml:"exercises" range:"[0,1]" unit:"depth of joint exercises"`
	Capacity    float64 `toml:"capacity" range:"[0,1]" unit:"depth of capacity building"`
	Information float64 `toml:"information" range:"[0,1]" unit:"depth of information sharing"`
	Access      float64 `toml:"access" range:"[0,1]" unit:"depth of access and visiting forces"`
	Consult     float64 `toml:"consult" range:"[0,1]" unit:"depth of a promise to consult"`
	Defence     float64 `toml:"defence" range:"[0,1]" unit:"depth of a defence treaty that gives none of its own"`
	Rate        float64 `toml:"rate" range:"[0,20]" unit:"steps up the ladder a year, for a pair in full agreement under full threat"`
	Closure     float64 `toml:"closure" range:"[0,10]" unit:"rise of that rate when all partners are shared"`
	Lapse       float64 `toml:"lapse" range:"[0,2]" unit:"rate a year at which a tie without shared threat falls a rung"`
	Minilateral float64 `toml:"minilateral" range:"[0,1]" unit:"chance that a tie which closes a triangle founds a trilateral"`
	Dormancy    float64 `toml:"dormancy" range:"[0,1]" unit:"rate a year at which an arrangement falls asleep"`
	Dissolution float64 `toml:"dissolution" range:"[0,1]" unit:"rate a year at which a defence treaty ends"`
}

// grown is room for the minilaterals that a run founds; far more than any run has been seen to need.
const grown = 128

// climb is the rate a year at which two states take their cooperation up a rung. It needs a threat that both feel, and
// is dulled by quarrels, unlikeness, reluctant governments and distance; partners in common quicken it (Kinne 2018).
//
//	climb = rate × shared × (1 - friction) × affinity × (2 + stances) / 4 × reach × (1 + closure × partners)
//
// stances is the sum of both governments', in [-2, 2]; reach the better of the two directions; partners the share in common.
func (p Diplomacy) climb(shared, friction, affinity, stances, reach, partners float64) float64 {
	return p.Rate * shared * (1 - friction) * affinity * (2 + stances) / 4 * reach * (1 + float64(p.Closure*partners))
}

// weave is step 5: cooperation below a clause grows and lapses, treaties begin and end, minilaterals are founded, rest
// and wake. Every pair looks at the web as it was at the end of the last tick. Who is barred by law from clauses makes
// no new agreement of any kind.
func (r *Run) weave() {
	r.keepTreaties()
	r.keepLinks()
	r.raised = r.raised[:0]
	w, n := r.w, r.w.N()
	p := &w.Parameters.Diplomacy
	friction, affinity, reach := w.friction[r.Tick], w.affinity[r.Tick], w.reach[r.Tick]
	for i := range n {
		for j := range i {
			pair := i*n + j
			rung := r.rung[pair]
			shared := r.sharedThreat(i, j)
			if shared > 0 && rung < RungConsult && !r.asleep[pair] && !r.shut[i] && !r.shut[j] {
				rate := func(partners float64) float64 {
					return p.climb(shared, friction[pair], affinity[pair], r.stances[i]+r.stances[j],
						max(reach[pair], reach[j*n+i]), partners)
				}
				roll := r.luck.roll(tieDeepens, w.pairKey[pair], r.now)
				if hits(roll, rate(1), w.years) && hits(roll, rate(r.partners(i, j)), w.years) { // few roll so low
					r.setRung(i, j, rung+1)
					if rung+1 >= closePartner {
						r.raised = append(r.raised, [2]int{i, j})
					}
					continue
				}
			}
			if rung > 0 && hits(r.luck.roll(tieLapses, w.pairKey[pair], r.now), p.Lapse*(1-shared), w.years) {
				r.setRung(i, j, rung-1)
			}
		}
	}
	r.keepArrangements()
}

// sharedThreat is the threat that both states feel: for the rival that unites them most, what the less worried one
// feels. Who is itself feared by the other shares nothing with it.
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

// partners is the share of their partners that two states have in common (Jaccard).
func (r *Run) partners(i, j int) float64 {
	all := r.links[i].Or(r.links[j]).Len()
	if all == 0 {
		return 0
	}
	return float64(r.links[i].And(r.links[j]).Len()) / float64(all)
}

func (r *Run) setRung(i, j int, rung int8) {
	n := r.w.N()
	r.rung[i*n+j], r.rung[j*n+i] = rung, rung
}

// keepTreaties lets the scenario's ties begin and end at their dates, and defence treaties dissolve at their hazard.
// Work that a tie began outlives it, one rung lower.
func (r *Run) keepTreaties() {
	w, n := r.w, r.w.N()
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
			r.alive[k] = r.luck.roll(treatyEnds, t.key, r.now) >= w.dissolves
		}
	}
}

// keepLinks notes who works with whom closely enough to bring a third in (closePartner).
func (r *Run) keepLinks() {
	n := r.w.N()
	copy(r.links, r.ally) // a defence treaty or a clause in force bound them at the end of the last tick
	for i := range n {
		for j, rung := range r.rung[i*n : i*n+n] {
			if rung >= closePartner && !r.asleep[i*n+j] {
				r.links[i].add(j)
			}
		}
	}
}

// keepArrangements lets minilaterals begin and end, rest and wake, and founds a trilateral where a deepened tie closes
// a triangle of close partners. The third is the common partner that suits the pair best, by threat and likeness.
func (r *Run) keepArrangements() {
	w := r.w
	for k := range r.circles {
		c := &r.circles[k]
		switch {
		case r.Tick == max(c.from, 0) && c.until > r.Tick:
			c.awake = true
		case r.Tick < c.from || r.Tick >= c.until:
			c.awake = false
		case c.awake:
			c.awake = r.luck.roll(arrangementRests, c.key, r.now) >= w.rests
		default:
			c.awake = r.luck.roll(arrangementRests, c.key, r.now) < w.resumes
		}
	}
	for _, pair := range r.raised {
		i, j := pair[0], pair[1]
		if len(r.circles) == cap(r.circles) ||
			r.luck.roll(trilateralFounds, w.pairKey[i*w.N()+j], r.now) >= w.Parameters.Diplomacy.Minilateral {
			continue
		}
		third, most := -1, 0.0
		common := r.links[i].And(r.links[j])
		for k := range w.States {
			if common.Has(k) && k != i && k != j && !r.shut[k] {
				if s := r.suits(i, k) + r.suits(j, k); s > most {
					third, most = k, s
				}
			}
		}
		if third >= 0 {
			r.found(i, j, third)
		}
	}
}

// suits is how well two states go together in a minilateral: the threat they share, by their likeness.
func (r *Run) suits(i, k int) float64 {
	return r.sharedThreat(i, k) * r.w.affinity[r.Tick][i*r.w.N()+k]
}

// found starts a trilateral unless the three already sit together somewhere.
func (r *Run) found(i, j, k int) {
	var three Set
	three.add(i)
	three.add(j)
	three.add(k)
	for c := range r.circles {
		if r.circles[c].members.Holds(three) {
			return
		}
	}
	key := r.w.key[i] ^ r.w.key[j] ^ r.w.key[k]
	r.circles = append(r.circles, circle{
		arrangement: arrangement{from: r.Tick, until: r.w.Calendar.Ticks(), members: three, rung: closePartner, key: key},
		awake:       true,
	})
}

// tieUp lays down what the ties below a clause let each state count on: the deepest of its rung on the ladder, its
// arrangements and its treaties. A suspended pair keeps its defence treaty and nothing else.
func (r *Run) tieUp() {
	w, n := r.w, r.w.N()
	for p := range r.ties {
		r.ties[p], r.class[p] = 0, RungNone
		if !r.asleep[p] {
			r.ties[p], r.class[p] = w.ladder[r.rung[p]], r.rung[p]
		}
	}
	for c := range r.circles {
		if r.circles[c].awake {
			r.gather(&r.circles[c])
		}
	}
	clear(r.ally)
	for k := range w.treaties {
		t := &w.treaties[k]
		ab, ba := t.a*n+t.b, t.b*n+t.a
		if !r.alive[k] || t.rung < RungDefence && (r.asleep[ab] || r.rung[ab] < t.rung) {
			continue
		}
		r.ties[ab] = max(r.ties[ab], t.toA[r.Tick][0])
		r.ties[ba] = max(r.ties[ba], t.toB[r.Tick][0])
		if t.rung == RungDefence {
			r.bindPair(t.a, t.b)
		}
	}
	copy(r.sworn, r.ally)
	if w.tied != nil {
		for p, times := range w.tied[r.Tick] {
			r.ties[p] = shareTimes(r.ties[p], times)
		}
	}
}

// bindPair notes that a defence treaty or a clause binds two states.
func (r *Run) bindPair(i, j int) {
	n := r.w.N()
	r.ally[i].add(j)
	r.ally[j].add(i)
	r.class[i*n+j], r.class[j*n+i] = RungDefence, RungDefence
}

// gather lays an arrangement over the ties of its members.
func (r *Run) gather(c *circle) {
	w, n := r.w, r.w.N()
	d := w.ladder[c.rung]
	sitting := c.members.appendTo(r.sitting[:0])
	for _, i := range sitting {
		for _, j := range sitting {
			if p := i*n + j; i != j && !r.asleep[p] {
				r.ties[p], r.class[p] = max(r.ties[p], d), max(r.class[p], c.rung)
			}
		}
	}
}
