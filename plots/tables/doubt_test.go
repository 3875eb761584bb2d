package tables

import (
	"strings"
	"testing"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// From where to where a chance goes is told where both levels say something; else by how much it rises or falls, in which a step the
// other way has a minus, so that what is told lies in its interval.
func TestAChangeBetweenLevels(t *testing.T) {
	known := func(mean float64) stats.Share {
		return stats.Share{Mean: mean, Constants: &stats.Band{Low: mean - 0.1, High: mean + 0.1}}
	}
	open := stats.Share{Mean: 0.5, Constants: &stats.Band{Low: 0.1, High: 0.9}}
	falls := stats.Difference{Mean: -0.75, Low: -0.9, High: -0.6, Constants: &stats.Band{Low: -0.95, High: 0.1}}
	rises := stats.Difference{Mean: 0.3, Low: 0.2, High: 0.4}
	for _, c := range []struct {
		from, to stats.Share
		in       string
		change   stats.Difference
		want     string
	}{
		{known(0.3), known(0.6), "", rises, "from 30.0 % to 60.0 %, +30.0 points (95 % interval +20.0 to +40.0)"},
		{known(0.3), known(0.6), " in 8 runs of its own", rises, "from 30.0 % to 60.0 % in 8 runs of its own, +30.0 points (95 % interval +20.0 to +40.0)"},
		{open, known(0.6), "", falls, "by 75.0 points (luck 60.0 to 90.0; constants -10.0 to 95.0)"},
		{known(0.3), open, " in 8 runs of its own", rises, "by 30.0 points (95 % interval 20.0 to 40.0) in 8 runs of its own"},
	} {
		if got := shifted(c.from, c.to, c.in, c.change); got != c.want {
			t.Errorf("from %v to %v is told %q, want %q", c.from.Mean, c.to.Mean, got, c.want)
		}
	}
}

// One constant is named alone only where the next moves the chance less beyond the doubt about both; and never one that moves nothing
// when it is turned alone.
func TestWhichConstantMovesAChanceMost(t *testing.T) {
	of := func(path string, lost, won int) lab.KnobDoubt {
		p := changed(372, lost, won)
		return lab.KnobDoubt{Path: path, Low: 1, High: 2, AtLow: p.First, AtHigh: p.Second, Change: p.Change}
	}
	home, trade, friction := of("parameters.decision.home", 10, 200), of("parameters.decision.trade", 120, 10), of("parameters.decision.friction", 2, 3)
	near := of("parameters.decision.trade", 180, 10)
	const each = "turned alone from the 5 % to the 95 % quantile of its draws"
	alone := "Of the fitted constants, each " + each + ", home (the government's stance) moves it most: from 37.2 % to 56.2 % (+19.0 points, 95 % interval +16.4 to +21.5)."
	for _, c := range []struct {
		knobs []lab.KnobDoubt
		told  string
	}{
		{[]lab.KnobDoubt{home, trade, friction}, alone},
		{[]lab.KnobDoubt{home, friction}, alone},
		{[]lab.KnobDoubt{friction}, "No fitted constant that is " + each + " moves it by more than luck would."},
		{[]lab.KnobDoubt{home, near, friction}, "Of the fitted constants, each " + each + ", home (the government's stance) and trade (trade at risk) move it most, and these runs do not " +
			"tell which of them more: from 37.2 % to 56.2 % (+19.0 points, 95 % interval +16.4 to +21.5) and from 37.2 % to 20.2 % " +
			"(-17.0 points, 95 % interval -19.5 to -14.5)."},
	} {
		if told := movesMost(c.knobs); told != c.told {
			t.Errorf("told: %s\nwanted: %s", told, c.told)
		}
	}
}

// A figure that moves nothing when it is moved by a rung is a chance find: it is neither named to be coded again nor ranked, whatever its share.
func TestAChanceFindIsNoWork(t *testing.T) {
	d := doubt(plain)
	nothing := changed(372, 2, 3)
	d.Figures[0].Down, d.Figures[0].Up = &lab.Rung{Value: 0, Change: nothing.Change}, &lab.Rung{Value: 0.6, Change: nothing.Change}
	if found := strings.Join(Doubt(d).Finding, "\n"); strings.Contains(found, d.Figures[0].Path) {
		t.Errorf("a figure that moves nothing is work to do first:\n%s", found)
	}
	if listed, idle := listedFigures(d.Figures); len(listed) != 0 || len(idle) != 2 {
		t.Errorf("of figures that move nothing %d are ranked and %d left out", len(listed), len(idle))
	}
}

// Whatever coding moves the level by stands in its row, with its interval; beyond luck in a sentence. Shares of one history, and rules at
// either end, are told with what is known of them.
func TestNothingOfDoubtIsToldBare(t *testing.T) {
	d := doubt(plain)
	p := Doubt(d)
	for _, want := range []string{
		"Over codings by errors of 0.1 it is 39.1 %; in the runs that were played both ways that is +1.9 points (95 % interval +0.4 to +3.4).",
		"hangs on luck to 87 % (84 to 90), on the constants to 9 % (7 to 11) and on coding to 4 % (2 to 6), with 95 % intervals.",
		"anywhere from 10.0 % (luck ±2.0; The common base, with a held-out Brier score of 0.19) to 40.0 % (luck ±3.1; Balance of power, on the base, " +
			"with a held-out Brier score of 0.17); a coin has 0.25.",
	} {
		tells(t, "doubt", p, want)
	}
	if row := p.Sections[0].Table.Rows[2]; row.Cells[len(row.Cells)-1] != "+1.9 (+0.4 to +3.4)" {
		t.Errorf("the row of coding is %q", row.Cells)
	}
	cut := doubt(plain)
	cut.Recoded = stats.Share{}
	if text := asText(t, Doubt(cut), 0); strings.Contains(text, "coding, by errors of") {
		t.Errorf("where nothing was recoded it is told what coding does:\n%s", text)
	}
	tells(t, "cut short", Doubt(cut), "What coding by hand does was not played.")
	if found := strings.Join(Doubt(cut).Finding, "\n"); strings.Contains(found, "No single figure stands out") {
		t.Errorf("where nothing was recoded it is told that no figure stands out:\n%s", found)
	}
	d.Moved, d.Draws = changed(372, 20, 22).Change, 0
	d.Parts.Coding = stats.Interval{}
	for _, not := range []string{"Over codings", "on the constants to", "(0 to 0)"} {
		if found := strings.Join(Doubt(d).Finding, "\n"); strings.Contains(found, not) {
			t.Errorf("it says %q where nothing was seen:\n%s", not, found)
		}
	}
}

// What the constants do that nobody fitted is told with how far they were moved and how far the chance reaches, and which stand out; of none
// that does not, and nothing where it was not asked for or cut short before.
func TestUnfittedConstantsAreTold(t *testing.T) {
	d := doubt(plain)
	told := "With 3 constants that were not fitted moved at once, 95 % of them by no more than a factor of 2 up or down, it is 38.0 % on average, and 22 to " +
		"53 % over the middle 95 % of such sets"
	tells(t, "one stands out", Doubt(d), told+"; most of what that does goes with trade.diversion (60 to 98 %).")
	text := asText(t, Doubt(d), 0)
	for _, want := range []string{"unfitted constants, each up to ×2", "Constants that were not fitted: 1 of 3", "0.35: -5.0", "1: +4.0",
		"Left out, since moved alone they change nothing beyond luck: threat.notice."} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
	for k := range d.Unfitted {
		d.Unfitted[k].Share.Low = 0
	}
	tells(t, "none stands out", Doubt(d), told+"; no single one stands out.")
	wide := *d.Rescaled.Coding
	d.Rescaled.Coding = &stats.Band{Low: 0.38, High: 0.38}
	tells(t, "a band of no width", Doubt(d), "it is 38.0 % on average, and such sets do no more to it than luck would")
	d.Rescaled.Coding = &wide
	d.Rescaled = stats.Share{}
	if text := asText(t, Doubt(d), 0); strings.Contains(strings.ToLower(text), "unfitted constants") || strings.Contains(text, "were not fitted") {
		t.Errorf("where no constant was moved it is told what that does:\n%s", text)
	}
}

// With too few runs to tell luck from constants, what one history hangs on is not told; and no figure is named to be coded again first
// whose part may be nothing.
func TestDoubtSaysNoMoreThanItsRunsDo(t *testing.T) {
	hangs, again := "What becomes of it in one history hangs on luck", "To code again first"
	d := doubt(plain)
	tells(t, "enough runs", Doubt(d), hangs)
	tells(t, "enough runs", Doubt(d), again)
	for what, do := range map[string]func(*lab.Doubt){
		hangs: func(d *lab.Doubt) { d.Runs = stats.Telling(d.Draws) - 1 },
		again: func(d *lab.Doubt) {
			for k := range d.Figures {
				d.Figures[k].Share.Low = 0
			}
		},
	} {
		few := doubt(plain)
		do(few)
		if found := strings.Join(Doubt(few).Finding, "\n"); strings.Contains(found, what) {
			t.Errorf("it says %q of runs that do not tell it:\n%s", what, found)
		}
	}
}

// Where no figure stands out, the worklist says so, and no note speaks of those that were named.
func TestAWorklistOfWhatDoesNotStandOutSaysSo(t *testing.T) {
	d, none := doubt(plain), doubt(plain)
	for k := range none.Figures {
		none.Figures[k].Share.Low = 0
	}
	for _, c := range []struct {
		what string
		d    *lab.Doubt
		none bool
	}{{"some stand out", d, false}, {"none stands out", none, true}} {
		text := asText(t, Doubt(c.d), 1000)
		if said := strings.Contains(text, "the largest share first; none of them stands out of chance"); said != c.none {
			t.Errorf("%s: the worklist says that none does: %v", c.what, said)
		}
		if noted := strings.Contains(text, "those named above have steeper lines"); noted == c.none {
			t.Errorf("%s: a note speaks of those named above: %v", c.what, noted)
		}
	}
}

// A rule whose fit learnt nothing from history is told as such, where its chance is an end of the range and below the table of rules.
func TestARuleThatLearntNothingIsTold(t *testing.T) {
	d := doubt(plain)
	for k := range d.Forms {
		if d.Forms[k].Title == "Balance of power, on the base" {
			d.Forms[k].Unmoved = true
		}
	}
	p := Doubt(d)
	tells(t, "the range", p, "Balance of power, on the base, with a held-out Brier score of 0.17, by a fit that learnt nothing); a coin")
	if text := asText(t, p, 10000); !strings.Contains(text, "of the shipped tournament; of Balance of power, on the base it learnt nothing: its search found no better") {
		t.Errorf("below the table it is not told:\n%s", text)
	}
}

// The worklist is those figures that were moved by a rung; if none was, those that are first.
func TestTheWorklistIsWhatWasMoved(t *testing.T) {
	moved := &lab.Rung{Value: 0.3, Change: changed(372, 3, 90).Change}
	all := []lab.FigureDoubt{{Path: "a", Up: moved}, {Path: "b", Down: moved}, {Path: "c"}}
	if listed, _ := listedFigures(all); len(listed) != 2 || listed[1].Path != "b" {
		t.Errorf("of two that were moved and one that was not, these are listed: %v", listed)
	}
	if listed, _ := listedFigures(make([]lab.FigureDoubt, words.MostFigures+1)); len(listed) != words.MostFigures {
		t.Errorf("where none was moved, %d are listed", len(listed))
	}
}
