package history

import (
	"testing"

	"entente/sim"
)

// Whatever stands in sim.Parameters enters, by its line there; what a term weighs goes with the term.
func TestWhoEnters(t *testing.T) {
	all := Entrants()
	names := map[string]int{}
	for _, e := range all {
		names[e.Name] = len(e.Weights)
	}
	for _, theory := range sim.Theories() {
		if _, ok := names[theory.Name]; !ok {
			t.Errorf("%s does not enter", theory.Name)
		}
	}
	for name, weights := range map[string]int{"article": 18, "without-trade": 17, "without-threat-driver": 15, "without-volatility-driver": 16, "base": 4,
		"base+prospect-theory": 7, "prospect-theory": 4} {
		if names[name] != weights {
			t.Errorf("%s has %d weights, want %d", name, names[name], weights)
		}
	}
	if _, enters := names["base+balance-of-threat"]; enters {
		t.Error("balance of threat has no term that the base has not, and enters on it")
	}
	if len(names) != len(all) {
		t.Error("two entrants have one name")
	}
}
