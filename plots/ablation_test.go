package plots

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// madeUpAblation is one of a made-up scenario: baseline chance, and the changes of the mechanisms in their order, in
// points, each with the half of its interval. It says nothing about the world.
func madeUpAblation(chance float64, changes ...[2]float64) *lab.Ablation {
	a := &lab.Ablation{Head: madeUpHead("ablate", lab.EachWorld, 500, 10), InForce: share(chance, 500)}
	for i, c := range changes {
		a.Removals = append(a.Removals, lab.Removal{
			Mechanism: lab.Mechanisms[i],
			Beside: lab.Beside{Pairs: 500, InForce: stats.PairedShare{
				First: a.InForce, Second: share(chance+c[0]/100, 500),
				Change: stats.Difference{Mean: c[0] / 100, Low: (c[0] - c[1]) / 100, High: (c[0] + c[1]) / 100},
			}},
		})
	}
	return a
}

func usualAblation() *lab.Ablation {
	return madeUpAblation(0.42, [2]float64{-31.4, 4.1}, [2]float64{-0.6, 1.1}, [2]float64{12.2, 3}, [2]float64{5.4, 2.2},
		[2]float64{0.2, 0.4}, [2]float64{8.8, 2.6}, [2]float64{1.4, 0.9}, [2]float64{3.8, 1.8}, [2]float64{-17.6, 3.4})
}

// oddAblations are those a chart may meet at the edge.
func oddAblations() map[string]*lab.Ablation {
	all := map[string]*lab.Ablation{
		"usual":           usualAblation(),
		"cut short":       madeUpAblation(0.42, [2]float64{-31.4, 4.1}),
		"nothing removed": madeUpAblation(0.42),
		"no change":       madeUpAblation(0, make([][2]float64, len(lab.Mechanisms))...),
		"all or nothing":  madeUpAblation(1, [2]float64{-100, 0}, [2]float64{0, 0.4}),
		"from none":       madeUpAblation(0, [2]float64{100, 0}, [2]float64{0, 0.4}),
		"long names":      usualAblation(),
	}
	all["cut short"].Played, all["cut short"].Runs = 700, 70
	long := all["long names"]
	long.ClauseTitle, long.Scenario = oddities()["long names"].ClauseTitle, strings.Repeat("a-long-scenario-name-", 8)
	return all
}

func TestAblationIsAsLookedAt(t *testing.T) {
	checkLooks(t, "ablation", Ablation(Figure{}, usualAblation()))
}

func TestEveryAblationGivesAChart(t *testing.T) {
	for name, a := range oddAblations() {
		checkChart(t, name, Ablation(Figure{}, a))
	}
}

// The order of the rows is that of the changes, not that of the list.
func TestAblationRowsGoFromFallToRise(t *testing.T) {
	a := usualAblation()
	want := ablationRows(Figure{}, a, a.ByChange()).cols
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(a.Removals), func(i, j int) {
		a.Removals[i], a.Removals[j] = a.Removals[j], a.Removals[i]
	})
	got := ablationRows(Figure{}, a, a.ByChange()).cols
	if !slices.Equal(got.names, want.names) || !slices.Equal(got.right[1].cells, want.right[1].cells) {
		t.Errorf("the rows are %q with %q", got.names, got.right[1].cells)
	}
	if got.names[1] != "without threat shocks" || got.right[1].cells[1] != "−31.4" ||
		got.names[9] != "without prior ties" {
		t.Errorf("the rows go from %s (%s) to %s", got.names[1], got.right[1].cells[1], got.names[9])
	}
}

func TestAblationNotesNameRunsAndSeed(t *testing.T) {
	notes := Ablation(Figure{}, oddAblations()["cut short"]).Notes
	for _, want := range []string{"scenario made-up", "70 of the 500 runs asked for of each world", "cut short after 700 of 5,000 runs",
		"seed 7"} {
		if !strings.Contains(notes, want) {
			t.Errorf("the notes do not say %q: %s", want, notes)
		}
	}
}

func ExampleAblation() {
	fmt.Println(Ablation(Figure{}, madeUpAblation(0.42, [2]float64{-31.4, 4.1})).About)
	// Output:
	// Dots with intervals, one for each mechanism. a made-up defence pact is in force at the end of 1955Q4 with chance 42.0 % (95 % interval 37.6 to 46.5 %). Without threat shocks: 10.6 %, a change of −31.4 points (95 % interval −35.5 to −27.3). Source: Entente 0.0.0, scenario made-up, 500 runs of each world, with the same luck, seed 7.
}

// The title names what the chance hangs on as far as luck lets one tell: nothing where all intervals are narrow about none, and where they
// are wide, that the runs do not tell.
func TestAblationIsNamedAfterWhatItFinds(t *testing.T) {
	slight, wide := [2]float64{0.5, 1}, [2]float64{-3, 12}
	for _, c := range []struct {
		why     string
		changes [][2]float64
		want    string
	}{
		{"nothing to speak of", [][2]float64{slight, slight}, "The chance of the Pact hangs on no one mechanism beyond luck"},
		{"too few runs", [][2]float64{slight, wide}, "These runs do not tell on which mechanism the chance of the Pact hangs"},
		{"one", [][2]float64{{-31.4, 4.1}, slight, {12.2, 3}},
			"The chance of the Pact hangs most on threat shocks: without it −31.4 points"},
		{"one of two", [][2]float64{{-20, 4}, {18, 4}, slight}, "Luck leaves open what the chance of the Pact hangs on most: threat shocks or " +
			words.Mechanism(lab.Mechanisms[1].ID)},
		{"one of three", [][2]float64{{-20, 4}, {18, 4}, {19, 4}, slight},
			"Luck leaves open what the chance of the Pact hangs on most: threat shocks or one of two others"},
	} {
		a := madeUpAblation(0.42, c.changes...)
		a.ClauseTitle = "Pact"
		if got := ablationFound(a); got != c.want {
			t.Errorf("%s: it is called %q, want %q", c.why, got, c.want)
		}
	}
}
