package sim

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// play steps a run to its end and calls see after every tick.
func play(r *Run, seed, number uint64, see func()) {
	r.Start(seed, number)
	for r.Step() {
		see()
	}
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
			within("share of trade", r.share, 0, 1)
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

func TestTermsAddUpToTheUtility(t *testing.T) {
	weighed := 0
	worlds(200, func(number uint64, s Scenario) {
		w := NewWorld(s)
		r := NewRun(w)
		play(r, 2, 0, func() {
			for c := range w.Clauses {
				for i := range w.States {
					terms, chance, ok := r.Decided(c, i)
					if !ok {
						continue
					}
					weighed++
					sum := 0.0
					for _, v := range terms {
						sum += v
					}
					if want := 1 / (1 + math.Exp(-sum/s.Parameters.Common.Noise)); math.Abs(chance-want) > 1e-12 {
						t.Fatalf("world %d: %s has chance %v, its utility says %v", number, w.States[i], chance, want)
					}
				}
			}
		})
	})
	if weighed < 1000 {
		t.Errorf("only %d decisions were seen: the worlds do not put the claim to the test", weighed)
	}
}

// TestOneWayFigures raises one figure of one state, with all else and everyone's expectations as they are: fear of the
// rival must not make it less willing, and what costs must not make it more so.
func TestOneWayFigures(t *testing.T) {
	up := func(path, me string) (sign int) {
		switch {
		case strings.HasPrefix(path, "threat felt"), strings.HasPrefix(path, me+".contest"):
			return 1
		case strings.HasPrefix(path, me+".trade"), path == me+".openness", path == me+".autonomy_tradition",
			strings.HasSuffix(path, ".friction"), strings.HasSuffix(path, ".retaliation"):
			return -1
		case path == me+".stance", strings.HasSuffix(path, ".affinity"):
			return 1
		}
		return 0
	}
	tried := 0
	worlds(200, func(number uint64, s Scenario) {
		s.Theory = DefaultTheory
		w := NewWorld(s)
		tick := w.Calendar.Ticks() / 2
		for c := range w.Clauses {
			for _, i := range w.clauses[c].invited {
				r := NewRun(w.copyAt(tick))
				r.Start(3, number)
				for r.Tick+1 < tick {
					r.Step()
				}
				r.prelude()
				r.convene(c)
				r.invite(i)
				r.expects()
				expect := slices.Clone(r.talks.expect)
				me := "states." + w.States[i]
				for _, in := range r.inputs(c, i) {
					sign := up(in.Path, me)
					if sign == 0 {
						continue
					}
					tried++
					last := math.Inf(-sign)
					for k := range 11 {
						at := func() { in.set(in.Low + (in.High-in.Low)*float64(k)/10) }
						if !in.late {
							at()
						}
						r.feel()
						r.open()
						r.declare()
						r.count()
						if in.late {
							at()
						}
						copy(r.talks.expect, expect)
						r.prepare()
						terms := r.weigh(r.talks.seat[i])
						u := terms.Sum()
						if float64(sign)*(u-last) < -1e-9 {
							t.Fatalf("world %d: raising %s moves the utility of %s from %v to %v", number, in.Path, w.States[i], last, u)
						}
						last = u
					}
					in.set(in.Value)
				}
			}
		}
	})
	if tried < 1000 {
		t.Errorf("only %d figures were tried", tried)
	}
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
						t.Fatalf("world %d, tick %d: chance of %s is %v under one name and %v under another", number, a.Tick, w.States[i], x, y)
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
	v.Levers = map[string]Lever{}
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

// TestALaterStartKeepsTheLuck: luck goes by the date, not by the number of ticks since the start.
func TestALaterStartKeepsTheLuck(t *testing.T) {
	a, b := newLuck(1, 2), newLuck(1, 2)
	early, late := NewCalendar(2000, 2010, Quarter), NewCalendar(2005, 2010, Quarter)
	x := a.roll(governmentFalls, keyOf("JPN"), early.first+early.Tick(2007))
	y := b.roll(governmentFalls, keyOf("JPN"), late.first+late.Tick(2007))
	if x != y {
		t.Errorf("the roll of 2007 is %v from 2000 and %v from 2005", x, y)
	}
}

// A chance is at most rate × years, so a roll beyond that needs no exponential; the answer is the same.
func TestHitsIsTheChance(t *testing.T) {
	luck := rand.New(rand.NewPCG(3, 4))
	for range 200000 {
		rate, years := math.Pow(10, 16*luck.Float64()-14), 1/float64([]int{1, 4, 12}[luck.IntN(3)])
		roll := luck.Float64()
		if luck.IntN(2) == 0 { // close to where it matters
			roll = min(max(rate*years*(1+1e-9*(luck.Float64()-0.5)), 0), 1-1e-16)
		}
		if got, want := hits(roll, rate, years), roll < chance(rate, years); got != want {
			t.Fatalf("a roll of %v at %v a year for %v years hits: %v, want %v", roll, rate, years, got, want)
		}
	}
}

// Once a clause is lost it stays out of force and nobody signs it any more.
func TestLostIsLost(t *testing.T) {
	lost := 0
	worlds(300, func(number uint64, s Scenario) {
		luck := rand.New(rand.NewPCG(number, 7))
		for id, c := range s.Clauses {
			c.Closes = s.Start + Date(luck.Float64())*(s.End-s.Start)
			s.Clauses[id] = c
		}
		w := NewWorld(s)
		r := NewRun(w)
		since := make([]int, len(w.Clauses))
		fill(since, -1)
		play(r, 1, number, func() {
			for c := range w.Clauses {
				if since[c] < 0 && r.Lost(c) {
					since[c] = r.Tick
					lost++
				}
				if since[c] < 0 {
					continue
				}
				if r.InForce(c) || !r.Lost(c) {
					t.Fatalf("world %d: %s was lost at tick %d and is in force at %d", number, w.Clauses[c], since[c], r.Tick)
				}
				for i := range w.States {
					if r.FirstSigned(c, i) > since[c] {
						t.Fatalf("world %d: %s was lost at tick %d and is signed at %d", number, w.Clauses[c], since[c], r.Tick)
					}
				}
			}
		})
	})
	if lost < 50 {
		t.Errorf("only %d clauses were lost: the worlds do not put the claim to the test", lost)
	}
}
