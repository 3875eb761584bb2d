package sim

import (
	"math"
	"slices"
)

// How a scenario is laid out as flat rows; the rows themselves are in world.go.

// lay makes a table of width places from a figure that each place has at a date.
func (w *World) lay(width int, at func(place int, d Date) float64) byTick {
	t := make(byTick, w.Calendar.Ticks())
	row := make([]float64, width)
	for tick := range t {
		for i := range row {
			row[i] = at(i, w.Calendar.Date(tick))
		}
		if tick > 0 && slices.Equal(row, t[tick-1]) {
			t[tick] = t[tick-1]
			continue
		}
		t[tick] = slices.Clone(row)
	}
	return t
}

// layOne makes a table for one series.
func (w *World) layOne(s Series) byTick {
	return w.lay(1, func(_ int, d Date) float64 { return s.At(d) })
}

// layCourse lays out a posture, tick by tick.
func (w *World) layCourse(c Course) []Posture {
	held := make([]Posture, w.Calendar.Ticks())
	for t := range held {
		held[t] = c.At(w.Calendar.Date(t))
	}
	return held
}

// layKeys gives states and pairs the keys of their luck, by their names.
func (w *World) layKeys() {
	n := w.N()
	w.key = make([]uint64, n)
	for i, id := range w.States {
		w.key[i] = keyOf(id)
	}
	w.pairKey = make([]uint64, n*n)
	for i := range n {
		for j := range n {
			w.pairKey[i*n+j] = keyOfTwo(w.key[i], w.key[j])
		}
	}
}

// layStates lays the figures of states by tick, and the chance that each changes its government.
func (w *World) layStates() {
	states := make([]State, w.N())
	for i, id := range w.States {
		s := w.Scenario.States[id]
		if len(s.Centre) == 0 {
			s.Centre = s.Stance
		}
		s.Elections = slices.Sorted(slices.Values(s.Elections))
		states[i] = s
		if s.Barred != nil {
			w.bars = append(w.bars, bar{i, w.tickOr(s.Barred.From, 0), w.tickOr(s.Barred.Until, w.Calendar.Ticks())})
		}
	}
	figure := func(of func(*State) Series) byTick {
		return w.lay(len(states), func(i int, d Date) float64 { return of(&states[i]).At(d) })
	}
	w.capability = figure(func(s *State) Series { return s.Capability })
	w.gdp = figure(func(s *State) Series { return s.GDP })
	w.openness = figure(func(s *State) Series { return s.Openness })
	w.polyarchy = figure(func(s *State) Series { return s.Polyarchy })
	w.tradition = figure(func(s *State) Series { return s.Tradition })
	w.volatility = w.lay(len(states), func(i int, d Date) float64 {
		return rateTimes(states[i].Volatility.At(d), w.lever(d, func(l *Levers) Series { return l.Volatility }, i))
	})
	w.stance = w.lay(len(states), func(i int, d Date) float64 { return w.opinion(states[i].Stance.At(d), d, i) })
	w.centre = w.lay(len(states), func(i int, d Date) float64 { return w.opinion(states[i].Centre.At(d), d, i) })
	w.spread = figure(func(s *State) Series { return s.Spread })
	w.projection = figure(func(s *State) Series { return s.Projection })
	w.commitment = figure(func(s *State) Series { return s.Commitment })
	for _, s := range states {
		w.elections = append(w.elections, s.Elections)
	}
	w.layReliable()
	w.layFalls()
}

func (w *World) layReliable() {
	w.reliable = w.lay(w.N(), func(j int, d Date) float64 {
		t := w.Calendar.Tick(d)
		return w.Parameters.Aid.reliability(w.policyVolatility(t, j), w.commitment[t][j])
	})
}

func (w *World) layFalls() {
	w.falls = w.lay(w.N(), func(j int, d Date) float64 {
		t := w.Calendar.Tick(d)
		return w.Parameters.Politics.falls(w.Calendar, w.elections[j], w.volatility[t][j], t)
	})
}

