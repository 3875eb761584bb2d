package sim

import "testing"

// shaken is the world worked by hand in which RIV strikes in the first tick and CLI alone feels it, an alarm of 0.8.
func shaken(weight float64, change func(*Scenario)) *Run {
	s := twoByTwo()
	s.Parameters.Politics.Alarm = weight
	s.Shocks = map[string]Shock{"war": {Kind: OvertAct, Actor: "RIV", Date: 2000, Size: 0.8, Felt: map[string]float64{"CLI": 1}}}
	change(&s)
	r := at(s)
	r.prelude()
	return r
}

// The example of alarm.go: 0.25 × 0.8 = 0.2 more, and no more than 1.
func TestAlarmMovesStanceByHand(t *testing.T) {
	for _, c := range []struct {
		why                  string
		weight, stance, want float64
	}{
		{"a switch at 0 moves nothing", 0, 0, 0},
		{"a silent government", 0.25, 0, 0.2},
		{"one that is against", 0.25, -0.5, -0.3},
		{"one that has little room left", 0.25, 0.9, 1},
	} {
		r := shaken(c.weight, func(s *Scenario) {
			*s = changed(*s, "CLI", func(x *State) { x.Stance = Const(c.stance) })
		})
		near(t, c.why, r.stanceOn(0, r.w.State("CLI")), c.want)
		near(t, "the patron feels nothing of it", r.stanceOn(0, r.w.State("PAT")), 0.5)
	}
}

// What a clause says of its own moves too, and so does what a new government thinks.
func TestAlarmMovesEveryStance(t *testing.T) {
	r := shaken(0.25, func(s *Scenario) {
		c := s.Clauses["pact"]
		c.Stance = map[string]Series{"CLI": Const(-0.4)}
		s.Clauses["pact"] = c
	})
	cli := r.w.State("CLI")
	near(t, "the clause's own", r.stanceOn(0, cli), -0.2)
	near(t, "without alarm", r.calmStanceOn(0, cli), -0.4)
	successor := func(weight float64) float64 {
		r := shaken(weight, func(s *Scenario) {
			*s = changed(*s, "CLI", func(x *State) { x.Stance, x.Spread, x.Volatility = Const(0), Const(0.4), Const(1e6) })
		})
		return r.stanceOn(0, cli)
	}
	near(t, "a new government", successor(0.25)-successor(0), 0.2)
}

// What Forsberg (2023) says of Finland and Sweden, that a war next door turned them: a government that is struck comes
// round within a tick and, where nothing more happens, goes back by half in a half-life. Distance from the blow makes
// the difference between two that thought alike.
func TestAlarmTurnsAGovernmentAndFades(t *testing.T) {
	r := shaken(0.5, func(s *Scenario) {
		s.End = 2003
		*s = changed(*s, "CLI", func(x *State) { x.Stance = Const(-0.2) })
		*s = changed(*s, "PAT", func(x *State) { x.Stance = Const(-0.2) })
	})
	cli, pat := r.w.State("CLI"), r.w.State("PAT")
	near(t, "struck, it is in favour", r.Stance(cli), 0.2)
	near(t, "far off, it is as it was", r.Stance(pat), -0.2)
	for range 4 {
		r.prelude()
	}
	near(t, "a half-life later", r.Stance(cli), 0)
}

// On paper home is the stance without alarm and what alarm adds, to the last bit; where a power outside presses or the
// stance is at its end, it is one figure.
func TestAlarmIsWorkedOut(t *testing.T) {
	worked := func(r *Run) Working {
		r.convene(0)
		a := r.talks.seat[r.w.State("CLI")]
		part := home.worked(r, a, 2)
		if part.Value != part.Worked() {
			t.Errorf("home is %v and works out to %v", part.Value, part.Worked())
		}
		return part
	}
	calm := func(*Scenario) {}
	part := worked(shaken(0.25, calm))
	near(t, "2 × (0.5 + 0.25 × 0.8)", part.Value, 1.4)
	if stance := part.Parts[1]; stance.Op != "+" || stance.Parts[0].Value != 0.5 || stance.Name != "stance" {
		t.Errorf("the stance is written as %+v", stance)
	}
	for why, r := range map[string]*Run{
		"the switch is off": shaken(0, calm),
		"it is at its end":  shaken(1, calm),
	} {
		if stance := worked(r).Parts[1]; stance.Op != "" {
			t.Errorf("%s, and the stance is written as %+v", why, stance)
		}
	}
}
