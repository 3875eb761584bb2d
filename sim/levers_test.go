package sim

import (
	"reflect"
	"slices"
	"testing"
)

// pulled is the world of two by two with levers.
func pulled(levers map[string]Levers) Scenario {
	s := twoByTwo()
	s.Levers = levers
	return s
}

// Each lever multiplies its figure; that of all and a state's own join. What is a share stays one.
func TestLeversByHand(t *testing.T) {
	threat := func(v float64) Levers { return Levers{Threat: Const(v)} }
	trade := func(v float64) Levers { return Levers{Trade: Const(v)} }
	volatility := func(v float64) Levers { return Levers{Volatility: Const(v)} }
	ties := func(v float64) Levers { return Levers{Ties: Const(v)} }
	friction := func(v float64) Levers { return Levers{Friction: Const(v)} }
	stance := func(v float64) Levers { return Levers{Stance: Const(v)} }
	stanceOf := func(r *Run) float64 { return r.w.stance[r.Tick][r.w.State("CLI")] }
	middle := func(r *Run) float64 { return r.w.centre[r.Tick][r.w.State("CLI")] }
	felt := func(r *Run) float64 { return r.Threat(r.w.State("CLI")) }
	traded := func(r *Run) float64 { return r.Dependence(0, r.w.State("CLI")) }
	falls := func(r *Run) float64 { return r.w.volatility[r.Tick][r.w.State("CLI")] }
	tied := func(r *Run) float64 { return r.Depth(r.w.State("CLI"), r.w.State("PAT")) }
	quarrel := func(r *Run) float64 { return r.w.friction[r.Tick][r.w.State("PAT")*r.w.N()+r.w.State("CLI")] }
	for _, c := range []struct {
		why    string
		levers map[string]Levers
		of     func(*Run) float64
		want   float64
	}{
		{"no lever", nil, felt, 0.5},
		{"threat to all", map[string]Levers{"all": threat(0.6)}, felt, 0.3},
		{"threat to it", map[string]Levers{"CLI": threat(1.5)}, felt, 0.75},
		{"threat to all and to it", map[string]Levers{"all": threat(0.8), "CLI": threat(1.5)}, felt, 0.6},
		{"threat to another", map[string]Levers{"PAT": threat(1.5)}, felt, 0.5},
		{"no threat is more than the whole", map[string]Levers{"all": threat(5)}, felt, 1},
		{"trade of all", map[string]Levers{"all": trade(0.5)}, traded, 0.1},
		{"trade of all and its own", map[string]Levers{"all": trade(0.5), "CLI": trade(3)}, traded, 0.3},
		{"no trade is more than all trade", map[string]Levers{"all": trade(3), "CLI": trade(2)}, traded, 1},
		{"volatility", map[string]Levers{"all": volatility(2), "CLI": volatility(1.5), "PAT": volatility(4)}, falls, 0.6},
		{"ties of all", map[string]Levers{"all": ties(0.5)}, tied, 0.15},
		{"a tie has two ends", map[string]Levers{"CLI": ties(0.5), "PAT": ties(0.5)}, tied, 0.075},
		{"and that of all counts once", map[string]Levers{"all": ties(0.5), "CLI": ties(1.2), "PAT": ties(2)}, tied, 0.36},
		{"no tie is deeper than deep", map[string]Levers{"all": ties(2), "CLI": ties(2)}, tied, 1},
		{"a tie to another", map[string]Levers{"RIV": ties(0)}, tied, 0.3},
		{"friction of all", map[string]Levers{"all": friction(3)}, quarrel, 0.3},
		{"a quarrel has two ends", map[string]Levers{"all": friction(2), "CLI": friction(1.5), "PAT": friction(0.5)}, quarrel, 0.15},
		{"no quarrel is worse than the worst", map[string]Levers{"CLI": friction(5), "PAT": friction(5)}, quarrel, 1},
		{"stances of all", map[string]Levers{"all": stance(0.25)}, stanceOf, 0.35},
		{"stances of all and its own add up", map[string]Levers{"all": stance(0.25), "CLI": stance(-0.5)}, stanceOf, -0.15},
		{"the parties move with the government", map[string]Levers{"all": stance(0.25)}, middle, 0.45},
		{"nobody is more than wholly in favour", map[string]Levers{"CLI": stance(2)}, stanceOf, 1},
		{"nor more than wholly against", map[string]Levers{"CLI": stance(-2)}, middle, -1},
		{"the stance of another", map[string]Levers{"PAT": stance(1)}, stanceOf, 0.1},
	} {
		s := pulled(c.levers)
		x := s.States["CLI"]
		x.Volatility, x.Stance, x.Centre = Const(0.2), Const(0.1), Const(0.2)
		s.States["CLI"] = x
		r := at(s)
		r.Step()
		near(t, c.why, c.of(r), c.want)
	}
}

// A lever moves over time as other figures do: from half the trade in the first quarter to none in the third.
func TestALeverMovesOverTime(t *testing.T) {
	r := at(pulled(map[string]Levers{"all": {Trade: Series{{2000, 0.5}, {2000.5, 0}}}}))
	for _, want := range []float64{0.1, 0.05, 0, 0} {
		r.Step()
		near(t, "trade", r.Dependence(0, r.w.State("CLI")), want)
	}
}

