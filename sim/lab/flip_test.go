package lab

import (
	"context"
	"math"
	"reflect"
	"slices"
	"testing"

	"entente/sim"
)

// brief is a scenario cut to three years, so that a search in it takes no time.
func brief(s sim.Scenario) sim.Scenario {
	s.End = s.Start + 2.75
	return s
}

func turnOf(t *testing.T, f *Flip, id string) Turn {
	t.Helper()
	for _, l := range f.Levers {
		if l.ID == id {
			return l
		}
	}
	t.Fatalf("%s was not searched", id)
	return Turn{}
}

// Where the freedom of action alone stands in the way, a shallower clause flips the answer: signing is as likely as not
// at 20 × depth = 5, for a state that decides once; who may think again crosses a little earlier. What counts for nothing
// flips nothing, and the search says so.
func TestFlipFindsWhatDecides(t *testing.T) {
	f := FindFlip(t.Context(), brief(onlyAutonomy(t)), "", 0.5, Options{Runs: 40, Seed: 1})
	if f.Above || f.AsIs.Mean > 0.1 || f.Undecided || f.CutShort() || f.Last != "" {
		t.Fatalf("as it is the clause is in force in %v; nobody should sign", f.AsIs)
	}
	depth := turnOf(t, f, "depth")
	if depth.At == nil || depth.At.Values[0] < 0.1 || depth.At.Values[0] > 0.4 {
		t.Fatalf("the depth flips at %+v, want something like 0.25", depth.At)
	}
	if f.Cheapest().ID != "depth" || f.ByCost()[0].ID != "depth" {
		t.Errorf("the cheapest lever is %s, want the depth", f.Cheapest().ID)
	}
	for _, id := range []string{"threat", "trade", "friction", "commitment", "ties"} {
		if l := turnOf(t, f, id); l.At != nil || l.Best.Cost != 0 {
			t.Errorf("%s counts for nothing, and is said to flip at %+v, with the best at %+v", id, l.At, l.Best)
		}
	}
	if len(f.Invited) < 20 || !slices.IsSortedFunc(f.Invited, func(a, b *Move) int { return int(100 * (b.Chance.Mean - a.Chance.Mean)) }) {
		t.Errorf("%d changes of the invited were tried, or are not in order", len(f.Invited))
	}
}

// A flip lies on the far side of the target, and the step before it was tried and does not; the change is against the
// scenario as it is. So it is from either side of the target, and for one state.
func TestAFlipIsTheFirstStepThatCrosses(t *testing.T) {
	flips := 0
	for _, c := range []struct {
		name, state string
		target      float64
	}{{"pacific-2025", "", 0.1}, {"pacific-2025", "PHL", 0.1}, {"pacific-2025", "JPN", 0.1}, {"asia-1950", "", 0.3}, {"europe-1947", "", 0.5}} {
		f := FindFlip(t.Context(), brief(ablated(t, c.name)), c.state, c.target, Options{Runs: 20, Seed: 2})
		if f.Above != (f.AsIs.Mean >= c.target) {
			t.Errorf("%s %s: %v reaches %v: %v", c.name, c.state, f.AsIs.Mean, c.target, f.Above)
		}
		for _, l := range f.Levers {
			for _, m := range l.Points {
				if m.Crosses != ((m.Chance.Mean >= c.target) != f.Above) {
					t.Errorf("%s %s, %s: a chance of %v crosses %v: %v", c.name, c.state, m.Words, m.Chance.Mean, c.target, m.Crosses)
				}
				if math.Abs(m.Chance.Mean-f.AsIs.Mean-m.Change.Mean) > 1e-12 {
					t.Errorf("%s %s, %s: from %v to %v is a change of %v", c.name, c.state, m.Words, f.AsIs.Mean, m.Chance.Mean, m.Change.Mean)
				}
				if v := m.Values[0]; v < l.Low || v > l.High {
					t.Errorf("%s was tried at %v, outside %v to %v", l.ID, v, l.Low, l.High)
				}
				if farther := m.Chance.Mean - l.Best.Chance.Mean; farther > 0 && !f.Above || farther < 0 && f.Above {
					t.Errorf("%s %s: %s goes farther than the best, %s", c.name, c.state, m.Words, l.Best.Words)
				}
				if l.At != nil && m.Crosses && m.Cost < l.At.Cost {
					t.Errorf("%s %s: %s crosses at less cost than %s", c.name, c.state, m.Words, l.At.Words)
				}
			}
			if !slices.IsSortedFunc(l.Points, func(a, b *Move) int { return int(math.Copysign(1, a.Values[0]-b.Values[0])) }) {
				t.Errorf("the points of %s are not in order", l.ID)
			}
			if l.At == nil {
				continue
			}
			flips++
			before := l.At.Values[0] + 1.0/leverGrain
			if l.helps() == up {
				before = l.At.Values[0] - 1.0/leverGrain
			}
			if !slices.ContainsFunc(l.Points, func(m *Move) bool { return !m.Crosses && math.Abs(m.Values[0]-before) < 1e-9 }) {
				t.Errorf("%s %s: %s crosses, but the step before it was not seen not to", c.name, c.state, l.At.Words)
			}
		}
		if p := f.Pair; p != nil {
			a, b := turnOf(t, f, p.Levers[0]), turnOf(t, f, p.Levers[1])
			if want := math.Hypot(a.cost(p.Values[0]), b.cost(p.Values[1])); !p.Crosses || math.Abs(p.Cost-want) > 1e-9 || p.Values[0] == a.Now || p.Values[1] == b.Now {
				t.Errorf("%s %s: the pair %s crosses: %v, at a cost of %v, want %v", c.name, c.state, p.Words, p.Crosses, p.Cost, want)
			}
		}
	}
	if flips < 10 {
		t.Errorf("only %d flips were found: the scenarios do not put the claim to the test", flips)
	}
}

