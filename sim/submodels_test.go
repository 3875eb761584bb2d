package sim

import "testing"

// at stands a run of s on the eve of its first tick.
func at(s Scenario) *Run {
	r := NewRun(NewWorld(s))
	r.Start(1, 0)
	return r
}

// A blow of 0.5 and a smile of 0.4 at once; both halve in a quarter by their own half-life. Courtship of 0.5 fades by
// the model's: to 0.8409 in a quarter.
func TestAlarmByHand(t *testing.T) {
	s := twoByTwo()
	felt := map[string]float64{"CLI": 1}
	s.Shocks = map[string]Shock{
		"blow":  {Kind: OvertAct, Actor: "RIV", Date: 2000, Size: 0.5, HalfLife: 0.25, Felt: felt},
		"smile": {Kind: OvertAct, Actor: "RIV", Date: 2000, Size: -0.4, HalfLife: 0.25, Felt: felt},
	}
	r := at(s)
	r.Step()
	near(t, "alarm and relief", r.Alarm(r.w.State("CLI")), 0.5*0.6)
	r.soothed[r.w.State("CLI")] = 0.5
	r.Step()
	near(t, "a quarter later, courted", r.Alarm(r.w.State("CLI")), 0.25*0.8*(1-0.5*0.8409))
}

// Four tenths of the flow stopped, 0.3364 of it a quarter on. The flow is 0.2 × 0.5 × 100 bn; 70 % is sold elsewhere.
func TestStoppedTradeByHand(t *testing.T) {
	s := twoByTwo()
	s.Parameters.Trade.Adjustment = 1
	r := at(s)
	cli := r.w.State("CLI")
	r.stopped[cli] = 0.4
	r.Step()
	near(t, "what is left", r.Dependence(0, cli), 0.2*(1-0.33636))
	near(t, "what is lost", r.TradeLost(cli), 10*0.33636*0.3*0.25)
	near(t, "what turns elsewhere for good", r.shift[cli], 1-0.33636*0.25)
}

// A rival moves twice a year in all, whoever it presses on: PAT a third of the time, CLI two thirds.
func TestMovesByHand(t *testing.T) {
	s := twoByTwo()
	s.Rivals = map[string]Rival{"RIV": {Posture: Overt, Offence: Const(1), Tempo: Const(2), Move: Const(0.5), Retaliation: Const(0.5)}}
	w := NewWorld(s)
	r := NewRun(w)
	moves := map[string]float64{}
	const runs = 4000
	for k := range uint64(runs) {
		r.Start(1, k)
		r.Step()
		for _, id := range []string{"PAT", "CLI"} {
			if r.ground[w.State(id)] > 0 {
				moves[id]++
			}
		}
	}
	for id, rate := range map[string]float64{"PAT": 2. / 3, "CLI": 4. / 3} {
		if got, want := moves[id]/runs, chance(rate, 0.25); got < want-0.02 || got > want+0.02 {
			t.Errorf("%s is pressed in %.3f of first quarters, want %.3f", id, got, want)
		}
	}
}

func TestAnAdaptiveRivalSparesWhomItCannotHurt(t *testing.T) {
	s := twoByTwo()
	s.Rivals = map[string]Rival{"RIV": {Posture: Adaptive, Offence: Const(1), Tempo: Const(0), Move: Const(0), Retaliation: Const(0.5)}}
	s.Parameters.Response.Worthwhile = 0.02
	r := at(s)
	r.Step()
	near(t, "little trade", r.retaliation(0, 0.8, 0.01), 0)
	near(t, "enough trade", r.retaliation(0, 0.8, 0.03), 0.4)
}

func TestATableConvergesAtItsMinimum(t *testing.T) {
	r := at(twoByTwo())
	for k, want := range []bool{false, true} {
		r.wills[r.w.clauses[0].invited[k]] = true
		if r.converges(0) != want {
			t.Errorf("with %d of 2 willing the table converges: %v", k+1, !want)
		}
	}
}

// binding puts the pact into force between both, as of the first tick.
func binding(r *Run) {
	r.Step()
	for _, i := range r.w.clauses[0].invited {
		r.status[i], r.signedAt[i], r.ratifiedAt[i], r.admitted[i] = ratified, 0, 0, true
	}
	r.inForce[0] = true
	r.count()
}

func TestAPromiseToNobodyIsNone(t *testing.T) {
	r := at(twoByTwo())
	binding(r)
	r.status[r.w.State("PAT")] = suspended
	r.enter(0)
	if r.inForce[0] {
		t.Error("a clause with one member left is in force")
	}
}

