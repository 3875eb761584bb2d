package page

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"entente/sim"
	"entente/sim/lab"
)

// Everybody is a few histories of a scenario, and what many come to as they are played.
type Everybody struct {
	Scenario  string      `json:"scenario"`
	Clause    string      `json:"clause"`
	ID        string      `json:"clause_id"`
	Ticks     []string    `json:"ticks"`
	States    []tile      `json:"states"`
	Shocks    []shock     `json:"shocks"`
	Histories []*lab.Tale `json:"histories"`
	Growing   []Grown     `json:"growing"`
}

// Grown is what so many runs tell of a clause, tick by tick: mean, low and high of the interval of luck.
type Grown struct {
	Runs    int          `json:"runs"`
	InForce [][3]float64 `json:"in_force"`
}

// everybody plays histories of a scenario one by one, and many.
func everybody(ctx context.Context, w *sim.World) (Everybody, error) {
	s := &w.Scenario
	e := Everybody{Scenario: s.Name, Clause: s.Clauses[s.Headline].Title, ID: s.Headline, States: tilesOf(w), Shocks: []shock{}}
	e.States = slices.DeleteFunc(e.States, func(t tile) bool { return !t.Role.Invited() })
	for t := range w.Calendar.Ticks() {
		e.Ticks = append(e.Ticks, w.Calendar.Label(t))
	}
	for _, id := range slices.Sorted(maps.Keys(s.Shocks)) {
		e.Shocks = append(e.Shocks, shock{ID: id, Title: s.Shocks[id].Title})
	}
	for k := range show {
		tale, failure := lab.TaleOf(w, seed, k)
		if failure != "" {
			return e, fmt.Errorf("history %d of %s failed: %s", k, s.Name, failure)
		}
		tale.Events = slices.DeleteFunc(tale.Events, func(ev lab.Event) bool {
			return ev.Kind != lab.EventShock && ev.Clause != s.Headline && ev.Of != s.Headline
		})
		tale.Ties = nil // which this screen does not draw
		e.Histories = append(e.Histories, tale)
	}
	var batches []lab.Batch
	for from := 0; from < grown && ctx.Err() == nil; from += batch {
		batches = append(batches, lab.PlayBatch(ctx, w, seed, from, from+batch))
		b := lab.BriefOf(w, batches)
		if len(b.Failed) > 0 {
			return e, fmt.Errorf("run %d of %s failed: %s", b.Failed[0].Run, s.Name, b.Failed[0].Message)
		}
		g := Grown{Runs: b.Runs}
		for _, share := range b.InForce {
			g.InForce = append(g.InForce, [3]float64{share.Mean, share.Low, share.High})
		}
		e.Growing = append(e.Growing, g)
	}
	return e, ctx.Err()
}
