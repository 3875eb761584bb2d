package sim

// PowerBalance is the rule of capability alone, after Waltz (1979, Theory of International Politics, Addison-Wesley,
// chapter 6): states stand together against the stronger side, whatever it means to do, wherever it lies and whatever ties
// they have. It is the naive baseline. What draws all to the table, the patron from outside too (Mearsheimer 2001, The
// Tragedy of Great Power Politics, Norton, chapter 7, on offshore balancers), is how far the rival outweighs those who live
// near it: the more it does, the greater the need.
//
//	utility = need × [2 C_r / (C_r + Σ_j e_j C_j) - 1] - reluctance,    j over the table less a patron from outside
//
// C are raw capabilities (CINC), e_j the chance that j is in, 1 for the state that decides. The strongest at the table
// is taken for a patron from outside if it is at least `patron` times as capable as the rivals. A
// rival as strong as its neighbours together is balanced and needs no clause. Waltz gives no formula and leaves no
// state out: that the need is the imbalance before the patron comes, and not what the pact mends, and who counts as a
// patron, is ours. A member welcomes whoever adds to the weaker side.
//
// The rule gets the two regions the wrong way round: China of 2022 outweighs Japan, Australia and the Philippines by 6.2
// to 1, the Soviet Union of 1949 the ten European founders of NATO by 1.2 to 1 (COW NMC v7.0; at the table of the scenario
// sit Canada and the neutrals as well), so it expects the pact in Asia. By hand: 2 × 6.2/7.2 - 1 = 0.722 and 2 × 1.2/2.2 - 1
// = 0.091; with a need of 15 logits and a reluctance of 2.5 the utilities are 8.3 and -1.1.
type PowerBalance struct {
	Need       float64 `toml:"need" range:"[0,100]" unit:"logits for a rival against whom the region has nothing" prior:"15" why:"China of 2022 alone would move the odds by eleven logits"`
	Reluctance float64 `toml:"reluctance" range:"[-5,20]" unit:"logits that reasons to sign must outweigh" prior:"2.5" why:"as in the default rule"`
	Patron     float64 `toml:"patron" range:"[0,5]" unit:"share of the rivals' capability from which on the strongest at a table is a patron from outside the region" why:"the United States is one in both centuries, and no European state is"`
}

func (p *PowerBalance) reasons() []reason {
	return []reason{{Reluctance, &p.Reluctance, reluctance}, {Imbalance, &p.Need, p.need()}}
}

// need is how far the rivals outweigh the region: 1 if it has nothing, 0 if the two are balanced.
func (p *PowerBalance) need() measure {
	return measure{
		func(r *Run, a int, weight float64) float64 { return weight * (2*p.imbalance(r, a) - 1) },
		func(r *Run, a int, weight float64) Working {
			return weighed(weight, made("-", made("×", leaf("2", 2), leaf("rivals' share of the capabilities", p.imbalance(r, a))),
				leaf("1", 1)))
		},
	}
}

// approves is what a member makes of a newcomer: how far it evens the balance.
//
//	goodwill + 2 need × [imbalance without - imbalance with]
func (p *PowerBalance) approves(r *Run, a, b int) float64 {
	imbalance := func() float64 { return p.imbalance(r, a) }
	without, with := r.supposing(b, 0, imbalance), r.supposing(b, 1, imbalance)
	return r.w.Parameters.Common.Goodwill + float64(2*p.Need*(without-with))
}

// imbalance is the rivals' share of the capabilities of the region: theirs and those of the table less a patron from outside.
func (p *PowerBalance) imbalance(r *Run, a int) float64 {
	capability := r.w.capability[r.Tick]
	rivals := 0.0
	for _, q := range r.w.clauses[r.talks.clause].against {
		rivals += capability[r.w.rivals[q].state]
	}
	outsider := r.patron()
	if capability[r.talks.seats[outsider]] < p.Patron*rivals {
		outsider = -1
	}
	locals := 0.0
	for b, j := range r.talks.seats {
		switch {
		case b == outsider:
		case b == a:
			locals += capability[j]
		default:
			locals += float64(r.talks.expect[b] * capability[j])
		}
	}
	return prevails(rivals, locals)
}
