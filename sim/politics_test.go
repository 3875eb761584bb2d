package sim

import (
	"math"
	"testing"
)

func TestPoliticsByHand(t *testing.T) {
	p := Politics{BetweenElections: 0.5, Suspension: 0.4, Restraint: 0.5}
	c := NewCalendar(2000, 2009.75, Quarter)
	near(t, "no elections: the rate alone", p.falls(c, nil, 0.4, 0), 1-math.Exp(-0.1))
	elections := []Date{2004, 2008}
	survive := 1.0
	for tick := range c.Tick(2008) + 1 {
		survive *= 1 - p.falls(c, elections, 0.4, tick)
	}
	// From 2000Q1 to 2008Q1, both included, are 33 quarters; elections only move the chance to their dates.
	near(t, "elections keep the yearly rate", survive, math.Exp(-0.4*33/4))
	if at, before := p.falls(c, elections, 0.4, c.Tick(2004)), p.falls(c, elections, 0.4, c.Tick(2003)); at < 4*before {
		t.Errorf("an election is no riskier (%v) than a quarter without (%v)", at, before)
	}
	// 0.4 × 0.5 × (1 - 0)/2 × (1 - 0.5×0.8)
	near(t, "a new government in a democracy", p.breaks(0.5, 0, 0.8), 0.06)
	near(t, "one that is all for clauses", p.breaks(0.5, 1, 0.8), 0)
}

func TestANewGovernmentMayTryAgain(t *testing.T) {
	r := at(twoByTwo())
	r.Step()
	r.refused[0] = true
	r.install(0)
	if r.refused[0] {
		t.Error("a new government is held to the no that its predecessor met")
	}
}
