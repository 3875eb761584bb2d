package plots

import (
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/design"
)

func TestATippingMapIsAsLookedAt(t *testing.T) {
	checkStudy(t, "tip", func(t *testing.T, factor string, flat bool) []Named {
		return OfTip(madeUpStudy(t, factor, design.NewFactorial([][]float64{design.Even(5), design.Even(5)}), 20, flat).Tip())
	})
	h, plan := nothingOf(t)
	checkChart(t, "map of nothing", OfTip(&lab.Tip{Head: h, Plan: plan})[0].Chart())
}
