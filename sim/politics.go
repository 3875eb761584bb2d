package sim

// Politics holds the constants of home politics. Of a government's mind there are four words. Its stance is what it thinks of a
// clause, in [-1, 1]; its disposition is the roll that its chance of yes is held against, low the eager ones; it is willing where the
// chance exceeds the disposition; and it reviews, which may change its disposition, when it takes office or thinks again.
type Politics struct {
	BetweenElections float64 `toml:"between_elections" range:"[0,1]" unit:"share of a state's volatility that falls between its dated elections"`
	Suspension       float64 `toml:"suspension" range:"[0,1]" unit:"chance that a new government suspends a tie with a state it is wholly at odds with"`
	Restraint        float64 `toml:"restraint" range:"[0,1]" unit:"how far full democracy restrains a new government from breaking ties"`
	Alarm            float64 `toml:"alarm" range:"[0,1]" unit:"what a full alarm adds to a government's stance" prior:"0.25" why:"a war next door moves a government by most of a rung of the rubric"`
	Lasting          float64 `toml:"lasting" range:"[0,1]" unit:"correlation between a government's disposition and the one before"`
	Resumption       float64 `toml:"resumption" range:"[0.1,20]" unit:"years in which half the suspended ties resume"`
}

// falls is the chance that a state changes its government in tick t. Where elections are dated, the part of the
// volatility that belongs to elections waits for them: each carries what has gathered since the one before, the first since the
// start of the run, so that the yearly rate is kept. Dates are in order; after the last known one the whole rate is spread evenly.
// That the rate is constant is judgement, as is how it is shared out.
//
//	P(falls) = 1 - exp(-volatility × Δ)        where no election is dated, and after the last one
//	P(falls) = 1 - exp(-volatility × [between_elections × Δ + (1 - between_elections) × gathered])
//
// Δ is a tick in years. In the tick of an election gathered is the years since the one before, or since the start of the run; in all
// others it is 0.
//
// By hand: a volatility of 0.3 a year is a chance of 1 - exp(-0.3 × 0.25) = 0.072 a quarter where no election is dated; with 0.2 of it
// between elections, it is 1 - exp(-0.3 × (0.2 × 0.25 + 0.8 × 4)) = 0.623 in the quarter of one that comes after four years.
func (p Politics) falls(c Calendar, elections []Date, volatility float64, t int) float64 {
	years := 1 / float64(c.PerYear())
	if len(elections) == 0 {
		return chance(volatility, years)
	}
	rate := volatility * p.BetweenElections * years
	last := 0
	for _, e := range elections {
		at := c.Tick(e)
		if at == t {
			rate += float64(volatility * ((1 - p.BetweenElections) * (float64(t-last+1) * years)))
		}
		last = max(last, at+1)
	}
	if t >= last { // no election is known any more
		rate = volatility * years
	}
	return chance(rate, 1)
}

// govern is step 4: governments fall, new ones take their place and look at what they inherit; ties that were
// suspended resume with time. A government that is not new thinks again at a rate of its own. Who is new or thinks again reviews
// all clauses (review.go), and mostly with the disposition to them that there was: ministries, publics and allies outlast a
// cabinet. Were each a fresh roll, what has any chance would come in the long run. Δ is a tick in years.
//
//	P(thinks again)           = 1 - exp(-Δ / review.every)
//	P(keeps its dispositions) = lasting,    of a government that reviews; else they are drawn anew
//
// By hand: with lasting at 0.8, the fifth government after this one still has its disposition with a chance of 0.8⁵ = 0.33.
func (r *Run) govern() {
	w := r.w
	falls, again := r.luck.all(governmentFalls, r.now), r.luck.all(secondThoughts, r.now)
	for i := range w.States {
		r.fresh[i] = r.toppled[i] || falls.roll(w.key[i]) < w.falls[r.Tick][i]
		r.reviews[i] = r.fresh[i] || again.roll(w.key[i]) < w.reviews
		if r.reviews[i] {
			r.reviewedAt[i] = r.now
			if r.luck.roll(mindKept, w.key[i], r.now) >= w.Parameters.Politics.Lasting {
				r.disposedAt[i] = r.now
			}
		}
		if r.fresh[i] {
			r.install(i)
		}
	}
	r.declare()
	r.suspend()
}

