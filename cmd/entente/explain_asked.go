package main

import (
	"fmt"

	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// decision is the one that the flags name: who decides, on what, and when. All that is wrong with them is told at once.
func (f *explainFlags) decision(w *sim.World, name string) (clause, state, tick int, err error) {
	var wrong complaints
	s := w.Scenario
	id, err := stateNamed(s, f.state, name)
	wrong.join(err)
	clause, err = f.clauseIn(w)
	wrong.join(err)
	_, err = f.tickIn(w, 0)
	wrong.join(err)
	if err := wrong.told(); err != nil {
		return 0, 0, 0, err
	}
	f.state, state = id, w.State(id)
	if !lab.RoleOf(w, clause, state).Invited() {
		return 0, 0, 0, usage("--state: %s is not invited to %s", words.State(s.States[f.state].Name),
			lab.The(s.Clauses[w.Clauses[clause]].Title))
	}
	tick, err = f.tickIn(w, w.FirstDecision(clause, state))
	return clause, state, tick, err
}

// precedents are the shipped scenarios, in which some state may have had the value of a change. A forecast looks at none: some of
// their figures are dated later than it may know.
func precedents(asOf string) ([]sim.Scenario, error) {
	if asOf != "" {
		return nil, nil
	}
	shipped, err := scenarios.List()
	if err != nil {
		return nil, failure{exitScenario, err}
	}
	return shipped, nil
}

// command is the shortest command line that gives the same answer.
func (f *explainFlags) command(name string) string {
	line := fmt.Sprintf("entente explain %s --state %s --seed %d --run %d", words.Shell(name), words.Shell(f.state), f.seed, f.run) +
		f.moment.line()
	if f.inputs {
		line += " --inputs"
	}
	return line + f.reading.flags()
}
