package sim

import "testing"

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
