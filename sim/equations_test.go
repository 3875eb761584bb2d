package sim

import (
	"math"
	"testing"
)

// near compares with a figure worked out by hand to four decimals.
func near(t *testing.T, why string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 5e-5 {
		t.Errorf("%s: got %.5f, want %.4f", why, got, want)
	}
}

func TestExpAgreesWithTheLibrary(t *testing.T) {
	for x := -700.0; x <= 700; x += 0.37 {
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 4e-16*want {
			t.Fatalf("exp(%v) = %v, want %v", x, got, want)
		}
	}
	if exp(0) != 1 || exp(-1000) != 0 || !math.IsInf(exp(1000), 1) || !math.IsNaN(exp(math.NaN())) {
		t.Error("exp is wrong at its edges")
	}
}

func TestThreatByHand(t *testing.T) {
	p := Threat{Power: 1, Proximity: 1, Offence: 1, Intent: 1, Fade: 3000, Chronic: 0.4, HalfLife: 2, Notice: 0.2, Salami: 0.15}
	// power 0.2/(0.2+0.05) = 0.8, proximity e^-1 = 0.3679, offence 0.5: mean 0.5560
	near(t, "three sources in equal parts", p.exposure(0.05, 0.2, 3000, 0.5), 0.5560)
	p.Proximity = 0
	near(t, "a source switched off", p.exposure(0.05, 0.2, 3000, 0.5), 0.65)
	p.Power, p.Offence = 0, 0
	near(t, "all switched off", p.exposure(0.05, 0.2, 3000, 0.5), 1)

	near(t, "a step at the edge of notice is felt in full", p.noticed(0.2), 0.2)
	near(t, "a step below is a slice", p.noticed(0.19), 0.0285)

	// 1 - (1 - 0.4×0.5)(1 - 0.3) = 1 - 0.8×0.7
	near(t, "standing contest and alarm", p.intent(0.5, 0, 0.3), 0.44)
	// contest 0.5 + 0.5×0.15×0.6 = 0.545; 1 - (1 - 0.218)(0.7)
	near(t, "ground lost in slices", p.intent(0.5, 0.6, 0.3), 0.4526)
	near(t, "no dispute, no alarm", p.intent(0, 0, 0), 0)

	near(t, "threat is exposure by intent", p.threat(0.5, 0.4), 0.2)
	p.Intent = 0
	near(t, "without intent every neighbour is feared", p.threat(0.5, 0.4), 0.5)

	near(t, "the largest slice from calm", p.slice(0), 0.2)
	// room 0.01 / 0.15
	near(t, "a smaller one when alarm is up", p.slice(0.19), 0.0667)
	near(t, "none when alarm is at notice", p.slice(0.2), 0)
	if p.slice(0) >= p.Notice {
		t.Error("an adaptive rival takes a step that is noticed")
	}
}

func TestAidByHand(t *testing.T) {
	p := Aid{Home: 1000, Global: 9000, Reliability: 0.75, Doubt: 0.5}
	near(t, "at home", p.reach(0, 0), 1)
	near(t, "no projection, 1,000 km", p.reach(1000, 0), 0.3679)
	near(t, "projection over the world, 9,000 km", p.reach(9000, 1), 0.3679)
	near(t, "half way between: 5,000 km", p.reach(5000, 0.5), 0.3679)
	near(t, "a steady partner", p.reliability(0, 1), 0.75)
	near(t, "one change a year", p.reliability(1, 1), 0.4549) // 0.75 e^-0.5
	near(t, "half committed", p.reliability(1, 0.5), 0.2274)
	near(t, "and back", p.committed(p.reliability(1, 0.5), 1), 0.5)
}

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

func TestDiplomacyByHand(t *testing.T) {
	p := Diplomacy{Rate: 6, Closure: 1}
	// 6 × 0.2 × 0.5 × 0.8 × (2+0)/4 × 0.5 × (1+0.25)
	near(t, "a pair", p.climb(0.2, 0.5, 0.8, 0, 0.5, 0.25), 0.15)
	near(t, "nobody climbs without a shared threat", p.climb(0, 0, 1, 2, 1, 1), 0)
	near(t, "nor against both governments", p.climb(1, 0, 1, -2, 1, 1), 0)
}

func TestChancesByHand(t *testing.T) {
	near(t, "one a year for half a year", chance(1, 0.5), 0.3935)
	near(t, "two half-lives", halving(4, 2), 0.25)
	near(t, "independent causes", join(0.5, 0.5), 0.75)
	near(t, "three to one", logistic(math.Log(3)), 0.75)
	near(t, "sharper", Common{Noise: 0.5}.chance(math.Log(3)/2), 0.75)
	near(t, "who feels as much shares all", overlap(0.4, 0.3), 1)
	near(t, "who feels half shares half", overlap(0.2, 0.4), 0.5)
	near(t, "refusal", Ratification{Refusal: 0.1}.refuses(0.8, -0.5), 0.12)
	near(t, "an eager government is not refused", Ratification{Refusal: 0.1}.refuses(0.8, 1), 0)
}

func TestDistancesByHand(t *testing.T) {
	for _, c := range []struct {
		why                    string
		lat1, lon1, lat2, lon2 float64
		km                     float64
	}{
		{"a quarter of the equator", 0, 0, 0, 90, 10008},
		{"pole to pole", 90, 0, -90, 0, 20015},
		{"across the date line", 0, 179, 0, -179, 222},
		{"nowhere", 12, 34, 12, 34, 0},
	} {
		if got := kilometres(c.lat1, c.lon1, c.lat2, c.lon2); got != c.km {
			t.Errorf("%s: %v km, want %v", c.why, got, c.km)
		}
	}
}

