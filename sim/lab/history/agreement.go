package history

import (
	"math"
	"slices"
	"strings"
	"sync"

	"entente/sim"
	"entente/sim/lab/stats"
)

// rungs are those of a stance in the rubric (scenarios/RUBRIC.md). A value between two belongs to the nearer, of two as near to
// the lower.
var rungs = sync.OnceValue(func() []float64 {
	stance, _ := sim.FigureAt("states." + sim.Row + ".stance")
	return stance.Rungs()
})

// Agreement is how far two coders who did not see each other's work give the same states the same stances. A unit is a stance of
// a state on the first day of a quarter of the scenario; on a clause, of those in which it is on the table. States that nobody
// invites are left out: that Moscow rejects a pact against it is no feat of agreement.
type Agreement struct {
	Scenario string         `json:"scenario"` // its name; "" of several together
	Title    string         `json:"title"`    // of the scenario
	Stances  int            `json:"stances"`  // states, or states on a clause of which they have a stance of its own
	Units    int            `json:"units"`    // stances by quarters
	Same     float64        `json:"same"`     // share of units with the same rung
	Apart    float64        `json:"apart"`    // mean distance of the values, on the scale from -1 to 1
	Higher   float64        `json:"higher"`   // by how much the second coder's values are higher, on average
	Kappa    stats.Interval `json:"kappa"`    // weighted by the distance of rungs
}

// pairs are how often the first coder gave a state rung i and the second rung j.
type pairs [][]float64

// Twice is a scenario with the stances of either coder.
type Twice struct {
	First, Second sim.Scenario
	Paths         []string // of the stances that were coded twice
}

// Agree compares two codings of some scenarios, each by itself and all together. A scenario that plays another on is compared from
// the other's end: the years before were coded there.
func Agree(twice []Twice, seed uint64) (each []Agreement, all Agreement) {
	var together []pairs
	for _, t := range twice {
		a, tables := t.agree(twice)
		all.add(a)
		a.close(tables, seed)
		each, together = append(each, a), append(together, tables...)
	}
	all.close(together, seed)
	return each, all
}

// agree counts the units of a scenario. Same, Apart and Higher are sums yet.
func (t *Twice) agree(others []Twice) (Agreement, []pairs) {
	a := Agreement{Scenario: t.First.Name, Title: t.First.Title}
	var tables []pairs
	for _, path := range t.Paths {
		f, ok := sim.FigureAt(path)
		if !ok {
			panic("history: " + path + " is no figure")
		}
		from, to := t.First.Start, t.First.End
		keys := strings.Split(path, ".")
		if keys[0] == "states" && !t.invited(keys[1]) {
			continue
		}
		if keys[0] == "clauses" {
			c := t.First.Clauses[keys[1]]
			from = max(from, c.Opens)
			if c.Closes != 0 {
				to = min(to, c.Closes)
			}
		}
		for _, o := range others {
			if o.First.Name == t.First.Base && slices.Contains(o.Paths, path) {
				from = max(from, o.First.End)
			}
		}
		table := noPairs()
		for day := sim.Date(math.Ceil(4*float64(from)) / 4); day <= to; day += 1. / 4 {
			one, other := f.At(&t.First, day), f.At(&t.Second, day)
			i, j := rung(one), rung(other)
			table[i][j]++
			a.Units++
			a.Apart += math.Abs(one - other)
			a.Higher += other - one
			if i == j {
				a.Same++
			}
		}
		a.Stances++
		tables = append(tables, table)
	}
	return a, tables
}

// invited tells whether any clause is offered to a state.
func (t *Twice) invited(id string) bool {
	for _, c := range t.First.Clauses {
		if _, open := c.OpenTo[id]; open || slices.Contains(c.Founders, id) {
			return true
		}
	}
	return false
}

func (a *Agreement) add(b Agreement) {
	a.Stances, a.Units = a.Stances+b.Stances, a.Units+b.Units
	a.Same, a.Apart, a.Higher = a.Same+b.Same, a.Apart+b.Apart, a.Higher+b.Higher
}

// close makes means of the sums, and finds kappa. What a state's stance of one quarter says of the next is not new, so
// that the interval draws states and not years.
func (a *Agreement) close(tables []pairs, seed uint64) {
	n := math.Max(1, float64(a.Units))
	a.Same, a.Apart, a.Higher = a.Same/n, a.Apart/n, a.Higher/n
	a.Kappa = stats.Resampled(len(tables), -1, 1, seed, func(picked []int) float64 {
		sum := noPairs()
		for _, k := range picked {
			for i, row := range tables[k] {
				for j, n := range row {
					sum[i][j] += n
				}
			}
		}
		return stats.Kappa(sum, rungs())
	})
}

func noPairs() pairs {
	table := make(pairs, len(rungs()))
	for i := range table {
		table[i] = make([]float64, len(rungs()))
	}
	return table
}

// rung is the place of the rung nearest to a value.
func rung(v float64) int {
	best := 0
	for k, r := range rungs() {
		if math.Abs(v-r) < math.Abs(v-rungs()[best]) {
			best = k
		}
	}
	return best
}
