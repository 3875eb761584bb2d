package sim

// Trade holds the constants of dependence, after Hirschman (1945), National Power and the Structure of Foreign Trade.
type Trade struct {
	Diversion  float64 `toml:"diversion" range:"[0,1]" unit:"share of a lost flow that is sold elsewhere"`
	Cut        float64 `toml:"cut" range:"[0,1]" unit:"share of the flow that coercion stops"`
	Episode    float64 `toml:"episode" range:"[0.1,20]" unit:"years in which a coercion episode halves"`
	Adjustment float64 `toml:"adjustment" range:"[0,2]" unit:"share of a stopped flow that turns elsewhere for good, a year"`
}
