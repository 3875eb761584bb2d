package sim

import "testing"

// The worth of PAT is 0.5 × 0.3 = 0.15, of CLI 0.5 × 0.1 = 0.05. CLI has 0.1 + 0.3 × 0.15 = 0.145 to rely on, and 0.5 × 0.15 = 0.075 more if
// PAT signs; PAT has 0.3 + 0.3 × 0.05 = 0.315 and 0.5 × 0.05 = 0.025 more.
func TestSecurityByHand(t *testing.T) {
	client, patron := explained(t, "CLI")
	near(t, "the client's", client[Security], 10*(danger(0.5, 0.145)-danger(0.5, 0.145+float64(patron*0.075))))
	leader, follower := explained(t, "PAT")
	near(t, "the patron's", leader[Security], 10*(danger(0.25, 0.315)-danger(0.25, 0.315+float64(follower*0.025))))
}
