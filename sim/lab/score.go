package lab

import (
	"io"
	"strings"

	"entente/sim"
)

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

func (x *Explanation) writeScore(out io.Writer) error {
	return Rows(out, []string{"tick", "date", "event", "of", "clause", "threat"}, func(row func(...string)) {
		if x.Score == nil {
			return
		}
		dates := map[string]string{}
		for t, label := range x.Score.Ticks {
			dates[label] = Digits(x.Score.Dates[t])
			for _, st := range x.Score.States {
				row(label, dates[label], "", st.ID, x.Score.Clause, Digits(st.Threat[t]))
			}
		}
		for _, e := range x.Score.Events {
			of := e.Of
			if len(e.States) > 0 {
				of = strings.Join(e.States, " ")
			}
			row(e.Tick, dates[e.Tick], string(e.Kind), of, e.Clause, "")
		}
	})
}

// aboutScores: what the columns of scores mean.
func (l *wordList) aboutScores() {
	l.say("score.csv", "event", "what happens; empty in a row of threat", "")
	l.say("score.csv", "of", "id of the state, shock or clause; ids of those who found an arrangement, with blanks between", "")
	l.say("score.csv", "clause", "id of the clause, of an event that is about one; of threat the one that is asked about", "")
	l.say("score.csv", "threat", "felt from the worst rival", ofShare)
}
