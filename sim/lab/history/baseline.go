package history

import (
	"slices"

	"entente/sim"
)

// question is what a claim asks of a simple rule: whether states sign, are bound, or a clause comes to be, by a tick.
type question struct {
	world  *sim.World
	clause int
	states []string // whose part it asks about, all of them; nobody: the clause as a whole
	least  int      // if above 0, so many of the states are enough
	by     int      // tick
	bound  bool     // a signature is not enough: it must be ratified
}

// text is the clause that the question is about.
func (q question) text() sim.Clause { return q.world.Scenario.Clauses[q.world.Clauses[q.clause]] }

// opens is the day on which talks open for a state: that of the clause, or the one from which it may accede if that is later.
func (q question) opens(id string) sim.Date { return max(q.world.Opens(q.clause), q.text().OpenTo[id]) }

// A simple rule looks at one thing only. The model is worth its weights as far as it does better than all of them. Each has
// a file of its own, baseline_*.go, but for those that look at nothing.
type simpleRule struct {
	name string
	says func(question) float64 // the chance that it gives
}

// StanceAlone is the simple rule that the model is set beside first: by what a government thinks, and nothing else.
const StanceAlone = "stance alone"

// OwnAndLeadingStance is the same with the stance of the leading power beside the state's own.
const OwnAndLeadingStance = "own and leading stance"

// simpleRules are the rules that the model must beat, on the same claims.
var simpleRules = []simpleRule{
	{"always no", func(question) float64 { return 0 }},
	{"always yes", func(question) float64 { return 1 }},
	{"coin", func(question) float64 { return 0.5 }},
	{"regime rule", regimeRule},
	{"capability only", capabilityOnly},
	{StanceAlone, stanceAlone},
	{OwnAndLeadingStance, ownAndLeadingStance},
	{"signs when talks open", signsAtOnce},
}

// SimpleRules are the names of the rules that the model must beat, in the order in which they are told.
func SimpleRules() []string {
	var names []string
	for _, r := range simpleRules {
		names = append(names, r.name)
	}
	return names
}

// said is what each simple rule makes of a question.
func said(q question) []float64 {
	var all []float64
	for _, r := range simpleRules {
		all = append(all, r.says(q))
	}
	return all
}

// yes is 1 if something is so.
func yes(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// signedBy is the answer where the states that sign are known: all those that are asked about, or so many of them as
// make a clause by its text.
func (q question) signedBy(signs func(id string) bool) float64 {
	switch {
	case q.least > 0:
		count := 0
		for _, id := range q.text().Founders {
			if slices.Contains(q.states, id) && signs(id) {
				count++
			}
		}
		return yes(count >= q.least && q.carried(signs))
	case len(q.states) == 0:
		return yes(q.carried(signs))
	}
	return yes(!slices.ContainsFunc(q.states, func(id string) bool { return !signs(id) }))
}

// carried tells whether those who would sign are enough for the clause to enter into force by its text.
func (q question) carried(signs func(id string) bool) bool {
	text, count := q.text(), 0
	for _, id := range text.Founders {
		if signs(id) {
			count++
		}
	}
	return count >= max(text.Minimum, 2) && !slices.ContainsFunc(text.Required, func(id string) bool { return !signs(id) })
}
