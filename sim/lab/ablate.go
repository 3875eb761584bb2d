package lab

import (
	"context"
	"io"
	"math"
	"sort"
	"strconv"

	"entente/sim"
)

// Ablation says what each mechanism does to the headline clause of a scenario: the scenario is played as it is, and
// again without each of them, with the same luck (common random numbers). It depends on scenario, seed and number of
// runs only.
type Ablation struct {
	Scenario    string    `json:"scenario"`
	Title       string    `json:"title"`
	Clause      string    `json:"clause"` // id of the headline clause
	ClauseTitle string    `json:"clause_title"`
	End         string    `json:"end"` // last tick
	Seed        uint64    `json:"seed"`
	Runs        int       `json:"runs"`       // of the scenario as it is that came to an end
	Asked       int       `json:"runs_asked"` // of each world
	Overrides   []string  `json:"overrides"`  // what departs from the scenario as shipped, "path = value"
	InForce     Share     `json:"in_force"`   // at the end, in the scenario as it is
	Members     float64   `json:"members"`    // mean at the end, in the scenario as it is
	Removals    []Removal `json:"removals"`   // in the order of Mechanisms; fewer if interrupted

	Played   int       `json:"-"` // runs of all worlds that ended, failed ones included
	ToPlay   int       `json:"-"` // runs of all worlds that were asked for
	Failures []Failure `json:"-"`
}

// Removal is the world without one mechanism beside the world as it is. Only runs that came to an end in both count.
type Removal struct {
	Mechanism
	Pairs   int           `json:"pairs"`    // runs that both worlds share
	InForce PairedShare   `json:"in_force"` // the headline clause at the end
	Members PairedMean    `json:"members"`  // its ratified members at the end
	States  []StateChange `json:"states"`   // founders, then those it is open to; by name within each
}

// StateChange is what a removal does to one state: how often it ever signs the headline clause.
type StateChange struct {
	ID     string      `json:"id"`
	Name   string      `json:"name"`
	Role   Role        `json:"role"`
	Signed PairedShare `json:"signed"`
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
	inForce, members := 0, 0
	for _, o := range asIs {
		if !o.failed {
			a.Runs++
			members += o.members
			if o.inForce {
				inForce++
			}
		}
	}
	a.InForce = share(inForce, a.Runs)
	if a.Runs > 0 {
		a.Members = float64(members) / float64(a.Runs)
	}
	for _, m := range mechanisms {
		without := a.play(ctx, sim.NewWorld(m.Remove(s)), m.ID, opts)
		if r := compare(w, asIs, without); r.Pairs > 0 {
			r.Mechanism = m
			a.Removals = append(a.Removals, r)
		}
	}
	return a
}

// outcome is what an ablation keeps of a run.
type outcome struct {
	failed  bool
	inForce bool
	members int
	signed  []bool // state
}

// play plays one world and keeps what the comparison needs.
func (a *Ablation) play(ctx context.Context, w *sim.World, without string, opts Options) []outcome {
	if done, before := opts.Done, a.Played; done != nil {
		opts.Done = func(count int) { done(before + count) }
	}
	opts.endOnly = true
	e := Play(ctx, w, opts)
	a.Played += e.Finished
	for _, f := range e.Failures {
		f.Without = without
		a.Failures = append(a.Failures, f)
	}
	n, h := w.N(), w.Headline()
	outcomes := make([]outcome, len(e.records))
	for k, r := range e.records {
		if r.failure != "" {
			outcomes[k].failed = true
			continue
		}
		o := outcome{inForce: r.atEnd[h], members: int(trues(r.bound[h*n : h*n+n])), signed: make([]bool, n)}
		for i := range n {
			o.signed[i] = r.signed[h*n+i] >= 0
		}
		outcomes[k] = o
	}
	return outcomes
}

// compare lays the runs of two worlds side by side. Both have the states of w in the same order: no removal takes a
// state or the headline clause away.
func compare(w *sim.World, with, without []outcome) Removal {
	var a, b []outcome
	for k := range min(len(with), len(without)) {
		if !with[k].failed && !without[k].failed {
			a, b = append(a, with[k]), append(b, without[k])
		}
	}
	bools := func(runs []outcome, of func(outcome) bool) []bool {
		v := make([]bool, len(runs))
		for k, o := range runs {
			v[k] = of(o)
		}
		return v
	}
	members := func(runs []outcome) []int {
		v := make([]int, len(runs))
		for k, o := range runs {
			v[k] = o.members
		}
		return v
	}
	inForce := func(o outcome) bool { return o.inForce }
	headline := w.Headline()
	founders, openTo := w.Invited(headline)
	r := Removal{
		Pairs: len(a), InForce: pairedShare(bools(a, inForce), bools(b, inForce)),
		Members: pairedMean(members(a), members(b), len(founders)+len(openTo)),
	}
	for _, i := range inOrder(w, headline) {
		role := roleOf(w, headline, i)
		if role != Founder && role != OpenTo {
			continue
		}
		signed := func(o outcome) bool { return o.signed[i] }
		r.States = append(r.States, StateChange{
			ID: w.States[i], Name: w.Scenario.States[w.States[i]].Name, Role: role,
			Signed: pairedShare(bools(a, signed), bools(b, signed)),
		})
	}
	return r
}

// ByChange lists the removals by what they do to the chance of the clause, from the greatest fall to the greatest rise.
func (a *Ablation) ByChange() []Removal {
	sorted := append([]Removal(nil), a.Removals...)
	sort.SliceStable(sorted, func(x, y int) bool {
		return sorted[x].InForce.Change.Mean < sorted[y].InForce.Change.Mean
	})
	return sorted
}

// Movers lists the states whose signing changes beyond luck, the most moved first.
func (r *Removal) Movers() []StateChange {
	var moved []StateChange
	for _, st := range r.States {
		if st.Signed.Change.BeyondLuck() {
			moved = append(moved, st)
		}
	}
	sort.SliceStable(moved, func(x, y int) bool {
		return math.Abs(moved[x].Signed.Change.Mean) > math.Abs(moved[y].Signed.Change.Mean)
	})
	return moved
}

// Table is the ablation as tidy CSV: a row a mechanism and measure.
func (a *Ablation) Table() Table {
	return Table{"ablation.csv", "one row per mechanism removed and measure: in force, members, signed by state", a.write}
}

func (a *Ablation) write(out io.Writer) error {
	header := []string{"without", "measure", "state", "pairs", "with_mean", "without_mean", "change", "low95", "high95"}
	return rows(out, header, func(row func(...string)) {
		for _, r := range a.Removals {
			line := func(measure, state string, with, without float64, d Difference) {
				row(r.ID, measure, state, strconv.Itoa(r.Pairs), figure(with), figure(without), figure(d.Mean), figure(d.Low),
					figure(d.High))
			}
			line("in_force", "", r.InForce.With.Mean, r.InForce.Without.Mean, r.InForce.Change)
			line("members", "", r.Members.With, r.Members.Without, r.Members.Change)
			for _, st := range r.States {
				line("signed", st.ID, st.Signed.With.Mean, st.Signed.Without.Mean, st.Signed.Change)
			}
		}
	})
}
