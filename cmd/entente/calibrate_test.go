package main

import (
	"fmt"
	"strings"
	"testing"

	"entente/plots/words"
	"entente/sim/lab/history"
)

// The file that a calibration writes has the middle of the posterior, each value with the range about it.
func TestACalibrationWritesTheMiddle(t *testing.T) {
	l := shipped(t, "asia-1950")
	found := &history.Calibrated{Knobs: history.Knobs(), Parameters: l.Scenario.Parameters}
	var near, far []float64
	for _, knob := range history.Knobs() {
		v := knob.Value(found.Parameters)
		near, far = append(near, v-0.1), append(far, v+0.1)
	}
	found.Chains = []history.Chain{{States: []history.Draw{{Values: near}, {Values: far}}}}
	text := parameterFile(l.Loaded, found, "these", "entente calibrate")
	ours, _, _ := strings.Cut(text, "# The rival theories.")
	for k, knob := range history.Knobs() {
		_, key, _ := strings.Cut(knob.Name, ".")
		want := fmt.Sprintf("%s = %s # calibrated, %.4g to %.4g; prior %.4g: %s", key,
			words.Digits(knob.Value(found.Parameters)), found.Marginal(k).Q05,
			found.Marginal(k).Q95, knob.Centre, knob.Why)
		if strings.Count(ours, "\n"+want+"\n") != 1 {
			t.Errorf("the file does not say %q once", want)
		}
	}
}
