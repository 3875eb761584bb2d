package lab

import (
	"context"
	"io"
	"sort"
	"strconv"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Ablation says what each mechanism does to the headline clause of a scenario: the scenario is played as it is, and
// again without each of them, with the same luck (common random numbers). It depends on scenario, seed and number of
// runs only.
type Ablation struct {
	Scenario    string      `json:"scenario"`
	Title       string      `json:"title"`
	Clause      string      `json:"clause"` // id of the headline clause
	ClauseTitle string      `json:"clause_title"`
	End         string      `json:"end"` // last tick
	Seed        uint64      `json:"seed"`
	Runs        int         `json:"runs"`       // of the scenario as it is that came to an end
	Asked       int         `json:"runs_asked"` // of each world
	Overrides   []string    `json:"overrides"`  // what departs from the scenario as shipped, "path = value"
	InForce     stats.Share `json:"in_force"`   // at the end, in the scenario as it is
	Members     float64     `json:"members"`    // mean at the end, in the scenario as it is
	Removals    []Removal   `json:"removals"`   // in the order of Mechanisms; fewer if interrupted

	Played   int       `json:"-"` // runs of all worlds that ended, failed ones included
	ToPlay   int       `json:"-"` // runs of all worlds that were asked for
	Failures []Failure `json:"-"`
}

// Removal is the world without one mechanism, the second, beside the world as it is. No removal takes a state or the
// headline clause away.
type Removal struct {
	Mechanism
	Beside
}

// Ablate plays a scenario, and again without each of Mechanisms. If ctx is cancelled, what it returns holds the
// removals played so far, the last of them perhaps with fewer pairs. Done counts the runs of all worlds.
func Ablate(ctx context.Context, s sim.Scenario, opts Options) *Ablation {
	return ablate(ctx, s, Mechanisms, opts)
}

func ablate(ctx context.Context, s sim.Scenario, mechanisms []Mechanism, opts Options) *Ablation {
	w := sim.NewWorld(s)
	a := &Ablation{
		Scenario: s.Name, Title: s.Title, Clause: s.Headline, ClauseTitle: s.Clauses[s.Headline].Title,
		End: w.Calendar.Label(w.Calendar.Ticks() - 1), Seed: opts.Seed, Asked: opts.Runs,
		ToPlay: opts.Runs * (1 + len(mechanisms)),
	}
	asIs := a.play(ctx, w, "", opts)
	a.InForce, a.Members, a.Runs = asIs.ends()
	for _, m := range mechanisms {
		without := a.play(ctx, sim.NewWorld(m.Remove(s)), m.ID, opts)
		if r := beside(asIs, without); r.Pairs > 0 {
			a.Removals = append(a.Removals, Removal{m, r})
		}
	}
	return a
}

// play plays one world and counts its runs and failures.
func (a *Ablation) play(ctx context.Context, w *sim.World, without string, opts Options) *played {
	p := playEnd(ctx, w, a.Played, opts)
	a.Played += p.finished
	for _, f := range p.failures {
		f.Without = without
		a.Failures = append(a.Failures, f)
	}
	return p
}

// ByChange lists the removals by what they do to the chance of the clause, from the greatest fall to the greatest rise.
func (a *Ablation) ByChange() []Removal {
	sorted := append([]Removal(nil), a.Removals...)
	sort.SliceStable(sorted, func(x, y int) bool {
		return sorted[x].InForce.Change.Mean < sorted[y].InForce.Change.Mean
	})
	return sorted
}

// Table is the ablation as tidy CSV: a row a mechanism and measure.
func (a *Ablation) Table() Table {
	return Table{"ablation.csv", "one row per mechanism removed and measure: in force, members, signed by state", a.write}
}

func (a *Ablation) write(out io.Writer) error {
	header := []string{"without", "measure", "state", "pairs", "with_mean", "without_mean", "change", "low95", "high95"}
	return Rows(out, header, func(row func(...string)) {
		for _, r := range a.Removals {
			line := func(measure, state string, with, without float64, d stats.Difference) {
				row(r.ID, measure, state, strconv.Itoa(r.Pairs), Digits(with), Digits(without), Digits(d.Mean), Digits(d.Low),
					Digits(d.High))
			}
			line("in_force", "", r.InForce.With.Mean, r.InForce.Without.Mean, r.InForce.Change)
			line("members", "", r.Members.With, r.Members.Without, r.Members.Change)
			for _, st := range r.States {
				line("signed", st.ID, st.Signed.With.Mean, st.Signed.Without.Mean, st.Signed.Change)
			}
		}
	})
}
