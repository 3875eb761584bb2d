package history

import (
	"encoding/json"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// shipped is a scenario as it comes with the program.
func shipped(t *testing.T, name string) sim.Scenario {
	t.Helper()
	l, err := scenarios.Load(name, scenarios.Options{Best: true})
	if err != nil {
		t.Fatal(err)
	}
	return l.Scenario
}

// decided are the shipped episodes that history has decided.
func decided(t *testing.T) []Episode {
	t.Helper()
	all, err := scenarios.List()
	if err != nil {
		t.Fatal(err)
	}
	return Decided(all)
}

// text is an answer as it would be kept.
func text(t *testing.T, v any) string {
	t.Helper()
	b, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
