package tables

import (
	"slices"
	"strings"
	"testing"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// Each episode is told with its yardsticks, and a miss beside the number that misses.
func TestHindcastTellsMissesWhereTheNumberStands(t *testing.T) {
	worlds := map[string]sim.Scenario{}
	for _, ep := range history.Episodes {
		worlds[ep.Scenario] = shipped(t, ep.Scenario)
	}
	h := history.AskHindcast(t.Context(), history.Episodes, worlds, lab.Options{Runs: history.LeastRuns, Seed: 1})
	golden(t, "hindcast", Hindcast(h))

	short := asMarkdown(t, HindcastInShort(h))
	lines := strings.Split(strings.TrimSpace(short), "\n")
	if len(lines) != 2+len(history.Episodes) {
		t.Errorf("the table of README has %d lines, want a head, a rule and a row for each episode:\n%s", len(lines), short)
	}
	if v10 := lines[len(lines)-1]; !strings.HasSuffix(v10, "| - | open |") {
		t.Errorf("what is still open is judged: %s", v10)
	}
}

// What is still open is told first of all with its chance.
func TestAnOpenEpisodeIsToldWithItsChance(t *testing.T) {
	h := &history.Hindcast{Verdicts: []history.Verdict{{ID: "O1", Title: "The future", Open: true, Claims: []history.Claim{
		{About: "the Pact is in force by 2030Q4", Chance: share(100)}, {About: "the Pact is in force by 2035Q4", Chance: share(372)},
	}}}}
	want := "The model foretells of O1: the Pact is in force by 2035Q4 in 37.2 % of the runs (95 % interval 34.2 to 40.3 %)."
	if found := Hindcast(h).Finding; found[0] != want || !strings.HasPrefix(found[1], "History has not spoken yet") {
		t.Errorf("the finding is\n%s\nwant first\n%s", strings.Join(found, "\n"), want)
	}
}

// A miss comes before any hit, and is named in full.
func TestHindcastTellsMissesFirst(t *testing.T) {
	held := func(met bool) []history.Yardstick {
		return []history.Yardstick{{Name: "it", Target: &history.Target{Side: history.AtLeast, Bound: 1}, Met: met}}
	}
	h := &history.Hindcast{Verdicts: []history.Verdict{
		{ID: "H1", Title: "The hit", Runs: 200, Pass: true, Figures: held(true),
			Scores: []history.Score{{Rule: "model", Brier: 0.1}, {Rule: "always no", Brier: 0.1}, {Rule: "always yes", Brier: 0.9}}},
		{ID: "M1", Title: "The miss", Runs: 200, Luck: 0.2, Figures: held(false),
			Scores: []history.Score{{Rule: "model", Brier: 0.2}, {Rule: "always no", Brier: 0.3}, {Rule: "always yes", Brier: 0.7}}},
		{ID: "O1", Title: "The future", Runs: 200, Open: true},
	}, Record: history.Tally{Episodes: 2, Rules: []history.RuleTally{
		{Rule: "model", Brier: stats.Interval{Mean: 0.15, Low: 0.1, High: 0.2}},
		{Rule: "always no", Brier: stats.Interval{Mean: 0.2, Low: 0.1, High: 0.3}, Worse: stats.Interval{Mean: 0.05, Low: 0, High: 0.1}},
		{Rule: "always yes", Brier: stats.Interval{Mean: 0.8, Low: 0.7, High: 0.9}, Worse: stats.Interval{Mean: 0.65, Low: 0.5, High: 0.8}},
	}}}
	want := []string{
		"Of the 2 episodes that have targets the model misses 1, M1 (The miss).",
		"With other luck the verdict on M1 might be the other.",
		"Over 2 decided episodes its Brier score is 0.15 (so few give no interval; 0 is best).",
		"The best simple rule over them, always no, has 0.20: the model is better by 0.05, and so few episodes cannot say how " +
			"others would come out.",
		"Taken singly, a simple rule does as well or better on H1 (always no).",
		"One more is still open: a forecast, neither hit nor miss.",
	}
	if found := Hindcast(h).Finding; strings.Join(found, "\n") != strings.Join(want, "\n") {
		t.Errorf("the finding is\n%s\nwant\n%s", strings.Join(found, "\n"), strings.Join(want, "\n"))
	}
}

// Rules that are told with one score are the best together, and the model is set beside the one that is nearest.
func TestSimpleRulesThatDoAsWellAreAllNamed(t *testing.T) {
	scores := func(model, no, yes float64) []history.Score {
		return []history.Score{{Rule: "model", Brier: model}, {Rule: "always no", Brier: no}, {Rule: "always yes", Brier: yes}, {Rule: "coin", Brier: 0.25},
			{Rule: "stance alone", Brier: no - 0.001}}
	}
	tally := func(rule string, mean float64) history.RuleTally {
		return history.RuleTally{Rule: rule, Brier: stats.Interval{Mean: mean}, Worse: stats.Interval{Mean: mean - 0.15}}
	}
	h := &history.Hindcast{Verdicts: []history.Verdict{{ID: "A1", Runs: 200, Scores: scores(0.1, 0.002, 0.9)}, {ID: "B1", Runs: 200, Scores: scores(0.2, 0.4, 0.6)}},
		Record: history.Tally{Episodes: 2, Rules: []history.RuleTally{tally("model", 0.15), tally("always no", 0.201), tally("always yes", 0.75),
			tally("coin", 0.25), tally("stance alone", 0.2)}}}
	p := Hindcast(h)
	tells(t, "over all", p, "The best simple rules over them, stance alone and always no, have 0.20 each: beside stance alone the model is better by 0.05, ")
	tells(t, "taken singly", p, "Taken singly, a simple rule does as well or better on A1 (stance alone and always no).")
	h.Verdicts = h.Verdicts[:1]
	tells(t, "one alone", Hindcast(h), "the model has 0.10, the best of them, stance alone and always no, 0.00.")
	h.Verdicts[0].Scores[3].Brier = 0.004
	if row := Hindcast(h).Sections[0].Table.Rows[0].Cells; row[5] != "stance alone and 2 more" {
		t.Errorf("of three rules alike the table has %q", row)
	}
}

// Where luck decides whether something comes in half of the runs, what rests on its date is told to hang on that: of 50 runs 25 lie within
// it and 40 do not, of 1,000 runs 510 do and 560 do not.
func TestADateThatMayMostlyNeverComeIsToldBesideTheFigures(t *testing.T) {
	for _, c := range []struct {
		never, runs int
		told        bool
	}{{25, 50, true}, {40, 50, false}, {10, 50, false}, {510, 1000, true}, {560, 1000, false}, {0, 1000, false}} {
		p := Hindcast(&history.Hindcast{Verdicts: []history.Verdict{{ID: "V1", Runs: c.runs, Figures: []history.Yardstick{{Name: "median date error"}},
			Dates: []history.DateForecast{{About: "Dunkirk is signed", Never: stats.ShareOf(c.never, c.runs)}, {About: "Brussels is signed", Never: stats.ShareOf(0, c.runs)}}}}})
		const want = "Luck leaves open whether in half of the runs or more Dunkirk is signed: what mostly never comes counts as later than any date, "
		if told := strings.Contains(asText(t, p, 1000), want); told != c.told {
			t.Errorf("of what never comes in %d runs of %d it is told that luck leaves it open: %v", c.never, c.runs, told)
		}
	}
}

// One episode has no interval, and nothing is claimed beyond it; what the constants were fitted to is no proof.
func TestOneEpisodeSaysNothingOfOthers(t *testing.T) {
	h := &history.Hindcast{Verdicts: []history.Verdict{{ID: "V1", Title: "Washington", Fitted: true, Runs: 20,
		Figures: []history.Yardstick{{Name: "it", Target: &history.Target{Side: history.AtLeast, Bound: 1}}},
		Scores:  []history.Score{{Rule: "model", Brier: 0.0317}, {Rule: "coin", Brier: 0.25}, {Rule: "always no", Brier: 0.6818}}}}}
	want := []string{
		"So few runs cannot tell whether targets are met: it takes 60 or more.",
		"By Brier score, of which 0 is best, every simple rule does worse: the model has 0.03, the best of them, coin, 0.25. That " +
			"is one episode, which has no interval and cannot say how others would come out.",
		"The constants were fitted to this episode: doing well on it is a condition of being taken seriously, and no proof; what " +
			"the rule does on episodes that it was not fitted to is told by `entente tournament --shipped`.",
	}
	if found := Hindcast(h).Finding; !slices.Equal(found, want) {
		t.Errorf("the finding is\n%s\nwant\n%s", strings.Join(found, "\n"), strings.Join(want, "\n"))
	}
}

// Which episodes the constants were fitted to is said by the verdicts: all, some by name, or none.
func TestHindcastSaysWhatTheConstantsWereFittedTo(t *testing.T) {
	const rest = " is a condition of being taken seriously, and no proof; what the rule does on episodes that it was not fitted " +
		"to is told by `entente tournament --shipped`."
	for _, c := range []struct {
		fitted []bool
		want   string
	}{
		{[]bool{true, true}, "C were fitted to all of these: doing well on them" + rest},
		{[]bool{true, false, true}, "C were fitted to 2 of these (A and C): doing well on them" + rest},
		{[]bool{false, true}, "C were fitted to 1 of these (B): doing well on it" + rest},
		{[]bool{true}, "C were fitted to this episode: doing well on it" + rest},
		{[]bool{false, false}, ""},
	} {
		var vs []history.Verdict
		for k, fitted := range c.fitted {
			vs = append(vs, history.Verdict{ID: string(rune('A' + k)), Fitted: fitted})
		}
		if got := noProof("C", vs); got != c.want {
			t.Errorf("of %v it says %q, want %q", c.fitted, got, c.want)
		}
	}
}

// What is held to no target is scored and not judged: nobody has said what would be good.
func TestWithoutTargetsThereIsNoVerdict(t *testing.T) {
	h := &history.Hindcast{Verdicts: []history.Verdict{
		{ID: "mine", Title: "My pact", Claims: make([]history.Claim, 3),
			Scores: []history.Score{{Rule: "model", Brier: 0.1}, {Rule: "always no", Brier: 0.3}}},
	}}
	page := Hindcast(h)
	want := "The model's Brier score (0 is best, one half for ever gives 0.25): My pact, 0.10 on 3 claims. No targets are given, " +
		"so there is no verdict."
	if page.Finding[0] != want {
		t.Errorf("the finding is\n%s\nwant\n%s", page.Finding[0], want)
	}
	// Several have one score together, with its interval.
	h.Verdicts = append(h.Verdicts, history.Verdict{ID: "yours", Title: "Yours", Claims: make([]history.Claim, 1),
		Scores: []history.Score{{Rule: "model", Brier: 0.3}, {Rule: "always no", Brier: 0.4}}})
	h.Record = history.Tally{Episodes: words.EnoughTheatres, Theatres: words.EnoughTheatres, Rules: []history.RuleTally{
		{Rule: "model", Brier: stats.Interval{Mean: 0.2, Low: 0.1, High: 0.3}},
		{Rule: "always no", Brier: stats.Interval{Mean: 0.35, Low: 0.3, High: 0.4}},
	}}
	want = "Over 6 episodes, each of which counts alike, the model's Brier score is 0.20 (95 % interval 0.10 to 0.30; 0 is best, " +
		"one half for ever gives 0.25). No targets are given, so there is no verdict."
	if found := Hindcast(h).Finding[0]; found != want {
		t.Errorf("the finding is\n%s\nwant\n%s", found, want)
	}
	if text := asMarkdown(t, page); !strings.Contains(text, "| scored |") || strings.Contains(text, "MISS") {
		t.Errorf("what nobody holds to anything is judged:\n%s", text)
	}
}

// Who is worse is said in words, and not left to a sign.
func TestOfTheModelAndARuleItIsSaidWhoIsWorse(t *testing.T) {
	for _, c := range []struct {
		rule     stats.Interval
		theatres int
		want     string
	}{
		{stats.Interval{Mean: -0.26, Low: -0.4, High: -0.1}, 17, "the model is worse by 0.26 (95 % interval +0.10 to +0.40), " +
			"beyond what the choice of episodes would do"},
		{stats.Interval{Mean: 0.26, Low: 0.1, High: 0.4}, words.EnoughTheatres, "the model is better by 0.26 (95 % interval +0.10 to " +
			"+0.40), beyond what the choice of episodes would do"},
		{stats.Interval{Mean: 0.26, Low: 0.1, High: 0.4}, 2, "the model is better by 0.26, and so few episodes cannot say how " +
			"others would come out"},
		{stats.Interval{Mean: -0.001, Low: -0.3, High: 0.2}, 17, "the model is as good (95 % interval -0.20 to +0.30), no more " +
			"than the choice of episodes may do"},
	} {
		if got := theModelIs(c.rule, c.theatres); got != c.want {
			t.Errorf("of %+v it says %q, want %q", c.rule, got, c.want)
		}
	}
}

// In short too the finding comes first on a screen; README has words of its own around the table.
func TestInShortTheFindingComesFirst(t *testing.T) {
	h := &history.Hindcast{Verdicts: []history.Verdict{
		{ID: "mine", Title: "My pact", Claims: make([]history.Claim, 3),
			Scores: []history.Score{{Rule: "model", Brier: 0.1}, {Rule: "always no", Brier: 0.3}}},
	}}
	past := ranked([]string{"V1"}, nil)
	past.Boards[0].ClauseTitle, past.Boards[0].End = "Pact", "1955Q4"
	for name, p := range map[string]*Page{"hindcast": HindcastInShort(h), "theories": TheoriesInShort(past)} {
		if p.Finding == nil || !strings.HasPrefix(asText(t, p, 1000), p.Finding[0]) {
			t.Errorf("%s begins with\n%s", name, asText(t, p, 1000))
		}
		if text := asMarkdown(t, p); !strings.HasPrefix(text, "| ") {
			t.Errorf("%s in Markdown begins with\n%s", name, text)
		}
	}
	// Nobody is held to anything here, so that column has nothing to show.
	if text := asText(t, HindcastInShort(h), 1000); strings.Contains(text, "held to") {
		t.Errorf("a column without content is shown:\n%s", text)
	}
}

// Of few runs an episode it is not told whether chances are too low or too high, however far what came true is off.
func TestFewRunsDoNotTellWhatChancesAreWorth(t *testing.T) {
	off := stats.Bin{Low: 0.2, High: 0.3, Forecasts: 40, Mean: 0.25, Happened: 0.9}
	off.Trust = &stats.Trust{Units: 20, Came: &stats.Interval{Low: 0.8, High: 0.95}, Above: &stats.Interval{Mean: 0.65, Low: 0.5, High: 0.7},
		Consistent: stats.Interval{Low: 0.1, High: 0.4}}
	if off.Says() != stats.TooLow {
		t.Fatal("the bin is not too low: the claim is not put to the test")
	}
	of := func(runs int) string {
		h := &history.Hindcast{Verdicts: []history.Verdict{{ID: "A1", Runs: runs}, {ID: "A2", Runs: 200}, {ID: "O1", Open: true}}}
		h.HeldOut = true
		h.Record = history.Tally{Episodes: 2, Theatres: 20, Rules: []history.RuleTally{{Rule: "model"}}, Parts: stats.Partition{Bins: []stats.Bin{off}}}
		return strings.Join(strings.Fields(asText(t, Hindcast(h), 0)), " ")
	}
	const refuses = "So few runs do not tell what the model's chances are worth: it takes 60 or more an episode."
	few, enough := of(59), of(60)
	if strings.Count(few, refuses) != 2 || !strings.Contains(few, "too few runs") || strings.Contains(few, "Too low are those of") {
		t.Errorf("of 59 runs it says %s", few)
	}
	if strings.Contains(enough, refuses) || strings.Contains(enough, "too few runs") || !strings.Contains(enough, "Too low are those of") {
		t.Errorf("of 60 runs it says %s", enough)
	}
}
