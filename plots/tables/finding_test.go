package tables

import (
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

func TestTheFindingSaysWhatHappened(t *testing.T) {
	change := func(do func(*lab.Summary)) *Page {
		s := summary(plain)
		do(s)
		return Run(s)
	}
	ablated := func(do func(*lab.Ablation)) *Page {
		a := ablation(plain)
		do(a)
		return Ablation(a)
	}
	asked := func(do func(*lab.Why)) *Page {
		w := sampledWhy(plain)
		do(w)
		return Why(w)
	}
	compared := func(do func(*lab.Comparison)) *Page {
		c := comparison(plain)
		do(c)
		return Comparison(c)
	}
	shelved := func(do func(*lab.Library)) *Page {
		l := library(plain)
		do(l)
		return Library(l)
	}
	for _, c := range []struct {
		why  string
		page *Page
		want string
	}{
		{"in some runs", change(func(*lab.Summary) {}), "does so around 2034 and binds 4.5 states (3 to 6 in nine runs of ten) at the end."},
		{"in force for a time only", change(func(s *lab.Summary) { s.InForce[2] = share(0) }), "It comes into force in some runs, around 2034, but never lasts."},
		{"signed, never in force", change(func(s *lab.Summary) { s.FirstInForce, s.InForce[2] = nil, share(0) }),
			"It never comes into force, though two or more states sign it in 50.0 % of the runs."},
		{"never signed", change(func(s *lab.Summary) { s.FirstInForce, s.InForce[2], s.EverSigned = nil, share(0), share(0) }),
			"It never comes into force, and never do two states sign it."},
		{"in four of ten thousand", change(func(s *lab.Summary) { s.InForce[2] = stats.ShareOf(4, 10000) }), "in <0.1 % of the runs"},
		{"no trade is lost", change(func(s *lab.Summary) { s.States[0].TradeLost, s.States[1].TradeLost = stats.Spread{}, stats.Spread{} }), "None."},

		{"changed by who asked", ablated(func(a *lab.Ablation) { a.Overrides = []string{"theory = power-balance"} }), "As asked, it is in force in 37.2 %"},
		{"left alone", ablated(func(*lab.Ablation) {}), "As the scenario stands, it is in force in 37.2 %"},
		{"changed by who asked why", asked(func(w *lab.Why) { w.Overrides = []string{"a = 1"} }), "From the chance as asked to that without all of them"},
		{"nothing was removed", ablated(func(a *lab.Ablation) { a.Removals = nil }), "No mechanism had been removed before the end."},
		{"no mechanism decides", ablated(func(a *lab.Ablation) { a.Removals = a.Removals[6:7] }),
			"No single mechanism decides: taking out any one of them changes the chance that the Pacific Pact is in force at the end of 2035Q4 by no more than luck would."},
		{"what it rests on", ablated(func(a *lab.Ablation) { a.Removals = a.Removals[:1] }),
			"Taking out threat shocks matters most: it lowers the chance that the Pacific Pact is in force at the end of 2035Q4 from 37.2 % to 18.2 %."},
		{"a removal with fewer runs", ablated(func(a *lab.Ablation) { a.Removals[0].Pairs = 40 }), "threat shocks (40 runs)"},

		{"no gap", asked(func(w *lab.Why) { w.Gap, w.Removed = stats.Matched(20, 20, runs), w.AsIs }), "by no more than luck would: from 37.2 % to 37.2 %."},
		{"nothing to remove", asked(func(w *lab.Why) { w.Mechanisms = w.Mechanisms[8:9] }), "There is nothing to remove: the scenario has none of these mechanisms."},
		{"a gap of luck's own", asked(func(w *lab.Why) { w.Mechanisms = w.Mechanisms[6:7] }), "no mechanism carries more of that than luck would."},
		{"not one run", asked(func(w *lab.Why) { w.Runs = 0 }), "Nothing can be told"},
		{"what carries a clause", asked(func(w *lab.Why) { w.Gap, w.Removed = stats.Matched(300, 0, runs), share(72) }),
			"lowers the chance that the Pacific Pact is in force at the end of 2035Q4 from 37.2 % to 7.2 %, and the largest part of that is governments' stances: -32.5 points."},
		{"precision is told", asked(func(*lab.Why) {}), "1.0 points were wanted, which would take about 8,900 runs."},
		{"none was wanted", asked(func(w *lab.Why) { w.Wanted, w.Enough = 0, 0 }), "Precision: each value is known to within 3.1 points."},

		{"nothing to compare with", compared(func(c *lab.Comparison) { c.Worlds, c.Runs = nil, 0 }), "Nothing can be compared: no run of the first world came to an end."},
		{"the first world alone", compared(func(c *lab.Comparison) { c.Worlds = c.Worlds[:1] }), "No other world had been played before the end."},
		{"the same but for luck", compared(func(c *lab.Comparison) {
			c.Worlds = c.Worlds[:2]
			c.Worlds[1].Change.InForce = stats.Matched(3, 4, runs)
		}),
			"The Pacific Pact is in force at the end in 37.2 % of the runs of A (pacific); it is as likely, as far as luck lets one tell, in B (blockade, 81.2 %)."},
		{"a world with fewer runs", compared(func(c *lab.Comparison) { c.Worlds[1].Runs = 999 }), "B (999 runs)"},
		{"a world's own what-if", compared(func(c *lab.Comparison) { c.Worlds[1].Overrides = []string{"a.b = 1"} }), "What if: a.b = 1"},

		{"a what-if with fewer runs", shelved(func(l *lab.Library) { l.Shelves[0].Comparison.Worlds[1].Runs = 990 }), "it is in force in 81.2 % of 990 runs"},
		{"every expectation held", shelved(func(l *lab.Library) { l.Shelves[0].CameOut[2] = lab.Held }), "What its author expected came out in each of 2 what-ifs."},
		{"too few runs for one", shelved(func(l *lab.Library) { l.Shelves[0].CameOut[2] = lab.TooFewRuns }),
			"What its author expected came out in 1 of 2 what-ifs, and was missed in 0; of 1 there are too few runs to tell."},
		{"too few runs for any", shelved(func(l *lab.Library) { l.Shelves[0].CameOut = []lab.CameOut{"", lab.TooFewRuns, lab.TooFewRuns} }),
			"Whether what its author expected comes out cannot be told of any of 2 what-ifs: there are too few runs."},
		{"no what-if played", shelved(func(l *lab.Library) { l.Shelves = nil }), "No what-if had been played before the end."},
	} {
		if got := asText(t, c.page, 1000); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q is not in\n%s", c.why, c.want, got)
		}
	}
}

