package sim

// Politics holds the constants of home politics.
type Politics struct {
	BetweenElections float64 `toml:"between_elections" range:"[0,1]" unit:"share of a state's volatility that falls between its dated elections"`
	Suspension       float64 `toml:"suspension" range:"[0,1]" unit:"chance that a new government suspends a tie with a state it is wholly at odds with"`
	Restraint        float64 `toml:"restraint" range:"[0,1]" unit:"how far full democracy restrains a new government from breaking ties"`
	Resumption       float64 `toml:"resumption" range:"[0.1,20]" unit:"years in which half the suspended ties resume"`
}
