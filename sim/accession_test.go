package sim

import (
	"math"
	"testing"
)

// A member welcomes the one who helps it, not the one it helps: PAT would add 0.075 to what CLI has, CLI 0.025 to what PAT
// has, and each votes by what it would get.
func TestAMemberWelcomesTheOneWhoHelpsIt(t *testing.T) {
	s := twoByTwo()
	s.Parameters.Decision = Weights{Security: 10}
	s.Parameters.Common.Goodwill = 1
	r := at(s)
	r.Step()
	r.convene(0)
	pat, cli := r.talks.seat[r.w.State("PAT")], r.talks.seat[r.w.State("CLI")]
	near(t, "the client on its patron", r.approves(cli, pat), 1+10*(danger(0.5, 0.145)-danger(0.5, 0.145+0.075)))
	near(t, "the patron on its client", r.approves(pat, cli), 1+10*(danger(0.25, 0.315)-danger(0.25, 0.315+0.025)))
}

// By a rival rule too, and the table is left as it was: what each seat can count on, and whom it expects.
func TestARivalRuleWelcomesByItsOwnUtility(t *testing.T) {
	r := tabled(twoByTwo(), "balance-of-threat", func(p *Parameters) {
		p.BalanceOfThreat, p.Common.Goodwill = BalanceOfThreat{Security: 30, Reluctance: 2.5}, 1
	})
	pat, cli := r.talks.seat[r.w.State("PAT")], r.talks.seat[r.w.State("CLI")]
	near(t, "the client on its patron", r.approves(cli, pat), 1+30*(danger(0.5, 0.145)-danger(0.5, 0.22)))
	near(t, "what the client counts on", r.talks.with[cli], 0.22)
	near(t, "whom it expects", r.talks.expect[pat], 1)
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

// A vote is on the newcomer alone: PAT minds its quarrel with BYS as much where a worse one with CLI is at the table
// already, which to its own utility would make no difference.
func TestALesserQuarrelIsNotLetInForNothing(t *testing.T) {
	approval := func(worse float64) (vote, change float64) {
		s := threeWay()
		s.Relations = map[string]Relation{"BYS-PAT": {Friction: Const(0.5), Affinity: Const(1)}, "CLI-PAT": {Friction: Const(worse), Affinity: Const(1)}}
		s.Parameters.Decision = Weights{Friction: 4}
		s.Parameters.Common.Goodwill = 1
		r := at(s)
		r.Step()
		r.convene(0)
		pat, bys := r.talks.seat[r.w.State("PAT")], r.talks.seat[r.w.State("BYS")]
		with := func(e float64) float64 { return r.supposing(bys, e, func() float64 { return friction.of(r, pat, 4) }) }
		return r.approves(pat, bys), with(1) - with(0)
	}
	for worse, want := range map[float64]float64{0: -1, 0.9: 0} {
		vote, change := approval(worse)
		near(t, "the vote", vote, 1-4*0.25)
		near(t, "what its presence changes", change, want)
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
	near(t, "as in its own decision", r.approves(pat, cli)-1, entrapment.of(r, pat, p.Entrapment))
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

// Nor does one whom a state that has signed before will not have, though the clause can do without that state.
func TestWhoHasSignedHasAVoteOnFounders(t *testing.T) {
	for _, stands := range []status{apart, signed, ratified} {
		s := threeWay()
		c := s.Clauses["pact"]
		c.Consent = Unanimous
		s.Clauses["pact"] = c
		s.Relations = map[string]Relation{"BYS-CLI": {Friction: Const(1), Affinity: Const(1)}}
		p := &s.Parameters.Decision
		s.Parameters.Common.Goodwill, p.Friction, p.Security, p.Reluctance = 50, 200, 0, -300
		r := at(s)
		r.status[r.w.State("CLI")] = stands
		r.Step()
		if got, want := r.Signed(0, r.w.State("BYS")), stands == apart; got != want || !r.Signed(0, r.w.State("PAT")) {
			t.Errorf("CLI, at odds with BYS, stands at %v before the talks: BYS signs: %v, want %v", stands, got, want)
		}
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
				p.BalanceOfThreat.Security, p.PowerBalance.Need, p.Landscape.Camp, p.PowerBalance.Patron = 30, 15, 2, 0.5
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
