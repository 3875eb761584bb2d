package tables

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// standings are made up: two entrants, one of which is not held to all episodes yet.
func standings(worse stats.Interval) *history.Standings {
	return &history.Standings{
		Head: lab.Head{Question: "tournament", Scenario: "europe-1947", Title: "Europe", Seed: 1, Asked: 30, Runs: 30,
			Played: 900, ToPlay: 900},
		Trials: 10, Fits: make([]history.Fit, 3), ToFit: 4,
		Episodes: []history.StandingEpisode{{ID: "V1", Scenario: "europe-1947", Fold: "europe-1947"},
			{ID: "V2", Scenario: "europe-1947", Fold: "europe-1947"}},
		Rows: []history.EntrantScore{
			{Entrant: history.Entrant{Name: "base", Title: "The common base", Kind: history.OnCommonBase, Weights: []string{"a", "b"}},
				Inputs: "coded", Fits: 2, Scored: 2,
				Held: []float64{0.1, 0.3}, Brier: stats.Interval{Mean: 0.2, Low: 0.1, High: 0.3}, Worse: worse},
			{Entrant: history.Entrant{Name: "article", Title: "The article's rule", Kind: history.WholeRule, Weights: make([]string, 6)},
				Inputs: "measured", Fits: 1, Scored: 1},
		},
		Rules: []history.SimpleStanding{simpleRule("own and leading stance", "measured", 0.18, 0.2), simpleRule("stance alone", "measured", 0.2, 0.22),
			simpleRule("coin", "measured", 0.25, 0.25), simpleRule("own and leading stance", "coded", 0.18, 0.2),
			simpleRule("stance alone", "coded", 0.2, 0.22), simpleRule("coin", "coded", 0.25, 0.25)},
	}
}

func simpleRule(rule, inputs string, scores ...float64) history.SimpleStanding {
	return history.SimpleStanding{Rule: rule, Inputs: inputs, Scores: scores, Brier: stats.Bootstrap(scores, nil, 0, 1, 1)}
}

// The finding says first what the rule of today is worth beside the best simple rule, and beside stance alone, then which row is best, and
// no more than the episodes can tell.
func TestTournamentTellsNoMoreThanEpisodesCan(t *testing.T) {
	s := standings(stats.Interval{})
	found := strings.Join(Tournament(s).Finding, " ")
	for _, want := range []string{"Tried: 2 rules, on coded and measured inputs; each fit searched 10 trials of 30 " +
		"runs of each scenario.", "The common base (coded inputs, 2 constants) has been held to all episodes, with", "none is the best",
		"not complete: 3 of 4 fits are made"} {
		if !strings.Contains(found, want) {
			t.Errorf("it says %q, want %q", found, want)
		}
	}
	if first := "The article's rule on measured inputs (6 constants) has been held to 1 of 2 episodes"; !strings.HasPrefix(found, first) {
		t.Errorf("it begins with %q, want %q", found, first)
	}
	shown := asText(t, Tournament(s), 80)
	for _, want := range []string{"V1 and V2 share a world", "No leading power can be left out", "Held out by episode"} {
		if !strings.Contains(strings.Join(strings.Fields(shown), " "), want) {
			t.Errorf("it does not say %q:\n%s", want, shown)
		}
	}
}

// A rule is set beside the best simple rule on its inputs and beside stance alone, and the best of several beside those from which so
// many episodes do not tell it.
func TestTheBestOfSeveral(t *testing.T) {
	some := func(v float64) []float64 { // eight episodes that differ a little
		return []float64{v - 0.04, v + 0.03, v - 0.02, v + 0.01, v, v + 0.04, v - 0.03, v + 0.01}
	}
	s := standings(stats.Interval{})
	s.Episodes = make([]history.StandingEpisode, 8)
	for k := range s.Episodes {
		s.Episodes[k].Fold = strconv.Itoa(k)
	}
	s.Rules = []history.SimpleStanding{simpleRule("own and leading stance", "coded", 0, 0.5, 0, 0, 0.6, 0, 0.4, 0.1),
		simpleRule("stance alone", "coded", some(0.4)...), simpleRule("coin", "coded", some(0.25)...)}
	row := func(name string, held []float64) history.EntrantScore {
		return history.EntrantScore{Entrant: history.Entrant{Name: name, Title: "Rule " + name, Weights: []string{"a"}}, Inputs: "coded", Fits: 1,
			Scored: 8, Held: held, Brier: stats.Bootstrap(held, nil, 0, 1, 1)}
	}
	near := some(0.13)
	near[0], near[1] = 0.03, 0.16 // better than the best on one episode
	s.Rows = []history.EntrantScore{row("article", some(0.13)), row("x", some(0.12)), row("y", near), row("z", some(0.3))}
	s.Rows[0].Name, s.Rows[0].Fits, s.Rows[0].Unmoved = "article", 9, 3
	if text := asText(t, Tournament(s), 1000); !regexp.MustCompile(`Rule article .* 3 of 9\n`).MatchString(text) {
		t.Errorf("its row does not tell how many of its fits learnt nothing:\n%s", text)
	}
	found := strings.Join(Tournament(s).Finding, " ")
	for _, want := range []string{
		"Rule article on coded inputs (1 constant) has a Brier score of 0.13 on 8 episodes that it was not fitted to: beside the best simple " +
			"rule, own and leading stance (0.20), it is better by 0.07 (",
		"), no more than the choice of episodes may do; beside stance alone (0.40), it is better by 0.27 (",
		"), beyond what the choice of episodes would do. 3 of its 9 fits learnt nothing: their search found no better",
		"Rule x (coded inputs, 1 constant) has the best score on what it has not seen, with a Brier score of 0.12 (",
		"So few episodes do not tell these from it: Rule y (coded, 0.12).",
	} {
		if !strings.Contains(found, want) {
			t.Errorf("it does not say %q: %s", want, found)
		}
	}
}

