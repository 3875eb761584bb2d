package sim

import (
	"math"
	"testing"
)

// What explain lays open is what the run decided: the terms are the product.
func TestExplainSaysWhatTheRunDid(t *testing.T) {
	worlds(100, func(number uint64, s Scenario) {
		w := NewWorld(s)
		r := NewRun(w)
		tick := min(w.Calendar.Ticks()-1, w.Calendar.PerYear()+1)
		r.Start(3, number)
		for r.Tick < tick {
			r.Step()
		}
		for c := range w.clauses {
			for _, i := range w.clauses[c].invited {
				terms, chance, ok := r.Decided(c, i)
				if !ok {
					continue
				}
				e, err := w.Explain(3, number, c, i, tick)
				if err != nil {
					t.Fatal(err)
				}
				if e.Chance != chance || e.Terms != *terms {
					t.Fatalf("world %d: %s of %s has chance %v when explained, %v in the run", number, w.States[i], w.Clauses[c], e.Chance, chance)
				}
			}
		}
	})
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

// A rival without means is no danger, and no reason is not a number.
func TestARivalWithoutMeans(t *testing.T) {
	s := twoByTwo()
	for _, id := range []string{"RIV", "CLI"} {
		x := s.States[id]
		x.Capability = Const(0)
		s.States[id] = x
	}
	r := NewRun(NewWorld(s))
	r.Start(1, 0)
	r.Step()
	for p, c := range r.chance {
		if math.IsNaN(c) {
			t.Errorf("the chance of %s is not a number: %v", r.w.States[p], r.terms[p])
		}
	}
}

// A promise that has just entered into force is not forgotten by those who weigh a wider one in the same tick.
func TestAPromiseCountsFromTheTickOfItsEntry(t *testing.T) {
	s := threeWay()
	narrow := s.Clauses["pact"]
	narrow.Founders, narrow.Depth = []string{"CLI", "PAT"}, Const(0.6)
	s.Clauses["narrow"] = narrow
	r := at(s)
	r.Step()
	n, cli, pat, small := r.w.N(), r.w.State("CLI"), r.w.State("PAT"), r.w.Clause("narrow")
	clear(r.status)
	clear(r.inForce)
	r.count()
	for _, i := range []int{cli, pat} {
		r.status[small*n+i], r.admitted[small*n+i] = ratified, true
	}
	r.ratify()
	near(t, "without the wider clause", r.depthWithout(r.w.Clause("pact"), cli, pat), 0.6)
}

// Two clauses that swap names, each with its luck, meet the same fate.
func TestNamesOfClausesDoNotMatter(t *testing.T) {
	worlds(3000, func(number uint64, s Scenario) {
		if len(s.Clauses) < 2 {
			return
		}
		p := &s.Parameters.Decision
		p.Reluctance, p.Security, p.Friction, p.Unlikeness, s.Parameters.Review.Years = -3, 20, 2, 1, 1
		s.Parameters.Common.Goodwill = 0
		swap := map[string]string{"pact": "other", "other": "pact"}
		v := s
		v.Clauses = keyed(s.Clauses, swap)
		a, b := NewRun(NewWorld(s)), NewRun(NewWorld(v))
		for c, id := range a.w.Clauses {
			b.w.clauses[b.w.Clause(swap[id])].key = a.w.clauses[c].key
		}
		a.Start(4, number)
		b.Start(4, number)
		n := a.w.N()
		for a.Step() && b.Step() {
			for c, id := range a.w.Clauses {
				for i := range n {
					if x, y := a.status[c*n+i], b.status[b.w.Clause(swap[id])*n+i]; x != y {
						t.Fatalf("world %d, tick %d: %s stands with %s at %d under one name and %d under another", number, a.Tick, a.w.States[i], id, x, y)
					}
				}
			}
		}
	})
}
