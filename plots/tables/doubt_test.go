package tables

import (
	"slices"
	"strings"
	"testing"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// From where to where a chance goes is told where both levels say something.
func TestAChangeBetweenLevels(t *testing.T) {
	known := func(mean float64) stats.Share {
		return stats.Share{Mean: mean, Constants: &stats.Band{Low: mean - 0.1, High: mean + 0.1}}
	}
	open := stats.Share{Mean: 0.5, Constants: &stats.Band{Low: 0.1, High: 0.9}}
	for _, c := range []struct {
		from, to stats.Share
		want     string
	}{
		{known(0.3), known(0.6), "from 30.0 % to 60.0 %, "},
		{open, known(0.6), "with a change of "},
		{known(0.3), open, "with a change of "},
	} {
		if got := levels(c.from, c.to); got != c.want {
			t.Errorf("from %v to %v is told %q, want %q", c.from.Mean, c.to.Mean, got, c.want)
		}
	}
}

// One constant is named alone only where the next has less to do with it beyond the doubt about both.
func TestWhichConstantHasMostToDoWithIt(t *testing.T) {
	of := func(path string, mean, low, high float64) lab.KnobDoubt {
		return lab.KnobDoubt{Path: path, Share: stats.FirstOrder{Errors: 9, Interval: stats.Interval{Mean: mean, Low: low, High: high}}}
	}
	apart := []lab.KnobDoubt{of("parameters.decision.home", 0.5, 0.4, 0.6), of("parameters.decision.trade", 0.3, 0.2, 0.39)}
	near := []lab.KnobDoubt{of("parameters.decision.home", 0.5, 0.4, 0.6), of("parameters.decision.trade", 0.3, 0.2, 0.41)}
	weak := slices.Clone(near)
	weak[1].Share.Errors = 1
	alone := "Of the constants, decision.home has most to do with it: 50 % of what they do (95 % interval 40 to 60 %)."
	for _, c := range []struct {
		knobs []lab.KnobDoubt
		told  string
	}{
		{apart, alone},
		{weak, alone},
		{near, "Of the constants, decision.home and decision.trade have most to do with it, and these runs do not tell which of them more: " +
			"50 % (40 to 60 %) and 30 % (20 to 41 %) of what they do."},
	} {
		if told := mostToDo(c.knobs); told != c.told {
			t.Errorf("told: %s\nwanted: %s", told, c.told)
		}
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

// The worklist is those figures that were moved by a rung; if none was, those that are first.
func TestTheWorklistIsWhatWasMoved(t *testing.T) {
	moved := &lab.Rung{Value: 0.3}
	all := []lab.FigureDoubt{{Path: "a", Up: moved}, {Path: "b", Down: moved}, {Path: "c"}}
	if listed := listedFigures(all); len(listed) != 2 || listed[1].Path != "b" {
		t.Errorf("of two that were moved and one that was not, these are listed: %v", listed)
	}
	if listed := listedFigures(make([]lab.FigureDoubt, words.MostFigures+1)); len(listed) != words.MostFigures {
		t.Errorf("where none was moved, %d are listed", len(listed))
	}
}