// declare notes what each government thinks of a clause.
func (r *Run) declare() {
	for i := range r.stances {
		r.stances[i] = r.stanceOf(i)
	}
	r.declareOwn()
}

// install puts a new government in office. Its stance is drawn from the span of the parties, unless an event names it.
func (r *Run) install(i int) {
	r.replaced[i] = true
	r.lean[i] = 2*r.luck.roll(governmentLeans, r.w.key[i], r.now) - 1
	r.imposed[i] = r.toppled[i]
	r.toppled[i] = false
	for c := range r.w.clauses { // what its predecessor was refused, it may try again
		r.refused[c*r.w.N()+i] = false
	}
}

// stanceOf is what the government of i thinks of a clause, in [-1, 1], alarmed as it is (alarm.go).
func (r *Run) stanceOf(i int) float64 {
	return r.alarmed(i, r.calmStance(i, r.w.stance[r.Tick][i], r.w.centre[r.Tick][i]))
}

// calmStance is the stance of the government of i: that of the first is known, and so is that of one brought by an event; any
// other lies about the middle of the parties. That it may lie anywhere between them alike is judgement.
//
//	stance = centre + spread × u, within -1 and 1,    u uniform on [-1, 1], drawn once for the government
//
// By hand: about a centre of 0.2 with a spread of 0.5, a government drawn at -0.6 has 0.2 - 0.3 = -0.1.
func (r *Run) calmStance(i int, first, centre float64) float64 {
	switch {
	case !r.replaced[i]:
		return first
	case r.imposed[i]:
		return r.imposedStance[i]
	}
	return clamp(centre+float64(r.w.spread[r.Tick][i]*r.lean[i]), -1, 1)
}

// breaks is the chance that a new government suspends its work with a partner (GSOMIA 2019, VFA 2020): it needs a
// quarrel, dislike of clauses, and no restraint by regime (Leeds, Mattes & Vogel 2009, AJPS 53(2)). The form is judgement.
//
//	P(breaks) = suspension × friction × (1 - stance) / 2 × (1 - restraint × polyarchy)
//
// By hand, suspension 0.5 and restraint 0.5: friction of 0.4, a stance of -0.5 and polyarchy of 0.8 make 0.5 × 0.4 × 0.75 × 0.6 = 0.09.
func (p Politics) breaks(friction, stance, polyarchy float64) float64 {
	return float64(p.Suspension * friction * (1 - stance) / 2 * (1 - float64(p.Restraint*polyarchy)))
}

// suspend lets new governments suspend the work of a pair, and pairs whose work is suspended take it up again. Where the
// governments of both are new either may break, each by itself. The form is judgement. Δ is a tick in years.
//
//	P(suspended) = 1 - (1 - P(i breaks)) × (1 - P(j breaks)),    P(breaks) 0 for a government that is not new
//	P(resumed)   = 1 - 2^(-Δ / resumption)
func (r *Run) suspend() {
	w, n := r.w, r.w.N()
	friction, polyarchy := w.friction[r.Tick], w.polyarchy[r.Tick]
	for _, both := range w.relations {
		i, j := both[0], both[1]
		pair := i*n + j
		if r.asleep[i].Has(j) {
			if r.luck.roll(tieResumed, w.pairKey[pair], r.now) < w.resumes {
				r.setAsleep(i, j, false)
			}
			continue
		}
		if !(r.fresh[i] || r.fresh[j]) || friction[pair] == 0 {
			continue
		}
		broken := 0.0 // the chance of it
		if r.fresh[i] {
			broken = w.Parameters.Politics.breaks(friction[pair], r.stances[i], polyarchy[i])
		}
		if r.fresh[j] {
			broken = join(broken, w.Parameters.Politics.breaks(friction[pair], r.stances[j], polyarchy[j]))
		}
		if r.luck.roll(tieSuspended, w.pairKey[pair], r.now) < broken {
			r.setAsleep(i, j, true)
		}
	}
}

// setAsleep suspends the work of a pair, or has it resume.
func (r *Run) setAsleep(i, j int, asleep bool) {
	r.asleep[i].put(j, asleep)
	r.asleep[j].put(i, asleep)
}
