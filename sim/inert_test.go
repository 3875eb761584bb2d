package sim

import (
	"slices"
	"strings"
	"testing"
)

// acts tells whether a figure of a scenario changes a run that is set half-way from where it stands to an end of its range.
func acts(s Scenario, was uint64, f Figure) bool {
	for _, to := range []float64{f.Low, f.High} {
		other := s
		now := f.At(&other, s.Start)
		if f.Set(&other, now+(to-now)/2); fingerprintOf(other, 2) != was {
			return true
		}
	}
	return false
}

// lively has rules that are near even, votes, states in a war of their own, powers outside and treaties without a depth of their own, so
// that constants of what is rare have something to do.
func lively(number uint64, s *Scenario) {
	feltByDistance(number, s)
	s.Parameters.Common.Noise = 10
	for _, theory := range Theories() {
		if f, ok := s.Parameters.WeightOf(theory.Name, Reluctance); ok {
			f.Set(s, 0)
		}
	}
	for id, c := range s.Clauses {
		c.Blessing = map[string]Series{"S00": Const(0.7)}
		if number%3 == 0 {
			c.Consent = Unanimous
		}
		s.Clauses[id] = c
	}
	if number%2 == 0 {
		for q := range s.Rivals {
			at := s.States["S03"]
			at.Contest[q] = Const(1)
			s.States["S03"] = at
		}
	}
	for id, tie := range s.Ties {
		if tie.Kind == Defence && number%2 == 0 {
			tie.Depth = nil
			s.Ties[id] = tie
		}
	}
}

// By each rule, those nested on the common base too, a constant is inert if and only if no run of many worlds changes when it is set to
// another value.
func TestConstantsAreInertThatMoveNothing(t *testing.T) {
	var constants []Figure
	for _, f := range Figures() {
		if strings.HasPrefix(f.Path, "parameters.") {
			constants = append(constants, f)
		}
	}
	rules := []string{CommonBase}
	for _, theory := range Theories() {
		rules = append(rules, theory.Name)
		if theory.Name != DefaultTheory {
			rules = append(rules, Nested(theory.Name))
		}
	}
	moves := map[string][]string{} // by rule
	worlds(170, func(number uint64, s Scenario) {
		lively(number, &s)
		for _, rule := range rules {
			s.Theory = rule
			was, drawn := uint64(0), false
			for _, f := range constants {
				if slices.Contains(moves[rule], f.Path) || f.Inert(&s) && number >= 4 {
					continue
				}
				if !drawn {
					was, drawn = fingerprintOf(s, 2), true
				}
				if acts(s, was, f) {
					moves[rule] = append(moves[rule], f.Path)
				}
			}
		}
	})
	for _, rule := range rules {
		inert := 0
		for _, f := range constants {
			is := f.Inert(&Scenario{Theory: rule})
			if is {
				inert++
			}
			if is == slices.Contains(moves[rule], f.Path) {
				t.Errorf("by %s, %s is inert: %v, and it changes a run: %v", rule, f.Path, is, is)
			}
		}
		if inert == 0 || inert == len(constants) {
			t.Errorf("by %s, %d of %d constants are inert", rule, inert, len(constants))
		}
	}
}

// The only rival feels no threat from itself and trades nothing with itself; of two each feels the other.
func TestALeverOnTheOnlyRivalIsInert(t *testing.T) {
	s := changed(twoByTwo(), "RIV", func(x *State) { x.Trade = nil })
	for path, inert := range map[string]bool{"levers.RIV.threat": true, "levers.RIV.trade": true, "levers.RIV.stance": false, "levers.CLI.threat": false, "levers.all.threat": false} {
		f, ok := FigureAt(path)
		if !ok || f.Inert(&s) != inert {
			t.Errorf("%s is there: %v; inert: %v, want %v", path, ok, f.Inert(&s), inert)
		}
		if inert && acts(s, fingerprintOf(s, 2), f) {
			t.Errorf("%s is called inert and changes a run", path)
		}
	}
	s.Rivals["CLI"] = s.Rivals["RIV"]
	if f, _ := FigureAt("levers.RIV.threat"); f.Inert(&s) {
		t.Error("where there are two rivals one is said to fear nobody")
	}
}
