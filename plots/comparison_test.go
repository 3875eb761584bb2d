package plots

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"

	"entente/sim/lab"
)

// madeUpComparison is one of made-up worlds: the chance in the first, and the changes of the others in points, each with
// the half of its interval. Each state changes by a part of that. It says nothing about the world.
func madeUpComparison(countries []country, chance float64, changes ...[2]float64) *lab.Comparison {
	c := &lab.Comparison{Seed: 7, Asked: 500, Played: 500 * (1 + len(changes)), ToPlay: 500 * (1 + len(changes))}
	difference := func(change, half float64) lab.Difference {
		return lab.Difference{Mean: change / 100, Low: (change - half) / 100, High: (change + half) / 100}
	}
	for k := range 1 + len(changes) {
		w := lab.ComparedWorld{
			Name: fmt.Sprintf("made-up-%d", k), Scenario: "made-up", Title: "A made-up scenario", Clause: "pact",
			ClauseTitle: "a made-up defence pact", End: "1955Q4", Runs: 500, InForce: share(chance, 500),
		}
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
	all["cut short"].Played, all["cut short"].ToPlay = 700, 2500
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
	for _, n := range Comparison(usualComparison()) {
		golden(t, n.Name, n.Chart)
	}
}

func TestEveryComparisonGivesCharts(t *testing.T) {
	for name, c := range oddComparisons() {
		for _, n := range Comparison(c) {
			sound(t, name+", "+n.Name, n.Chart)
		}
	}
}

// Only the states that A shares with a world have a row, the most moved of them if there are too many.
func TestComparedStatesAreTheMostMoved(t *testing.T) {
	c := usualComparison()
	rows, left := shownStates(c, shownWorlds(c))
	if len(rows) != 8 || left != 0 {
		t.Errorf("of 8 states there are rows for %v, and %d are left out", rows, left)
	}
	for k := range c.Worlds {
		c.Worlds[k].States[3].Change = nil
	}
	if rows, _ := shownStates(c, shownWorlds(c)); len(rows) != 7 {
		t.Errorf("a state that no other world invites has a row: %v", rows)
	}
	many := oddComparisons()["many"]
	worlds := shownWorlds(many)
	rows, left = shownStates(many, worlds)
	if len(worlds) != mostFacets || len(rows)+left != 21 || left == 0 {
		t.Errorf("of 30 worlds %d are shown, of 21 states %d, and %d are said to be left out", len(worlds), len(rows), left)
	}
	notes := Comparison(many)[1].Notes
	if want := fmt.Sprintf("Left out, as they change least: 18 worlds and %d states.", left); !strings.Contains(notes, want) {
		t.Errorf("the notes do not say %q: %s", want, notes)
	}
}

func TestComparisonNotesNameWorldsRunsAndEnds(t *testing.T) {
	for name, wants := range map[string][]string{
		"cut short":  {"A made-up-0;", "500 runs of each", "700 of 2500 runs in all", "seed 7", "at the end of 1955Q4"},
		"long names": {"at the end of each world (A 1950Q4, B 1951Q4"},
	} {
		notes := Comparison(oddComparisons()[name])[0].Notes
		for _, want := range wants {
			if !strings.Contains(notes, want) {
				t.Errorf("%s: the notes do not say %q: %s", name, want, notes)
			}
		}
	}
}

func ExampleComparison() {
	fmt.Println(Comparison(madeUpComparison(pacific[:2], 0.42, [2]float64{-31.4, 4.1}))[0].About)
	// Output:
	// Dots with intervals, one row for each world. A, made-up-0: a made-up defence pact is in force at the end of 1955Q4 with chance 42 % (95 % interval 38 to 46 %). B, made-up-1: a made-up defence pact is in force at the end of 1955Q4 with chance 11 % (95 % interval 8 to 14 %), a change of −31.4 points (−35.5 to −27.3).
}

// golden compares a chart with the one that was looked at.
func golden(t *testing.T, name string, c *Chart) {
	t.Helper()
	path := filepath.Join("testdata", name+".svg")
	got := svg(t, c)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is no longer drawn as in %s: look at it, then run go test ./plots -update", name, path)
	}
}

// sound tells whether a chart is drawn twice alike, can be read aloud, holds only numbers, keeps within its edges and
// fits on a page.
func sound(t *testing.T, name string, c *Chart) {
	t.Helper()
	first := svg(t, c)
	if !bytes.Equal(first, svg(t, c)) {
		t.Errorf("%s: drawn twice, the chart differs", name)
	}
	for _, bad := range []string{"NaN", "Inf"} {
		if bytes.Contains(drawing(first), []byte(bad)) {
			t.Errorf("%s: the drawing holds %s", name, bad)
		}
	}
	if title, about, err := readSVG(first); err != nil || title != c.Title || about != c.About || about == "" {
		t.Errorf("%s: a screen reader hears %q, %q (%v); want %q, %q", name, title, about, err, c.Title, c.About)
	}
	width, height := c.Size()
	cv := vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(72))
	c.draw(cv)
	if at, ink := inkOnEdge(cv.Image()); ink {
		t.Errorf("%s: something is cut off at %v of %v", name, at, cv.Image().Bounds().Max)
	}
	if width > 18.01*vg.Centimeter || height > 25.7*vg.Centimeter {
		t.Errorf("%s: %.1f x %.1f cm does not fit on a page", name, width/vg.Centimeter, height/vg.Centimeter)
	}
}
