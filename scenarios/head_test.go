package scenarios

import (
	"slices"
	"strings"
	"testing"
)

// Who scores a model on history must know where the figures come from and what the file does not tell: each shipped scenario
// with a truth says both.
func TestEpisodesSayTheirSourcesAndWhatTheyLeaveOut(t *testing.T) {
	found := 0
	for _, name := range Names() {
		l := load(t, name)
		if len(l.Scenario.Truth) == 0 {
			continue
		}
		found++
		if names, _ := l.Sources(); len(names) < 6 || !slices.Contains(names, "COW NMC") || !slices.Contains(names, "V-Dem") {
			t.Errorf("%s names as its sources %q", name, names)
		}
		if text := l.LeftOut(); len(text) < 80 || !strings.HasSuffix(text, ".") {
			t.Errorf("%s says that it leaves out %q", name, text)
		}
	}
	if found < 13 {
		t.Errorf("there are %d episodes, want 13", found)
	}
}

// A scenario on another's states has that one's sources unless it names its own; a --set has none.
func TestSourcesOfTheBase(t *testing.T) {
	base, own := load(t, "europe-1947").Sources()
	if !own {
		t.Error("the sources of europe-1947 are not its own")
	}
	names, own := load(t, "edc-1952", "states.FRA.spread=0.5").Sources()
	if own || !slices.Equal(names, base) {
		t.Errorf("the sources of edc-1952 are %q, its own: %v; want %q of its base", names, own, base)
	}
}
