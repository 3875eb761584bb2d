package main

import (
	"crypto/sha256"
	"fmt"
	"io"

	"github.com/spf13/cobra"

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

// joined remembers what other parts have noted, and notes for its own.
type joined struct {
	lab.Ledger // of this folder; nil if there is none
	known      map[string]string
}

func (j joined) Recall(key string) (string, bool) {
	if v, ok := j.known[key]; ok || j.Ledger == nil {
		return v, ok
	}
	return j.Ledger.Recall(key)
}

func (j joined) Note(key, value string) {
	if j.Ledger != nil {
		j.Ledger.Note(key, value)
	}
}

// made is what is known of the fits before any is made: those of the tournament that is kept, of other parts, and of this folder.
func (f *tournamentFlags) made(q *asked, kept *history.ShippedFits) (joined, error) {
	made := joined{known: map[string]string{}}
	if kept != nil {
		var err error
		if made.known, err = kept.Known(); err != nil {
			return made, failure{exitRun, fmt.Errorf("the shipped tournament is of another version: %w; make it again by `%s`", err,
				kept.Made)}
		}
	}
	for _, folder := range f.join {
		if err := shelf.Recorded(folder, shelf.Question{Identity: q.identity(), Ledger: fits}, made.known); err != nil {
			return made, usage("--join: %w", err)
		}
	}
	if q.shelf != nil {
		made.Ledger = q.shelf.Ledger()
	}
	return made, nil
}

// kept is the shipped tournament, if it is the one to be told: it then says what was asked. Otherwise it is nil.
func (f *tournamentFlags) kept(c *cobra.Command) (*history.ShippedFits, error) {
	if !f.shipped {
		return nil, nil
	}
	for _, name := range []string{"runs", "seed", "trials", "inputs", "episodes", "rules", "shard", "join", "set", "theory"} {
		if c.Flags().Changed(name) {
			return nil, usage("--shipped tells what was made, and leaves nothing to --%s", name)
		}
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
