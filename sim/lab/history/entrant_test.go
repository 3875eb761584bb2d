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
	for name, weights := range map[string]int{
		"article": 6, "without-friction": 5, "without-home": 5, "without-sponsorship": 5, "without-lasting": 6,
		"without-threat": 5, "without-trade": 5, "without-volatility": 6, "with-interest": 7, "with-volatility": 7, "with-disputes": 7, "with-alarm": 7,
		"base": 4, "base+prospect-theory": 7, "prospect-theory": 4,
	} {
		if names[name] != weights {
			t.Errorf("%s has %d weights, want %d", name, names[name], weights)
		}
	}
	for _, driver := range []string{"without-security", "without-trade-driver"} {
		if _, enters := names[driver]; enters {
			t.Errorf("%s enters, and a driver is that term", driver)
		}
	}
	if _, enters := names["base+balance-of-threat"]; enters {
		t.Error("balance of threat has no term that the base has not, and enters on it")
	}
	if len(names) != len(all) {
		t.Error("two entrants have one name")
	}
}
