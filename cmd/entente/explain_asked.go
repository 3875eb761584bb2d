package main

import (
	"fmt"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

// decision finds the one that the flags name: who decides, on what, and when. All that is wrong with them is told at once.
func (f *explainFlags) decision(w *sim.World, name string) (err error) {
	var wrong complaints
	s := w.Scenario
	if f.state != "" { // that it is lacking is told with the flags
		f.state, err = stateNamed(s, f.state, name)
		wrong.join(err)
	}
	f.of, err = f.clauseIn(w)
	wrong.join(err)
	_, err = f.tickIn(w, 0)
	wrong.join(err)
	if err := wrong.told(); err != nil || f.state == "" {
		return err
	}
	f.who = w.State(f.state)
	if !lab.RoleOf(w, f.of, f.who).Invited() {
		return usage("--state: %s is not invited to %s", words.State(s.States[f.state].Name), lab.The(s.Clauses[w.Clauses[f.of]].Title))
	}
	f.tick, err = f.tickIn(w, w.FirstDecision(f.of, f.who))
	return err
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
