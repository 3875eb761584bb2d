package tables

import (
	"slices"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// The chances by each theory stand side by side, in several worlds and in one.
func TestTheoriesAreToldSideBySide(t *testing.T) {
	opts := lab.Options{Runs: 6, Seed: 1}
	past := history.AskTheories(t.Context(), []sim.Scenario{shipped(t, "europe-1947"), shipped(t, "asia-1950")}, opts)
	golden(t, "theories", Theories(past))
	golden(t, "theories-one", Theories(history.AskTheories(t.Context(), []sim.Scenario{shipped(t, "soft-clause", "states.JPN.stance=0.5")},
		opts)))
}

// How many theories do no better than a coin on what they were not fitted to is told where their chances are, and who does better; nothing
// is said where nobody knows, or all do better.
func TestWhatTheChancesOfTheoriesAreWorth(t *testing.T) {
	score := func(v float64) *float64 { return &v }
	b := &ranked([]string{"V1"}, nil).Boards[0]
	b.Rows = b.Rows[:3]
	if got := recordOf(b); got != "" {
		t.Errorf("where nobody knows it says %q", got)
	}
	b.Rows[0].HeldOut, b.Rows[1].HeldOut, b.Rows[2].HeldOut = score(0.13), score(0.25), score(0.5)
	want := "On episodes of history that they were not fitted to two of 3 theories do no better than a coin (Brier scores from 0.25 to 0.50; a coin has 0.25), " +
		"and the article's rule 0.13. A chance by one that does not is what its account says, and no forecast."
	if got := recordOf(b); got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	b.Rows[1].HeldOut, b.Rows[2].HeldOut = score(0.2), score(0.24)
	if got := recordOf(b); got != "" {
		t.Errorf("where all do better it says %q", got)
	}
}

// Whom the clause bound when the scenario began signs nothing by any theory: it is told apart, and never as having signed or not.
func TestWhoWasBoundAtTheStartIsInNoTableOfSigning(t *testing.T) {
	past := ranked([]string{"V1"}, nil)
	b := &past.Boards[0]
	b.ClauseTitle = "Pact"
	b.States = []history.BoardState{{Name: "Belgium", Role: lab.Founder, AtStart: true, History: "signed"},
		{Name: "Poland", Role: lab.OpenTo, History: "signed"}}
	for k := range b.Rows {
		b.Rows[k].Signed = []stats.Share{share(runs), share(300)}
	}
	section := sectionOf(t, Theories(past), "Who signs the Pact, by theory (per cent of the runs)")
	for _, row := range section.Table.Rows {
		if row.Cells[0] == "Belgium" || row.Cells[0] == "founders" {
			t.Errorf("a row begins with %s", row.Cells[0])
		}
	}
	if want := "Bound from the start, and so with nothing left to sign: Belgium."; !slices.Contains(section.Below, want) {
		t.Errorf("below it stands %q, want %q", section.Below, want)
	}
}

// What departs in all scenarios is told once, what departs in one with its name.
func TestWhatDepartsInAllScenariosIsToldOnce(t *testing.T) {
	past := ranked([]string{"V1"}, nil)
	past.Overrides, past.Scenarios = []string{"inputs = measured"}, []string{"sEgypt", "sIraq"}
	past.Boards = append(past.Boards, past.Boards[0])
	for k, lead := range []string{"Egypt", "Iraq"} {
		past.Boards[k].Scenario, past.Boards[k].Overrides = "s"+lead, []string{"inputs = measured", "leading power = " + lead}
		past.Boards[k].ClauseTitle, past.Boards[k].End = "Pact", "1955Q4"
	}
	text := asText(t, Theories(past), 1000)
	for _, once := range []string{"inputs measured", "sEgypt, what if: leading power = Egypt", "sIraq, what if: leading power = Iraq"} {
		if n := strings.Count(text, once); n != 1 {
			t.Errorf("%q is told %d times in\n%s", once, n, text)
		}
	}
}
