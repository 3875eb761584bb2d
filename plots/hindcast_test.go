package plots

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// The episodes here are made up: states AAA, BBB and so on of a world that never was.

// claimOf is a made-up claim.
func claimOf(state, clause, by string, chance float64, truth bool, runs int) history.Claim {
	c := history.Claim{Clause: clause, State: state, By: by, Chance: share(chance, runs), Truth: truth}
	if state == "" {
		return said(c, clause, "is", "in force")
	}
	return said(c, state, history.Signs, clause)
}

// said puts a claim in words.
func said(c history.Claim, who, does, what string) history.Claim {
	c.Who, c.Does, c.What, c.When = who, does, what, "by "+c.By
	c.About = strings.Join([]string{c.Who, c.Does, c.What, c.When}, " ")
	return c
}

// scored gives a verdict its scores: those of the model and of always no and yes follow from the claims, the others are
// made up.
func scored(v history.Verdict) history.Verdict {
	if len(v.Claims) == 0 {
		return v
	}
	model, yes := 0.0, 0.0
	for _, c := range v.Claims {
		truth := 0.0
		if c.Truth {
			truth = 1
		}
		yes += truth / float64(len(v.Claims))
		model += (c.Chance.Mean - truth) * (c.Chance.Mean - truth) / float64(len(v.Claims))
	}
	v.Scores = []history.Score{
		{Rule: "model", Brier: model}, {Rule: "always no", Brier: yes}, {Rule: "always yes", Brier: 1 - yes},
		{Rule: "regime rule", Brier: yes / 3}, {Rule: "capability only", Brier: 0.24},
	}
	return v
}

func stateName(i int) string { return strings.Repeat(string(rune('A'+i%26)), 3) }

// missedVerdict is a made-up episode with claims of both kinds, dates and a missed target.
func missedVerdict() history.Verdict {
	v := history.Verdict{ID: "X1", Title: "Three made-up treaties", Scenario: "made-up", Runs: 400, Seed: 7}
	for i, clause := range []string{"first", "second", "third"} {
		v.Claims = append(v.Claims, claimOf("", clause, fmt.Sprintf("19%dQ2", 11+i), 0.9-0.2*float64(i), true, 400))
	}
	for i, chance := range []float64{0.97, 0.91, 0.3, 0.88, 0, 0.62, 0.04, 0.35, 0.79, 0.51, 1} {
		v.Claims = append(v.Claims, claimOf(stateName(i), "third", "1914Q1", chance, i%7 < 4, 400))
	}
	v.Dates = []history.DateForecast{
		{About: "first is signed", Truth: 1910.21, Median: 1910.625, Q05: 1910.125, Q95: 1912.875,
			Never: share(0.05, 400), Error: 5},
		{About: "second is signed", Truth: 1911.6, Median: 1914.125, Q05: 1911.125, Q95: 1913.875,
			Never: share(0.48, 400), Error: 33},
		{About: "third is signed", Truth: 1913.3, Q05: 1912.875, Q95: 1914.875, Never: share(0.62, 400)},
	}
	v.Figures = []history.Yardstick{
		{Name: "median dates in their order", Value: 0, YesNo: true, Unit: "yes is 1", Target: &history.Target{Side: history.AtLeast, Bound: 1}},
		{Name: "chance of the true order", Value: 0.2175, Unit: "share of runs", Met: true},
		{Name: "median date error", Value: 5, Unit: "months", Target: &history.Target{Side: history.AtMost, Bound: 12}, Met: true},
		{Name: "expected Jaccard of the founders", Value: 0.7312, Unit: "of 1", Target: &history.Target{Side: history.AtLeast, Bound: 0.8}},
	}
	return scored(v)
}

// passedVerdict is a made-up episode with one claim that came to nothing, as it should.
func passedVerdict() history.Verdict {
	v := history.Verdict{ID: "X2", Title: "A made-up generation without a treaty", Scenario: "made-up", Runs: 400, Seed: 7}
	v.Pass = true
	v.Claims = []history.Claim{said(claimOf("", "pact", "1950Q4", 0.01, false, 400), "a clause in force", "binds", "both BBB and CCC")}
	v.Figures = []history.Yardstick{
		{Name: "chance of a clause", Value: 0.01, Unit: "share of runs", Target: &history.Target{Side: history.AtMost, Bound: 0.05}, Met: true},
	}
	return scored(v)
}

// openVerdict is a made-up forecast.
func openVerdict() history.Verdict {
	v := history.Verdict{ID: "X3", Title: "A made-up forecast", Scenario: "made-up-future", Runs: 1000, Seed: 8, Open: true}
	v.Claims = []history.Claim{
		claimOf("", "pact", "2130Q4", 0.02, false, 1000), claimOf("", "pact", "2135Q4", 0.07, false, 1000),
	}
	v.Figures = []history.Yardstick{{Name: "chance by the end of 2130", Value: 0.02, Unit: "share of runs", Met: true}}
	return scored(v)
}

