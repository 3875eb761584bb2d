package sim

import (
	"math"
	"strings"
	"testing"
)

// tabled is a world in which states decide by a theory, at its first talks, with everyone expected in.
func tabled(s Scenario, theory string, set func(p *Parameters)) *Run {
	s.Theory = theory
	set(&s.Parameters)
	r := at(s)
	r.prelude()
	r.convene(0)
	return r
}

// says is what a state makes of the clause on the table.
func (r *Run) says(id string) Terms { return r.weigh(r.talks.seat[r.w.State(id)]) }

// utility is the sum of what it says.
func (r *Run) utility(id string) float64 {
	t := r.says(id)
	return t.Sum()
}

// changed changes a state of a scenario.
func changed(s Scenario, id string, change func(*State)) Scenario {
	states := map[string]State{}
	for k, x := range s.States {
		if k == id {
			change(&x)
		}
		states[k] = x
	}
	s.States = states
	return s
}

// ln and pow must not differ from the library's beyond the last bits.
func TestLnAndPowAgreeWithTheLibrary(t *testing.T) {
	for x := 1e-6; x < 1e6; x *= 1.0137 {
		if got, want := ln(x), math.Log(x); math.Abs(got-want) > 4e-16*max(math.Abs(want), 1) {
			t.Fatalf("ln(%v) = %v, want %v", x, got, want)
		}
		if got, want := pow(x, 0.88), math.Pow(x, 0.88); math.Abs(got-want) > 1e-14*want {
			t.Fatalf("%v to the 0.88 is %v, want %v", x, got, want)
		}
	}
	if ln(1) != 0 || !math.IsInf(ln(0), -1) || !math.IsNaN(ln(-1)) || !math.IsInf(ln(math.Inf(1)), 1) || pow(0, 0.5) != 0 {
		t.Error("ln or pow is wrong at its edges")
	}
}

// Each rule says no more than it lists, and what it says adds up.
func TestEveryRuleSaysWhatItLists(t *testing.T) {
	seen := map[string]int{}
	worlds(300, func(number uint64, s Scenario) {
		w := NewWorld(s)
		listed := map[Term]bool{}
		for _, k := range w.Terms() {
			listed[k] = true
		}
		play(NewRun(w), 7, number, func() {})
		r := NewRun(w)
		play(r, 7, number, func() {
			for c := range w.Clauses {
				for i := range w.States {
					terms, _, ok := r.Decided(c, i)
					for k, v := range terms {
						if !ok {
							break
						}
						seen[s.Theory]++
						if v != 0 && !listed[Term(k)] || math.IsNaN(v) || math.IsInf(v, 0) {
							t.Fatalf("world %d: %s gives %s the part %v, which it does not list", number, s.Theory, Term(k), v)
						}
					}
				}
			}
		})
	})
	for _, theory := range Theories() {
		if seen[theory.Name] == 0 {
			t.Errorf("nobody was seen to decide by %s", theory.Name)
		}
	}
}

// Each rule weighs each of its terms once, and by a constant of its own.
func TestEveryRuleWeighsByItsOwnConstants(t *testing.T) {
	for _, theory := range Theories() {
		group := theory.Name
		if theory.Name == DefaultTheory {
			group = "decision"
		}
		var p Parameters
		last := Term(-1)
		for _, s := range p.rule(theory.Name).reasons() {
			f, ok := p.WeightOf(theory.Name, s.term)
			if !ok || !strings.HasPrefix(f.Path, "parameters."+group+".") {
				t.Errorf("%s weighs %s by %s, which is another's", theory.Name, s.term, f.Path)
			}
			if s.term <= last {
				t.Errorf("%s lists %s after %s, which it is added before", theory.Name, s.term, last)
			}
			last = s.term
		}
		if f, ok := p.WeightOf(theory.Name, NumTerms); ok {
			t.Errorf("%s weighs what is no term by %s", theory.Name, f.Path)
		}
	}
}

// The world of twoByTwo: the rival has 0.2, the patron 0.3 and feels 0.25, the client 0.1 and feels 0.5. The worth of PAT
// to CLI is 0.15, of CLI to PAT 0.05. CLI has 0.145 without the clause and 0.22 with it, PAT 0.315 and 0.34.
func danger(threat, aid float64) float64 { return threat * 0.2 / (0.2 + aid) }

