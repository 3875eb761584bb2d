package main

import (
	"entente/plots/words"
	"entente/sim"
)

// moment says which clause is asked about, and when.
type moment struct{ clause, at string }

// line is how a command names it.
func (m *moment) line() string {
	line := ""
	if m.clause != "" {
		line += " --clause " + words.Shell(m.clause)
	}
	if m.at != "" {
		line += " --at " + words.Shell(m.at)
	}
	return line
}

// clauseIn is the clause that --clause names, the headline if it names none.
func (m *moment) clauseIn(w *sim.World) (int, error) {
	id := m.clause
	if id == "" {
		return w.Headline(), nil
	}
	if _, ok := w.Scenario.Clauses[id]; !ok {
		return 0, usage("--clause: no clause %s in %s%s", id, w.Scenario.Name, meant(id, w.Clauses))
	}
	return w.Clause(id), nil
}

// tickIn is the tick that --at names, first if it names none.
func (m *moment) tickIn(w *sim.World, first int) (int, error) {
	tick := first
	if m.at != "" {
		d, err := sim.ParseDate(m.at)
		if err != nil {
			return 0, usage("--at: %w", err)
		}
		tick = w.Calendar.Tick(d)
	}
	if tick < 0 || tick >= w.Calendar.Ticks() {
		return 0, usage("--at: %s is outside of what is played: %s runs from %s to %s", m.at, w.Scenario.Name, w.Calendar.Label(0),
			w.Calendar.Label(w.Calendar.Ticks()-1))
	}
	return tick, nil
}
