package sim

// Review holds the constants of second thoughts.
type Review struct {
	Years   float64 `toml:"years" range:"[0.25,50]" unit:"years between two reconsiderations by the same government, on average"`
	Inertia float64 `toml:"inertia" range:"[0,20]" unit:"logits in favour of staying in what one has ratified"`
}
