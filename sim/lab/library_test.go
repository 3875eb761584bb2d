package lab

import (
	"testing"

	"entente/sim/lab/stats"
)

// An expectation is held by the whole interval; where that neither holds nor rules it out, it is no miss.
func TestWhatCameOfAnExpectation(t *testing.T) {
	change := func(mean, low, high float64) stats.Difference {
		return stats.Difference{Mean: mean, Low: low, High: high}
	}
	up, down, around := change(0.06, 0.02, 0.1), change(-0.06, -0.1, -0.02), change(0.01, -0.01, 0.03)
	wide, edge := change(0.09, -0.02, 0.2), change(0.04, 0, 0.08)
	for _, c := range []struct {
		expects string
		change  stats.Difference
		want    CameOut
	}{
		{"higher", up, Held}, {"higher", down, Missed}, {"higher", around, SlightOnly}, {"higher", edge, TooFewRuns},
		{"higher", wide, TooFewRuns}, {"higher", change(-0.01, -0.06, 0.04), Missed},
		{"lower", up, Missed}, {"lower", down, Held}, {"lower", around, SlightOnly}, {"lower", wide, Missed},
		{"lower", change(-0.01, -0.06, 0.04), TooFewRuns},
		{"same", up, TooFewRuns}, {"same", change(0.08, 0.06, 0.1), Missed}, {"same", change(-0.08, -0.1, -0.06), Missed},
		{"same", around, Held}, {"same", edge, TooFewRuns}, {"same", wide, TooFewRuns},
		{"higher", change(0.02, 0.01, 0.03), SlightOnly}, {"lower", change(-0.02, -0.03, -0.01), SlightOnly}, // and to that side
		{"same", change(0, -0.06, 0.04), TooFewRuns}, {"same", change(0.02, 0.01, 0.03), Held},
	} {
		if got := cameOut(c.expects, c.change); got != c.want {
			t.Errorf("%s was expected, %+v came out: %q, want %q", c.expects, c.change, got, c.want)
		}
	}
}

// By hand: ten runs that leave a change open over sixty points take 10 × (60 / 5)² = 1,440 to leave it open over five, and what is told
// already takes none.
func TestHowManyRunsWouldTell(t *testing.T) {
	world := func(low, high float64) ComparedWorld {
		return ComparedWorld{Expects: "higher", Change: &Change{Pairs: 10, InForce: stats.Difference{Low: low, High: high}}}
	}
	l := &Library{Shelves: []Shelf{{Comparison: &Comparison{Worlds: []ComparedWorld{{}, world(-0.1, 0.9), world(-0.2, 0.4), world(-0.2, 0.3)}},
		CameOut: []CameOut{"", Held, TooFewRuns, TooFewRuns}}}}
	if got := l.RunsToTell(); got != 1500 {
		t.Errorf("%d runs would tell, want 1,440 to two digits, up", got)
	}
	if l.Shelves[0].CameOut = []CameOut{"", Held, Missed, SlightOnly}; l.RunsToTell() != 0 {
		t.Errorf("of what is told already it takes %d runs more", l.RunsToTell())
	}
}

// What luck alone would have hold or be slight is up to the constants where their band says otherwise; a band of no width says nothing.
func TestAnExpectationMayBeUpToTheConstants(t *testing.T) {
	for _, c := range []struct {
		expects   string
		low, high float64 // of luck
		constants stats.Band
		want      CameOut
	}{
		{"higher", 0.06, 0.1, stats.Band{Low: 0.01, High: 0.3}, Held},
		{"higher", 0.06, 0.1, stats.Band{Low: -0.01, High: 0.3}, UpToConstants},
		{"higher", 0.01, 0.04, stats.Band{Low: 0, High: 0.04}, SlightOnly},
		{"higher", 0.01, 0.04, stats.Band{Low: 0.01, High: 0.086}, UpToConstants},
		{"lower", 0.01, 0.06, stats.Band{Low: 0.018, High: 0.118}, Missed},
		{"lower", 0.023, 0.045, stats.Band{Low: 0.011, High: 0.069}, NotThatWay},
		{"lower", 0.023, 0.045, stats.Band{Low: -0.001, High: 0.069}, UpToConstants},
		{"higher", -0.045, -0.023, stats.Band{Low: -0.069, High: -0.011}, NotThatWay},
		{"higher", -0.045, -0.023, stats.Band{Low: -0.069, High: 0.001}, UpToConstants},
		{"same", 0.023, 0.045, stats.Band{Low: 0.011, High: 0.069}, UpToConstants},
		{"lower", -0.2, 0.1, stats.Band{Low: -0.3, High: -0.1}, TooFewRuns},
		{"same", 0.01, 0.04, stats.Band{}, Held},
	} {
		d := stats.Difference{Mean: (c.low + c.high) / 2, Low: c.low, High: c.high, Constants: &c.constants}
		if got := cameOut(c.expects, d); got != c.want {
			t.Errorf("%s was expected, luck leaves %v to %v and constants %+v: %q, want %q", c.expects, c.low, c.high, c.constants, got, c.want)
		}
	}
}

// What three runs in a hundred more make of a chance is slight, and what eight do is not; with more runs what held is never
// missed nor the other way about, and in the end there is a verdict.
func TestMoreRunsTurnNoVerdictRound(t *testing.T) {
	for expects, want := range map[string][2]CameOut{
		"higher": {SlightOnly, Held}, "lower": {SlightOnly, Missed}, "same": {Held, Missed},
	} {
		never := map[string][2]CameOut{"higher": {Missed, Missed}, "lower": {Held, Held}, "same": {Missed, Held}}[expects]
		for k, share := range []int{3, 8} {
			last := TooFewRuns
			for pairs := 100; pairs <= 25600; pairs *= 2 {
				got := cameOut(expects, stats.Matched(0, pairs*share/100, pairs))
				if got == never[k] {
					t.Errorf("%s was expected, and in %d of 100 of %d pairs it is higher: %q", expects, share, pairs, got)
				}
				last = got
			}
			if last != want[k] {
				t.Errorf("%s was expected, and in %d of 100 it is higher: in the end %q, want %q", expects, share, last, want[k])
			}
		}
	}
}

// A pair of runs or two tells nothing of any expectation; nothing at all is missed for want of runs.
func TestNothingIsMissedForWantOfRuns(t *testing.T) {
	for _, expects := range []string{"higher", "lower", "same"} {
		for pairs := range 6 {
			for _, d := range []stats.Difference{stats.Matched(0, 0, pairs), stats.Matched(0, pairs/2, pairs),
				stats.Matched(pairs/2, 0, pairs)} {
				if got := cameOut(expects, d); got != TooFewRuns {
					t.Errorf("%s was expected, %d pairs came out as %+v: %q", expects, pairs, d, got)
				}
			}
		}
	}
}

// A shelf holds its base and the worlds that are built on it, and tells of those that expect something whether it came out. The
// shelves of a library are played with the same luck, and each counts its own runs.
func TestAShelfHoldsItsBaseAndItsWhatIfs(t *testing.T) {
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
	if a, b := s.WhatIfs()[0], s.WhatIfs()[1]; a.CameOut != Held || b.CameOut == Held || a.Expectation != keen.Expectation {
		t.Errorf("with more will the chance changes by %+v (%s), with nothing changed by %+v (%s)",
			a.Change.InForce, a.CameOut, b.Change.InForce, b.CameOut)
	}
}
