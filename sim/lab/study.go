package lab

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/sim"
	"entente/sim/lab/design"
)

// Plan is what a study asks: which figures move, how, and what is measured.
type Plan struct {
	Study   string      `json:"study"` // its name
	Title   string      `json:"study_title"`
	Design  design.Kind `json:"design"`
	Points  int         `json:"points"`
	Rows    int         `json:"rows"`             // trajectories of Morris, rows of Saltelli; else the points
	Levels  int         `json:"levels,omitempty"` // of a factorial and of trajectories
	Each    int         `json:"runs_each"`        // at each point
	Factors []Factor    `json:"factors"`
	Outputs []Output    `json:"outputs"`
}

// Factor is a figure of the scenario that a study moves.
type Factor struct {
	ID     string          `json:"id"`
	Name   string          `json:"name"`
	Path   string          `json:"path"` // as after --set
	Unit   string          `json:"unit"` // what it counts
	Values design.Marginal `json:"values"`
}

// Output is what is measured of each run.
type Output struct {
	ID          string  `json:"id"`
	Name        string  `json:"name"` // in words, without an end
	Measure     Measure `json:"measure"`
	Clause      string  `json:"clause"`
	ClauseTitle string  `json:"clause_title"`
	By          string  `json:"by,omitempty"` // the last tick that counts; "" at the end
	State       string  `json:"state,omitempty"`
	StateName   string  `json:"state_name,omitempty"`

	clause, state, by int
}

// Measure is a kind of output.
type Measure string

// The measures. All but members happen or not in a run, so that their mean over runs is a chance.
const (
	IsInForce Measure = "in-force" // at the end, or has come into force by a tick
	Members   Measure = "members"  // that the clause binds at the end
	Signs     Measure = "signed"   // a state, ever or by a tick
	IsBound   Measure = "bound"    // a state, at the end
)

// IsChance tells whether the mean of an output over runs is a chance.
func (o *Output) IsChance() bool { return o.Measure != Members }

// Study is a plan for one scenario, ready to be played.
type Study struct {
	Plan
	Scenario sim.Scenario
	Layout   *design.Design
	Seed     uint64 // of all luck

	base      *sim.World
	moved     []string // constants that history leaves open and that the study moves
	constants bool     // nothing but constants of the theory moves
}

// NewStudy readies a plan whose points are laid out as a design has it. by are the days of the outputs, 0 for the end.
// Figures, clauses and states are there: the reader of the plan has seen to it.
func NewStudy(p Plan, s sim.Scenario, layout *design.Design, seed uint64, by []sim.Date) *Study {
	s.Coded = slices.DeleteFunc(slices.Clone(s.Coded), func(path string) bool { // what the study moves is not moved by an error of coding too
		return slices.ContainsFunc(p.Factors, func(f Factor) bool { return f.Path == path })
	})
	var moved []string
	s.Draws, moved = without(s.Draws, p.Factors)
	st := &Study{moved: moved, Plan: p, Scenario: s, Layout: layout, Seed: seed, constants: true, base: sim.NewWorld(s)}
	st.Design, st.Points, st.Rows, st.Outputs = layout.Kind, layout.Points(), layout.Rows, slices.Clone(p.Outputs)
	for k := range st.Factors {
		st.constants = st.constants && strings.HasPrefix(st.Factors[k].Path, "parameters.")
	}
	for k := range st.Outputs {
		o := &st.Outputs[k]
		o.clause, o.state, o.by = st.base.Clause(o.Clause), -1, st.base.Calendar.Ticks()-1
		o.ClauseTitle = s.Clauses[o.Clause].Title
		if o.State != "" {
			o.state, o.StateName = st.base.State(o.State), s.States[o.State].Name
		}
		if by[k] != 0 {
			o.by = min(max(st.base.Calendar.Tick(by[k]), 0), o.by)
			o.By = st.base.Calendar.Label(o.by)
		}
		if o.Name == "" {
			o.Name = o.inWords()
		}
	}
	return st
}

// without are the draws of all constants but those that a study moves: they stand at each point where the study has
// them.
func without(d *sim.Draws, factors []Factor) (rest *sim.Draws, moved []string) {
	if d == nil {
		return nil, nil
	}
	rest = &sim.Draws{Sets: make([][]float64, len(d.Sets))}
	for c, path := range d.Constants {
		if slices.ContainsFunc(factors, func(f Factor) bool { return f.Path == path }) {
			moved = append(moved, path)
			continue
		}
		rest.Constants, rest.Shipped = append(rest.Constants, path), append(rest.Shipped, d.Shipped[c])
		for k := range d.Sets {
			rest.Sets[k] = append(rest.Sets[k], d.Sets[k][c])
		}
	}
	if len(rest.Constants) == 0 {
		return nil, moved
	}
	return rest, moved
}

// draw is the set of constants that a run plays, as a table has it; nothing if it plays those of its point.
func (st *Study) draw(run int) string {
	if d := st.base.DrawOf(uint64(run)); d != sim.NoDraw {
		return strconv.Itoa(d)
	}
	return ""
}

