package sim

import "testing"

func TestLandscapeByHand(t *testing.T) {
	r := tabled(twoByTwo(), "landscape", func(p *Parameters) { p.Landscape = Landscape{Reluctance: 2.5, Camp: 2} })
	// With PAT: regimes alike +1, affinity 0.6 gives +0.2, friction 0.1 takes 0.2: 1. With RIV: regimes alike +1, ideal
	// points alike +1, contest 0.5 takes 1: 1. F with the rival 0.3 × 1, with the clause 0.2 × 1; sizes 0.5.
	near(t, "the client's camp", r.says("CLI")[Camp], 2*(0.3-0.2)/0.5)
	r.talks.expect[r.talks.seat[r.w.State("PAT")]] = 0
	near(t, "with nobody there the rival's camp is better", r.says("CLI")[Camp], 2*-0.2/0.2)
}

// A member weighs a newcomer with it in the camp, however far it was expected: CLI has 0.1 of the sizes of 0.2 + 0.1, and a propensity of 1.
func TestTheNewcomerIsCountedInByHand(t *testing.T) {
	r := tabled(twoByTwo(), "landscape", func(p *Parameters) {
		p.Landscape, p.Common.Goodwill = Landscape{Camp: 2}, 0.5
	})
	pat, cli := r.talks.seat[r.w.State("PAT")], r.talks.seat[r.w.State("CLI")]
	for _, expected := range []float64{0, 0.25, 1} {
		r.talks.expect[cli] = expected
		near(t, "what the patron makes of the client", r.w.Parameters.Landscape.approves(r, pat, cli), 0.5+2*0.1/0.3)
	}
}

// An ally of the rival stands with it, unless some clause asks it to stand against the rival.
func TestTheRivalsAllies(t *testing.T) {
	s := twoByTwo()
	s.States["BYS"] = s.States["CLI"]
	s.Ties = map[string]Tie{"axis": {Title: "Axis", Members: []string{"BYS", "RIV"}, Kind: Defence, Depth: Const(0.5), Since: 1990}}
	set := func(p *Parameters) {
		p.Landscape.Camp = 2
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
			s.Clauses = map[string]Clause{"pact": s.Clauses["pact"],
				"other": {Title: "Other", Opens: 2003, Founders: []string{"BYS", "PAT"},
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
	set := func(p *Parameters) { p.Landscape = Landscape{Camp: 2} }
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
