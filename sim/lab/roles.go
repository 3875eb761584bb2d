package lab

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"entente/sim"
)

// Roles are the seats of a role play: what those who play them are to know, from the figures and the reasons of the model.
type Roles struct {
	Head
	Run      uint64       `json:"run"`       // the history that is to be played
	Turns    []Span       `json:"turns"`     // its turns
	Minimum  int          `json:"minimum"`   // ratifications that the clause takes
	Required []string     `json:"required"`  // ids of those whom it cannot do without
	States   []StateRole  `json:"states"`    // the invited: founders first, and by name
	Rivals   []RivalSeat  `json:"rivals"`    // whom the clause is about
	Press    int          `json:"press"`     // seats of the press desk
	Shocks   []ShockToken `json:"shocks"`    // that may strike from the first turn on, for the press desk
	Theories []sim.Theory `json:"theories"`  // for the bench of theory
	FirstTen []string     `json:"first_ten"` // ids of the states to be played where there are ten seats
}

// Span is from one tick to another.
type Span struct {
	From string `json:"from"` // label of the first tick
	To   string `json:"to"`   // label of the last
}

// StateRole is one invited state.
type StateRole struct {
	ID        string         `json:"id"`                              // as in the scenario
	Role      Role           `json:"role"`                            // in the headline clause
	From      string         `json:"from"`                            // label of the tick at which it may first decide
	Required  bool           `json:"required"`                        // the clause cannot do without it
	Explained *Explanation   `json:"explained" jsonschema:"nullable"` // its decision then, laid open
	Figures   []SheetFigure  `json:"figures"`                         // who it is
	Ties      []SheetTie     `json:"ties"`                            // that bind it then, the closest first
	Circles   []string       `json:"circles"`                         // titles of the arrangements that it is in then
	Quarrels  []SheetQuarrel `json:"quarrels"`                        // with others who are invited, the worst first
	Elections []string       `json:"elections"`                       // dates of those to come
	Barred    string         `json:"barred,omitempty"`                // why it may sign nothing by law; "" if it may
}

// RivalSeat is one rival.
type RivalSeat struct {
	ID      string        `json:"id"`      // as in the scenario
	Posture sim.Posture   `json:"posture"` // how it gains ground
	Figures []SheetFigure `json:"figures"` // who it is
	Presses []SheetFigure `json:"presses"` // what it disputes with each of the invited, the most first
	Trades  []SheetFigure `json:"trades"`  // the share of each of the invited's trade that is with it, the most first
}

// SheetFigure is a figure of the scenario as a player needs it.
type SheetFigure struct {
	Path   string  `json:"path"`             // as after --set
	State  string  `json:"state"`            // id of the state that it is about
	Value  float64 `json:"value"`            // at the tick at which the state may first decide
	Unit   string  `json:"unit"`             // of the value
	Source string  `json:"source,omitempty"` // where the scenario says that it is from
}

// SheetTie is an agreement with another state.
type SheetTie struct {
	Title string      `json:"title"` // of the agreement
	With  string      `json:"with"`  // id
	Kind  sim.TieKind `json:"kind"`  // exercises, access, a treaty and so on
	Owed  bool        `json:"owed"`  // the other owes defence and this one does not
}

// SheetQuarrel is a quarrel with another state.
type SheetQuarrel struct {
	With string  `json:"with"` // id
	Size float64 `json:"size"` // in [0, 1]
}

// ShockToken is a shock that may strike.
type ShockToken struct {
	ID     string  `json:"id"`             // as in the scenario
	Title  string  `json:"title"`          // in words
	Date   string  `json:"date,omitempty"` // of one that is dated
	Hazard float64 `json:"hazard"`         // times expected a year; 0 of one that is dated
}

