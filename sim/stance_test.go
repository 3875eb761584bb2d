package sim

import "testing"

// The example of stance.go: what the first government thinks is known; one that falls to a new one, drawn at -0.6 of a spread of 0.5 about
// 0.2, leaves 0.2 - 0.3 = -0.1; one that an event brought thinks what the event says; nobody is more than wholly for or against.
func TestCalmStanceByHand(t *testing.T) {
	s := changed(twoByTwo(), "CLI", func(x *State) { x.Stance, x.Centre, x.Spread = Const(0.7), Const(0.2), Const(0.5) })
	r := at(s)
	r.turn()
	cli := r.w.State("CLI")
	for _, c := range []struct {
		why               string
		replaced, imposed bool
		lean, centre      float64
		want              float64
	}{
		{"the first", false, false, -0.6, 0.2, 0.7},
		{"a new one", true, false, -0.6, 0.2, -0.1},
		{"a new one at the other end", true, false, 1, 0.2, 0.7},
		{"one that an event brought", true, true, -0.6, 0.2, -0.8},
		{"no more than wholly for", true, false, 1, 0.9, 1},
		{"no more than wholly against", true, false, -1, -0.9, -1},
	} {
		r.replaced[cli], r.imposed[cli], r.lean[cli], r.imposedStance[cli] = c.replaced, c.imposed, c.lean, -0.8
		near(t, c.why, r.calmStance(cli, 0.7, c.centre), c.want)
		if c.centre == 0.2 {
			near(t, c.why+", of clauses in general", r.stanceOf(cli), c.want)
			r.declare()
			near(t, c.why+", as it is noted", r.stances[cli], c.want)
		}
	}
}
