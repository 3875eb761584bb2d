package sim

import "testing"

// What the client adds to the patron, 0.025, takes danger off it, and counts whole: the rival would gain more than it has itself. What the
// patron adds to the client, 0.075, counts by half: the client has half of the rival's capability.
func TestInterestByHand(t *testing.T) {
	client, patron := explained(t, "CLI")
	near(t, "the client's", client[Interest], 20*patron*(danger(0.25, 0.315)-danger(0.25, 0.34)))
	leader, follower := explained(t, "PAT")
	near(t, "the patron's", leader[Interest], 20*follower*0.5*(danger(0.5, 0.145)-danger(0.5, 0.22)))
}
