package sim

// Threat holds the constants of fear: Walt's four sources (1985, "Alliance Formation and the Balance of World Power",
// International Security 9(4)) and how events are noticed. A weight of 0 switches a source off.
type Threat struct {
	Power     float64 `toml:"power" range:"[0,1]" unit:"weight of aggregate power"`
	Proximity float64 `toml:"proximity" range:"[0,1]" unit:"weight of proximity"`
	Offence   float64 `toml:"offence" range:"[0,1]" unit:"weight of offensive means"`
	Intent    float64 `toml:"intent" range:"[0,1]" unit:"weight of intent: 0 fears every neighbour alike"`
	Fade      float64 `toml:"fade" range:"[200,20000]" unit:"km at which proximity falls to 1/e"`
	Chronic   float64 `toml:"chronic" range:"[0,1]" unit:"share of a standing contest that reads as hostile intent"`
	HalfLife  float64 `toml:"half_life" range:"[0.1,20]" unit:"years in which alarm halves"`
	Notice    float64 `toml:"notice" range:"[0,1]" unit:"size of a step that is just noticed"`
	Salami    float64 `toml:"salami" range:"[0,1]" unit:"share of an unnoticed step that is felt all the same"`
}
