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
