package lab

import (
	"slices"

	"entente/sim"
)

// Output is what is measured of each run.
type Output struct {
	ID          string  `json:"id"`                   // its column in tables
	Name        string  `json:"name"`                 // in words, without an end
	Measure     Measure `json:"measure"`              // what is looked at
	Clause      string  `json:"clause"`               // its id
	ClauseTitle string  `json:"clause_title"`         // of the clause
	By          string  `json:"by,omitempty"`         // the last tick that counts; "" at the end
	State       string  `json:"state,omitempty"`      // id of the state that it is about
	StateName   string  `json:"state_name,omitempty"` // its name, for people

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
