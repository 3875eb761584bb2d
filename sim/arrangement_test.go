package sim

import "testing"

// What suits a pair is shared threat by likeness: 0.25 × 0.6.
func TestWhoSuitsByHand(t *testing.T) {
	r := at(twoByTwo())
	r.Step()
	near(t, "the pair", r.suits(r.w.State("PAT"), r.w.State("CLI")), 0.15)
}

// A pair that becomes close, or closer, founds a trilateral with whom both are close to; one that stays short of it does not.
func TestATieThatBecomesCloseFoundsATrilateral(t *testing.T) {
	for from, want := range map[int8]int{closePartner - 2: 0, closePartner - 1: 1, closePartner: 1} {
		r := at(triangle())
		n, bys, cli, pat := r.w.N(), r.w.State("BYS"), r.w.State("CLI"), r.w.State("PAT")
		r.setRung(bys, cli, RungConsult)
		r.setRung(bys, pat, RungConsult)
		r.setRung(cli, pat, from)
		r.Step()
		if got := r.rung[cli*n+pat]; got != from+1 {
			t.Fatalf("from rung %d the pair comes to rung %d", from, got)
		}
		if got := r.Circles(); got != want {
			t.Errorf("from rung %d the pair founds %d trilaterals, want %d", from, got, want)
		}
	}
}

// The third is whom the two go with best together, not the one that either likes best: what PAT shares with others is a
// threat of 0.25, what CLI shares with them one of 0.5.
func TestTheThirdSuitsBoth(t *testing.T) {
	for _, c := range []struct {
		favourite        string
		dearest, another float64 // likeness of the favourite and its friend; of the other and both
	}{
		{"PAT", 1, 0.6},   // 0.25 × 1 + 0 is less than (0.25 + 0.5) × 0.6
		{"CLI", 0.6, 0.5}, // 0.5 × 0.6 + 0 is less than (0.25 + 0.5) × 0.5
	} {
		s := triangle()
		s.States["NEW"] = s.States["BYS"]
		s.Relations = map[string]Relation{"CLI-PAT": {Affinity: Const(1)}, "BYS-CLI": {Affinity: Const(0)}, "BYS-PAT": {Affinity: Const(0)},
			"CLI-NEW": {Affinity: Const(c.another)}, "NEW-PAT": {Affinity: Const(c.another)}}
		s.Relations["BYS-"+c.favourite] = Relation{Affinity: Const(c.dearest)}
		r := at(s)
		cli, pat := r.w.State("CLI"), r.w.State("PAT")
		for _, id := range []string{"BYS", "NEW"} {
			r.setRung(cli, r.w.State(id), RungConsult)
			r.setRung(pat, r.w.State(id), RungConsult)
		}
		r.setRung(cli, pat, closePartner-1)
		r.Step()
		if r.Circles() != 1 {
			t.Fatalf("%d trilaterals, want one", r.Circles())
		}
		if three, _ := r.Circle(0); !three.Has(r.w.State("NEW")) {
			t.Errorf("the third is the one that suits %s alone", c.favourite)
		}
	}
}

// Who is barred by law makes no new agreement of any kind: two whom it is close to found no trilateral with it.
func TestWhoIsBarredIsNoThird(t *testing.T) {
	for _, c := range []struct {
		barred *Bar
		want   int
	}{{nil, 1}, {&Bar{Reason: "occupied"}, 0}} {
		r := at(changed(triangle(), "BYS", func(x *State) { x.Barred = c.barred }))
		bys, cli, pat := r.w.State("BYS"), r.w.State("CLI"), r.w.State("PAT")
		r.setRung(bys, cli, RungConsult)
		r.setRung(bys, pat, RungConsult)
		r.setRung(cli, pat, closePartner-1)
		r.Step()
		if got := r.Circles(); got != c.want {
			t.Errorf("with a third whose bar is %v a pair that becomes close founds %d trilaterals, want %d", c.barred, got, c.want)
		}
	}
}

// triangle is a world of three who climb a rung a tick and found whatever trilateral they can.
func triangle() Scenario {
	s := threeWay()
	s.Ties = nil
	for _, pair := range []string{"BYS-CLI", "BYS-PAT", "CLI-PAT"} {
		s.Relations[pair] = Relation{Affinity: Const(1)}
	}
	s.Parameters.Diplomacy.Rate, s.Parameters.Diplomacy.Minilateral = 1e6, 1
	return s
}

// There are as many trilaterals as closing ties found, however many: no run has room for so many only.
func TestNoRunRunsOutOfRoomForTrilaterals(t *testing.T) {
	s := triangle()
	ids := []string{"BYS", "CLI", "PAT"}
	for k := range 24 {
		id := "N" + string(rune('A'+k)) + "X"
		s.States[id] = s.States["BYS"]
		ids = append(ids, id)
	}
	r := at(s)
	for k, one := range ids {
		for _, other := range ids[:k] {
			r.setRung(r.w.State(one), r.w.State(other), closePartner-1)
		}
	}
	for range 3 {
		r.Step()
	}
	if r.Circles() < 150 {
		t.Errorf("%d states that become close found %d trilaterals", len(ids), r.Circles())
	}
}
