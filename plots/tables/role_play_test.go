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
	played := lab.PlayRoles(w, 0, w.Headline(), said, 3, opts)
	news := RolePlay(played, 3)
	golden(t, "play-turn", news)
	if text := asText(t, news, 80); strings.Contains(text, "rule") || strings.Contains(text, "nats") || strings.Count(text, "\nTurn ") != 1 {
		t.Errorf("the news of a turn give away what the rule makes of it:\n%s", text)
	}
	golden(t, "play-debrief", RolePlay(played, 0))
	whole := RolePlay(lab.PlayRoles(w, 0, w.Headline(), nil, lab.MostTurns, opts), 0)
	golden(t, "play", whole)
	if text := asText(t, whole, 80); strings.Count(text, "\nTurn ") != lab.MostTurns || strings.Contains(text, "surprise") {
		t.Errorf("a history by the rule is told as\n%s", text)
	}
}
