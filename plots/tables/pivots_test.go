package tables

import (
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

func TestPivots(t *testing.T) {
	ask := func(name, tick string, draw float64) *lab.Pivots {
		w := sim.NewWorld(shipped(t, name))
		for k := range w.Calendar.Ticks() {
			if w.Calendar.Label(k) == tick {
				return lab.FindPivots(t.Context(), w, w.Headline(), k, draw, lab.Options{Runs: 20, Seed: 1})
			}
		}
		t.Fatalf("%s has no tick %s", name, tick)
		return nil
	}
	golden(t, "pivots", Pivots(ask("asia-1950", "1950Q3", 0.5)))
	p := ask("pacific-2025", "2028Q1", 0.01)
	golden(t, "pivots-keen", Pivots(p))
	for _, st := range p.States { // names, not ids
		for _, line := range Pivots(p).Finding {
			if strings.Contains(line, st.ID) {
				t.Errorf("the finding calls %s by its id: %s", st.Name, line)
			}
		}
	}
}
