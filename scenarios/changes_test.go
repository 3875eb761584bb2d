package scenarios

import (
	"slices"
	"testing"
)

// A scenario says what it changes in its base: figures by their paths, rows that come or go by the row; what --set changes and
// what presents the scenario are not among them.
func TestChangesOfTheBase(t *testing.T) {
	for _, c := range []struct {
		name string
		want []string
	}{
		{"pacific-2025", nil},
		{"soft-clause", []string{"clauses.ratner.depth = 0.5"}},
		{"manila-turns", []string{`shocks.manila: added, "Duterte's camp wins in the Philippines"`}},
		{"decoupling", nil},
	} {
		l, err := Load(c.name, Options{Set: []string{"states.JPN.stance=0.9"}})
		if err != nil {
			t.Fatal(err)
		}
		if c.name == "decoupling" { // a lever is a figure, whether or not it was there
			if len(l.Scenario.Changes) != 1 || l.Scenario.Changes[0][:18] != "levers.all.trade =" {
				t.Errorf("decoupling changes %v", l.Scenario.Changes)
			}
			continue
		}
		if !slices.Equal(l.Scenario.Changes, c.want) {
			t.Errorf("%s changes %v in its base, want %v", c.name, l.Scenario.Changes, c.want)
		}
		if c.want != nil && l.Scenario.Base != "pacific-2025" {
			t.Errorf("%s is said to stand on %q", c.name, l.Scenario.Base)
		}
	}
	l := load(t, "no-prior-ties")
	if !slices.Contains(l.Scenario.Changes, "arrangements.quad: left out") {
		t.Errorf("no-prior-ties does not say that the Quad is left out: %v", l.Scenario.Changes)
	}
}