func TestBalanceOfThreatByHand(t *testing.T) {
	r := tabled(twoByTwo(), "balance-of-threat", func(p *Parameters) { p.BalanceOfThreat = BalanceOfThreat{Security: 30, Reluctance: 2.5} })
	near(t, "client", r.utility("CLI"), 30*(danger(0.5, 0.145)-danger(0.5, 0.22))-2.5)
	near(t, "patron", r.utility("PAT"), 30*(danger(0.25, 0.315)-danger(0.25, 0.34))-2.5)
}

// Walt: states balance against threats, not against power alone. A rival twice as strong that nobody thinks hostile moves
// nobody; the same rival, disputing more, does. And nothing but threat counts.
func TestWaltThreatAndNotPower(t *testing.T) {
	set := func(p *Parameters) { p.BalanceOfThreat = BalanceOfThreat{Security: 30, Reluctance: 2.5} }
	calm := changed(twoByTwo(), "CLI", func(x *State) { x.Contest = nil })
	strong := changed(calm, "RIV", func(x *State) { x.Capability = Const(0.4) })
	if a, b := tabled(calm, "balance-of-threat", set).utility("CLI"), tabled(strong, "balance-of-threat", set).utility("CLI"); a != b || a != -2.5 {
		t.Errorf("power without hostile intent moves the client from %v to %v", a, b)
	}
	angry := changed(twoByTwo(), "CLI", func(x *State) { x.Contest = map[string]Series{"RIV": Const(0.9)} })
	if a, b := tabled(twoByTwo(), "balance-of-threat", set).utility("CLI"), tabled(angry, "balance-of-threat", set).utility("CLI"); b <= a {
		t.Errorf("more hostility moves the client from %v to %v", a, b)
	}
	friends := twoByTwo()
	friends.Relations = map[string]Relation{"CLI-PAT": {Friction: Const(1), Affinity: Const(0)}}
	friends = changed(friends, "CLI", func(x *State) { x.Trade, x.Stance = map[string]Series{"RIV": Const(0.9)}, Const(-1) })
	if a, b := tabled(twoByTwo(), "balance-of-threat", set).utility("CLI"), tabled(friends, "balance-of-threat", set).utility("CLI"); a != b {
		t.Errorf("quarrels, trade and stance move the client from %v to %v", a, b)
	}
}

func TestPowerBalanceByHand(t *testing.T) {
	r := tabled(threeWay(), "power-balance", func(p *Parameters) { p.PowerBalance = PowerBalance{Need: 15, Reluctance: 2.5, Patron: 0.5} })
	// The rival's 0.2 against BYS and CLI with 0.1 each: balanced. The patron does not count.
	near(t, "balanced", r.utility("CLI"), -2.5)
	near(t, "so it is for the patron", r.utility("PAT"), -2.5)
	r.talks.expect[r.talks.seat[r.w.State("BYS")]] = 0
	// Alone against twice its strength: 2 × 2/3 - 1 = 1/3.
	near(t, "outweighed", r.utility("CLI"), 15.0/3-2.5)
}

