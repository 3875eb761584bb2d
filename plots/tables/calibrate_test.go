package tables

import (
	"math"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

func TestCalibrated(t *testing.T) {
	knobs := []history.Knob{history.Knobs[0], history.Knobs[8], history.Knobs[7]}
	c := &history.Calibrated{
		Head:  lab.Head{Question: "calibrate", Scenario: "europe-1947", Title: "Europe", Base: "x", Changes: []string{"y = 1"}, Seed: 1, Asked: 60, Runs: 60, Played: 60 * 2412 * 3, ToPlay: 60 * 2412 * 3},
		Knobs: knobs, Start: 241.3, Distance: 58.2, Penalty: 9.1, Trials: 2412, Values: []float64{63.6, 0.12, 5.2},
		Posterior: [][]float64{{55, -0.4, 3}, {60, 0.2, 5}, {65, 0.9, 9}},
	}
	golden(t, "calibrated", Calibrated(c))
}

// A posterior as wide as its prior has all its width left, on either scale.
func TestWidthLeft(t *testing.T) {
	const z = 1.6448536269514722
	linear := history.Knob{Centre: 2, Spread: 0.5}
	if w := leftOpen(linear, stats.Spread{Q05: 2 - 0.5*z, Q95: 2 + 0.5*z}); math.Abs(w-1) > 1e-12 {
		t.Errorf("of a normal prior %v is left", w)
	}
	scaled := history.Knob{Centre: 2, Spread: 0.5, Log: true}
	if w := leftOpen(scaled, stats.Spread{Q05: 2 * math.Exp(-0.25*z), Q95: 2 * math.Exp(0.25*z)}); math.Abs(w-0.5) > 1e-12 {
		t.Errorf("of a lognormal prior %v is left, want half", w)
	}
}
