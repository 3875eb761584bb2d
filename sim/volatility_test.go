package sim

import "testing"

// 0.3 changes a year between parties 0.5 apart; who has but one party changes nothing.
func TestUnsteadinessByHand(t *testing.T) {
	r := tabled(restless(), DefaultTheory, func(*Parameters) {})
	near(t, "0.3 × 0.5", r.says("CLI")[Unsteadiness], -0.15)
	near(t, "of the steady", r.says("PAT")[Unsteadiness], 0)
}