func TestPowerDisparityByHand(t *testing.T) {
	set := func(p *Parameters) {
		p.PowerDisparity = PowerDisparity{Security: 30, Interest: 20, Reluctance: 2.5, Control: 2}
	}
	r := tabled(threeWay(), "power-disparity", set)
	near(t, "a patron of 0.3 over two of 0.1", r.says("PAT")[Control], -2*0.3/0.2)
	near(t, "the client loses no say", r.says("CLI")[Control], 0)
	near(t, "the client's protection", tabled(twoByTwo(), "power-disparity", set).says("CLI")[Security], 30*(danger(0.5, 0.145)-danger(0.5, 0.22)))
	near(t, "the patron's interest, half of the rival's means", tabled(twoByTwo(), "power-disparity", set).says("PAT")[Interest],
		20*0.5*(danger(0.5, 0.145)-danger(0.5, 0.22)))
	r.talks.expect[r.talks.seat[r.w.State("CLI")]], r.talks.expect[r.talks.seat[r.w.State("BYS")]] = 0, 0
	near(t, "nobody expected", r.says("PAT")[Control], -2*mostDisparity)
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

func TestInstitutionalBargainByHand(t *testing.T) {
	set := func(p *Parameters) {
		p.InstitutionalBargain = InstitutionalBargain{Security: 30, Reluctance: 2.5, Binding: 10, Restraint: 2}
	}
	r := tabled(threeWay(), "institutional-bargain", set)
	// Depth 0.8, all of polyarchy 0.8. The patron's partners have 0.2 of 0.5; the client's 0.4 of 0.5.
	near(t, "patron", r.says("PAT")[Binding], 10*0.8*0.8*0.2/0.5)
	near(t, "client", r.says("CLI")[Binding], 10*0.8*0.8*0.4/0.5)
	near(t, "each binds itself", r.says("PAT")[Autonomy], -2*0.8)
}

// Ikenberry: restraint is worth its price among capable partners with open politics, and not among weak or closed ones.
func TestIkenberryBargainsAmongCapableAndOpenPartners(t *testing.T) {
	set := func(p *Parameters) {
		p.InstitutionalBargain = InstitutionalBargain{Reluctance: 0, Binding: 10, Restraint: 2}
	}
	partners := func(capability, polyarchy float64) float64 {
		s := threeWay()
		for _, id := range []string{"CLI", "BYS"} {
			s = changed(s, id, func(x *State) { x.Capability, x.Polyarchy = Const(capability), Const(polyarchy) })
		}
		return tabled(s, "institutional-bargain", set).utility("PAT")
	}
	strong, weak, closed := partners(0.1, 0.8), partners(0.02, 0.8), partners(0.1, 0.2)
	if !(strong > 0 && weak < 0 && closed < 0) {
		t.Errorf("the bargain is worth %v among capable democracies, %v among weak and %v among closed ones", strong, weak, closed)
	}
}

func TestCollectiveIdentityByHand(t *testing.T) {
	set := func(p *Parameters) {
		p.CollectiveIdentity = CollectiveIdentity{Security: 30, Interest: 20, Reluctance: 2.5, Identity: 6}
	}
	r := tabled(twoByTwo(), "collective-identity", set)
	// The 0.075 that the patron adds is believed by 0.6.
	near(t, "client", r.says("CLI")[Security], 30*(danger(0.5, 0.145)-danger(0.5, 0.19)))
	s := threeWay()
	s.Relations = map[string]Relation{"CLI-PAT": {Affinity: Const(0.6)}, "BYS-PAT": {Affinity: Const(0.2)}}
	near(t, "a table of strangers", tabled(s, "collective-identity", set).says("PAT")[Unlikeness], -6*0.6)
}

// Hemmer and Katzenstein: a patron gives a seat at one table to those it takes for its own, and deals with others one by
// one.
func TestHemmerAndKatzensteinSeatTheLike(t *testing.T) {
	set := func(p *Parameters) {
		p.CollectiveIdentity = CollectiveIdentity{Security: 30, Interest: 20, Reluctance: 0, Identity: 6}
	}
	table := func(s Scenario, affinity float64) float64 {
		s.Relations = map[string]Relation{"CLI-PAT": {Affinity: Const(affinity)}}
		if _, three := s.States["BYS"]; three {
			s.Relations["BYS-PAT"] = Relation{Affinity: Const(affinity)}
		}
		r := tabled(s, "collective-identity", set)
		return r.says("PAT")[Unlikeness]
	}
	if like, unlike := table(threeWay(), 1), table(threeWay(), 0.1); like != 0 || unlike > -5 {
		t.Errorf("at a table of its like the patron loses %v, at one of strangers %v", like, unlike)
	}
	if alone := table(twoByTwo(), 0.1); alone != 0 {
		t.Errorf("alone with a stranger the patron loses %v", alone)
	}
}

// Tversky & Kahneman (1992): the values and weights that their printed parameters give, to the digits of a hand calculator.
func TestTverskyAndKahnemanByHand(t *testing.T) {
	for _, c := range []struct{ z, want float64 }{{0, 0}, {1, 1}, {-1, -2.25}, {0.1, 0.1318}, {-0.25, -0.6643}, {100, 57.5440}} {
		near(t, "value", value(c.z), c.want)
	}
	for _, c := range []struct{ q, gains, losses float64 }{
		{0, 0, 0}, {0.01, 0.0553, 0.0397}, {0.1, 0.1863, 0.17015}, {0.5, 0.4206, 0.4540}, {0.9, 0.7117, 0.7749}, {1, 1, 1},
	} {
		near(t, "weight of a gain", weight(c.q, weightOfGains), c.gains)
		near(t, "weight of a loss", weight(c.q, weightOfLoss), c.losses)
	}
}

// He and Feng: among losses, a danger above the one a state is used to, people take a gamble of the same mean as the sure
// thing; among gains they do not.
func TestHeAndFengTurnRiskAcceptantAboveTheReference(t *testing.T) {
	for _, z := range []float64{0.1, 0.2, 0.4} {
		for _, step := range []float64{0.02, 0.05, 0.1} {
			if gamble(z+step, 0.5, z-step) >= value(z) {
				t.Errorf("among gains of %v a fair gamble of %v is taken", z, step)
			}
			if gamble(-z+step, 0.5, -z-step) <= value(-z) {
				t.Errorf("among losses of %v a fair gamble of %v is refused", z, step)
			}
		}
	}
	// The same in a state's decision: two clients for whom the clause takes off as much danger as it costs for sure, one
	// in more danger than it is used to and one in less.
	for _, c := range []struct {
		reference float64
		signs     bool
	}{{0.05, true}, {0.6, false}} {
		r := tabled(twoByTwo(), "prospect-theory", func(p *Parameters) {
			gain := 0.5 * (danger(0.5, 0.145) - danger(0.5, 0.145+0.15))                                   // half of the patrons come, and bring 0.15
			p.ProspectTheory = ProspectTheory{Security: 30, Reference: c.reference, Price: gain / 0.8 * 2} // one of two has half the say
		})
		if u := r.says("CLI")[Prospect]; (u > 0) != c.signs {
			t.Errorf("used to a danger of %v, a client in one of %.3f makes %v of a fair gamble", c.reference, danger(0.5, 0.145), u)
		}
	}
}

func TestProspectByHand(t *testing.T) {
	r := tabled(twoByTwo(), "prospect-theory", func(p *Parameters) {
		p.ProspectTheory = ProspectTheory{Security: 30, Reluctance: 2.5, Reference: 0.15, Price: 0.05}
	})
	// Reliability is 0.5: the 0.075 that CLI counts on would be 0.15 if PAT came. Both outcomes are losses.
	now := 0.15 - danger(0.5, 0.145)
	come, not := 0.15-danger(0.5, 0.295)-0.02, now-0.02 // price 0.05 × depth 0.8 × half of the say
	w := 0.4540
	loss := func(z float64) float64 { return -2.25 * math.Pow(-z, 0.88) }
	if got, want := r.says("CLI")[Prospect], 30*(w*loss(not)+(1-w)*loss(come)-loss(now)); math.Abs(got-want) > 2e-3 {
		t.Errorf("the gamble is worth %v, by hand %v", got, want)
	}
	near(t, "reluctance", r.says("CLI")[Reluctance], -2.5)
}

// He and Feng: among losses a state takes the risk of many partners for more help, among gains it keeps to few.
func TestHeAndFengWidenTheTableAmongLosses(t *testing.T) {
	for _, c := range []struct {
		reference float64
		widens    bool
	}{{0.05, true}, {0.6, false}} {
		set := func(p *Parameters) {
			p.Aid.Reliability = 0.5
			p.ProspectTheory = ProspectTheory{Security: 30, Reference: c.reference, Price: 0.24}
		}
		patron := changed(threeWay(), "BYS", func(x *State) { x.Capability = Const(0.3) })
		few, many := tabled(twoByTwo(), "prospect-theory", set).utility("CLI"), tabled(patron, "prospect-theory", set).utility("CLI")
		if (many > few) != c.widens {
			t.Errorf("used to a danger of %v, a client in one of %.3f makes %v of one partner and %v of two", c.reference, danger(0.5, 0.145), few, many)
		}
	}
}

// A rule weighs a clause against doing without it, also when it is in force: entry into force changes nobody's mind.
func TestEntryIntoForceChangesNobodysMind(t *testing.T) {
	for _, theory := range Theories() {
		for name, s := range map[string]Scenario{"allies already": twoByTwo(), "three": threeWay()} {
			s.Theory = theory.Name
			s.Parameters.BurdenSharing = BurdenSharing{Saving: 10, Taste: 0.1}
			s.Parameters.WarStability = WarStability{Stability: 10, Trade: 20, Defence: 1, Spoils: 0.5}
			s.Parameters.ProspectTheory = ProspectTheory{Security: 30, Reference: 0.15, Price: 0.05}
			s.Parameters.BalanceOfThreat.Security, s.Parameters.PowerBalance.Need, s.Parameters.TwoCamps.Camp = 30, 15, 2
			if name == "three" {
				s.Ties = nil
			}
			r := at(s)
			r.prelude()
			for _, i := range r.w.clauses[0].invited {
				r.status[i], r.admitted[i] = ratified, true
			}
			r.convene(0)
			before := map[string]Terms{}
			for _, i := range r.talks.seats {
				before[r.w.States[i]] = r.says(r.w.States[i])
			}
			r.inForce[0] = true
			r.count()
			r.convene(0)
			for id, was := range before {
				is := r.says(id)
				for k := range is {
					if math.Abs(is[k]-was[k]) > 1e-9 {
						t.Errorf("%s, %s: in force, %s makes %v of its %s, before %v", theory.Name, name, id, is[k], Term(k), was[k])
					}
				}
			}
		}
	}
}

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
		theirs, _ := rule.share(r, r.talks.seat[r.w.State("CLI")], true)
		ours, _ := rule.share(r, r.talks.seat[r.w.State("PAT")], true)
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
	own, utility := r.w.Parameters.BurdenSharing.share(r, r.talks.seat[cli], false)
	if !(own >= 0 && own < 1e-9) || math.IsInf(utility, 0) || math.IsNaN(utility) {
		t.Errorf("it spends %v, which is worth %v to it", own, utility)
	}
}

