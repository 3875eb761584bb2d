package sim

import (
	"math"
	"testing"
)

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

// Two strengths contend: of 0.3 and 0.1 the first has three quarters; who has nothing has no chance, and aid below
// nothing is nothing.
func TestPrevailsByHand(t *testing.T) {
	for _, c := range []struct{ first, second, want float64 }{{0.3, 0.1, 0.75}, {0, 0.1, 0}, {0, 0, 0}, {0.2, -1, 1}} {
		if got := prevails(c.first, c.second); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("prevails(%v, %v) = %v, want %v", c.first, c.second, got, c.want)
		}
	}
}
