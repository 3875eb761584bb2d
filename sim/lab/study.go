package lab

import (
	"slices"
	"strconv"
	"strings"

	"entente/sim"
	"entente/sim/lab/design"
)

// Plan is what a study asks: which figures move, how, and what is measured.
type Plan struct {
	Study   string      `json:"study"`            // its name
	Title   string      `json:"study_title"`      // in words
	Design  design.Kind `json:"design"`           // how the points are laid out
	Points  int         `json:"points"`           // how many
	Rows    int         `json:"rows"`             // trajectories of Morris, rows of Saltelli; else the points
	Levels  int         `json:"levels,omitempty"` // of a factorial and of trajectories
	Each    int         `json:"runs_each"`        // at each point
	Factors []Factor    `json:"factors"`          // the figures that move
	Outputs []Output    `json:"outputs"`          // what is measured of each run
}

// Factor is a figure of the scenario that a study moves.
type Factor struct {
	ID     string          `json:"id"`     // its column in tables
	Name   string          `json:"name"`   // in words
	Path   string          `json:"path"`   // as after --set
	Unit   string          `json:"unit"`   // what it counts
	Values design.Marginal `json:"values"` // between which ends it moves, and how
}

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
