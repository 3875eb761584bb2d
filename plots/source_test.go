package plots

import (
	"slices"
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/history"
)

// changedHead departs in every way from what a reader would expect.
func changedHead(question string) lab.Head {
	h := madeUpHead(question, "", 400, 1)
	h.Asked, h.ToPlay = 1000, 1000
	h.Base, h.Changes = "the-base", []string{"states.AAA.stance = 0.1", "clauses.pact.depth = 0.2"}
	h.AsOf, h.Overrides = "2026-03-01", []string{"states.BBB.stance = 1"}
	return h
}

// chartsOf are all charts of every kind of answer, each with that head.
func chartsOf(t *testing.T, head func(question string) lab.Head) map[string][]Named {
	run, ablation, why, compared, flip := pacificSummary(), usualAblation(), usualWhy(), usualComparison(), usualFlip()
	pivots, board, calibrated := madeUpPivots(12, 9, 2), madeUpBoard(4, 3, true), madeUpCalibrated(someKnobs, 20, 9)
	landscape, peace := madeUpLandscape(t, 5, 1, 1), madeUpPeace(5, 1, nil)
	hindcast, standings := madeUpHindcast(missedVerdict(), openVerdict()), madeUpStandings()
	for question, h := range map[string]*lab.Head{
		"run": &run.Head, "ablate": &ablation.Head, "why": &why.Head, "compare": &compared.Head, "flip": &flip.Head, "pivots": &pivots.Head,
		"theories": &board.Head, "hindcast": &hindcast.Head, "calibrate": &calibrated.Head, "landscape": &landscape.Head,
		"stable": &peace.Head, "tournament": &standings.Head,
	} {
		plays := *h
		*h = head(question)
		h.OfFile, h.Unit, h.Each = plays.OfFile, plays.Unit, plays.Each
	}
	calibrated.Scenario = history.Episodes[0].Scenario
	for k := range compared.Worlds {
		compared.Worlds[k].Head = head("compare")
	}
	return map[string][]Named{
		"run": OfRun(run), "ablate": OfAblation(ablation), "why": OfWhy(why), "compare": OfComparison(compared), "flip": OfFlip(flip),
		"pivots": OfPivots(pivots), "theories": OfTheories(&history.Theories{Boards: []history.Switchboard{*board}}),
		"hindcast": OfHindcast(hindcast), "calibrate": OfCalibrated(calibrated), "landscape": OfLandscape(landscape),
		"stable": OfPeace(peace), "tournament": OfTournament(standings),
		"library": OfLibrary(&lab.Library{Shelves: []lab.Shelf{{Comparison: compared}}}),
	}
}

// No chart forgets how what was played departs from what a reader would expect, for those who see it and for those who
// hear it.
func TestEveryChartSaysWhatItIsOf(t *testing.T) {
	for question, charts := range chartsOf(t, changedHead) {
		for _, n := range charts {
			for where, text := range map[string]string{"notes": n.Chart().Notes, "words for those who cannot see it": n.Chart().About} {
				wants := []string{"Entente 0.0.0", "built on the-base; changes states.AAA.stance = 0.1; clauses.pact.depth = 0.2",
					"as of 2026-03-01",
					"What if: states.BBB.stance = 1.", "400 of the 1,000", "seed 7"}
				switch {
				case question == "stable": // nothing is played
					wants = wants[:4]
				case n.Name == "hindcast-x3": // played on another scenario than the one with a base
					wants = slices.Delete(wants, 1, 2)
				}
				if strings.Contains(text, "  ") {
					t.Errorf("%s, %s: the %s have a hole: %q", question, n.Name, where, text)
				}
				for _, want := range wants {
					if !strings.Contains(text, want) {
						t.Errorf("%s, %s: the %s do not say %q: %s", question, n.Name, where, want, text)
					}
				}
			}
		}
	}
}

// The world that changes are changes of is the one that was asked for.
func TestAChangedScenarioIsNotTheScenarioAsItIs(t *testing.T) {
	a, w := usualAblation(), usualWhy()
	for _, overrides := range [][]string{nil, {"states.BBB.stance = 1"}} {
		a.Overrides, w.Overrides = overrides, overrides
		want := "as the scenario stands"
		if len(overrides) > 0 {
			want = "as asked"
		}
		if a, w := ablationRows(Figure{}, a, a.ByChange()).cols.names[0], newBalance(Figure{}, w, nil).columns().names[0]; a != want || w != want {
			t.Errorf("with %q changed the first rows are %q and %q, want %q", overrides, a, w, want)
		}
	}
}

func TestSourceNamesWhatDiffers(t *testing.T) {
	rival := madeUpHead("run", "", 1, 1)
	rival.Theory = "power-balance"
	rival.Overrides = []string{"theory = power-balance", "x = 1"}
	many := madeUpHead("run", "", 1000, 1)
	many.Base, many.Runs = "the-base", 998
	many.Failures = make([]lab.Failure, 2)
	for range 100 {
		many.Changes = append(many.Changes, "states.AAA.stance = "+strings.Repeat("1", 100))
	}
	short := madeUpHead("flip", lab.EachWorld, 200, 123)
	short.Played = 1900
	starts, nothing := madeUpHead("landscape", "", 64, 1), madeUpHead("stable", "", 0, 1)
	starts.OfFile, starts.Unit, nothing.OfFile, nothing.Unit = true, "start", true, ""
	for _, c := range []struct {
		h     lab.Head
		wants []string
	}{
		{madeUpHead("run", "", 1, 1), []string{"Source: Entente 0.0.0, scenario made-up, 1 run, seed 7."}},
		{rival, []string{"scenario made-up, theory power-balance, 1 run, seed 7. What if: x = 1."}},
		{many, []string{"…; 94 more), 998 runs (2 failed runs left out), seed 7."}},
		{short, []string{"200 runs of each world, with the same luck (cut short after 1,900 of 24,600 runs), seed 7."}},
		{starts, []string{"file made-up, 64 starts, seed 7"}},
		{nothing, []string{"file made-up."}},
	} {
		for _, want := range c.wants {
			if got := source(&c.h); !strings.Contains(got, want) {
				t.Errorf("the source does not say %q: %s", want, got)
			}
		}
	}
}

// What all worlds have in common is said once, and what is apart is said of its world.
func TestComparisonSourceTellsWorldsApart(t *testing.T) {
	c := madeUpComparison(pacific[:2], 0.4, [2]float64{1, 1})
	c.Worlds[0].Overrides = []string{"x = 1"}
	c.Worlds[1].Overrides = []string{"x = 1", "y = 2"}
	c.Worlds[1].Base, c.Worlds[1].Changes, c.Worlds[1].Theory = "made-up-0", []string{"z = 3"}, "power-balance"
	want := "Source: Entente 0.0.0, worlds A made-up-0, B made-up-1 (built on made-up-0; changes z = 3) by theory power-balance, " +
		"500 runs of each world, with the same luck, seed 7. What if: x = 1. What if in B: y = 2."
	if got := comparisonSource(c); got != want {
		t.Errorf("the source is\n%s\nwant\n%s", got, want)
	}
}
