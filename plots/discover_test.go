package plots

import (
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/design"
)

func TestADiscoveryIsAsLookedAt(t *testing.T) {
	checkStudy(t, "discover", func(t *testing.T, factor string, flat bool) []Named {
		p := madeUpStudy(t, factor, design.NewSaltelli(4, 256, 1), 1, flat)
		return OfDiscovery(p.Discover(lab.Interest{Output: "in-force", Value: 0.5}, -1))
	})
	h, plan := nothingOf(t)
	checkChart(t, "discovery of nothing", OfDiscovery(&lab.Discovery{Head: h, Plan: plan})[0].Chart())
}
