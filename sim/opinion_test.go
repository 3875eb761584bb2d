package sim

import "testing"

// A clause's own stance stands in place of the general one for it alone.
func TestAClauseMayHaveItsOwnStance(t *testing.T) {
	s := twoByTwo()
	own, general := s.Clauses["pact"], s.Clauses["pact"]
	own.Stance = map[string]Series{"CLI": Const(-1)}
	s.Clauses = map[string]Clause{"own": own, "pact": general}
	r := at(s)
	r.prelude()
	n, cli, pat := r.w.N(), r.w.State("CLI"), r.w.State("PAT")
	for _, c := range []struct {
		why    string
		clause string
		state  int
		want   float64
	}{
		{"the clause says what the client thinks of it", "own", cli, -1},
		{"of the patron it says nothing", "own", pat, 0.5},
		{"of another clause the client thinks as of any", "pact", cli, 0.5},
	} {
		near(t, c.why, r.stanceOn(r.w.Clause(c.clause), c.state), c.want)
	}
	r.consider(r.w.Clause("own"))
	near(t, "and home has it: 2 logits against", r.terms[r.w.Clause("own")*n+cli][Home], -2)
}

// Of a new government the parties' spread is laid about the clause's own stance; one that an event brings has its own.
func TestANewGovernmentLeansAboutTheClausesOwnStance(t *testing.T) {
	s := changed(twoByTwo(), "CLI", func(x *State) { x.Spread, x.Volatility = Const(0.4), Const(1e6) })
	c := s.Clauses["pact"]
	c.Stance = map[string]Series{"CLI": Const(-0.5)}
	s.Clauses["pact"] = c
	r := at(s)
	r.prelude()
	cli := r.w.State("CLI")
	near(t, "the same lean about another middle", r.stanceOn(0, cli)-r.stances[cli], -1)
	s.Shocks = map[string]Shock{"coup": {Kind: Leadership, Date: 2000, Size: 1, Felt: map[string]float64{"CLI": 1}, Stance: 0.9}}
	r = at(s)
	r.prelude()
	near(t, "the government that an event brings", r.stanceOn(0, cli), 0.9)
}

// outsideBlessing is the world worked by hand with a power OUT, as strong as the patron, that is not invited.
func outsideBlessing(blessing float64) *Run {
	s := twoByTwo()
	s.States["OUT"] = s.States["PAT"]
	c := s.Clauses["pact"]
	c.Blessing = map[string]Series{"OUT": Const(blessing)}
	s.Clauses["pact"] = c
	r := at(s)
	r.prelude()
	return r
}

// OUT would bring 0.3 × 0.5 = 0.15 to the client, which has 0.145 with its treaty; the client fears 0.5, the patron, which has
// 0.315, fears 0.25.
func TestAPowerOutsideIsHeededAsFarAsItIsNeeded(t *testing.T) {
	r := outsideBlessing(-0.5)
	cli, pat := r.w.State("CLI"), r.w.State("PAT")
	near(t, "the client", r.heeds(0, cli), -0.5*0.5*0.15/(0.15+0.145))
	near(t, "the patron, who fears less and has more", r.heeds(0, pat), -0.5*0.25*0.15/(0.15+0.315))
	near(t, "the stance moves by it", r.stanceOn(0, cli), 0.5-0.1271)
	near(t, "one who fears nothing heeds nobody", func() float64 { clear(r.threat); return r.heeds(0, cli) }(), 0)
	if up, none, down := outsideBlessing(1).stanceOn(0, cli), outsideBlessing(0).stanceOn(0, cli),
		outsideBlessing(-1).stanceOn(0, cli); !(up > none && none > down) || none != 0.5 {
		t.Errorf("blessed %v, not at all %v, opposed %v: want falling from above 0.5 to below it", up, none, down)
	}
}

// A treaty with the power makes it no less needed: what it has promised is not counted as one's own.
func TestATreatyWithThePowerDoesNotFreeOne(t *testing.T) {
	without := outsideBlessing(-0.5)
	s := without.w.Scenario
	s.Ties = map[string]Tie{"old": s.Ties["old"], "out": {Title: "Out", Members: []string{"CLI", "OUT"}, Kind: Defence,
		Depth: Const(0.9), Since: 1990}}
	with := at(s)
	with.prelude()
	cli := with.w.State("CLI")
	near(t, "with a treaty as without", with.heeds(0, cli), without.heeds(0, cli))
}

// Whatever is thought of clauses in particular, figures stay in their bounds and utility rises with a blessing.
func TestOpinionsStayInTheirBounds(t *testing.T) {
	worlds(100, func(number uint64, s Scenario) {
		c := s.Clauses["pact"]
		invited := map[string]bool{}
		for _, id := range append(names(c.OpenTo), c.Founders...) {
			invited[id] = true
		}
		c.Stance = map[string]Series{c.Founders[0]: {{Date: 2000, Value: -1}, {Date: 2002, Value: 1}}}
		c.Blessing = map[string]Series{}
		for _, id := range names(s.States) {
			if _, rival := s.Rivals[id]; !rival && !invited[id] {
				c.Blessing[id] = Const(1)
			}
		}
		s.Clauses = map[string]Clause{"pact": c}
		r := NewRun(NewWorld(s))
		play(r, 1, number, func() {
			for i := range r.w.N() {
				if v := r.stanceOn(0, i); !(v >= -1 && v <= 1) {
					t.Fatalf("world %d: %s thinks %v of it, outside [-1, 1]", number, r.w.States[i], v)
				}
				if r.heeds(0, i) < 0 {
					t.Fatalf("world %d: %s is put off by blessings", number, r.w.States[i])
				}
			}
		})
	})
}

func TestHomeByHand(t *testing.T) {
	client, _ := explained(t, "CLI")
	near(t, "half in favour, at 2 logits", client[Home], 2*0.5)
}
