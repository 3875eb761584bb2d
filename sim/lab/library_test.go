package lab

import (
	"testing"

	"entente/sim/lab/stats"
)

// An expectation is held by the whole interval, or it is a miss.
func TestHeld(t *testing.T) {
	change := func(mean, low, high float64) stats.Difference {
		return stats.Difference{Mean: mean, Low: low, High: high}
	}
	up, down, around := change(0.04, 0.01, 0.07), change(-0.04, -0.07, -0.01), change(0.02, -0.01, 0.05)
	edge := change(0.04, 0, 0.08)
	for _, c := range []struct {
		expects string
		change  stats.Difference
		want    bool
	}{
		{"higher", up, true}, {"higher", down, false}, {"higher", around, false}, {"higher", edge, false},
		{"lower", up, false}, {"lower", down, true}, {"lower", around, false},
		{"same", up, false}, {"same", down, false}, {"same", around, true}, {"same", edge, true},
	} {
		if got := held(c.expects, c.change); got != c.want {
			t.Errorf("%s was expected, %+v came out: held %v, want %v", c.expects, c.change, got, c.want)
		}
	}
}

// A shelf holds its base and the worlds that are built on it, and tells of those that expect something whether it came out. The
// shelves of a library are played with the same luck, and each counts its own runs.
func TestShelf(t *testing.T) {
	base := ablated(t, "pacific-2025")
	keen, same := ablated(t, "pacific-2025", "parameters.decision.reluctance=-5"), base
	keen.Expects, keen.Expectation = "higher", "Who starts from more will is more willing."
	same.Expects, same.Expectation = "lower", "Nothing was changed; this is wrong."
	worlds := worldsOf(base, keen, base, same)
	opts := Options{Runs: 40, Seed: 1}
	l := AskLibrary(t.Context(), [][]Named{worlds, {{"other", keen}, {"more", same}}}, opts)
	if len(l.Shelves) != 2 || l.Played != 240 || l.Runs != 40 {
		t.Fatalf("two shelves of four worlds and two are %d, with %d runs played", len(l.Shelves), l.Played)
	}
	if a, b := text(t, l.Shelves[0].Comparison), text(t, Compare(t.Context(), worlds, opts)); a != b {
		t.Errorf("the shelf compares\n%s\nits worlds alone\n%s", a, b)
	}
	second := []Named{{"other", keen}, {"more", same}}
	if a, b := text(t, l.Shelves[1].Comparison), text(t, Compare(t.Context(), second, opts)); a != b {
		t.Errorf("the second shelf compares\n%s\nits worlds alone\n%s", a, b)
	}
	s := l.Shelves[0]
	if base, ifs := s.Base(), s.WhatIfs(); base.Name != "A" || len(ifs) != 2 || ifs[0].Name != "B" || ifs[1].Name != "D" {
		t.Fatalf("the shelf of %s holds %+v", base.Name, ifs)
	}
	if a, b := s.WhatIfs()[0], s.WhatIfs()[1]; !a.Held || b.Held || a.Expectation != keen.Expectation {
		t.Errorf("with more will the chance changes by %+v (held: %v), with nothing changed by %+v (held: %v)",
			a.Change.InForce, a.Held, b.Change.InForce, b.Held)
	}
}
