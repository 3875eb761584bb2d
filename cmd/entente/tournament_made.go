package main

import (
	"crypto/sha256"
	"fmt"
	"io"

	"entente/cmd/entente/shelf"
	"entente/scenarios"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// tournamentFile has every fit, in the form of the shipped one.
const tournamentFile = "tournament.csv"

// fits is the ledger of a tournament, which stays in the folder so that parts can be joined.
var fits = shelf.Kept{Name: "trials.csv", About: "one row per trial of a fit: how surprised it was by each scenario that it was " +
	"played on; then the constants and scores of the fit",
	Columns: "fit,value"}

// recalled remembers the fits of the tournament that is kept, and notes in the ledger of this folder.
type recalled struct {
	lab.Ledger // nil if there is no folder
	known      map[string]string
}

func (r recalled) Recall(key string) (string, bool) {
	if v, ok := r.known[key]; ok || r.Ledger == nil {
		return v, ok
	}
	return r.Ledger.Recall(key)
}

func (r recalled) Note(key, value string) {
	if r.Ledger != nil {
		r.Ledger.Note(key, value)
	}
}

// made is what is known of the fits before any is made: those of the tournament that is kept, and of this folder, which takes over
// those of other shares.
func (f *tournamentFlags) made(q *asked, kept *history.ShippedFits) (made recalled, err error) {
	if kept != nil {
		if made.known, err = kept.Known(); err != nil {
			return made, failure{exitRun, fmt.Errorf("the shipped tournament is of another version: %w; make it again by `%s`", err,
				kept.Made)}
		}
	}
	if q.shelf != nil {
		made.Ledger = q.shelf.Ledger()
	}
	return made, q.join(f.join)
}

// kept is the shipped tournament, if it is the one to be told: it then says what was asked. Otherwise it is nil.
func (f *tournamentFlags) kept() (*history.ShippedFits, error) {
	if !f.shipped {
		return nil, nil
	}
	kept, err := shippedFits()
	if err != nil {
		return nil, err
	}
	f.runs, f.seed, f.trials, f.episodes = kept.Runs, kept.Seed, kept.Trials, kept.Episodes
	return kept, nil
}

// shippedFits reads the shipped tournament.
func shippedFits() (*history.ShippedFits, error) {
	kept, err := history.ReadShippedFits(scenarios.Tournament)
	if err != nil {
		return nil, failure{exitCrash, fmt.Errorf("the shipped tournament: %w", err)}
	}
	return kept, nil
}

// readAs is a fingerprint of the scenarios that a tournament is fitted to, with all constants but those that are
// fitted: some of them are shipped as the tournament finds them.
func readAs(worlds []world) string {
	h := sha256.New()
	for _, w := range worlds {
		s := w.Scenario
		s.Parameters = history.Unfitted(s.Parameters)
		io.WriteString(h, scenarios.TOML(s))
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:8])
}