// What is set in every world is told once, at the top.
func TestWhatIsSetInAllWorldsIsToldOnce(t *testing.T) {
	c := comparison(plain)
	c.Overrides = []string{"threat.chronic = 0.6"}
	for k := range c.Worlds {
		c.Worlds[k].Overrides = c.Overrides
	}
	if n := strings.Count(asText(t, Comparison(c), 80), "threat.chronic"); n != 1 {
		t.Errorf("it is told %d times", n)
	}
}

func TestWhyAMissIsAMiss(t *testing.T) {
	for _, c := range []struct {
		came   lab.CameOut
		change stats.Difference
		want   string
	}{
		{lab.Held, stats.Difference{Mean: 0.1, Low: 0.05, High: 0.15}, "held"},
		{lab.Missed, stats.Difference{Mean: 0.1, Low: 0.05, High: 0.15}, "missed: higher"},
		{lab.Missed, stats.Difference{Mean: -0.1, Low: -0.15, High: -0.05}, "missed: lower"},
		{lab.Missed, stats.Difference{Mean: 0.1, Low: -0.05, High: 0.25}, "missed: no more than luck"},
		{lab.TooFewRuns, stats.Difference{Mean: 0.1, Low: -0.05, High: 0.25}, "too few runs to tell"},
	} {
		w := lab.WhatIf{ComparedWorld: &lab.ComparedWorld{Change: &lab.Change{InForce: c.change}}, CameOut: c.came}
		if got := whatCame(w); got != c.want {
			t.Errorf("a change of %+v is told as %q, want %q", c.change, got, c.want)
		}
	}
}

func TestTheArticleOfAClause(t *testing.T) {
	for _, c := range [][2]string{
		{"Pacific Pact", "the Pacific Pact"}, {"The Hague Pact", "the Hague Pact"}, {"the Pact", "the Pact"}, {"A pact of four", "a pact of four"},
		{"Theatre Pact", "the Theatre Pact"}, {"ANZUS", "the ANZUS"},
	} {
		if got := the(c[0]); got != c[1] {
			t.Errorf("%q is told as %q, want %q", c[0], got, c[1])
		}
	}
}

func TestAnchorsAreThoseOfGitHub(t *testing.T) {
	for _, c := range [][2]string{{"On pacific-2025", "on-pacific-2025"}, {"my pact.toml", "my-pacttoml"}, {"Éire & co", "éire--co"}} {
		if got := anchor(c[0]); got != c[1] {
			t.Errorf("%q is reached by %q, want %q", c[0], got, c[1])
		}
	}
}