// The number of workers changes nothing, and the scenario is left as it was.
func TestFlipDependsOnScenarioAndSeedOnly(t *testing.T) {
	s := brief(ablated(t, "pacific-2025"))
	one := text(t, FindFlip(t.Context(), s, "JPN", 0.5, Options{Runs: 10, Seed: 3, Workers: 1}))
	for _, workers := range []int{2, 8} {
		if got := text(t, FindFlip(t.Context(), s, "JPN", 0.5, Options{Runs: 10, Seed: 3, Workers: workers})); got != one {
			t.Errorf("with %d workers the search finds\n%s\nwith one\n%s", workers, got, one)
		}
	}
	if !reflect.DeepEqual(s, brief(ablated(t, "pacific-2025"))) {
		t.Error("the search has changed the scenario it was given")
	}
}

// A lever that the scenario moves over time is held level by the search, and that is a change too.
func TestALeverThatMovesIsHeldLevel(t *testing.T) {
	s := brief(ablated(t, "pacific-2025", "levers.all.threat={2025=1, 2026=5}"))
	f := FindFlip(t.Context(), s, "", 0.5, Options{Runs: 10, Seed: 1})
	threat, trade := turnOf(t, f, "threat"), turnOf(t, f, "trade")
	if !threat.Moves || trade.Moves {
		t.Errorf("threat moves: %v, trade: %v", threat.Moves, trade.Moves)
	}
	if threat.Now <= 1 || threat.Now >= 5 {
		t.Errorf("on the day the clause opens the lever stands at %v, between 1 and 5", threat.Now)
	}
	for _, m := range threat.Points {
		if len(m.Set) == 0 {
			t.Errorf("the scenario as it is stands among the points of a lever that moves: %+v", m)
		}
	}
}

// Interrupted, a search holds the levers that were done, and says where it was.
func TestFlipCutShort(t *testing.T) {
	whole := FindFlip(t.Context(), brief(ablated(t, "asia-1950")), "", 0.5, Options{Runs: 10, Seed: 1, Workers: 1})
	for _, after := range []int{0, 2, 60, whole.Played / 2, whole.Played - 1} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		if after == 0 {
			cancel()
		}
		f := FindFlip(ctx, brief(ablated(t, "asia-1950")), "", 0.5, Options{Runs: 10, Seed: 1, Workers: 1, Done: func(count int) {
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
