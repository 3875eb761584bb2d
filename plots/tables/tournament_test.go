package tables

import (
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// standings are made up: two entrants, one of which is not held to all episodes yet.
func standings(worse stats.Interval) *history.Standings {
	return &history.Standings{
		Head:   lab.Head{Question: "tournament", Scenario: "europe-1947", Title: "Europe", Seed: 1, Asked: 30, Runs: 30, Played: 900, ToPlay: 900},
		Trials: 10, Fits: 3, ToFit: 4,
		Episodes: []history.StandingEpisode{{ID: "V1", Scenario: "europe-1947", Fold: "europe-1947"}, {ID: "V2", Scenario: "europe-1947", Fold: "europe-1947"}},
		Rows: []history.Standing{
			{Entrant: history.Entrant{Name: "base", Title: "The common base", Kind: history.Kinds[4], Weights: []string{"a", "b"}}, Inputs: "coded",
				Held: []float64{0.1, 0.3}, Brier: stats.Interval{Mean: 0.2, Low: 0.1, High: 0.3}, Worse: worse},
			{Entrant: history.Entrant{Name: "article", Title: "The article's rule", Kind: history.Kinds[0]}, Inputs: "measured"},
		},
		Rules: []history.SimpleStanding{{Rule: "coin", Inputs: "coded", Brier: stats.Interval{Mean: 0.25, Low: 0.25, High: 0.25}}},
	}
}

// The finding says what the best row is worth beside stance alone, and no more than the episodes can tell.
func TestTournamentTellsNoMoreThanEpisodesCan(t *testing.T) {
	for _, c := range []struct {
		worse stats.Interval
		says  string
	}{
		{stats.Interval{Mean: -0.1, Low: -0.2, High: -0.05}, "it does better than stance alone, beyond"},
		{stats.Interval{Mean: 0.1, Low: 0.05, High: 0.2}, "it does worse than stance alone, beyond"},
		{stats.Interval{Mean: -0.1, Low: -0.3, High: 0.1}, "no worse and no better"},
	} {
		page := Tournament(standings(c.worse))
		if found := strings.Join(page.Finding, " "); !strings.Contains(found, c.says) || !strings.Contains(found, "The common base (coded inputs, 2 weights) has the lowest Brier score of 1 row, 0.20 (95 % interval 0.10 to 0.30)") ||
			!strings.Contains(found, "3 fits of 4 are made") {
			t.Errorf("of %+v it says %q, want %q", c.worse, found, c.says)
		}
		shown := asText(t, page, 80)
		for _, want := range []string{"V1 and V2 share a world", "No patron can be left out", "2 rows were tried"} {
			if !strings.Contains(strings.Join(strings.Fields(shown), " "), want) {
				t.Errorf("it does not say %q:\n%s", want, shown)
			}
		}
	}
}
