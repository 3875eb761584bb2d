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
  entente ablate pacific-2025                   the same without each mechanism in turn
  entente explain pacific-2025 --state JPN      one decision laid open`

	wordsRun     = "Play a scenario many times and say who signs"
	wordsRunLong = `Plays a scenario many times and prints what the runs have in common: the chance that the clause is
in force, who signs and what speaks for and against it, and what grows instead.

The same scenario, seed and version give the same numbers, whatever the number of workers. If you
interrupt it, the runs finished so far are reported, and are the first ones of the full set.

With --as-of the runs know nothing that is dated later in the scenario: a forecast made on that day. What
is refused is counted on stderr and in the manifest. A figure known only from later on is a fault, which
says how to accept it with --set. Figures without a date pass.`

	wordsAblate     = "Take each mechanism out in turn and say what becomes of the clause"
	wordsAblateLong = `Plays a scenario as it is, then again without each mechanism of the theory in turn, with the same luck,
and prints how the chance that the clause is in force changes: what carries it, what holds it back, and
what makes no difference here. Runs are compared in pairs, so that they differ by the mechanism alone.

--runs counts the runs of each world. If you interrupt it, the mechanisms done so far are reported.`

	// What a table of mechanisms says below its rows.
	wordsPairs = "Each row plays the same runs with the same luck, so that a pair of runs differs by the mechanism alone. " +
		"Intervals of\nchanges are those of Agresti and Min (2005) for matched pairs, 95 % each for itself. They speak of luck " +
		"only and do not\ncover doubt about the model or its figures.\n"

	wordsLandscape     = "Two camps from strengths and propensities: which splits last (Axelrod and Bennett 1993)"
	wordsLandscapeLong = `Reads actors with their strengths and their propensities to work with each other, and finds every split
into two camps that lasts: one that no actor would leave on its own. Up to 26 actors each split is looked at;
beyond that random ones are followed down, and splits that few of them lead to may be missed.

The file is CSV, with a row and a column for each actor in the same order:

  # where the figures come from
  actor,strength,US,Rus,Syr
  US,10,0,-1,-1
  Rus,10,-1,0,1
  Syr,50,-1,1,0

A propensity is above 0 for two who would work together and below 0 for two who would not, and is the same in
both directions: only then does every move lead downhill.`

	// What the table of a landscape says below its rows.
	wordsEnergy = "Frustration: friends in the other camp and foes in one's own, each times its strength; below 0 it is ease. " +
		"Energy: the sum\nof frustrations, each times the strength of the frustrated, so that a pair counts twice. From any " +
		"split actors move one\nat a time, the one whose move lowers energy most first, until nobody would gain.\n"
	wordsSampled = "Not every split was looked at: others may last too, and one of them may be lower. Intervals are exact " +
		"(Clopper-Pearson)\nand speak of the luck of the starts only.\n"

	wordsStable     = "Does a network of alliances keep the peace (Jackson and Nei 2015)?"
	wordsStableLong = `Reads countries with their strengths and their alliances, and says whether the network is war-stable:
nobody can be beaten by a country and its allies (an ally of both defends only if it does not attack), no
new alliance would change that, and none would be dropped because it does not protect both of its ends.

The file is CSV, with a row and a column for each country in the same order; 1 is an alliance, 0 is none:

  actor,strength,A,B,C
  A,5,0,1,0
  B,3,1,0,1
  C,2,0,1,0

With --trade-gain alliances also carry trade. Attackers then weigh the trade they lose against their equal part of
the spoils, alliances are made and kept for their trade as well, and peace becomes possible:

  entente stable FILE.csv --gamma 1.5 --trade-gain 4,4,1 --link-cost 2 --spoils 6`

	// What the table of a network says below its rows.
	wordsPeace = "Attackers are a country and some of its allies. They win if their strength is above that of the attacked and its " +
		"allies\nwho do not attack, times gamma. Of the coalitions that win, the smallest is shown.\n"
	wordsNoPeace = "Without trade no network with an alliance in it is stable (the theorem of Jackson and Nei 2015).\n"

	wordsExplain     = "Lay one decision open: terms, inputs, sources, and what would turn it"
	wordsExplainLong = `Replays one run up to one tick and shows what a state makes of the clause there: whom it expects to
sign, every term with the figures behind it and their sources, the chance and the draw it is compared
with, and for each figure the nearest value that would turn the decision if nothing else changed.`

	wordsHindcast     = "Play episodes of history and score the model on them"
	wordsHindcastLong = `Plays the episodes of history that the model is held to, all with the one shipped parameter set, and
says for each what it foretold, what happened, and how simple rules would have done. Misses are shown
as plainly as hits. Without arguments it plays all: V1 V2 V3 V4 V6 V10.`

	wordsCalibrate     = "Find the one parameter set from history"
	wordsCalibrateLong = `Looks for the parameters that are least surprised by the training episodes (V1 V2 V4 V6): the best
point by CMA-ES, then the posterior by sequential Monte Carlo ABC. The search starts from the priors'
centres, or from the values that --set gives to calibrated parameters. Everything that was tried is kept in
trace.csv in the folder of --out; started again with the same flags after an interruption, it goes on
from there and ends with the same numbers as if it had never stopped.`

	wordsAsOf = "forecast as of this `day`: refuse all that is dated later in the scenario, but not what --set says"

	wordsTheory = "let states decide by a rival theory, as in power-disparity; entente theories compares them"

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
	sim.Friction:     "the worst quarrel at the table",
	sim.Unlikeness:   "how unlike the others are",
	sim.Home:         "the government's stance",
	sim.Unsteadiness: "unsteady governments",
	sim.Audience:     "price of a broken word",
	sim.Reluctance:   "habit of not signing",
}

// rungWords names the rungs of the ladder of cooperation.
var rungWords = [...]string{"none", "exercises", "capacity building", "information sharing", "access", "consultation", "defence"}
