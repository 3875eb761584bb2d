package sim

import (
	"math"
	"reflect"
	"slices"
	"testing"
)

// coded is a scenario with a figure of every kind that a coder may have put in.
func coded() Scenario {
	state := func(capability, ideal, stance float64) State {
		return State{Capability: Const(capability), IdealPoint: Const(ideal), Stance: Const(stance),
			Centre: Const(stance), Spread: Const(0.7),
			Tradition: Const(0.9), Projection: Const(0.8), Commitment: Const(0.5), Contest: map[string]Series{"RIV": Const(0.9)}}
	}
	s := Scenario{
		Start: 2000, End: 2004, Headline: "pact",
		States: map[string]State{"AAA": state(0.3, 1.7, 0.6), "BBB": state(0.1, 0.2, 0.9), "CCC": state(0.05, -3, -0.4),
			"RIV": state(0.2, -2, 0)},
		Rivals:    map[string]Rival{"RIV": {Offence: Const(0.9), Tempo: Const(20), Move: Const(0.5), Retaliation: Const(0.9)}},
		Relations: map[string]Relation{"AAA-BBB": {Friction: Const(0.8), Affinity: Const(0.1)}},
		Clauses: map[string]Clause{"pact": {Opens: 2001, Founders: []string{"BBB", "AAA"}, Depth: Const(0.7),
			Stance: map[string]Series{"AAA": Const(1), "BBB": Const(0.9)}, Blessing: map[string]Series{"CCC": Const(1)}}},
		Shocks: map[string]Shock{
			"war":    {Kind: OvertAct, Actor: "RIV", Size: 0.9, Felt: map[string]float64{"BBB": 1}},
			"thaw":   {Kind: OvertAct, Actor: "RIV", Size: -0.9},
			"leader": {Kind: Leadership, Stance: 0.9, Felt: map[string]float64{"BBB": 1}},
		},
	}
	s.Overrides = []string{"theory = article"}
	s.Parameters.Measured = TwinFigures{Level: 0.44, Slope: 0.29, Overt: 0.29}
	return s
}

// BBB votes 1.5 away from AAA: 0.44 - 0.29 × 1.5 = 0.005. CCC votes 4.7 away: 0.44 - 1.363 = -0.923. AAA leads and
// keeps its 0.6, and on the pact its 1.
func TestTheMeasuredTwinByHand(t *testing.T) {
	was := coded()
	s := Measured(was)
	if lead := was.StrongestFounder(); lead != "AAA" {
		t.Errorf("the leading power is %s, want the strongest founder", lead)
	}
	for id, want := range map[string]float64{"AAA": 0.6, "BBB": 0.005, "CCC": -0.923} {
		if got := s.States[id].Stance.At(2002.3); math.Abs(got-want) > 1e-12 {
			t.Errorf("%s is said to have a stance of %v, by hand %v", id, got, want)
		}
	}
	if s.Shocks["war"].Size != 0.29 || s.Shocks["thaw"].Size != -0.29 || s.Shocks["war"].Felt != nil || len(s.Shocks) != 2 {
		t.Errorf("the shocks are %+v", s.Shocks)
	}
	if len(s.Relations) > 0 || !reflect.DeepEqual(s.Clauses["pact"].Stance, map[string]Series{"AAA": Const(1)}) ||
		s.Clauses["pact"].Blessing != nil || s.Clauses["pact"].Depth.At(2001) != 0.7 {
		t.Error("what a coder thinks of quarrels and clauses is still there, or the text is not")
	}
	if !reflect.DeepEqual(was, coded()) {
		t.Error("the scenario itself has changed")
	}
}