// oddVerdicts are those a chart may meet at the edge.
func oddVerdicts() map[string][]history.Verdict {
	never := missedVerdict()
	for i := range never.Claims {
		never.Claims[i].Chance = share(0, 400)
	}
	for i := range never.Dates {
		never.Dates[i] = history.DateForecast{About: never.Dates[i].About, Never: share(1, 400)}
	}
	noDates, noClaims, bare := missedVerdict(), missedVerdict(), missedVerdict()
	noDates.Dates = nil
	noClaims.Claims, noClaims.Scores = nil, nil
	bare.Claims, bare.Scores, bare.Dates, bare.Figures, bare.Pass = nil, nil, nil, nil, true

	oneRun := missedVerdict()
	oneRun.Runs = 1
	for i := range oneRun.Claims {
		oneRun.Claims[i].Chance = share(math.Round(oneRun.Claims[i].Chance.Mean), 1)
	}
	noRuns := missedVerdict()
	noRuns.Runs = 0
	for i := range noRuns.Claims {
		noRuns.Claims[i].Chance = stats.Share{High: 1}
	}
	for i := range noRuns.Dates {
		d := noRuns.Dates[i]
		noRuns.Dates[i] = history.DateForecast{About: d.About, Truth: d.Truth, Never: stats.Share{High: 1}}
	}
	many := missedVerdict()
	for i := range 26 {
		many.Claims = append(many.Claims, claimOf(stateName(i), "fourth", "1920Q4", float64(i)/25, i%3 == 0, 400))
	}
	long := missedVerdict()
	long.Title, long.Scenario = oddities()["long names"].ClauseTitle, strings.Repeat("a-long-scenario-name-", 8)
	for i := range long.Claims {
		long.Claims[i].Clause = strings.Repeat("a-long-clause-name-", 6)
		long.Claims[i] = said(long.Claims[i], long.Claims[i].Clause, "is", "in force")
	}
	for i := range long.Dates {
		long.Dates[i].About = strings.Repeat("a-long-clause-name-", 6) + " is signed"
	}
	long.Figures[0].Name = strings.Repeat("a figure with a long name ", 9)
	sameDay := missedVerdict()
	sameDay.Dates = sameDay.Dates[:1]
	sameDay.Dates[0].Median, sameDay.Dates[0].Q05, sameDay.Dates[0].Q95 = 1910.125, 1910.125, 1910.125
	var everything []history.Verdict
	for i := range 8 {
		v := [](func() history.Verdict){missedVerdict, passedVerdict, openVerdict}[i%3]()
		v.ID = fmt.Sprintf("X%d", i+10)
		everything = append(everything, v)
	}
	return map[string][]history.Verdict{
		"usual": {missedVerdict(), passedVerdict(), openVerdict()}, "none": nil, "never": {never}, "no dates": {noDates},
		"no claims": {noClaims}, "bare": {bare}, "one run": {oneRun}, "no runs": {noRuns}, "many claims": {many},
		"long names": {long}, "one day": {sameDay}, "eight episodes": everything,
	}
}

// madeUpHindcast is of made-up episodes.
func madeUpHindcast(verdicts ...history.Verdict) *history.Hindcast {
	return &history.Hindcast{Head: madeUpHead("hindcast", "of each scenario", 400, 2), Verdicts: verdicts}
}

func TestHindcastsAreAsLookedAt(t *testing.T) {
	for _, n := range OfHindcast(madeUpHindcast(oddVerdicts()["usual"]...)) {
		checkLooks(t, n.Name, n.Chart())
	}
}

func TestEveryVerdictGivesCharts(t *testing.T) {
	if testing.Short() {
		t.Skip("draws for long")
	}
	for name, verdicts := range oddVerdicts() {
		charts := OfHindcast(madeUpHindcast(verdicts...))
		if len(charts) != len(verdicts)+1+min(len(verdicts), 1) {
			t.Errorf("%s: %d episodes give %d charts, want one each and two of all", name, len(verdicts), len(charts))
		}
		for _, n := range charts {
			checkChart(t, name+", "+n.Name, n.Chart())
		}
	}
}

func TestHindcastSaysInWordsWhatItShows(t *testing.T) {
	charts := OfHindcast(madeUpHindcast(oddVerdicts()["usual"]...))
	for i, want := range []string{"", "MISS", "pass", "open"} {
		if i > 0 && !strings.Contains(charts[i].Chart().Measured, "verdict: "+want+";") || !strings.Contains(charts[0].Chart().About, want) {
			t.Errorf("%s: what is measured below the title %q or the words of the overview do not say %q", charts[i].Name, charts[i].Title(), want)
		}
	}
	for _, want := range []string{
		"third is signed: in history 1913-04, median never, 5 to 95 % 1912-11 to 1914-11, never in 62.0 %.",
		"median dates in their order: no, target yes, missed.",
		"HHH signs third by 1914Q1: chance 35.0 % (95 % interval 30.3 to 39.9 %), in history yes.",
		"expected Jaccard of the founders: 0.73 (of 1), target at least 0.8, missed.",
	} {
		if !strings.Contains(charts[1].Chart().About, want) {
			t.Errorf("a screen reader does not hear %q: %s", want, charts[1].Chart().About)
		}
	}
	for i, want := range []string{
		"scenarios made-up and made-up-future, 400 runs of each scenario, with the same luck, seed 7.",
		"scenario made-up, 400 runs of each scenario, with the same luck, seed 7.",
	} {
		if !strings.HasSuffix(charts[i].Chart().Notes, want) {
			t.Errorf("%s: the notes do not end with %q: %s", charts[i].Name, want, charts[i].Chart().Notes)
		}
	}
}

