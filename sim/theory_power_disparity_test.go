package sim

import (
	"math"
	"testing"
)

func TestPowerDisparityByHand(t *testing.T) {
	set := func(p *Parameters) {
		p.PowerDisparity = PowerDisparity{Security: 30, Interest: 20, Reluctance: 2.5, Control: 2}
	}
	r := tabled(threeWay(), "power-disparity", set)
	near(t, "a patron of 0.3 over two of 0.1", r.says("PAT")[Control], -2*0.3/0.2)
	near(t, "the client loses no say", r.says("CLI")[Control], 0)
	near(t, "the client's protection", tabled(twoByTwo(), "power-disparity", set).says("CLI")[Security],
		30*(danger(0.5, 0.145)-danger(0.5, 0.22)))
	near(t, "the patron's interest, half of the rival's means", tabled(twoByTwo(), "power-disparity", set).says("PAT")[Interest],
		20*0.5*(danger(0.5, 0.145)-danger(0.5, 0.22)))
	r.talks.expect[r.talks.seat[r.w.State("CLI")]], r.talks.expect[r.talks.seat[r.w.State("BYS")]] = 0, 0
	near(t, "nobody expected", r.says("PAT")[Control], -2*mostDisparity)
	r = tabled(threeWay(), "power-disparity", func(p *Parameters) {
		p.PowerDisparity = PowerDisparity{Security: 30,
			Interest: 30, Control: 0.1}
	})
	r.talks.expect[r.talks.seat[r.w.State("CLI")]], r.talks.expect[r.talks.seat[r.w.State("BYS")]] = 0, 0
	if p := r.w.Parameters.Common.chance(r.utility("PAT")); p >= 0x1p-53 {
		t.Errorf("with nobody expected and little say to lose the patron signs with a chance of %v, which a roll can tell from nothing", p)
	}
}

// Weber, as read by the article: the more the patron outweighs its partners, the more it keeps to bilateral ties.
func TestWeberPrefersBilateralTiesAsThePatronsShareRises(t *testing.T) {
	set := func(p *Parameters) {
		p.PowerDisparity = PowerDisparity{Security: 30, Interest: 20, Reluctance: 2.5, Control: 2}
	}
	last := math.Inf(1)
	for _, capability := range []float64{0.15, 0.3, 0.6} {
		patron := func(s Scenario) *Run {
			return tabled(changed(s, "PAT", func(x *State) { x.Capability = Const(capability) }), "power-disparity", set)
		}
		many, one := patron(threeWay()), patron(twoByTwo())
		over := many.utility("PAT") - one.utility("PAT")
		if over >= last {
			t.Errorf("with %v the patron prefers the table of three by %v, with less by %v", capability, over, last)
		}
		last = over
		if one.says("PAT")[Control] != 0 {
			t.Errorf("alone with its client the patron loses %v of its say", one.says("PAT")[Control])
		}
	}
	if last >= 0 {
		t.Errorf("a patron of 0.6 still prefers the table of three, by %v", last)
	}
}