// AskRoles lays out the seats of a role play of a clause, in a run of a seed. What figures
// of a kind are in the world is looked up in the scenario and in others.
func AskRoles(w *sim.World, run uint64, clause int, opts Options, others []sim.Scenario) (*Roles, error) {
	s, opts1 := &w.Scenario, Options{Runs: 1, Seed: opts.Seed}
	r := &Roles{Head: NewHead("roles", "", w, opts1), Run: run, Press: 2, States: []StateRole{}, Rivals: []RivalSeat{}, Shocks: []ShockToken{},
		Theories: sim.Theories(), FirstTen: []string{}}
	r.Clause = w.Clauses[clause]
	c := s.Clauses[r.Clause]
	r.ClauseTitle, r.Head.Runs, r.Played, r.Minimum, r.Required = c.Title, 1, 1, c.Minimum, list(c.Required)
	r.Turns = Spans(w, clause)
	for _, i := range ByRole(w, clause) {
		if !RoleOf(w, clause, i).Invited() {
			continue
		}
		seat, err := stateRole(w, run, clause, i, opts1, others)
		if err != nil {
			return nil, err
		}
		r.States = append(r.States, seat)
	}
	day := w.Calendar.Date(Turns(w, clause)[0])
	for _, id := range c.Against {
		r.Rivals = append(r.Rivals, rivalRole(w, id, invited(w, clause), day))
	}
	for _, id := range slices.Sorted(maps.Keys(s.Shocks)) {
		shock := s.Shocks[id]
		token := ShockToken{ID: id, Title: shock.Title, Hazard: shock.Hazard}
		if shock.Hazard == 0 {
			if shock.Date < day {
				continue
			}
			token.Date = w.Calendar.Label(w.Calendar.Tick(shock.Date))
		} else if shock.Until != 0 && shock.Until < day {
			continue
		}
		r.Shocks = append(r.Shocks, token)
	}
	r.firstTen()
	return r, nil
}

// tenStates are the seats of states where a class has ten: the rival, the press and the bench of theory have one each.
const tenStates = 7

