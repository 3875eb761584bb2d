package sim

// ProspectTheory is the rule of He & Feng (2012, "'Why is there no NATO in Asia?' Revisited: Prospect Theory, Balance
// of Threat, and US Alliance Strategies", European Journal of International Relations 18(2), 227-250), with the value
// and weighting functions of Tversky & Kahneman (1992, "Advances in Prospect Theory: Cumulative Representation of
// Uncertainty", Journal of Risk and Uncertainty 5(4), 297-323). A multilateral clause is a gamble: it has a sure price,
// and allies may fail to come. A danger above the one a state is used to puts it among losses, where people take
// gambles; below, among gains, where they keep what they have.
//
//	utility = security × [V(clause) - v(status quo)] - reluctance
//	status quo:  z = reference - p_i(A without)
//	clause:      z = reference - p_i(A if the allies come) - price × depth × n/(n+1)    with chance q
//	             z = reference - p_i(A without)            - price × depth × n/(n+1)    with chance 1 - q
//	v(z) = z^0.88 for gains, -2.25 (-z)^0.88 for losses
//	w(q) = q^γ / (q^γ + (1-q)^γ)^(1/γ),  γ = 0.61 for gains, 0.69 for losses; cumulative, by the rank of the outcomes
//
// n are the partners, as far as they are expected: of n+1 equal says n are theirs. q is the share of what they would
// add that they can be relied on to bring (aid.go); if they come they bring all of it. z is in units of danger. In the
// source the reference is a level of threat, the choice one between a multilateral clause and bilateral ties, and the
// risk the freedom of action that many partners cost. That the reference is one of danger, so that aid already held
// counts, and that the allies may fail, all of them or none, is ours, and so is the count of says.
//
// By hand: with a reference of 0.15, a status quo of 0.4 lies 0.25 among the losses: v = -2.25 × 0.25^0.88 = -0.664. One
// of 0.05 lies 0.1 among the gains: v = 0.132. w(0.5) is 0.421 for gains and 0.454 for losses.
type ProspectTheory struct {
	Security   float64 `toml:"security" range:"[0,300]" unit:"logits for a danger wholly removed" prior:"30" why:"as in the default rule of 0.2.0"`
	Reluctance float64 `toml:"reluctance" range:"[-5,20]" unit:"logits that reasons to sign must outweigh" prior:"2.5" why:"as in the default rule"`
	Reference  float64 `toml:"reference" range:"[0,1]" unit:"danger that a state is used to" prior:"0.15" why:"what a quiet quarrel with a stronger neighbour amounts to"`
	Price      float64 `toml:"price" range:"[0,1]" unit:"sure price of a full promise with all say in others' hands, in units of danger" prior:"0.1" why:"two thirds of that"`
}

func (p *ProspectTheory) reasons() []reason {
	return []reason{{Reluctance, &p.Reluctance, reluctance}, {Prospect, &p.Security, p.prospect()}}
}

// prospect is what the clause is worth as a gamble, over what things as they are feel like.
func (p *ProspectTheory) prospect() measure {
	return measure{
		func(r *Run, a int, weight float64) float64 {
			o := p.outlook(r, a)
			return weight * (gamble(o.come(), o.q, o.fail()) - value(o.now()))
		},
		func(r *Run, a int, weight float64) Working {
			o := p.outlook(r, a)
			come, fail := decisionWeights(o.come(), o.q, o.fail())
			used, alone := leaf("danger that it is used to", o.used), leaf("danger without the clause", o.alone)
			price := made("/", made("×", leaf("price of a full promise", o.price), leaf("depth", o.depth), leaf("partners", o.partners)),
				made("+", leaf("partners", o.partners), leaf("1", 1))).called("sure price")
			clause := made("+",
				made("×", leaf("what the chance that they come counts for", come),
					experienced("what it feels like if they come", used, leaf("danger if the allies come", o.allied), price)),
				made("×", leaf("what the chance that they fail counts for", fail),
					experienced("what it feels like if they fail", used, alone, price)))
			return weighed(weight, made("-", clause.called("what the gamble feels like"),
				experienced("what things as they are feel like", used, alone)))
		},
	}
}

