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

// Theories is some scenarios under each theory, all with the same luck. Its head says what they share,
// and counts the runs of all.
type Theories struct {
	lab.Head
	Boards []Switchboard `json:"boards"` // a scenario each; none if nothing was played
}

// Switchboard is one scenario under each theory, with the same luck: who signs by whose account, and on a scenario of the
// past how well each account does. It depends on scenario, seed and number of runs only.
type Switchboard struct {
	lab.Head
	States []BoardState `json:"states"`   // founders, then those the clause is open to; by name within each
	Rows   []TheoryRow  `json:"theories"` // in the order of sim.Theories
}

// BoardState is a state that may sign, and what it did.
type BoardState struct {
	ID      string   `json:"id"`                       // as in the scenario
	Name    string   `json:"name"`                     // of the state, for people
	Role    lab.Role `json:"role"`                     // in the headline clause
	AtStart bool     `json:"bound_at_start,omitempty"` // the clause bound it when the scenario began: it has signed before
	History string   `json:"history"`                  // "signed" or "did not", by the end of the scenario; "" if nobody knows
}

// TheoryRow is what one theory makes of a scenario.
type TheoryRow struct {
	sim.Theory
	Runs     int           `json:"runs"`     // that came to an end
	InForce  stats.Share   `json:"in_force"` // the headline clause at the end
	Members  float64       `json:"members"`  // mean at the end
	Signed   []stats.Share `json:"signed"`   // ever signed it, in the order of the states
	Verdicts []Verdict     `json:"verdicts"` // on the episodes of history that lie in the scenario

	// Mean Brier score, from 0 (best) to 1, on the episodes of history that its constants had not seen; nil if it is not known.
	HeldOut *float64 `json:"held_out_brier,omitempty"`
}

// Recorded gives each theory what it scores on the episodes that it was not fitted to, by its name.
func (t *Theories) Recorded(record map[string]float64) *Theories {
	for k := range t.Boards {
		for i := range t.Boards[k].Rows {
			row := &t.Boards[k].Rows[i]
			if score, ok := record[row.Name]; ok {
				row.HeldOut = &score
			}
		}
	}
	return t
}

// AskTheories plays each scenario by each theory. If ctx is cancelled, what it returns rests on the first runs that were
// played of each. Done counts the runs of all.
func AskTheories(ctx context.Context, scenarios []sim.Scenario, opts lab.Options) *Theories {
	var cells []lab.Cell
	for _, s := range scenarios {
		for _, theory := range sim.Theories() {
			s.Theory = theory.Name
			cells = append(cells, lab.Cell{Name: s.Name + " by " + theory.Name, World: sim.NewWorld(s), Whole: true})
		}
	}
	p := lab.PlayCells(ctx, cells, opts)
	t := &Theories{Head: lab.NewHead("theories", "by each theory", cells[0].World, opts), Boards: []Switchboard{}}
	p.Fill(&t.Head)
	t.Theory = ""
	for _, c := range cells {
		t.OfAll(c.World)
	}
	if p.Runs == 0 {
		return t
	}
	for k, s := range scenarios {
		from := k * len(sim.Theories())
		t.Boards = append(t.Boards, switchboard(p.Some(from, from+len(sim.Theories())), s, opts))
	}
	return t
}

// switchboard reads one scenario off its cells, one a theory.
func switchboard(p *lab.Plays, s sim.Scenario, opts lab.Options) Switchboard {
	w := p.Cells[0].World
	b := Switchboard{Head: lab.NewHead("theories", "by each theory", w, opts), States: []BoardState{}, Rows: []TheoryRow{}}
	p.Fill(&b.Head)
	b.Theory = ""
	truth, past := s.Truth[s.Headline]
	for _, i := range lab.ByRole(w, w.Headline()) {
		if role := lab.RoleOf(w, w.Headline(), i); role.Invited() {
			st := BoardState{ID: w.States[i], Name: s.States[w.States[i]].Name, Role: role,
				AtStart: lab.BoundAtStart(&s, s.Headline, w.States[i])}
			if past {
				st.History = "did not"
				day, ok := truth.Signed[st.ID]
				if !ok { // an accession may be told by its membership alone
					day, ok = truth.Joined(st.ID)
				}
				if st.AtStart || ok && w.Calendar.Tick(day) < w.Calendar.Ticks() {
					st.History = "signed"
				}
			}
			b.States = append(b.States, st)
		}
	}
	for k, theory := range sim.Theories() {
		ends := endingsOf(p, k)
		if len(ends.runs) == 0 {
			continue
		}
		row := ends.theoryRow(theory, b.States)
		for _, ep := range Episodes {
			if ep.Scenario == s.Name && ep.playable(s) {
				v := ends.judge(ep, opts.Seed)
				ends.doubt(ep, &v)
				row.Verdicts = append(row.Verdicts, v)
			}
		}
		b.Rows = append(b.Rows, row)
	}
	return b
}

// theoryRow reads off how runs ended what a theory makes of the headline clause.
func (e *endings) theoryRow(theory sim.Theory, states []BoardState) TheoryRow {
	h := e.world.Headline()
	row := TheoryRow{
		Theory: theory, Runs: len(e.runs), Signed: []stats.Share{}, Verdicts: []Verdict{},
		InForce: e.count(func(r *lab.Ending) bool { return r.AtEnd[h] }),
	}
	for _, r := range e.runs {
		row.Members += float64(r.Members(e.world, h))
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

// Tables are the switchboards as tidy CSV. Those of several scenarios bear their names.
func (t *Theories) Tables() []lab.Table {
	var all []lab.Table
	for k := range t.Boards {
		b, prefix := &t.Boards[k], ""
		if len(t.Boards) > 1 {
			prefix = b.Scenario + "-"
		}
		all = append(all,
			lab.Table{Name: prefix + "theories.csv", About: "one row per theory and measure: in force, members, signed by state",
				Write: b.write},
			lab.Table{Name: prefix + "scores.csv", About: "one row per theory, episode of history and rule: the theory's scores " +
				"beside those of simple rules", Write: b.writeScores})
	}
	return all
}

func (b *Switchboard) write(out io.Writer) error {
	header := append([]string{"theory", "measure", "state", "runs", "mean", "low95", "high95"}, lab.BandHeads("")...)
	return lab.Rows(out, header, func(row func(...string)) {
		for _, t := range b.Rows {
			line := func(measure, state string, v stats.Share) {
				cells := []string{t.Name, measure, state, strconv.Itoa(t.Runs), lab.Digits(v.Mean), lab.Digits(v.Low), lab.Digits(v.High)}
				row(append(cells, lab.BandCells(v.Constants, v.Coding)...)...)
			}
			line("in_force", "", t.InForce)
			row(append([]string{t.Name, "members", "", strconv.Itoa(t.Runs), lab.Digits(t.Members), "", ""}, lab.BandCells(nil, nil)...)...)
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
