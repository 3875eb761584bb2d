package sim

import "testing"

// A clause of depth 0.8, a polyarchy of 0.8 and 0.3 changes a year between parties 0.5 apart.
func TestAudienceByHand(t *testing.T) {
	r := tabled(restless(), DefaultTheory, func(*Parameters) {})
	near(t, "0.8 × 0.8 × 0.3 × 0.5", r.says("CLI")[Audience], -0.096)
	near(t, "of the steady", r.says("PAT")[Audience], 0)
}
