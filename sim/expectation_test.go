package sim

import (
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
// the expectations of the model are Settle's answer to the model's own utilities.
func TestExpectationsAreTheLargestEquilibrium(t *testing.T) {
	seen := map[int]int{}
	worlds(300, func(number uint64, s Scenario) {
		s.Theory = DefaultTheory
		p := &s.Parameters.Decision
		s.Parameters.Common.Noise, p.Security, p.Interest = 0.05, 60, 60
		p.Entrapment, p.Friction, p.Unlikeness, p.Trade = 0, 0, 0, 0
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
				if !r.talks.decides[a] || r.talks.needed[a] {
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
