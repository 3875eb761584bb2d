package lab

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strconv"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Ablation says what each mechanism does to the headline clause of a scenario: the scenario is played as it is, and
// again without each of them, with the same luck (common random numbers). It depends on scenario, seed and number of
// runs only.
type Ablation struct {
	Head
	InForce  stats.Share `json:"in_force"` // at the end, in the scenario as it is
	Members  float64     `json:"members"`  // mean at the end, in the scenario as it is
	Removals []Removal   `json:"removals"` // in the order of Mechanisms; none if nothing was played
}

// Removal is the world without one mechanism, the second, beside the world as it is. No removal takes a state or the
// headline clause away.
type Removal struct {
	Mechanism
	Inert bool `json:"inert"` // there is nothing of it to remove
	Beside
}

// Ablate plays a scenario, and again without each of Mechanisms that it has. If ctx is cancelled, what it returns rests
// on the first runs that were played in every world. Done counts the runs of all worlds.
func Ablate(ctx context.Context, s sim.Scenario, opts Options) *Ablation {
	return ablate(ctx, s, Mechanisms, opts)
}

// ablate plays a scenario without each of some mechanisms; what there is nothing of is not played.
func ablate(ctx context.Context, s sim.Scenario, mechanisms []Mechanism, opts Options) *Ablation {
	cells := []Cell{{World: sim.NewWorld(s)}}
	place := make([]int, len(mechanisms)) // of the world without it; the scenario as it is, if there is nothing to remove
	for k, m := range mechanisms {
		if !m.inert(s) {
			place[k] = len(cells)
			cells = append(cells, Cell{Name: "without " + m.ID, World: sim.NewWorld(m.Remove(s))})
		}
	}
	p := PlayCells(ctx, cells, opts)
	a := &Ablation{Head: NewHead("ablate", EachWorld, cells[0].World, opts), Removals: []Removal{}}
	p.Fill(&a.Head)
	asIs := p.view(0)
	a.InForce, a.Members, _ = asIs.ends()
	for k, m := range mechanisms {
		if r := beside(asIs, p.view(place[k])); r.Pairs > 0 {
			a.Removals = append(a.Removals, Removal{m, place[k] == 0, r})
		}
	}
	return a
}

// ByChange lists the removals by what they do to the chance of the clause, from the greatest fall to the greatest rise. That of
// nothing is left out.
func (a *Ablation) ByChange() []Removal {
	sorted := slices.DeleteFunc(slices.Clone(a.Removals), func(r Removal) bool { return r.Inert })
	slices.SortStableFunc(sorted, func(x, y Removal) int { return cmp.Compare(x.InForce.Change.Mean, y.InForce.Change.Mean) })
	return sorted
}

// Tables are the ablation as tidy CSV.
func (a *Ablation) Tables() []Table {
	return []Table{{"ablation.csv", "one row per mechanism removed and measure: in force, members, signed by state", a.write}}
}

func (a *Ablation) write(out io.Writer) error {
	header := append([]string{"without", "measure", "state", "pairs", "with_mean", "without_mean", "change", "low95", "high95"},
		BandHeads("")...)
	return Rows(out, header, func(row func(...string)) {
		for _, r := range a.Removals {
			line := func(measure, state string, with, without float64, d stats.Difference) {
				cells := []string{r.ID, measure, state, strconv.Itoa(r.Pairs), Digits(with), Digits(without)}
				row(slices.Concat(cells, differenceCells(d), BandCells(d.Constants, d.Coding))...)
			}
			line("in_force", "", r.InForce.First.Mean, r.InForce.Second.Mean, r.InForce.Change)
			line("members", "", r.Members.First, r.Members.Second, r.Members.Change)
			for _, st := range r.States {
				line("signed", st.ID, st.Signed.First.Mean, st.Signed.Second.Mean, st.Signed.Change)
			}
		}
	})
}

// aboutRemovals: what the columns of worlds without a mechanism mean.
func (l *wordList) aboutRemovals() {
	l.say("", "without", "id of the mechanism that is taken out", "")
	l.say("", "with_mean", "share of runs, or mean number of members, in the world as it is", ofMembers)
	l.say("", "without_mean", "the same without the mechanism", ofMembers)
	l.say("ablation.csv", "change", "the world without the mechanism less the world as it is, run by run", ofEither)
	l.say("", "mechanism", "its id", "")
	l.say("", "inert", "there is nothing of it to take out", ofYesNo)
}
