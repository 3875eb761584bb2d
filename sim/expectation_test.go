package sim

import (
	"slices"
	"testing"

	"entente/sim/networks"
)

// acting is how many of a crowd act.
func acting(in []bool) int {
	n := 0
	for _, a := range in {
		if a {
			n++
		}
	}
	return n
}

// TestExpectationsAreTheLargestEquilibrium: where noise is as small as it may be and nobody's signature repels another,
// the expectations of the model are Settle's answer to the model's own utilities. Interest is left out too: what one's promise
// takes off a partner's danger is the less, the more others promise.
func TestExpectationsAreTheLargestEquilibrium(t *testing.T) {
	seen := map[int]int{}
	worlds(300, func(number uint64, s Scenario) {
		s.Theory = DefaultTheory
		p := &s.Parameters.Decision
		s.Parameters.Common.Noise, p.Security, p.Interest = 0.05, 60, 0
		p.Entrapment, p.Friction, p.Unlikeness, p.Trade = 0, 0, 0, 0
		p.Provocation, p.Leash, p.Novelty = 0, 0, 0
		p.Reluctance, p.Home = 1, 1
		w := NewWorld(s)
		r := NewRun(w)
		r.Start(1, number)
		for r.Tick+2 < w.Calendar.Ticks() && r.Tick < 4 {
			r.Step()
		}
		r.prelude()
		for c := range w.Clauses {
			if !r.convene(c) {
				continue
			}
			r.expects()
			found := append([]float64(nil), r.talks.expect[:len(r.talks.seats)]...)
			m := len(r.talks.seats)
			want := networks.Settle(m, func(a int, in []bool) bool {
				if !r.talks.decides[a] { // who has signed is in, and out if it has suspended its part
					return found[a] == 1
				}
				if r.talks.needed[a] {
					return true
				}
				for b := range in {
					r.talks.expect[b] = 0
					if in[b] {
						r.talks.expect[b] = 1
					}
				}
				r.sum()
				terms := r.weigh(a)
				return terms.Sum() > 0
			})
			clear := true // chances near one half are neither in nor out
			for a := range found {
				clear = clear && (found[a] < 0.01 || found[a] > 0.99)
			}
			if !clear {
				continue
			}
			seen[acting(want)]++
			for a := range found {
				if (found[a] > 0.5) != want[a] {
					t.Fatalf("world %d, %s: %s is expected with chance %v, the largest equilibrium says %v",
						number, w.Clauses[c], w.States[r.talks.seats[a]], found[a], want[a])
				}
			}
		}
	})
	if len(seen) < 4 {
		t.Errorf("only crowds of %v were seen", seen)
	}
}

// By the rules as they are, also where signatures repel each other, the search comes to rest, nobody is expected more than it would
// sign by these very expectations, and whoever is not asked to decide is expected as it stands. Some are expected less: those are the
// states that a quarrel ruled out and that would come by now, so that what is found is then no equilibrium.
func TestNobodyIsExpectedMoreThanItWouldSign(t *testing.T) {
	tables, between, below := 0, 0, 0
	worlds(300, func(number uint64, s Scenario) {
		s.Parameters.Decision.Friction = float64(number % 12)
		w := NewWorld(s)
		r := NewRun(w)
		r.Start(1, number)
		for r.Tick+2 < w.Calendar.Ticks() && r.Tick < 4 {
			r.Step()
		}
		r.prelude()
		for c := range w.Clauses {
			if !r.convene(c) {
				continue
			}
			r.expects()
			tables++
			settled := append([]float64(nil), r.talks.expect[:len(r.talks.seats)]...)
			for a, e := range settled {
				if !r.talks.decides[a] || r.talks.needed[a] {
					if e != 1 && r.status[c*w.N()+r.talks.seats[a]] != suspended {
						t.Fatalf("world %d, %s: %s does not decide, and is expected with %v", number, w.Clauses[c], w.States[r.talks.seats[a]], e)
					}
					continue
				}
				terms := r.weigh(a)
				signs := w.Parameters.Common.chance(terms.Sum())
				if e > signs+settledWithin {
					t.Fatalf("world %d, %s: %s is expected with %v and would sign with %v", number, w.Clauses[c],
						w.States[r.talks.seats[a]], e, signs)
				}
				if e > 0.01 && e < 0.99 {
					between++
				}
				if e < signs-0.01 {
					below++
				}
			}
		}
	})
	if tables < 100 || between < 100 || below == 0 {
		t.Errorf("of %d tables %d chances lie between, and %d states would come by now: the worlds do not put the claim to the test", tables,
			between, below)
	}
}

// A table that is still laid is as it would be laid anew; when somebody signs, ratifies or leaves it is not.
func TestALaidTableHolds(t *testing.T) {
	worlds(100, func(number uint64, s Scenario) {
		w := NewWorld(s)
		r := NewRun(w)
		again := func(after string) {
			c := r.talks.clause // the last on the table
			r.agree(c)
			agreed := slices.Clone(r.talks.with[:len(r.talks.seats)])
			r.convene(c)
			r.expects()
			if found := r.talks.with[:len(r.talks.seats)]; !slices.Equal(agreed, found) {
				t.Fatalf("world %d, tick %d, clause %d, after they %s: they go by an aid of %v and would now find %v", number,
					r.Tick, c, after, agreed, found)
			}
		}
		r.Start(1, number)
		for r.Tick+1 < w.Calendar.Ticks() {
			r.prelude()
			r.decide()
			again("signed")
			r.ratify()
			again("ratified")
			r.review()
			again("reviewed")
			r.respond()
		}
	})
}

// Without a certain member a clause would bind nobody, so it is weighed as if that one were in. One in force binds the
// others without it: whoever has left is expected as far as it would sign again.
func TestWhoHasLeftAClauseInForceIsNotTakenForGranted(t *testing.T) {
	for _, inForce := range []bool{false, true} {
		s := threeWay()
		c := s.Clauses["pact"]
		c.Required = []string{"PAT"}
		s.Clauses["pact"] = c
		s.Parameters.Decision.Reluctance = 20
		r := at(s)
		r.Step()
		r.status[r.w.State("BYS")], r.status[r.w.State("CLI")], r.status[r.w.State("PAT")] = ratified, ratified, apart
		r.inForce[0] = inForce
		r.convene(0)
		r.expects()
		switch got := r.talks.expect[r.talks.seat[r.w.State("PAT")]]; {
		case !inForce && got != 1:
			t.Errorf("the clause is nothing without PAT, which is expected with a chance of %v", got)
		case inForce && got > 0.01:
			t.Errorf("PAT has left a clause that it would not sign again, and is expected with a chance of %v", got)
		}
	}
}
