package plots

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// madeUpComparison is one of made-up worlds: the chance in the first, and the changes of the others in points, each with
// the half of its interval. Each state changes by a part of that. It says nothing about the world.
func madeUpComparison(countries []country, chance float64, changes ...[2]float64) *lab.Comparison {
	c := &lab.Comparison{Head: madeUpHead("compare", lab.EachWorld, 500, 1+len(changes))}
	difference := func(change, half float64) stats.Difference {
		return stats.Difference{Mean: change / 100, Low: (change - half) / 100, High: (change + half) / 100}
	}
	for k := range 1 + len(changes) {
		w := lab.ComparedWorld{Head: madeUpHead("compare", lab.EachWorld, 500, 1), Name: fmt.Sprintf("made-up-%d", k),
			InForce: share(chance, 500)}
		if k > 0 {
			d := difference(changes[k-1][0], changes[k-1][1])
			w.InForce = share(min(max(chance+d.Mean, 0), 1), 500)
			w.Change = &lab.Change{Pairs: 500, InForce: d, Members: d}
		}
		for i, country := range countries {
			st := lab.ComparedState{ID: country.id, Name: country.name, Role: country.role, Signed: share(country.willing, 500)}
			if k > 0 && country.role.Invited() {
				part := float64(i%5) / 4
				d := difference(part*changes[k-1][0], changes[k-1][1])
				st.Change = &d
			}
			w.States = append(w.States, st)
		}
		c.Worlds = append(c.Worlds, w)
	}
	return c
}

func usualComparison() *lab.Comparison {
	return madeUpComparison(pacific[:8], 0.42, [2]float64{-31.4, 4.1}, [2]float64{0.6, 1.1}, [2]float64{12.2, 3},
		[2]float64{4.4, 2.2})
}

// oddComparisons are those a chart may meet at the edge.
func oddComparisons() map[string]*lab.Comparison {
	all := map[string]*lab.Comparison{
		"usual":          usualComparison(),
		"one other":      madeUpComparison(pacific[:8], 0.42, [2]float64{-3, 4}),
		"cut short":      madeUpComparison(pacific[:8], 0.42),
		"no change":      madeUpComparison(pacific[:8], 0, [2]float64{0, 0.4}, [2]float64{0, 0.4}),
		"all or nothing": madeUpComparison(pacific[:8], 1, [2]float64{-100, 0}),
		"from none":      madeUpComparison(pacific[:8], 0, [2]float64{100, 0}),
		"nobody shared":  madeUpComparison(pacific[8:12], 0.3, [2]float64{10, 2}),
		"long names":     usualComparison(),
		"many":           madeUpComparison(append(pacific[:8:8], europe[:13]...), 0.4, make([][2]float64, 30)...),
	}
	all["cut short"].Runs, all["cut short"].Played, all["cut short"].ToPlay = 70, 700, 2500
	for k := range all["long names"].Worlds {
		w := &all["long names"].Worlds[k]
		w.Name = strings.Repeat("states.JPN.stance=0.9 && ", 4) + fmt.Sprint(k)
		w.ClauseTitle = oddities()["long names"].ClauseTitle + fmt.Sprint(k)
		w.End = fmt.Sprintf("195%dQ4", k)
		w.States[2].Name = strings.Repeat("Long Name of a State ", 5)
	}
	for k := range all["many"].Worlds[1:] {
		for i := range all["many"].Worlds[k+1].States {
			all["many"].Worlds[k+1].States[i].Change.Mean = float64((i*7+k*5)%11)/20 - 0.25
		}
	}
	return all
}

func TestComparisonIsAsLookedAt(t *testing.T) {
	for _, n := range OfComparison(usualComparison()) {
		checkLooks(t, n.Name, n.Chart())
	}
}

func TestEveryComparisonGivesCharts(t *testing.T) {
	if testing.Short() {
		t.Skip("draws for long")
	}
	for name, c := range oddComparisons() {
		for _, n := range OfComparison(c) {
			checkChart(t, name+", "+n.Name, n.Chart())
		}
	}
}

// Only the states that A shares with a world have a row, the most moved of them first and alone if there are too many; those that
// nothing moves are named.
func TestComparedStatesAreTheMostMoved(t *testing.T) {
	c, f := usualComparison(), facetsFor(Figure{})
	rows, left, still := shownStates(c, shownWorlds(c, f.most), f, 0)
	if !slices.Equal(rows, []int{4, 3, 2, 7, 1, 6}) || left != 0 || !strings.Contains(still, ": Australia and South Korea.") {
		t.Errorf("of 8 states there are rows for %v, %d are left out, and %q", rows, left, still)
	}
	for k := range c.Worlds {
		c.Worlds[k].States[3].Change = nil
	}
	if rows, _, _ := shownStates(c, shownWorlds(c, f.most), f, 0); len(rows) != 5 {
		t.Errorf("a state that no other world invites has a row: %v", rows)
	}
	many := oddComparisons()["many"]
	worlds := shownWorlds(many, f.most)
	rows, left, _ = shownStates(many, worlds, f, 0)
	if len(worlds) != f.most || len(rows)+left != 21 || left == 0 {
		t.Errorf("of 30 worlds %d are shown, of 21 states %d, and %d are said to be left out", len(worlds), len(rows), left)
	}
	notes := ComparedStates(Figure{}, many).Notes
	if want := fmt.Sprintf("Left out, as they change least: 18 worlds and %d states.", left); !strings.Contains(notes, want) {
		t.Errorf("the notes do not say %q: %s", want, notes)
	}
}

