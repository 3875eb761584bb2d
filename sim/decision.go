package sim

// Weights is the default rule, `article`, by what its terms count for, in logits. It is the argument of the essay that the
// model grows from, as far as the record bears it out: a state signs a collective-defence clause when the security that it adds
// to the ties already held, its government's will and the will of the power that leads outweigh trade with the rival, discord at
// the table and the weight of leaving things as they are. That takes a threat that is urgent, and a leader that wants the clause.
// Europe had both in 1949; Asia's rival takes steps too small to alarm, its states have a treaty with Washington each, and
// Washington never asked for more. How little of that the record can tell from coded stances is in ODD.md, 7.13.
//
//	utility = security + trade + friction + home + sponsorship - reluctance
//
// Nine reasons more weigh nothing: interest, autonomy, entrapment, unlikeness, volatility and audience, which had a weight before,
// and provocation, leash and novelty, which were tried. With none of them episodes that a fit had not seen were foretold better
// (CHANGES.md, version 0.3.0). They stay as switches: a weight above 0 turns one on.
//
// Where a reason for a prior names the panel, that is a regression which we ran and do not ship: sim/lab/history/knobs.go restates it in the
// measures' own units.
//
// What governments and their changes do besides is not in the sum: partners doubt a state whose policy turns (aid.go), new
// governments bring stances (stance.go) and dispositions of their own (signing.go).
//
// Each term has its equation and its source beside it: trade in trade.go, friction in quarrel.go, home in opinion.go, the others in
// files of their name. The sources are Walt, Hirschman (1945),
// Kindleberger (1973), Snyder (1984), Ikenberry (2001); of those left out Altfeld (1984), Morrow (1991), Hemmer & Katzenstein
// (2002), Fearon (1994). The weights are calibrated.
//
// By hand: a client in a threat of 0.5 from a rival of 0.2 has 0.145 to rely on and 0.22 with the clause. Its danger falls from
// 0.5 × 0.2/0.345 = 0.290 to 0.5 × 0.2/0.42 = 0.238; at 10 logits a danger, security is +0.52. Trade of 0.2 × 0.5 of GDP,
// punished with a chance of 0.5 × 0.8 and diverted to 0.7, costs 10 × 0.1 × 0.4 × 0.3 = 0.12. An old quarrel of 0.1 with its patron
// costs 3 × 0.1² = 0.03. Its government is half in favour and so is the patron, which leads: 2 × 0.5 = +1 each. Less a
// reluctance of 0.5 that makes 1.87, a chance of 0.87.
type Weights struct {
	Security    float64 `toml:"security" range:"[0,100]" unit:"logits for a danger wholly removed" prior:"15" why:"a danger cut from 0.3 to 0.2 moves the odds four- to fivefold; the panel has 2.5 to 5, of rivals whoever they are"`
	Interest    float64 `toml:"interest" range:"[0,100]" unit:"logits for a danger wholly removed from a partner as capable as the rival" prior:"30" why:"a partner's danger counts as the state's own, if it is as capable as the rival"`
	Autonomy    float64 `toml:"autonomy" range:"[0,20]" unit:"logits for a full promise by a state with a full tradition of non-alignment" prior:"2" why:"full neutrality costs about two logits"`
	Entrapment  float64 `toml:"entrapment" range:"[0,20]" unit:"logits for a full promise to one ally in certain danger that one does not share" prior:"0.5" why:"one hopeless ally costs about half a logit"`
	Trade       float64 `toml:"trade" range:"[0,300]" unit:"logits for trade worth the whole GDP lost" prior:"50" spread:"1" why:"trade of a tenth of GDP costs three quarters of a logit when half of crossings are punished and 0.7 is sold elsewhere; the panel has 77 to 190, and blocs in it"`
	Friction    float64 `toml:"friction" range:"[0,20]" unit:"logits for one signatory wholly at odds" prior:"4" why:"enemies at the table cost about four logits, a live dispute half of one"`
	Unlikeness  float64 `toml:"unlikeness" range:"[0,20]" unit:"logits for signatories wholly unlike" prior:"1.5" why:"opposites at the United Nations cost about as much as a live dispute"`
	Home        float64 `toml:"home" range:"[0,20]" unit:"logits for a government wholly in favour, or wholly against" prior:"6" spread:"0.4" why:"a government that rejects clauses in principle outweighs most dangers; tight, because it is coded by hand"`
	Sponsorship float64 `toml:"sponsorship" range:"[0,20]" unit:"logits for a leading power wholly in favour, or wholly against" prior:"2.5" why:"a leading power that has spoken for a clause moves the odds of the others about threefold"`
	Volatility  float64 `toml:"volatility" range:"[-10,10]" unit:"logits lost for a change of government a year to the other end of politics; may be negative" prior:"1.4" spread:"1.2" why:"the panel, restated above"`
	Audience    float64 `toml:"audience" range:"[0,20]" unit:"logits lost by a full democracy for the same" prior:"0.3" why:"small, after Fearon (1994)"`
	Provocation float64 `toml:"provocation" range:"[0,20]" unit:"logits for a full promise by a match for a rival that is calm and could do its worst" prior:"3" why:"a deep promise beside a great rival that could frighten with 0.5 more costs about one logit"`
	Leash       float64 `toml:"leash" range:"[0,20]" unit:"logits for a full promise to one of many whose all is contested" prior:"3" why:"a partner with a quiet dispute costs a third of a logit, one with troops facing its rival's one and a half"`
	Novelty     float64 `toml:"novelty" range:"[0,20]" unit:"logits for a clause that is bound already, all of it" prior:"2" why:"a clause that repeats a treaty is signed by one in eight of those who would be as willing as not"`
	Reluctance  float64 `toml:"reluctance" range:"[-5,20]" unit:"logits that reasons to sign must outweigh" prior:"2.5" why:"without reasons a state signs about once in twelve"`
	Disputes    float64 `toml:"disputes" range:"[0,50]" unit:"logits off a member's vote on a newcomer of whose all is contested" prior:"9" why:"a war that the member has not and feels half of costs a newcomer one and a half to three logits of a vote"`
}

