package history

import "slices"

// democracy is the V-Dem electoral democracy index above which the regime rule takes a state for a democracy: the middle of
// its range from 0 to 1, by judgement.
const democracy = 0.5

// regimeRule is the simplest rule that does well on 1949: democracies sign, and a clause comes to be if all its founders are
// democracies (after Siverson & Emmons 1991, "Birds of a Feather", Journal of Conflict Resolution 35(2)).
func regimeRule(q question) float64 {
	who := q.states
	if len(who) == 0 || q.least > 0 {
		who = q.text().Founders
	}
	return yes(!slices.ContainsFunc(who, func(id string) bool {
		return q.world.Scenario.States[id].Polyarchy.At(q.world.Opens(q.clause)) <= democracy
	}))
}
