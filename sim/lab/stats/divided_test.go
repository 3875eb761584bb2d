package stats

import (
	"math/rand/v2"
	"reflect"
	"testing"
)

// Runs that share a draw or a coding, or are joined by others that do, are one block.
func TestBlocksOfRuns(t *testing.T) {
	by := Drawn{{Draw: 0, Coding: 0}, {Draw: 1, Coding: 0}, {Draw: 2, Coding: 1}, {Draw: 3, Coding: 2}, {Draw: 1, Coding: 3}, {Draw: 2, Coding: 4}}
	if got, want := by.blocks(), [][]int{{0, 1, 4}, {2, 5}, {3}}; !reflect.DeepEqual(got, want) {
		t.Errorf("the blocks are %v, want %v", got, want)
	}
	alone := Drawn{{Draw: Same, Coding: 0}, {Draw: Same, Coding: 1}, {Draw: Same, Coding: 0}}
	if got, want := alone.blocks(), [][]int{{0, 2}, {1}}; !reflect.DeepEqual(got, want) {
		t.Errorf("without draws the blocks are %v, want %v", got, want)
	}
}

// What luck, draws and codings do is known in made-up runs, and the interval of each share holds it about as often as it says.
func TestSharesOfAVarianceHoldWhatIsSo(t *testing.T) {
	const ensembles, blocks, draws, codings = 40, 20, 5, 10 // draws and codings of each block
	luck := rand.New(rand.NewPCG(3, 8))
	roll := func(sd float64) int { return int(100 * sd * luck.NormFloat64()) }
	truth := [3]float64{1 / 1.5, 0.3 / 1.5, 0.2 / 1.5}
	held := [3]int{}
	for range ensembles {
		var by Drawn
		var values []int
		for b := range blocks {
			var ofDraw [draws]int
			for d := range ofDraw {
				ofDraw[d] = roll(0.5477) // √0.3
			}
			for c := range codings {
				coding := roll(0.4472) // √0.2
				for d, v := range ofDraw {
					by, values = append(by, Dealt{Draw: b*draws + d, Coding: b*codings + c}), append(values, v+coding+roll(1))
				}
			}
		}
		found, ok := by.Divided(values)
		if !ok {
			t.Fatal("nothing is told of twenty blocks")
		}
		for part, i := range []Interval{found.Luck, found.Constants, found.Coding} {
			if i.Low > i.Mean || i.Mean > i.High {
				t.Fatalf("the share %v has the interval %v to %v", i.Mean, i.Low, i.High)
			}
			if i.Low <= truth[part] && truth[part] <= i.High {
				held[part]++
			}
		}
	}
	for part, of := range []string{"luck", "constants", "coding"} {
		// If each holds it with a chance of 0.95, at least 35 of 40 do so in 98 cases of 100.
		if held[part] < 35 {
			t.Errorf("the interval of the share of %s holds it in %d of %d ensembles", of, held[part], ensembles)
		}
	}
	t.Log(held)
}

// Of few blocks, and of what never varies, nothing is told.
func TestFewBlocksDivideNothing(t *testing.T) {
	if _, ok := dealt(0, 1, 0, 1).Divided([]int{1, 0, 1, 1}); ok {
		t.Error("two blocks are told apart")
	}
	if _, ok := drawn(100, 20).Divided(make([]int, 100)); ok {
		t.Error("shares of nothing are told")
	}
}
