package sim

import "testing"

// bound is the table of a patron and a client whom a treaty of some depth binds already, and of a third whom none does,
// of which only novelty speaks, at 2 logits.
func bound(depth float64, third bool) *Run {
	s := twoByTwo()
	if third {
		s = threeWay()
	}
	s.Parameters.Decision = Weights{Novelty: 2}
	s.Ties = map[string]Tie{"old": {Title: "Old", Members: []string{"CLI", "PAT"}, Kind: Defence, Depth: Const(depth), Since: 1990}}
	r := at(s)
	r.prelude()
	r.convene(0)
	return r
}

// The example of novelty.go: a treaty of 0.3 below a clause of 0.8.
func TestNoveltyByHand(t *testing.T) {
	near(t, "two with a treaty", bound(0.3, false).utility("CLI"), -0.75)
	near(t, "all of it bound", bound(0.9, false).utility("CLI"), -2)
	near(t, "a third to whom all is new", bound(0.3, true).utility("BYS"), 0)
	near(t, "half of the table is bound", bound(0.3, true).utility("CLI"), -0.375)
	r := bound(0.3, true)
	r.talks.expect[r.talks.seat[r.w.State("BYS")]] = 0
	near(t, "a third who is not expected makes nothing new", r.utility("CLI"), -0.75)
	r.talks.expect[r.talks.seat[r.w.State("PAT")]] = 0
	near(t, "nobody is expected", r.utility("CLI"), 0)
}

// The article's claim: the deeper the treaties that the states at a table have, the less they want a clause besides.
func TestTreatiesMakeAClauseIdle(t *testing.T) {
	before := 1.0
	for _, depth := range []float64{0, 0.2, 0.4, 0.6, 0.8} {
		u := bound(depth, false).utility("PAT")
		if u >= before {
			t.Errorf("over a treaty of %v the clause is worth %v, over a shallower one %v", depth, u, before)
		}
		before = u
	}
}

// A home that the clause does not cover is promised nothing: what its state would owe others is all there is of it.
func TestWhoIsNotCoveredIsPromisedNothing(t *testing.T) {
	r := bound(0.3, true)
	clause := &r.w.clauses[0]
	clause.covered[r.w.State("CLI")] = false
	r.convene(0)
	near(t, "the client, bound to one of two", r.utility("CLI"), -2*(1-(0.5+0.8)/1.6))
	near(t, "the patron, to whom the client is new nothing", r.utility("PAT"), -2*(1-(0.5+0.8+0.8)/2.4))
}
