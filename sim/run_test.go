package sim

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// Two clauses that swap names, each with its luck, meet the same fate.
func TestNamesOfClausesDoNotMatter(t *testing.T) {
	count := 3000
	if testing.Short() {
		count = 700
	}
	worlds(count, func(number uint64, s Scenario) {
		if len(s.Clauses) < 2 {
			return
		}
		p := &s.Parameters.Decision
		p.Reluctance, p.Security, p.Friction, p.Unlikeness, s.Parameters.Review.Every = -3, 20, 2, 1, 1
		s.Parameters.Common.Goodwill = 0
		swap := map[string]string{"pact": "other", "other": "pact"}
		v := s
		v.Clauses = keyed(s.Clauses, swap)
		a, b := NewRun(NewWorld(s)), NewRun(NewWorld(v))
		for c, id := range a.w.Clauses {
			b.w.clauses[b.w.Clause(swap[id])].key = a.w.clauses[c].key
		}
		a.Start(4, number)
		b.Start(4, number)
		n := a.w.N()
		for a.Step() && b.Step() {
			for c, id := range a.w.Clauses {
				for i := range n {
					if x, y := a.status[c*n+i], b.status[b.w.Clause(swap[id])*n+i]; x != y {
						t.Fatalf("world %d, tick %d: %s stands with %s at %d under one name and %d under another", number,
							a.Tick, a.w.States[i], id, x, y)
					}
				}
			}
		}
	})
}

func TestFiguresStayInTheirBounds(t *testing.T) {
	worlds(200, func(number uint64, s Scenario) {
		r := NewRun(NewWorld(s))
		within := func(what string, v []float64, low, high float64) {
			for _, x := range v {
				if !(x >= low && x <= high) {
					t.Fatalf("world %d, tick %d: %s is %v, outside [%v, %v]", number, r.Tick, what, x, low, high)
				}
			}
		}
		play(r, 1, 0, func() {
			within("threat", r.threat, 0, 1)
			within("alarm", r.alarm, 0, 1)
			within("ground", r.ground, 0, 1)
			within("share of trade", r.dependence, 0, 1)
			within("trust", r.trust, 0, 2)
			within("depth", r.depth, 0, 1)
			within("chance", r.chance, 0, 1)
			within("expectation", r.talks.expect, 0, 1)
			within("stance", r.stances, -1, 1)
			within("trade lost", r.lost, 0, math.Inf(1))
			within("aid", r.aid, 0, math.Inf(1))
			within("ties", r.ties, 0, 1)
			within("friction", r.w.friction[r.Tick], 0, 1)
			within("chance of a new government", r.w.falls[r.Tick], 0, 1)
		})
	})
}

// TestNamesAndOrderDoNotMatter runs a world and the same world with its states renamed, so that their order is reversed
// everywhere. Each state keeps its luck. Whatever was decided one after the other in place of at once would show.
func TestNamesAndOrderDoNotMatter(t *testing.T) {
	worlds(200, func(number uint64, s Scenario) {
		w := NewWorld(s)
		v, to := underOtherNames(w)
		n := w.N()
		a, b := NewRun(w), NewRun(v)
		a.Start(4, number)
		b.Start(4, number)
		for a.Step() && b.Step() {
			for i := range n {
				if x, y := a.Threat(i), b.Threat(to[i]); math.Abs(x-y) > 1e-9 {
					t.Fatalf("world %d, tick %d: %s feels %v under one name and %v under another", number, a.Tick, w.States[i], x, y)
				}
				for c := range w.Clauses {
					if x, y := a.chance[c*n+i], b.chance[c*n+to[i]]; math.Abs(x-y) > 1e-6 {
						t.Fatalf("world %d, tick %d: chance of %s is %v under one name and %v under another", number,
							a.Tick, w.States[i], x, y)
					}
					if a.Signed(c, i) != b.Signed(c, to[i]) {
						t.Fatalf("world %d, tick %d: %s signs under one name only", number, a.Tick, w.States[i])
					}
				}
				for j := range n {
					if x, y := a.Rung(i, j), b.Rung(to[i], to[j]); i != j && x != y {
						t.Fatalf("world %d, tick %d: tie of %s and %s at rung %d and %d", number, a.Tick, w.States[i], w.States[j], x, y)
					}
				}
			}
		}
	})
}

// underOtherNames is a world with its states renamed, so that their order is reversed, each with the luck it had; and the
// number in it of each state.
func underOtherNames(w *World) (v *World, to []int) {
	other := map[string]string{}
	for i, id := range w.States {
		other[id] = string(rune('Z'-i)) + id
	}
	v = NewWorld(renamed(w.Scenario, other))
	n := w.N()
	to = make([]int, n)
	for i, id := range w.States {
		to[i] = v.State(other[id])
		v.key[to[i]] = w.key[i]
	}
	for i := range n {
		for j := range n {
			v.pairKey[to[i]*n+to[j]] = w.pairKey[i*n+j]
		}
	}
	for q, id := range w.Rivals {
		v.rivals[find(v.Rivals, other[id])].key = w.rivals[q].key
	}
	return v, to
}

