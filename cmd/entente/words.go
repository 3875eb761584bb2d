package main

import (
	"fmt"

	"entente/sim"
)

// What the command says, apart from the code that places it.
const (
	wordsRoot     = "Who signs a collective-defence clause, when, and why not"
	wordsRootLong = `Entente simulates states that weigh threat, trade with the rival and politics at home, and decide
whether to sign a collective-defence clause. It asks why Europe got NATO in 1949, why there is no
Asian NATO, and what grows instead.

  entente list                                  the shipped scenarios
  entente run pacific-2025                      play one a thousand times
  entente ablate pacific-2025                   the same without each mechanism in turn
  entente explain pacific-2025 --state JPN      one decision laid open
  entente pivots pacific-2025 --at 2028Q1       who could carry it, and who has a veto`

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

	wordsExplain     = "Lay one decision open: terms, inputs, sources, and what would turn it"
	wordsExplainLong = `Replays one run up to one tick and shows what a state makes of the clause there: whom it expects to
sign, every term with the figures behind it and their sources, the chance and the draw it is compared
with, and for each figure the nearest value that would turn the decision if nothing else changed.`

	wordsPivots     = "Say which states could carry the clause, who has a veto and who anchors it"
	wordsPivotsLong = `Takes the world as each run finds it at one tick, just before anyone decides, and looks for the smallest sets
of states that would carry the clause: each of them would sign expecting just the others of the set, and
the set has all that the text needs (Schelling's k-groups). Says how often each is one, how many states it
takes, whether the clause rises by itself from nobody, who could not be done without, by the text or by its
weight, who holds it up where no set carries it, and how many others would leave without each state.

A state would sign if the median government would, which is when what speaks for it is at least what speaks
against it. --draw 0.2 asks of governments keener than four in five. Members are asked whether they would stay.
Every set is looked at, up to fourteen states beside those the text needs; a larger table says how far it got.`

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

// wordsCarry says below a table of sets what its words mean.
func wordsCarry(draw float64) string {
	government := "the median government would, that is, the chance is at least one half"
	if draw != medianDraw {
		government = fmt.Sprintf("a government with a draw of %v would, that is, the chance is at least that", draw)
	}
	return fmt.Sprintf(`A set carries the clause if each of its members would sign expecting just the others of the set, and it has what the
text needs. A state would sign if %s.
Least: no smaller set within it carries the clause. Largest: what is left when all start at the table and those who
would not stay leave, whatever the text needs. Leave without it, kept out: others of the largest set who would not stay
if the state did not come, and others who then would; means. By weight: no set would do without the state even if the
text did not need it. Holds it up: no set carries it, and one would if this state signed whatever it thinks of it.
Nearest: of the sets that have what the text needs, the one whose least willing member is most willing.
Intervals are exact (Clopper-Pearson) for shares, normal for means, and speak of luck only: not of doubt about the model.
`, government)
}

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
