package lab

import (
	"cmp"
	"slices"
	"strings"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Web is what grows instead: the ties below a clause, at the start and at the end.
type Web struct {
	Pairs        []Pair           `json:"pairs"`          // every pair with a tie at either end
	Ties         [2]stats.Spread  `json:"ties"`           // number of pairs with any tie, start and end
	AccessOrMore [2]stats.Spread  `json:"access_or_more"` // pairs at access, consultation or defence, start and end
	Minilaterals [2]stats.Spread  `json:"minilaterals"`   // arrangements at work, start and end
	PerTick      []stats.Spread   `json:"ties_per_tick"`  // pairs with any tie
	ByKind       [][]stats.Spread `json:"ties_by_kind"`   // per rung but none, from exercises on, and tick: pairs at it
	Arrangements []ArrangementEnd `json:"arrangements"`   // named ones first, then those that grew, most frequent first
}

// Pair is the tie of two states: its rung at the start and how it stands at the end. Rungs are those of sim.TieKind,
// 0 none, 1 exercises, 2 capacity building, 3 information sharing, 4 access, 5 consultation, 6 defence.
type Pair struct {
	A     string         `json:"a"`     // id of one state
	B     string         `json:"b"`     // id of the other
	Start int            `json:"start"` // rung of their closest tie at the start
	End   float64        `json:"end"`   // mean rung
	Depth [2]float64     `json:"depth"` // 0..1, the deeper direction: start, and mean at the end
	Rungs [7]stats.Share `json:"rungs"` // share of runs that end on each rung
}

// ArrangementEnd is the fate of a minilateral.
type ArrangementEnd struct {
	Title   string      `json:"title"`    // members joined by dashes for one that grew
	Members []string    `json:"members"`  // ids
	Grew    bool        `json:"grew"`     // not in the scenario
	AtStart bool        `json:"at_start"` // at work on the eve of the first tick
	AtEnd   stats.Share `json:"at_end"`   // at work
}

// summariseWeb sums up the ties of all pairs, by tick, by kind and at the end, and the arrangements.
func (e *Ensemble) summariseWeb(runs []*diary) Web {
	w, n := e.World, e.World.N()
	web := Web{Pairs: []Pair{}, PerTick: []stats.Spread{}, ByKind: [][]stats.Spread{}}
	counts, depths := make([][rungs]int, len(e.start.rungs)), make([]int, len(e.start.rungs)) // pair
	for _, r := range runs {
		for p, rung := range r.rungs {
			counts[p][rung]++
			depths[p] += int(r.depths[p])
		}
	}
	pairs(n, func(p, i, j int) {
		pair := Pair{A: w.States[i], B: w.States[j], Start: int(e.start.rungs[p])}
		ends := 0
		for rung, count := range counts[p] {
			ends += rung * count
		}
		if pair.Start == 0 && ends == 0 {
			return
		}
		for rung, count := range counts[p] {
			pair.Rungs[rung] = stats.ShareOf(count, len(runs))
		}
		pair.Depth[0] = e.start.depths[p]
		if len(runs) > 0 {
			pair.End = float64(ends) / float64(len(runs))
			pair.Depth[1] = float64(depths[p]) / float64(len(runs)) / stats.Grain
		}
		web.Pairs = append(web.Pairs, pair)
	})
	atLeast := func(rungs []int8, rung int8) float64 {
		c := 0
		for _, r := range rungs {
			if r >= rung {
				c++
			}
		}
		return float64(c)
	}
	both := func(rung int8) [2]stats.Spread {
		return [2]stats.Spread{
			stats.SpreadOf([]float64{atLeast(e.start.rungs, rung)}),
			over(runs, func(r *diary) (float64, bool) { return atLeast(r.rungs, rung), true }),
		}
	}
	web.Ties, web.AccessOrMore = both(sim.RungExercises), both(sim.RungAccess)
	perTick := func(count func([rungs]uint16) uint16) []stats.Spread {
		path := make([]stats.Spread, w.Calendar.Ticks())
		e.inParallel(len(path), func() func(int) {
			return func(t int) {
				path[t] = over(runs, func(r *diary) (float64, bool) { return float64(count(r.ties[t])), true })
			}
		})
		return path
	}
	web.PerTick = perTick(tied)
	for rung := range int(rungs - 1) {
		web.ByKind = append(web.ByKind, perTick(func(at [rungs]uint16) uint16 { return at[rung+1] }))
	}
	web.Minilaterals = [2]stats.Spread{
		stats.SpreadOf([]float64{trues(e.start.awake)}),
		over(runs, func(r *diary) (float64, bool) { return trues(r.awake) + trues(r.grownOn), true }),
	}
	web.Arrangements = e.summariseArrangements(runs)
	return web
}

// trues counts those that are true.
func trues(v []bool) float64 {
	c := 0.0
	for _, b := range v {
		if b {
			c++
		}
	}
	return c
}

// summariseArrangements lists the scenario's minilaterals, then those that runs founded, the most frequent first.
func (e *Ensemble) summariseArrangements(runs []*diary) []ArrangementEnd {
	w := e.World
	all := []ArrangementEnd{}
	for c, id := range w.Arrangements {
		a := w.Scenario.Arrangements[id]
		all = append(all, ArrangementEnd{
			Title: a.Title, Members: a.Members, AtStart: e.start.awake[c],
			AtEnd: e.drawn[:len(runs)].Share(each(runs, func(r *diary) bool { return r.awake[c] })),
		})
	}
	times := map[sim.Set]int{}
	for _, r := range runs {
		for g, set := range r.grown {
			if r.grownOn[g] {
				times[set]++
			}
		}
	}
	var grew []ArrangementEnd
	for set, n := range times {
		ids := w.IDs(set)
		grew = append(grew, ArrangementEnd{
			Title: strings.Join(ids, "-"), Members: ids, Grew: true, AtEnd: stats.ShareOf(n, len(runs)),
		})
	}
	slices.SortFunc(grew, func(a, b ArrangementEnd) int {
		return cmp.Or(b.AtEnd.Count-a.AtEnd.Count, cmp.Compare(a.Title, b.Title))
	})
	return append(all, grew...)
}

// startingWeb is the ties of a world before anything has happened.
type startingWeb struct {
	rungs  []int8
	depths []float64
	awake  []bool
}

// webAtStart is the web on the eve of the first tick, which is the same in all runs.
func webAtStart(w *sim.World) startingWeb {
	run := sim.NewRun(w)
	run.Start(0, 0)
	n := w.N()
	s := startingWeb{rungs: make([]int8, n*(n-1)/2), depths: make([]float64, n*(n-1)/2)}
	pairs(n, func(p, i, j int) {
		s.rungs[p] = run.Rung(i, j)
		s.depths[p] = max(run.Depth(i, j), run.Depth(j, i))
	})
	for c := range run.Circles() {
		_, awake := run.Circle(c)
		s.awake = append(s.awake, awake)
	}
	return s
}