// A group stands under one heading; in it what happened comes first, the likeliest first.
func TestClaimsOfOneClauseStandTogether(t *testing.T) {
	var got []string
	for _, row := range newClaimRows(Figure{}, missedVerdict()).rows {
		got = append(got, row.name)
	}
	// Of the states AAA to KKK, numbers 0 to 3 and 7 to 10 sign.
	want := "first is in force by 1911Q2, second is in force by 1912Q2, third is in force by 1913Q2, " +
		"signs third by 1914Q1, KKK, AAA, BBB, DDD, III, JJJ, HHH, CCC, FFF, GGG, EEE"
	if strings.Join(got, ", ") != want {
		t.Errorf("the rows are %q, want %q", got, want)
	}
}

// The chart names states and treaties as the table does, not by their ids, puts those that are as likely in the order of their
// names, and dates each claim as it is meant.
func TestClaimsBearNamesAndTheirOwnDates(t *testing.T) {
	claim := func(state, who, does, what string, truth bool) history.Claim {
		return said(history.Claim{Clause: "north-atlantic", State: state, By: "1949Q3", Truth: truth}, who, does, what)
	}
	lasts := claim("", "the North Atlantic Treaty", "is", "in force", true)
	lasts.When = "at the end of 1949Q3"
	v := history.Verdict{Claims: []history.Claim{
		claim("BEL", "Belgium", history.Signs, "the North Atlantic Treaty", true),
		claim("GBR", "United Kingdom", history.Signs, "the North Atlantic Treaty", true),
		claim("ISL", "Iceland", history.Signs, "the North Atlantic Treaty", true),
		claim("SWE", "Sweden", history.Signs, "the North Atlantic Treaty", false), lasts,
	}}
	var got []string
	for _, row := range newClaimRows(Figure{}, v).rows {
		got = append(got, row.name)
	}
	want := "signs the North Atlantic Treaty by 1949Q3, Belgium, Iceland, United Kingdom, Sweden, the North Atlantic Treaty is in " +
		"force at the end of 1949Q3"
	if strings.Join(got, ", ") != want {
		t.Errorf("the rows are %q, want %q", got, want)
	}
}

func TestWrongSideIsNamed(t *testing.T) {
	r := newClaimRows(Figure{}, missedVerdict())
	wrong := 0
	for i, row := range r.rows {
		named := r.columns().right[3].cells[i] != ""
		if row.claim == nil && named {
			t.Errorf("the heading %q stands on the wrong side", row.name)
		}
		if row.claim != nil && named != onOtherSide(row.claim) {
			t.Errorf("%s has chance %v and came %v, yet wrong side is %v", row.name, row.claim.Chance.Mean, row.claim.Truth,
				named)
		}
		if named {
			wrong++
		}
	}
	if wrong == 0 {
		t.Error("the made-up episode has no claim on the wrong side, so this test says nothing")
	}
	open := newClaimRows(Figure{}, openVerdict())
	for _, c := range openVerdict().Claims {
		if open.wrong(c) {
			t.Errorf("%s is judged before history has spoken", c.About)
		}
	}
}

// A chart of few runs an episode does not say in its heading, nor in words, whether chances are too low.
func TestAChartOfFewRunsTellsNotWhatChancesAreWorth(t *testing.T) {
	const refuses = "So few runs do not tell what the model's chances are worth: it takes 60 or more an episode"
	for runs, told := range map[int]bool{59: false, 60: true} {
		h := &history.Hindcast{Verdicts: []history.Verdict{{ID: "A1", Runs: runs}}}
		h.Record.Parts.Middle = &stats.Middle{Forecasts: 80, Mean: 0.5, Happened: 0.9, Above: &stats.Interval{Mean: 0.4, Low: 0.2, High: 0.5}}
		c := Reliability(Figure{}, h)
		if got := strings.Contains(c.Title+c.About, "are too low"); got != told {
			t.Errorf("that %d runs tell it is %v: %s; %s", runs, got, c.Title, c.About)
		}
		if got := c.Title == refuses && strings.Contains(c.About, refuses); got == told {
			t.Errorf("that %d runs do not tell it is said: %v, in %s; %s", runs, got, c.Title, c.About)
		}
	}
}
