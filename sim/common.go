package sim

// Common holds the constants that serve every rule of decision, the article's and the rivals'.
type Common struct {
	Noise    float64 `toml:"noise" range:"[0.05,10]" unit:"logits; 1 fixes the scale of the others"`
	Span     float64 `toml:"span" range:"[0.5,8]" unit:"distance of UN ideal points at which two states are wholly unlike"`
	Goodwill float64 `toml:"goodwill" range:"[-5,10]" unit:"logits that a member starts from when it votes on an accession"`
	Quarrel  float64 `toml:"quarrel" range:"[1,4]" unit:"power of friction by which a quarrel weighs"`
}

// chance is the probability of signing at a given utility: the logit of a random-utility model (McFadden 1974).
//
//	P = 1 / (1 + exp(-utility / noise))
func (p Common) chance(utility float64) float64 { return logistic(utility / p.Noise) }

// likeness is how alike two states are at the United Nations, by their ideal points, where a scenario does not say.
//
//	affinity = 1 - |difference| / span, within 0 and 1
func (p Common) likeness(one, other float64) float64 {
	apart := one - other
	return clamp(1-max(apart, -apart)/p.Span, 0, 1)
}

// quarrel is how much a friction weighs. By the rubric 0.2 is an old quarrel with nothing at issue and 0.8 a war unsettled;
// as a square, which is ours, the second weighs sixteen times the first.
//
//	quarrel = friction ^ quarrel
func (p Common) quarrel(friction float64) float64 {
	if p.Quarrel == 2 { // to the last bit, and fast
		return friction * friction
	}
	return pow(friction, p.Quarrel)
}