// inWords is an output that has no name of its own.
func (o *Output) inWords() string {
	by := ""
	if o.By != "" {
		by = " by " + o.By
	}
	switch o.Measure {
	case Members:
		return "members of " + The(o.ClauseTitle)
	case Signs:
		return o.StateName + " signs " + The(o.ClauseTitle) + by
	case IsBound:
		return o.StateName + " is bound by " + The(o.ClauseTitle)
	}
	if by != "" {
		return The(o.ClauseTitle) + " has come into force" + by
	}
	return The(o.ClauseTitle) + " " + Is(o.ClauseTitle) + " in force"
}

// of is the output of a run that came to an end.
func (o *Output) of(d *Ending, w *sim.World) float64 {
	place, happened := o.clause*w.N()+o.state, false
	switch {
	case o.Measure == Members:
		return float64(d.Members(w, o.clause))
	case o.Measure == Signs:
		happened = d.Signed[place] >= 0 && int(d.Signed[place]) <= o.by
	case o.Measure == IsBound:
		happened = d.Bound[place]
	case o.By != "":
		happened = d.First[o.clause] >= 0 && int(d.First[o.clause]) <= o.by
	default:
		happened = d.AtEnd[o.clause]
	}
	if happened {
		return 1
	}
	return 0
}

// whole tells whether more than the headline clause is measured, so that runs are played to their last tick.
func (st *Study) whole() bool {
	return slices.ContainsFunc(st.Outputs, func(o Output) bool { return o.Clause != st.Scenario.Headline })
}

// Values are those of the factors at a point.
func (st *Study) Values(p int) []float64 {
	u := make([]float64, len(st.Factors))
	st.Layout.At(p, u)
	for k, f := range st.Factors {
		u[k] = f.Values.Value(u[k])
	}
	return u
}

// FirstRun is the number of the first run at a point: points that share their luck share their runs.
func (st *Study) FirstRun(p int) int { return st.Layout.Luck(p) * st.Each }

// Settings are what is changed at a point, as after --set.
func (st *Study) Settings(values []float64) []Setting {
	var all []Setting
	for k, f := range st.Factors {
		all = append(all, number(f.Path, values[k]))
	}
	return all
}

// at is the scenario at a point.
func (st *Study) at(p int) sim.Scenario {
	s := st.Scenario
	for k, v := range st.Values(p) {
		f, ok := sim.FigureAt(st.Factors[k].Path)
		if !ok {
			panic("lab: no figure " + st.Factors[k].Path)
		}
		f.Set(&s, v)
	}
	return s
}

// world is the world at a point.
func (st *Study) world(p int) *sim.World {
	if s := st.at(p); st.constants {
		return st.base.Vary(s)
	} else {
		return sim.NewWorld(s)
	}
}

// Dictionary says what each column of the tables of runs and points holds.
func (st *Study) Dictionary(row func(...string)) {
	for _, c := range [][]string{
		{"design", "how the points are laid out", ""}, {"point", "number of the point in its design, from 0", ""},
		{"row", "number of the trajectory or row that the point belongs to, from 0", ""},
		{"draw", "set of the posterior whose constants the run plays, from 0; empty if it plays those of the scenario", ""},
		{"seed", "of all luck", ""}, {"run", "number of the run, from 0: with the seed its luck; points with the same runs were played with " +
			"the same luck", ""},
		{"runs", "that came to an end at the point", ""}, {"failed", "runs that broke a promise of the model, 1 or 0 for a single run", ""},
	} {
		row(c[0], c[1], c[2], "", "", "")
	}
	for _, f := range st.Factors {
		row(f.ID, "factor: "+f.Name+", "+f.Path, f.Unit, string(f.Values.Shape), Digits(f.Values.Low), Digits(f.Values.High))
	}
	for _, o := range st.Outputs {
		unit, high := "1 if it happened in the run, 0 if not; of a point the share of its runs", "1"
		if !o.IsChance() {
			unit, high = "states; of a point the mean over its runs", fmt.Sprint(st.base.N())
		}
		row(o.ID, "output: "+o.Name, unit, "", "0", high)
	}
}

// FigureName is what a figure of a scenario is called: a lever by what it moves and of whom, a figure of a state by its
// key and the state, any other by its path.
func FigureName(s *sim.Scenario, path string) string {
	keys := strings.Split(path, ".")
	if len(keys) != 3 {
		return path
	}
	of := s.States[keys[1]].Name
	switch {
	case keys[0] == "levers" && keys[1] == sim.Everyone:
		of = "all"
	case keys[0] != "levers" && keys[0] != "states":
		return path
	}
	what := strings.ReplaceAll(keys[2], "_", " ")
	if keys[0] == "levers" {
		what = map[string]string{"threat": "threat felt", "trade": "trade with the rival", "volatility": "policy volatility",
			"ties":     "prior ties",
			"friction": "friction", "stance": "stance, moved"}[keys[2]]
	}
	return what + " (" + of + ")"
}
