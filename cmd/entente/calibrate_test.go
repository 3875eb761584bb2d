package main

import (
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab/history"
)

// The file that a calibration writes says of each value whether it lies outside the posterior's range.
func TestACalibrationMarksWhatLiesOutsideItsRange(t *testing.T) {
	l := shipped(t, "asia-1950")
	found := &history.Calibrated{Knobs: history.Knobs, Best: l.Scenario.Parameters}
	var near, far []float64
	for k, knob := range history.Knobs {
		v := knob.Value(found.Best)
		found.Values = append(found.Values, v)
		near = append(near, v-0.1)
		far = append(far, v+[]float64{0.1, -0.05}[k%2]) // every second posterior ends below its value
	}
	found.Posterior = [][]float64{near, far}
	text := parameterFile(l.Loaded, found, "entente calibrate")
	ours, _, _ := strings.Cut(text, "# The rival theories.")
	_, rest, ok := strings.Cut(ours, "[threat]")
	if !ok {
		t.Fatalf("the file has no constants:\n%s", ours)
	}
	lines := strings.Split(rest, "\n")
	for k, knob := range history.Knobs {
		_, key, _ := strings.Cut(knob.Name, ".")
		marked := 0
		for _, line := range lines {
			if strings.HasPrefix(line, key+" = ") && strings.Contains(line, "# calibrated, ") && strings.HasSuffix(line, knob.Why) {
				if strings.Contains(line, "best point outside that range") != (k%2 == 1) {
					t.Errorf("outside is %v: %s", k%2 == 1, line)
				}
				marked++
			}
		}
		if marked != 1 {
			t.Errorf("%d lines give %s of %s", marked, knob.Name, sim.DefaultTheory)
		}
	}
}
