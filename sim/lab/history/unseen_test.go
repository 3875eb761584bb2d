package history

import (
	"slices"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// Played with the constants that had not seen it, and with the luck of the tournament, an episode has the score that the tournament
// wrote down; with the shipped ones it has another.
func TestHeldOutIsPlayedAsTheTournamentDid(t *testing.T) {
	kept, err := ReadShippedFits(scenarios.Tournament)
	if err != nil {
		t.Fatal(err)
	}
	var asked []Episode
	worlds := map[string]sim.Scenario{}
	for _, ep := range decided(t) {
		if ep.ID == "mediterranean-1948" || ep.ID == "edc-1952" {
			asked, worlds[ep.Scenario] = append(asked, ep), shipped(t, ep.Scenario)
		}
	}
	opts := lab.Options{Runs: scoring * kept.Runs, Seed: seedOf(kept.Seed, 0)}
	before := AskHindcast(t.Context(), asked, worlds, opts)
	outside, err := kept.HoldOut(asked, worlds, "coded")
	if err != nil || len(outside) != len(asked) {
		t.Fatalf("%v, %v", outside, err)
	}
	for k, v := range AskHindcast(t.Context(), asked, worlds, opts).Verdicts {
		f, _ := kept.Unseen(sim.DefaultTheory, "coded", v.ID)
		if got, want := v.Scores[0].Brier, f.Scores[v.ID]; got != want || got == before.Verdicts[k].Scores[0].Brier {
			t.Errorf("%s scores %v, in the tournament %v, with the shipped constants %v", v.ID, got, want, before.Verdicts[k].Scores[0].Brier)
		}
		if outside[k].Unmoved != f.Unmoved() {
			t.Errorf("that the constants of %s learnt nothing is told as %v", v.ID, outside[k].Unmoved)
		}
		if !slices.Contains(outside[k].HeldOut, v.ID) || outside[k].Scenario != v.Scenario {
			t.Errorf("%s was played by %+v", v.ID, outside[k])
		}
	}
	asked[0].ID, asked[1].ID = "never", "nowhere"
	if _, err := kept.HoldOut(asked, worlds, "coded"); err == nil || !strings.HasSuffix(err.Error(), "never, nowhere") {
		t.Errorf("of episodes without a fit it is said: %v", err)
	}
}
