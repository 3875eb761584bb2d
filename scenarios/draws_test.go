package scenarios

import (
	"slices"
	"testing"

	"entente/sim"
)

// A scenario draws the shipped posterior, whose constants are those that are calibrated; what a layer sets is held, and by --best
// nothing is drawn.
func TestScenariosDrawTheShippedPosterior(t *testing.T) {
	p, err := ShippedPosterior()
	if err != nil {
		t.Fatal(err)
	}
	load := func(opts Options) *sim.World {
		l, err := Load("europe-1982", opts) // which begins with another scenario as its history
		if err != nil {
			t.Fatal(err)
		}
		return sim.NewWorld(l.Scenario)
	}
	w := load(Options{})
	if w.Draws() != len(p.Draws) || len(w.Held()) > 0 {
		t.Fatalf("there are %d draws of %d, and %v are held", w.Draws(), len(p.Draws), w.Held())
	}
	for _, k := range []int{0, 1, 199} {
		played := sim.Scenario{Parameters: w.By(k)}
		for i, name := range p.Constants {
			f, _ := sim.FigureAt("parameters." + name)
			if got, want := f.At(&played, 0), p.Draws[k].Values[i]; got != want {
				t.Errorf("draw %d has %s = %v, the file %v", k, name, got, want)
			}
		}
	}
	held := load(Options{Set: []string{"parameters.decision.home=1", "states.USA.stance=0.5"}})
	if got := held.Held(); !slices.Equal(got, []string{"parameters.decision.home"}) || held.Draws() != w.Draws() {
		t.Errorf("with home set and the United States keener, %v are held, of %d draws", got, held.Draws())
	}
	best := load(Options{Best: true})
	if best.Draws() != 0 || len(best.Held()) > 0 || best.Parameters != w.Parameters {
		t.Errorf("by --best there are %d draws, and %v are held", best.Draws(), best.Held())
	}
	if rival := load(Options{Set: []string{"theory=power-balance"}}); rival.Draws() != 0 || len(rival.Held()) > 0 {
		t.Errorf("a rival theory has %d draws, and %v are held", rival.Draws(), rival.Held())
	}
}
