package main

import "entente/sim"

// What the command says, apart from the code that places it.
const (
	wordsRoot     = "Who signs a collective-defence clause, when, and why not"
	wordsRootLong = `Entente simulates states that weigh threat, trade with the rival and politics at home, and decide
whether to sign a collective-defence clause. It asks why Europe got NATO in 1949, why there is no
Asian NATO, and what grows instead.

  entente list                                  the shipped scenarios
  entente run pacific-2025                      play one a thousand times
  entente explain pacific-2025 --state JPN      one decision laid open`

	wordsRun     = "Play a scenario many times and say who signs"
	wordsRunLong = `Plays a scenario many times and prints what the runs have in common: the chance that the clause is
in force, who signs and what speaks for and against it, and what grows instead.

The same scenario, seed and version give the same numbers, whatever the number of workers. If you
interrupt it, the runs finished so far are reported, and are the first ones of the full set.`

	wordsExplain     = "Lay one decision open: terms, inputs, sources, and what would turn it"
	wordsExplainLong = `Replays one run up to one tick and shows what a state makes of the clause there: whom it expects to
sign, every term with the figures behind it and their sources, the chance and the draw it is compared
with, and for each figure the nearest value that would turn the decision if nothing else changed.`

	wordsValidate = "Check a scenario and show every fault in it"
	wordsList     = "List the shipped scenarios"
)

// reasons names the terms of a decision in words.
var reasons = [sim.NumTerms]string{
	sim.Security:     "security gained",
	sim.Interest:     "partners worth keeping",
	sim.Autonomy:     "freedom of action",
	sim.Entrapment:   "others' wars",
	sim.TradeLoss:    "trade at risk",
	sim.Discord:      "quarrels and unlikeness",
	sim.Home:         "the government's stance",
	sim.Unsteadiness: "unsteady governments",
	sim.Audience:     "price of a broken word",
	sim.Reluctance:   "habit of not signing",
}

// rungWords names the rungs of the ladder of cooperation.
var rungWords = [...]string{"none", "exercises", "capacity building", "information sharing", "access", "consultation", "defence"}