func TestAutonomySecurityByHand(t *testing.T) {
	r := tabled(twoByTwo(), "autonomy-security", func(p *Parameters) { p.AutonomySecurity = AutonomySecurity{Security: 30, Reluctance: 2.5, Autonomy: 5} })
	near(t, "the stronger gains a say", r.says("PAT")[Autonomy], 5*0.8*0.5)
	near(t, "the weaker gives it", r.says("CLI")[Autonomy], -5*0.8*0.5)
	near(t, "and gains security", r.says("CLI")[Security], 30*(danger(0.5, 0.145)-danger(0.5, 0.22)))
}

// Morrow: where only one of two is threatened, their pact needs something for the other, which asymmetry provides.
func TestMorrowAsymmetricPactsAreEasier(t *testing.T) {
	both := func(capability float64) float64 {
		s := changed(twoByTwo(), "PAT", func(x *State) { x.Capability, x.Contest = Const(capability), nil })
		r := tabled(s, "autonomy-security", func(p *Parameters) { p.AutonomySecurity = AutonomySecurity{Security: 80, Reluctance: 1.5, Autonomy: 5} })
		return min(r.utility("PAT"), r.utility("CLI"))
	}
	if equal, asymmetric := both(0.1), both(0.3); equal >= 0 || asymmetric <= 0 {
		t.Errorf("the less willing of two makes %v of a pact of equals and %v of an unequal one", equal, asymmetric)
	}
}

