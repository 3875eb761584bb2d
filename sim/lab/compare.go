package lab

import (
	"context"
	"io"
	"math"
	"sort"
	"strconv"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Named is a scenario with what it is called where several are compared.
type Named struct {
	Name      string
	Overrides []string // what departs from the scenario as shipped, "path = value"
	sim.Scenario
}

// Comparison is several worlds under the same luck (common random numbers), each beside the first. It depends on the
// scenarios, seed and number of runs only.
type Comparison struct {
	Seed        uint64          `json:"seed"`
	Asked       int             `json:"runs_asked"`   // of each world
	OneScenario bool            `json:"one_scenario"` // all worlds are one scenario, each with figures of its own
	Worlds      []ComparedWorld `json:"worlds"`       // the first is the one that the others are compared with; fewer if interrupted

	Played   int       `json:"-"` // runs of all worlds that ended, failed ones included
	ToPlay   int       `json:"-"` // runs of all worlds that were asked for
	Failures []Failure `json:"-"`
}

// ComparedWorld is one of the worlds of a comparison, at its own end and by its own headline clause.
type ComparedWorld struct {
	Name        string      `json:"name"`
	Scenario    string      `json:"scenario"`
	Title       string      `json:"title"`
	Theory      string      `json:"theory"`
	Clause      string      `json:"clause"` // id of the headline clause
	ClauseTitle string      `json:"clause_title"`
	End         string      `json:"end"`                   // last tick
	Overrides   []string    `json:"overrides"`             // what departs from the scenario as shipped, "path = value"
	Expectation string      `json:"expectation,omitempty"` // of a what-if: what its author expected against its base
	Expects     string      `json:"expects,omitempty"`     // the same in a word
	Runs        int         `json:"runs"`                  // that came to an end
	InForce     stats.Share `json:"in_force"`              // at the end
	Members     float64     `json:"members"`               // mean at the end
	Change      *Change     `json:"change"`                // against the first world; nil for the first itself

	// The states that any of the worlds invites, in the same order in each: those of the first world, founders, then
	// those it is open to, by name within each, then those of the next.
	States []ComparedState `json:"states"`
}

// Change is what differs between a world and the first one. Only runs that came to an end in both count.
type Change struct {
	Pairs   int              `json:"pairs"`
	InForce stats.Difference `json:"in_force"`
	Members stats.Difference `json:"members"`
}

// ComparedState is a state in one of the worlds. Who is not invited cannot sign.
type ComparedState struct {
	ID     string            `json:"id"`
	Name   string            `json:"name"`
	Role   Role              `json:"role"`
	Signed stats.Share       `json:"signed"` // ever, the headline clause
	Change *stats.Difference `json:"change"` // against the first world; nil in the first itself and where one of the two does not invite it
}

// Compare plays some worlds with the same luck. If ctx is cancelled, what it returns holds the worlds played so far, the
// last of them perhaps with fewer runs. Done counts the runs of all worlds.
func Compare(ctx context.Context, worlds []Named, opts Options) *Comparison {
	c := &Comparison{Seed: opts.Seed, Asked: opts.Runs, ToPlay: opts.Runs * len(worlds)}
	var told []Named
	var all []*played
	var invited []string
	for k, named := range worlds {
		p := playEnd(ctx, sim.NewWorld(named.Scenario), c.Played, opts)
		c.Played += p.finished
		for _, f := range p.failures {
			f.World = named.Name
			c.Failures = append(c.Failures, f)
		}
		if p.finished > len(p.failures) {
			told, all, invited = append(told, named), append(all, p), union(invited, p.invited())
		} else if k == 0 {
			return c // there is nothing to compare with
		}
	}
	for k, named := range told {
		c.Worlds = append(c.Worlds, comparedWorld(named, k, all, invited))
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
func comparedWorld(named Named, k int, all []*played, invited []string) ComparedWorld {
	p, calendar := all[k], all[k].world.Calendar
	w := ComparedWorld{
		Name: named.Name, Scenario: named.Scenario.Name, Title: named.Title, Theory: named.Theory, Clause: named.Headline,
		ClauseTitle: named.Clauses[named.Headline].Title, End: calendar.Label(calendar.Ticks() - 1), Overrides: named.Overrides,
		Expectation: named.Expectation, Expects: named.Expects,
	}
	w.InForce, w.Members, w.Runs = p.ends()
	changes := map[string]stats.Difference{}
	if k > 0 {
		b := beside(all[0], p)
		w.Change = &Change{b.Pairs, b.InForce.Change, b.Members.Change}
		for _, st := range b.States {
			if st.Comparable() {
				changes[st.ID] = st.Signed.Change
			}
		}
	}
	for _, id := range invited {
		st := ComparedState{ID: id, Name: nameIn(id, all...), Role: p.role(id), Signed: p.signed(id)}
		if change, ok := changes[id]; ok {
			st.Change = &change
		}
		w.States = append(w.States, st)
	}
	return w
}

// Moved lists the states whose signing changes beyond luck against the first world, the most moved first.
func (w *ComparedWorld) Moved() []ComparedState {
	var moved []ComparedState
	for _, st := range w.States {
		if st.Change != nil && st.Change.BeyondLuck() {
			moved = append(moved, st)
		}
	}
	sort.SliceStable(moved, func(x, y int) bool { return math.Abs(moved[x].Change.Mean) > math.Abs(moved[y].Change.Mean) })
	return moved
}

// Table is the comparison as tidy CSV: a row a world and measure.
func (c *Comparison) Table() Table {
	return Table{"compare.csv", "one row per world and measure: in force, members, signed by state", c.write}
}

func (c *Comparison) write(out io.Writer) error {
	header := []string{"world", "scenario", "measure", "state", "role", "runs", "mean", "low95", "high95", "pairs", "change",
		"change_low95", "change_high95"}
	return Rows(out, header, func(row func(...string)) {
		for _, w := range c.Worlds {
			line := func(measure, state, role string, mean, low, high string, change *stats.Difference) {
				cells := []string{w.Name, w.Scenario, measure, state, role, strconv.Itoa(w.Runs), mean, low, high}
				if change == nil {
					row(append(cells, "", "", "", "")...)
					return
				}
				row(append(cells, strconv.Itoa(w.Change.Pairs), Digits(change.Mean), Digits(change.Low), Digits(change.High))...)
			}
			share := func(measure, state, role string, s stats.Share, change *stats.Difference) {
				line(measure, state, role, Digits(s.Mean), Digits(s.Low), Digits(s.High), change)
			}
			var inForce, members *stats.Difference
			if w.Change != nil {
				inForce, members = &w.Change.InForce, &w.Change.Members
			}
			share("in_force", "", "", w.InForce, inForce)
			line("members", "", "", Digits(w.Members), "", "", members)
			for _, st := range w.States {
				share("signed", st.ID, string(st.Role), st.Signed, st.Change)
			}
		}
	})
}
