package words

import "entente/sim"

// Reasons names the terms of a decision in words.
var Reasons = [sim.NumTerms]string{
	sim.Security:     "security gained",
	sim.Interest:     "partners worth keeping",
	sim.Autonomy:     "freedom of action",
	sim.Entrapment:   "others' wars",
	sim.TradeLoss:    "trade at risk",
	sim.Friction:     "the worst quarrel at the table",
	sim.Unlikeness:   "how unlike the others are",
	sim.Home:         "the government's stance",
	sim.Unsteadiness: "unsteady governments",
	sim.Audience:     "price of a broken word",
	sim.Reluctance:   "habit of not signing",
	sim.Imbalance:    "how far the rival outweighs the region",
	sim.Control:      "say lost at a table of many",
	sim.Binding:      "others' power under rules",
	sim.Prospect:     "the gamble on allies' word",
	sim.Burden:       "what the others spend",
	sim.Stability:    "not being vulnerable any more",
	sim.Commerce:     "trade among the members",
	sim.Camp:         "whom one would stand with",
}

// Rungs names the rungs of the ladder of cooperation.
var Rungs = [...]string{"none", "exercises", "capacity building", "information sharing", "access", "consultation", "defence"}