func TestWarStabilityByHand(t *testing.T) {
	s := twoByTwo()
	s.Ties = nil
	set := func(p *Parameters) {
		p.WarStability = WarStability{Stability: 10, Reluctance: 2.5, Trade: 20, Defence: 1, Spoils: 0.5}
	}
	r := tabled(s, "war-stability", set)
	// CLI has 0.1 against 0.2, and 0.5 × 0.5 of GDP to be won against 0.2 × 0.5 of trade to lose.
	near(t, "the client is cured", r.says("CLI")[Stability], 10)
	near(t, "the patron has nothing to cure", r.says("PAT")[Stability], 0)
	// 80 % of trade is not with the rival, all of it with the one partner: 0.8 × 0.5 of GDP.
	near(t, "trade among members", r.says("PAT")[Commerce], 20*0.4)
	near(t, "that with an ally is there already", tabled(twoByTwo(), "war-stability", set).says("PAT")[Commerce], 0)
	poor := changed(s, "CLI", func(x *State) { x.GDP = nil })
	near(t, "of whom no GDP is known trades with nobody", tabled(poor, "war-stability", set).says("CLI")[Commerce], 0)
	trading := changed(s, "CLI", func(x *State) { x.Trade = map[string]Series{"RIV": Const(0.6)} })
	near(t, "who trades enough with the rival is left alone", tabled(trading, "war-stability", set).says("CLI")[Stability], 0)
}

