package history

import (
	"context"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

// little is a tournament of five episodes with a few trials.
func little(t *testing.T, entrants ...string) *Tournament {
	t.Helper()
	found, unknown := FindEntrants(entrants)
	if len(unknown) > 0 {
		t.Fatalf("no entrants %s", unknown)
	}
	of := map[string]sim.Scenario{}
	var episodes []Episode
	for _, ep := range Episodes {
		if !ep.Open {
			episodes, of[ep.Scenario] = append(episodes, ep), shipped(t, ep.Scenario)
		}
	}
	return &Tournament{Episodes: episodes, Scenarios: map[string]map[string]sim.Scenario{"coded": of}, Inputs: []string{"coded"},
		Entrants: found, Trials: 3,
		Runs: 4, Seed: 2}
}

// A tournament is the same in one go, in two parts that share a ledger, and remembered; every entrant is scored on every episode.
func TestATournamentInParts(t *testing.T) {
	whole, err := little(t, "base", "power-disparity").Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(whole.Rows) != 2 || len(whole.Rows[0].Held) != 5 || len(whole.Rows[1].Seen) != 5 || len(whole.Leaders) != 0 ||
		len(whole.Fits) != whole.ToFit {
		t.Errorf("it came to %s", text(t, whole))
	}
	m := &memory{known: map[string]string{}}
	var last *Standings
	for part := range 2 {
		tour := little(t, "base", "power-disparity")
		tour.Share, tour.Ledger = lab.Shard{K: part + 1, Of: 2}, m
		if last, err = tour.Run(t.Context()); err != nil {
			t.Fatal(err)
		}
		if part == 0 && (len(last.Fits) != last.ToFit/2 || len(last.Rows[0].Held) != 0) {
			t.Errorf("one of two parts has made %d of %d fits, and held out %v", len(last.Fits), last.ToFit, last.Rows[0].Held)
		}
	}
	if a, b := text(t, whole), text(t, last); a != b {
		t.Errorf("in one go\n%s\nin parts\n%s", a, b)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cut := little(t, "base", "power-disparity")
	cut.Workers, cut.Fitted = 1, func(done, _ int) {
		if done == 3 {
			cancel()
		}
	}
	some, err := cut.Run(ctx)
	if err == nil || len(some.Fits) != 3 || !some.CutShort() || some.Rows[0].Scored == 0 || len(some.Rows[0].Held) == 5 &&
		some.Rows[1].Fits > 0 {
		t.Errorf("cancelled after three fits, it came to %s (%v)", text(t, some), err)
	}
}
