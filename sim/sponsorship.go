package sim

// The lead: what the strongest of those whom a clause concerns wants of it.
//
// A pact of many is made by somebody. The strongest power offers the form that suits it, bilateral or multilateral, and the others
// take from its will what the clause could be worth, what else they would forgo by staying out, and what it would cost them to go
// against it: Kindleberger (1973) on what nobody provides where no hegemon will; Ikenberry (2001, After Victory) on orders that a
// leading state offers; Weber (1992), Cha (2010) and He & Feng (2012) on Washington's choice of the form in Europe and in Asia;
// Snyder (1984) on what the dependent ally must heed. None gives a formula.

// lead is who leads on clause c: the strongest founder or, where it is stronger, a power outside that presses for the clause or
// against it; of equals the first. What it wants is in [-1, 1]: 1 presses for the clause, -1 rejects it. The strongest founder by itself
// is Scenario.StrongestFounder; the strongest at the table, whom some rival rules ask for, Run.patron.
func (r *Run) lead(c int) (leader int, wants float64) {
	w, clause := r.w, &r.w.clauses[c]
	capability := w.capability[r.Tick]
	leader = clause.invited[0]
	for _, i := range clause.invited[1:clause.founders] {
		if capability[i] > capability[leader] {
			leader = i
		}
	}
	outside := -1
	for k, b := range clause.powers {
		if capability[b] > capability[leader] {
			leader, outside = b, k
		}
	}
	if outside >= 0 {
		return leader, clause.blessing[r.Tick][outside]
	}
	return leader, r.stanceOn(c, leader)
}

// sponsorship is the pull of the leading power's will on all others. Its own is in its stance.
//
//	sponsorship = +sponsorship × what the leading power wants,    0 for the leading power itself
//
// By hand: where the leading power has spoken against a clause, -0.5, a weight of 2.5 takes 1.25 logits off everybody else.
var sponsorship = product(1, factor{"what the leading power wants", func(r *Run, a int) float64 {
	leader, wants := r.lead(r.talks.clause)
	if leader == r.talks.seats[a] {
		return 0
	}
	return wants
}})
