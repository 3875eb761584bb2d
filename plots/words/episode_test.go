package words

import (
	"testing"

	"entente/sim/lab/history"
)

// A verdict that luck might turn around says so, and one that it hardly would does not; of too few runs none is told.
func TestAVerdictHasAWordOfLuck(t *testing.T) {
	held := []history.Yardstick{{Target: &history.Target{Side: history.AtMost, Bound: 1}, Met: true}}
	for _, c := range []struct {
		v    history.Verdict
		want string
	}{
		{history.Verdict{Figures: held, Pass: true, Runs: 200}, "pass"},
		{history.Verdict{Figures: held, Pass: true, Runs: 200, Luck: 0.3}, "pass, may be luck"},
		{history.Verdict{Figures: held, Runs: 200, Luck: 0.04}, "MISS"},
		{history.Verdict{Figures: held, Runs: 20, Luck: 0.3}, "not told"},
		{history.Verdict{Figures: held, Pass: true, Runs: 59}, "not told"},
		{history.Verdict{Figures: held, Pass: true, Runs: 60}, "pass"},
		{history.Verdict{Open: true, Runs: 5}, "open"},
		{history.Verdict{Runs: 5}, "scored"},
	} {
		if got := Verdict(c.v); got != c.want {
			t.Errorf("%+v is told as %q, want %q", c.v, got, c.want)
		}
	}
}

// A target is told as a sentence has it, whichever side of its bound it asks for.
func TestATargetIsTold(t *testing.T) {
	for want, target := range map[string]history.Target{
		"at least 0.8": {Side: history.AtLeast, Bound: 0.8}, "at most 12": {Side: history.AtMost, Bound: 12}, "below 0.25": {Side: history.Below, Bound: 0.25},
	} {
		if _, _, got := Yardstick(history.Yardstick{Value: 1, Unit: "months", Target: &target}); got != want {
			t.Errorf("%+v is told as %q, want %q", target, got, want)
		}
	}
	if _, _, got := Yardstick(history.Yardstick{Value: 1, Unit: "months"}); got != "" {
		t.Errorf("what has no target is told to have %q", got)
	}
}
