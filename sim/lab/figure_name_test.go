package lab

import (
	"testing"

	"entente/sim"
)

// A figure is called by what it is and whose. A stance is that of the government of today: the next is drawn about the centre.
func TestFiguresHaveNames(t *testing.T) {
	s := &sim.Scenario{States: map[string]sim.State{"JPN": {Name: "Japan"}}}
	for path, want := range map[string]string{
		"states.JPN.stance":              "present stance (Japan)",
		"states.JPN.military_spending":   "military spending (Japan)",
		"levers.JPN.stance":              "shift of stance (Japan)",
		"levers.all.trade":               "trade with the rival (all)",
		"parameters.decision.reluctance": "reluctance (constant of decision)",
		"relations.JPN-KOR.friction":     "relations.JPN-KOR.friction",
		"clauses.pact.stance.JPN":        "clauses.pact.stance.JPN",
	} {
		if got := FigureName(s, path); got != want {
			t.Errorf("%s is called %q, want %q", path, got, want)
		}
	}
}
