package sim

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// A varied world is the world of the varied scenario, whichever constant was changed and whatever was left out.
func TestAVariedWorldIsTheWorldOfItsScenario(t *testing.T) {
	luck := rand.New(rand.NewPCG(5, 6))
	count := 20
	if testing.Short() {
		count = 6
	}
	worlds(count, func(number uint64, s Scenario) {
		w := NewWorld(s)
		try := func(what string, changed Scenario) {
			v := w.Vary(changed)
			if !reflect.DeepEqual(v, NewWorld(changed)) {
				t.Errorf("world %d with another %s is not laid out as that scenario is", number, what)
			}
			if !reflect.DeepEqual(w, NewWorld(s)) {
				t.Fatalf("world %d itself is changed by another %s", number, what)
			}
		}
		for _, f := range Figures() {
			if strings.HasPrefix(f.Path, "parameters.") {
				changed := s
				f.Set(&changed, f.At(&s, 0)*luck.Float64()+0.01)
				try(f.Path, changed)
			}
		}
		changed := s
		changed.Ties = nil
		try("web of ties", changed)
		changed.Shocks = map[string]Shock{}
		try("future", changed)
		changed.Arrangements = nil
		try("web of arrangements", changed)
		for _, theory := range Theories() {
			changed := s
			changed.Theory = theory.Name
			try("theory", changed)
		}
		one, two := NewRun(w.Vary(changed)), NewRun(NewWorld(changed))
		one.Start(1, number)
		two.Start(1, number)
		for one.Step() && two.Step() {
		}
		if !reflect.DeepEqual(one.depth, two.depth) || !reflect.DeepEqual(one.status, two.status) {
			t.Errorf("world %d, varied, has another history than the world of its scenario", number)
		}
	})
}

func TestVaryRefusesOtherStates(t *testing.T) {
	w := NewWorld(twoByTwo())
	other := twoByTwo()
	other.States["CLI"] = State{Name: "another"}
	defer func() {
		if recover() == nil {
			t.Error("a world with another state is taken for one that can share what states are made of")
		}
	}()
	w.Vary(other)
}
