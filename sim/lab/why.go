package lab

import (
	"context"
	"io"
	"math/bits"
	"reflect"
	"sort"
	"strconv"
	"strings"
	"sync/atomic"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Why says how much of the gap between the outcome of a scenario and that of the same scenario without some mechanisms
// each of the mechanisms carries: their Shapley values, where the worth of a set of mechanisms is the chance that the
// headline clause is in force at the end without them. The use on parts of a model is that of Shorrocks (2013),
// "Decomposition procedures for distributional analysis: a unified framework based on the Shapley value", Journal of
// Economic Inequality 11, 99-126.
//
// All sets are played with the same luck, so each run is a game of its own, with values of its own; those told are
// their means over the runs. They add up to the gap. It depends on scenario, mechanisms, seed and number of runs only.
type Why struct {
	Scenario    string   `json:"scenario"`
	Title       string   `json:"title"`
	Theory      string   `json:"theory"`
	Clause      string   `json:"clause"` // id of the headline clause
	ClauseTitle string   `json:"clause_title"`
	End         string   `json:"end"` // last tick
	Seed        uint64   `json:"seed"`
	Runs        int      `json:"runs"`       // that came to an end without each set
	Asked       int      `json:"runs_asked"` // without each set
	Overrides   []string `json:"overrides"`  // what departs from the scenario as shipped, "path = value"

	AsIs       stats.Share      `json:"as_it_is"`    // in force at the end
	Removed    stats.Share      `json:"all_removed"` // in force at the end without all of the mechanisms
	Gap        stats.Difference `json:"gap"`         // what removing all of them changes
	Mechanisms []Carried        `json:"mechanisms"`  // in the order of Mechanisms
	Coalitions []Coalition      `json:"coalitions"`  // all sets of mechanisms that have something to remove

	Played   int       `json:"-"` // runs that ended, failed ones and those of runs left unfinished included
	ToPlay   int       `json:"-"` // runs that were asked for
	Failures []Failure `json:"-"`
}

// Carried is the part of the gap that a mechanism carries: above 0 it holds the clause back, below 0 it helps it on.
type Carried struct {
	Mechanism
	Carries stats.Difference `json:"carries"`       // its Shapley value
	First   stats.Difference `json:"removed_first"` // what its removal changes while all the others are there
	Last    stats.Difference `json:"removed_last"`  // and once all the others are gone
	Inert   bool             `json:"inert"`         // there is nothing of it to remove: its absence changes nothing, in any run
}

// Coalition is a set of mechanisms that were removed together.
type Coalition struct {
	Without []string    `json:"without"`
	InForce stats.Share `json:"in_force"` // at the end
}

// block is the number of runs that are played without each set before the next ones are begun: what is cut short has
// whole blocks to tell of.
const block = 5

// AskWhy plays a scenario without each set of these mechanisms, of which there may be ten, and divides the gap among
// them. If ctx is cancelled, what it returns rests on the runs that were played without every set. Done counts runs
// without any set.
func AskWhy(ctx context.Context, s sim.Scenario, mechanisms []Mechanism, opts Options) *Why {
	w := sim.NewWorld(s)
	why := &Why{
		Scenario: s.Name, Title: s.Title, Theory: s.Theory, Clause: s.Headline, ClauseTitle: s.Clauses[s.Headline].Title,
		End: w.Calendar.Label(w.Calendar.Ticks() - 1), Seed: opts.Seed, Asked: opts.Runs,
	}
	var players []Mechanism
	for _, m := range mechanisms {
		inert := reflect.DeepEqual(m.Remove(s), s)
		why.Mechanisms = append(why.Mechanisms, Carried{Mechanism: m, Inert: inert})
		if !inert {
			players = append(players, m)
		}
	}
	g := newGame(w, players, opts.Runs)
	why.ToPlay = opts.Runs * len(g.worlds)
	why.Played = g.play(ctx, opts)
	why.Failures = g.failures()
	why.divide(g)
	return why
}

// game is a scenario without each set of some mechanisms, played with the same luck. A set is a number with a bit for
// each mechanism.
type game struct {
	players []Mechanism
	worlds  []*sim.World // set
	runs    int
	whole   int       // the first runs that were played without every set
	ends    []*record // run × set
}

// newGame lays out the worlds, each from the one without its last mechanism, so that they share most of what they are.
func newGame(w *sim.World, players []Mechanism, runs int) *game {
	g := &game{players: players, worlds: make([]*sim.World, 1<<len(players)), runs: runs}
	g.worlds[0] = w
	for set := 1; set < len(g.worlds); set++ {
		last := bits.Len(uint(set)) - 1
		rest := g.worlds[set&^(1<<last)]
		g.worlds[set] = rest.Vary(players[last].Remove(rest.Scenario))
	}
	g.ends = make([]*record, runs*len(g.worlds))
	return g
}

// play plays block after block of runs, in each without all sets, and counts the runs that ended.
func (g *game) play(ctx context.Context, opts Options) int {
	var played atomic.Int64
	blocks := (g.runs + block - 1) / block
	done := inParallel(ctx, opts.Workers, blocks*len(g.worlds), func() func(int) {
		return func(task int) {
			set := task % len(g.worlds)
			run := sim.NewRun(g.worlds[set])
			for k := task / len(g.worlds) * block; k < min((task/len(g.worlds)+1)*block, g.runs); k++ {
				g.ends[k*len(g.worlds)+set] = play(run, opts.Seed, k, true)
				if count := int(played.Add(1)); opts.Done != nil {
					opts.Done(count)
				}
			}
		}
	})
	g.whole = min(done/len(g.worlds)*block, g.runs)
	return int(played.Load())
}

// names are the mechanisms of a set.
func (g *game) names(set int) []string {
	ids := []string{}
	for m, player := range g.players {
		if set&(1<<m) != 0 {
			ids = append(ids, player.ID)
		}
	}
	return ids
}

// failures are those of the runs that were played without every set.
func (g *game) failures() []Failure {
	var all []Failure
	for p, r := range g.ends[:g.whole*len(g.worlds)] {
		if r.failure != "" {
			all = append(all, Failure{
				Run: p / len(g.worlds), Without: strings.Join(g.names(p%len(g.worlds)), ", "), Message: r.failure,
			})
		}
	}
	return all
}

// good lists the runs that came to an end without every set.
func (g *game) good() []int {
	var runs []int
	for k := range g.whole {
		fails := false
		for set := range g.worlds {
			fails = fails || g.ends[k*len(g.worlds)+set].failure != ""
		}
		if !fails {
			runs = append(runs, k)
		}
	}
	return runs
}

// inForce tells for these runs whether the clause is in force at the end without a set.
func (g *game) inForce(runs []int, set int) []bool {
	h := g.worlds[0].Headline()
	v := make([]bool, len(runs))
	for x, k := range runs {
		v[x] = g.ends[k*len(g.worlds)+set].AtEnd[h]
	}
	return v
}

// divide says what the game comes to.
func (w *Why) divide(g *game) {
	n, all := len(g.players), len(g.worlds)-1
	good := g.good()
	w.Runs = len(good)
	in := make([][]bool, len(g.worlds))
	for set := range in {
		in[set] = g.inForce(good, set)
		count := int(trues(in[set]))
		w.Coalitions = append(w.Coalitions, Coalition{g.names(set), stats.ShareOf(count, len(good))})
	}
	total := stats.PairShares(in[0], in[all])
	w.AsIs, w.Removed, w.Gap = total.With, total.Without, total.Change

	sums, squares := make([]int64, n), make([]int64, n)
	for x := range good {
		for m, value := range stats.Shapley(n, func(set int) bool { return in[set][x] }) {
			sums[m] += value
			squares[m] += value * value
		}
	}
	scale, m := float64(stats.Factorial(n)), 0
	for i := range w.Mechanisms {
		c := &w.Mechanisms[i]
		if c.Inert {
			continue
		}
		c.Carries = stats.Added(float64(sums[m])/scale, float64(squares[m])/(scale*scale), len(good))
		c.First = stats.PairShares(in[0], in[1<<m]).Change
		c.Last = stats.PairShares(in[all&^(1<<m)], in[all]).Change
		m++
	}
}

// ByPart lists the mechanisms by the part of the gap they carry, those that hold the clause back most first.
func (w *Why) ByPart() []Carried {
	sorted := append([]Carried(nil), w.Mechanisms...)
	sort.SliceStable(sorted, func(x, y int) bool { return sorted[x].Carries.Mean > sorted[y].Carries.Mean })
	return sorted
}

// Tables are the answer as tidy CSV.
func (w *Why) Tables() []Table {
	return []Table{
		{"why.csv", "one row per mechanism: the part of the gap it carries", w.writeParts},
		{"coalitions.csv", "one row per set of mechanisms removed together: 1 for those removed, and how often the clause is in force at the end", w.writeCoalitions},
	}
}

func (w *Why) writeParts(out io.Writer) error {
	header := []string{"mechanism", "runs", "carries", "low95", "high95", "removed_first", "first_low95", "first_high95",
		"removed_last", "last_low95", "last_high95", "inert"}
	return Rows(out, header, func(row func(...string)) {
		for _, m := range w.Mechanisms {
			cells := []string{m.ID, strconv.Itoa(w.Runs)}
			for _, d := range []stats.Difference{m.Carries, m.First, m.Last} {
				cells = append(cells, Digits(d.Mean), Digits(d.Low), Digits(d.High))
			}
			row(append(cells, YesNo(m.Inert))...)
		}
	})
}

func (w *Why) writeCoalitions(out io.Writer) error {
	var header []string
	for _, m := range w.Mechanisms {
		if !m.Inert {
			header = append(header, m.ID)
		}
	}
	players := len(header)
	header = append(header, "runs", "in_force", "share", "low95", "high95")
	return Rows(out, header, func(row func(...string)) {
		for set, c := range w.Coalitions {
			var cells []string
			for m := range players {
				cells = append(cells, YesNo(set&(1<<m) != 0))
			}
			s := c.InForce
			row(append(cells, strconv.Itoa(s.Runs), strconv.Itoa(s.Count), Digits(s.Mean), Digits(s.Low), Digits(s.High))...)
		}
	})
}
