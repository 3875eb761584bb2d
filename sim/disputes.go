package sim

// Disputes in votes: a member thinks twice of a newcomer that lives in a live dispute with the rival, which the member
// has not and does not fear as much. Its vote loses disputes × brought (accession.go).
//
//	brought_ij = max(0, contest_j - contest_i) ^ quarrel × (1 - overlap_ij)
//
// contest is what the worst of the clause's rivals disputes with each, from 0 to 1 (scenarios/RUBRIC.md, leash.go);
// overlap is the share of the newcomer's threat that the member feels too (fear.go). It weighs as a quarrel does
// (quarrel.go): as shipped by its square, so that a war unsettled, 0.8, weighs sixteen times standing pressure, 0.2.
//
// Snyder (1984, "The Security Dilemma in Alliance Politics", World Politics 36(4)): a state fears to be drawn into a
// war over interests of an ally that it shares in part or not at all. NATO wrote it down in 1995 (Study on NATO
// Enlargement, chapter 1, paragraph 6): whether a state has resolved its ethnic and territorial disputes by peaceful
// means is a factor in inviting it. Neither gives a figure; form and weight are judgement. Of disputes as such, without
// regard to the member's own, NATO of 1951-55 would have let in neither Greece and Turkey nor West Germany, whose
// quarrels with Moscow were everybody's.
//
// It is a switch, and the default rule leaves it at 0: with it no better is foretold (ODD.md, 7.13).
//
// By hand: a newcomer with a war on its soil, 0.8, before a member with standing pressure, 0.2, that feels half of its
// threat: 0.6² × 0.5 = 0.18; at a weight of 9 the vote loses 1.62. One that feels as much, or has such a war itself,
// loses nothing.
func (r *Run) brought(i, j int, unshared float64) float64 {
	excess := r.disputed(j) - r.disputed(i)
	if excess <= 0 {
		return 0
	}
	return r.w.Parameters.Common.quarrel(excess) * unshared
}
