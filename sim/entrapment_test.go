package sim

import "testing"

// The client fears 0.5 and the patron 0.25: the client feels all that the patron does, and the patron half of what the client does. To
// the tie of 0.3 the clause adds a duty of 0.5.
func TestEntrapmentByHand(t *testing.T) {
	client, _ := explained(t, "CLI")
	near(t, "the client's", client[Entrapment], 0)
	leader, follower := explained(t, "PAT")
	near(t, "the patron's", leader[Entrapment], -2*follower*0.5*danger(0.5, 0.22)*0.5)
}
