package sim

// BurdenSharing is the rule of Olson & Zeckhauser (1966, "An Economic Theory of Alliances", Review of Economics and
// Statistics 48(3), 266-279): deterrence is a public good of the allies. Each spends on it what is best given what the
// others spend, so the small lean on the large, and the large gain little from the small. With Cobb-Douglas tastes a
// member of means I that gives the good a share a of its mind spends
//
//	t_i = max(0, a_i I_i - (1 - a_i) T_-i)
//
// beside the T_-i of the others. We take means as capability (CINC) and taste as fear: a_i = taste × threat_i. A state
// signs for what the others' spending is worth to it, over what its present allies spend already. Depth, reach,
// reliability and hopes of narrower clauses do not count:
//
//	utility  = saving × [u(at the table) - u(with its allies)] - reluctance
//	u        = (1 - a) ln(I - t) + a ln(t + T_-i)
//
// both in equilibrium: the T at which all spend what is best, those at the table counted by the chance that they are in.
// Olson and Zeckhauser ask how much allies spend, not who allies; that states ally for what it saves them is our
// reading. A patron saves next to nothing, so by this rule alone it stays away.
//
// By hand: with a = 0.1, means of 1 and 0.1: the large spends 0.1, the small would spend 0.01 alone and spends max(0, 0.01
// - 0.9 × 0.1) = 0, the corner. It gains 0.9 ln(0.1/0.09) + 0.1 ln(0.1/0.01) = 0.325; the large gains nothing.
type BurdenSharing struct {
	Saving     float64 `toml:"saving" range:"[0,500]" unit:"logits for a rise of 1 in the logarithm of means or deterrence" prior:"30" why:"a small state that leans on a large one gains about ten logits"`
	Reluctance float64 `toml:"reluctance" range:"[-5,20]" unit:"logits that reasons to sign must outweigh" prior:"2.5" why:"as in the default rule"`
	Taste      float64 `toml:"taste" range:"[0,0.9]" unit:"share of its means that a state alone and in certain danger spends" prior:"0.1" why:"the United States spent above a tenth of its GDP in the early 1950s (memory)"`
}

func (p *BurdenSharing) reasons() []reason {
	return []reason{{Reluctance, &p.Reluctance, reluctance}, {Burden, &p.Saving, p.saved()}}
}

// saved is what the others' spending is worth to the state on seat a, over what its present allies spend already.
func (p *BurdenSharing) saved() measure {
	return measure{
		func(r *Run, a int, weight float64) float64 {
			at, without := p.either(r, a)
			return weight * (at - without)
		},
		func(r *Run, a int, weight float64) Working {
			at, without := p.either(r, a)
			return weighed(weight, made("-", leaf("utility at the table", at), leaf("utility with its allies", without)))
		},
	}
}

// either is the utility that the state on seat a has with those at the table among its allies, and without them. Who fears
// nobody or has no means spends nothing either way.
func (p *BurdenSharing) either(r *Run, a int) (at, without float64) {
	i := r.talks.seats[a]
	if p.Taste == 0 || r.fear(i) == 0 || r.w.capability[r.Tick][i] == 0 {
		return 0, 0
	}
	_, at = p.spends(r, a, true)
	_, without = p.spends(r, a, false)
	return at, without
}

// spends is what the state on seat a spends in equilibrium with its allies, those at the table among them or not, and the
// utility that it has from it. One's best given a total T is max(0, I - T (1-a)/a), and the total is the one at which all
// of it adds up to itself. Counting on those who would spend less than nothing gives too small a total; leaving them out
// gives a larger one, at which more may stay out, until nobody is left to leave.
func (p *BurdenSharing) spends(r *Run, a int, table bool) (own, utility float64) {
	i, capability := r.talks.seats[a], r.w.capability[r.Tick]
	price := func(j int) float64 { // (1-a)/a
		taste := float64(p.Taste * r.fear(j))
		return (1 - taste) / taste
	}
	total := 0.0
	for {
		means, prices := 0.0, 1.0
		for j := range r.w.N() {
			in := 0.0
			switch b := r.talks.seat[j]; {
			case j == i || r.alliedWithout(i, j):
				in = 1
			case table && b >= 0:
				in = r.talks.expect[b]
			}
			if in > 0 && r.fear(j) > 0 && capability[j] > float64(total*price(j)) {
				means += float64(in * capability[j])
				prices += float64(in * price(j))
			}
		}
		next := means / prices
		if !(next > total) { // it cannot fall but by the last bits
			break
		}
		total = next
	}
	taste := float64(p.Taste * r.fear(i))
	own = max(0, capability[i]-float64(total*price(i)))
	return own, float64((1-taste)*ln(capability[i]-own)) + float64(taste*ln(total))
}
