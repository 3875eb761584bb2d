package lab

import (
	"maps"
	"reflect"
	"slices"

	"entente/sim"
)

// Mechanism is a part of the theory that can be taken out of a scenario to see what it does there.
type Mechanism struct {
	ID string `json:"id"` // as after --mechanisms

	// Remove gives the scenario without the mechanism and leaves the one it is given as it is. Mechanisms share no
	// figure, so any of them can be removed together, in any order.
	Remove func(sim.Scenario) sim.Scenario `json:"-"`
}

// inert tells whether there is nothing of a mechanism to remove from a scenario, as there are no quarrels in one whose
// rule weighs none.
func (m Mechanism) inert(s sim.Scenario) bool { return reflect.DeepEqual(m.Remove(s), s) }

// Present are the mechanisms of which there is something to remove from a scenario.
func Present(s sim.Scenario) []Mechanism {
	return slices.DeleteFunc(slices.Clone(Mechanisms), func(m Mechanism) bool { return m.inert(s) })
}

// Mechanisms are those the argument rests on and those it must answer to, each removable alone or with any others.
//
// A reason for or against signing is one of the rule by which states decide. Where that is a rival theory, its removal is
// that of the same reason in that rule: the term of the same name. Most rules do not have most of them, and then there is
// nothing to remove.
var Mechanisms = []Mechanism{
	{"shocks", withoutThreatShocks},
	{"grey-zone", setting(func(p *sim.Parameters) { p.Threat.Salami = 1 })},
	{"prior-ties", withoutPriorTies},
	{"trade", reason(sim.TradeLoss)},
	{"volatility", WithoutVolatility},
	{"friction", reason(sim.Friction)},
	{"entrapment", reason(sim.Entrapment)},
	{"autonomy", reason(sim.Autonomy)},
	{"interest", reason(sim.Interest)},
	{"sponsorship", reason(sim.Sponsorship)},
	{"lasting", setting(func(p *sim.Parameters) { p.Politics.Lasting = 0 })},
	{"stances", reason(sim.Home)},
	{"provocation", reason(sim.Provocation)},
	{"leash", reason(sim.Leash)},
	{"novelty", reason(sim.Novelty)},
	{"one-danger", setting(func(p *sim.Parameters) { p.Danger.Joined = 0 })},
	{"alarm", setting(func(p *sim.Parameters) { p.Politics.Alarm = 0 })},
	{"disputes", setting(func(p *sim.Parameters) { p.Decision.Disputes = 0 })},
	{"identity", reason(sim.Unlikeness)},
}

// setting removes a mechanism by its constants.
func setting(set func(*sim.Parameters)) func(sim.Scenario) sim.Scenario {
	return func(s sim.Scenario) sim.Scenario {
		set(&s.Parameters) // those of our own copy
		return s
	}
}

// reason removes reasons from the rule by which states decide, whichever it is: they weigh nothing there.
func reason(terms ...sim.Term) func(sim.Scenario) sim.Scenario {
	return func(s sim.Scenario) sim.Scenario {
		s.Parameters = s.Parameters.Without(s.Theory, terms...)
		return s
	}
}

// WithoutVolatility takes out what changes of government weigh, in one's own decision and in trust in a partner.
func WithoutVolatility(s sim.Scenario) sim.Scenario {
	s.Parameters.Aid.Doubt = 0
	return reason(sim.DriverTerms[sim.VolatilityDriver]...)(s)
}

// withoutThreatShocks takes out what alarms from outside. Other kinds of shock stay: they work on trust, governments and
// dependence.
func withoutThreatShocks(s sim.Scenario) sim.Scenario {
	s.Shocks = except(s.Shocks, func(k sim.Shock) bool { return k.Kind.Alarms() })
	return s
}

// withoutPriorTies takes out what binds any two of the states invited to the headline clause on the day it opens, and
// what bound them before: work that a tie began outlives it. An arrangement goes as a whole if two of them sit in it.
// Treaties that the scenario offers as clauses, and ties that come or grow later, stay.
func withoutPriorTies(s sim.Scenario) sim.Scenario {
	headline := s.Clauses[s.Headline]
	prior := func(members []string, since sim.Date) bool {
		invited := 0
		for _, id := range members {
			if _, may := headline.OpenTo[id]; may || slices.Contains(headline.Founders, id) {
				invited++
			}
		}
		return invited >= 2 && since <= headline.Opens
	}
	s.Ties = except(s.Ties, func(t sim.Tie) bool { return prior(t.Members, t.Since) })
	s.Arrangements = except(s.Arrangements, func(a sim.Arrangement) bool { return prior(a.Members, a.Since) })
	return s
}

// except copies a map and leaves out what is gone.
func except[T any](all map[string]T, gone func(T) bool) map[string]T {
	left := maps.Clone(all)
	maps.DeleteFunc(left, func(_ string, v T) bool { return gone(v) })
	return left
}
