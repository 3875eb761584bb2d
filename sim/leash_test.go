package sim

import "testing"

// clients is a table of a patron and two clients with disputes of their own, of which only the leash speaks, at 3
// logits. The treaty of before binds the patron to CLI at a depth of 0.3, and with other it binds it to BYS too.
func clients(cli, bys float64, other bool) *Run {
	s := threeWay()
	s.Parameters.Decision = Weights{Leash: 3}
	s = changed(s, "CLI", func(x *State) { x.Contest = map[string]Series{"RIV": Const(cli)} })
	s = changed(s, "BYS", func(x *State) { x.Contest = map[string]Series{"RIV": Const(bys)} })
	if other {
		s.Ties["other"] = Tie{Title: "Other", Members: []string{"BYS", "PAT"}, Kind: Defence, Depth: Const(0.3), Since: 1990}
	}
	r := at(s)
	r.prelude()
	r.convene(0)
	return r
}

// The example of leash.go: 0.5 newly owed to each of two, with disputes of 0.8 and 0.2.
func TestTheLeashByHand(t *testing.T) {
	r := clients(0.8, 0.2, true)
	near(t, "the patron", r.utility("PAT"), -3*0.5*0.34)
	near(t, "a client owes the other all of the clause", r.utility("BYS"), -3*0.5*(0.8*0.64+0.5*0.0625))
}

// Cha's claim: a patron that would sign with a client alone minds it at a table of many, and the more the hotter the
// client's dispute; what it owes by treaty already it minds no more.
func TestAPatronKeepsQuarrelsomeClientsToItself(t *testing.T) {
	before := 1.0
	for _, dispute := range []float64{0, 0.2, 0.5, 0.8, 1} {
		r := clients(dispute, 0, true)
		many := r.utility("PAT")
		if many >= before && dispute > 0 {
			t.Errorf("with a client's dispute of %v the patron makes %v of the table, with less %v", dispute, many, before)
		}
		before = many
		r.talks.expect[r.talks.seat[r.w.State("BYS")]] = 0
		if alone := r.utility("PAT"); alone != 0 {
			t.Errorf("with a client alone, whose dispute is %v, the leash weighs %v", dispute, alone)
		}
	}
	if old, fresh := clients(0, 0.8, true).utility("PAT"), clients(0, 0.8, false).utility("PAT"); fresh >= old {
		t.Errorf("what is newly owed in full weighs %v, over a treaty %v", fresh, old)
	}
}

// Of a partner's disputes with several rivals the hottest counts, and no other; one with a rival that the clause is not against does not.
// By hand, with 0.5 newly owed to each of two and many a half: 0.8 makes -3 × 0.5 × 0.5 × 0.64 = -0.48, 0.2 a sixteenth of that.
func TestOfSeveralDisputesTheHottestPullsTheLeash(t *testing.T) {
	for _, c := range []struct {
		why      string
		riv, oth float64
		against  []string
		want     float64
	}{
		{"the second rival's is the hotter", 0.2, 0.8, []string{"OTH", "RIV"}, -0.48},
		{"the first rival's is the hotter", 0.8, 0.2, []string{"OTH", "RIV"}, -0.48},
		{"both alike, and not their sum", 0.2, 0.2, []string{"OTH", "RIV"}, -0.03},
		{"the hotter is not with a rival of the clause", 0.2, 0.8, []string{"RIV"}, -0.03},
	} {
		s := threeWay()
		s.Parameters.Decision = Weights{Leash: 3}
		s.States["OTH"] = s.States["RIV"]
		s.Rivals = map[string]Rival{"RIV": s.Rivals["RIV"], "OTH": s.Rivals["RIV"]}
		clause := s.Clauses[s.Headline]
		clause.Against = c.against
		s.Clauses[s.Headline] = clause
		s.Ties["other"] = Tie{Title: "Other", Members: []string{"BYS", "PAT"}, Kind: Defence, Depth: Const(0.3), Since: 1990}
		s = changed(s, "CLI", func(x *State) { x.Contest = map[string]Series{"RIV": Const(c.riv), "OTH": Const(c.oth)} })
		s = changed(s, "BYS", func(x *State) { x.Contest = nil })
		r := at(s)
		r.prelude()
		r.convene(0)
		near(t, c.why, r.utility("PAT"), c.want)
	}
}

// The leash is of a table of many: three partners with one dispute each weigh more than two do, each by itself too.
func TestTheLeashTightensWithTheNumberAtTheTable(t *testing.T) {
	each := func(others int) float64 {
		s := threeWay()
		s.Parameters.Decision = Weights{Leash: 3}
		clause := s.Clauses[s.Headline]
		for k := range others - 2 {
			id := "AD" + string(rune('A'+k))
			s.States[id] = s.States["CLI"]
			clause.Founders = append(clause.Founders, id)
		}
		s.Clauses[s.Headline] = clause
		for _, id := range clause.Founders {
			if id != "PAT" {
				s = changed(s, id, func(x *State) { x.Contest = map[string]Series{"RIV": Const(0.5)} })
			}
		}
		s.Ties = map[string]Tie{}
		r := at(s)
		r.prelude()
		r.convene(0)
		return r.utility("PAT") / float64(others)
	}
	if two, nine := each(2), each(9); nine >= two {
		t.Errorf("a quarrelsome client weighs %v at a table of ten, %v at one of three", nine, two)
	}
}
