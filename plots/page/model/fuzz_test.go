package model

import (
	"encoding/json"
	"math"
	"testing"
)

// Whatever the address of a page asks for, a figure, a theory, a state, a date, a class's word, it is answered in JSON or told what is wrong with it,
// and the model never takes it for impossible.
func FuzzLink(f *testing.F) {
	desk := NewDesk()
	desk.Ask(load(f))
	f.Add(worlds[0].spec.Scenario, "", "states.JPN.stance", 0.5, uint64(1), 3, "JPN", 7, 1)
	f.Add(worlds[0].spec.Scenario, "power-disparity", "levers.all.threat", 2.0, uint64(0), 0, "USA", 0, 8)
	f.Add(worlds[0].spec.Scenario, "", "clauses.asian-nato.minimum", 2.5, uint64(9), -1, "", -1, 0)
	f.Add("", "none", "states.*.stance", math.Inf(1), uint64(9), 1<<40, "CHN", 1<<40, -4)
	f.Fuzz(func(t *testing.T, scenario, theory, path string, value float64, seed uint64, run int, state string, tick, turn int) {
		if math.IsNaN(value) || math.IsInf(value, 0) {
			value = math.MaxFloat64 // an address has numbers as JSON has them
		}
		q := Question{World: Spec{Scenario: scenario, Theory: theory, Set: []Setting{{Path: path, Value: value}}}, Seed: seed, Run: run, State: state,
			Tick: tick, Said: []Saying{{Turn: turn, State: state, Yes: true}}, Turns: turn, Inputs: true}
		if path == "" {
			q.World.Set = nil
		}
		for _, q.Ask = range []string{"world", "history", "explain", "roles"} {
			answer := desk.Ask(question(t, q))
			var found struct {
				Fault *Fault `json:"fault"`
			}
			if err := json.Unmarshal([]byte(answer), &found); err != nil {
				t.Fatalf("%s of %+v is answered by no JSON: %v", q.Ask, q, err)
			}
			if found.Fault != nil && found.Fault.Kind == "model" {
				t.Errorf("%s of %+v: the model takes it for impossible: %s", q.Ask, q, found.Fault.What)
			}
		}
	})
}
