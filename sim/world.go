package sim

import (
	"math"
	"slices"
	"sort"
)

// table is a figure for every tick and every place in a flat row (a state, a state × rival, a state × state). Rows that
// do not change from one tick to the next are the same slice.
type table [][]float64

// World is a scenario laid out for running: flat rows in place of maps, names turned into numbers. It is never changed
// once made, so any number of runs may share it.
type World struct {
	Scenario   Scenario
	Calendar   Calendar
	Parameters Parameters

	States       []string // ids, in alphabetical order: the numbering of states
	Rivals       []string // the numbering of rivals
	Clauses      []string // the numbering of clauses
	Arrangements []string // ids of the scenario's arrangements; those that grow come after

	years   float64  // length of a tick
	key     []uint64 // luck of each state
	pairKey []uint64 // luck of each pair

	capability, gdp, openness, polyarchy, tradition table
	volatility, stance, centre, spread, projection  table
	falls, reliable                                 table // chance of a new government; worth of a state's word
	trade, contest, exposure                        table // state × rival
	reach, friction, affinity                       table // state × state; reach[i][j] is the share of j's means that arrives at i

	distance     []float64 // km between capitals, state × state
	rivals       []rival
	treaties     []treaty
	arrangements []arrangement
	clauses      []clause
	narrowFirst  []int // clauses by their number of founders
	shocks       []shock
	bars         []bar

	alarmKept, stoppageKept, resumes, rests, reviews, dissolves float64 // shares and chances of one tick
	ladder                                                      [rungs]float64
	trusting                                                    bool // no shock touches trust: all promises count alike
}

type rival struct {
	state                             int
	posture                           Posture
	offence, tempo, move, retaliation table  // one place wide
	asked                             []bool // states that some clause invites to stand against it
	key                               uint64
}

// treaty is a tie of the scenario.
type treaty struct {
	from, until int // ticks in force: [from, until)
	a, b        int
	rung        int8
	toA, toB    table // what a may count on from b, and b from a, if it is a defence treaty
	key         uint64
}

type arrangement struct {
	from, until int
	members     members
	rung        int8
	key         uint64
}

type clause struct {
	opens, closes int   // founders may sign in [opens, closes)
	invited       []int // founders first, then those it is open to
	from          []int // tick from which each of the invited may sign
	founders      int
	depth         table
	against       []int // rivals
	covered       []bool
	required      []int
	minimum       int
	ratification  float64 // years
	binding       int     // ticks
	notice        int     // ticks
	consent       ConsentRule
	key           uint64
}

type shock struct {
	from, until int
	chance      float64 // a tick; 1 for a dated one at from
	kind        ShockKind
	actor       int // state, -1 if none
	rival       int // the actor as rival, -1 if it is none
	felt        []felt
	kept        float64 // share of its pulse left after a tick
	stance      float64
	key         uint64
}

type felt struct {
	state  int
	weight float64 // share of the shock that the state feels
	size   float64 // of the shock for this state
}

type bar struct{ state, from, until int }

// NewWorld lays a scenario out. It trusts the reader of the scenario: names exist, figures lie in their ranges. A
// broken promise is a panic.
func NewWorld(s Scenario) *World {
	w := &World{Scenario: s, Calendar: NewCalendar(s.Start, s.End, s.Tick), Parameters: s.Parameters}
	w.States, w.Rivals, w.Clauses, w.Arrangements =
		names(s.States), names(s.Rivals), names(s.Clauses), names(s.Arrangements)
	w.years = 1 / float64(w.Calendar.PerYear())
	w.layKeys()
	w.layStates()
	w.layRivals()
	w.layPairs()
	w.layTies()
	w.layClauses()
	w.layOrder()
	w.layShocks()
	w.layRates()
	return w
}

// N is the number of states.
func (w *World) N() int { return len(w.States) }

// State is the number of a state by its id.
func (w *World) State(id string) int { return find(w.States, id) }

// Clause is the number of a clause by its id.
func (w *World) Clause(id string) int { return find(w.Clauses, id) }

