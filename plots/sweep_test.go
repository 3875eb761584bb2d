package plots

import (
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/design"
)

func TestASweepIsAsLookedAt(t *testing.T) {
	checkStudy(t, "sweep", func(t *testing.T, factor string, flat bool) []Named {
		return OfSweep(madeUpStudy(t, factor, design.NewSobol(3, 400, 1), 1, flat).Sweep())
	})
	for _, c := range OfSweep(madeUpStudy(t, "factor", design.NewLatinHypercube(20, 60, 1), 1, false).Sweep()) {
		checkChart(t, "of many factors "+c.Name, c.Chart())
	}
	h, plan := nothingOf(t)
	checkChart(t, "sweep of nothing", OfSweep(&lab.Sweep{Head: h, Plan: plan})[0].Chart())
}
