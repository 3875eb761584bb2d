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
		return history.EntrantScore{Entrant: history.Entrant{Name: title, Title: title, Weights: make([]string, weights)},
			Inputs: inputs, Held: []float64{brier},
			Brier: stats.Interval{Mean: brier, Low: 0, High: 1}}
	}
	none := row("Not yet", "coded", 3, 0.1)
	none.Held = nil
	return &history.Standings{Head: madeUpHead("tournament", "of each scenario at each trial", 30, 1), Trials: 5,
		Fits: make([]history.Fit, 2), ToFit: 3,
		Episodes: []history.StandingEpisode{{ID: "V1", Scenario: "made-up"}},
		Rows:     []history.EntrantScore{row("First", "coded", 18, 0.2), row("Second", "measured", 4, 0.7), none},
		Rules: []history.SimpleStanding{{Rule: "coin", Inputs: "coded", Scores: []float64{0.25}, Brier: stats.Interval{Mean: 0.25}},
			{Rule: "stance alone", Inputs: "coded", Scores: []float64{0}},
			{Rule: "own and leading stance", Inputs: "coded", Scores: []float64{0}},
			{Rule: "own and leading stance", Inputs: "measured", Scores: []float64{0.3}, Brier: stats.Interval{Mean: 0.3}}},
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

// The title counts a rule once, however many kinds of input it was tried on, and claims no difference that the choice of episodes may make.
func TestStandingsFind(t *testing.T) {
	s := madeUpStandings()
	s.Rows = append(s.Rows, s.Rows[0])
	s.Rows[3].Inputs = "measured"
	s.Rules = s.Rules[:1]
	want := "On what it had not seen the best of 3 rules, with 18 constants, comes to 0.20, the best simple rule to 0.25"
	if got := standingsFound(s); got != want+"; so few episodes do not tell them apart" {
		t.Errorf("of one theatre it finds %q", got)
	}
	s.Episodes = nil
	s.Rows, s.Rules[0].Scores = s.Rows[:3], nil
	for k := range 8 {
		s.Episodes = append(s.Episodes, history.StandingEpisode{ID: "V", Fold: string(rune('a' + k))})
		s.Rules[0].Scores = append(s.Rules[0].Scores, 0.25)
	}
	s.Rows[0].Held = []float64{0.2, 0.2, 0.19, 0.21, 0.2, 0.2, 0.2, 0.2}
	if got := standingsFound(s); got != want {
		t.Errorf("of eight theatres that all say so it finds %q", got)
	}
	s.Rows[0].Held = []float64{0.2, 0.9, 0.19, 0.0, 0.2, 0.0, 0.1, 0.01}
	if got := standingsFound(s); got != want+"; so few episodes do not tell them apart" {
		t.Errorf("of eight that differ it finds %q", got)
	}
}
