package lab

import (
	"slices"
	"testing"

	"entente/sim"
)

// What figures of a kind are known to be spans states, dates and scenarios, and whose is like what is needed is told with
// where and when; nobody is like itself.
func TestWhatIsSeenOfAFigure(t *testing.T) {
	home := sim.Scenario{Name: "home", States: map[string]sim.State{
		"AAA": {Name: "Aland", Trade: map[string]sim.Series{"RIV": sim.Const(0.1)}},
		"BBB": {Name: "Beland", Trade: map[string]sim.Series{"RIV": {{Date: 2000, Value: 0.05}, {Date: 2010.5, Value: 0.3}}}},
	}}
	away := sim.Scenario{Name: "away", States: map[string]sim.State{
		"AAA": {Name: "Aland", Trade: map[string]sim.Series{"RIV": sim.Const(0.22)}},
		"CCC": {Name: "Celand", Trade: map[string]sim.Series{"OLD": sim.Const(0.18)}},
	}}
	in := &sim.Input{Path: "states.AAA.trade.RIV", Value: 0.1, Flips: true, FlipAt: 0.2}
	for _, c := range []struct {
		others []sim.Scenario
		like   []sim.Like
	}{
		{nil, []sim.Like{{Of: "Beland", Date: "2000", Value: 0.05}, {Of: "Beland", Date: "2010", Value: 0.3}}},
		{[]sim.Scenario{home, away}, []sim.Like{{Of: "Celand", Scenario: "away", Value: 0.18}, {Of: "Beland", Date: "2010", Value: 0.3}}},
	} {
		in.Seen = seen(in, &home, c.others)
		if in.Seen.Low != 0.05 || in.Seen.High != 0.3 || !slices.Equal(in.Seen.Like, c.like) {
			t.Errorf("of trade with a rival %+v is seen, want %+v", in.Seen, c.like)
		}
		if !in.Plausible() {
			t.Error("0.2 is between what is seen, and not plausible")
		}
	}
	if in.FlipAt = 0.31; in.Plausible() {
		t.Error("0.31 is more than anybody has, and plausible")
	}
}
