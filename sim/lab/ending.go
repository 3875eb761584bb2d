package lab

import (
	"context"
	"maps"
	"slices"
	"strings"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Ending is how a run ended for each clause. Clauses and states go by their places in the world.
type Ending struct {
	Failure  string  `json:"failure,omitempty"` // what the model took for impossible; the rest is then empty
	Signed   []int32 `json:"signed"`            // clause × state: tick of the first signature, -1 if none
	Ratified []int32 `json:"ratified"`          // clause × state: tick of the first ratification, -1 if none
	Bound    []bool  `json:"bound"`             // clause × state: at the end
	First    []int32 `json:"first"`             // clause: tick of first entry into force, -1 if none
	AtEnd    []bool  `json:"at_end"`            // clause: in force at the end
	// tie that the truth of some clause asks about: tick at which the pair stood on that rung first, -1 if never
	Ties []int32 `json:"ties,omitempty"`

	// What it was played with: sim.NoDraw of constants if those of its world, NoCoding if the coding of the scenario.
	stats.Dealt `json:"-"`
}

// deal notes what run k of a world was played with.
func (d *Ending) deal(w *sim.World, k int) { d.Dealt = dealtTo(w, k) }

// dealtTo is what run k of a world is played with.
func dealtTo(w *sim.World, k int) stats.Dealt {
	draw := w.DrawOf(uint64(k))
	return stats.Dealt{Draw: draw, Coding: CodingOf(&w.Scenario, k), At: w.Drawn(draw)}
}

// Drawn is what each of some runs was played with, for statistics.
func Drawn(runs []*Ending) stats.Drawn {
	by := make(stats.Drawn, len(runs))
	for k, r := range runs {
		by[k] = r.Dealt
	}
	return by
}

// AskedTie is a tie that the truth of a clause asks about.
type AskedTie struct {
	Clause, Pair string
	sim.TrueTie
	a, b int
}

// AskedTies lists the ties that the truth of a world asks about, by clause and pair.
func AskedTies(w *sim.World) []AskedTie {
	var all []AskedTie
	for _, clause := range slices.Sorted(maps.Keys(w.Scenario.Truth)) {
		ties := w.Scenario.Truth[clause].Ties
		for _, pair := range slices.Sorted(maps.Keys(ties)) {
			one, other, _ := strings.Cut(pair, "-")
			all = append(all, AskedTie{clause, pair, ties[pair], w.State(one), w.State(other)})
		}
	}
	return all
}

// see notes the ties of one tick.
func (d *Ending) see(run *sim.Run, asked []AskedTie) {
	for k, t := range asked {
		if d.Ties[k] < 0 && run.Rung(t.a, t.b) >= sim.RungOf(t.Kind) {
			d.Ties[k] = int32(run.Tick)
		}
	}
}

// newEnding is one in which nothing has happened yet.
func newEnding(w *sim.World) Ending {
	n, clauses := w.N(), len(w.Clauses)
	never := func(size int) []int32 {
		return slices.Repeat([]int32{-1}, size)
	}
	d := Ending{
		Signed: never(clauses * n), Ratified: never(clauses * n), Bound: make([]bool, clauses*n),
		First: never(clauses), AtEnd: make([]bool, clauses),
	}
	if asked := len(AskedTies(w)); asked > 0 { // as a list left out of JSON reads back
		d.Ties = never(asked)
	}
	return d
}

// fits tells whether this can be how a run of a world ended.
func (d *Ending) fits(w *sim.World) bool {
	if d.Failure != "" {
		return true
	}
	n, clauses := w.N(), len(w.Clauses)
	impossible := func(tick int32) bool { return tick < -1 || int(tick) >= w.Calendar.Ticks() }
	return len(d.Signed) == clauses*n && len(d.Ratified) == clauses*n && len(d.Bound) == clauses*n &&
		len(d.First) == clauses && len(d.AtEnd) == clauses && len(d.Ties) == len(AskedTies(w)) &&
		!slices.ContainsFunc(slices.Concat(d.Signed, d.Ratified, d.First, d.Ties), impossible)
}

// note keeps how one clause fared.
func (d *Ending) note(run *sim.Run, c int) {
	n := run.World().N()
	d.First[c], d.AtEnd[c] = int32(run.FirstInForce(c)), run.InForce(c)
	for i := range n {
		d.Signed[c*n+i], d.Ratified[c*n+i] = int32(run.FirstSigned(c, i)), int32(run.FirstRatified(c, i))
		d.Bound[c*n+i] = run.Bound(c, i)
	}
}

// Members is how many states a clause binds at the end.
func (d *Ending) Members(w *sim.World, c int) int {
	count, n := 0, w.N()
	for _, bound := range d.Bound[c*n : c*n+n] {
		if bound {
			count++
		}
	}
	return count
}

// playToEnd plays one run and keeps how it ends: for the headline only, and no longer than its fate is open, or for every
// clause. It is nil if ctx was cancelled before. What the model takes for impossible comes back as a failure.
func playToEnd(ctx context.Context, run *sim.Run, seed uint64, k int, whole bool) *Ending {
	w := run.World()
	asked, d := AskedTies(w), newEnding(w)
	failure, given := playOn(ctx, run, seed, k, func() bool { return whole || !run.Lost(w.Headline()) }, func() { d.see(run, asked) },
		func() {
			for c := range w.Clauses {
				if whole || c == w.Headline() {
					d.note(run, c)
				}
			}
		})
	switch {
	case failure != "":
		return &Ending{Failure: failure}
	case given:
		return nil
	}
	return &d
}
