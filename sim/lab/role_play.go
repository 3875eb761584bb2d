package lab

import (
	"io"
	"slices"
	"strconv"

	"entente/sim"
	"entente/sim/lab/stats"
)

// MostTurns is how many turns a role play has, if its history has so many ticks.
const MostTurns = 8

// Said is what those who play a state say in a turn: yes or no to the clause, whenever it is asked in that turn.
type Said struct {
	Turn  int // from 1
	State int
	Yes   bool
}

// RolePlay is one history in which some states are played from outside, turn by turn, with what the rule would have done.
type RolePlay struct {
	Head
	Run      uint64  `json:"run"`              // number of the history, from 0
	Set      int     `json:"set_of_constants"` // that it plays, from 0; -1 if runs play but one
	Of       int     `json:"turns_of"`         // how many turns there are in all
	Turns    []Turn  `json:"turns"`            // those that were played
	Seats    []Seat  `json:"seats"`            // of those who said something, by name
	Surprise float64 `json:"surprise_nats"`    // of a decision to who knows the rule, on average over all that were asked for
	Expected float64 `json:"expected_nats"`    // of a decision that the rule takes by its own chance, on average over the same

	Class Fate `json:"class"` // what became of the clause by the end of the last turn
	Rule  Fate `json:"rule"`  // with the same luck, had the rule decided everything

	Names  map[string]string `json:"names"`  // of the states, by id
	Titles map[string]string `json:"titles"` // of clauses and shocks, by path
}

// Turn is some ticks in a row.
type Turn struct {
	From      string      `json:"from"`      // label of its first tick
	To        string      `json:"to"`        // label of its last tick
	Events    []Event     `json:"events"`    // what happens in it, in its order
	Decisions []SeatInOne `json:"decisions"` // of the states that were asked, and of those who spoke unasked
	InForce   bool        `json:"in_force"`  // the clause, at its end
	Ties      int         `json:"ties"`      // pairs of states with any tie, at its end
}

// SeatInOne is what one state decided in one turn, at the first tick at which it was asked.
type SeatInOne struct {
	State    string  `json:"state"`         // its id
	Said     string  `json:"said"`          // yes or no, by those who play it; "" if nothing, so that the rule decided
	Asked    bool    `json:"asked"`         // in this turn: the clause was open to it, or its government looked at it again
	At       string  `json:"at,omitempty"`  // label of the tick
	Chance   float64 `json:"chance"`        // of yes by the rule, in [0, 1]
	Would    bool    `json:"would"`         // what the rule would have done there, with this history's luck
	Surprise float64 `json:"surprise_nats"` // of what was said, to who knows the rule and not the luck; 0 if nothing was said
	Expected float64 `json:"expected_nats"` // of a decision that the rule takes by its own chance; 0 if nothing was said
	Stands   string  `json:"stands"`        // with the clause, at the end of the turn
}

// Seat is what one state that was played made of the game.
type Seat struct {
	State    string  `json:"state"`         // its id
	Said     int     `json:"said"`          // turns in which it said something
	Asked    int     `json:"asked"`         // turns in which it said something and was asked
	AsRule   int     `json:"as_the_rule"`   // turns in which it was asked and said what the rule would have done
	Surprise float64 `json:"surprise_nats"` // surprise of a decision to who knows the rule, on average over the turns asked
	Expected float64 `json:"expected_nats"` // surprise of a decision that the rule takes by its own chance, on average over the turns asked
}

// Fate is what became of the clause.
type Fate struct {
	InForce bool     `json:"in_force"`        // it binds its members
	Since   string   `json:"since,omitempty"` // label of the tick at which it first entered into force
	Members []string `json:"members"`         // ids of those bound
}

// Turns are the ticks with which the turns of a role play of a clause begin, and the one after its last: from the tick at which
// founders may first sign to the end, in parts as alike as whole ticks allow.
func Turns(w *sim.World, clause int) []int {
	from, to := min(max(w.Calendar.Tick(w.Opens(clause)), 0), w.Calendar.Ticks()-1), w.Calendar.Ticks()
	n := min(MostTurns, to-from)
	begins := make([]int, n+1)
	for k := range begins {
		begins[k] = from + k*(to-from)/n
	}
	return begins
}

// Spans are the turns of a role play of a clause, from and to which tick each goes.
func Spans(w *sim.World, clause int) []Span {
	begins, spans := Turns(w, clause), []Span{}
	for k := range begins[1:] {
		spans = append(spans, Span{w.Calendar.Label(begins[k]), w.Calendar.Label(begins[k+1] - 1)})
	}
	return spans
}

