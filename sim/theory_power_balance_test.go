package sim

import "testing"

func TestPowerBalanceByHand(t *testing.T) {
	r := tabled(threeWay(), "power-balance", func(p *Parameters) { p.PowerBalance = PowerBalance{Need: 15, Reluctance: 2.5, Patron: 0.5} })
	// The rival's 0.2 against BYS and CLI with 0.1 each: balanced. The patron does not count.
	near(t, "balanced", r.utility("CLI"), -2.5)
	near(t, "so it is for the patron", r.utility("PAT"), -2.5)
	r.talks.expect[r.talks.seat[r.w.State("BYS")]] = 0
	// Alone against twice its strength: 2 × 2/3 - 1 = 1/3.
	near(t, "outweighed", r.utility("CLI"), 15.0/3-2.5)
}

// By capability alone a patron from outside does not count among those it comes to help, and a power of the region does.
func TestWhoIsAPatronFromOutside(t *testing.T) {
	set := func(p *Parameters) { p.PowerBalance = PowerBalance{Need: 15, Patron: 0.5} }
	near(t, "a patron of 0.3 against 0.2 is left out: 0.2 to 0.2", tabled(threeWay(), "power-balance", set).says("CLI")[Imbalance], 0)
	small := changed(threeWay(), "PAT", func(x *State) { x.Capability = Const(0.09) })
	near(t, "of three small ones none is: 0.2 to 0.29", tabled(changed(small, "RIV", func(x *State) { x.Capability = Const(0.25) }),
		"power-balance", set).says("CLI")[Imbalance], 15*(2*0.25/(0.25+0.29)-1))
}
