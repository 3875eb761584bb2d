package lab

import (
	"maps"
	"slices"
	"testing"

	"entente/sim"
	"entente/sim/lab/stats"
)

// A run that failed in either world is left out of both, and one that only one of them has.
func TestFailedRunsAreNoPairs(t *testing.T) {
	w := sim.NewWorld(ablated(t, "pacific-2025"))
	h, n := w.Headline(), w.N()
	yes, no := newEnding(w), newEnding(w)
	yes.AtEnd[h] = true
	for i := range 3 {
		yes.Bound[h*n+i], yes.Signed[h*n+i] = true, int32(i)
	}
	no.Bound[(h+1)%len(w.Clauses)*n] = h != (h+1)%len(w.Clauses) // of another clause
	lost := yes                                                  // how far it came tells nothing
	lost.Failure = "a promise was broken"
	failed := &lost
	for why, worlds := range map[string][2]*Ending{"the first": {failed, &yes}, "the second": {&yes, failed}, "both": {failed, failed}} {
		if r := beside(&view{w, worlds[:1]}, &view{w, worlds[1:]}); r.Pairs != 0 {
			t.Errorf("a run that failed in %s of two worlds is told to be a pair", why)
		}
	}
	r := beside(&view{w, []*Ending{failed, &yes, &no, &yes}}, &view{w, []*Ending{&yes, failed, &no, &no, &yes}})
	if r.Pairs != 2 || r.InForce.Change != stats.Matched(1, 0, 2) || r.Members.Change.Mean != -1.5 || r.Members.First != 1.5 {
		t.Errorf("one pair lost, one unchanged came out as %d pairs, %+v, %+v", r.Pairs, r.InForce.Change, r.Members)
	}
	inForce, members, runs := (&view{w, []*Ending{failed, &yes, &no, &yes}}).ends()
	if inForce != stats.ShareOf(2, 3) || members != 2 || runs != 3 {
		t.Errorf("two of three came into force with three members: %+v, %v, %d", inForce, members, runs)
	}
	signs := 0
	for _, st := range r.States {
		if i, _ := slices.BinarySearch(w.States, st.ID); i < 3 {
			signs++
			if st.Signed.First != stats.ShareOf(1, 2) || st.Signed.Second.Count != 0 {
				t.Errorf("%s signs in %+v", st.ID, st.Signed)
			}
		} else if st.Signed.First.Count != 0 {
			t.Errorf("%s never signs, and is said to in %+v", st.ID, st.Signed.First)
		}
	}
	if signs == 0 {
		t.Error("none of the first three states is invited: the claim was not put to the test")
	}
}

// Who moves beyond luck comes first; who is not invited in both worlds has not moved.
func TestWhoMovesBeyondLuckComesFirst(t *testing.T) {
	st := func(id string, mean, low, high float64, first, second Role) StateChange {
		return StateChange{ID: id, Role: first, Second: second,
			Signed: stats.PairedShare{Change: stats.Difference{Mean: mean, Low: low, High: high}}}
	}
	b := Beside{States: []StateChange{
		st("little", 0.1, 0.05, 0.2, Founder, OpenTo), st("luck", 0.3, -0.1, 0.6, Founder, Founder),
		st("much", -0.5, -0.6, -0.4, OpenTo, Founder),
		st("out", -0.9, -1, -0.8, Founder, Bystander), st("in", 0.9, 0.8, 1, Absent, Founder),
	}}
	var ids []string
	for _, m := range b.Movers() {
		ids = append(ids, m.ID)
	}
	if want := []string{"much", "little"}; !slices.Equal(ids, want) {
		t.Errorf("%v move, want %v", ids, want)
	}
}

// With one pair alone all is possible that the world with more guests allows: as many members more, or less.
func TestMembersMayChangeByAllThatEitherWorldInvites(t *testing.T) {
	s := ablated(t, "pacific-2025")
	few := s
	few.Clauses = maps.Clone(s.Clauses)
	c := few.Clauses[s.Headline]
	c.Founders, c.Required, c.OpenTo, c.Minimum = []string{"JPN", "USA"}, nil, nil, 2
	few.Clauses[s.Headline] = c
	ending := func(s sim.Scenario) *view {
		w := sim.NewWorld(s)
		e := newEnding(w)
		return &view{w, []*Ending{&e}}
	}
	small, large := ending(few), ending(s)
	guests := float64(len(large.invited()))
	if len(small.invited()) != 2 || guests <= 2 {
		t.Fatalf("%d and %v are invited", len(small.invited()), guests)
	}
	for _, r := range []Beside{beside(small, large), beside(large, small)} {
		if d := r.Members.Change; d.Low != -guests || d.High != guests {
			t.Errorf("of one pair it is said that members change by %v to %v, where %v are invited to one of the worlds", d.Low, d.High, guests)
		}
	}
}
