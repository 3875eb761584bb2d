package sim

import "testing"

// A clause of depth 0.8, and a tradition of 0.5 that weighs 1 logit.
func TestAutonomyByHand(t *testing.T) {
	client, _ := explained(t, "CLI")
	near(t, "0.8 × 0.5", client[Autonomy], -0.4)
}
