package plots

import (
	"fmt"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// madeUpBoard is a switchboard of so many states, the first half of them founders. It says nothing about the world.
func madeUpBoard(states, theories int, past bool) *history.Switchboard {
	b := &history.Switchboard{Head: madeUpHead("theories", "by each theory", 500, theories)}
	for k := range states {
		st := history.BoardState{ID: fmt.Sprintf("S%02d", k), Name: fmt.Sprintf("State %d", k), Role: lab.Founder}
		if k >= states/2 {
			st.Role = lab.OpenTo
		}
		if past {
			st.History = []string{"signed", "did not"}[k%2]
		}
		b.States = append(b.States, st)
	}
	for i, theory := range sim.Theories()[:theories] {
		row := history.TheoryRow{Theory: theory, Runs: 500, InForce: share(float64(i)/10, 500)}
		for k := range states {
			row.Signed = append(row.Signed, share(float64((i*7+k*13)%101)/100, 500))
		}
		b.Rows = append(b.Rows, row)
	}
	return b
}

func oddBoards() map[string]*history.Switchboard {
	all := map[string]*history.Switchboard{
		"usual": madeUpBoard(16, 11, true), "one state": madeUpBoard(1, 11, false), "thirty states": madeUpBoard(30, 11, true),
		"cut short": madeUpBoard(12, 1, false), "no theory": madeUpBoard(5, 0, false), "long names": madeUpBoard(8, 11, true),
	}
	long := all["long names"]
	long.ClauseTitle, long.Scenario = oddities()["long names"].ClauseTitle, strings.Repeat("a-long-scenario-name-", 8)
	long.Overrides = []string{"states.S00.stance = 1"}
	for k := range long.States {
		long.States[k].ID = "ABCDEFG" + fmt.Sprint(k)
	}
	return all
}

func TestTheoriesAreAsLookedAt(t *testing.T) {
	checkLooks(t, "theories", Theories(Figure{}, oddBoards()["usual"]))
}

func TestEveryBoardGivesAChart(t *testing.T) {
	for name, b := range oddBoards() {
		checkChart(t, name, Theories(Figure{}, b))
	}
}

// The likelier, the darker in grey.
func TestShadesOfChance(t *testing.T) {
	last := 1.0
	for share := 0.0; share <= 1; share += 0.05 {
		if l := luminance(shade(share)); l >= last {
			t.Errorf("a chance of %v is no darker than a lesser one", share)
		} else {
			last = l
		}
	}
}

func TestTheoriesInWords(t *testing.T) {
	c := Theories(Figure{}, oddBoards()["long names"])
	for _, want := range []string{"Prospect theory: in force", "State 0 ", "In history signed: State 0, State 2"} {
		if !strings.Contains(c.About, want) {
			t.Errorf("the chart in words does not say %q: %s", want, c.About)
		}
	}
	for _, want := range []string{"What if: states.S00.stance = 1.", "500 runs by each theory", "seed 7", "Clopper-Pearson"} {
		if !strings.Contains(c.Notes, want) {
			t.Errorf("the notes do not say %q: %s", want, c.Notes)
		}
	}
}

// What the notes say of intervals holds for the worst of them: where nobody ever signs in five runs, one side is all there is.
func TestNotesSayHowFarTheIntervalsReach(t *testing.T) {
	b := madeUpBoard(2, 1, false)
	b.Rows[0].Signed = []stats.Share{share(0, 5), share(0.4, 500)}
	if notes, want := Theories(Figure{}, b).Notes, "reach at most 52 points from their shares"; !strings.Contains(notes, want) {
		t.Errorf("the notes do not say %q: %s", want, notes)
	}
}

// Where constants leave the level of a chance open no cell tells one, by figure or by shade.
func TestACellTellsNoLevelThatConstantsLeaveOpen(t *testing.T) {
	b := madeUpBoard(3, 1, false)
	open := share(0.4, 500)
	open.Constants = &stats.Band{Low: 0.1, High: 0.8}
	b.Rows[0].Signed = []stats.Share{share(0.4, 500), open, share(0.9, 500)}
	g := newTheoryGrid(Figure{}, b)
	if got := []string{g.says(b.Rows[0].Signed[0]), g.says(open)}; got[0] != "40" || got[1] != "–" {
		t.Errorf("the cells say %q", got)
	}
	if cellInk(open) == shade(0.4) || cellInk(b.Rows[0].Signed[0]) != shade(0.4) {
		t.Error("the shade tells a level that constants leave open, or none where they do not")
	}
	c := Theories(Figure{}, b)
	if told := "Grey, –: constants leave more than 40 points open."; !strings.Contains(c.Notes, told) || strings.Contains(Theories(Figure{}, madeUpBoard(3, 1, false)).Notes, told) {
		t.Errorf("the notes tell of cells without a level when there are none, or not when there are: %s", c.Notes)
	}
}

// Whom the clause bound when the scenario began has no column of signing: it is told apart.
func TestWhoWasBoundAtTheStartHasNoColumn(t *testing.T) {
	b := madeUpBoard(4, 2, true)
	b.States[0].AtStart, b.States[0].Name = true, "Belgium"
	c := Theories(Figure{}, b)
	if strings.Contains(c.About, "Belgium 0") || strings.Contains(c.About, "signed: Belgium") {
		t.Errorf("it is shown to sign: %s", c.About)
	}
	for _, text := range []string{c.About, c.Notes} {
		if !strings.Contains(text, "Not shown, as it bound them from the start: Belgium.") {
			t.Errorf("it is not told apart: %s", text)
		}
	}
}

// Simple rules whose scores are told alike are all named, and one that is best by itself alone.
func TestSimpleRulesThatTieAreAllNamed(t *testing.T) {
	noted := func(brier ...float64) string {
		b := madeUpBoard(2, 1, false)
		v := history.Verdict{Scores: []history.Score{{Rule: "model", Brier: 0.1}}}
		for k, score := range brier {
			v.Scores = append(v.Scores, history.Score{Rule: fmt.Sprintf("rule %d", k), Brier: score})
		}
		for k := range b.Rows {
			b.Rows[k].Verdicts = []history.Verdict{v}
		}
		return Theories(Figure{}, b).Notes
	}
	for want, brier := range map[string][]float64{
		"; the best simple rule, rule 1, has 0.20.":                   {0.3, 0.2},
		"; the best simple rules, rule 0 and rule 2, have 0.20 each.": {0.2, 0.3, 0.201},
	} {
		if notes := noted(brier...); !strings.Contains(notes, want) {
			t.Errorf("the notes do not say %q: %s", want, notes)
		}
	}
}
