package sim

import "reflect"

// Vary is the world of a scenario that differs from this one in constants, shocks, ties and arrangements only. It is
// what NewWorld would make of it, and shares with w all that the differences leave alone: where many worlds are close to
// each other it takes a fraction of the time and room. Any other difference is a broken promise.
func (w *World) Vary(s Scenario) *World {
	was, v := &w.Scenario, *w
	if s.Start != was.Start || s.End != was.End || s.Tick != was.Tick || !same(s.States, was.States) ||
		!same(s.Rivals, was.Rivals) || !same(s.Relations, was.Relations) || !same(s.Clauses, was.Clauses) ||
		!same(s.Levers, was.Levers) || s.Past != was.Past {
		panic("sim: Vary is for scenarios with the same states, rivals, relations, clauses, levers and history")
	}
	v.Scenario, v.Parameters = s, s.Parameters
	v.rule = v.Parameters.rule(s.Theory)
	v.layDraws()
	p, before := &v.Parameters, &w.Parameters
	if p.Aid != before.Aid {
		v.layReliable()
		v.layReach()
	}
	if p.Politics != before.Politics {
		v.layFalls()
	}
	if p.Common.Span != before.Common.Span {
		v.layAffinity()
	}
	if p.Threat != before.Threat {
		v.layExposure()
	}
	if p.Diplomacy != before.Diplomacy || !same(s.Ties, was.Ties) || !same(s.Arrangements, was.Arrangements) {
		v.Arrangements, v.treaties, v.arrangements = names(s.Arrangements), nil, nil
		v.layTies()
	}
	if p.Threat != before.Threat || p.Aid != before.Aid || !same(s.Shocks, was.Shocks) {
		v.shocks = nil
		v.layShocks()
	}
	v.layRates()
	v.layMemory()
	return &v
}

// same tells whether two maps hold the same. That they are one map is seen at once.
func same[T any](a, b map[string]T) bool { return reflect.DeepEqual(a, b) }
