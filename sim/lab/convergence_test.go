package lab

import (
	"testing"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Convergence stops once the interval is narrow, is that of the first runs, and remembers them.
func TestConvergenceStopsWhenItIsEnough(t *testing.T) {
	w := sim.NewWorld(brief(ablated(t, "pacific-2025", "parameters.decision.reluctance=-1")))
	m := &memory{}
	c := FindConvergence(t.Context(), w, 0.05, Options{Runs: 3000, Seed: 2, Ledger: m})
	width := c.InForce.High - c.InForce.Low
	if !c.Reached || width > 0.05 || c.Played >= 3000 || c.CutShort() || c.Runs != c.Played {
		t.Fatalf("it stops after %d runs at a width of %v: %+v", c.Played, width, c.Head)
	}
	if before := c.Steps[max(len(c.Steps)-2, 0)]; before.Played < c.Played && before.Share.High-before.Share.Low <= 0.05 {
		t.Errorf("after %d runs it was narrow enough already", before.Played)
	}
	if want := lastShare(t, w, c.Played); c.InForce != want {
		t.Errorf("after %d runs the chance is %v, run has %v", c.Played, c.InForce, want)
	}
	noted := m.noted
	if again := FindConvergence(t.Context(), w, 0.05, Options{Runs: 3000, Seed: 2, Ledger: m, Workers: 2}); text(t, again) != text(t,
		c) || m.noted != noted {
		t.Errorf("with a ledger it finds %s, else %s, and notes %d more", text(t, again), text(t, c), m.noted-noted)
	}
	few := FindConvergence(t.Context(), w, 0.001, Options{Runs: 150, Seed: 2})
	if few.Reached || few.Played != 150 || few.CutShort() || few.Needs[1].Runs < 100 || few.Needs[1].Width != 0.1 {
		t.Errorf("150 runs at most: %+v, needs %+v", few.Head, few.Needs)
	}
}

func lastShare(t *testing.T, w *sim.World, runs int) stats.Share {
	s := Play(t.Context(), w, Options{Runs: runs, Seed: 2}).Summarise()
	return s.InForce[len(s.InForce)-1]
}
