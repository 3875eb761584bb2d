package words

import (
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// An interval of luck is called one only where luck is told from constants, or where runs draw none.
func TestWhatIntervalsCover(t *testing.T) {
	enough := stats.Telling(200)
	for name, c := range map[string]struct {
		draws, runs  int
		beside       bool
		apart, whole string // how it begins where luck is told apart, and where it never is
	}{
		"one set of constants":            {0, enough, false, "They speak of luck only", "They speak of luck only"},
		"too few runs of each set":        {200, enough - 1, true, "They hold luck and the constants", "They hold luck and the constants"},
		"enough of them":                  {200, enough, false, "They speak of luck at given constants and", "They hold luck and the constants"},
		"enough, and a range beside them": {200, enough, true, "They speak of luck at given constants. Constants:", "They hold luck and the constants"},
	} {
		h := &lab.Head{Draws: c.draws, Runs: c.runs}
		if got := Covers(h, c.beside); !strings.HasPrefix(got, c.apart) {
			t.Errorf("%s: %s", name, got)
		}
		if got := CoverTogether(h); !strings.HasPrefix(got, c.whole) {
			t.Errorf("%s, never told apart: %s", name, got)
		}
	}
}

// Where runs draw codings, intervals that are not of luck alone say so.
func TestWhatIntervalsCoverOfCodings(t *testing.T) {
	h := &lab.Head{Runs: 200, Overrides: []string{"recode = 0.1"}}
	if got := Covers(h, true); !strings.HasPrefix(got, "They hold luck and the codings that runs draw") || !strings.Contains(got, "Coding: where the middle") {
		t.Error(got)
	}
	h.Draws = 200
	if got := CoverTogether(h); !strings.HasPrefix(got, "They hold luck and the constants and codings") {
		t.Error(got)
	}
	h.Runs = stats.Telling(200)
	if got := Covers(h, true); !strings.Contains(got, "Constants: where") || !strings.Contains(got, "Coding: where") {
		t.Error(got)
	}
}