// One rule is not the best of one, whatever it is fed.
func TestNoRuleIsTheBestOfOne(t *testing.T) {
	s := standings(stats.Interval{})
	s.Rows[1] = s.Rows[0]
	s.Rows[1].Inputs = "measured"
	found := strings.Join(Tournament(s).Finding, " ")
	for _, word := range []string{"has the best score", "The best of"} {
		if strings.Contains(found, word) {
			t.Errorf("of one rule it says %q: %s", word, found)
		}
	}
	for _, want := range []string{"Tried: 1 rule, on coded and measured inputs, in 2 rows in all; each fit searched 10 trials of 30 runs",
		"(coded inputs, 2 constants) has been held to all", "(measured inputs, 2 constants) has been held to all"} {
		if !strings.Contains(found, want) {
			t.Errorf("it does not say %q: %s", want, found)
		}
	}
}

// Leading powers are told by their names.
func TestLeadingPowersBearNames(t *testing.T) {
	s := standings(stats.Interval{})
	s.Leaders, s.Names = []string{"USA", "TUR"}, map[string]string{"USA": "United States", "TUR": "Turkey"}
	shown := strings.Join(strings.Fields(asText(t, Tournament(s), 0)), " ")
	if want := "all episodes of one at once (Turkey and the United States)."; !strings.Contains(shown, want) {
		t.Errorf("it does not say %q: %s", want, shown)
	}
}

// The table of README leaves out the rule without single pieces and with single terms, and keeps it without a driver.
func TestTheTableOfReadmeLeavesSingleTermsOut(t *testing.T) {
	s := standings(stats.Interval{})
	for kind, title := range map[string]string{history.WithoutTerm: "without friction", history.WithTerm: "with interest",
		history.WithoutDriver: "without the trade driver"} {
		row := s.Rows[0]
		row.Name, row.Title, row.Kind = title, title, kind
		s.Rows = append(s.Rows, row)
		short, whole := asMarkdown(t, TournamentInShort(s)), asMarkdown(t, Tournament(s))
		if strings.Contains(short, "| "+title+" |") != (kind == history.WithoutDriver) || !strings.Contains(whole, "| "+title+" |") {
			t.Errorf("of %s the short table is\n%s\nand the whole one\n%s", title, short, whole)
		}
	}
}

// What is not made is not shown as if it were: a row without fits is named and has no line, one with some tells how
// many episodes it is held to; files that changed since are told with the command.
func TestTournamentOwnsUpToWhatItLacks(t *testing.T) {
	s := standings(stats.Interval{})
	s.Rows = append(s.Rows, history.EntrantScore{Entrant: history.Entrant{Name: "landscape", Title: "Landscape", Kind: history.TheoryAlone},
		Inputs: "measured"})
	s.Made, s.Stale = "entente tournament --trials 9", true
	for _, shown := range []string{asMarkdown(t, TournamentInShort(s)), asMarkdown(t, Tournament(s))} {
		for _, want := range []string{"Not fitted yet, and without a row: Landscape (measured).", "1 of 2",
			"fitted to other files than stand here now", "entente tournament --trials 9"} {
			if !strings.Contains(shown, want) {
				t.Errorf("it does not say %q:\n%s", want, shown)
			}
		}
		if strings.Contains(shown, "| Landscape |") {
			t.Errorf("a row without fits is shown:\n%s", shown)
		}
	}
}

// A part of a rule is named with what it is a part of, where it begins a sentence; who does worse is said in words.
func TestARowIsNamedInFullInTheFinding(t *testing.T) {
	s := standings(stats.Interval{Mean: 0.04, Low: -0.1, High: 0.2})
	s.Rows[0].Title, s.Rows[0].Kind = "without trade", history.WithoutDriver
	s.Rows[1].Held, s.Rows[1].Brier = []float64{0.2, 0.4}, stats.Interval{Mean: 0.3, Low: 0.2, High: 0.4}
	s.Rows[1].Worse = stats.Interval{Mean: -0.08, Low: -0.29, High: 0.14}
	found := strings.Join(Tournament(s).Finding, " ")
	for _, want := range []string{"it is better by 0.01, and so few episodes cannot say",
		" The article's rule without trade (coded inputs"} {
		if !strings.Contains(found, want) {
			t.Errorf("it does not say %q: %s", want, found)
		}
	}
	s.Rows[0].Title, s.Rows[0].Kind = "with interest", history.WithTerm
	if found = strings.Join(Tournament(s).Finding, " "); !strings.Contains(found, " The article's rule with interest (coded inputs") {
		t.Errorf("a rule with a term more is not named in full: %s", found)
	}
}
