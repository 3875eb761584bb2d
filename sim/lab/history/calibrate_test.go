package history

import (
	"context"
	"reflect"
	"testing"

	"entente/sim"
)

// TestACalibrationGoesOnWhereItStopped interrupts a small calibration and lets another with its memory finish.
func TestACalibrationGoesOnWhereItStopped(t *testing.T) {
	calibration := func() *Calibration {
		c := &Calibration{
			Scenarios: map[string]sim.Scenario{}, Knobs: Knobs[:3], Runs: 4, Seed: 1, Rounds: 2, Particles: 4, Levels: 2,
		}
		for _, ep := range Episodes {
			if ep.Training {
				s := shipped(t, ep.Scenario)
				c.Scenarios[ep.Scenario], c.Start = s, s.Parameters
			}
		}
		return c
	}
	whole, err := calibration().Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var memory []float64
	first := calibration()
	first.Note = func(n int, trial Trial) error {
		memory = append(memory, trial.Distance)
		if n == 9 {
			cancel()
		}
		return nil
	}
	if _, err := first.Run(ctx); err == nil {
		t.Fatal("the calibration was not interrupted")
	}
	second, made := calibration(), 0
	second.Recall = func(n int) (float64, bool) {
		if n < len(memory) {
			return memory[n], true
		}
		return 0, false
	}
	second.Note = func(int, Trial) error { made++; return nil }
	rest, err := second.Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(whole, rest) {
		t.Errorf("interrupted and resumed it found\n%+v\nin one go\n%+v", rest, whole)
	}
	if made+len(memory) != whole.Trials {
		t.Errorf("%d trials before, %d after the interruption, %d in one go", len(memory), made, whole.Trials)
	}
	if whole.Distance+whole.Penalty > whole.Start {
		t.Errorf("the best point is worse than the start: %v + %v against %v", whole.Distance, whole.Penalty, whole.Start)
	}
}