// reasons lists the six of the default rule and the nine that it leaves out, in the order in which they are added.
func (p *Weights) reasons() []reason {
	return []reason{
		{Security, &p.Security, security},
		{Interest, &p.Interest, interest},
		{Autonomy, &p.Autonomy, autonomy},
		{Entrapment, &p.Entrapment, entrapment},
		{TradeLoss, &p.Trade, tradeLoss},
		{Friction, &p.Friction, friction},
		{Unlikeness, &p.Unlikeness, unlikeness},
		{Home, &p.Home, home},
		{Sponsorship, &p.Sponsorship, sponsorship},
		{Unsteadiness, &p.Volatility, unsteadiness},
		{Audience, &p.Audience, audience},
		{Provocation, &p.Provocation, provocation},
		{Leash, &p.Leash, leash},
		{Novelty, &p.Novelty, novelty},
		{Reluctance, &p.Reluctance, reluctance},
	}
}

// weigh is what the state on seat a makes of the clause by the world's rule, given whom it expects at the table. Each measure
// is handed its weight and multiplies by it where its equation has it: weight × depth × tradition, worked out from the left,
// is not weight × (depth × tradition) to the last bit, and the last bits of a run are kept from version to version.
func (r *Run) weigh(a int) Terms {
	var terms Terms
	for k := range r.rule {
		s := &r.rule[k]
		terms[s.term] = s.measure.of(r, a, *s.weight)
	}
	return terms
}

// utilityOf is the sum of the terms, in logits: to the last bit what Terms.Sum has, since the rule of a run is in the order of terms.
func (r *Run) utilityOf(a int) float64 {
	u := 0.0
	for k := range r.rule {
		s := &r.rule[k]
		u += s.measure.of(r, a, *s.weight)
	}
	return u
}
