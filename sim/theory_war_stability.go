package sim

import "entente/sim/networks"

// WarStability is the rule of Jackson & Nei (2015, "Networks of Military Alliances, Wars, and International Trade",
// PNAS 112(50), 15277-15284), as far as one clause goes: a state keeps a link that it needs so as not to be vulnerable, or
// that trade repays, and no other. It is vulnerable if a rival and the rival's allies outweigh it and its allies by more
// than the defender's advantage, and if there is more to be won than the trade a war would end.
//
//	utility = stability × [vulnerable without - vulnerable with] + trade × openness_i × members' share of trade - reluctance
//	vulnerable: C_r + allies' > defence × (C_i + allies')   and   spoils × contest_ir > dependence_ir × openness_i
//
// Allies are those bound by a defence treaty or a clause, and at the table those expected, all with their full
// capability, but for a rival's allies whom some clause asks to stand against it: in the source a link is there or not, and
// distance, reliability and hopes of narrower clauses do not count. Trade among members is not in our data: what a state
// does not trade with the rivals is spread over the invited by the sizes of their economies (gravity; Tinbergen 1962,
// Shaping the World Economy), which makes too much of it. A state of which no GDP is given trades with nobody. Spoils as a
// share of what is contested are our reading of the source's E.
// Defence is held at 1, parity: left to calibration it goes where nobody is ever safe, and the theory's own reason has no
// say.
//
// By hand: against a rival of 0.2 a state of 0.05 is vulnerable alone and not with an ally of 0.2; one of 0.3 is not
// vulnerable in the first place, and so by this rule has no use for a promise that trade does not repay.
type WarStability struct {
	Reluctance float64 `toml:"reluctance" range:"[-5,20]" unit:"logits that reasons to sign must outweigh" prior:"2.5" why:"as in the default rule"`
	Stability  float64 `toml:"stability" range:"[0,50]" unit:"logits for not being vulnerable any more" prior:"10" why:"who is vulnerable seeks a cure"`
	Trade      float64 `toml:"trade" range:"[0,100]" unit:"logits for trade among members worth the whole GDP" prior:"20" why:"as in the default rule of 0.2.0"`
	Defence    float64 `toml:"defence" range:"[0.1,10]" unit:"attackers' strength over defenders' at which a war is even" why:"neither side has an advantage"`
	Spoils     float64 `toml:"spoils" range:"[0,5]" unit:"share of GDP to be won where all is contested" prior:"0.5" why:"half of GDP"`
}

func (p *WarStability) reasons() []reason {
	return []reason{
		{Reluctance, &p.Reluctance, reluctance},
		{Stability, &p.Stability, product(1, factor{"1 if vulnerable no more, -1 if newly so", p.safer})},
		{Commerce, &p.Trade, commerce},
	}
}

// safer is 1 if the clause takes the state on seat a out of danger of conquest, -1 if it puts it there.
func (p *WarStability) safer(r *Run, a int) float64 {
	before, after := 0.0, 0.0
	for _, q := range r.w.clauses[r.talks.clause].against {
		if p.tempting(r, q, r.talks.seats[a]) {
			before, after = max(before, p.outgunned(r, q, a, false)), max(after, p.outgunned(r, q, a, true))
		}
	}
	return before - after
}

// commerce is the trade among the members that repays a link.
var commerce = product(1, factor{"trade among the members as a share of GDP", (*Run).tradeAmong})

// tempting tells whether rival q has more to win from a war on i than trade to lose.
func (p *WarStability) tempting(r *Run, q, i int) bool {
	place := i*len(r.w.rivals) + q
	return p.Spoils*r.w.contest[r.Tick][place] > r.stake(place)
}

// outgunned is 1 if rival q and its allies are too strong for the state on seat a and its allies, with or without those
// expected at the table.
func (p *WarStability) outgunned(r *Run, q, a int, table bool) float64 {
	capability, i, s := r.w.capability[r.Tick], r.talks.seats[a], r.w.rivals[q].state
	attack, defenders := capability[s], 0.0
	for j := range r.w.N() {
		if j == i || j == s {
			continue
		}
		switch b := r.talks.seat[j]; {
		case r.alliedWithout(i, j):
			defenders += capability[j]
		case table && b >= 0:
			defenders += float64(r.talks.expect[b] * capability[j])
		case r.ally[s].Has(j) && !r.w.rivals[q].asked[j]:
			attack += capability[j]
		}
	}
	if networks.Vulnerable(capability[i], defenders, attack, p.Defence) {
		return 1
	}
	return 0
}

// tradeAmong is the trade of the state on seat a with those expected at the table, as a share of its GDP: what it does not
// have with the rivals, by the sizes of the invited. Allies have theirs already.
func (r *Run) tradeAmong(a int) float64 {
	gdp, i, k := r.w.gdp[r.Tick], r.talks.seats[a], len(r.w.rivals)
	clause := &r.w.clauses[r.talks.clause]
	invited, left := 0.0, 1.0
	for _, j := range clause.invited {
		if j != i {
			invited += gdp[j]
		}
	}
	for _, q := range clause.against {
		left -= r.dependence[i*k+q]
	}
	if invited == 0 || gdp[i] == 0 {
		return 0
	}
	return r.w.openness[r.Tick][i] * max(left, 0) * r.expected(a, func(j int) float64 {
		if r.alliedWithout(i, j) { // trade repays a link, and this one is there
			return 0
		}
		return gdp[j]
	}) / invited
}
