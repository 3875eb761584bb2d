package sim_test

import (
	"strconv"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// withAllReasons gives a scenario in which the article's rule weighs the reasons that it leaves out, as much as was once believed of them.
func withAllReasons(s sim.Scenario) sim.Scenario {
	d := &s.Parameters.Decision
	d.Interest, d.Autonomy, d.Entrapment, d.Unlikeness, d.Volatility, d.Audience = 30, 2, 0.5, 1.5, 1.4, 0.3
	d.Provocation, d.Leash, d.Novelty = 3, 3, 2
	s.Parameters.Danger.Joined = 1
	return s
}

// decisions lays decisions of all shipped scenarios and all theories open, a few of each; of the article's every second one with the
// reasons that it leaves out.
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
			w, whole := sim.NewWorld(s), sim.NewWorld(withAllReasons(s))
			for c := range w.Clauses {
				founders, open := w.Invited(c)
				for _, i := range append(append([]int{}, founders...), open...) {
					if n++; n%step != 0 {
						continue
					}
					w := w
					if theory.Name == sim.DefaultTheory && n%2 == 0 {
						w = whole
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
		if !moved[k] && !testing.Short() { // which leaves most decisions out
			t.Errorf("no decision was seen in which %s counts", k)
		}
	}
}

// unnamed looks for a figure that does not say what it is.
func unnamed(t *testing.T, term sim.Term, p sim.Working) {
	t.Helper()
	if p.Op == "" && p.Name == "" {
		t.Errorf("a figure of %s of %v does not say what it is", term, p.Value)
	}
	for _, q := range p.Parts {
		unnamed(t, term, q)
	}
}

// What is written out says the same with as few brackets as it takes.
func TestAFormulaIsWrittenOut(t *testing.T) {
	n := func(v float64) sim.Working { return sim.Working{Name: "n", Value: v} }
	op := func(op string, parts ...sim.Working) sim.Working { return sim.Working{Op: op, Parts: parts} }
	for _, c := range []struct {
		work sim.Working
		want string
		is   float64
	}{
		{op("×", n(2), op("-", n(5), n(3))), "2 × (5 - 3)", 4},
		{op("-", n(9), op("-", n(5), n(3))), "9 - (5 - 3)", 7},
		{op("-", op("-", n(9), n(5)), n(3)), "9 - 5 - 3", 1},
		{op("/", op("×", n(6), n(4)), op("+", n(5), n(3))), "6 × 4 / (5 + 3)", 3},
		{op("×", n(2), op("×", n(3), op("^", n(4), n(2)))), "2 × 3 × 4 ^ 2", 96},
		{op("/", n(8), op("/", n(4), n(2))), "8 / (4 / 2)", 4},
		{op("+"), "0", 0},
	} {
		if got := c.work.String(); got != c.want || c.work.Worked() != c.is {
			t.Errorf("%s comes to %v, want %s = %v", got, c.work.Worked(), c.want, c.is)
		}
	}
	named := op("×", n(2), n(3))
	named.Name, named.Value = "six", 6
	folded, comes := op("×", named, n(1.49)).Written(true, func(v, _ float64) string { return strconv.FormatFloat(v, 'g', 2, 64) })
	if folded != "6 × 1.5" || comes != 9 {
		t.Errorf("what has a name is written as %s, which comes to %v; want 6 × 1.5, which is 9", folded, comes)
	}
}
