package sim

import (
	"math"
	"testing"
)

// The client of the world worked by hand has 0.1 of its own, 0.3 × 0.15 by its treaty and 0.5 × 0.15 more by the clause, in a
// threat of 0.5. Of two shocks the one that frightened it has most to do with its fear, and not the one that calmed it.
func TestBehindADangerByHand(t *testing.T) {
	s := twoByTwo()
	c := s.Clauses["pact"]
	c.Required = []string{"CLI", "PAT"} // so that each expects the other
	s.Clauses["pact"] = c
	w := NewWorld(s)
	e, err := w.Decision(1, 0, 0, w.State("CLI"), 0)
	if err != nil {
		t.Fatal(err)
	}
	b := e.Behind
	near(t, "danger with its own means", b.Alone, danger(0.5, 0.1))
	near(t, "with its treaty", b.Without, danger(0.5, 0.145))
	near(t, "with the clause too", b.With, danger(0.5, 0.22))
	if len(b.Ties) != 1 || b.Ties[0].State != "PAT" || !b.Ties[0].Treaty || len(b.Table) != 1 || b.Table[0].State != "PAT" {
		t.Fatalf("behind it stand %+v, and at the table %+v", b.Ties, b.Table)
	}
	near(t, "what the treaty brings", b.Ties[0].Aid, 0.045)
	deeper := s // a clause in force already promises more than the treaty: what counts is not the treaty's
	deeper.Clauses = map[string]Clause{"pact": c, "old": {Title: "Old", Founders: []string{"CLI", "PAT"}, Against: []string{"RIV"}, Minimum: 2,
		Depth: Const(0.6), Opens: 1990, Members: map[string]Date{"CLI": 1990, "PAT": 1990}}}
	w = NewWorld(deeper)
	if e, err = w.Decision(1, 0, w.Clause("pact"), w.State("CLI"), 0); err != nil {
		t.Fatal(err)
	}
	if ties := e.Behind.Ties; len(ties) != 1 || ties[0].Treaty || ties[0].Aid <= 0.045 {
		t.Errorf("beside a deeper clause in force behind it stand %+v", ties)
	}
	near(t, "danger that it takes off", b.Ties[0].Off, danger(0.5, 0.1)-danger(0.5, 0.145))
	near(t, "what the clause would add", b.Table[0].Aid, 0.075)
	if f := b.Fears[0]; f.Rival != "RIV" || f.Shock != "" || f.Calm != f.Threat {
		t.Errorf("nothing struck, and its fear is %+v", f)
	}
	near(t, "its fear", b.Fears[0].Threat, 0.5)

	s.Shocks = map[string]Shock{
		"landing": {Kind: OvertAct, Actor: "RIV", Date: 2000, Size: 1, Felt: map[string]float64{"CLI": 0.8}},
		"visit":   {Kind: OvertAct, Actor: "RIV", Date: 2000, Size: -1, Felt: map[string]float64{"CLI": 0.5}},
	}
	// Alarm is 0.8 × (1 - 0.5) and intent 1 - 0.5 × 0.6; without the landing there is no alarm.
	w = NewWorld(s)
	if e, err = w.Decision(1, 0, 0, w.State("CLI"), 0); err != nil {
		t.Fatal(err)
	}
	f := e.Behind.Fears[0]
	if f.Shock != "landing" {
		t.Errorf("the fear has most to do with %q, want the landing", f.Shock)
	}
	near(t, "fear with the landing", f.Threat, 0.7)
	near(t, "and without it", f.Calm, 0.5)
}

// However dangers from several rivals make one, a danger with nothing behind it is the same by either account, and partners add
// nothing to it. What a rival has promised is no aid against itself.
func TestNothingBehindADangerIsDangerAlone(t *testing.T) {
	bare, backed, itself := 0, 0, 0
	worlds(200, func(number uint64, s Scenario) {
		s.Parameters.Danger.Joined = float64(number%3) / 2
		w := NewWorld(s)
		r := NewRun(w)
		r.Start(1, number)
		r.Step()
		r.prelude()
		for c := range w.Clauses {
			if !r.convene(c) {
				continue
			}
			r.expects()
			for a, i := range r.talks.seats {
				b := r.behind(i)
				if b.Without > b.Alone+1e-12 {
					t.Fatalf("world %d, %s: partners raise the danger of %s from %v to %v", number, w.Clauses[c], w.States[i], b.Alone, b.Without)
				}
				against := w.clauses[c].against
				for _, h := range append(b.Ties, b.Table...) {
					if len(against) == 1 && w.States[w.rivals[against[0]].state] == h.State {
						if itself++; math.Abs(h.Off) > 1e-12 {
							t.Fatalf("world %d, %s: %s is said to take %v off the danger from itself", number, w.Clauses[c], h.State, h.Off)
						}
					}
				}
				if len(b.Ties) > 0 {
					backed++
					continue
				}
				if bare++; b.Alone != b.Without {
					t.Fatalf("world %d, %s: seat %d has nothing behind it; its danger is %v alone and %v without the clause", number,
						w.Clauses[c], a, b.Alone, b.Without)
				}
			}
		}
	})
	if bare < 20 || backed < 100 || itself == 0 {
		t.Errorf("%d had nothing behind them, %d something, %d the rival itself: the worlds do not put the claim to the test", bare, backed, itself)
	}
}
