package history

import (
	"context"
	"io"
	"slices"
	"strconv"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Switchboard is one scenario under each theory, with the same luck: who signs by whose account, and on a scenario of the
// past how well each account does. It depends on scenario, seed and number of runs only.
type Switchboard struct {
	Scenario    string       `json:"scenario"`
	Title       string       `json:"title"`
	Clause      string       `json:"clause"` // id of the headline clause
	ClauseTitle string       `json:"clause_title"`
	End         string       `json:"end"` // last tick
	Seed        uint64       `json:"seed"`
	Asked       int          `json:"runs_asked"` // of each theory
	Overrides   []string     `json:"overrides"`  // what departs from the scenario as shipped, "path = value"
	States      []BoardState `json:"states"`     // founders, then those the clause is open to; by name within each
	Rows        []TheoryRow  `json:"theories"`   // in the order of sim.Theories; fewer if interrupted

	Played   int           `json:"-"` // runs of all theories that ended, failed ones included
	Failures []lab.Failure `json:"-"`
}

// BoardState is a state that may sign, and what it did.
type BoardState struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Role    lab.Role `json:"role"`
	History string   `json:"history"` // "signed" or "did not", by the end of the scenario; "" if nobody knows
}

// TheoryRow is what one theory makes of a scenario.
type TheoryRow struct {
	sim.Theory
	Runs     int           `json:"runs"`     // that came to an end
	InForce  stats.Share   `json:"in_force"` // the headline clause at the end
	Members  float64       `json:"members"`  // mean at the end
	Signed   []stats.Share `json:"signed"`   // ever signed it, in the order of the states
	Verdicts []Verdict     `json:"verdicts"` // on the episodes of history that lie in the scenario
}

// Theories plays a scenario by each theory. If ctx is cancelled, what it returns holds the theories played so far, the
// last of them perhaps with fewer runs. Done counts the runs of all theories.
func Theories(ctx context.Context, s sim.Scenario, opts lab.Options) *Switchboard {
	w := sim.NewWorld(s)
	headline := w.Headline()
	b := &Switchboard{
		Scenario: s.Name, Title: s.Title, Clause: s.Headline, ClauseTitle: s.Clauses[s.Headline].Title,
		End: w.Calendar.Label(w.Calendar.Ticks() - 1), Seed: opts.Seed, Asked: opts.Runs,
	}
	truth, past := s.Truth[s.Headline]
	for _, i := range lab.ByRole(w, headline) {
		if role := lab.RoleOf(w, headline, i); role == lab.Founder || role == lab.OpenTo {
			st := BoardState{ID: w.States[i], Name: s.States[w.States[i]].Name, Role: role}
			if past {
				st.History = "did not"
				if day, ok := truth.Signed[st.ID]; ok && day <= s.End+1 {
					st.History = "signed"
				}
			}
			b.States = append(b.States, st)
		}
	}
	done := opts.Done
	for _, theory := range sim.Theories() {
		if done != nil {
			before := b.Played
			opts.Done = func(count int) { done(before + count) }
		}
		s.Theory = theory.Name
		e := lab.Play(ctx, sim.NewWorld(s), opts)
		b.Played += e.Finished
		for _, f := range e.Failures {
			f.World = theory.Name
			b.Failures = append(b.Failures, f)
		}
		if ends := endingsOf(e); len(ends.runs) > 0 {
			row := ends.theoryRow(theory, b.States)
			for _, ep := range Episodes {
				if ep.Scenario == s.Name && ep.playable(s) {
					row.Verdicts = append(row.Verdicts, Hindcast(e, ep))
				}
			}
			b.Rows = append(b.Rows, row)
		}
	}
	return b
}

// theoryRow reads off how runs ended what a theory makes of the headline clause.
func (e *endings) theoryRow(theory sim.Theory, states []BoardState) TheoryRow {
	h, n := e.world.Headline(), e.world.N()
	row := TheoryRow{
		Theory: theory, Runs: len(e.runs), InForce: e.count(func(r *lab.Ending) bool { return r.AtEnd[h] }),
	}
	for _, r := range e.runs {
		for _, bound := range r.Bound[h*n : h*n+n] {
			if bound {
				row.Members++
			}
		}
	}
	row.Members /= float64(len(e.runs))
	for _, st := range states {
		signs := e.signs(e.world.Scenario.Headline, st.ID)
		row.Signed = append(row.Signed, e.count(func(r *lab.Ending) bool { return signs(r) >= 0 }))
	}
	return row
}

// playable tells whether all the clauses that an episode judges are in a scenario.
func (ep Episode) playable(s sim.Scenario) bool {
	return !slices.ContainsFunc(ep.Clauses, func(id string) bool { _, ok := s.Clauses[id]; return !ok })
}

// Tables are the switchboard as tidy CSV.
func (b *Switchboard) Tables() []lab.Table {
	return []lab.Table{
		{Name: "theories.csv", About: "one row per theory and measure: in force, members, signed by state", Write: b.write},
		{Name: "scores.csv", About: "one row per theory, episode of history and rule: the theory's scores beside those of simple rules", Write: b.writeScores},
	}
}

func (b *Switchboard) write(out io.Writer) error {
	return lab.Rows(out, []string{"theory", "measure", "state", "runs", "mean", "low95", "high95"}, func(row func(...string)) {
		for _, t := range b.Rows {
			line := func(measure, state string, v stats.Share) {
				row(t.Name, measure, state, strconv.Itoa(t.Runs), lab.Digits(v.Mean), lab.Digits(v.Low), lab.Digits(v.High))
			}
			line("in_force", "", t.InForce)
			row(t.Name, "members", "", strconv.Itoa(t.Runs), lab.Digits(t.Members), "", "")
			for k, st := range b.States {
				line("signed", st.ID, t.Signed[k])
			}
		}
	})
}

func (b *Switchboard) writeScores(out io.Writer) error {
	header := []string{"theory", "episode", "rule", "brier", "log_score", "accuracy", "pass"}
	return lab.Rows(out, header, func(row func(...string)) {
		for _, t := range b.Rows {
			for _, v := range t.Verdicts {
				for _, s := range v.Scores {
					if v.Open {
						continue
					}
					pass := ""
					if s.Rule == "model" {
						pass = lab.YesNo(v.Pass)
					}
					row(t.Name, v.ID, s.Rule, lab.Digits(s.Brier), lab.Digits(s.Log), lab.Digits(s.Accuracy), pass)
				}
			}
		}
	})
}
