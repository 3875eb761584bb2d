package tables

import (
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

// A turn that a class has played, and a history that nobody has, are told as somebody has read them.
func TestRolePlaysAreToldAsAccepted(t *testing.T) {
	w := sim.NewWorld(shipped(t, "pacific-2025"))
	opts := lab.Options{Seed: 1}
	var said []lab.Said
	for turn := 1; turn <= 3; turn++ {
		for k, id := range []string{"AUS", "JPN", "PHL", "USA", "KOR"} {
			said = append(said, lab.Said{Turn: turn, State: w.State(id), Yes: k < 4})
		}
	}
	golden(t, "play-turn", RolePlay(lab.PlayRoles(w, 0, w.Headline(), said, 3, opts), 3))
	whole := RolePlay(lab.PlayRoles(w, 0, w.Headline(), nil, lab.MostTurns, opts), 0)
	golden(t, "play", whole)
	if text := asText(t, whole, 80); strings.Count(text, "\nTurn ") != lab.MostTurns || strings.Contains(text, "surprise") {
		t.Errorf("a history by the rule is told as\n%s", text)
	}
}
