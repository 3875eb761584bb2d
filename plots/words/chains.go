package words

import (
	"fmt"
	"math"

	"entente/sim/lab/history"
)

// Chains says whether the chains of a posterior can be leant on, and where they cannot.
func Chains(c *history.Calibrated) string {
	if len(c.Mixing) == 0 {
		return "There are no chains."
	}
	most, least := 0, 0
	for i, m := range c.Mixing {
		if !(m.RHat <= c.Mixing[most].RHat) {
			most = i
		}
		if m.Effective < c.Mixing[least].Effective {
			least = i
		}
	}
	rHat, effective := c.Mixing[most].RHat, c.Mixing[least].Effective
	said := fmt.Sprintf("R-hat is %.2f at most (%s), and is to be below %.1f; of each constant the chains are worth %.0f "+
		"independent draws or more (%s), and are to be worth %d",
		rHat, c.Knobs[most].Name, history.RHatBelow, math.Floor(effective), c.Knobs[least].Name, history.EffectiveAtLeast)
	if c.Converged() {
		return "The four chains agree: " + said + "."
	}
	return "The four chains have not converged, and every range below is rough: " + said + "."
}
