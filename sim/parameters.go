package sim

// Parameters are the constants of the theory. There is one set for every theatre and every century; it is kept in
// scenarios/parameters.toml, each value with its source. Each group lives with its equation, in the file of its idea.
type Parameters struct {
	Threat       Threat       `toml:"threat"`       // what makes a rival feared
	Trade        Trade        `toml:"trade"`        // what dependence on a rival costs
	Politics     Politics     `toml:"politics"`     // changes of government, and what they do
	Diplomacy    Diplomacy    `toml:"diplomacy"`    // cooperation below a clause
	Aid          Aid          `toml:"aid"`          // what an ally is worth
	Danger       Danger       `toml:"danger"`       // how the dangers from several rivals make one
	Decision     Weights      `toml:"decision"`     // what the terms of the default rule count for
	Common       Common       `toml:"common"`       // what serves every rule
	Ratification Ratification `toml:"ratification"` // approval at home
	Review       Review       `toml:"review"`       // second thoughts
	Response     Response     `toml:"response"`     // what a rival does about a signature
	Measured     TwinFigures  `toml:"measured"`     // what stands for figures that are coded by hand, where these are measured

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
	Landscape            Landscape            `toml:"landscape" theory:"Landscape" by:"Axelrod & Bennett 1993"`
}
