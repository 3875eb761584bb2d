package tables

import (
	"slices"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// The ranges that a calibration leaves are told beside what was believed before.
func TestACalibrationTellsRangesBesidePriors(t *testing.T) {
	golden(t, "calibrated", Calibrated(calibrated()))
}

// Where the chains have not converged that is the first thing said.
func TestChainsThatHaveNotConvergedAreTold(t *testing.T) {
	c := calibrated()
	c.Mixing[1] = history.Mixing{RHat: 1.24, Effective: 31.9}
	want := []string{
		"The four chains have not converged, and every range below is rough: R-hat is 1.24 at most (decision.reluctance), and " +
			"is to be below 1.1; " +
			"of each constant the chains are worth 31 independent draws or more (decision.reluctance), and are to be worth 150.",
		"As far as they have come, history pins down 2 of 3 constants, to less than half the width of what was held possible " +
			"before, and leaves 1 open.",
	}
	if got := Calibrated(c).Finding[:2]; !slices.Equal(got, want) {
		t.Errorf("it says %q, want %q", got, want)
	}
	for _, m := range []history.Mixing{{RHat: 1.1, Effective: 900}, {RHat: 1.01, Effective: 149.9}} {
		c.Mixing[1] = m
		if c.Converged() {
			t.Errorf("%+v counts as converged", m)
		}
	}
}

// calibrated is a made-up calibration of three parameters, converged.
func calibrated() *history.Calibrated {
	knobs := []history.Knob{
		{Name: "decision.security", Centre: 15, Spread: 0.7, Log: true}, {Name: "decision.reluctance", Centre: 2.5,
			Spread: 1.5}, {Name: "decision.home", Centre: 6, Spread: 0.4, Log: true},
	}
	const runs = 5 * 30 * 2 * 1240
	c := &history.Calibrated{
		Head: lab.Head{Question: "calibrate", Scenario: "europe-1947", Title: "Europe", Base: "x",
			Changes: []string{"y = 1"}, Seed: 1, Asked: 5, Runs: 5, Played: runs, ToPlay: runs},
		Episodes: []string{"V1", "V4", "V6"}, PerEpisode: 5, Seeds: []uint64{1, 2}, Third: 3, Knobs: knobs, Start: 241.3, Trials: 1240,
		Best:   history.Point{Values: []float64{63.6, 0.12, 5.2}, Surprise: 58.2, Penalty: 9.1, Again: 60.1},
		Middle: history.Point{Values: []float64{60, 0.25, 6}, Surprise: 59.6, Penalty: 7.4, Again: 59.9},
		Mixing: []history.Mixing{{RHat: 1.01, Effective: 210.3}, {RHat: 1.04, Effective: 171.9}, {RHat: 1.02, Effective: 190}},
		Emulator: history.SecondLook{Trials: 1240, HeldOut: 124, Error: 1.72, Varied: 8.41,
			Half:   []stats.Spread{{Q05: 30, Q95: 70}, {Q05: -1, Q95: 1.5}, {Q05: 2.5, Q95: 9}},
			Whole:  []stats.Spread{{Q05: 54, Q95: 65}, {Q05: -0.42, Q95: 0.8}, {Q05: 3.1, Q95: 8}},
			Double: []stats.Spread{{Q05: 57, Q95: 62}, {Q05: -0.2, Q95: 0.5}, {Q05: 4, Q95: 7}}},
		Chains: make([]history.Chain, 4),
	}
	for k := range 20 {
		at := float64(k) / 20
		c.Chains[k%4].States = append(c.Chains[k%4].States, history.Draw{Values: []float64{55 + 10*at, -0.4 + 1.3*at, 3 + 6*at}})
	}
	return c
}
