package sim

// keepArrangements lets minilaterals begin and end, fall asleep and wake, and founds trilaterals. One asleep wakes at the rate
// at which suspended ties resume (suspension.go). The form is judgement, after the Quad, asleep from 2008 to 2017. Δ is a tick in years.
//
//	P(falls asleep) = 1 - exp(-dormancy × Δ)
//	P(wakes)        = 1 - 2^(-Δ / resumption)
func (r *Run) keepArrangements() {
	w := r.w
	sleeps := r.luck.all(arrangementSleep, r.now)
	for k := range r.circles {
		c := &r.circles[k]
		switch {
		case r.Tick == max(c.from, 0) && c.until > r.Tick:
			c.awake = true
		case r.Tick < c.from || r.Tick >= c.until:
			c.awake = false
		case c.awake:
			c.awake = sleeps.roll(c.key) >= w.sleeps
		default:
			c.awake = sleeps.roll(c.key) < w.resumes
		}
	}
	r.foundTrilaterals()
}

// foundTrilaterals founds a trilateral, by the chance minilateral, where a tie that has become close, or closer, closes a
// triangle of close partners. The third is the common partner that suits the pair best; one that
// suits neither founds nothing with them. That it takes a triangle is Kinne's (2018) closure; the choice of the third is judgement.
//
//	third = argmax_k (suits_ik + suits_jk),    k over the partners in common
func (r *Run) foundTrilaterals() {
	w := r.w
	for _, pair := range r.raised {
		i, j := pair[0], pair[1]
		if r.luck.roll(trilateralFounds, w.pairKey[i*w.N()+j], r.now) >= w.Parameters.Diplomacy.Minilateral {
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

// suits is how well two states go together in a minilateral, in [0, 1]: the threat they share, by their likeness. The form is
// judgement.
//
//	suits_ik = shared_ik × affinity_ik
func (r *Run) suits(i, k int) float64 {
	return r.sharedThreat(i, k) * r.w.affinity[r.Tick][i*r.w.N()+k]
}

// found starts a trilateral unless the three already sit together somewhere.
func (r *Run) found(i, j, k int) {
	for c := range r.circles {
		if m := &r.circles[c].members; m.Has(i) && m.Has(j) && m.Has(k) {
			return
		}
	}
	key := r.w.key[i] ^ r.w.key[j] ^ r.w.key[k]
	r.circles = append(r.circles, circle{
		arrangement: arrangement{from: r.Tick, until: r.w.Calendar.Ticks(), members: Set{}.With(i).With(j).With(k), rung: closePartner, key: key},
		awake:       true,
	})
}

// gather lays an arrangement over the ties of its members.
func (r *Run) gather(c *circle) {
	w, n := r.w, r.w.N()
	d := w.ladder[c.rung]
	sitting := c.members.appendTo(r.sitting[:0])
	for _, i := range sitting {
		asleep := &r.asleep[i]
		for _, j := range sitting {
			if p := i*n + j; i != j && !asleep.Has(j) {
				r.ties[p], r.class[p] = max(r.ties[p], d), max(r.class[p], c.rung)
			}
		}
	}
}
