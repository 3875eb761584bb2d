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

// Why says how much of the gap between the outcome of a scenario and that of the same scenario without some mechanisms
// each of the mechanisms carries: their Shapley values, where the worth of a set of mechanisms is the chance that the
// headline clause is in force at the end without them. The use on parts of a model is that of Shorrocks (2013),
// "Decomposition procedures for distributional analysis: a unified framework based on the Shapley value", Journal of
// Economic Inequality 11, 99-126.
//
// All sets are played with the same luck, so each run is a game of its own. A few mechanisms are divided exactly: every
// set is played in every run. Of many, each run plays one order of removal, drawn at random, and its reverse (Castro, Gómez &
// Tejada 2009, Computers & Operations Research 36(5); the antithetic pair after Mitchell et al. 2022, JMLR 23). Means over
// the runs are those of the exact values, and add up to the gap either way. It depends on scenario, mechanisms, seed, number
// of runs and wanted precision only.
type Why struct {
	Head
	AsIs       stats.Share      `json:"as_is"`       // in force at the end
	Removed    stats.Share      `json:"all_removed"` // in force at the end without all of the mechanisms
	Gap        stats.Difference `json:"gap"`         // what removing all of them changes
	Mechanisms []Carried        `json:"mechanisms"`  // in the order of Mechanisms
	Exact      bool             `json:"exact"`       // every set was played in every run
	Wanted     float64          `json:"wanted"`      // no interval is to reach farther from its value; 0: all runs are played
	Reached    float64          `json:"reached"`     // how far the one that reaches farthest does
	// runs that would do for the wanted precision, as far as these tell; 0 if none is wanted or it is reached
	Enough int `json:"enough"`
}

// Carried is the part of the gap that a mechanism carries: above 0 it holds the clause back, below 0 it helps it on.
type Carried struct {
	Mechanism
	Carries stats.Difference `json:"carries"` // its Shapley value
	Inert   bool             `json:"inert"`   // there is nothing of it to remove: its absence changes nothing, in any run
}

// WhyPrecision is how closely each part is to be known if nobody asks otherwise, a share of runs.
const WhyPrecision = 0.04

// batch is how many runs are played before it is asked whether they tell enough.
const batch = 50

// AskWhy plays a scenario without sets of these mechanisms and divides the gap among them, until no interval reaches farther
// from its value than is wanted, a share of runs, or opts.Runs are played. If ctx is cancelled, what it returns rests on the first
// runs that were played without every set that they need. Done counts runs without any set.
func AskWhy(ctx context.Context, s sim.Scenario, mechanisms []Mechanism, wanted float64, opts Options) *Why {
	g := &game{worlds: map[int]*sim.World{0: sim.NewWorld(s)}, failures: []Failure{}}
	why := &Why{Head: NewHead("why", "without sets of mechanisms", g.worlds[0], opts), Wanted: wanted, Mechanisms: []Carried{}}
	for _, m := range mechanisms {
		inert := m.inert(s)
		why.Mechanisms = append(why.Mechanisms, Carried{Mechanism: m, Inert: inert})
		if !inert {
			g.players = append(g.players, m)
		}
	}
	n := len(g.players)
	why.Exact = 1<<n <= 4*n || n == 0
	g.parts, g.units = make([][]int, n), 2
	if why.Exact {
		g.units = int(stats.Factorial(n))
	}
	why.divide(g)
	whole := opts.Runs == 0
	for !whole {
		to := min(g.whole+batch, opts.Runs)
		g.play(ctx, why.Exact, g.whole, to, opts)
		why.divide(g)
		if g.whole < to {
			break // cut short
		}
		whole = to == opts.Runs || wanted > 0 && g.good > 0 && why.Reached <= wanted
	}
	if why.Played, why.ToPlay, why.Failures = g.played, g.played, g.failures; !whole {
		why.ToPlay = g.toPlay(why.Exact, opts)
	}
	return why
}

// divide says what the game comes to so far.
func (w *Why) divide(g *game) {
	total := g.drawn.PairShares(g.none, g.all)
	w.Runs, w.AsIs, w.Removed, w.Gap = g.good, total.First, total.Second, total.Change
	w.Reached, w.Enough = 0, 0
	m := 0
	for i := range w.Mechanisms {
		c := &w.Mechanisms[i]
		if c.Inert {
			continue
		}
		c.Carries = g.drawn.Difference(g.parts[m], g.units)
		w.Reached = max(w.Reached, c.Carries.Reach())
		if w.Wanted > 0 && g.good > 0 && c.Carries.Reach() > w.Wanted {
			w.Enough = max(w.Enough, g.drawn.Enough(g.parts[m], g.units, w.Wanted))
		}
		m++
	}
}

// ByPart lists the mechanisms by the part of the gap they carry, those that hold the clause back most first.
func (w *Why) ByPart() []Carried {
	sorted := slices.Clone(w.Mechanisms)
	slices.SortStableFunc(sorted, func(x, y Carried) int { return cmp.Compare(y.Carries.Mean, x.Carries.Mean) })
	return sorted
}

// Tables are the answer as tidy CSV.
func (w *Why) Tables() []Table {
	return []Table{{"why.csv", "one row per mechanism: the part of the gap it carries", w.write}}
}

func (w *Why) write(out io.Writer) error {
	header := append([]string{"mechanism", "runs", "carries", "low95", "high95", "inert"}, BandHeads("")...)
	return Rows(out, header, func(row func(...string)) {
		for _, m := range w.Mechanisms {
			d := m.Carries
			cells := []string{m.ID, strconv.Itoa(w.Runs), Digits(d.Mean), Digits(d.Low), Digits(d.High), YesNo(m.Inert)}
			row(append(cells, BandCells(d.Constants, d.Coding)...)...)
		}
	})
}

// aboutShapley: what the columns of what a mechanism carries mean.
func (l *wordList) aboutShapley() {
	l.say("", "carries", "the part of the gap that the mechanism carries, its Shapley value: above 0 it holds the clause back, below 0 it helps it on", ofChange)
}
