package sim

import "testing"

// A gamble with both outcomes below the reference and unequal chances: -0.1 with 0.3, -0.4 with 0.7. Both are losses, so the
// worse has the weight of its own chance, w(0.7) = 0.5878, and the better what is left:
// 0.5878 × -1.0046 + 0.4122 × -0.2966. Above the reference it is the better one: w(0.3) = 0.3184 of 0.4465, the rest of 0.1318.
func TestAGambleByHand(t *testing.T) {
	near(t, "among losses", gamble(-0.1, 0.3, -0.4), -0.7128)
	near(t, "among gains", gamble(0.4, 0.3, 0.1), 0.2320)
	near(t, "across: a gain of 0.1 with 0.3, a loss of 0.4 with 0.7", gamble(0.1, 0.3, -0.4), 0.3184*0.1318-0.5878*1.0046)
}