// PlayRoles plays one history of a seed up to the end of so many turns, by what was said of a clause. Decisions of later turns are
// left out. The same history without any is played beside it.
func PlayRoles(w *sim.World, run uint64, clause int, said []Said, turns int, opts Options) *RolePlay {
	opts.Runs = 1
	begins := Turns(w, clause)
	p := newRolePlay(w, run, clause, len(begins)-1, opts)
	turns = min(max(turns, 1), p.Of)
	said = slices.DeleteFunc(slices.Clone(said), func(s Said) bool { return s.Turn > turns })
	o := sim.NewOutside(w)
	spoke := make([]map[int]bool, turns) // by turn and state: what was said
	for k := range spoke {
		spoke[k] = map[int]bool{}
	}
	for _, s := range said {
		spoke[s.Turn-1][s.State] = s.Yes
		for tick := begins[s.Turn-1]; tick < begins[s.Turn]; tick++ {
			o.Say(clause, s.State, tick, s.Yes)
		}
	}
	history := sim.NewRun(w)
	history.Heed(o)
	history.Start(opts.Seed, run)
	c := newChronicle(history)
	for k := range turns {
		t := Turn{From: w.Calendar.Label(begins[k]), To: w.Calendar.Label(begins[k+1] - 1), Events: []Event{}, Decisions: []SeatInOne{}}
		if k == 0 {
			t.From = w.Calendar.Label(0) // what comes before the clause is on offer belongs to the first turn
		}
		for history.Tick+1 < begins[k+1] && history.Step() {
			t.Events = append(t.Events, c.since(history)...)
		}
		for _, i := range ByRole(w, clause) {
			if d, ok := decision(o, history, clause, i, begins[k], begins[k+1], spoke[k]); ok {
				t.Decisions = append(t.Decisions, d)
			}
		}
		t.InForce, t.Ties = history.InForce(clause), int(tied(tiesByRung(history)))
		p.Turns = append(p.Turns, t)
	}
	p.Class = fateOf(history, clause)
	p.Rule = p.Class
	if len(said) > 0 {
		alone := sim.NewRun(w)
		alone.Start(opts.Seed, run)
		for alone.Tick+1 < begins[turns] && alone.Step() {
		}
		p.Rule = fateOf(alone, clause)
	}
	p.debrief()
	return p
}

// newRolePlay is a game of so many turns, of which none is played.
func newRolePlay(w *sim.World, run uint64, clause, turns int, opts Options) *RolePlay {
	p := &RolePlay{Head: NewHead("play", "", w, opts), Run: run, Set: w.DrawOf(run), Of: turns, Names: map[string]string{},
		Titles: map[string]string{}, Turns: []Turn{}, Seats: []Seat{}}
	p.Clause = w.Clauses[clause]
	p.ClauseTitle = w.Scenario.Clauses[p.Clause].Title
	p.Head.Runs, p.Played = 1, 1
	for id, s := range w.Scenario.States {
		p.Names[id] = s.Name
	}
	for id, c := range w.Scenario.Clauses {
		p.Titles["clauses."+id] = c.Title
	}
	for id, s := range w.Scenario.Shocks {
		p.Titles["shocks."+id] = s.Title
	}
	return p
}

// decision is what state i decided in the ticks from one to before another; none if it was not asked and nothing was said.
func decision(o *sim.Outside, run *sim.Run, clause, i, from, to int, spoke map[int]bool) (SeatInOne, bool) {
	w := run.World()
	if !RoleOf(w, clause, i).Invited() {
		return SeatInOne{}, false
	}
	d := SeatInOne{State: w.States[i], Stands: string(run.Standing(clause, i))}
	yes, said := spoke[i]
	if said {
		d.Said = map[bool]string{true: "yes", false: "no"}[yes]
	}
	for tick := from; tick < to; tick++ {
		if a, ok := o.Answer(clause, i, tick); ok {
			d.Asked, d.At, d.Chance, d.Would = true, w.Calendar.Label(tick), a.Chance, a.Would
			if said {
				d.Surprise, d.Expected = a.Surprise, a.Expected()
			}
			break
		}
	}
	return d, said || d.Asked
}

// fateOf is what has become of a clause in a run.
func fateOf(run *sim.Run, clause int) Fate {
	w, f := run.World(), Fate{InForce: run.InForce(clause), Members: []string{}}
	if t := run.FirstInForce(clause); t >= 0 {
		f.Since = w.Calendar.Label(t)
	}
	for i, id := range w.States {
		if run.Bound(clause, i) {
			f.Members = append(f.Members, id)
		}
	}
	return f
}