// Who wants out of a clause that binds for two quarters suspends, then gives notice, stays bound for its length, and
// may think better of it.
func TestLeavingByHand(t *testing.T) {
	s := twoByTwo()
	s.End = 2005
	c := s.Clauses["pact"]
	c.Binding, c.Notice = 0.5, 1
	s.Clauses["pact"] = c
	s.Parameters.Decision.Reluctance = 1000
	r := at(s)
	binding(r)
	pat := r.w.State("PAT")
	think := func(tick int) {
		r.Tick = tick
		r.reviews[pat] = true
		r.review()
	}
	think(1)
	if r.status[pat] != suspended {
		t.Errorf("bound, it suspends: status is %d", r.status[pat])
	}
	think(2)
	think(3)
	if r.leavesAt[pat] != 6 {
		t.Errorf("notice of a year given in tick 2 runs out in tick %d, want 6", r.leavesAt[pat])
	}
	r.w.Parameters.Decision.Reluctance = -1000
	think(4)
	if r.leavesAt[pat] != -1 || r.status[pat] != ratified {
		t.Errorf("who thinks better of it stays: leaves at %d, status %d", r.leavesAt[pat], r.status[pat])
	}
	r.w.Parameters.Decision.Reluctance = 1000
	r.status[pat] = suspended
	r.convene(0)
	if e := r.talks.expect[r.talks.seat[pat]]; e != 0 {
		t.Errorf("who sits out is expected with chance %v", e)
	}
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

// Two years to the vote, half of it either way: 4 to 12 quarters, eight on average.
func TestTheTimeToTheVoteVariesBothWays(t *testing.T) {
	s := twoByTwo()
	c := s.Clauses["pact"]
	c.Ratification = 2
	s.Clauses["pact"] = c
	s.Parameters.Ratification.Jitter = 0.5
	r := NewRun(NewWorld(s))
	sum := 0
	for k := range uint64(1000) {
		r.Start(1, k)
		r.Step()
		v := r.voteAfter(0, 0)
		if v < 4 || v > 12 {
			t.Fatalf("a vote after %d quarters", v)
		}
		sum += v
	}
	if sum < 7700 || sum > 8300 {
		t.Errorf("the mean is %v quarters, want about 8", float64(sum)/1000)
	}
}

// A patron that projects over the world brings more to a client far away than the client to it.
func TestThePromisersProjectionCounts(t *testing.T) {
	s := twoByTwo()
	cli := s.States["CLI"]
	cli.Longitude, cli.Projection = 30, Const(0)
	s.States["CLI"] = cli
	s.Parameters.Aid.Global = 10000
	r := at(s)
	r.Step()
	i, j, km := r.w.State("CLI"), r.w.State("PAT"), r.w.distance[r.w.State("CLI")*3+r.w.State("PAT")]
	near(t, "the patron's promise", r.worth(i, j), 0.5*0.3*exp(-km/10000))
	near(t, "the client's", r.worth(j, i), 0.5*0.1*exp(-km/1000))
}

// CLI is tied to its own rival: that tie is no aid against it, and CLI, asked to join, does not fight for it.
func TestATieWithTheRival(t *testing.T) {
	s := twoByTwo()
	s.Ties["odd"] = Tie{Title: "Odd", Members: []string{"CLI", "RIV"}, Kind: Defence, Depth: Const(0.4), Since: 1990}
	r := at(s)
	r.Step()
	near(t, "the rival's strength", r.strength[0], 0.2)
	r.convene(0)
	cli := r.w.State("CLI")
	near(t, "danger, all aid but the rival's own", r.danger(cli, r.aid[cli]), 0.5*0.2/(0.2+0.145))
}

// The clause covers CLI alone: PAT owes and is owed nothing.
func TestNobodyHelpsOutsideTheArea(t *testing.T) {
	s := twoByTwo()
	c := s.Clauses["pact"]
	c.Area = []string{"CLI"}
	s.Clauses["pact"] = c
	r := at(s)
	r.Step()
	r.convene(0)
	cli, pat := r.talks.seat[r.w.State("CLI")], r.talks.seat[r.w.State("PAT")]
	near(t, "what PAT adds to CLI", r.talks.gain[cli*2+pat], 0.075)
	near(t, "what CLI adds to PAT", r.talks.gain[pat*2+cli], 0)
}

// threeWay adds BYS, who may stand at the table too, to the world worked by hand.
func threeWay() Scenario {
	s := twoByTwo()
	s.States["BYS"] = s.States["CLI"]
	c := s.Clauses["pact"]
	c.Founders = []string{"BYS", "CLI", "PAT"}
	s.Clauses["pact"] = c
	return s
}

// Of two voters one is certain to agree and one, at odds with the newcomer, certain not to: half is no majority.
func TestHalfIsNoMajority(t *testing.T) {
	for rule, want := range map[ConsentRule]bool{Majority: false, Unanimous: false, NoConsent: true} {
		s := threeWay()
		c := s.Clauses["pact"]
		c.Consent = rule
		s.Clauses["pact"] = c
		s.Relations = map[string]Relation{"BYS-PAT": {Friction: Const(1), Affinity: Const(1)}}
		p := &s.Parameters.Decision
		s.Parameters.Common.Goodwill, p.Friction, p.Security, p.Entrapment = 50, 100, 0, 0
		r := at(s)
		r.Step()
		r.convene(0)
		if got := r.consent(0, r.w.State("BYS"), func(int) bool { return true }); got != want {
			t.Errorf("by the rule %s one vote of two admits: %v", rule, got)
		}
	}
}

// CLI feels 0.5 and PAT 0.25: half of the newcomer's danger would be new to PAT.
func TestTheWarsANewcomerBrings(t *testing.T) {
	s := twoByTwo()
	p := &s.Parameters.Decision
	s.Parameters.Common.Goodwill, p.Security, p.Friction, p.Unlikeness = 1, 0, 0, 0
	r := at(s)
	r.Step()
	r.convene(0)
	pat, cli := r.talks.seat[r.w.State("PAT")], r.talks.seat[r.w.State("CLI")]
	near(t, "approval", r.approves(pat, cli), 1-2*0.5*(0.5*0.2/(0.2+0.22))*0.5)
}

// A narrower clause signed by both and not yet in force already counts; one in force does so beside the clause at hand.
func TestNarrowerClausesCount(t *testing.T) {
	s := threeWay()
	narrow := s.Clauses["pact"]
	narrow.Founders, narrow.Depth = []string{"CLI", "PAT"}, Const(0.6)
	s.Clauses["narrow"] = narrow
	r := at(s)
	r.Step()
	n, cli, pat := r.w.N(), r.w.State("CLI"), r.w.State("PAT")
	pact, small := r.w.Clause("pact"), r.w.Clause("narrow")
	clear(r.chance)
	clear(r.status)
	near(t, "hopeless", r.depthWithout(pact, cli, pat), 0.3)
	r.chance[small*n+cli], r.chance[small*n+pat] = 0.9, 0.8
	near(t, "likely", r.depthWithout(pact, cli, pat), 0.6*0.72)
	r.status[small*n+cli], r.status[small*n+pat] = signed, signed
	near(t, "signed", r.depthWithout(pact, cli, pat), 0.6)
	for _, c := range []int{pact, small} {
		r.inForce[c], r.status[c*n+cli], r.status[c*n+pat] = true, ratified, ratified
	}
	r.count()
	near(t, "both in force", r.depthWithout(pact, cli, pat), 0.6)
}

func TestWhoIsBarredMakesNoAgreement(t *testing.T) {
	for _, id := range []string{"PAT", "CLI"} {
		s := twoByTwo()
		state := s.States[id]
		state.Barred = &Bar{Reason: "occupied"}
		s.States[id] = state
		s.Parameters.Diplomacy.Rate, s.Parameters.Diplomacy.Exercises = 1e6, 0.05
		r := at(s)
		r.Step()
		if r.rung[r.w.State("PAT")*3+r.w.State("CLI")] != RungNone {
			t.Errorf("%s is barred and works with the other all the same", id)
		}
	}
}

// Two states that share all of a threat of 1 never let their work lapse.
func TestWorkUnderFullThreatDoesNotLapse(t *testing.T) {
	s := twoByTwo()
	for _, id := range []string{"PAT", "CLI"} {
		state := s.States[id]
		state.Contest = map[string]Series{"RIV": Const(1)}
		s.States[id] = state
	}
	s.Parameters.Diplomacy.Lapse = 1e6
	r := at(s)
	r.setRung(r.w.State("PAT"), r.w.State("CLI"), RungAccess)
	r.Step()
	if r.rung[r.w.State("PAT")*3+r.w.State("CLI")] != RungAccess {
		t.Error("a tie lapsed under full shared threat")
	}
}

// A suspended pair keeps its defence treaty and nothing else.
func TestASuspendedPairKeepsItsTreatyOnly(t *testing.T) {
	s := twoByTwo()
	s.Ties["base"] = Tie{Title: "Base", Members: []string{"CLI", "PAT"}, Kind: Access, Depth: Const(0.4), Since: 1990}
	r := at(s)
	r.Step()
	p := r.w.State("PAT")*3 + r.w.State("CLI")
	near(t, "awake", r.ties[p], 0.4)
	r.asleep[p], r.asleep[r.w.State("CLI")*3+r.w.State("PAT")] = true, true
	r.tieUp()
	near(t, "asleep", r.ties[p], 0.3)
}

// What suits a pair is shared threat by likeness: 0.25 × 0.6.
func TestWhoSuitsByHand(t *testing.T) {
	r := at(twoByTwo())
	r.Step()
	near(t, "the pair", r.suits(r.w.State("PAT"), r.w.State("CLI")), 0.15)
}

// Coercion cuts trade, a trade shock moves it for good: 0.2 grows by a quarter.
func TestATradeShockByHand(t *testing.T) {
	s := twoByTwo()
	s.Shocks = map[string]Shock{"deal": {Kind: TradeShift, Actor: "RIV", Date: 2000, Size: 0.25, Felt: map[string]float64{"CLI": 1}}}
	r := at(s)
	r.Step()
	near(t, "dependence", r.Dependence(0, r.w.State("CLI")), 0.25)
}

// Grey-zone moves of 0.1, below notice, alarm by a tenth of that; the ground is lost in full.
func TestGreyZoneMovesByHand(t *testing.T) {
	s := twoByTwo()
	s.Rivals = map[string]Rival{"RIV": {Posture: GreyZone, Offence: Const(1), Tempo: Const(1e6), Move: Const(0.1), Retaliation: Const(0.5)}}
	r := at(s)
	r.Step()
	near(t, "alarm", r.Alarm(r.w.State("CLI")), 0.01)
	near(t, "ground", r.GroundLost(r.w.State("CLI")), 0.1)
}

// A rival with a contest of its own on the books fears nobody.
func TestNobodyFearsItself(t *testing.T) {
	s := twoByTwo()
	riv := s.States["RIV"]
	riv.Contest = map[string]Series{"RIV": Const(1)}
	s.States["RIV"] = riv
	r := at(s)
	r.Step()
	near(t, "its threat", r.Threat(r.w.State("RIV")), 0)
}

// Work that a tie began outlives it, one rung lower.
func TestWorkOutlivesItsTie(t *testing.T) {
	s := twoByTwo()
	s.Ties["base"] = Tie{Title: "Base", Members: []string{"CLI", "PAT"}, Kind: Access, Since: 1990, Until: 2000.5}
	r := at(s)
	for range 3 {
		r.Step()
	}
	if got := r.rung[r.w.State("PAT")*3+r.w.State("CLI")]; got != RungInformation {
		t.Errorf("after the tie of rung %d they stand on rung %d", RungAccess, got)
	}
}

// A conciliatory rival courts at a tenth a year.
func TestCourtshipByHand(t *testing.T) {
	s := twoByTwo()
	s.Rivals = map[string]Rival{"RIV": {Posture: Conciliatory, Offence: Const(1), Tempo: Const(0), Move: Const(0), Retaliation: Const(0.5)}}
	s.Parameters.Response.Courtship = 0.1
	s.Parameters.Decision.Reluctance = 1000
	r := at(s)
	r.Step()
	near(t, "trade grows", r.shift[r.w.State("CLI")], 1.025)
	near(t, "alarm is soothed", r.soothed[r.w.State("CLI")], 0.025)
}

// A founder whom the indispensable will not have at the table does not sign.
func TestAnUnwelcomeFounderStaysOut(t *testing.T) {
	s := threeWay()
	c := s.Clauses["pact"]
	c.Required, c.Consent = []string{"PAT"}, Unanimous
	s.Clauses["pact"] = c
	s.Relations = map[string]Relation{"BYS-PAT": {Friction: Const(1), Affinity: Const(1)}}
	p := &s.Parameters.Decision
	s.Parameters.Common.Goodwill, p.Friction, p.Security, p.Reluctance = 50, 200, 0, -300
	r := at(s)
	r.Step()
	if !r.Signed(0, r.w.State("CLI")) || r.Signed(0, r.w.State("BYS")) {
		t.Error("PAT will have CLI and not BYS")
	}
}

// The closing day is the last on which founders may sign, and its quarter the last quarter.
func TestFoundersMaySignOnTheClosingDay(t *testing.T) {
	s := twoByTwo()
	c := s.Clauses["pact"]
	c.Closes = 2000.25
	s.Clauses["pact"] = c
	r := at(s)
	for tick, want := range []bool{true, true, false} {
		r.Tick = tick
		clear(r.status)
		if r.mayjoin(0, 0) != want {
			t.Errorf("in quarter %d a founder may sign: %v", tick, !want)
		}
	}
}
