package words

import (
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/design"
)

// A design is refused by its name for what it does not tell, with designs that do; those are not refused.
func TestDesignsAreRefusedForWhatTheyDoNotTell(t *testing.T) {
	for _, c := range []struct {
		why    string
		can    func(*lab.Study) error
		design design.Kind
		says   string // "": it is not refused
	}{
		{"a box in trajectories", CanDiscover, design.Morris, "the design of mine is morris, whose points are no sample"},
		{"a box in a sample", CanDiscover, design.Saltelli, ""},
		{"indices of a plain sample", CanTellSensitivity, design.Sobol, "the design of mine is sobol, from which neither"},
		{"indices", CanTellSensitivity, design.Saltelli, ""},
		{"effects", CanTellSensitivity, design.Morris, ""},
	} {
		err := c.can(&lab.Study{Plan: lab.Plan{Study: "mine", Design: c.design}})
		if (err == nil) != (c.says == "") || err != nil && !strings.HasPrefix(err.Error(), c.says) {
			t.Errorf("%s is answered with %v, want %q", c.why, err, c.says)
		}
	}
}