// Opens is the day from which founders may sign a clause.
func (w *World) Opens(clause int) Date { return w.Scenario.Clauses[w.Clauses[clause]].Opens }

// Headline is the number of the clause whose fate heads the table.
func (w *World) Headline() int { return w.Clause(w.Scenario.Headline) }

// barred tells whether a legal bar keeps state i from signing anything in a tick.
func (w *World) barred(i, tick int) bool {
	for _, b := range w.bars {
		if b.state == i && tick >= b.from && tick < b.until {
			return true
		}
	}
	return false
}

// Invited lists the states a clause is offered to: its founders, then those it is open to.
func (w *World) Invited(clause int) (founders, openTo []int) {
	c := &w.clauses[clause]
	return c.invited[:c.founders], c.invited[c.founders:]
}

func names[T any](m map[string]T) []string {
	ids := make([]string, 0, len(m))
	for id := range m {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	return ids
}

func find(ids []string, id string) int {
	i, ok := slices.BinarySearch(ids, id)
	if !ok {
		panic("sim: no " + id + " in the scenario: the reader let a dangling name through")
	}
	return i
}

// lay makes a table of width places from a figure that each place has at a date.
func (w *World) lay(width int, at func(place int, d Date) float64) table {
	t := make(table, w.Calendar.Ticks())
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

// alone is a table for one series.
func (w *World) alone(s Series) table {
	return w.lay(1, func(_ int, d Date) float64 { return s.At(d) })
}

func (w *World) layKeys() {
	n := w.N()
	w.key = make([]uint64, n)
	for i, id := range w.States {
		w.key[i] = keyOf(id)
	}
	w.pairKey = make([]uint64, n*n)
	for i := range n {
		for j := range n {
			w.pairKey[i*n+j] = both(w.key[i], w.key[j])
		}
	}
}

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
	figure := func(of func(*State) Series) table {
		return w.lay(len(states), func(i int, d Date) float64 { return of(&states[i]).At(d) })
	}
	w.capability = figure(func(s *State) Series { return s.Capability })
	w.gdp = figure(func(s *State) Series { return s.GDP })
	w.openness = figure(func(s *State) Series { return s.Openness })
	w.polyarchy = figure(func(s *State) Series { return s.Polyarchy })
	w.tradition = figure(func(s *State) Series { return s.Tradition })
	w.volatility = figure(func(s *State) Series { return s.Volatility })
	w.stance = figure(func(s *State) Series { return s.Stance })
	w.centre = figure(func(s *State) Series { return s.Centre })
	w.spread = figure(func(s *State) Series { return s.Spread })
	w.projection = figure(func(s *State) Series { return s.Projection })
	commitment := figure(func(s *State) Series { return s.Commitment })
	w.reliable = make(table, w.Calendar.Ticks())
	w.falls = make(table, w.Calendar.Ticks())
	for t := range w.reliable {
		w.reliable[t] = make([]float64, len(states))
		w.falls[t] = make([]float64, len(states))
		for j := range states {
			w.reliable[t][j] = w.Parameters.Aid.reliability(w.volatility[t][j], commitment[t][j])
			w.falls[t][j] = w.Parameters.Politics.falls(w.Calendar, states[j].Elections, w.volatility[t][j], t)
		}
	}
}

func (w *World) layRivals() {
	for _, id := range w.Rivals {
		r := w.Scenario.Rivals[id]
		w.rivals = append(w.rivals, rival{
			state: w.State(id), posture: r.Posture, offence: w.alone(r.Offence), tempo: w.alone(r.Tempo),
			move: w.alone(r.Move), retaliation: w.alone(r.Retaliation), key: keyOf(id), asked: make([]bool, w.N()),
		})
	}
	n, k := w.N(), len(w.rivals)
	perRival := func(of func(*State) map[string]Series) table {
		return w.lay(n*k, func(p int, d Date) float64 {
			s := w.Scenario.States[w.States[p/k]]
			return of(&s)[w.Rivals[p%k]].At(d)
		})
	}
	w.trade = perRival(func(s *State) map[string]Series { return s.Trade })
	w.contest = perRival(func(s *State) map[string]Series { return s.Contest })
}

func (w *World) layPairs() {
	n, k := w.N(), len(w.rivals)
	w.distance = make([]float64, n*n)
	related := make([]*Relation, n*n)
	for i := range n {
		for j := range n {
			a, b := w.Scenario.States[w.States[i]], w.Scenario.States[w.States[j]]
			w.distance[i*n+j] = distance(a.Latitude, a.Longitude, b.Latitude, b.Longitude)
			if rel, ok := w.Scenario.Relations[w.States[i]+"-"+w.States[j]]; ok {
				related[i*n+j], related[j*n+i] = &rel, &rel
			}
		}
	}
	w.friction = w.lay(n*n, func(p int, d Date) float64 {
		if related[p] == nil {
			return 0
		}
		return related[p].Friction.At(d)
	})
	ideal := w.lay(n, func(i int, d Date) float64 { return w.Scenario.States[w.States[i]].IdealPoint.At(d) })
	w.affinity = w.lay(n*n, func(p int, d Date) float64 {
		if r := related[p]; r != nil && len(r.Affinity) > 0 {
			return r.Affinity.At(d)
		}
		row := ideal[w.Calendar.Tick(d)]
		return clamp(1-math.Abs(row[p/n]-row[p%n])/w.Parameters.Decision.Span, 0, 1)
	})
	w.reach = w.lay(n*n, func(p int, d Date) float64 {
		return w.Parameters.Aid.reach(w.distance[p], w.projection[w.Calendar.Tick(d)][p%n])
	})
	w.exposure = w.lay(n*k, func(p int, d Date) float64 {
		r, t := &w.rivals[p%k], w.Calendar.Tick(d)
		return w.Parameters.Threat.exposure(w.capability[t][p/k], w.capability[t][r.state],
			w.distance[p/k*n+r.state], r.offence[t][0])
	})
}

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
			rung: rungOf(tie.Kind), toA: w.alone(toA), toB: w.alone(toB), key: keyOf(id),
		})
	}
	for _, id := range w.Arrangements {
		arr := w.Scenario.Arrangements[id]
		w.arrangements = append(w.arrangements, arrangement{
			from: w.tickOr(arr.Since, 0), until: w.tickOr(arr.Until, w.Calendar.Ticks()),
			members: w.membersOf(arr.Members), rung: rungOf(arr.Kind), key: keyOf(id),
		})
	}
}