// twoByTwo is a world small enough to work every term by hand: a patron PAT, a client CLI and a rival RIV, one tie,
// one clause. Means fall to 1/e nowhere: all capitals are in one place.
func twoByTwo() Scenario {
	state := func(capability, contest float64) State {
		return State{
			Name: "x", Capability: Const(capability), GDP: Const(100), Openness: Const(0.5),
			Trade: map[string]Series{"RIV": Const(0.2)}, Polyarchy: Const(0.8), IdealPoint: Const(0),
			Contest: map[string]Series{"RIV": Const(contest)}, Tradition: Const(0.5), Volatility: Const(0), Stance: Const(0.5),
			Spread: Const(0), Projection: Const(1), Commitment: Const(1),
		}
	}
	s := Scenario{
		Name: "hand", Title: "by hand", Start: 2000, End: 2000.75, Tick: Quarter, Headline: "pact",
		States: map[string]State{"PAT": state(0.3, 0.25), "CLI": state(0.1, 0.5), "RIV": state(0.2, 0)},
		Rivals: map[string]Rival{"RIV": {Posture: GreyZone, Offence: Const(1), Tempo: Const(0), Move: Const(0), Retaliation: Const(0.5)}},
		Clauses: map[string]Clause{"pact": {Title: "Pact", Opens: 2000, Founders: []string{"CLI", "PAT"}, Depth: Const(0.8),
			Against: []string{"RIV"}, Minimum: 2}},
		Ties:      map[string]Tie{"old": {Title: "Old", Members: []string{"CLI", "PAT"}, Kind: Defence, Depth: Const(0.3), Since: 1990}},
		Relations: map[string]Relation{"CLI-PAT": {Friction: Const(0.1), Affinity: Const(0.6)}},
	}
	s.Parameters = Parameters{
		Threat:    Threat{Offence: 1, Intent: 1, Fade: 1000, Chronic: 1, HalfLife: 1, Notice: 0.2, Salami: 0.1},
		Trade:     Trade{Diversion: 0.7, Episode: 1},
		Politics:  Politics{Resumption: 1},
		Aid:       Aid{Home: 1000, Global: 1000, Reliability: 0.5},
		Diplomacy: Diplomacy{},
		Decision: Weights{Security: 10, Interest: 20, Autonomy: 1, Entrapment: 2, Trade: 10, Friction: 3, Unlikeness: 2, Home: 2,
			Volatility: 1, Audience: 1, Reluctance: 0.5},
		Common: Common{Noise: 1, Span: 4, Quarrel: 2},
		Review: Review{Years: 1e9},
	}
	return s
}

func TestTheTermsByHand(t *testing.T) {
	w := NewWorld(twoByTwo())
	e, err := w.Explain(1, 0, w.Headline(), w.State("CLI"), 0)
	if err != nil {
		t.Fatal(err)
	}
	// What CLI expects of PAT is the one thing not worked by hand; every term is, given it.
	q := e.Expected[0].Chance
	// Threat is contest: CLI 0.5, PAT 0.25. Worth of PAT 0.5×0.3 = 0.15, of CLI 0.5×0.1 = 0.05.
	// CLI without: 0.1 + 0.3×0.15 = 0.145; the clause adds 0.5×0.15 = 0.075 if PAT signs.
	// PAT without: 0.3 + 0.3×0.05 = 0.315; CLI adds 0.5×0.05 = 0.025.
	danger := func(threat, aid float64) float64 { return threat * 0.2 / (0.2 + aid) }
	near(t, "security", e.Terms[Security], 10*(danger(0.5, 0.145)-danger(0.5, 0.145+q*0.075)))
	near(t, "interest", e.Terms[Interest], 20*q*(danger(0.25, 0.315)-danger(0.25, 0.34))) // PAT is worth more than RIV: 1
	near(t, "autonomy", e.Terms[Autonomy], -1*0.8*0.5)
	near(t, "entrapment: it feels all that the patron feels", e.Terms[Entrapment], 0)
	near(t, "trade", e.Terms[TradeLoss], -10*(0.2*0.5)*(0.5*0.8)*0.3)
	near(t, "friction: a quarrel as likely as its other side", e.Terms[Friction], -3*q*0.01)
	near(t, "unlikeness", e.Terms[Unlikeness], -2*0.4)
	near(t, "home: half in favour, of those who fear 0.5 and 0.25", e.Terms[Home], 2*0.5*(0.5+q*0.25)/(1+q))
	near(t, "volatility", e.Terms[Unsteadiness], 0)
	near(t, "reluctance", e.Terms[Reluctance], -0.5)

	e, err = w.Explain(1, 0, w.Headline(), w.State("PAT"), 0)
	if err != nil {
		t.Fatal(err)
	}
	q = e.Expected[0].Chance
	near(t, "the patron's security", e.Terms[Security], 10*(danger(0.25, 0.315)-danger(0.25, 0.315+q*0.025)))
	near(t, "the patron's interest: CLI is worth half of RIV", e.Terms[Interest], 20*q*0.5*(danger(0.5, 0.145)-danger(0.5, 0.22)))
	near(t, "the patron's entrapment: half of CLI's danger is not its own", e.Terms[Entrapment], -2*q*0.5*danger(0.5, 0.22)*0.5)
}
