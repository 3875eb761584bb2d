package plots

import (
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/design"
)

func TestSensitivityIsAsLookedAt(t *testing.T) {
	checkStudy(t, "sensitivity", func(t *testing.T, factor string, flat bool) []Named {
		return OfSensitivity(madeUpStudy(t, factor, design.NewSaltelli(4, 256, 1), 1, flat).Sensitivity())
	})
	checkStudy(t, "morris", func(t *testing.T, factor string, flat bool) []Named {
		return OfSensitivity(madeUpStudy(t, factor, design.NewMorris(4, 20, 4, 1), 10, flat).Sensitivity())
	})
	h, plan := nothingOf(t)
	checkChart(t, "sensitivity of nothing", OfSensitivity(&lab.Sensitivity{Head: h, Plan: plan})[0].Chart())
}