// debrief sums up each seat over the turns. Surprise is told a decision, and not added up: the rule's dispositions last, so that
// what it does in one turn and in the next is not decided apart.
func (p *RolePlay) debrief() {
	surprise, expected := map[string][]float64{}, map[string][]float64{}
	for _, t := range p.Turns {
		for _, d := range t.Decisions {
			if d.Said == "" {
				continue
			}
			k := slices.IndexFunc(p.Seats, func(s Seat) bool { return s.State == d.State })
			if k < 0 {
				k = len(p.Seats)
				p.Seats = append(p.Seats, Seat{State: d.State})
			}
			s := &p.Seats[k]
			s.Said++
			if !d.Asked {
				continue
			}
			s.Asked++
			if (d.Said == "yes") == d.Would {
				s.AsRule++
			}
			surprise[d.State], expected[d.State] = append(surprise[d.State], d.Surprise), append(expected[d.State], d.Expected)
		}
	}
	var all, own []float64
	for k := range p.Seats {
		if s := &p.Seats[k]; s.Asked > 0 {
			s.Surprise, s.Expected = stats.Mean(surprise[s.State]), stats.Mean(expected[s.State])
			all, own = append(all, surprise[s.State]...), append(own, expected[s.State]...)
		}
	}
	if len(all) > 0 {
		p.Surprise, p.Expected = stats.Mean(all), stats.Mean(own)
	}
}

// Tables are the role play as tidy CSV.
func (p *RolePlay) Tables() []Table {
	return []Table{
		{"decisions.csv", "one row per turn and state that was asked or spoke", p.writeDecisions},
		{"events.csv", "one row per event", p.writeEvents},
		{"seats.csv", "one row per state that was played", p.writeSeats},
	}
}

func (p *RolePlay) writeDecisions(out io.Writer) error {
	header := []string{"turn", "from", "to", "state", "said", "asked", "at", "chance", "would", "surprise_nats", "expected_nats", "stands"}
	return Rows(out, header, func(row func(...string)) {
		for k, t := range p.Turns {
			for _, d := range t.Decisions {
				row(strconv.Itoa(k+1), t.From, t.To, d.State, d.Said, YesNo(d.Asked), d.At, Digits(d.Chance), YesNo(d.Would), Digits(d.Surprise),
					Digits(d.Expected), d.Stands)
			}
		}
	})
}

func (p *RolePlay) writeEvents(out io.Writer) error {
	return Rows(out, []string{"turn", "tick", "kind", "of", "clause", "states"}, func(row func(...string)) {
		for k, t := range p.Turns {
			for _, e := range t.Events {
				states := ""
				for _, id := range e.States {
					if states != "" {
						states += " "
					}
					states += id
				}
				row(strconv.Itoa(k+1), e.Tick, string(e.Kind), e.Of, e.Clause, states)
			}
		}
	})
}

func (p *RolePlay) writeSeats(out io.Writer) error {
	return Rows(out, []string{"state", "said", "asked", "as_the_rule", "surprise_nats", "expected_nats"}, func(row func(...string)) {
		for _, s := range p.Seats {
			row(s.State, strconv.Itoa(s.Said), strconv.Itoa(s.Asked), strconv.Itoa(s.AsRule), Digits(s.Surprise), Digits(s.Expected))
		}
	})
}

// aboutGames: what the columns of games mean.
func (l *wordList) aboutGames() {
	l.say("", "turn", "its number, from 1", "")
	l.say("", "said", "yes or no by those who play the state; empty if nothing, so that the rule decided", "")
	l.say("decisions.csv", "asked", "the clause was open to the state in this turn, or its government looked at it again", ofYesNo)
	l.say("", "at", "tick at which the state first decided in the turn", "")
	l.say("", "would", "the rule would have signed, with this history's luck", ofYesNo)
	l.say("", "surprise_nats", "of what was said to who knows the rule and not the luck; of a seat, on average over the turns asked", ofNats)
	l.say("", "expected_nats", "of a decision that the rule takes by its own chance; of a seat, on average over the same turns", ofNats)
	l.say("", "stands", "how the state stands with the clause at the end of the turn", "")
	l.say("events.csv", "kind", "what happens: a shock, a government, signs, ratifies and so on", "")
	l.say("", "of", "id of the shock, state or clause that it happens to", "")
	l.say("seats.csv", "said", "turns in which it said something", "turns")
	l.say("seats.csv", "asked", "of these, turns in which it was asked", "turns")
	l.say("", "as_the_rule", "of these, turns in which it said what the rule would have done", "turns")
	l.say("", "threat_without", "danger that the state is in without the clause, with its ties", ofShare)
	l.say("", "threat_with", "danger that it is in with the clause too", ofShare)
	l.say("", "for", "the term that speaks loudest for signing", "")
	l.say("", "against", "the term that speaks loudest against it", "")
}