// outlook is what a state sees on either side of its choice.
type outlook struct {
	used, alone, allied    float64 // danger: that it is used to, without the clause, and if the allies come
	q                      float64 // chance that they come
	price, depth, partners float64 // of the clause: see above
}

func (p *ProspectTheory) outlook(r *Run, a int) outlook {
	t, i := &r.talks, r.talks.seats[a]
	full, counted := r.promised(a)
	o := outlook{
		used: p.Reference, alone: r.danger(i, t.without[a]), allied: r.danger(i, t.without[a]+full), q: 1,
		price: p.Price, depth: t.depth, partners: r.expected(a, func(int) float64 { return 1 }),
	}
	if full > 0 {
		o.q = counted / full
	}
	return o
}

// sure is the price that is paid whether the allies come or not.
func (o *outlook) sure() float64 { return float64(o.price * o.depth * o.partners / (o.partners + 1)) }

// now, come and fail are how far things lie above the danger that the state is used to, or below: as they are, and by the clause.
func (o *outlook) now() float64  { return o.used - o.alone }
func (o *outlook) come() float64 { return o.used - o.allied - o.sure() }
func (o *outlook) fail() float64 { return o.now() - o.sure() }

// promised is what the others expected at the table would add for the state on seat a if all kept their word, and what
// it counts on because some will not.
func (r *Run) promised(a int) (full, counted float64) {
	t, n, m := &r.talks, r.w.N(), len(r.talks.seats)
	for b, j := range t.seats {
		reliable := r.w.reliable[r.Tick][j] * r.trust[t.seats[a]*n+j]
		if reliable > 0 {
			adds := float64(t.expect[b] * t.gain[b*m+a])
			counted += adds
			full += adds / reliable
		}
	}
	return full, counted
}

// The median estimates of Tversky & Kahneman (1992), pages 309-312.
// They are what an experiment found about people, kept as published, and no constants of the theory of alliances: no calibration
// turns them and no scenario departs from them. Turned, they would fit the curve to the history that the curve is to explain.
const (
	curvature     = 0.88
	lossAversion  = 2.25
	gammaOfGains  = 0.61
	gammaOfLosses = 0.69
)

// value is what a gain or a loss of z feels like.
func value(z float64) float64 {
	if z < 0 {
		return float64(-lossAversion * pow(-z, curvature))
	}
	return pow(z, curvature)
}

// experienced works out on paper what an outcome feels like: value, of the danger that a state is used to less what there is.
func experienced(name string, used Working, less ...Working) Working {
	z, curve := made("-", append([]Working{used}, less...)...), leaf("curvature", curvature)
	if z.Value < 0 {
		return made("×", leaf("what a loss counts for", -lossAversion),
			made("^", made("×", leaf("-1", -1), z).called("loss"), curve)).called(name)
	}
	return made("^", z.called("gain"), curve).called(name)
}

// weighting is how much a chance counts: small ones too much, large ones too little.
func weighting(q, gamma float64) float64 {
	if q <= 0 || q >= 1 {
		return clamp(q, 0, 1)
	}
	yes, no := pow(q, gamma), pow(1-q, gamma)
	return yes / pow(yes+no, 1/gamma)
}

// gamble is what it is worth to get better with chance q and worse otherwise.
func gamble(better, q, worse float64) float64 {
	w, v := decisionWeights(better, q, worse)
	return float64(w*value(better)) + float64(v*value(worse))
}

// decisionWeights are how much the chances of the better and of the worse outcome count. The weight of the outcome further from the
// reference is its own; the nearer one has what is left, where both lie on one side.
func decisionWeights(better, q, worse float64) (ofBetter, ofWorse float64) {
	switch {
	case worse >= 0:
		w := weighting(q, gammaOfGains)
		return w, 1 - w
	case better <= 0:
		w := weighting(1-q, gammaOfLosses)
		return 1 - w, w
	}
	return weighting(q, gammaOfGains), weighting(1-q, gammaOfLosses)
}
