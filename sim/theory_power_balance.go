package sim

// PowerBalance is the rule of capability alone, after Waltz (1979, Theory of International Politics, chapter 6): states
// stand together against the stronger side, whatever it means to do, wherever it lies and whatever ties they have. It is
// the naive baseline. What draws all to the table, the patron from outside too (Mearsheimer 2001, The Tragedy of Great
// Power Politics, chapter 7, on offshore balancers), is how far the rival outweighs those who live near it: the more it
// does, the greater the need.
//
//	utility = need × [2 C_r / (C_r + Σ_j e_j C_j) - 1] - reluctance,    j over the table less its strongest
//
// C are raw capabilities (CINC), e_j the chance that j is in, 1 for the state that decides. A rival as strong as its
// neighbours together is balanced and needs no clause.
//
// The rule gets the two regions the wrong way round: China of 2022 outweighs Japan, Australia and the Philippines by 6.2
// to 1, the Soviet Union of 1949 the ten European founders by 1.2 to 1 (COW NMC v7.0), so it expects the pact in Asia. By
// hand: 2 × 6.2/7.2 - 1 = 0.722 and 2 × 1.2/2.2 - 1 = 0.091; with a need of 15 logits and a reluctance of 2.5 the utilities
// are 8.3 and -1.1.
type PowerBalance struct {
	Need       float64 `toml:"need" range:"[0,100]" unit:"logits for a rival against whom the region has nothing" prior:"15" why:"China of 2022 alone would move the odds by eleven logits"`
	Reluctance float64 `toml:"reluctance" range:"[-5,20]" unit:"logits" prior:"2.5" why:"as in the default rule"`
}

func (*PowerBalance) terms() []Term { return []Term{Imbalance, Reluctance} }

func (p *PowerBalance) weigh(r *Run, a int) Terms {
	return Terms{Imbalance: p.Need * (2*r.imbalance(a) - 1), Reluctance: -p.Reluctance}
}

// imbalance is the rivals' share of the capabilities of the region: theirs and those of the table less its strongest.
func (r *Run) imbalance(a int) float64 {
	capability := r.w.capability[r.Tick]
	rivals := 0.0
	for _, q := range r.w.clauses[r.talks.clause].against {
		rivals += capability[r.w.rivals[q].state]
	}
	patron := r.patron()
	locals := 0.0
	for b, j := range r.talks.seats {
		switch {
		case b == patron:
		case b == a:
			locals += capability[j]
		default:
			locals += float64(r.talks.expect[b] * capability[j])
		}
	}
	return odds(rivals, locals)
}
