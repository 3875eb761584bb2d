package lab

import "entente/sim"

// Score is one history from its first tick to its last, a line for each state that a clause is offered to.
type Score struct {
	Clause string        `json:"clause"` // id
	Ticks  []string      `json:"ticks"`  // label of each
	Dates  []float64     `json:"dates"`  // first moment of each tick, in years
	States []ScoredState `json:"states"` // founders, then those it is open to; by name within each
	Events []Event       `json:"events"` // all that happens, in its order
}

// ScoredState is one state's line.
type ScoredState struct {
	ID     string    `json:"id"`     // as in the scenario
	Role   Role      `json:"role"`   // in the clause
	Threat []float64 `json:"threat"` // felt from the worst rival, by tick, 0..1
}

// ScoreOf plays one run of a seed and writes it down; failure says what the model took for impossible, "" if nothing.
func ScoreOf(w *sim.World, seed, k uint64, clause int) (s *Score, failure string) {
	s = &Score{Clause: w.Clauses[clause], Ticks: []string{}, Dates: []float64{}, States: []ScoredState{}, Events: []Event{}}
	var of []int
	for _, i := range ByRole(w, clause) {
		if role := RoleOf(w, clause, i); role.Invited() {
			of = append(of, i)
			s.States = append(s.States, ScoredState{ID: w.States[i], Role: role, Threat: []float64{}})
		}
	}
	failure = attempt(func() {
		run := sim.NewRun(w)
		run.Start(seed, k)
		for c := newChronicle(run); run.Step(); {
			s.Ticks = append(s.Ticks, w.Calendar.Label(run.Tick))
			s.Dates = append(s.Dates, float64(w.Calendar.Date(run.Tick)))
			for line, i := range of {
				s.States[line].Threat = append(s.States[line].Threat, run.Threat(i))
			}
			s.Events = append(s.Events, c.since(run)...)
		}
	})
	return s, failure
}
