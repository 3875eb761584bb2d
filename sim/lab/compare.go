package lab

import (
	"cmp"
	"context"
	"io"
	"math"
	"reflect"
	"slices"
	"strconv"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Named is a scenario with what it is called where several are compared.
type Named struct {
	Name string
	sim.Scenario
}

// Comparison is several worlds under the same luck (common random numbers), each beside the first. It depends on the
// scenarios, seed and number of runs only. Its head says what they share, and counts the runs of all.
type Comparison struct {
	Head
	OneScenario bool            `json:"one_scenario"` // all worlds are one scenario, each with figures of its own
	Worlds      []ComparedWorld `json:"worlds"`       // the first is the one that the others are compared with; none if nothing was played
}

// ComparedWorld is one of the worlds of a comparison, at its own end and by its own headline clause.
type ComparedWorld struct {
	Head
	Name        string      `json:"name"`                         // as it was asked for
	Expectation string      `json:"expectation,omitempty"`        // of a what-if: what its author expected against its base
	Expects     string      `json:"expects,omitempty"`            // the same in a word
	InForce     stats.Share `json:"in_force"`                     // at the end
	Members     float64     `json:"members"`                      // mean at the end
	Change      *Change     `json:"change" jsonschema:"nullable"` // against the first world; nil for the first itself
	Reference   *Reference  `json:"reference,omitempty"`          // of a forecast: what its reference class alone says

	// The states that any of the worlds invites, in the same order in each: those of the first world, founders, then
	// those it is open to, by name within each, then those of the next.
	States []ComparedState `json:"states"`
}

// Change is what differs between a world and the first one. Only runs that came to an end in both count.
type Change struct {
	Pairs   int              `json:"pairs"`      // runs that came to an end in both
	Same    bool             `json:"same_world"` // all that runs look at is the same in both: nothing differs, and intervals are 0 to 0
	InForce stats.Difference `json:"in_force"`   // of the share of runs in which the clause is in force at the end, on the scale from 0 to 1
	Odds    float64          `json:"odds_ratio"` // of being in force, over those in the first world
	Members stats.Difference `json:"members"`    // of the mean number of members at the end
}

// NoRunDiffers tells whether every run ends in the other world as it does in the first: the clause is in force or not, with as many
// members.
func (c *Change) NoRunDiffers() bool {
	return c.InForce.Mean == 0 && c.Members.Low == 0 && c.Members.High == 0
}

// ComparedState is a state in one of the worlds. Who is not invited cannot sign.
type ComparedState struct {
	ID      string      `json:"id"`                       // as in the scenario
	Name    string      `json:"name"`                     // of the state, for people
	Role    Role        `json:"role"`                     // in the headline clause of this world
	AtStart bool        `json:"bound_at_start,omitempty"` // the clause bound it when the world began: it has signed before
	Signed  stats.Share `json:"signed"`                   // ever, the headline clause
	// against the first world; nil in the first itself and where one of the two does not invite it or bound it from the
	// start
	Change *stats.Difference `json:"change" jsonschema:"nullable"`
}

// Compare plays some worlds with the same luck. If ctx is cancelled, what it returns rests on the first runs that were
// played in every world. Done counts the runs of all worlds.
func Compare(ctx context.Context, worlds []Named, opts Options) *Comparison {
	return PlayCells(ctx, cellsOf(worlds), opts).compare(worlds, opts)
}

func cellsOf(worlds []Named) []Cell {
	var cells []Cell
	for _, named := range worlds {
		cells = append(cells, Cell{Name: named.Name, World: sim.NewWorld(named.Scenario)})
	}
	return cells
}

// compare lays the cells side by side, which are those of some worlds.
func (p *Plays) compare(worlds []Named, opts Options) *Comparison {
	c := &Comparison{Head: NewHead("compare", EachWorld, p.Cells[0].World, opts), Worlds: []ComparedWorld{}}
	for _, cell := range p.Cells {
		c.OfAll(cell.World)
	}
	if p.Fill(&c.Head); c.Runs == 0 {
		return c // there is nothing to compare with
	}
	var all []*view
	var invited []string
	for k := range worlds {
		all = append(all, p.view(k))
		invited = union(invited, all[k].invited())
	}
	for k, named := range worlds {
		w := comparedWorld(named, k, all, invited, opts)
		p.Some(k, k+1).Fill(&w.Head)
		c.Worlds = append(c.Worlds, w)
	}
	return c
}

// Letter is what the k-th world is called for short: A to Z, then AA and so on.
func Letter(k int) string {
	letter := string(rune('A' + k%26))
	if k < 26 {
		return letter
	}
	return Letter(k/26-1) + letter
}

// Differ tells whether the worlds end at different ticks, and whether they have different headline clauses.
func (c *Comparison) Differ() (ends, clauses bool) {
	for _, w := range c.Worlds {
		ends = ends || w.End != c.Worlds[0].End
		clauses = clauses || w.Clause != c.Worlds[0].Clause || w.ClauseTitle != c.Worlds[0].ClauseTitle
	}
	return ends, clauses
}

// comparedWorld is the k-th of the worlds played, beside the first.
func comparedWorld(named Named, k int, all []*view, invited []string, opts Options) ComparedWorld {
	p := all[k]
	w := ComparedWorld{
		Head: NewHead("compare", EachWorld, p.world, opts), Name: named.Name, Expectation: named.Expectation, Expects: named.Expects,
		States: []ComparedState{},
	}
	w.InForce, w.Members, w.Runs = p.ends()
	w.Reference = ReferenceOf(p.world)
	changes := map[string]stats.Difference{}
	if k > 0 {
		b := beside(all[0], p)
		w.Change = &Change{b.Pairs, sameWorld(&all[0].world.Scenario, &p.world.Scenario), b.InForce.Change, b.InForce.Odds(), b.Members.Change}
		if w.Change.Same {
			w.Change.InForce = stats.Difference{}
		}
		for _, st := range b.States {
			if st.Comparable() {
				if changes[st.ID] = st.Signed.Change; w.Change.Same {
					changes[st.ID] = stats.Difference{}
				}
			}
		}
	}
	for _, id := range invited {
		st := ComparedState{ID: id, Name: nameIn(id, all...), Role: p.role(id), AtStart: p.boundAtStart(id), Signed: p.signed(id)}
		if change, ok := changes[id]; ok && !st.AtStart && !all[0].boundAtStart(id) {
			st.Change = &change
		}
		w.States = append(w.States, st)
	}
	return w
}

// sameWorld tells whether two scenarios are one and the same to every run, whatever they are called.
func sameWorld(a, b *sim.Scenario) bool {
	return reflect.DeepEqual(asPlayed(*a), asPlayed(*b))
}

// asPlayed is a scenario without what no run looks at.
func asPlayed(s sim.Scenario) sim.Scenario {
	s.Name, s.Origin, s.Title, s.Summary, s.Expectation, s.Expects = "", sim.Origin{}, "", "", "", ""
	s.Truth, s.Targets = nil, sim.Targets{}
	if s.Recode == 0 { // who coded what matters only where codings differ
		s.Coded = nil
	}
	levers := map[string]sim.Levers{}
	for who, l := range s.Levers {
		if l = l.Moving(); !reflect.ValueOf(l).IsZero() {
			levers[who] = l
		}
	}
	s.Levers = levers
	return s
}

// Moved lists the states whose signing changes beyond luck against the first world, the most moved first.
func (w *ComparedWorld) Moved() []ComparedState {
	var moved []ComparedState
	for _, st := range w.States {
		if st.Change != nil && st.Change.BeyondLuck() {
			moved = append(moved, st)
		}
	}
	slices.SortStableFunc(moved, func(x, y ComparedState) int { return cmp.Compare(math.Abs(y.Change.Mean), math.Abs(x.Change.Mean)) })
	return moved
}

// Tables are the comparison as tidy CSV.
func (c *Comparison) Tables() []Table {
	return []Table{{"compare.csv", "one row per world and measure: in force, members, signed by state", c.write}}
}

func (c *Comparison) write(out io.Writer) error {
	header := []string{"world", "scenario", "measure", "state", "role", "runs", "mean", "low95", "high95", "pairs", "change",
		"change_low95", "change_high95"}
	header = slices.Concat(header, BandHeads(""), BandHeads("change_"))
	return Rows(out, header, func(row func(...string)) {
		for _, w := range c.Worlds {
			line := func(measure, state, role string, mean, low, high string, bands []string,
				change *stats.Difference) {
				cells := []string{w.Name, w.Scenario, measure, state, role, strconv.Itoa(w.Runs), mean, low, high}
				if change == nil {
					row(slices.Concat(cells, []string{"", "", "", ""}, bands, BandCells(nil, nil))...)
					return
				}
				row(slices.Concat(cells, []string{strconv.Itoa(w.Change.Pairs)}, differenceCells(*change), bands,
					BandCells(change.Constants, change.Coding))...)
			}
			share := func(measure, state, role string, s stats.Share, change *stats.Difference) {
				line(measure, state, role, Digits(s.Mean), Digits(s.Low), Digits(s.High), BandCells(s.Constants, s.Coding), change)
			}
			var inForce, members *stats.Difference
			if w.Change != nil {
				inForce, members = &w.Change.InForce, &w.Change.Members
			}
			share("in_force", "", "", w.InForce, inForce)
			line("members", "", "", Digits(w.Members), "", "", BandCells(nil, nil), members)
			for _, st := range w.States {
				share("signed", st.ID, string(st.Role), st.Signed, st.Change)
			}
		}
	})
}
