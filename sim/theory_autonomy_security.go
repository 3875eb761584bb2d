package sim

// AutonomySecurity is the rule of Altfeld (1984, "The Decision to Ally: A Theory and Test", Western Political Quarterly
// 37(4), 523-544) and Morrow (1991, "Alliances and Asymmetry: An Alternative to the Capability Aggregation Model of
// Alliances", American Journal of Political Science 35(4), 904-933): an alliance trades autonomy for security. In Altfeld
// it costs each ally autonomy (memory); Morrow adds that one partner may gain it, by bases and a say. So an asymmetric pact
// forms where a symmetric one would not: each side has what the other wants.
//
//	utility = security + autonomy × depth × Σ_j e_j (C_i - C_j)/(C_i + C_j) / Σ_j e_j - reluctance
//
// The sum is 1 for a state far stronger than all others at the table, 0 among equals, -1 for one far weaker. Security
// is that of the default rule. Morrow has a formal model, which we do not use: that the stronger gains and by how much,
// and that the weaker loses as many logits, is ours; what the stronger gives in security is left out.
//
// By hand: of two states with capabilities 0.3 and 0.1 the stronger gains 5 × 0.7 × 0.5 = 1.75 logits of autonomy at a
// depth of 0.7 and the weaker loses as many; among equals nothing changes hands.
type AutonomySecurity struct {
	Security   float64 `toml:"security" range:"[0,300]" unit:"logits for a danger wholly removed" prior:"30" why:"as in the default rule of 0.2.0"`
	Reluctance float64 `toml:"reluctance" range:"[-5,20]" unit:"logits that reasons to sign must outweigh" prior:"2.5" why:"as in the default rule"`
	Autonomy   float64 `toml:"autonomy" range:"[0,20]" unit:"logits for a full promise between one far stronger and one far weaker" prior:"5" why:"a patron's gain in say outweighs habit"`
}

func (p *AutonomySecurity) reasons() []reason {
	return []reason{
		{Security, &p.Security, security},
		{Autonomy, &p.Autonomy, exchangeOfSay},
		{Reluctance, &p.Reluctance, reluctance},
	}
}

// exchangeOfSay is the say that the state on seat a gains over the others, or gives them.
var exchangeOfSay = product(1, depth, factor{"how much stronger than the others", (*Run).asymmetry})

// asymmetry is how much stronger than the others expected at the table the state on seat a is, on average, in [-1, 1].
func (r *Run) asymmetry(a int) float64 {
	capability := r.w.capability[r.Tick]
	own := capability[r.talks.seats[a]]
	others := r.expected(a, func(int) float64 { return 1 })
	if others == 0 {
		return 0
	}
	return r.expected(a, func(j int) float64 {
		if both := own + capability[j]; both > 0 {
			return (own - capability[j]) / both
		}
		return 0
	}) / others
}
