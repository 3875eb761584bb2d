package plots

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// madeUpWhy is an answer about a made-up scenario: the chance as it is, and the parts of the mechanisms in their order,
// in points, each with half of its interval. It says nothing about the world.
func madeUpWhy(chance float64, parts ...[2]float64) *lab.Why {
	w := &lab.Why{Head: madeUpHead("why", "without sets of mechanisms", 500, 1<<len(parts)), AsIs: share(chance, 500), Exact: true}
	for i, p := range parts {
		d := stats.Difference{Mean: p[0] / 100, Low: (p[0] - p[1]) / 100, High: (p[0] + p[1]) / 100}
		w.Mechanisms = append(w.Mechanisms, lab.Carried{Mechanism: lab.Mechanisms[i], Carries: d})
		w.Gap.Mean += d.Mean
	}
	w.Gap.Low, w.Gap.High = w.Gap.Mean-0.05, w.Gap.Mean+0.05
	w.Removed = share(math.Round((chance+w.Gap.Mean)*500)/500, 500)
	return w
}

func usualWhy() *lab.Why {
	return madeUpWhy(0.12, [2]float64{-14, 4}, [2]float64{12.6, 5}, [2]float64{8.8, 3}, [2]float64{12.2, 4}, [2]float64{1.2, 2},
		[2]float64{30.4, 6}, [2]float64{0.6, 2}, [2]float64{4.2, 2}, [2]float64{-3.6, 3}, [2]float64{4.4, 3},
		[2]float64{0.2, 2}, [2]float64{17.6, 5})
}

func oddWhys() map[string]*lab.Why {
	all := map[string]*lab.Why{
		"usual":       usualWhy(),
		"down first":  madeUpWhy(0.9, [2]float64{-60, 5}, [2]float64{40, 5}),
		"cut short":   madeUpWhy(0.42, [2]float64{-31.4, 4.1}),
		"no gap":      madeUpWhy(0, make([][2]float64, len(lab.Mechanisms))...),
		"all":         madeUpWhy(1, [2]float64{-100, 3}),
		"from none":   madeUpWhy(0, [2]float64{100, 3}),
		"far outside": madeUpWhy(0.5, [2]float64{-90, 30}, [2]float64{90, 30}),
		"all inert":   madeUpWhy(0.3, [2]float64{0, 0}),
		"long names":  usualWhy(),
	}
	all["cut short"].Runs, all["cut short"].Played = 20, 41
	all["all inert"].Mechanisms[0].Inert = true
	long := all["long names"]
	long.ClauseTitle, long.Scenario = oddities()["long names"].ClauseTitle, strings.Repeat("a-long-scenario-name-", 8)
	return all
}

func TestWhyIsAsLookedAt(t *testing.T) { checkLooks(t, "why", Why(Figure{}, usualWhy())) }

func TestEveryWhyGivesAChart(t *testing.T) {
	for name, w := range oddWhys() {
		checkChart(t, name, Why(Figure{}, w))
	}
}

// What is left and what helps is as much as the chance and what holds it back.
func TestBothBarsOfWhyAreAsLong(t *testing.T) {
	for name, w := range oddWhys() {
		b := newBalance(Figure{}, w, partsOf(w))
		other := 0.0
		for _, s := range b.bars[1] {
			other += s.points
		}
		if math.Abs(b.long-other) > 0.2 { // the chances are shares of 500 runs
			t.Errorf("%s: one bar has %v points, the other %v", name, b.long, other)
		}
	}
	b := newBalance(Figure{}, usualWhy(), partsOf(usualWhy()))
	if b.bars[0][1].name != "the worst quarrel at the table" || b.bars[1][1].name != "threat shocks" || !b.bars[1][1].helps || b.bars[0][1].helps {
		t.Errorf("the greatest parts are %+v and %+v", b.bars[0][1], b.bars[1][1])
	}
}

func TestWhyNotesNameRunsAndSeed(t *testing.T) {
	notes := Why(Figure{}, oddWhys()["cut short"]).Notes
	for _, want := range []string{"scenario made-up", "20 of the 500 runs asked for without sets of mechanisms",
		"seed 7", "Exact: every set"} {
		if !strings.Contains(notes, want) {
			t.Errorf("the notes do not say %q: %s", want, notes)
		}
	}
}

// The notes say whether the values are exact, and how near they come to the precision that was wanted.
func TestWhyNotesSayHowTheGapWasDivided(t *testing.T) {
	w := usualWhy()
	w.Exact, w.Wanted, w.Reached, w.Runs, w.Enough = false, 0.02, 0.019, 300, 0
	for _, want := range []string{"Sampled: each run", "until no interval reached more than 2.0 points from its value",
		"300 runs (at most 500 were asked for)"} {
		if notes := Why(Figure{}, w).Notes; !strings.Contains(notes, want) || strings.Contains(notes, "cut short") {
			t.Errorf("the notes do not say %q: %s", want, notes)
		}
	}
	w.Reached, w.Runs, w.Enough = 0.05, 500, 3125
	if notes, want := Why(Figure{}, w).Notes, "reaches 5.0 points from its value, not the 2.0 that were wanted: about 3,125 runs would do"; !strings.Contains(notes, want) {
		t.Errorf("the notes do not say %q: %s", want, notes)
	}
}

func ExampleWhy() {
	fmt.Println(Why(Figure{}, madeUpWhy(0.42, [2]float64{-31.4, 4.1})).About)
	// Output:
	// Dots with intervals, one for each mechanism, above two bars. a made-up defence pact is in force at the end of 1955Q4 with chance 42.0 % (95 % interval 37.6 to 46.5 %); without all of these mechanisms with chance 10.6 % (95 % interval 8.0 to 13.6 %), a gap of −31.4 points, to which the mechanisms add up. threat shocks: −31.4 points (−35.5 to −27.3). Source: Entente 0.0.0, scenario made-up, 500 runs without sets of mechanisms, with the same luck, seed 7.
}
