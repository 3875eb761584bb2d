package lab

import (
	"context"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"

	"entente/sim"
	"entente/sim/lab/stats"
)

// game is a scenario without sets of some mechanisms, played with the same luck. A set is a number with a bit for each
// mechanism.
type game struct {
	players  []Mechanism
	worlds   map[int]*sim.World // by set
	whole    int                // the first runs that were played without every set that they need
	played   int                // runs of all worlds
	failures []Failure
	good     int    // runs that came to an end without every set that they need
	none     []bool // of these: in force with nothing removed
	all      []bool // and with all removed
	drawn    stats.Drawn
	parts    [][]int // by player: its parts in these runs, in units
	units    int     // in which parts are whole numbers
}

// world is the one without a set, laid out from the one without its last mechanism, with which it shares most of what it is.
func (g *game) world(set int) *sim.World {
	w, ok := g.worlds[set]
	if !ok {
		last := bits.Len(uint(set)) - 1
		rest := g.world(set &^ (1 << last))
		w = rest.Vary(g.players[last].Remove(rest.Scenario))
		g.worlds[set] = w
	}
	return w
}

// sets are those that run k needs: all, or those along an order of removal and its reverse.
func (g *game) sets(exact bool, seed uint64, k int) []int {
	n := len(g.players)
	var sets []int
	if exact {
		for set := range 1 << n {
			sets = append(sets, set)
		}
		return sets
	}
	for _, order := range g.orders(seed, k) {
		set := 0
		for _, m := range order[:n-1] {
			set |= 1 << m
			sets = append(sets, set)
		}
	}
	sets = append(sets, 0, 1<<n-1)
	slices.Sort(sets)
	return slices.Compact(sets)
}

// orders are the two in which run k removes the mechanisms: one drawn at random, and its reverse.
func (g *game) orders(seed uint64, k int) [2][]int {
	order := rand.New(rand.NewPCG(seed, uint64(k))).Perm(len(g.players))
	reverse := slices.Clone(order)
	slices.Reverse(reverse)
	return [2][]int{order, reverse}
}

// toPlay is how many runs of all worlds there are to play, if none is spared.
func (g *game) toPlay(exact bool, opts Options) int {
	count := 0
	for k := range opts.Runs {
		count += len(g.sets(exact, opts.Seed, k))
	}
	return count
}

// play plays the runs from one number to another, in each all sets that it needs.
func (g *game) play(ctx context.Context, exact bool, from, to int, opts Options) {
	place := map[int]int{} // of a set's cell
	var cells []Cell
	var shares []stretch
	var ends []int // of run k: how many shares are to be played for it and those before
	for k := from; k < to; k++ {
		for _, set := range g.sets(exact, opts.Seed, k) {
			c, ok := place[set]
			if !ok {
				c = len(cells)
				place[set] = c
				cells = append(cells, Cell{Name: g.name(set), World: g.world(set)})
			}
			shares = append(shares, stretch{c, k, k + 1})
		}
		ends = append(ends, len(shares))
	}
	p, done := playStretches(ctx, cells, shares, opts.after(g.played))
	g.played += p.Played
	for i, end := range ends {
		if end > done {
			return
		}
		g.whole++
		k := from + i
		inForce := map[int]bool{}
		fails := false
		for _, set := range g.sets(exact, opts.Seed, k) {
			d := p.endings[place[set]][k]
			if d.Failure != "" {
				fails = true
				g.failures = append(g.failures, Failure{Run: k, World: cells[place[set]].Name, Message: d.Failure})
				continue
			}
			inForce[set] = d.AtEnd[g.worlds[0].Headline()]
		}
		if !fails {
			g.note(exact, opts.Seed, k, inForce)
		}
	}
}

// note adds the parts that each mechanism has in one run.
func (g *game) note(exact bool, seed uint64, k int, inForce map[int]bool) {
	n := len(g.players)
	g.good++
	g.none, g.all = append(g.none, inForce[0]), append(g.all, inForce[1<<n-1])
	values := make([]int64, n)
	if exact {
		values = stats.Shapley(n, func(set int) bool { return inForce[set] })
	} else {
		for _, order := range g.orders(seed, k) {
			set := 0
			for _, m := range order {
				was := inForce[set]
				set |= 1 << m
				switch is := inForce[set]; {
				case is && !was:
					values[m]++
				case was && !is:
					values[m]--
				}
			}
		}
	}
	for m, v := range values {
		g.parts[m] = append(g.parts[m], int(v))
	}
	w := g.worlds[0]
	g.drawn = append(g.drawn, dealtTo(w, k))
}

// name is what the world without a set is called.
func (g *game) name(set int) string {
	var ids []string
	for m, player := range g.players {
		if set&(1<<m) != 0 {
			ids = append(ids, player.ID)
		}
	}
	if ids == nil {
		return ""
	}
	return "without " + strings.Join(ids, ", ")
}
