package lab

import (
	"maps"
	"reflect"
	"slices"

	"entente/sim"
)

// Mechanism is a part of the theory that can be taken out of a scenario to see what it does there.
type Mechanism struct {
	ID   string `json:"id"`      // as after --mechanisms
	Name string `json:"name"`    // what it is called after "without"
	Gone string `json:"removed"` // what is no longer so in a world without it

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
	{"shocks", "threat shocks", "no overt, grey-zone or coercion shock strikes, dated or random; rivals' own moves go on",
		withoutThreatShocks},
	{"grey-zone", "grey-zone discounting", "every step of a rival is felt in full, however small, and so is the ground it gains",
		setting(func(p *sim.Parameters) { p.Threat.Salami = 1 })},
	{"prior-ties", "prior ties", "the invited have no tie or arrangement with each other from before the clause opens",
		withoutPriorTies},
	{"trade", "trade with the rival", "nobody minds the trade that the rival would stop",
		reason(sim.TradeLoss)},
	{"volatility", "volatility as a reason", "changes of government weigh neither on one's own decision nor on trust in a partner; they go on, and new " +
		"governments think what they do",
		WithoutVolatility},
	{"friction", "quarrels at the table", "nobody minds quarrels with the other signatories",
		reason(sim.Friction)},
	{"entrapment", "entrapment", "nobody minds others' wars",
		reason(sim.Entrapment)},
	{"autonomy", "autonomy", "nobody minds giving up freedom of action",
		reason(sim.Autonomy)},
	{"interest", "partners worth keeping", "nobody signs for what the danger to its partners is worth to it",
		reason(sim.Interest)},
	{"sponsorship", "the leading power's will", "nobody else minds what the leading power wants of the clause",
		reason(sim.Sponsorship)},
	{"lasting", "lasting dispositions", "whoever takes office or thinks again makes up its mind from nothing",
		setting(func(p *sim.Parameters) { p.Politics.Lasting = 0 })},
	{"stances", "governments' stances", "nobody minds what its government thinks of clauses",
		reason(sim.Home)},
	{"provocation", "provocation", "nobody minds that a rival could become worse for a promise",
		reason(sim.Provocation)},
	{"leash", "partners' disputes", "nobody minds partners with live disputes at a table of many",
		reason(sim.Leash)},
	{"novelty", "promises held already", "nobody minds that a clause repeats what is promised already",
		reason(sim.Novelty)},
	{"one-danger", "rivals' alliances", "dangers from several rivals add up, also of those that are allies",
		setting(func(p *sim.Parameters) { p.Danger.Joined = 0 })},
	{"alarm", "alarm in stances", "what governments think of clauses does not rise with what they are alarmed at",
		setting(func(p *sim.Parameters) { p.Politics.Alarm = 0 })},
	{"disputes", "disputes in votes", "no member minds a newcomer's live dispute with the rival",
		setting(func(p *sim.Parameters) { p.Decision.Disputes = 0 })},
	{"identity", "unlikeness", "nobody minds being unlike the other signatories",
		reason(sim.Unlikeness)},
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
