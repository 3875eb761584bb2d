package sim

import "testing"

// 1.5 apart of a span of 4 is a likeness of 0.625; what is further apart than the span is no less alike than not at all.
func TestLikenessByHand(t *testing.T) {
	p := Common{Span: 4}
	near(t, "the same vote", p.likeness(0.7, 0.7), 1)
	near(t, "1.5 apart", p.likeness(1.7, 0.2), 0.625)
	near(t, "and seen from the other side", p.likeness(0.2, 1.7), 0.625)
	near(t, "a span apart and more", p.likeness(3, -2), 0)
}

// What a scenario says of a pair goes before what its votes say.
func TestVotesTellWhereAScenarioDoesNot(t *testing.T) {
	s := twoByTwo()
	s.Relations = map[string]Relation{"CLI-PAT": {Affinity: Const(0.3)}}
	for id, ideal := range map[string]float64{"CLI": 1, "PAT": 1, "RIV": -1} {
		s = changed(s, id, func(x *State) { x.IdealPoint = Const(ideal) })
	}
	told := map[string]float64{}
	NewWorld(s).Likenesses(func(path string, _ Date, v float64) { told[path] = v })
	near(t, "as the scenario says", told["relations.CLI-PAT.affinity"], 0.3)
	near(t, "by votes", told["relations.CLI-RIV.affinity"], 0.5)
}
