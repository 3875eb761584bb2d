package sim

import (
	"math"
	"testing"
)

func TestATableConvergesAtItsMinimum(t *testing.T) {
	r := at(twoByTwo())
	for k, want := range []bool{false, true} {
		r.willing[r.w.clauses[0].invited[k]] = true
		if r.converges(0) != want {
			t.Errorf("with %d of 2 willing the table converges: %v", k+1, !want)
		}
	}
}

// The closing day is the last on which founders may sign, and its quarter the last quarter.
func TestFoundersMaySignOnTheClosingDay(t *testing.T) {
	s := twoByTwo()
	c := s.Clauses["pact"]
	c.Closes = 2000.25
	s.Clauses["pact"] = c
	r := at(s)
	for tick, want := range []bool{true, true, false} {
		r.Tick = tick
		clear(r.status)
		if r.mayjoin(0, 0) != want {
			t.Errorf("in quarter %d a founder may sign: %v", tick, !want)
		}
	}
}

// Nobody signs a clause not in force unless as many as it needs have signed or do so at once.
func TestNobodySignsBelowTheMinimum(t *testing.T) {
	worlds(400, func(number uint64, s Scenario) {
		for id, c := range s.Clauses {
			c.Minimum = min(3, len(c.Founders))
			s.Clauses[id] = c
		}
		w := NewWorld(s)
		r, n := NewRun(w), w.N()
		r.Start(1, number)
		for r.Tick+1 < w.Calendar.Ticks() {
			r.prelude()
			r.decide()
			for c := range w.clauses {
				signs, in := false, 0
				for i := range n {
					signs = signs || r.signedAt[c*n+i] == r.Tick
					if s := r.status[c*n+i]; s == signed || s == ratified {
						in++
					}
				}
				if signs && !r.inForce[c] && in < w.clauses[c].minimum {
					t.Fatalf("world %d, tick %d: %d have signed %s, which needs %d", number, r.Tick, in, w.Clauses[c], w.clauses[c].minimum)
				}
			}
			r.ratify()
			r.review()
			r.respond()
		}
	})
}

// A clause that nobody can do without a certain member is signed by none as long as that member sits out. One in force
// binds its members whoever has suspended its part since: others may still come in, if the members will have them.
func TestAClauseInForceIsJoinedWithoutAMemberThatSitsOut(t *testing.T) {
	for _, test := range []struct {
		inForce, welcome, want bool
	}{{false, true, false}, {true, true, true}, {true, false, false}} {
		s := threeWay()
		c := s.Clauses["pact"]
		c.Required, c.Consent = []string{"PAT"}, Unanimous
		s.Clauses["pact"] = c
		s.Parameters.Common.Goodwill = -1e3
		if test.welcome {
			s.Parameters.Common.Goodwill = 1e3
		}
		r := at(s)
		r.Step()
		clear(r.willing)
		bys, cli, pat := r.w.State("BYS"), r.w.State("CLI"), r.w.State("PAT")
		r.status[bys], r.status[cli], r.status[pat] = apart, ratified, suspended
		r.inForce[0], r.willing[bys] = test.inForce, true
		r.sign()
		if got := r.status[bys] == signed; got != test.want {
			t.Errorf("PAT sits out; in force: %v; BYS is welcome: %v; it signs: %v", test.inForce, test.welcome, got)
		}
	}
}

// A state is willing just where its disposition is below 1 / (1 + exp(-utility / noise)); where both that the clause needs are willing
// both sign, and else neither does.
func TestWhoIsWillingAndWhoSigns(t *testing.T) {
	s := twoByTwo()
	s.Parameters.Common.Noise = 2
	r := NewRun(NewWorld(s))
	table := []int{r.w.State("CLI"), r.w.State("PAT")}
	seen := map[int]int{}
	for run := range uint64(200) {
		r.Start(5, run)
		r.prelude()
		r.consider(0)
		willing := 0
		for _, i := range table {
			want := r.disposition(0, i) < 1/(1+math.Exp(-r.terms[i].Sum()/2))
			if r.willing[i] != want {
				t.Fatalf("run %d: %s is willing: %v", run, r.w.States[i], !want)
			}
			if want {
				willing++
			}
		}
		seen[willing]++
		r.sign()
		for _, i := range table {
			if signs := r.status[i] == signed; signs != (willing == 2) {
				t.Fatalf("run %d: %d of 2 are willing, and %s signs: %v", run, willing, r.w.States[i], signs)
			}
		}
	}
	if len(seen) != 3 {
		t.Errorf("as many were willing as %v: want none, one and both", seen)
	}
}
