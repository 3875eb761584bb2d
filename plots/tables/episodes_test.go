package tables

import (
	"strings"
	"testing"

	"entente/sim/lab/history"
)

// One episode is told as one, and a file that explains no sources is not said to take them from a scenario without a name.
func TestOneEpisodeIsToldAsOne(t *testing.T) {
	for _, c := range []struct {
		came bool
		want string
	}{
		{true, "1 episode stands with what became of it, 3 claims in all; the pact that was asked about came into force."},
		{false, "1 episode stands with what became of it, 3 claims in all; the pact that was asked about never came into force."},
	} {
		page := Episodes(&history.Record{Episodes: []history.FiledEpisode{{Name: "mine", Claims: 3, Came: c.came}}})
		if page.Finding[0] != c.want {
			t.Errorf("it says %q, want %q", page.Finding[0], c.want)
		}
		if text := asText(t, page, 80); !strings.Contains(text, "Sources: what stands beside each figure.") {
			t.Errorf("of its sources it says\n%s", text)
		}
	}
}