// firstTen are those whom the clause cannot do without, then other founders, then those who are likeliest to sign.
func (r *Roles) firstTen() {
	order := slices.Clone(r.States)
	rank := func(s StateRole) int {
		switch {
		case s.Required:
			return 0
		case s.Role == Founder:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(order, func(a, b StateRole) int {
		return cmp.Or(rank(a)-rank(b), cmp.Compare(b.Explained.Chance, a.Explained.Chance))
	})
	for _, s := range order[:min(tenStates, len(order))] {
		r.FirstTen = append(r.FirstTen, s.ID)
	}
}

// stateRole is the sheet of a state that may sign: what it faces when it is first asked, and what would turn it.
func stateRole(w *sim.World, run uint64, clause, i int, opts Options, others []sim.Scenario) (StateRole, error) {
	s, id, tick := &w.Scenario, w.States[i], w.FirstDecision(clause, i)
	seat := StateRole{ID: id, Role: RoleOf(w, clause, i), From: w.Calendar.Label(tick), Ties: []SheetTie{}, Circles: []string{},
		Quarrels: []SheetQuarrel{}, Elections: []string{}, Required: slices.Contains(s.Clauses[w.Clauses[clause]].Required, id)}
	x, err := Explain(w, run, clause, i, tick, opts, others)
	if err != nil {
		return seat, err
	}
	seat.Explained = x
	st, day := s.States[id], w.Calendar.Date(tick)
	me := "states." + id
	for _, path := range []string{"capability", "gdp", "openness", "polyarchy", "autonomy_tradition", "stance", "centre", "spread", "volatility"} {
		seat.Figures = addFigure(seat.Figures, w, me+"."+path, id, day)
	}
	for _, rival := range s.Clauses[w.Clauses[clause]].Against {
		seat.Figures = addFigure(seat.Figures, w, me+".trade."+rival, id, day)
		seat.Figures = addFigure(seat.Figures, w, me+".contest."+rival, id, day)
	}
	if b := st.Barred; b != nil && (b.From == 0 || b.From <= day) && (b.Until == 0 || b.Until > day) {
		seat.Barred = b.Reason
	}
	held := func(since, until sim.Date) bool { return since <= day && (until == 0 || until > day) }
	for _, name := range slices.Sorted(maps.Keys(s.Ties)) {
		t := s.Ties[name]
		k := slices.Index(t.Members, id)
		if k < 0 || !held(t.Since, t.Until) {
			continue
		}
		with := t.Members[1-k]
		seat.Ties = append(seat.Ties, SheetTie{t.Title, with, t.Kind, t.Guarantor == with})
	}
	slices.SortStableFunc(seat.Ties, func(a, b SheetTie) int { return int(sim.RungOf(b.Kind)) - int(sim.RungOf(a.Kind)) })
	for _, name := range slices.Sorted(maps.Keys(s.Arrangements)) {
		if a := s.Arrangements[name]; slices.Contains(a.Members, id) && held(a.Since, a.Until) {
			seat.Circles = append(seat.Circles, a.Title)
		}
	}
	for _, j := range invited(w, clause) {
		for _, pair := range []string{id + "-" + w.States[j], w.States[j] + "-" + id} {
			if q, ok := s.Relations[pair]; ok && j != i {
				if size := q.Friction.At(day); size > 0 {
					seat.Quarrels = append(seat.Quarrels, SheetQuarrel{w.States[j], size})
				}
			}
		}
	}
	slices.SortStableFunc(seat.Quarrels, func(a, b SheetQuarrel) int { return cmp.Compare(b.Size, a.Size) })
	for _, e := range slices.Sorted(slices.Values(st.Elections)) {
		if e >= day {
			seat.Elections = append(seat.Elections, e.Text())
		}
	}
	return seat, nil
}

// rivalRole is the sheet of a rival: what it does, whom it presses and with whom it trades.
func rivalRole(w *sim.World, id string, seats []int, day sim.Date) RivalSeat {
	s := &w.Scenario
	r := RivalSeat{ID: id, Posture: s.Rivals[id].Posture.At(day), Presses: []SheetFigure{}, Trades: []SheetFigure{}}
	for _, path := range []string{"offence", "tempo", "move", "retaliation"} {
		r.Figures = addFigure(r.Figures, w, "rivals."+id+"."+path, id, day)
	}
	for _, path := range []string{"capability", "gdp"} {
		r.Figures = addFigure(r.Figures, w, "states."+id+"."+path, id, day)
	}
	for _, i := range seats {
		r.Presses = addFigure(r.Presses, w, "states."+w.States[i]+".contest."+id, w.States[i], day)
		r.Trades = addFigure(r.Trades, w, "states."+w.States[i]+".trade."+id, w.States[i], day)
	}
	for _, list := range [][]SheetFigure{r.Presses, r.Trades} {
		slices.SortStableFunc(list, func(a, b SheetFigure) int { return cmp.Compare(b.Value, a.Value) })
	}
	return r
}

// addFigure adds the figure at a path on a day, if the scenario gives it.
func addFigure(list []SheetFigure, w *sim.World, path, state string, day sim.Date) []SheetFigure {
	f := SheetFigure{Path: path, State: state}
	if figure, ok := sim.FigureAt(path); ok {
		f.Unit = figure.Unit
	}
	w.Scenario.Given(path, func(_ string, values sim.Series) {
		f.Value = values.At(day)
		list = append(list, f)
	})
	return list
}

// Figure is the one of a seat whose path ends so, and whether there is one.
func (s *StateRole) Figure(end string) (SheetFigure, bool) {
	for _, f := range s.Figures {
		if strings.HasSuffix(f.Path, "."+end) {
			return f, true
		}
	}
	return SheetFigure{}, false
}

// Tables are the seats as tidy CSV.
func (r *Roles) Tables() []Table {
	return []Table{
		{"seats.csv", "one row per seat of a state", func(out io.Writer) error {
			header := []string{"state", "name", "role", "from", "required", "threat_without", "threat_with", "chance", "for", "against"}
			return Rows(out, header, func(row func(...string)) {
				for _, s := range r.States {
					x := s.Explained
					loudest := func(sign float64) string {
						best, term := 0.0, ""
						for _, f := range x.Formulas {
							if v := sign * f.Value; v > best {
								best, term = v, f.Term.String()
							}
						}
						return term
					}
					row(s.ID, x.Names[s.ID], strings.ReplaceAll(string(s.Role), " ", "-"), s.From, YesNo(s.Required), Digits(x.Behind.Without),
						Digits(x.Behind.With), Digits(x.Chance), loudest(1), loudest(-1))
				}
			})
		}},
		{"turns.csv", "one row per turn", func(out io.Writer) error {
			return Rows(out, []string{"turn", "from", "to"}, func(row func(...string)) {
				for k, t := range r.Turns {
					row(strconv.Itoa(k+1), t.From, t.To)
				}
			})
		}},
	}
}

// Columns are those of a file of decisions, a state each.
func (r *Roles) Columns(table string) (all []Column) {
	if table != "class.csv" {
		return nil
	}
	for _, s := range r.States {
		all = append(all, Column{Name: s.ID, Meaning: "yes or no by those who play " + s.Explained.Names[s.ID] + "; empty where the rule is to decide"})
	}
	return all
}

// Seats is how many people it takes.
func (r *Roles) Seats() int { return len(r.States) + len(r.Rivals) + r.Press + 1 }

// Names are the names of the states, by id.
func (r *Roles) Names() map[string]string {
	if len(r.States) == 0 {
		return map[string]string{}
	}
	return r.States[0].Explained.Names
}

// aboutSeats: what the columns of seats mean.
func (l *wordList) aboutSeats() {
	l.say("seats.csv", "from", "tick at which the state may first decide", "")
}
