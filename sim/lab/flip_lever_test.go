package lab

import (
	"math"
	"slices"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab/stats"
)

// A flip lies on the far side of the target, and the step before it was tried and does not; the change is against the
// scenario as it is. So it is from either side of the target, and for one state.
func TestAFlipIsTheFirstStepThatCrosses(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many runs")
	}
	// A rule by which many would sign and dear trade keeps them: there levers have something to turn, up and down.
	const costly = "parameters.decision.reluctance=1.5 parameters.decision.trade=300"
	flips, sides, farther, moving := 0, map[side]int{}, 0, 0
	for _, c := range []struct {
		name, state string
		target      float64
		set         string
	}{
		{"pacific-2025", "", 0.35, costly}, {"pacific-2025", "JPN", 0.5, costly},
		{"pacific-2025", "", 0.35, costly + " levers.all.trade={2025=0.9,2027=1.2}"},
		{"asia-1991", "", 0.35, costly}, {"asia-1950", "", 0.5, ""},
		{"asia-1950", "KOR", 0.5, "parameters.decision.friction=15 parameters.decision.reluctance=2"},
	} {
		f := FindFlip(t.Context(), brief(ablated(t, c.name, strings.Fields(c.set)...)), c.state, c.target, Options{Runs: 30, Seed: 2})
		if f.Undecided || len(f.Levers) == 0 {
			t.Fatalf("%s %s: from %+v nobody can say on which side of %v it lies", c.name, c.state, f.AsIs, c.target)
		}
		if f.Above != (f.AsIs.Mean >= c.target) {
			t.Errorf("%s %s: %v reaches %v: %v", c.name, c.state, f.AsIs.Mean, c.target, f.Above)
		}
		for _, l := range f.Levers {
			for _, m := range l.Points {
				if m.Crosses != ((m.Chance.Mean >= c.target) != f.Above) {
					t.Errorf("%s %s, %s: a chance of %v crosses %v: %v", c.name, c.state, inWords(m.Set), m.Chance.Mean, c.target, m.Crosses)
				}
				if math.Abs(m.Chance.Mean-f.AsIs.Mean-m.Change.Mean) > 1e-12 {
					t.Errorf("%s %s, %s: from %v to %v is a change of %v", c.name, c.state, inWords(m.Set), f.AsIs.Mean,
						m.Chance.Mean, m.Change.Mean)
				}
				if v := m.Values[0]; v < l.Low || v > l.High {
					t.Errorf("%s was tried at %v, outside %v to %v", l.ID, v, l.Low, l.High)
				}
				if farther := m.Chance.Mean - l.Best.Chance.Mean; farther > 0 && !f.Above || farther < 0 && f.Above {
					t.Errorf("%s %s: %s goes farther than the best, %s", c.name, c.state, inWords(m.Set), inWords(l.Best.Set))
				}
				if l.At != nil && m.Crosses && m.Cost < l.At.Cost {
					t.Errorf("%s %s: %s crosses at less cost than %s", c.name, c.state, inWords(m.Set), inWords(l.At.Set))
				}
			}
			if !slices.IsSortedFunc(l.Points, func(a, b *Move) int { return int(math.Copysign(1, a.Values[0]-b.Values[0])) }) {
				t.Errorf("the points of %s are not in order", l.ID)
			}
			if l.At == nil {
				continue
			}
			flips++
			if sides[l.helps()]++; l.Moves {
				moving++
			}
			if checkBounds(t, f, &l); l.Luck.Far != nil && *l.Luck.Far != l.At.Values[0] {
				farther++
			}
			if l.At.Cost == 0 {
				continue
			}
			before := l.At.Values[0] + 1.0/leverGrain
			if l.helps() == up {
				before = l.At.Values[0] - 1.0/leverGrain
			}
			if !slices.ContainsFunc(l.Points, func(m *Move) bool { return !m.Crosses && math.Abs(m.Values[0]-before) < 1e-9 }) {
				t.Errorf("%s %s: %s crosses, but the step before it was not seen not to", c.name, c.state, inWords(l.At.Set))
			}
		}
		if p := f.Pair; p != nil {
			a, b := pullOf(t, f, p.Levers[0]), pullOf(t, f, p.Levers[1])
			if want := math.Hypot(a.cost(p.Values[0]), b.cost(p.Values[1])); !p.Crosses || math.Abs(p.Cost-want) > 1e-9 ||
				p.Values[0] == a.Now || p.Values[1] == b.Now {
				t.Errorf("%s %s: the pair %s crosses: %v, at a cost of %v, want %v", c.name, c.state, inWords(p.Set), p.Crosses, p.Cost, want)
			}
		}
	}
	if flips < 8 || sides[down] < 2 || sides[up] < 2 || farther < 2 || moving == 0 {
		t.Errorf("%d flips were found, %v by side, %d of them with a bound beyond them, %d of levers that move: the scenarios do "+
			"not put the claim to the test", flips, sides,
			farther, moving)
	}
}