// layRivals lays what rivals do and what each state has with each of them, by tick.
func (w *World) layRivals() {
	for _, id := range w.Rivals {
		r := w.Scenario.Rivals[id]
		w.rivals = append(w.rivals, rival{
			state: w.State(id), posture: w.layCourse(r.Posture), offence: w.layOne(r.Offence), tempo: w.layOne(r.Tempo),
			move: w.layOne(r.Move), retaliation: w.layOne(r.Retaliation), key: keyOf(id), asked: make([]bool, w.N()),
		})
	}
	n, k := w.N(), len(w.rivals)
	perRival := func(of func(*State) map[string]Series) byTick {
		return w.lay(n*k, func(p int, d Date) float64 {
			s := w.Scenario.States[w.States[p/k]]
			return of(&s)[w.Rivals[p%k]].At(d)
		})
	}
	trade := perRival(func(s *State) map[string]Series { return s.Trade })
	w.trade = w.lay(n*k, func(p int, d Date) float64 {
		return shareTimes(trade[w.Calendar.Tick(d)][p], w.lever(d, func(l *Levers) Series { return l.Trade }, p/k))
	})
	w.contest = perRival(func(s *State) map[string]Series { return s.Contest })
}

// layPairs lays what stands between two states: distance, friction, likeness, reach and exposure, by tick.
func (w *World) layPairs() {
	n := w.N()
	w.distance = make([]float64, n*n)
	related := make([]*Relation, n*n)
	for i := range n {
		for j := range n {
			a, b := w.Scenario.States[w.States[i]], w.Scenario.States[w.States[j]]
			w.distance[i*n+j] = kilometres(a.Latitude, a.Longitude, b.Latitude, b.Longitude)
			if rel, ok := w.Scenario.Relations[w.States[i]+"-"+w.States[j]]; ok {
				related[i*n+j], related[j*n+i] = &rel, &rel
			}
		}
	}
	w.friction = w.lay(n*n, func(p int, d Date) float64 {
		if related[p] == nil {
			return 0
		}
		return shareTimes(related[p].Friction.At(d), w.lever(d, func(l *Levers) Series { return l.Friction }, p/n, p%n))
	})
	w.related = related
	for i := range n {
		for j := range i {
			if related[i*n+j] != nil {
				w.relations = append(w.relations, [2]int{i, j})
			}
		}
	}
	w.layAffinity()
	w.layReach()
	w.layExposure()
}

func (w *World) layReach() {
	n := w.N()
	w.reach = w.lay(n*n, func(p int, d Date) float64 {
		return w.Parameters.Aid.reach(w.distance[p], w.projection[w.Calendar.Tick(d)][p%n])
	})
}

func (w *World) layExposure() {
	n, k := w.N(), len(w.rivals)
	w.exposure = w.lay(n*k, func(p int, d Date) float64 { return w.exposureTo(p/k, p%k, w.Calendar.Tick(d)) })
}

// exposureTo is what state i could come to feel of rival q in a tick, times the levers on threat.
func (w *World) exposureTo(i, q, tick int) float64 {
	r := &w.rivals[q]
	return w.Parameters.Threat.exposure(w.capability[tick][i], w.capability[tick][r.state], w.distance[i*w.N()+r.state],
		r.offence[tick][0]) * w.lever(w.Calendar.Date(tick), func(l *Levers) Series { return l.Threat }, i)
}

// layTies takes up the ties and arrangements that the scenario starts with or dates.
func (w *World) layTies() {
	for _, id := range names(w.Scenario.Ties) {
		tie := w.Scenario.Ties[id]
		a, b := w.State(tie.Members[0]), w.State(tie.Members[1])
		depth := tie.Depth
		if len(depth) == 0 {
			depth = Const(w.Parameters.Diplomacy.depth(tie.Kind))
		}
		toA, toB := depth, depth
		switch tie.Guarantor {
		case tie.Members[0]:
			toA = tie.Return
		case tie.Members[1]:
			toB = tie.Return
		}
		w.treaties = append(w.treaties, treaty{
			from: w.tickOr(tie.Since, 0), until: w.tickOr(tie.Until, w.Calendar.Ticks()), a: a, b: b,
			rung: RungOf(tie.Kind), toA: w.layOne(toA), toB: w.layOne(toB), key: keyOf(id),
		})
	}
	for _, id := range w.Arrangements {
		arr := w.Scenario.Arrangements[id]
		w.arrangements = append(w.arrangements, arrangement{
			from: w.tickOr(arr.Since, 0), until: w.tickOr(arr.Until, w.Calendar.Ticks()),
			members: w.setOf(arr.Members), rung: RungOf(arr.Kind), key: keyOf(id),
		})
	}
}

