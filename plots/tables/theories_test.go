package tables

import (
	"testing"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

func TestTheories(t *testing.T) {
	opts := lab.Options{Runs: 6, Seed: 1}
	past := history.AskTheories(t.Context(), []sim.Scenario{shipped(t, "europe-1947"), shipped(t, "asia-1950")}, opts)
	golden(t, "theories", Theories(past))
	golden(t, "theories-one", Theories(history.AskTheories(t.Context(), []sim.Scenario{shipped(t, "soft-clause", "states.JPN.stance=0.5")}, opts)))
}
