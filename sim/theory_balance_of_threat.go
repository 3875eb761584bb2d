package sim

// BalanceOfThreat is the rule of Walt (1985, "Alliance Formation and the Balance of World Power", International Security
// 9(4), 3-43; 1987, The Origins of Alliances, Cornell University Press): states ally against what threatens them, and
// threat is made of aggregate power, proximity, offensive means and intent. Trade, identity, quarrels among
// the threatened and what governments think do not count. Walt grants ideology and aid a minor part, and that the weak
// beside the strong may bandwagon; the rule leaves these out.
//
//	utility = security × [p_i(A without) - p_i(A with)] - reluctance
//
// p_i is the danger of the default rule, in which the four sources of threat stand (threat.go). Walt gives no formula. A
// tie already held lowers what the clause adds: that is the model's, and Walt would not object.
//
// By hand: a client feels a threat of 0.5 from a rival of strength 0.2 and has 0.05 of its own; its danger is 0.5 × 0.2 /
// 0.25 = 0.4. A clause that brings 0.15 more makes it 0.5 × 0.2 / 0.4 = 0.25. With 30 logits a danger and a reluctance of
// 2.5 the utility is 30 × 0.15 - 2.5 = 2.
type BalanceOfThreat struct {
	Security   float64 `toml:"security" range:"[0,300]" unit:"logits for a danger wholly removed" prior:"30" why:"as in the default rule of 0.2.0"`
	Reluctance float64 `toml:"reluctance" range:"[-5,20]" unit:"logits that reasons to sign must outweigh" prior:"2.5" why:"as in the default rule"`
}

func (p *BalanceOfThreat) reasons() []reason {
	return []reason{{Security, &p.Security, security}, {Reluctance, &p.Reluctance, reluctance}}
}
