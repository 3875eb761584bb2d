package lab

import (
	"context"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab/stats"
)

// brief is a scenario cut to three years, so that a search in it takes no time.
func brief(s sim.Scenario) sim.Scenario {
	s.End = s.Start + 2.75
	return s
}

func pullOf(t *testing.T, f *Flip, id string) Pull {
	t.Helper()
	for _, l := range f.Levers {
		if l.ID == id {
			return l
		}
	}
	t.Fatalf("%s was not searched", id)
	return Pull{}
}

// Where the freedom of action alone stands in the way, a shallower clause flips the answer: signing is as likely as not
// at 20 × depth = 5, for a state that decides once; who may think again crosses a little earlier. What counts for nothing
// flips nothing, and the search says so.
func TestFlipFindsWhatDecides(t *testing.T) {
	f := FindFlip(t.Context(), brief(onlyAutonomy(t)), "", 0.5, Options{Runs: 40, Seed: 1})
	if f.Above || f.AsIs.Mean > 0.1 || f.Undecided || f.CutShort() || f.Last != "" {
		t.Fatalf("as it is the clause is in force in %v; nobody should sign", f.AsIs)
	}
	depth := pullOf(t, f, "depth")
	if depth.At == nil || depth.At.Values[0] < 0.1 || depth.At.Values[0] > 0.4 {
		t.Fatalf("the depth flips at %+v, want something like 0.25", depth.At)
	}
	checkBounds(t, f, &depth)
	if f.Cheapest().ID != "depth" || f.ByCost()[0].ID != "depth" {
		t.Errorf("the cheapest lever is %s, want the depth", f.Cheapest().ID)
	}
	for _, id := range []string{"threat", "trade", "friction", "commitment", "ties"} {
		if l := pullOf(t, f, id); l.At != nil || l.Best.Cost != 0 {
			t.Errorf("%s counts for nothing, and is said to flip at %+v, with the best at %+v", id, l.At, l.Best)
		}
	}
	if len(f.Invited) < 20 || !slices.IsSortedFunc(f.Invited, func(a, b *Move) int { return int(100 * (b.Chance.Mean - a.Chance.Mean)) }) {
		t.Errorf("%d changes of the invited were tried, or are not in order", len(f.Invited))
	}
}

// While the interval of the chance as it is holds the target, and only then, no side is named and nothing is searched.
func TestNoSideIsNamedWhileTheIntervalHoldsTheTarget(t *testing.T) {
	s := brief(ablated(t, "pacific-2025"))
	undecided := 0
	for target := 0.01; target < 1; target += 0.03 {
		ctx, cancel := context.WithCancel(t.Context())
		f := FindFlip(ctx, s, "", target, Options{Runs: 30, Seed: 2, Workers: 1, Done: func(count int) {
			if count > 30 {
				cancel() // that it goes on is all that is asked
			}
		}})
		cancel()
		if holds := f.AsIs.Low <= target && target <= f.AsIs.High; f.Undecided != holds || holds != (f.Played == 30) {
			t.Errorf("%+v holds %v: %v; undecided %v, %d runs were played", f.AsIs, target, holds, f.Undecided, f.Played)
		}
		if !f.Undecided {
			if f.Settles != 0 {
				t.Errorf("decided for %v, %d runs are said to settle it", target, f.Settles)
			}
			continue
		}
		undecided++
		if f.Levers == nil || len(f.Levers) > 0 || f.Invited == nil || len(f.Invited) > 0 || f.Pair != nil || f.Worlds != 1 ||
			f.CutShort() || f.Last != "" ||
			f.ToPlay != 30 || f.Runs != 30 {
			t.Errorf("undecided for %v it has searched: %s", target, text(t, f))
		}
		if f.Settles <= 30 && math.Abs(f.AsIs.Mean-target) > 1e-9 {
			t.Errorf("thirty runs did not settle whether %+v reaches %v, and %d are said to", f.AsIs, target, f.Settles)
		}
	}
	if undecided < 3 {
		t.Errorf("only %d targets are in doubt", undecided)
	}
}

