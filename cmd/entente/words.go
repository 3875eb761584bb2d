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
  entente flip pacific-2025                     the smallest changes that would turn the answer
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

	wordsFlip     = "Find the smallest change in each lever that would turn the answer"
	wordsFlipLong = `Asks how far each lever must move to take the chance that the clause is in force at the end across a
target, from whichever side the scenario as it is lies on: threat, trade with the rival, volatility, prior
ties and friction of all states, the depth of the clause, the commitment of its strongest founder, and who
is invited. Then it looks for the cheapest pair of levers. With --state the chance is that this state ever
signs, and the levers are its own.

Each lever is searched in both directions within its range, first in steps, then by halving; all worlds are
played with the same luck. --runs counts the runs of each world: with more of them a flip is known more
closely, and takes longer to find. Every flip is printed with the command that plays it again. If you
interrupt it, the levers searched so far are reported.`

	// How flips are compared, below their table.
	wordsCost = "Cost is the change as a share of the larger of the two figures, before and after: to halve a figure and to double it\n" +
		"cost 0.5 each, to take it away costs 1. It depends on no range, and says nothing of what a change would cost in the\n" +
		"world. The cost of a pair is the root of the sum of squares. Flips are those of these runs: with other luck or more\n" +
		"runs they move, within the interval of the chance. Intervals are exact (Clopper-Pearson) for chances, those of Agresti\n" +
		"and Min (2005) for matched pairs for changes. They speak of luck only, and not of doubt about the model or its figures.\n"

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
