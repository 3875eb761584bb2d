package sim

import (
	"math"
	"slices"
	"testing"
)

// At home a stance weighs 2 logits and moves nothing else, so the decision turns at the stance that brings the utility to the log odds
// of the disposition, if there is one between -1 and 1.
func TestWhereAStanceTurnsADecisionByHand(t *testing.T) {
	w := NewWorld(twoByTwo())
	turns, holds := 0, 0
	for run := range uint64(12) {
		e, err := w.Explain(1, run, w.Headline(), w.State("CLI"), 0)
		if err != nil {
			t.Fatal(err)
		}
		k := slices.IndexFunc(e.Inputs, func(in Input) bool { return in.Path == "states.CLI.stance" })
		in := e.Inputs[k]
		if want := 0.5 + (math.Log(e.Disposition/(1-e.Disposition))-e.Utility)/2; want >= -1 && want <= 1 {
			turns++
			near(t, "the stance that turns it", in.FlipAt, want)
		} else {
			holds++
			if in.Flips {
				t.Errorf("run %d: a stance of %v turns a decision that only %v would", run, in.FlipAt, want)
			}
		}
		if !slices.Equal(in.Terms, []Term{Home}) {
			t.Errorf("the client's stance moves %v", in.Terms)
		}
	}
	if turns == 0 || holds == 0 {
		t.Errorf("of the decisions %d turn and %d hold: want some of either", turns, holds)
	}
}
