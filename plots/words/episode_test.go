package words

import (
	"testing"

	"entente/sim/lab/history"
)

// A verdict that luck might turn around says so, and one that it hardly would does not.
func TestAVerdictHasAWordOfLuck(t *testing.T) {
	held := []history.Yardstick{{Target: "at most 1", Met: true}}
	for _, c := range []struct {
		v    history.Verdict
		want string
	}{
		{history.Verdict{Figures: held, Pass: true, Runs: 200}, "pass"},
		{history.Verdict{Figures: held, Pass: true, Runs: 200, Luck: 0.3}, "pass, may be luck"},
		{history.Verdict{Figures: held, Runs: 200, Luck: 0.04}, "MISS"},
		{history.Verdict{Figures: held, Runs: 20, Luck: 0.3}, "MISS"},
		{history.Verdict{Open: true, Runs: 5}, "open"},
		{history.Verdict{Runs: 5}, "scored"},
	} {
		if got := Verdict(c.v); got != c.want {
			t.Errorf("%+v is told as %q, want %q", c.v, got, c.want)
		}
	}
}
