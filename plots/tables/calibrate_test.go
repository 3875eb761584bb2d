package tables

import (
	"math"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

func TestCalibrated(t *testing.T) { golden(t, "calibrated", Calibrated(calibrated(20))) }

// Of copies of a few particles a range is no range, however many there are.
func TestFewParticlesPinNothingDown(t *testing.T) {
	c := calibrated(19)
	for range 5 {
		c.Posterior = append(c.Posterior, c.Posterior...)
	}
	want := "Nothing can be said of what history pins down: the posterior rests on 19 distinct particles, and that takes at least 20."
	if got := Calibrated(c).Finding[0]; got != want {
		t.Errorf("of %d copies of 19 particles it says %q, want %q", len(c.Posterior), got, want)
	}
}

// calibrated is a made-up calibration of three parameters with so many particles, all distinct.
func calibrated(particles int) *history.Calibrated {
	knobs := []history.Knob{
		{Name: "decision.security", Centre: 15, Spread: 0.7, Log: true}, {Name: "decision.reluctance", Centre: 2.5, Spread: 1.5},
		{Name: "decision.home", Centre: 6, Spread: 0.4, Log: true},
	}
	c := &history.Calibrated{
		Head: lab.Head{Question: "calibrate", Scenario: "europe-1947", Title: "Europe", Base: "x", Changes: []string{"y = 1"}, Seed: 1,
			Asked: 60, Runs: 60, Played: 60 * 2412 * 3, ToPlay: 60 * 2412 * 3},
		Episodes: []string{"V1", "V4", "V6"}, Knobs: knobs, Start: 241.3, Distance: 58.2, Penalty: 9.1, Trials: 2412,
		Values: []float64{63.6, 0.12, 5.2},
		Middle: history.Middle{Values: []float64{60, 0.25, 6}, Distance: 59.6, Penalty: 7.4},
	}
	for k := range particles {
		at := float64(k) / float64(particles)
		c.Posterior = append(c.Posterior, []float64{55 + 10*at, -0.4 + 1.3*at, 3 + 6*at})
	}
	return c
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