func TestComparisonNotesNameWorldsRunsAndEnds(t *testing.T) {
	if testing.Short() {
		t.Skip("draws for long")
	}
	for name, wants := range map[string][]string{
		"cut short": {"A made-up-0,", "70 of the 500 runs asked for of each world", "cut short after 700 of 2,500 runs",
			"seed 7", "at the end of 1955Q4"},
		"long names": {"at the end of each world (A 1950Q4, B 1951Q4"},
	} {
		notes := Comparison(Figure{}, oddComparisons()[name]).Notes
		for _, want := range wants {
			if !strings.Contains(notes, want) {
				t.Errorf("%s: the notes do not say %q: %s", name, want, notes)
			}
		}
	}
}

func ExampleComparison() {
	fmt.Println(Comparison(Figure{}, madeUpComparison(pacific[:2], 0.42, [2]float64{-31.4, 4.1})).About)
	// Output:
	// Dots with intervals, one row for each world. A, made-up-0: a made-up defence pact is in force at the end of 1955Q4 with chance 42.0 % (95 % interval 37.6 to 46.5 %). B, made-up-1: a made-up defence pact is in force at the end of 1955Q4 with chance 10.6 % (95 % interval 8.0 to 13.6 %), a change of −31.4 points (95 % interval −35.5 to −27.3). Source: Entente 0.0.0, worlds A made-up-0, B made-up-1, 500 runs of each world, with the same luck, seed 7.
}

// A row bears what its title adds to that of the first; a title that shares no more than a word stands whole.
func TestRowsBearWhatATitleAdds(t *testing.T) {
	for _, c := range [][3]string{
		{"A Pacific defence pact, 2025-2035", "A Pacific defence pact after a blockade", "… after a blockade"},
		{"A Pacific defence pact, 2025-2035", "A softer clause", "A softer clause"},
		{"A Pacific pact", "A Pacific pact", "… pact"},
		{"Europe", "Asia", "Asia"},
	} {
		if got := after(c[0], c[1]); got != c[2] {
			t.Errorf("beside %q, %q is called %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// The title names the world that differs most, as far as luck lets one tell.
func TestComparisonFinds(t *testing.T) {
	world := func(name string, low, mean, high float64) lab.ComparedWorld {
		return lab.ComparedWorld{Head: lab.Head{Title: name}, Name: name, InForce: share(0.5, 100),
			Change: &lab.Change{InForce: stats.Difference{Mean: mean, Low: low, High: high}}}
	}
	all := []lab.ComparedWorld{{Head: lab.Head{Title: "Base"}}, world("Up", 0.1, 0.2, 0.25), world("Down", -0.5, -0.4, -0.3),
		world("Wide", -0.9, 0.6, 0.9)}
	for _, c := range []struct {
		worlds []int
		want   string
	}{
		{[]int{0, 1, 2}, "What changes the chance most is Down: −40.0 points, to 50.0 %"},
		{[]int{0, 1, 2, 3}, "What changes the chance most, luck leaves open: Down or Wide"},
		{[]int{0, 3, 3}, "These runs tell no world from Base"},
		{[]int{0, 3}, "Wide changes the chance by no more than luck would"},
		{[]int{0, 1}, "Up changes the chance by +20.0 points, to 50.0 %"},
	} {
		of := &lab.Comparison{}
		for _, k := range c.worlds {
			of.Worlds = append(of.Worlds, all[k])
		}
		if got := comparisonFound(of); got != c.want {
			t.Errorf("of %v it finds %q, want %q", c.worlds, got, c.want)
		}
	}
}

// The chance of a world and its change stand in one line.
func TestAChanceAndItsChangeAreLevel(t *testing.T) {
	c := usualComparison()
	for _, fig := range append([]Figure{{}}, Figures...) {
		if fig.narrow() { // one stands above the other
			continue
		}
		at := map[string]vg.Length{}
		for _, w := range textsOf(OfComparison(c)[0].For(fig).Chart()) {
			at[w.line] = w.box.Min.Y
		}
		for _, w := range c.Worlds[1:] {
			chance, change := words.Level(w.InForce), points(w.Change.InForce.Mean)
			if at[chance] == 0 || math.Abs(float64(at[chance]-at[change])) > 0.1 {
				t.Errorf("%s: %s stands at %v and %s at %v", fig.Name, chance, at[chance], change, at[change])
			}
		}
	}
}

// The same world has no dot, and its row tells no change of nothing.
func TestTheSameWorldHasNoDotOfChange(t *testing.T) {
	c := madeUpComparison(pacific[:8], 0.42, [2]float64{0, 0}, [2]float64{12, 3})
	c.Worlds[1].Change.Same = true
	_, changes := comparedRows(Figure{}, c, []int{0, 1, 2})
	if cells := changes.cols.right[0].cells; cells[1] != "same world" || cells[2] != "+12.0" || changes.dots[1] != nil || changes.dots[2] == nil {
		t.Errorf("the rows are told as %q, with dots %v", cells, changes.dots)
	}
}