// As many runs as are said to settle it do so in about four cases of five, if the chance is what it seemed to be, and
// hardly ever on the wrong side.
func TestRunsThatAreSaidToSettleItDo(t *testing.T) {
	luck := rand.New(rand.NewPCG(5, 6))
	for _, c := range []struct {
		count, runs int
		target      float64
	}{{42, 80, 0.5}, {7, 20, 0.5}, {1, 30, 0.1}, {0, 20, 0.1}, {28, 30, 0.85}, {30, 100, 0.35}, {20, 20, 0.9}, {3, 100, 0.05}} {
		s := stats.ShareOf(c.count, c.runs)
		if s.Low > c.target || s.High < c.target {
			t.Fatalf("%+v does not hold %v", s, c.target)
		}
		n := runsToTell(s, c.target)
		right, wrong := 0, 0
		const cases = 1000
		for range cases {
			count := 0
			for range n {
				if luck.Float64() < s.Mean {
					count++
				}
			}
			again := stats.ShareOf(count, n)
			switch above := s.Mean > c.target; {
			case again.Low > c.target && above, again.High < c.target && !above:
				right++
			case again.Low > c.target, again.High < c.target:
				wrong++
			}
		}
		if sure := s.Mean == 0 || s.Mean == 1; !sure && (right < cases*70/100 || right > cases*92/100) || sure &&
			right < cases || wrong > cases/100 {
			t.Errorf("%d of %d against %v: %d runs settle it in %d of %d cases, wrongly in %d", c.count, c.runs, c.target, n, right, cases,
				wrong)
		}
	}
	if got := runsToTell(stats.ShareOf(10, 20), 0.5); got != 0 {
		t.Errorf("a chance on the target itself is settled by %d runs", got)
	}
	// By hand: (1.959964 × 0.5 + 0.8416212 × √(0.525 × 0.475))² / 0.025² + 1/0.025 = (0.9799820 + 0.4202845)² × 1600 + 40 = 3177.2.
	if got := runsToTell(stats.ShareOf(42, 80), 0.5); got != 3178 {
		t.Errorf("42 of 80 against one half are settled by %d runs, by hand 3178", got)
	}
}

// The number of workers changes nothing, and the scenario is left as it was.
func TestFlipDependsOnScenarioAndSeedOnly(t *testing.T) {
	s := brief(ablated(t, "pacific-2025"))
	one := text(t, FindFlip(t.Context(), s, "JPN", 0.7, Options{Runs: 12, Seed: 3, Workers: 1}))
	if !strings.Contains(one, `"lever`) && !strings.Contains(one, `"threat"`) {
		t.Fatalf("nothing was searched: %s", one)
	}
	for _, workers := range []int{2, 8} {
		if got := text(t, FindFlip(t.Context(), s, "JPN", 0.7, Options{Runs: 12, Seed: 3, Workers: workers})); got != one {
			t.Errorf("with %d workers the search finds\n%s\nwith one\n%s", workers, got, one)
		}
	}
	if !reflect.DeepEqual(s, brief(ablated(t, "pacific-2025"))) {
		t.Error("the search has changed the scenario it was given")
	}
}

// Interrupted, a search holds the levers that were done, and says where it was.
func TestFlipCutShort(t *testing.T) {
	whole := FindFlip(t.Context(), brief(ablated(t, "pacific-2025")), "", 0.5, Options{Runs: 10, Seed: 1, Workers: 1})
	for _, after := range []int{0, 2, 60, whole.Played / 2, whole.Played - block} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		if after == 0 {
			cancel()
		}
		f := FindFlip(ctx, brief(ablated(t, "pacific-2025")), "", 0.5, Options{Runs: 10, Seed: 1, Workers: 1, Done: func(count int) {
			if count >= after {
				cancel()
			}
		}})
		if !f.CutShort() || f.Last == "" || f.Played < after || f.Played > after+block {
			t.Errorf("after %d runs: cut in %q, %d of %d played", after, f.Last, f.Played, f.ToPlay)
		}
		for i, l := range f.Levers {
			if text(t, l) != text(t, whole.Levers[i]) {
				t.Errorf("after %d runs %s is not what the whole search finds", after, l.ID)
			}
		}
		if after == 60 && (len(f.Levers) != 0 || f.Last != "threat felt") {
			t.Errorf("after %d runs %d levers are done, and it was at %q", after, len(f.Levers), f.Last)
		}
	}
}
