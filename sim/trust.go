package sim

// believe works out how far each state still trusts the promises of each other after acts of abandonment. It is our addition, and the form
// is judgement.
//
//	trust_ij = Π over j's acts of abandonment of (1 - felt_i × size × pulse),    of those that i feels for the worse
//
// By hand: of an abandonment of 0.8, felt by half, trust falls to 0.6, and a half-life later is back at 0.8.
func (r *Run) believe() {
	w, n := r.w, r.w.N()
	if w.trusting {
		return
	}
	for s := range w.shocks { // all others are trusted since the start
		shock := &w.shocks[s]
		for _, f := range shock.felt {
			if shock.does.trust && shock.actor >= 0 {
				r.trust[f.state*n+shock.actor] = 1
			}
		}
	}
	for s := range w.shocks {
		shock := &w.shocks[s]
		if !shock.does.trust || shock.actor < 0 || r.pulse[s] == 0 {
			continue
		}
		for _, f := range shock.felt {
			if f.state != shock.actor && f.size > 0 {
				r.trust[f.state*n+shock.actor] *= 1 - float64(f.size*r.pulse[s])
			}
		}
	}
}
