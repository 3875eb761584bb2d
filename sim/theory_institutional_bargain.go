package sim

// InstitutionalBargain is the rule of Ikenberry (2003, "State Power and the Institutional Bargain", in Foot, MacFarlane &
// Mastanduno (eds), US Hegemony and International Organizations, Oxford University Press, 49-70; 2001, After Victory,
// Princeton University Press): an institution binds all its members, and each buys with its own restraint that the
// others' power is used by rules. A leading state asks how much lock-in of its partners is worth how much of its own
// autonomy (2003); all believe the bargain the more, the more open the others' politics are (2001). That it is worth more
// among stronger partners, and so in Europe rather than in Asia, is our reading of 2003 and of the article: After Victory
// says that the greater the disparity, the more a leading state has to lock in.
//
//	utility = security + binding × depth × Σ_j share_j × polyarchy_j - restraint × depth - reluctance
//	share_j = e_j C_j / (C_i + Σ_k e_k C_k)       j's part of the capabilities expected at the table
//
// For a weak partner the sum is mostly the patron's power, which it wants bound; for the patron it is what its partners
// count for together. Security is that of the default rule. Ikenberry gives no formula.
//
// By hand: at a depth of 0.7, with 10 logits of binding and 2 of restraint, a patron whose partners are democracies of
// polyarchy 0.8 with 0.375 of the table's capabilities gains 10 × 0.7 × 0.3 - 2 × 0.7 = 0.7 logits; with 0.176 and 0.4 it
// loses 0.9.
type InstitutionalBargain struct {
	Security   float64 `toml:"security" range:"[0,300]" unit:"logits for a danger wholly removed" prior:"30" why:"as in the default rule of 0.2.0"`
	Reluctance float64 `toml:"reluctance" range:"[-5,20]" unit:"logits that reasons to sign must outweigh" prior:"2.5" why:"as in the default rule"`
	Binding    float64 `toml:"binding" range:"[0,50]" unit:"logits for all power at the table brought under full rules, by full democracies" prior:"10" why:"a third of the table's power repays a full promise"`
	Restraint  float64 `toml:"restraint" range:"[0,20]" unit:"logits for a full promise" prior:"2" why:"as much as full non-alignment costs"`
}

func (p *InstitutionalBargain) reasons() []reason {
	return []reason{
		{Security, &p.Security, security},
		{Autonomy, &p.Restraint, restraint},
		{Reluctance, &p.Reluctance, reluctance},
		{Binding, &p.Binding, lockIn},
	}
}

// restraint is what a state gives up by binding itself: more, the deeper the promise.
var restraint = product(-1, depth)

// lockIn is the power of others that the clause would bring under rules.
var lockIn = product(1, depth, factor{"others' power under rules", (*Run).underRules})

// underRules is the share of the table's capabilities that is in others' hands, each counted by how open its politics are.
func (r *Run) underRules(a int) float64 {
	capability, polyarchy := r.w.capability[r.Tick], r.w.polyarchy[r.Tick]
	all := capability[r.talks.seats[a]] + r.expected(a, func(j int) float64 { return capability[j] })
	if all == 0 {
		return 0
	}
	return r.expected(a, func(j int) float64 { return capability[j] * polyarchy[j] }) / all
}
