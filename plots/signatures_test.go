package plots

import (
	"strings"
	"testing"

	"entente/sim/lab"
)

// Whom the clause bound when the run began signs nothing: no strip shows it, and beside its reasons stands that it had.
func TestWhoWasBoundAtTheStartHasNoStrip(t *testing.T) {
	s := pacificSummary()
	var bound *lab.StateSummary
	for k := range s.States {
		if st := &s.States[k]; bound == nil && st.Role == lab.Founder && st.Decided > 0 {
			st.AtStart, bound = true, st
		}
	}
	c := Signatures(Figure{}, s)
	if strings.Contains(c.About, bound.Name+": ") || !strings.Contains(c.About, "as it bound them from the start: ") ||
		!strings.Contains(c.Notes, bound.Name) {
		t.Errorf("%s is told as %s %s", bound.Name, c.About, c.Notes)
	}
	if got := signedShare(*bound); got != "before" || !strings.Contains(Terms(Figure{}, s).Notes, "before: the clause bound it from the start") {
		t.Errorf("among the reasons it stands as %q", got)
	}
}
