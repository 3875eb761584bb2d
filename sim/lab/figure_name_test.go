package lab

import (
	"strings"
	"testing"

	"entente/sim"
)

// A figure is called by what it is and whose. A stance is that of the government of today: the next is drawn about the centre.
func TestFiguresHaveNames(t *testing.T) {
	s := &sim.Scenario{States: map[string]sim.State{"JPN": {Name: "Japan"}}}
	for path, want := range map[string]string{
		"states.JPN.stance":              "present stance (Japan)",
		"states.JPN.military_spending":   "military spending (Japan)",
		"levers.JPN.stance":              "governments' stance (Japan)",
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

// A search that moves a lever and a study that crosses it call it the same.
func TestALeverHasOneName(t *testing.T) {
	s := ablated(t, "pacific-2025")
	seen := 0
	for _, l := range levers(s, "") {
		if strings.HasPrefix(l.Path, "levers.") {
			seen++
			if got, want := FigureName(&s, l.Path), l.Name+" (all)"; got != want || l.Name == "" {
				t.Errorf("%s is called %q in a study and %q in a search", l.Path, got, l.Name)
			}
		}
	}
	if seen != 6 {
		t.Errorf("%d levers were looked at, want six", seen)
	}
}
