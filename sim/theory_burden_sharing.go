package sim

// BurdenSharing is the rule of Olson & Zeckhauser (1966, "An Economic Theory of Alliances", Review of Economics and
// Statistics 48(3), 266-279): deterrence is a public good of the allies. Each spends on it what is best given what the
// others spend, so the small lean on the large, and the large gain little from the small. With Cobb-Douglas tastes a
// member of means I that gives the good a share a of its mind spends
//
//	t_i = max(0, a_i I_i - (1 - a_i) T_-i)
//
// beside the T_-i of the others. We take means as capability (CINC) and taste as fear: a_i = taste × threat_i. A state
// signs for what the others' spending is worth to it, over what its present allies spend already:
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
	Saving     float64 `toml:"saving" range:"[0,500]" unit:"logits for a utility of 1: all means, or all deterrence, e-fold" prior:"30" why:"a small state that leans on a large one gains about ten logits"`
	Reluctance float64 `toml:"reluctance" range:"[-5,20]" unit:"logits" prior:"2.5" why:"as in the default rule"`
	Taste      float64 `toml:"taste" range:"[0,1]" unit:"share of its means that a state alone and in certain danger spends" prior:"0.1" why:"the United States spent above a tenth of its GDP in the early 1950s (memory)"`
}

func (*BurdenSharing) terms() []Term { return []Term{Reluctance, Burden} }

func (p *BurdenSharing) weigh(r *Run, a int) Terms {
	i := r.talks.seats[a]
	gain := 0.0
	if taste := p.Taste * r.fear(i); taste > 0 && r.w.capability[r.Tick][i] > 0 {
		gain = r.shares(a, taste, p.Taste, true) - r.shares(a, taste, p.Taste, false)
	}
	return Terms{Reluctance: -p.Reluctance, Burden: p.Saving * gain}
}

// shares is the utility that the state on seat a has from its own spending and its allies' in equilibrium, with those at
// the table or without them. Spending one's best given a total T is max(0, I - T (1-a)/a): the total is the one at which
// it adds up to itself. It falls as T rises, so halving finds it.
func (r *Run) shares(a int, taste, tastes float64, table bool) float64 {
	i := r.talks.seats[a]
	means := r.w.capability[r.Tick][i]
	best := func(j int, total float64) float64 {
		c, like := r.w.capability[r.Tick][j], tastes*r.fear(j)
		if like <= 0 {
			return 0
		}
		return max(0, c-float64(total*(1-like)/like))
	}
	low, high := 0.0, 1.0
	others := 0.0
	const halvings = 60 // a setting of the arithmetic: to the last bits
	for range halvings {
		total := (low + high) / 2
		others = 0
		for j := range r.w.N() {
			if j == i {
				continue
			}
			in := 0.0
			if r.ally[i].has(j) {
				in = 1
			} else if b := r.talks.seat[j]; table && b >= 0 {
				in = r.talks.expect[b]
			}
			if in > 0 {
				others += float64(in * best(j, total))
			}
		}
		if best(i, total)+others > total {
			low = total
		} else {
			high = total
		}
	}
	own := max(best(i, low), 0)
	return float64((1-taste)*ln(means-own)) + float64(taste*ln(own+others))
}
