package plots

import (
	"math"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

// madeUpDecision is one decision of a state that never was.
func madeUpDecision(draw float64, terms ...float64) *lab.Explanation {
	x := &lab.Explanation{Head: madeUpHead("explain", "", 1, 1), Names: map[string]string{"AAA": "Arcadia"},
		Explanation: &sim.Explanation{State: "AAA", Tick: "1950Q1", Standing: sim.Weighs, Decides: true, Noise: 1, Disposition: draw}}
	for k, v := range terms {
		x.Terms[k] = v
		x.Formulas = append(x.Formulas, sim.Formula{Term: sim.Term(k), Value: v})
		x.Utility += v
	}
	x.Chance = 1 / (1 + math.Exp(-x.Utility))
	x.Willing = x.Disposition < x.Chance
	return x
}

func TestDecisionIsAsLookedAt(t *testing.T) {
	checkLooks(t, "decision", Decision(Figure{}, madeUpDecision(0.6, 1.2, 0, -0.4, -0.3, -0.1, 0.02)))
}

func TestEveryDecisionGivesAChart(t *testing.T) {
	inert := madeUpDecision(0.5, -6)
	inert.Inertia = 9
	held := madeUpDecision(0.1, 2)
	held.Held = sim.ByTooFew
	for name, x := range map[string]*lab.Explanation{
		"usual": madeUpDecision(0.3, 1, -0.5, 0.2), "nothing": madeUpDecision(0.5, 0, 0), "sure": madeUpDecision(1e-9, 30, -2),
		"hopeless": madeUpDecision(0.999999, -40, 1), "inert": inert, "held": held,
	} {
		checkChart(t, name, Decision(Figure{}, x))
	}
}

// The bars add up to the sum, and the state is willing if the sum is to the right of what its government asks for.
func TestWaterfallAddsUp(t *testing.T) {
	for _, draw := range []float64{0.05, 0.4, 0.6, 0.95} {
		x := madeUpDecision(draw, 1.5, -2, 0.8, 0)
		d := newWaterfall(Figure{}, x)
		at := 0.0
		for _, s := range d.steps[:len(d.steps)-1] {
			if s.from != at {
				t.Errorf("%s begins at %v, not at %v where the one before ends", s.name, s.from, at)
			}
			at = s.to
		}
		if last := d.steps[len(d.steps)-1]; math.Abs(last.to-at) > 1e-12 || !last.sum || len(d.steps) != 4 {
			t.Errorf("the bars come to %v and the last row to %v, of %d rows", at, last.to, len(d.steps))
		}
		if (at > d.asked()) != x.Willing {
			t.Errorf("at %v the sum is beyond the %v asked for, yet willing is %v", at, d.asked(), x.Willing)
		}
	}
}

// The title says what the state does, and why not if it is held back.
func TestDecisionFinds(t *testing.T) {
	x := madeUpDecision(0.3, 1)
	if got := Decision(Figure{}, x).Title; got != "Arcadia signs: a chance of 73.1 %, where this government asks for 30.0 %" {
		t.Errorf("the title is %q", got)
	}
	x.Held = sim.ByTooFew
	if got := Decision(Figure{}, x).Title; !strings.HasPrefix(got, "Arcadia is willing but does not sign: too few") || strings.Contains(got, "%") {
		t.Errorf("the title of one that is held back is %q", got)
	}
}