// Jackson and Nei: without trade a state keeps no link that it does not need against a war, and so no pact of a safe state
// with anyone lasts; trade may repay it.
func TestJacksonAndNeiNoTradeNoLink(t *testing.T) {
	s := twoByTwo()
	s.Ties = nil
	bare := tabled(s, "war-stability", func(p *Parameters) {
		p.WarStability = WarStability{Stability: 10, Reluctance: 2.5, Defence: 1, Spoils: 0.5}
	})
	if u := bare.utility("PAT"); u >= 0 {
		t.Errorf("the safe patron keeps a link that it does not need: %v", u)
	}
	rich := tabled(s, "war-stability", func(p *Parameters) {
		p.WarStability = WarStability{Stability: 10, Reluctance: 2.5, Trade: 20, Defence: 1, Spoils: 0.5}
	})
	if u := rich.utility("PAT"); u <= 0 {
		t.Errorf("trade does not repay the link: %v", u)
	}
}

func TestLandscapeByHand(t *testing.T) {
	r := tabled(twoByTwo(), "landscape", func(p *Parameters) { p.TwoCamps = TwoCamps{Reluctance: 2.5, Camp: 2} })
	// With PAT: regimes alike +1, affinity 0.6 gives +0.2, friction 0.1 takes 0.2: 1. With RIV: regimes alike +1, ideal
	// points alike +1, contest 0.5 takes 1: 1. F with the rival 0.3 × 1, with the clause 0.2 × 1; sizes 0.5.
	near(t, "the client's camp", r.says("CLI")[Camp], 2*(0.3-0.2)/0.5)
	r.talks.expect[r.talks.seat[r.w.State("PAT")]] = 0
	near(t, "with nobody there the rival's camp is better", r.says("CLI")[Camp], 2*-0.2/0.2)
}

// An ally of the rival stands with it, unless some clause asks it to stand against the rival.
func TestTheRivalsAllies(t *testing.T) {
	s := twoByTwo()
	s.States["BYS"] = s.States["CLI"]
	s.Ties = map[string]Tie{"axis": {Title: "Axis", Members: []string{"BYS", "RIV"}, Kind: Defence, Depth: Const(0.5), Since: 1990}}
	set := func(p *Parameters) {
		p.TwoCamps.Camp = 2
		p.WarStability = WarStability{Stability: 10, Defence: 1, Spoils: 0.5}
	}
	strong := changed(s, "PAT", func(x *State) { x.Capability = Const(0.25) })
	strong = changed(strong, "CLI", func(x *State) { x.Capability = Const(0.04) })
	for _, c := range []struct {
		asked        bool
		camp, safety float64
	}{{false, -1, 0}, {true, 0, 10}} { // 0.04 + 0.25 against 0.2 alone or 0.3 with its ally
		s := strong
		if c.asked {
			s.Clauses = map[string]Clause{"pact": s.Clauses["pact"], "other": {Title: "Other", Opens: 2003, Founders: []string{"BYS", "PAT"},
				Depth: Const(0.5), Against: []string{"RIV"}, Minimum: 2}}
		}
		for _, theory := range []string{"landscape", "war-stability"} {
			s.Theory = theory
			set(&s.Parameters)
			r := at(s)
			r.prelude()
			r.convene(r.w.Clause("pact"))
			near(t, "where the ally stands", r.side(r.w.State("BYS")), c.camp)
			if theory == "war-stability" {
				near(t, "what the clause cures", r.says("CLI")[Stability], c.safety)
			}
		}
	}
}

