package plots

import (
	"strings"
	"testing"
)

func TestShortAxisIsOwnedUpTo(t *testing.T) {
	for _, c := range []struct {
		name  string
		short bool
	}{{"never", true}, {"always", false}} {
		notes := InForce(oddities()[c.name]).Notes
		if strings.Contains(notes, "The axis ends at") != c.short {
			t.Errorf("%s: the notes on the axis are wrong: %s", c.name, notes)
		}
	}
}
