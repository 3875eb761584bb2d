package sim

// Outside are decisions that are taken outside the model: people who play states in a seminar say yes or no to a clause in
// place of the rule. They are heeded where the rule would be asked, and nowhere else: when a state weighs a clause that it may
// sign, and when its government looks again at what it has signed (review.go). Yes is not yet a signature, and a signature is
// not yet a treaty: who else the clause needs, the other members and parliament have their say as ever.
//
// Nobody knows beforehand what will be said. The others expect of such a state what the rule expects of it, and all luck stays
// what it was: a roll belongs to its state and tick, and is there whether or not it is asked for (luck.go).
type Outside struct {
	states, ticks int
	places        []answer // clause × tick × state
}

// answer is what was said in one place, and what the rule made of it.
type answer struct {
	said, yes, asked, would bool
	chance, logits          float64
}

// Answer is one decision of a state on a clause at a tick, from outside or by the rule.
type Answer struct {
	Said     bool    // from outside; else the rule decided
	Yes      bool    // willing to sign, or to stay
	Would    bool    // what the rule would have done, with the luck of this history
	Chance   float64 // of yes by the rule, in [0, 1]
	Surprise float64 // what was decided, to who knows the rule and not the luck, in nats
}

// NewOutside makes room for decisions in a world; none is taken yet.
func NewOutside(w *World) *Outside {
	o := &Outside{states: w.N(), ticks: w.Calendar.Ticks()}
	o.places = make([]answer, len(w.Clauses)*o.ticks*o.states)
	return o
}

func (o *Outside) at(clause, state, tick int) *answer {
	return &o.places[(clause*o.ticks+tick)*o.states+state]
}

// Say has a state say yes or no to a clause at a tick.
func (o *Outside) Say(clause, state, tick int, yes bool) {
	p := o.at(clause, state, tick)
	p.said, p.yes = true, yes
}

// Answer is what a state decided on a clause at a tick of the history that was last played. If ok is false it was not asked:
// the clause was not open to it, it had signed and did not look at it again, or the history has not come so far.
//
//	surprise = -ln P(what was decided),    P by the rule
func (o *Outside) Answer(clause, state, tick int) (a Answer, ok bool) {
	p := o.at(clause, state, tick)
	if !p.asked {
		return Answer{}, false
	}
	a = Answer{Said: p.said, Yes: p.would, Would: p.would, Chance: p.chance}
	if p.said {
		a.Yes = p.yes
	}
	against := p.logits
	if a.Yes {
		against = -p.logits
	}
	a.Surprise = softplus(against)
	return a, true
}

// Expected is the surprise to expect of a decision that the rule takes itself with some chance: its entropy in nats.
//
//	expected = -p ln p - (1 - p) ln(1 - p)
func (a Answer) Expected() float64 {
	h := 0.0
	for _, p := range [...]float64{a.Chance, 1 - a.Chance} {
		if p > 0 {
			h -= float64(p * ln(p))
		}
	}
	return h
}

// softplus is ln(1 + exp(x)), which is -ln of a logistic chance and does not overflow.
func softplus(x float64) float64 { return max(x, 0) + ln(1+exp(-max(x, -x))) }

// Heed has a run play by decisions from outside, in every history that it starts from now on; nil: by none.
func (r *Run) Heed(o *Outside) { r.outside = o }

// restart forgets what was asked in the history before.
func (o *Outside) restart() {
	for k := range o.places {
		o.places[k].asked = false
	}
}

// saysYes tells whether the government of i says yes to clause c, of which the rule makes a utility, in logits, and a chance:
// by the rule if its disposition, uniform on [0, 1), is low enough, unless the decision comes from outside.
func (r *Run) saysYes(c, i int, utility, chance float64) bool {
	would := r.disposition(c, i) < chance
	if r.outside == nil {
		return would
	}
	p := r.outside.at(c, i, r.Tick)
	p.asked, p.would, p.chance, p.logits = true, would, chance, utility/r.w.Parameters.Common.Noise
	if p.said {
		return p.yes
	}
	return would
}
