package sim

// Weights are what the ten terms of the default rule count for, in logits. See Terms.
type Weights struct {
	Security   float64 `toml:"security" range:"[0,100]" unit:"logits for a danger wholly removed"`
	Interest   float64 `toml:"interest" range:"[0,100]" unit:"logits for a danger wholly removed from a partner as capable as the rival"`
	Autonomy   float64 `toml:"autonomy" range:"[0,20]" unit:"logits for a full promise by a state with a full tradition of non-alignment"`
	Entrapment float64 `toml:"entrapment" range:"[0,20]" unit:"logits for a full promise to one ally in certain danger that one does not share"`
	Trade      float64 `toml:"trade" range:"[0,100]" unit:"logits for trade worth the whole GDP lost"`
	Friction   float64 `toml:"friction" range:"[0,20]" unit:"logits for signatories wholly at odds"`
	Unlikeness float64 `toml:"unlikeness" range:"[0,20]" unit:"logits for signatories wholly unlike"`
	Home       float64 `toml:"home" range:"[0,20]" unit:"logits for a government wholly in favour"`
	Volatility float64 `toml:"volatility" range:"[-10,10]" unit:"logits lost per change of government a year; may be negative"`
	Audience   float64 `toml:"audience" range:"[0,20]" unit:"logits lost by a full democracy per change of government a year"`
	Reluctance float64 `toml:"reluctance" range:"[-5,20]" unit:"logits"`
	Noise      float64 `toml:"noise" range:"[0.05,10]" unit:"logits; 1 fixes the scale of the others"`
	Span       float64 `toml:"span" range:"[0.5,8]" unit:"distance of UN ideal points at which two states are wholly unlike"`
	Goodwill   float64 `toml:"goodwill" range:"[-5,10]" unit:"logits that a member starts from when it votes on an accession"`
}
