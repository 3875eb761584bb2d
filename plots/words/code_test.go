package words

import (
	"strings"
	"testing"
)

func TestACommandBetweenBackticksIsCode(t *testing.T) {
	code := func(text string) string { return "<" + text + ">" }
	for _, c := range []struct{ text, want string }{
		{"It is told by `entente flip`, it says.", "IT IS TOLD BY <entente flip>, IT SAYS."},
		{"`entente a` and `entente b`", "<entente a> AND <entente b>"},
		{"no command", "NO COMMAND"},
		{"a state called `b`, and `entente c`", "A STATE CALLED `B`, AND <entente c>"},
		{"`entente not closed", "`ENTENTE NOT CLOSED"},
	} {
		if got := Coded(c.text, strings.ToUpper, code); got != c.want {
			t.Errorf("Coded(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}