// layClauses lays who may sign which clause, from when, and by what votes.
func (w *World) layClauses() {
	for _, id := range w.Clauses {
		s := w.Scenario.Clauses[id]
		c := clause{
			opens: w.Calendar.Tick(s.Opens), closes: w.tickOr(s.Closes, w.Calendar.Ticks()), founders: len(s.Founders),
			depth: w.layOne(s.Depth), minimum: s.Minimum, ratification: s.Ratification,
			binding: w.ticksOf(s.Binding), notice: w.ticksOf(s.Notice), consent: s.Consent, key: keyOf(id),
			covered: make([]bool, w.N()),
		}
		if s.Closes != 0 {
			c.closes++ // the closing day is the last on which founders may sign
		}
		for _, f := range sorted(s.Founders) {
			c.invited, c.from = append(c.invited, w.State(f)), append(c.from, c.opens)
		}
		for _, o := range names(s.OpenTo) {
			c.invited, c.from = append(c.invited, w.State(o)), append(c.from, w.Calendar.Tick(s.OpenTo[o]))
		}
		for _, r := range sorted(s.Against) {
			c.against = append(c.against, find(w.Rivals, r))
		}
		for _, r := range sorted(s.Required) {
			c.required = append(c.required, w.State(r))
		}
		for i, id := range w.States {
			c.covered[i] = len(s.Area) == 0 || slices.Contains(s.Area, id)
		}
		for _, q := range c.against {
			for _, i := range c.invited {
				w.rivals[q].asked[i] = true
			}
		}
		for _, m := range names(s.Members) {
			c.members = append(c.members, member{w.State(m), w.Calendar.Tick(s.Members[m])})
		}
		w.layOpinions(&c, &s)
		w.clauses = append(w.clauses, c)
	}
}

// layOrder sorts the clauses from the narrowest to the widest. Those with as many founders do not look at each other, so
// that their order does not matter.
func (w *World) layOrder() {
	for c := range w.clauses {
		w.narrowFirst = append(w.narrowFirst, c)
	}
	slices.SortStableFunc(w.narrowFirst, func(a, b int) int { return w.clauses[a].founders - w.clauses[b].founders })
}

// layShocks lays when each shock may strike, what it does, and how strongly each state feels it.
func (w *World) layShocks() {
	w.trusting = true
	for _, id := range names(w.Scenario.Shocks) {
		s := w.Scenario.Shocks[id]
		k := shock{
			from: w.tickOr(s.Date, 0), until: w.tickOr(s.Until, w.Calendar.Ticks()), chance: chance(s.Hazard, w.years),
			does: effectOf(s.Kind), actor: -1, rival: -1, stance: s.Stance, key: keyOf(id),
		}
		if s.Hazard == 0 {
			k.until, k.chance = k.from+1, 1
		}
		if s.Actor != "" {
			k.actor = w.State(s.Actor)
			k.rival = slices.Index(w.Rivals, s.Actor)
		}
		halfLife := s.HalfLife
		if halfLife == 0 {
			halfLife = w.Parameters.Threat.HalfLife
		}
		k.kept = halving(w.years, halfLife)
		for _, i := range names(s.Felt) {
			k.felt = append(k.felt, felt{w.State(i), s.Felt[i], s.Felt[i] * s.Size})
		}
		if len(s.Felt) == 0 {
			k.felt = w.feltByDistance(&s, k.from)
		}
		w.trusting = w.trusting && !k.does.trust
		w.shocks = append(w.shocks, k)
	}
}

// layRates turns half-lives and yearly rates into what a tick keeps and the chance of a tick.
func (w *World) layRates() {
	p := &w.Parameters
	w.alarmKept = halving(w.years, p.Threat.HalfLife)
	w.stoppageKept = halving(w.years, p.Trade.Episode)
	w.resumes = 1 - halving(w.years, p.Politics.Resumption)
	w.sleeps = chance(p.Diplomacy.Dormancy, w.years)
	w.dissolves = chance(p.Diplomacy.Dissolution, w.years)
	w.reviews = chance(1/p.Review.Every, w.years)
	for r, kind := range kinds {
		if r > 0 {
			w.ladder[r] = p.Diplomacy.depth(kind)
		}
	}
}

// tickOr is the tick of a date, or other if none is given.
func (w *World) tickOr(d Date, other int) int {
	if d == 0 {
		return other
	}
	return w.Calendar.Tick(d)
}

// ticksOf is a span of years in whole ticks.
func (w *World) ticksOf(years float64) int { return int(math.Round(years / w.years)) }

func sorted(ids []string) []string {
	return slices.Sorted(slices.Values(ids))
}
