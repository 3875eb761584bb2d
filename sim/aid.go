package sim

// Aid holds the constants of what an ally is worth.
type Aid struct {
	Home        float64 `toml:"home" range:"[100,20000]" unit:"km at which the means of a state without projection fall to 1/e"`
	Global      float64 `toml:"global" range:"[100,40000]" unit:"km, the same for a state that projects over the world"`
	Reliability float64 `toml:"reliability" range:"[0,1]" unit:"share of promises honoured when invoked"`
	Doubt       float64 `toml:"doubt" range:"[0,5]" unit:"loss of reliability per unit of the partner's volatility (log)"`
}
