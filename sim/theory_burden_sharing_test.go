package sim

import (
	"math"
	"testing"
)

// Olson & Zeckhauser: the small leans on the large, down to the corner; the large gains nothing from the small.
func TestBurdenSharingByHand(t *testing.T) {
	s := changed(twoByTwo(), "PAT", func(x *State) { x.Capability, x.Contest = Const(1), map[string]Series{"RIV": Const(1)} })
	s = changed(s, "CLI", func(x *State) { x.Contest = map[string]Series{"RIV": Const(1)} })
	s.Ties = nil
	set := func(p *Parameters) { p.BurdenSharing = BurdenSharing{Saving: 10, Reluctance: 2.5, Taste: 0.1} }
	r := tabled(s, "burden-sharing", set)
	near(t, "the small", r.says("CLI")[Burden], 10*(0.9*math.Log(0.1/0.09)+0.1*math.Log(0.1/0.01)))
	near(t, "the large", r.says("PAT")[Burden], 0)
	// Two alike spend so that t = 0.1 - 0.9 t: 0.0526 each of means of 1.
	s = changed(s, "CLI", func(x *State) { x.Capability = Const(1) })
	each := 0.1 / 1.9
	near(t, "two alike", tabled(s, "burden-sharing", set).says("CLI")[Burden],
		10*(0.9*math.Log((1-each)/0.9)+0.1*math.Log(2*each/0.1)))
	// Who already has the other's spending gains nothing by a clause.
	s.Ties = map[string]Tie{"old": {Title: "Old", Members: []string{"CLI", "PAT"}, Kind: Defence, Depth: Const(0.3), Since: 1990}}
	near(t, "allies already", tabled(s, "burden-sharing", set).says("CLI")[Burden], 0)
	s = changed(s, "CLI", func(x *State) { x.Contest = nil })
	near(t, "who fears nobody saves nothing", tabled(s, "burden-sharing", set).says("CLI")[Burden], 0)
}

// Olson and Zeckhauser over any pair: with equal tastes, whoever has less means gains at least as much, and the larger
// bears the larger share of its means.
func TestTheSmallExploitTheLarge(t *testing.T) {
	for _, small := range []float64{0.01, 0.05, 0.1, 0.3, 0.9} {
		s := twoByTwo()
		s.Ties = nil
		for id, capability := range map[string]float64{"PAT": 1, "CLI": small} {
			s = changed(s, id, func(x *State) { x.Capability, x.Contest = Const(capability), map[string]Series{"RIV": Const(1)} })
		}
		r := tabled(s, "burden-sharing", func(p *Parameters) { p.BurdenSharing = BurdenSharing{Saving: 1, Taste: 0.2} })
		if client, patron := r.says("CLI")[Burden], r.says("PAT")[Burden]; client < patron || patron < -1e-9 {
			t.Errorf("a client of %v gains %v, its patron of 1 gains %v", small, client, patron)
		}
		rule := &r.w.Parameters.BurdenSharing
		theirs, _ := rule.spends(r, r.talks.seat[r.w.State("CLI")], true)
		ours, _ := rule.spends(r, r.talks.seat[r.w.State("PAT")], true)
		if ours <= theirs/small || theirs < 0 || ours > 1 {
			t.Errorf("beside a client of %v, which spends %v, its patron of 1 spends %v", small, theirs, ours)
		}
	}
}

// One who fears next to nothing spends next to nothing, also where rounding has it drop out of its own equilibrium.
func TestNextToNoFearSpendsNextToNothing(t *testing.T) {
	s := changed(twoByTwo(), "CLI", func(x *State) { x.Capability = Const(0.29990411725420063) })
	s.Ties = nil
	r := tabled(s, "burden-sharing", func(p *Parameters) { p.BurdenSharing = BurdenSharing{Saving: 1, Taste: 0.42072425734167745} })
	clear(r.threat)
	cli := r.w.State("CLI")
	r.threat[cli*len(r.w.rivals)] = 1.3877787807814457e-17
	own, utility := r.w.Parameters.BurdenSharing.spends(r, r.talks.seat[cli], false)
	if !(own >= 0 && own < 1e-9) || math.IsInf(utility, 0) || math.IsNaN(utility) {
		t.Errorf("it spends %v, which is worth %v to it", own, utility)
	}
}
