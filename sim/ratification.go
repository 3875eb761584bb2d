package sim

// Ratification holds the constants of home approval.
type Ratification struct {
	Refusal float64 `toml:"refusal" range:"[0,1]" unit:"chance that a full democracy whose government is neutral refuses"`
}
