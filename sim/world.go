package sim

import (
	"slices"
)

// byTick is a figure for every tick and every place in a flat row (a state, a state × rival, a state × state). Rows that
// do not change from one tick to the next are the same slice.
type byTick [][]float64

// World is a scenario laid out for running: flat rows in place of maps, names turned into numbers. It is never changed
// once made, so any number of runs may share it.
type World struct {
	Scenario   Scenario   // that it lays out
	Calendar   Calendar   // of its ticks
	Parameters Parameters // those of the scenario
	rule       Rule       // by which states decide

	States       []string // ids, in alphabetical order: the numbering of states
	Rivals       []string // the numbering of rivals
	Clauses      []string // the numbering of clauses
	Arrangements []string // ids of the scenario's arrangements; those that grow come after

	years   float64  // length of a tick
	key     []uint64 // luck of each state
	pairKey []uint64 // luck of each pair

	capability, gdp, openness, polyarchy, tradition byTick
	volatility, stance, centre, spread, projection  byTick
	// chance of a new government; worth of a state's word, and what its own part in that is
	falls, reliable, commitment byTick
	elections                   [][]Date // state: in order
	trade, contest, exposure    byTick   // state × rival
	reach, friction, affinity   byTick   // state × state; reach[i][j] is the share of j's means that arrives at i
	tied                        byTick   // state × state: what levers multiply ties by; nil if none does

	levers       []*Levers   // of each state, and of everyone last; nil where the scenario has none
	distance     []float64   // km between capitals, state × state
	related      []*Relation // state × state; nil where the scenario has none
	relations    [][2]int    // the pairs that it has: no others quarrel
	rivals       []rival
	treaties     []treaty
	arrangements []arrangement
	clauses      []clause
	narrowFirst  []int // clauses by their number of founders
	shocks       []shock
	bars         []bar

	alarmKept, stoppageKept, resumes, sleeps, reviews, dissolves float64 // shares and chances of one tick
	ladder                                                       [rungs]float64
	trusting                                                     bool // no shock touches trust: all promises count alike

	memory *memory // of what was before the start; nil if the scenario has no history

	draws   *Draws      // sets of constants that runs take in turn; nil if all play Parameters
	drawn   []int       // which constants of these
	drawnAt [][]float64 // draw × drawn: their values
}

type rival struct {
	state                             int
	posture                           []Posture // by tick
	offence, tempo, move, retaliation byTick    // one place wide
	asked                             []bool    // states that some clause invites to stand against it
	key                               uint64
}

// treaty is a tie of the scenario.
type treaty struct {
	from, until int // ticks in force: [from, until)
	a, b        int
	rung        int8
	toA, toB    byTick // what a may count on from b, and b from a, if it is a defence treaty
	key         uint64
}

type arrangement struct {
	from, until int
	members     Set
	rung        int8
	key         uint64
}

type clause struct {
	opens, closes int   // founders may sign in [opens, closes)
	invited       []int // founders first, then those it is open to
	from          []int // tick from which each of the invited may sign
	founders      int
	depth         byTick
	against       []int // rivals
	covered       []bool
	required      []int
	members       []member // whom it binds when the run starts
	stance        byTick   // state: what it thinks of this clause; nil if no government has a mind of its own about it
	speaks        []bool   // state: has one
	blessing      byTick   // by power; nil if nobody from outside speaks up
	powers        []int    // that bless or oppose it from outside
	minimum       int
	ratification  float64 // years
	binding       int     // ticks
	notice        int     // ticks
	consent       ConsentRule
	key           uint64
}

// member is a state that a clause binds when the run starts, and the tick, below 0, at which it ratified.
type member struct{ state, ratified int }

type shock struct {
	from, until int
	chance      float64 // a tick; 1 for a dated one at from
	does        *effect
	actor       int // state, -1 if none
	rival       int // the actor as rival, -1 if it is none
	felt        []felt
	kept        float64 // share of its pulse left after a tick
	stance      float64
	key         uint64
}

type felt struct {
	state int
	share float64 // of the shock that the state feels
	size  float64 // of the shock for this state
}

type bar struct{ state, from, until int }

// NewWorld lays a scenario out. It trusts the reader of the scenario: names exist, figures lie in their ranges. A
// broken promise is a panic.
func NewWorld(s Scenario) *World {
	w := &World{Scenario: s, Calendar: NewCalendar(s.Start, s.End, s.Tick), Parameters: s.Parameters}
	w.States, w.Rivals, w.Clauses, w.Arrangements =
		names(s.States), names(s.Rivals), names(s.Clauses), names(s.Arrangements)
	w.rule = w.Parameters.rule(s.Theory)
	w.layDraws()
	w.years = 1 / float64(w.Calendar.PerYear())
	w.findLevers()
	w.layKeys()
	w.layStates()
	w.layRivals()
	w.layPairs()
	w.layTies()
	w.layLevers()
	w.layClauses()
	w.layOrder()
	w.layShocks()
	w.layRates()
	w.layMemory()
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

// IDs names the states of a set, in alphabetical order.
func (w *World) IDs(set Set) []string {
	var ids []string
	for _, i := range set.List() {
		ids = append(ids, w.States[i])
	}
	return ids
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
	slices.Sort(ids)
	return ids
}

// placeOf is the place of an id in an ordered list; -1 if it is not there.
func placeOf(ids []string, id string) int {
	if i, ok := slices.BinarySearch(ids, id); ok {
		return i
	}
	return -1
}

func find(ids []string, id string) int {
	i, ok := slices.BinarySearch(ids, id)
	if !ok {
		panic("sim: no " + id + " in the scenario: the reader let a dangling name through")
	}
	return i
}
