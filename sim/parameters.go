package sim

// Parameters are the constants of the theory. There is one set for every theatre and every century; it is kept in
// scenarios/parameters.toml, each value with its source. Each group lives with its equation, in the file of its idea.
type Parameters struct {
	Threat       Threat       `toml:"threat"`
	Trade        Trade        `toml:"trade"`
	Politics     Politics     `toml:"politics"`
	Diplomacy    Diplomacy    `toml:"diplomacy"`
	Aid          Aid          `toml:"aid"`
	Decision     Weights      `toml:"decision"`
	Ratification Ratification `toml:"ratification"`
	Review       Review       `toml:"review"`
	Response     Response     `toml:"response"`
}
