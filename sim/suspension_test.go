package sim

import "testing"

func TestSuspensionByHand(t *testing.T) {
	p := Politics{Suspension: 0.4, Restraint: 0.5}
	// 0.4 × 0.5 × (1 - 0)/2 × (1 - 0.5×0.8)
	near(t, "a new government in a democracy", p.breaks(0.5, 0, 0.8), 0.06)
	near(t, "one that is all for clauses", p.breaks(0.5, 1, 0.8), 0)
	near(t, "as suspension.go does by hand", Politics{Suspension: 0.5, Restraint: 0.5}.breaks(0.4, -0.5, 0.8), 0.09)
}
