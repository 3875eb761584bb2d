package sim

import "testing"

// As a square a war unsettled (0.8) weighs sixteen times an old quarrel (0.2); as it stands, four times.
func TestQuarrelsByHand(t *testing.T) {
	square := Common{Quarrel: 2}
	near(t, "0.8 squared", square.quarrel(0.8), 0.64)
	near(t, "over 0.2", square.quarrel(0.8)/square.quarrel(0.2), 16)
	near(t, "as it stands", Common{Quarrel: 1}.quarrel(0.8), 0.8)
	near(t, "cubed", Common{Quarrel: 3}.quarrel(0.5), 0.125)
}

// A quarrel of 0.1 weighs 0.1² at the table, and as much as the other is likely to be there.
func TestFrictionByHand(t *testing.T) {
	client, patron := explained(t, "CLI")
	near(t, "with the patron", client[Friction], -3*patron*0.01)
}
