package page

import (
	"context"
	"fmt"
	"slices"

	"entente/sim"
	"entente/sim/lab"
)

// Story is what the guided screens show, worked out where the page is made: the first look needs no model in the browser.
type Story struct {
	Version   string    `json:"version"`
	Read      string    `json:"read"` // a fingerprint of the model and the scenarios that it is of
	Runs      int       `json:"runs"` // behind each chance
	Seed      uint64    `json:"seed"`
	Europe    []tile    `json:"europe"` // who signed at Washington in 1949
	Asia      []tile    `json:"asia"`   // who is invited in 2025
	Decision  Decision  `json:"decision"`
	Everybody Everybody `json:"everybody"`
	Right     []Episode `json:"right"`
	Record    []Record  `json:"record"` // of all decided episodes

	RecordRuns int       `json:"record_runs"` // behind it
	Mends      []Mend    `json:"mends"`
	Places     []Place   `json:"places"`
	Accounts   []Account `json:"accounts"`
	WhatIfs    []WhatIf  `json:"whatifs"`
	Reasons    Reasons   `json:"reasons"`
}

// The scenarios that the story is about; the what-ifs are those that are built on the first. Judgement: a decision that fails for reasons a student can push, the one history that
// everybody knows, and three regions that theories should tell apart.
const (
	pacific = "pacific-2025"
	europe  = "europe-1947"
	spokes  = "asia-1950"
	asia    = "asia-1991"
	decider = "JPN"
	when    = 6 // ticks from mid-2025: 2027Q1
	inRun   = 5 // of the histories of seed 1 one in which Japan is not willing then, and not far from it
	seed    = 1
	show    = 3   // histories
	batch   = 25  // runs that a page plays at a time
	grown   = 200 // runs that it plays in all
)

// Tell works the story out from the shipped scenarios: chances of so many runs each. Done counts runs.
func Tell(ctx context.Context, shipped []sim.Scenario, opts lab.Options) (*Story, error) {
	scenario := func(name string) sim.Scenario {
		return shipped[slices.IndexFunc(shipped, func(s sim.Scenario) bool { return s.Name == name })]
	}
	var whatIfs []sim.Scenario
	for _, s := range shipped {
		if s.Base == pacific && s.Expects != "" {
			whatIfs = append(whatIfs, s)
		}
	}
	read, err := readAs(shipped)
	if err != nil {
		return nil, err
	}
	opts.Seed = seed
	st := &Story{Version: sim.Version, Read: read, Runs: opts.Runs, Seed: seed}
	total, done := 0, opts.Done
	opts.Done = func(count int) {
		if done != nil {
			done(total + count)
		}
	}
	played := func(h *lab.Head) error {
		total += h.Played
		if len(h.Failures) > 0 {
			return fmt.Errorf("run %d of the seminar page failed: %s", h.Failures[0].Run, h.Failures[0].Message)
		}
		return ctx.Err()
	}
	w := sim.NewWorld(scenario(pacific))
	st.Asia = around(w)
	st.Decision = decide(scenario(pacific))
	past := sim.NewWorld(scenario(europe))
	for _, t := range tilesOf(past) {
		if day, ok := past.Scenario.Truth[past.Scenario.Headline].Signed[t.ID]; ok && day < 1950 {
			st.Europe = append(st.Europe, t)
		}
	}
	st.Europe = laidOut(past, st.Europe)
	if st.Everybody, err = everybody(ctx, past); err != nil {
		return nil, err
	}
	if err := st.hold(ctx, shipped, opts, played); err != nil {
		return nil, err
	}
	if err := st.compare(ctx, scenario, whatIfs, opts, played); err != nil {
		return nil, err
	}
	return st, st.weigh(ctx, scenario, opts, played)
}

// around are the tiles of those that a clause is offered to on the shores of the Pacific and of the east of the Indian Ocean.
func around(w *sim.World) []tile {
	return laidOut(w, slices.DeleteFunc(tilesOf(w), func(t tile) bool {
		east := w.Scenario.States[t.ID].Longitude
		return !t.Role.Invited() || east > -60 && east < 60
	}))
}
