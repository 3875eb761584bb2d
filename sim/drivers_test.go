package sim

import "testing"

// first is the world of a scenario after its first tick.
func first(s Scenario) *Run {
	r := at(s)
	r.Step()
	return r
}

// The client stands in one place with a rival of 0.2 that is all offence, with which it disputes half of what it has.
// It trades half its GDP, a fifth of that with the rival, and has a new government every fourth year, 0.6 from the
// middle of politics to either side.
func TestDriversByHand(t *testing.T) {
	s := twoByTwo()
	s.Parameters.Threat.Power, s.Parameters.Threat.Proximity = 1, 1
	cli := s.States["CLI"]
	cli.Volatility, cli.Spread = Const(0.25), Const(0.6)
	s.States["CLI"] = cli
	r := first(s)
	d := r.Drivers(0, r.w.State("CLI"))
	near(t, "power 0.2/(0.2+0.1)", d.Power, 0.6667)
	near(t, "proximity of one place", d.Proximity, 1)
	near(t, "offence, by rubric", d.Offence, 1)
	near(t, "intent, of a standing contest alone", d.Intent, 0.5)
	near(t, "threat, the mean of three times the fourth", d.Threat, (0.6667+1+1)/3*0.5)
	near(t, "trade at risk 0.1 × 0.5 × 0.8 × 0.3", d.Trade, 0.012)
	near(t, "policy volatility 0.25 × 0.6", d.PolicyVolatility(), 0.15)
	terms, _, _ := r.Decided(0, r.w.State("CLI"))
	near(t, "its term is what the rule weighs it by", terms[TradeLoss], -10*d.Trade)
}

// Of several rivals the worst is looked at: a second, without means of attack, frightens less.
func TestDriversLookAtTheWorstRival(t *testing.T) {
	s := twoByTwo()
	meek := s.States["RIV"]
	s.States["ALT"] = meek
	s.Rivals["ALT"] = Rival{Posture: Steady(GreyZone), Offence: Const(0.1), Tempo: Const(0), Move: Const(0), Retaliation: Const(0)}
	c := s.Clauses["pact"]
	c.Against = []string{"ALT", "RIV"}
	s.Clauses["pact"] = c
	cli := s.States["CLI"]
	cli.Contest = map[string]Series{"RIV": Const(0.5), "ALT": Const(0.5)}
	s.States["CLI"] = cli
	r := first(s)
	d := r.Drivers(0, r.w.State("CLI"))
	near(t, "its threat", d.Threat, 0.5)
	near(t, "and its offence", d.Offence, 1)
}

func TestWhatADriverAdds(t *testing.T) {
	terms := Terms{Security: 2, Interest: 0.5, Entrapment: -0.3, TradeLoss: -0.4, Home: 1.5, Sponsorship: 0.7, Unsteadiness: -0.1,
		Audience: -0.2, Reluctance: -3}
	near(t, "threat", ThreatDriver.Adds(&terms), 2+0.5-0.3)
	near(t, "trade", TradeDriver.Adds(&terms), -0.4)
	near(t, "politics at home", VolatilityDriver.Adds(&terms), -0.3)
}

// What a driver adds is nothing in a world without it, where all else is what it was; and with half the threat, felt by
// all, it is half.
func TestADriverAddsNothingWhereItIsNot(t *testing.T) {
	s := twoByTwo()
	c := s.Clauses["pact"]
	c.Required = []string{"CLI", "PAT"} // so that nobody's expectations change
	s.Clauses["pact"] = c
	for id, st := range s.States {
		st.Volatility, st.Spread = Const(0.4), Const(0.5)
		s.States[id] = st
	}
	decides := func(all Levers) *Run {
		s.Levers = map[string]Levers{Everyone: all}
		return first(s)
	}
	lever := func(set func(*Levers)) Levers {
		l := Levers{Threat: Const(1), Trade: Const(1), Ties: Const(1), Friction: Const(1), Volatility: Const(1)}
		set(&l)
		return l
	}
	for _, id := range []string{"CLI", "PAT"} {
		asIs := decides(lever(func(*Levers) {}))
		i := asIs.w.State(id)
		was, _, _ := asIs.Decided(0, i)
		for d, without := range [NumDrivers]*Run{
			decides(lever(func(l *Levers) { l.Threat = Const(0) })), decides(lever(func(l *Levers) { l.Trade = Const(0) })),
			decides(lever(func(l *Levers) { l.Volatility = Const(0) })),
		} {
			driver := Driver(d)
			is, _, ok := without.Decided(0, i)
			if !ok || driver.Adds(is) != 0 || driver.Adds(was) == 0 {
				t.Errorf("%s: without %s that driver adds %v, with it %v", id, driver, driver.Adds(is), driver.Adds(was))
			}
		}
		half, _, _ := decides(lever(func(l *Levers) { l.Threat = Const(0.5) })).Decided(0, i)
		near(t, "half the threat adds half", ThreatDriver.Adds(half), ThreatDriver.Adds(was)/2)
		near(t, "and leaves the rest", half.Sum()-ThreatDriver.Adds(half), was.Sum()-ThreatDriver.Adds(was))
	}
}

// A chance without a driver is that of the utility less what it adds; nobody who does not decide has one.
func TestSparedByHand(t *testing.T) {
	r := first(twoByTwo())
	cli := r.w.State("CLI")
	terms, _, _ := r.Decided(0, cli)
	got, ok := r.Spared(TradeDriver, 0, cli)
	near(t, "trade at risk costs 10 × 0.012", got, logistic(terms.Sum()+0.12))
	if _, riv := r.Spared(TradeDriver, 0, r.w.State("RIV")); !ok || riv {
		t.Error("a rival decides, or the client does not")
	}
}

// Policy turns where governments change and their heirs would go elsewhere: one without the other adds nothing, and half as much of
// each adds a quarter. One change a year to a party 0.5 away costs 1 × 0.5 of volatility and 1 × 0.8 × 0.8 × 0.5 of audience.
func TestVolatilityIsChangesTimesSpread(t *testing.T) {
	for _, c := range []struct{ changes, spread, adds float64 }{{1, 0, 0}, {0, 1, 0}, {1, 0.5, -0.82}, {0.5, 0.25, -0.205}} {
		s := changed(twoByTwo(), "CLI", func(x *State) { x.Volatility, x.Spread = Const(c.changes), Const(c.spread) })
		terms := tabled(s, DefaultTheory, func(*Parameters) {}).says("CLI")
		near(t, "what volatility adds", VolatilityDriver.Adds(&terms), c.adds)
	}
}

func TestDriversAreReadBack(t *testing.T) {
	for d := range NumDrivers {
		text, err := d.MarshalText()
		var back Driver
		if err != nil || back.UnmarshalText(text) != nil || back != d {
			t.Errorf("%s is read back as %s", text, back)
		}
	}
	if err := new(Driver).UnmarshalText([]byte("luck")); err == nil || err.Error() != `"luck" is no driver of a decision` {
		t.Errorf("luck is a driver: %v", err)
	}
}
