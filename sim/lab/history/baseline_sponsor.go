package history

import (
	"maps"
	"slices"

	"entente/sim"
)

// ownAndLeadingStance looks at the two stances that the default rule weighs, and at nothing else: a state signs if its
// own and that of the clause's leading power are above 0 on the day on which talks open for it. Where stances are coded
// by hand, it says how much of an answer the coder had already given with the two of them.
//
// The leading power is the strongest founder on the day on which talks open or, where it is stronger, a power outside
// that presses for the clause or against it, whose stance is then its blessing; of equals the first by id.
//
// By hand: a power of 0.5 that presses against a clause, -0.4, leads over founders of 0.1, and nobody signs; one of
// 0.05 does not lead, and whoever is friendly signs with the strongest founder, if that is friendly itself.
func ownAndLeadingStance(q question) float64 {
	return q.signedBy(func(id string) bool {
		day := q.opens(id)
		return q.leaderWants(day) > 0 && q.world.StanceOn(q.clause, id, day) > 0
	})
}

// leaderWants is what the leading power makes of the clause on a day.
func (q question) leaderWants(day sim.Date) float64 {
	at := func(id string) float64 { return q.world.Scenario.States[id].Capability.At(q.world.Opens(q.clause)) }
	founders, powers := slices.Sorted(slices.Values(q.text().Founders)), slices.Sorted(maps.Keys(q.text().Blessing))
	leader, outside := founders[0], false
	for _, id := range founders {
		if at(id) > at(leader) {
			leader = id
		}
	}
	for _, id := range powers {
		if at(id) > at(leader) {
			leader, outside = id, true
		}
	}
	if outside {
		return q.text().Blessing[leader].At(day)
	}
	return q.world.StanceOn(q.clause, leader, day)
}
