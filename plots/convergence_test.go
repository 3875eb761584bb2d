package plots

import (
	"testing"

	"entente/sim/lab"
)

func TestConvergenceIsAsLookedAt(t *testing.T) {
	h := madeUpHead("convergence", "", 1000, 1)
	c := &lab.Convergence{Head: h, Wanted: 0.05, Reached: true}
	for _, n := range []int{100, 200, 500, 1000} {
		c.Steps = append(c.Steps, lab.Settling{Played: n, Share: share(0.2+1/float64(n), n)})
	}
	c.InForce = c.Steps[3].Share
	checkLooks(t, "convergence", Convergence(Figure{}, c))
	checkChart(t, "convergence", Convergence(Figure{}, c))
	checkChart(t, "convergence of nothing", OfConvergence(&lab.Convergence{Head: madeUpHead("convergence", "", 0, 1)})[0].Chart())
}
