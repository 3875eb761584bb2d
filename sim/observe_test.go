package sim

import (
	"math/rand/v2"
	"testing"
)

// Once a clause is lost it stays out of force and nobody signs it any more.
func TestLostIsLost(t *testing.T) {
	lost := 0
	worlds(300, func(number uint64, s Scenario) {
		luck := rand.New(rand.NewPCG(number, 7))
		for id, c := range s.Clauses {
			c.Closes = s.Start + Date(luck.Float64())*(s.End-s.Start)
			s.Clauses[id] = c
		}
		w := NewWorld(s)
		r := NewRun(w)
		since := make([]int, len(w.Clauses))
		fill(since, -1)
		play(r, 1, number, func() {
			for c := range w.Clauses {
				if since[c] < 0 && r.Lost(c) {
					since[c] = r.Tick
					lost++
				}
				if since[c] < 0 {
					continue
				}
				if r.InForce(c) || !r.Lost(c) {
					t.Fatalf("world %d: %s was lost at tick %d and is in force at %d", number, w.Clauses[c], since[c], r.Tick)
				}
				for i := range w.States {
					if r.FirstSigned(c, i) > since[c] {
						t.Fatalf("world %d: %s was lost at tick %d and is signed at %d", number, w.Clauses[c], since[c], r.Tick)
					}
				}
			}
		})
	})
	if lost < 50 {
		t.Errorf("only %d clauses were lost: the worlds do not put the claim to the test", lost)
	}
}
