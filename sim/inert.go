package sim

import (
	"cmp"
	"slices"
	"strings"
)

// Inert tells whether a figure could change no run of a scenario, whatever it were set to: no equation uses it, it is read where a
// scenario is measured and never after, or the rule by which the scenario decides does not read it. That a figure is not inert
// promises no more than that some run of some scenario hangs on it.
func (f Figure) Inert(s *Scenario) bool {
	return f.Idle != "" || f.OfTwins() || f.OfItself(s) != "" || !f.ReadBy(s.Theory)
}

// OfItself is the id of the only rival of a scenario if the figure is a lever on what that rival feels from itself or trades with itself,
// which is nothing; "" if it is none.
func (f Figure) OfItself(s *Scenario) string {
	for id := range s.Rivals {
		if len(s.Rivals) == 1 && (f.Path == "levers."+id+".threat" || f.Path == "levers."+id+".trade" && len(s.States[id].Trade[id]) == 0) {
			return id
		}
	}
	return ""
}

// OfTwins tells whether a figure is a constant of measured twins (measured.go).
func (f Figure) OfTwins() bool { return strings.HasPrefix(f.Path, "parameters.measured.") }

// Rule is the theory whose constant a figure is, the default one's too; "" for what is no constant of a rule.
func (f Figure) Rule() string {
	if strings.HasPrefix(f.Path, drawnGroup) {
		return DefaultTheory
	}
	return f.Theory
}

// Awaits are the postures under one of which alone a figure acts, if no rival of a scenario that it is about ever has one of them; none if it acts.
func (f Figure) Awaits(s *Scenario) []string {
	postures := strings.Fields(f.postures)
	for id, rival := range s.Rivals {
		if about, ok := strings.CutPrefix(f.Path, "rivals."); ok && !strings.HasPrefix(about, id+".") {
			continue
		}
		for _, turn := range rival.Posture {
			if slices.Contains(postures, string(turn.Posture)) {
				return nil
			}
		}
	}
	return postures
}

// Terms are the terms of decisions of which a constant that no rule owns is a part, and through which alone it acts; none of others.
func (f Figure) Terms() []string { return strings.Fields(f.terms) }

// ReadBy tells whether states that decide by a theory read a figure. All read what belongs to no rule, but for what is a part of
// some terms; a constant of a rule is read by that rule, and by those that are nested on the common base as far as they have it.
func (f Figure) ReadBy(theory string) bool {
	theory = cmp.Or(theory, DefaultTheory)
	var p Parameters
	if f.terms != "" {
		return slices.ContainsFunc(p.rule(theory).reasons(), func(s reason) bool { return slices.Contains(f.Terms(), s.term.String()) })
	}
	rule := f.Rule()
	switch {
	case rule == "" || rule == theory:
		return true
	case !strings.HasPrefix(theory, CommonBase):
		return false
	}
	weighs := func(theory string) bool {
		_, weights := p.Weighed(theory)
		return slices.ContainsFunc(weights, func(w Figure) bool { return w.Path == f.Path })
	}
	return weighs(theory) || theory == Nested(rule) && !weighs(rule) // what a measure of the rule holds besides its weight
}
