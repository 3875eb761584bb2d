package plots

import (
	"bytes"
	"strings"
	"testing"

	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// madeUpStandings are of two entrants that are held to all episodes and one that is not.
func madeUpStandings() *history.Standings {
	row := func(title, inputs string, weights int, brier float64) history.EntrantScore {
		return history.EntrantScore{Entrant: history.Entrant{Title: title, Weights: make([]string, weights)},
			Inputs: inputs, Held: []float64{brier},
			Brier: stats.Interval{Mean: brier, Low: 0, High: 1}}
	}
	none := row("Not yet", "coded", 3, 0.1)
	none.Held = nil
	return &history.Standings{Head: madeUpHead("tournament", "of each scenario at each trial", 30, 1), Trials: 5,
		Fits: make([]history.Fit, 2), ToFit: 3,
		Episodes: []history.StandingEpisode{{ID: "V1", Scenario: "made-up"}},
		Rows:     []history.EntrantScore{row("First", "coded", 18, 0.2), row("Second", "measured", 4, 0.7), none},
		Rules: []history.SimpleStanding{{Rule: "coin", Inputs: "coded", Brier: stats.Interval{Mean: 0.25}},
			{Rule: "stance alone", Inputs: "coded"},
			{Rule: "own and leading stance", Inputs: "coded"},
			{Rule: "own and leading stance", Inputs: "measured", Brier: stats.Interval{Mean: 0.3}}},
	}
}

// Every entrant that is held to all episodes has its mark and is heard of; one that is not has neither, and nothing
// breaks the drawing.
func TestEveryStandingIsDrawn(t *testing.T) {
	s := madeUpStandings()
	for _, n := range OfTournament(s) {
		checkFigures(t, "tournament", n)
		drawn := svg(t, n.Chart())
		if about := n.Chart().About; !strings.Contains(about, "1: First, coded inputs, 18 constants, 0.20 (") ||
			strings.Contains(about, "Not yet") ||
			!strings.Contains(about, "Line: coin, coded inputs, 0.25.") {
			t.Errorf("a reader who cannot see it hears %q", about)
		}
		if bytes.Contains(drawing(drawn), []byte("NaN")) || !bytes.Equal(drawn, svg(t, n.Chart())) {
			t.Error("the drawing holds what is no number, or differs the second time")
		}
	}
}

// Fits that never left where the search began are counted below the chart; where there are none nothing is said of them.
func TestFitsThatNeverMovedAreCountedBelowTheChart(t *testing.T) {
	s := madeUpStandings()
	if notes := OfTournament(s)[0].Chart().Notes; strings.Contains(notes, "no fits to history") {
		t.Errorf("of fits that all moved it says %q", notes)
	}
	s.Rows[0].Fits, s.Rows[0].Unmoved, s.Rows[1].Fits, s.Rows[1].Unmoved = 1200, 30, 21, 18
	if notes := OfTournament(s)[0].Chart().Notes; !strings.Contains(notes, "48 of 1,221 fits learnt nothing: their search found no better") {
		t.Errorf("it says %q", notes)
	}
}

// A line says of which inputs it is where the rule looks at stances; the others have one line for both.
func TestLinesOfRulesOfStancesNameTheirInputs(t *testing.T) {
	for rule, want := range map[string]string{history.StanceAlone: ", measured", history.OwnAndLeadingStance: ", measured", "coin": ""} {
		if got := lineName(history.SimpleStanding{Rule: rule, Inputs: "measured"}); got != rule+want {
			t.Errorf("the line of %s is called %q", rule, got)
		}
	}
}
