package sim

// Parameters are the constants of the theory. There is one set for every theatre and every century; it is kept in
// scenarios/parameters.toml, each value with its source. Each group lives with its equation, in the file of its idea.
type Parameters struct {
	Threat       Threat       `toml:"threat"`
	Trade        Trade        `toml:"trade"`
	Politics     Politics     `toml:"politics"`
	Diplomacy    Diplomacy    `toml:"diplomacy"`
	Aid          Aid          `toml:"aid"`
	Danger       Danger       `toml:"danger"`
	Decision     Weights      `toml:"decision"`
	Common       Common       `toml:"common"`
	Ratification Ratification `toml:"ratification"`
	Review       Review       `toml:"review"`
	Response     Response     `toml:"response"`
	Measured     TwinFigures  `toml:"measured"`

	// The rival theories. Each line is one: its name, its constants, and what to call it. The
	// rule, its equation and its source are in the file of that name, theory_*.go.
	BalanceOfThreat      BalanceOfThreat      `toml:"balance-of-threat" theory:"Balance of threat" by:"Walt 1985, 1987"`
	PowerBalance         PowerBalance         `toml:"power-balance" theory:"Balance of power" by:"capability only; after Waltz 1979"`
	PowerDisparity       PowerDisparity       `toml:"power-disparity" theory:"Power disparity" by:"Weber 1992"`
	InstitutionalBargain InstitutionalBargain `toml:"institutional-bargain" theory:"Institutional bargain" by:"Ikenberry 2003"`
	CollectiveIdentity   CollectiveIdentity   `toml:"collective-identity" theory:"Collective identity" by:"Hemmer & Katzenstein 2002"`
	ProspectTheory       ProspectTheory       `toml:"prospect-theory" theory:"Prospect theory" by:"He & Feng 2012"`
	BurdenSharing        BurdenSharing        `toml:"burden-sharing" theory:"Burden sharing" by:"Olson & Zeckhauser 1966"`
	AutonomySecurity     AutonomySecurity     `toml:"autonomy-security" theory:"Autonomy for security" by:"Altfeld 1984; Morrow 1991"`
	WarStability         WarStability         `toml:"war-stability" theory:"War stability" by:"Jackson & Nei 2015"`
	TwoCamps             TwoCamps             `toml:"landscape" theory:"Landscape" by:"Axelrod & Bennett 1993"`
}