func (w *World) layClauses() {
	for _, id := range w.Clauses {
		s := w.Scenario.Clauses[id]
		c := clause{
			opens: w.Calendar.Tick(s.Opens), closes: w.tickOr(s.Closes, w.Calendar.Ticks()), founders: len(s.Founders),
			depth: w.alone(s.Depth), minimum: s.Minimum, ratification: s.Ratification,
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

func (w *World) layShocks() {
	w.trusting = true
	for _, id := range names(w.Scenario.Shocks) {
		s := w.Scenario.Shocks[id]
		k := shock{
			from: w.tickOr(s.Date, 0), until: w.tickOr(s.Until, w.Calendar.Ticks()), chance: chance(s.Hazard, w.years),
			kind: s.Kind, actor: -1, rival: -1, stance: s.Stance, key: keyOf(id),
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
		w.trusting = w.trusting && s.Kind != Abandonment
		w.shocks = append(w.shocks, k)
	}
}

func (w *World) layRates() {
	p := &w.Parameters
	w.alarmKept = halving(w.years, p.Threat.HalfLife)
	w.stoppageKept = halving(w.years, p.Trade.Episode)
	w.resumes = 1 - halving(w.years, p.Politics.Resumption)
	w.rests = chance(p.Diplomacy.Dormancy, w.years)
	w.dissolves = chance(p.Diplomacy.Dissolution, w.years)
	w.reviews = chance(1/p.Review.Years, w.years)
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
	s := slices.Clone(ids)
	sort.Strings(s)
	return s
}