// A constant of a twin is one like all others: set to another value, it is what the twin has and what it tells.
func TestTheTwinTakesItsConstants(t *testing.T) {
	s := coded()
	s.Parameters.Measured = TwinFigures{Level: 0.1, Slope: 0.2, Contest: 0.3, Tradition: 0.4, Spread: 0.5, Projection: 0.6, Offence: 0.7,
		Tempo: 8,
		Move:  0.9, Retaliation: 1, Overt: 0.11, GreyZone: 0.12, Coercion: 0.13, Abandonment: 0.14}
	for _, kind := range []ShockKind{GreyZoneAct, Coercion, Abandonment} {
		s.Shocks[string(kind)] = Shock{Kind: kind, Actor: "RIV", Size: -1}
	}
	m := Measured(s)
	is, r := m.States["BBB"], m.Rivals["RIV"]
	for k, c := range []struct{ got, want float64 }{
		{is.Stance.At(2002), 0.1 - 0.2*1.5}, {is.Contest["RIV"].At(2002), 0.3}, {is.Tradition.At(2002), 0.4}, {is.Spread.At(2002), 0.5},
		{is.Projection.At(2002), 0.6}, {r.Offence.At(2002), 0.7}, {r.Tempo.At(2002), 8}, {r.Move.At(2002), 0.9},
		{r.Retaliation.At(2002), 1},
		{m.Shocks["war"].Size, 0.11}, {m.Shocks["grey-zone"].Size, -0.12}, {m.Shocks["coercion"].Size, -0.13},
		{m.Shocks["abandonment"].Size, -0.14},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("figure %d of the twin is %v, want %v", k, c.got, c.want)
		}
	}
	told := []string{
		"states.*.stance = 0.1 - 0.2 × UN distance from the leading power, which keeps its own",
		"states.* = contest 0.3, autonomy_tradition 0.4, spread 0.5, projection 0.6, commitment 1",
		"rivals.* = offence 0.7, tempo 8, move 0.9, retaliation 1",
		"shocks.* = abandonment 0.14, coercion 0.13, grey-zone 0.12, overt 0.11, felt by distance; leadership none",
	}
	for _, line := range told {
		if !slices.Contains(m.Overrides, line) {
			t.Errorf("the twin does not tell %q but %q", line, m.Overrides)
		}
	}
}

// Whatever a coder makes of anybody but the leading power, the twin is the same: there is nothing left that could leak.
func TestTheTwinHoldsNothingOfTheCoders(t *testing.T) {
	one, other := coded(), coded()
	for id, st := range other.States {
		st.Contest, st.Tradition, st.Commitment = map[string]Series{"RIV": Const(0.1)}, Const(0.2), Const(1)
		if id != "AAA" {
			st.Stance, st.Centre, st.Spread, st.Projection = Const(-0.7), Const(0.1), Const(0), Const(0)
		}
		other.States[id] = st
	}
	other.Rivals["RIV"] = Rival{Offence: Const(0.1), Tempo: Const(1), Move: Const(0.1), Retaliation: Const(0)}
	other.Relations = nil
	delete(other.Shocks, "leader")
	war := other.Shocks["war"]
	war.Size, war.Felt = 0.1, map[string]float64{"CCC": 1}
	other.Shocks["war"] = war
	pact := other.Clauses["pact"]
	pact.Stance, pact.Blessing = map[string]Series{"AAA": Const(1), "CCC": Const(-1)}, nil
	other.Clauses["pact"] = pact
	if a, b := Measured(one), Measured(other); !reflect.DeepEqual(a, b) {
		t.Errorf("two coders leave their mark:\n%+v\n%+v", a, b)
	}
}

// Every answer tells what was measured, since it is among what departs from the scenario; a history is measured too.
func TestTheTwinIsTold(t *testing.T) {
	s := coded()
	s.Past = &Past{Scenario: coded()}
	s.Past.Scenario.Parameters.Measured = TwinFigures{} // it is measured, as it is played, by the constants of the present
	m := Measured(s)
	if len(m.Overrides) < 3 || m.Overrides[0] != "theory = article" || m.Overrides[1] != "inputs = measured" ||
		m.Overrides[len(m.Overrides)-1] != "leading power = "+m.States["AAA"].Name {
		t.Errorf("it says %q", m.Overrides)
	}
	if past := m.Past.Scenario.States["BBB"].Stance.At(2001); math.Abs(past-0.005) > 1e-12 ||
		s.Past.Scenario.States["BBB"].Stance.At(2001) != 0.9 {
		t.Errorf("the history has a stance of %v", past)
	}
}
