package lab_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// sizes are how many states the worlds have that speed is measured on. A scenario may have at most 200: sets of states are of 256 bits.
var sizes = []int{12, 24, 60, 120, 200}

// crowded is mediterranean-1948 with as many states as are asked for: each further one is like one that is invited, and is invited to join later
// or, as a bystander, has nothing to dispute with the rival and is asked for nothing.
func crowded(b *testing.B, states int, bystanders bool) *sim.World {
	b.Helper()
	l, err := scenarios.Load("mediterranean-1948", scenarios.Options{Best: true})
	if err != nil {
		b.Fatal(err)
	}
	s := l.Scenario
	s.States, s.Clauses = maps.Clone(s.States), maps.Clone(s.Clauses)
	c := s.Clauses[s.Headline]
	c.OpenTo = maps.Clone(c.OpenTo)
	if c.OpenTo == nil {
		c.OpenTo = map[string]sim.Date{}
	}
	models := slices.Clone(c.Founders)
	slices.Sort(models)
	for k := 0; len(s.States) < states; k++ {
		like, id := models[k%len(models)], fmt.Sprintf("X%03d", k)
		state := s.States[like]
		state.Name = fmt.Sprintf("%s %d", state.Name, k)
		if bystanders {
			state.Contest = nil
		} else {
			c.OpenTo[id] = c.Opens
		}
		s.States[id] = state
	}
	s.Clauses[s.Headline] = c
	return sim.NewWorld(s)
}

// A run that nobody records, by the number of states; beyond its first it allocates nothing.
func BenchmarkTicks(b *testing.B) {
	for _, further := range []string{"invited", "bystanders"} { // states beyond those of the scenario
		for _, n := range sizes {
			b.Run(fmt.Sprintf("further=%s/states=%d", further, n), func(b *testing.B) {
				w := crowded(b, n, further == "bystanders")
				r := sim.NewRun(w)
				play := func(k uint64) {
					r.Start(1, k%10)
					for r.Step() {
					}
				}
				play(0) // the first lays out its tables
				b.ReportAllocs()
				for k := uint64(0); b.Loop(); k++ {
					play(k)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*w.Calendar.Ticks()), "ns/tick")
			})
		}
	}
}

// Runs that are recorded, by the number of states and of workers.
func BenchmarkEnsemble(b *testing.B) {
	const runs = 40
	for _, n := range sizes {
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("states=%d/workers=%d", n, workers), func(b *testing.B) {
				w := crowded(b, n, false)
				b.ReportAllocs()
				for b.Loop() {
					lab.Play(context.Background(), w, lab.Options{Runs: runs, Seed: 1, Workers: workers})
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*runs*w.Calendar.Ticks()), "ns/tick")
			})
		}
	}
}