// Levers at 1 change no bit of any run.
func TestLeversAtOneChangeNothing(t *testing.T) {
	one := Levers{Const(1), Const(1), Const(1), Const(1), Const(1), Const(0)}
	worlds(200, func(number uint64, s Scenario) {
		s.Levers = nil
		plain := NewRun(NewWorld(s))
		s.Levers = map[string]Levers{Everyone: one, "S00": one, "S02": one}
		levered := NewRun(NewWorld(s))
		plain.Start(7, number)
		levered.Start(7, number)
		for plain.Step() && levered.Step() {
			for _, pair := range [][2][]float64{{plain.threat, levered.threat}, {plain.chance, levered.chance},
				{plain.ties, levered.ties}, {plain.dependence, levered.dependence}, {plain.stances, levered.stances},
				{plain.lost, levered.lost}} {
				if !slices.Equal(pair[0], pair[1]) {
					t.Fatalf("world %d, tick %d: levers at 1 change the run", number, plain.Tick)
				}
			}
		}
	})
}

// Every lever turns something in some world: one that moves nothing would be decoration.
func TestEveryLeverMovesSomething(t *testing.T) {
	levers := reflect.TypeFor[Levers]()
	for k := range levers.NumField() {
		moved := false
		worlds(20, func(number uint64, s Scenario) {
			s.Levers = nil
			before := played(s, number)
			l := reflect.New(levers).Elem()
			l.Field(k).Set(reflect.ValueOf(Const(0.3)))
			s.Levers = map[string]Levers{Everyone: l.Interface().(Levers)}
			moved = moved || !slices.Equal(before, played(s, number))
		})
		if !moved {
			t.Errorf("the lever on %s moves nothing in any world", levers.Field(k).Tag.Get("toml"))
		}
	}
}

// played is the chances of every tick of a run.
func played(s Scenario, number uint64) []float64 {
	r := NewRun(NewWorld(s))
	var all []float64
	play(r, 8, number, func() { all = append(all, r.chance...) })
	return all
}

// What explain calls the figure to set is one, whatever levers multiply it by: set in the scenario to the value at which
// explain says that the decision turns, it turns. Both states are indispensable, so that each expects the other whatever
// happens.
func TestFlipsUnderLeversAreFiguresToSet(t *testing.T) {
	with := func(trade, friction float64) *World {
		s := pulled(map[string]Levers{"all": {Trade: Const(0.5), Friction: Const(3)}, "CLI": {Trade: Const(0.8), Volatility: Const(2)}})
		c := s.Clauses["pact"]
		c.Required = []string{"CLI", "PAT"}
		s.Clauses["pact"] = c
		x := s.States["CLI"]
		x.Trade, x.Volatility = map[string]Series{"RIV": Const(trade)}, Const(0.1)
		s.States["CLI"] = x
		s.Relations["CLI-PAT"] = Relation{Friction: Const(friction), Affinity: Const(0.6)}
		return NewWorld(s)
	}
	explain := func(w *World, run uint64) *Explanation {
		e, err := w.Explain(1, run, 0, w.State("CLI"), 0)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	w, turned := with(0.2, 0.1), map[string]int{}
	for run := range uint64(300) {
		e := explain(w, run)
		for _, in := range e.Inputs {
			want, ok := map[string][2]float64{"states.CLI.trade.RIV": {0.2, 0.4}, "states.CLI.volatility": {0.1, 2},
				"relations.CLI-PAT.friction": {0.1, 3}}[in.Path]
			if !ok {
				want = [2]float64{in.Value, 1}
			}
			near(t, in.Path, in.Value, want[0])
			near(t, "times of "+in.Path, in.Times, want[1])
			if !in.Flips {
				continue
			}
			var before, after *World
			const hair = 1e-9
			short, beyond := in.FlipAt-hair*(in.FlipAt-in.Value), in.FlipAt+hair*(in.FlipAt-in.Value)
			switch in.Path {
			case "states.CLI.trade.RIV":
				before, after = with(short, 0.1), with(beyond, 0.1)
			case "relations.CLI-PAT.friction":
				before, after = with(0.2, short), with(0.2, beyond)
			default:
				continue
			}
			turned[in.Path]++
			if explain(before, run).Willing != e.Willing || explain(after, run).Willing == e.Willing {
				t.Errorf("run %d: with %s set to %v the decision does not turn", run, in.Path, in.FlipAt)
			}
		}
	}
	if turned["states.CLI.trade.RIV"] < 3 || turned["relations.CLI-PAT.friction"] < 3 {
		t.Errorf("only %v flips under levers were tried", turned)
	}
}

// A lever is found once, when its world is laid out, and looked at many thousand times: no look makes anything anew.
func TestNoLookAtALeverMakesAnything(t *testing.T) {
	s := pulled(map[string]Levers{Everyone: {Ties: Const(1.5)}})
	w := NewWorld(s)
	ties := func(l *Levers) Series { return l.Ties }
	if made := testing.AllocsPerRun(10, func() { w.lever(s.Start, ties, 0, 1) }); made > 0 || w.lever(s.Start, ties, 0, 1) != 1.5 {
		t.Errorf("a look at a lever of 1.5 finds %v and makes %v things", w.lever(s.Start, ties, 0, 1), made)
	}
}
