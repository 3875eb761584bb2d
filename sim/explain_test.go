package sim

import "testing"

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
