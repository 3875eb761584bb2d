package sim

import "testing"

// far is the world worked by hand with the client a given number of degrees north of the rest: 9 degrees are 1001 km,
// 18 are 2002.
func far(degrees float64) Scenario {
	return changed(twoByTwo(), "CLI", func(x *State) { x.Latitude = degrees })
}

func feltBy(s Scenario, shock Shock) map[string]float64 {
	s.Shocks = map[string]Shock{"it": shock}
	w := NewWorld(s)
	got := map[string]float64{}
	for _, f := range w.shocks[0].felt {
		got[w.States[f.state]] = f.share
	}
	return got
}

// Where nobody is named, a shock is felt by distance as far as the means of its actor reach.
func TestAShockIsFeltByDistance(t *testing.T) {
	blow := Shock{Kind: OvertAct, Actor: "RIV", Date: 2000, Size: 0.5}
	got := feltBy(far(9), blow)
	near(t, "in full where the actor lives", got["PAT"], 1)
	near(t, "1001 km on: exp(-1.001)", got["CLI"], 0.3675)
	if _, ok := got["RIV"]; ok {
		t.Error("the actor alarms itself")
	}
	near(t, "2002 km on: exp(-2.002)", feltBy(far(18), blow)["CLI"], 0.1351)
	there := blow
	there.Latitude = 9
	got = feltBy(far(9), there)
	near(t, "in full where it strikes", got["CLI"], 1)
	near(t, "and less at the actor's own door", got["PAT"], 0.3675)
}

// A power whose means reach farther is heard of farther off.
func TestWhoReachesFartherIsHeardOfFartherOff(t *testing.T) {
	blow := Shock{Kind: OvertAct, Actor: "RIV", Date: 2000, Size: 0.5}
	s := far(9)
	s.Parameters.Aid.Global = 2000
	near(t, "exp(-1001/2000)", feltBy(s, blow)["CLI"], 0.6062)
	near(t, "a state of the home waters only", feltBy(changed(s, "RIV", func(x *State) { x.Projection = Const(0) }), blow)["CLI"], 0.3675)
}

// Who is named is named: distance counts nowhere else.
func TestWhoIsNamedFeelsWhatIsSaid(t *testing.T) {
	got := feltBy(far(9), Shock{Kind: OvertAct, Actor: "RIV", Date: 2000, Size: 0.5, Felt: map[string]float64{"CLI": 0.9}})
	if len(got) != 1 || got["CLI"] != 0.9 {
		t.Errorf("felt by %v, want by the client alone, to 0.9", got)
	}
}

// A world that varies how far means reach varies who feels what.
func TestFeltByDistanceFollowsTheReach(t *testing.T) {
	s := far(9)
	s.Shocks = map[string]Shock{"it": {Kind: OvertAct, Actor: "RIV", Date: 2000, Size: 0.5}}
	farther := s
	farther.Parameters.Aid.Global = 2000
	v := NewWorld(s).Vary(farther)
	near(t, "the client, by the longer reach", v.shocks[0].felt[0].share, 0.6062)
}
