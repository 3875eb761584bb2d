package sim_test

import (
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// decisions lays decisions of all shipped scenarios and all theories open, a few of each.
func decisions(t *testing.T, see func(w *sim.World, e *sim.Explanation)) {
	t.Helper()
	all, err := scenarios.List()
	if err != nil {
		t.Fatal(err)
	}
	step := 11
	if testing.Short() {
		step = 97
	}
	n := 0
	for _, s := range all {
		for _, theory := range sim.Theories() {
			s.Theory = theory.Name
			w := sim.NewWorld(s)
			for c := range w.Clauses {
				founders, open := w.Invited(c)
				for _, i := range append(append([]int{}, founders...), open...) {
					if n++; n%step != 0 {
						continue
					}
					for _, tick := range []int{w.FirstDecision(c, i), w.Calendar.Ticks() * 2 / 3} {
						e, err := w.Decision(uint64(n), 0, c, i, min(tick, w.Calendar.Ticks()-1))
						if err != nil {
							t.Fatal(err)
						}
						see(w, e)
					}
				}
			}
		}
	}
}

// A formula comes to its term, to the last bit, also if only its figures are known; and every term of every rule that is
// shipped shows what it is made of.
func TestAFormulaComesToItsTerm(t *testing.T) {
	moved := map[sim.Term]bool{}
	decisions(t, func(w *sim.World, e *sim.Explanation) {
		sum := 0.0
		for _, f := range e.Formulas {
			if f.Work.Worked() != e.Terms[f.Term] || f.Value != e.Terms[f.Term] || f.Work.Value != f.Value {
				t.Errorf("%s, %s by %s: the %s of %v is worked out as %v", w.Scenario.Name, e.State, w.Scenario.Theory, f.Term,
					e.Terms[f.Term], f.Work.Worked())
			}
			if f.Value != 0 {
				moved[f.Term] = true
			}
			unnamed(t, f.Term, f.Work)
			sum += f.Value
		}
		if sum != e.Utility {
			t.Errorf("%s, %s: the formulas add up to %v, the terms to %v", w.Scenario.Name, e.State, sum, e.Utility)
		}
	})
	for k := range sim.NumTerms {
		if !moved[k] {
			t.Errorf("no decision was seen in which %s counts", k)
		}
	}
}

// unnamed looks for a figure that does not say what it is.
func unnamed(t *testing.T, term sim.Term, p sim.Part) {
	t.Helper()
	if p.Op == "" && p.Name == "" || p.Name == "measure" {
		t.Errorf("a figure of %s of %v says %q", term, p.Value, p.Name)
	}
	for _, q := range p.Parts {
		unnamed(t, term, q)
	}
}