// renamed is a scenario with other ids for its states.
func renamed(s Scenario, other map[string]string) Scenario {
	list := func(ids []string) []string {
		var l []string
		for _, id := range ids {
			l = append(l, other[id])
		}
		slices.Reverse(l)
		return l
	}
	v := s
	v.States, v.Rivals, v.Relations = map[string]State{}, map[string]Rival{}, map[string]Relation{}
	v.Ties, v.Arrangements = map[string]Tie{}, map[string]Arrangement{}
	v.Clauses, v.Shocks = map[string]Clause{}, map[string]Shock{}
	for id, x := range s.States {
		x.Trade, x.Contest = keyed(x.Trade, other), keyed(x.Contest, other)
		v.States[other[id]] = x
	}
	v.Rivals = keyed(s.Rivals, other)
	v.Levers = map[string]Levers{}
	for who, x := range s.Levers {
		if who != Everyone {
			who = other[who]
		}
		v.Levers[who] = x
	}
	for id, x := range s.Relations {
		i, j, _ := strings.Cut(id, "-")
		v.Relations[other[i]+"-"+other[j]] = x
	}
	for id, x := range s.Ties {
		x.Guarantor = other[x.Guarantor]
		x.Members = list(x.Members)
		v.Ties[id] = x
	}
	for id, x := range s.Arrangements {
		x.Members = list(x.Members)
		v.Arrangements[id] = x
	}
	for id, x := range s.Clauses {
		x.Founders, x.Against, x.OpenTo = list(x.Founders), list(x.Against), keyed(x.OpenTo, other)
		x.Required, x.Area = list(x.Required), list(x.Area)
		v.Clauses[id] = x
	}
	for id, x := range s.Shocks {
		x.Actor, x.Felt = other[x.Actor], keyed(x.Felt, other)
		v.Shocks[id] = x
	}
	return v
}

func keyed[T any](m map[string]T, other map[string]string) map[string]T {
	v := map[string]T{}
	for id, x := range m {
		v[other[id]] = x
	}
	return v
}

// TestAStrangerChangesNothing adds a state that nobody invites, threatens or is tied to. With intent at full weight
// nobody fears it and it fears nobody, so that it makes no ties, and everyone else must live the same history.
func TestAStrangerChangesNothing(t *testing.T) {
	worlds(200, func(number uint64, s Scenario) {
		s.Parameters.Threat.Intent = 1
		w := NewWorld(s)
		s.States = keyed(s.States, itself(w.States))
		s.States["AAA"] = State{
			Name: "Stranger", Capability: Const(0.1), Openness: Const(1), Polyarchy: Const(1), IdealPoint: Const(0),
			Tradition: Const(0), Volatility: Const(1), Stance: Const(1), Spread: Const(1), Projection: Const(1), Commitment: Const(1),
		}
		v := NewWorld(s)
		a, b := NewRun(w), NewRun(v)
		a.Start(5, number)
		b.Start(5, number)
		for a.Step() && b.Step() {
			for i := range w.States { // the stranger is number 0 in v
				for c := range w.Clauses {
					p, q := c*w.N()+i, c*v.N()+i+1
					if a.chance[p] != b.chance[q] || a.status[p] != b.status[q] {
						t.Fatalf("world %d, tick %d: %s lives another history since the stranger came", number, a.Tick, w.States[i])
					}
				}
				if a.Threat(i) != b.Threat(i+1) || a.TradeLost(i) != b.TradeLost(i+1) || a.Stance(i) != b.Stance(i+1) {
					t.Fatalf("world %d, tick %d: %s fares otherwise since the stranger came", number, a.Tick, w.States[i])
				}
			}
		}
	})
}

func itself(ids []string) map[string]string {
	m := map[string]string{}
	for _, id := range ids {
		m[id] = id
	}
	return m
}

// TestARunForgetsTheOneBefore plays run 7 on a used Run and on a new one.
func TestARunForgetsTheOneBefore(t *testing.T) {
	worlds(100, func(number uint64, s Scenario) {
		w := NewWorld(s)
		used, fresh := NewRun(w), NewRun(w)
		play(used, 6, 3, func() {})
		used.Start(6, 7)
		fresh.Start(6, 7)
		for used.Step() && fresh.Step() {
			for _, pair := range [][2][]float64{{used.threat, fresh.threat}, {used.chance, fresh.chance}, {used.depth, fresh.depth},
				{used.lost, fresh.lost}, {used.stances, fresh.stances}} {
				if !slices.Equal(pair[0], pair[1]) {
					t.Fatalf("world %d, tick %d: the run remembers the one before", number, used.Tick)
				}
			}
		}
	})
}