// A point that crosses already, met on the way to the near bound, is a nearer flip: it is closed in on, and bounded in
// its turn. The chance is made up: it crosses from 1.15 on, save on the way from 1.27 to 1.48; luck tells nothing between 1.1 and
// 1.7, and constants leave the side open between 1.05 and 1.9.
func TestBoundsFindANearerFlip(t *testing.T) {
	pull := Pull{Lever: Lever{Now: 1, High: 2}}
	try := func(steps int) *Move {
		v := value(steps)
		m := &Move{Values: []float64{v}, Cost: pull.cost(v), Crosses: v >= 1.15 && (v < 1.27 || v > 1.48),
			Chance: stats.Share{Low: 0.4, High: 0.6, Constants: &stats.Band{Low: 0.2, High: 0.8}}}
		switch {
		case v < 1.1:
			m.Chance.Low, m.Chance.High = 0.1, 0.3
		case v > 1.7:
			m.Chance.Low, m.Chance.High = 0.7, 0.9
		}
		switch {
		case v < 1.05:
			m.Chance.Constants.High = 0.4
		case v > 1.9:
			m.Chance.Constants.Low = 0.6
		}
		pull.Points = append(pull.Points, m)
		if m.Crosses && (pull.At == nil || m.Cost < pull.At.Cost) {
			pull.At = m
		}
		return m
	}
	for _, steps := range []int{200, 299, 300, 400} { // 1, 1.495, 1.5 and 2
		try(steps)
	}
	if (&hunt{Flip: &Flip{Target: 0.5}}).boundBoth(&pull, try); pull.At.Values[0] != 1.15 {
		t.Errorf("the flip is said to lie at %v, and lies at 1.15", pull.At.Values[0])
	}
	for _, c := range []struct {
		by                  string
		found               Bounds
		nearBelow, farAbove float64
	}{{"luck", pull.Luck, 1.1, 1.7}, {"constants", *pull.Constants, 1.05, 1.9}} {
		near, far := c.found.Near, c.found.Far
		if near == nil || far == nil || *near < 1 || *near >= c.nearBelow || *far <= c.farAbove || *far > 2 {
			t.Errorf("by %s the bounds are %v and %v, want something short of %v and beyond %v", c.by, near, far, c.nearBelow, c.farAbove)
		}
	}
}

// A lever that the scenario moves over time is held level by the search, and that is a change too.
func TestALeverThatMovesIsHeldLevel(t *testing.T) {
	s := brief(ablated(t, "pacific-2025", "levers.all.threat={2025=1, 2026=5}"))
	f := FindFlip(t.Context(), s, "", 0.5, Options{Runs: 10, Seed: 1})
	threat, trade := pullOf(t, f, "threat"), pullOf(t, f, "trade")
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

// A lever that flips as soon as it is held level costs nothing and needs no other. Here the clause is shallow on the
// day it opens, and deep when states decide.
func TestHeldLevelItFlips(t *testing.T) {
	s := brief(onlyAutonomy(t))
	c := s.Clauses[s.Headline]
	c.Opens = s.Start + 0.1
	c.Depth = sim.Series{{Date: s.Start, Value: 1}, {Date: c.Opens, Value: 0.05}, {Date: s.Start + 0.2, Value: 1}}
	s.Clauses = with(s.Clauses, s.Headline, c)
	f := FindFlip(t.Context(), s, "", 0.5, Options{Runs: 20, Seed: 1})
	pull := pullOf(t, f, "depth")
	if f.Above || !pull.Moves || pull.At == nil || pull.At.Cost != 0 || pull.At.Values[0] != 0.05 || len(pull.At.Set) == 0 ||
		f.Cheapest().ID != "depth" {
		t.Fatalf("as it is %+v; the depth, %v now, flips at %+v", f.AsIs, pull.Now, pull.At)
	}
	checkBounds(t, f, &pull)
	if f.Pair != nil && slices.Contains(f.Pair.Levers, "depth") {
		t.Errorf("the depth needs no other, and is paired: %+v", f.Pair)
	}
}

// checkBounds holds the bounds of a flip point to what they claim: they enclose it, at each the interval of the chance
// lies wholly on its side of the target, and no point between a bound and the flip is as sure.
func checkBounds(t *testing.T, f *Flip, l *Pull) {
	t.Helper()
	if l.At.Cost == 0 {
		if l.Luck != (Bounds{}) {
			t.Errorf("held level %s flips as it is, and is said to flip between %v and %v", l.ID, l.Luck.Near, l.Luck.Far)
		}
		return
	}
	flip, to := l.At.Values[0], float64(l.helps())
	if !l.Moves && (l.Luck.Near == nil || to*(*l.Luck.Near-l.Now) < 0) {
		t.Errorf("%s flips at %v, from %v on, and the near bound is %v: as it is, at least, the side is known", l.ID,
			flip, l.Now, l.Luck.Near)
	}
	below := func(m *Move) bool { return m.Chance.High < f.Target }
	above := func(m *Move) bool { return m.Chance.Low >= f.Target }
	here, beyond := below, above
	if f.Above {
		here, beyond = above, below
	}
	near, far := l.Luck.Near, l.Luck.Far
	if near != nil && to*(flip-*near) <= 0 || far != nil && to*(*far-flip) < 0 {
		t.Errorf("%s flips at %v and is said to between %v and %v", l.ID, flip, near, far)
	}
	for _, m := range l.Points {
		v := m.Values[0]
		switch off := to * (v - flip); {
		case near != nil && v == *near && !here(m), far != nil && v == *far && !beyond(m):
			t.Errorf("%s at %v is a bound, and the chance there is %+v", l.ID, v, m.Chance)
		case off < 0 && here(m) && (near == nil || to*(v-*near) > 0), off >= 0 && beyond(m) && (far == nil || to*(*far-v) > 0):
			t.Errorf("%s flips at %v, with bounds at %v and %v; at %v the chance is as sure: %+v", l.ID, flip, near, far, v, m.Chance)
		}
	}
}
