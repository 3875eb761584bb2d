package lab

import (
	"reflect"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// A score tells the same history as the tale of the run, with a figure of threat for every tick of each state that is asked.
func TestAScoreIsTheTaleOfItsRun(t *testing.T) {
	l, err := scenarios.Load("europe-1947", scenarios.Options{Best: true})
	if err != nil {
		t.Fatal(err)
	}
	w := sim.NewWorld(l.Scenario)
	s, failure := ScoreOf(w, 1, 5, w.Headline())
	tale, _ := TaleOf(w, 1, 5)
	if failure != "" || len(s.Events) == 0 || !reflect.DeepEqual(s.Events, tale.Events) {
		t.Fatalf("the score tells %d events, the tale %d (%s)", len(s.Events), len(tale.Events), failure)
	}
	felt := false
	for _, st := range s.States {
		if len(st.Threat) != w.Calendar.Ticks() || !st.Role.Invited() {
			t.Errorf("%s, a %v, has %d figures for %d ticks", st.ID, st.Role, len(st.Threat), w.Calendar.Ticks())
		}
		for _, v := range st.Threat {
			felt = felt || v > 0
		}
	}
	if !felt || len(s.Ticks) != w.Calendar.Ticks() {
		t.Errorf("nobody feels any threat in %d ticks", len(s.Ticks))
	}
}
