package sim

// Common holds the constants that serve the article's rule and the rivals': noise below, span in likeness.go, goodwill in accession.go
// and, for a rule that has a term of quarrels, quarrel in quarrel.go.
type Common struct {
	Noise    float64 `toml:"noise" range:"[0.05,10]" unit:"logits; 1 fixes the scale of the others"`
	Span     float64 `toml:"span" range:"[0.5,8]" unit:"distance of UN ideal points at which two states are wholly unlike"`
	Goodwill float64 `toml:"goodwill" range:"[-5,10]" unit:"logits that a member starts from when it votes on an accession"`
	Quarrel  float64 `toml:"quarrel" range:"[1,4]" terms:"friction leash" unit:"power of friction by which a quarrel weighs"`
}

// chance is the probability of signing at a given utility: the logit of a random-utility model (McFadden 1974).
//
//	P = 1 / (1 + exp(-utility / noise))
func (p *Common) chance(utility float64) float64 { return logistic(utility / p.Noise) }
