package main

// What the command says, apart from the code that places it.
const (
	wordsRoot     = "Who signs a collective-defence clause, when, and why not"
	wordsRootLong = `Entente simulates states that weigh threat, trade with the rival and politics at home, and decide
whether to sign a collective-defence clause. It asks why Europe got NATO in 1949, why there is no
Asian NATO, and what grows instead.

  entente list                                  the shipped scenarios
  entente run pacific-2025                      play one a thousand times
  entente ablate pacific-2025                   the same without each mechanism in turn
  entente why pacific-2025                      what carries the gap to a clause that forms
  entente compare pacific-2025 asia-1991        two worlds with the same luck
  entente flip pacific-2025                     the smallest changes that would turn the answer
  entente explain pacific-2025 --state JPN      one decision laid open
  entente pivots pacific-2025 --at 2028Q1       who could carry it, and who has a veto

For a scenario write a shipped name, the path of a file of your own, or - for standard input. A command
ends with 0 if all is well, 2 if it was called wrongly, 3 if a scenario is faulty, 4 if a run failed or a
result could not be written, 70 for a fault of our own (please report it), 130 if you interrupted it,
141 if who read its answer left before the end.`

	wordsRun     = "Play a scenario many times and say who signs"
	wordsRunLong = `Plays a scenario many times and prints what the runs have in common: the chance that the clause is
in force, who signs and what speaks for and against it, and what grows instead.

The same scenario, seed and version give the same numbers, whatever the number of workers. If you
interrupt it, the runs finished so far are reported, and are the first ones of the full set.

With --as-of the runs know nothing that is dated later in the scenario: a forecast made on that day. What
is refused is counted on stderr and in the manifest. A figure known only from later on is carried
back, which is told on stderr. Figures without a date pass.`

	wordsAblate     = "Take each mechanism out in turn and say what becomes of the clause"
	wordsAblateLong = `Plays a scenario as it is and again without each mechanism of the theory in turn, with the same luck,
and prints how the chance that the clause is in force changes: what carries it, what holds it back, and
what makes no difference here. Runs are compared in pairs, so that they differ by the mechanism alone.

--runs counts the runs of each world. If you interrupt it, the runs that were played in every world are reported.`

	wordsWhy     = "How much of the gap to a clause that forms does each mechanism carry?"
	wordsWhyLong = `Plays a scenario as it is and without more and more of the mechanisms of the theory, in orders drawn at random, with the
same luck, and divides what removing all of them changes among them by their Shapley values, which add up. So it says
why the clause does not form, or where it does, what carries it. Up to four mechanisms are divided exactly.

Where --theory has a rival theory decide, a reason is removed from its rule if it has that reason.

It stops once each part is known to within --precision points, or after --runs. If you interrupt it, the runs that were
played to their end are reported. --mechanisms divides the gap among a few: their gap is another one, and it is answered
sooner.`

	wordsLibrary     = "The library of what-ifs: what was expected, and what came out"
	wordsLibraryLong = `Plays each scenario that says what it expects against its base, with the same luck, and prints what
was expected, what came out, and whether the expectation held. Misses are shown as plainly as hits. Without
arguments these are the shipped what-ifs; scenarios/README.md is what --markdown prints.

A what-if of your own has a base, an expectation in a sentence or two, and in expects the same in a word: higher,
lower or same. Write it before you run it.`

	wordsCompare     = "Play several worlds with the same luck and say what differs"
	wordsCompareLong = `Plays several worlds with the same luck, run by run, and prints how the chance that the headline clause is
in force, its members and the chance that each state signs differ from the first world. Worlds are

  several scenarios, the first of which the others are compared with; --set and --theory apply to all:
    entente compare pacific-2025 my-pact.toml
  or one scenario as it is, and once again for each --set or --theory:
    entente compare pacific-2025 --set states.JPN.stance=0.9 --set states.USA.commitment=0.5
    entente compare pacific-2025 --set 'states.JPN.stance=0.9 && states.USA.commitment=0.5'

Figures joined by " && " are set together in one world. States are matched by id. Each world is taken at its
own end and by its own headline clause. --runs counts the runs of each world.`

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

	wordsTheories     = "Play a scenario by each rival theory: who signs by whose account"
	wordsTheoriesLong = `Plays each scenario by every theory of why states sign, with the same luck, and prints who signs by whose
account. On a scenario of the past it adds how well each account does; give several, as in

  entente theories europe-1947 asia-1950 asia-1991

to see which theory explains which region, and which explains both. The theories are told in
go doc entente/sim, one page each; --runs counts the runs of each.`

	wordsFlip     = "Find the smallest change in each lever that would turn the answer"
	wordsFlipLong = `Asks how far each lever must move to take the chance that the clause is in force at the end across a
target, from whichever side the scenario as it is lies on: threat, trade with the rival, volatility, prior
ties and friction of all states, the depth of the clause, the commitment of its strongest founder, and who
is invited. Then it looks for the cheapest pair of levers. With --state the chance is that this state ever
signs, and the levers are its own.

Each lever is searched in both directions within its range, first in steps, then by halving; all worlds are
played with the same luck. While the interval of the chance as it is holds the target, nobody can say on
which side it lies, and the command says how many --runs would tell. --runs counts the runs of each world:
with more of them a flip is known more closely, and takes longer to find. Every flip is printed with the
values between which it surely lies, and with the command that plays it again. If you interrupt it, the
levers searched so far are reported.`

	wordsExplain     = "Lay one decision open: what a state does, why, and what would turn it"
	wordsExplainLong = `Replays one run up to one tick and says what a state makes of the clause there, and why: each term with
its formula and its numbers, their sum, the chance that follows and this government's draw, which it is
compared with. Then the three nearest plausible changes that would turn the decision if nothing else
changed, and whom the state expects at the table. A change is plausible if some state has had such a value
in this scenario or in the shipped ones; who has one like it stands beside.

--inputs also takes the formulas apart and lists every figure behind the decision: where it comes from, the terms
that it moves, and the nearest value that would turn the decision. --json has it all.`

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
as plainly as hits. Without arguments it plays all: V1 V2 V3 V4 V6 V10. Any scenario that holds a truth can be
named too, by its path: it is scored on who signed, who was a member, who never, and what came into force,
with a verdict if it gives targets.`

	wordsCalibrate     = "Find the one parameter set from history"
	wordsCalibrateLong = `Looks for the parameters that are least surprised by the training episodes (V1 V2 V4 V6): the best
point by CMA-ES, then the posterior by sequential Monte Carlo ABC. The search starts from the priors'
centres, or from the values that --set gives to calibrated parameters. Everything that was tried is kept in
trace.csv in the folder of --out; started again with the same flags after an interruption, it goes on
from there and ends with the same numbers as if it had never stopped.`

	wordsAsOf = "forecast as of this `day`: refuse all that is dated later in the scenario, but not what --set says"

	wordsTournament     = "Which rule foretells what it was not fitted to?"
	wordsTournamentLong = `Fits each rule to all episodes of history but some, and scores it on those: the episodes of one scenario and of what
is built on it, then those of one leading power. Enter the article's rule, the same without each of its terms and drivers, and
each rival theory, alone and on a common base of danger, trade, stance and reluctance; on figures as they are coded, and on
their measured twins. A theory of your own enters by its line in sim/parameters.go.

Beside them stand rules that have no weights. More weights fit what they are shown, always; here that helps only as far as it
holds elsewhere. Each fit tries --trials points by CMA-ES, all with the same luck, and leaves hopeless ones early.

With --out it goes on where it stopped. Large ones can be made in parts, on several machines, and then be told together:
  entente tournament --out a --shard 1/2
  entente tournament --out b --shard 2/2
  entente tournament --out c --join a,b`

	wordsInputs = "`kind` of figures: coded, as they stand, or measured: stances from UN votes, and nothing coded by hand but geography and dates"

	wordsTheory = "let states decide by a rival theory, as in power-disparity; entente theories compares them"

	wordsShort = "tell it in one table"

	wordsValidate = "Check a scenario and show every fault in it"
	wordsList     = "List the shipped scenarios"
)