// Axelrod and Bennett: a state takes the side on which it is less frustrated, by friends and by foes alike.
func TestAxelrodAndBennettFriendsAndFoes(t *testing.T) {
	set := func(p *Parameters) { p.TwoCamps = TwoCamps{Camp: 2} }
	base := tabled(twoByTwo(), "landscape", set).utility("CLI")
	foe := changed(twoByTwo(), "CLI", func(x *State) { x.Contest = map[string]Series{"RIV": Const(1)} })
	if u := tabled(foe, "landscape", set).utility("CLI"); u <= base {
		t.Errorf("a worse foe moves the client from %v to %v", base, u)
	}
	rift := twoByTwo()
	rift.Relations = map[string]Relation{"CLI-PAT": {Friction: Const(1), Affinity: Const(0.6)}}
	if u := tabled(rift, "landscape", set).utility("CLI"); u >= base {
		t.Errorf("a quarrel with its friend moves the client from %v to %v", base, u)
	}
}

// A rival rule admits newcomers by what they change, over the common stock of goodwill.
func TestARivalRuleAdmitsByWhatChanges(t *testing.T) {
	r := tabled(threeWay(), "power-balance", func(p *Parameters) {
		p.PowerBalance = PowerBalance{Need: 15, Patron: 0.5}
		p.Common.Goodwill = 4
	})
	cli, bys := r.talks.seat[r.w.State("CLI")], r.talks.seat[r.w.State("BYS")]
	near(t, "one more evens the balance", r.approves(cli, bys), 4+5)
	near(t, "and leaves the table as it was", r.talks.expect[bys], 1)
}

// More means of a newcomer, with no quarrel, never lower the vote of a member that counts means; a friend's never do where
// camps count.
func TestMembersWelcomeHelp(t *testing.T) {
	for _, theory := range []string{"balance-of-threat", "power-balance", "burden-sharing", "landscape"} {
		last := math.Inf(-1)
		for _, capability := range []float64{0.02, 0.05, 0.1, 0.2} {
			s := changed(threeWay(), "BYS", func(x *State) { x.Capability = Const(capability) })
			s.Ties, s.Relations = nil, map[string]Relation{"BYS-CLI": {Affinity: Const(0.8)}, "BYS-PAT": {Affinity: Const(0.8)}, "CLI-PAT": {Affinity: Const(1)}}
			r := tabled(s, theory, func(p *Parameters) {
				p.BalanceOfThreat.Security, p.PowerBalance.Need, p.TwoCamps.Camp, p.PowerBalance.Patron = 30, 15, 2, 0.5
				p.BurdenSharing = BurdenSharing{Saving: 10, Taste: 0.1}
			})
			if vote := r.approves(r.talks.seat[r.w.State("CLI")], r.talks.seat[r.w.State("BYS")]); vote < last-1e-9 || vote < 0 {
				t.Errorf("%s: a newcomer of %v is worth %v to CLI, one with less means %v", theory, capability, vote, last)
			} else {
				last = vote
			}
		}
	}
}

// By capability alone a patron from outside does not count among those it comes to help, and a power of the region does.
func TestWhoIsAPatronFromOutside(t *testing.T) {
	set := func(p *Parameters) { p.PowerBalance = PowerBalance{Need: 15, Patron: 0.5} }
	near(t, "a patron of 0.3 against 0.2 is left out: 0.2 to 0.2", tabled(threeWay(), "power-balance", set).says("CLI")[Imbalance], 0)
	small := changed(threeWay(), "PAT", func(x *State) { x.Capability = Const(0.09) })
	near(t, "of three small ones none is: 0.2 to 0.29", tabled(changed(small, "RIV", func(x *State) { x.Capability = Const(0.25) }),
		"power-balance", set).says("CLI")[Imbalance], 15*(2*0.25/(0.25+0.29)-1))
}
