package words

import (
	"reflect"
	"slices"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

// Every mechanism has words of its own, and nothing else has.
func TestEveryMechanismHasWords(t *testing.T) {
	var names []string
	for _, m := range lab.Mechanisms {
		names = append(names, Mechanism(m.ID))
		if WithoutMechanism(m.ID) == "" {
			t.Errorf("of %s it is not told what is no longer so without it", m.ID)
		}
	}
	slices.Sort(names)
	if n := len(slices.Compact(names)); n != len(lab.Mechanisms) || n != len(mechanisms) || names[0] == "" {
		t.Errorf("%d mechanisms have %d names, of %d that there are words for: %q", len(lab.Mechanisms), n, len(mechanisms), names)
	}
}

// A mechanism that takes out one term of a decision, and that alone, is called as the term is.
func TestAMechanismOfOneTermIsCalledAsTheTerm(t *testing.T) {
	s := sim.Scenario{Theory: sim.DefaultTheory, Clauses: map[string]sim.Clause{"": {}}}
	weights := reflect.ValueOf(&s.Parameters.Decision).Elem()
	for k := range weights.NumField() {
		weights.Field(k).SetFloat(0.5)
	}
	named := 0
	for _, m := range lab.Mechanisms {
		left := m.Remove(s).Parameters
		for term := range sim.NumTerms {
			if of := s.Parameters.Without(s.Theory, term); of != s.Parameters && of == left {
				named++
				if got, want := Mechanism(m.ID), Terms[term].Name; got != want {
					t.Errorf("%s is called %q, and its term %q", m.ID, got, want)
				}
			}
		}
	}
	if named != 11 {
		t.Errorf("%d mechanisms are one term each, want 11", named)
	}
}
