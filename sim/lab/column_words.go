package lab

import (
	"entente/sim"
)

// columnWord is what a column means in some tables, or in all whose columns of that name nothing else is said of.
type columnWord struct {
	of string // names of tables
	Column
}

// In what unit columns are.
const (
	ofShare   = "0 to 1"
	ofYesNo   = "1 yes, 0 no"
	ofChange  = "from -1 to 1"
	ofRuns    = "runs"
	ofLogits  = "logits"
	ofNats    = "nats"
	ofMembers = "0 to 1; of members, states"
	ofEither  = "from -1 to 1; of members, states"
)

// columnWords are the words of all tables.
func columnWords() []columnWord {
	var l wordList
	for _, about := range []func(*wordList){
		(*wordList).aboutRows,
		(*wordList).aboutRuns,
		(*wordList).aboutFates,
		(*wordList).aboutMeasures,
		(*wordList).aboutPaths,
		(*wordList).aboutTies,
		(*wordList).aboutChanges,
		(*wordList).aboutDoubt,
		(*wordList).aboutFigures,
		(*wordList).aboutLists,
		(*wordList).aboutHistory,
		(*wordList).aboutPivots,
		(*wordList).aboutPoints,
		(*wordList).aboutJobs,
		(*wordList).aboutGames,
		(*wordList).aboutNetworks,
	} {
		about(&l)
	}
	return l
}

type wordList []columnWord

func (l *wordList) say(of, name, meaning, unit string) {
	*l = append(*l, columnWord{of, Column{Name: name, Meaning: meaning, Unit: unit}})
}

// ends are the ends of an interval.
func (l *wordList) ends(of, low, high, what, unit string) {
	l.say(of, low, "lower end of the 95 % interval of "+what, unit)
	l.say(of, high, "upper end of the 95 % interval of "+what, unit)
}

// spelt is a column with its interval beside it.
func (l *wordList) spelt(of, name, what, unit string) {
	l.say(of, name, what, unit)
	l.ends(of, name+"_low95", name+"_high95", name, unit)
}

// aboutRows: whom and what a row is about.
func (l *wordList) aboutRows() {
	l.say("", "state", "its id in the scenario; empty in a row that is of no single state", "")
	l.say("fates.csv", "state", "its id in the scenario; in the record of episodes its name", "")
	l.say("", "name", "of the state, for people", "")
	l.say("figures.csv", "name", "of the figure, for people, if it is one state's", "")
	l.say("doubt.csv", "name", "which of its kind: a coder, a start or a rule", "")
	l.say("", "role", "what the state is to the headline clause: founder, open to, bystander, rival or absent", "")
	l.say("", "scenario", "its name", "")
	l.say("", "world", "the world, as it was asked for", "")
	l.say("", "clause", "id of the clause", "")
	l.say("scenarios.csv", "clause", "id of the clause that is asked about", "")
	l.say("", "tick", "label of the tick, such as 2027Q1", "")
	l.say("", "date", "from which the number holds", "")
	l.say("paths.csv in_force.csv", "date", "first moment of the tick", "year, decimal")
	l.say("", "year", "its label", "")
	l.say("", "from", "label of the first tick", "")
	l.say("", "to", "label of the last tick", "")
	l.say("reliability.csv", "from", "the least chance that the bin holds", ofShare)
	l.say("reliability.csv", "to", "the chance up to which it goes", ofShare)
	l.say("", "title", "in words", "")
	l.say("", "required", "the clause cannot do without the state", ofYesNo)
	l.say("", "source", "where the number is from, as the scenario or the theory says", "")
	l.say("doubt.csv", "source", "of the doubt: luck, constants, coding, coder, start or form", "")
}

// aboutRuns: runs.
func (l *wordList) aboutRuns() {
	l.say("", "run", "number of the run, from 0: with the seed its luck; runs of the same number have the same luck in all worlds", "")
	l.say("points.csv", "run", "number of its first run, from 0; points with the same one were played with the same luck", "")
	l.say("", "runs", "that came to an end, of which the row is told", ofRuns)
	l.say("runs_needed.csv", "runs", "that make the interval so narrow", ofRuns)
	l.say("convergence.csv", "runs", "the first so many, those that failed included", ofRuns)
	l.say("", "failed", "the run broke a promise of the model, and has no outcome; of a point, how many did", ofYesNo+"; of a point, runs")
	l.say("", "draw", "set of the posterior whose constants the run plays, from 0; empty if it plays those of the scenario", "")
	l.say("", "coding", "which of the recodings of all that was coded by hand the run plays, from 0; empty if that of the scenario", "")
	l.say("", "seed", "of all luck", "")
	l.say("", "message", "the promise that the run broke", "")
	l.say("", "replay", "the command that plays it again", "")
	l.say("", "first_in_force", "tick at which the headline clause first entered into force; empty if it never did", "")
	l.say("", "in_force_at_end", "the headline clause binds its members at the end", ofYesNo)
	l.say("", "most_signatories", "most states that had signed the headline clause at any one tick", "states")
	l.say("", "members_at_end", "states that the headline clause binds at the end", "states")
	l.say("", "ties_at_end", "pairs of states with a tie of any kind at the end", "pairs of states")
	l.say("", "access_or_more_at_end", "pairs of states whose tie is access, consultation or defence at the end", "pairs of states")
	l.say("", "minilaterals_at_end", "arrangements of three or more that are at work at the end", "arrangements")
	l.say("", "trade_lost_usd_bn", "trade that was lost over the run, of all states or of the one", "US$ bn")
}

// aboutFates: fates of states, of a run and in history.
func (l *wordList) aboutFates() {
	l.say("", "signed", "tick at which the state signed the headline clause; empty if it never did", "")
	l.say("", "ratified", "tick at which it ratified; empty if it never did", "")
	l.say("", "member_at_end", "the headline clause binds it at the end", ofYesNo)
	l.say("", "decisions", "ticks in which it weighed the headline clause", "ticks")
	l.say("", "utility", "of signing, the sum of the terms: mean over its decisions; empty if it never decided", ofLogits)
	for k := range sim.NumTerms {
		l.say("fates.csv", k.String(), "what this term of the decision adds to the utility: mean over its decisions", ofLogits)
	}
	l.say("", "what", "what happened: signed, acceded, refused or left", "")
	l.say("", "day", "on which it happened", "date")
}

// aboutMeasures: shares, means and intervals, of whatever the row measures.
func (l *wordList) aboutMeasures() {
	l.say("", "measure", "in_force: the clause at the end; members: how many at the end; signed: whether the state ever signs", "")
	l.say("sensitivity.csv", "measure", "first, total: Sobol's indices; mu, mu_star, sigma: mean, mean size and standard deviation of the effects of Morris", "")
	l.say("", "mean", "share of runs, or mean number of members, over the runs", ofMembers)
	l.ends("", "low95", "high95", "mean, by luck; empty of the mean number of members", ofMembers)
	for _, of := range []struct{ table, column, unit string }{
		{"in_force.csv", "share", ofShare}, {"convergence.csv", "in_force", ofShare}, {"surface.csv claims.csv", "chance", ofShare},
		{"ablation.csv", "change", ofEither}, {"why.csv", "carries", ofChange}, {"minima.csv", "basin", ofShare}, {"effects.csv", "mean", "that of the output"},
		{"sensitivity.csv", "value", "that of value"}, {"reliability.csv", "came_true", ofShare},
		{"doubt-constants.csv doubt-figures.csv", "share", ofShare},
	} {
		l.ends(of.table, "low95", "high95", of.column, of.unit)
	}
	l.say("doubt.csv", "low95", "from where the chance reaches by this source: lower end of a 95 % interval", ofShare)
	l.say("doubt.csv", "high95", "to where it reaches: upper end", ofShare)
	for _, of := range []struct{ table, prefix, column, unit string }{
		{"", "", "mean", ofMembers}, {"in_force.csv", "", "share", ofShare}, {"claims.csv", "", "chance", ofShare}, {"ablation.csv", "", "change", ofEither},
		{"why.csv", "", "carries", ofChange}, {"", "chance_", "chance", ofShare}, {"", "change_", "change", ofEither},
	} {
		for _, by := range []struct{ prefix, why string }{{"constants_", "constants vary over what history leaves open"}, {"coding_", "what was coded by hand is recoded"}} {
			l.say(of.table, of.prefix+by.prefix+"low95", "2.5 % quantile of "+of.column+" as "+by.why+"; empty if that is not told", of.unit)
			l.say(of.table, of.prefix+by.prefix+"high95", "97.5 % quantile of "+of.column+" as "+by.why+"; empty if that is not told", of.unit)
		}
	}
	l.say("", "pairs", "runs that came to an end in both worlds", ofRuns)
	l.say("", "change", "against the first world: this one less that, run by run", ofEither)
	l.say("doubt.csv", "change", "of the chance against the scenario as coded, run by run", ofChange)
	l.ends("", "change_low95", "change_high95", "change, by luck", ofEither)
	l.ends("doubt.csv", "change_low95", "change_high95", "change, by luck", ofChange)
	l.say("", "chance", "that the clause is in force at the end", ofShare)
	l.say("flip.csv", "chance", "in the world tried: that the clause is in force at the end, or that the state asked about signs", ofShare)
	l.say("decisions.csv", "chance", "of yes by the rule", ofShare)
	l.say("seats.csv", "chance", "that the state is ready to sign, at its first decision", ofShare)
	l.say("claims.csv", "chance", "share of runs in which the claim came true", ofShare)
	l.ends("", "chance_low95", "chance_high95", "chance, by luck", ofShare)
	l.say("", "in_force", "runs in which the clause is in force at the tick", ofRuns)
	l.say("convergence.csv", "in_force", "share of the runs that ended with the clause in force", ofShare)
	l.say("", "share", "share of runs in which the clause is in force at the tick", ofShare)
}

// aboutPaths: paths and drivers, over runs.
func (l *wordList) aboutPaths() {
	l.say("paths.csv", "variable", "threat: felt from the worst rival; alarm: left by shocks and rivals' moves; dependence: share of trade with the "+
		"clause's first rival; cooperation: mean depth of ties with the others; chance: of signing when it decides; ground: what rivals "+
		"have gained at its expense", "0 to 1")
	l.say("drivers.csv", "variable", "threat and its sources (power, proximity, offence, intent), trade_at_risk, changes_of_government, spread between "+
		"parties, policy_volatility; willing: chance of being ready to sign; X_adds_logits and X_adds_chance: what would be missing "+
		"of utility and of that chance without X", "0 to 1; changes_of_government a year; utility and X_adds_logits in logits")
	l.say("paths.csv", "mean", "over the runs", ofShare)
	l.say("drivers.csv", "mean", "over the runs, each by its mean over the year", "that of the variable")
	for _, q := range []struct{ name, what string }{{"q05", "5 %"}, {"q25", "25 %"}, {"q50", "median: 50 %"}, {"q75", "75 %"}, {"q95", "95 %"}} {
		l.say("", q.name, q.what+" quantile over the runs; empty of variables that are told by their mean alone", "that of mean")
	}
}

// aboutTies: ties.
func (l *wordList) aboutTies() {
	l.say("web.csv", "a", "id of one state of the pair", "")
	l.say("web.csv", "b", "id of the other", "")
	l.say("", "rung_start", "rung of the pair's tie at the start: 0 none, 1 exercises, 2 capacity building, 3 information sharing, 4 access, "+
		"5 consultation, 6 defence", "0 to 6")
	l.say("", "mean_rung_end", "rung at the end, mean over the runs", "0 to 6")
	l.say("", "depth_start", "depth of the tie at the start, in the deeper direction", ofShare)
	l.say("", "mean_depth_end", "depth at the end, mean over the runs", ofShare)
	for _, rung := range sim.Rungs() {
		of := string(rung)
		if of == "" {
			of = "none"
		}
		l.say("", "share_"+of, "share of runs in which the pair ends on the rung "+of, ofShare)
	}
}

// aboutChanges: worlds with something changed.
func (l *wordList) aboutChanges() {
	l.say("", "without", "id of the mechanism that is taken out", "")
	l.say("", "with_mean", "share of runs, or mean number of members, in the world as it is", ofMembers)
	l.say("", "without_mean", "the same without the mechanism", ofMembers)
	l.say("ablation.csv", "change", "the world without the mechanism less the world as it is, run by run", ofEither)
	l.say("", "mechanism", "its id", "")
	l.say("", "carries", "the part of the gap that the mechanism carries, its Shapley value: above 0 it holds the clause back, below 0 it helps it on", ofChange)
	l.say("", "inert", "there is nothing of it to take out", ofYesNo)
	l.say("", "search", "id of the lever that was moved; invited: one state left out or made a founder; pair: two levers at once", "")
	l.say("", "left_out", "id of the founder who is not asked", "")
	l.say("", "made_founder", "id of the state that is made one", "")
	l.say("", "lever_1", "id of the lever", "")
	l.say("", "value_1", "that the lever is held at", "that of the lever")
	l.say("", "lever_2", "id of the second lever, if two are moved", "")
	l.say("", "value_2", "that the second lever is held at", "that of the lever")
	l.say("", "cost", "size of the change: root of the summed squares of |value - now| / max(value, now) of each lever; 0 leaves all as it is", "")
	l.spelt("flip.csv", "change", "of the chance against the scenario as it is, run by run", ofChange)
	l.say("", "crosses", "the chance lies on the other side of the target", ofYesNo)
	l.say("", "flip", "it is what its search found: the smallest change that crosses", ofYesNo)
}

// aboutDoubt: doubt.
func (l *wordList) aboutDoubt() {
	l.say("doubt.csv", "variance", "share of the variance of one run that this source makes; empty of sources that have none", ofShare)
	l.say("", "held_out_brier", "of another rule: its mean squared error on episodes of history that its constants had not seen, 0 best", ofShare)
	l.say("", "constant", "its path, as after --set", "")
	l.say("doubt-constants.csv", "mean", "of the constant over the draws", "that of the constant")
	l.say("doubt-constants.csv", "q05", "5 % quantile of the constant over the draws", "that of the constant")
	l.say("doubt-constants.csv", "q95", "95 % quantile of the constant over the draws", "that of the constant")
	l.say("doubt-constants.csv doubt-figures.csv", "share", "of what all constants, or all codings, do to the chance: what would be gone if this one were known", ofShare)
	l.say("", "slope", "by how much the chance rises for one standard deviation of the constant or figure", ofChange)
	l.say("", "errors", "how many standard errors the slope is from 0", "")
	l.say("", "figure", "its path, as after --set", "")
	for _, way := range []struct{ name, next string }{{"down", "below"}, {"up", "above"}} {
		l.say("", "rung_"+way.name, "value of the figure on the next rung "+way.next+" of the rubric; empty if there is none, or it was not played", "that of the figure")
		l.say("", way.name+"_change", "what that does to the chance, run by run", ofChange)
		l.ends("", way.name+"_low95", way.name+"_high95", way.name+"_change", ofChange)
	}
}

// aboutFigures: figures and constants.
func (l *wordList) aboutFigures() {
	l.say("", "path", "as after --set", "")
	l.say("", "value", "of the figure or the constant", "that of the figure or constant")
	l.say("figures.csv", "value", "at the start, if it moves over time; what holds if it is not given; empty if nothing does", "in unit")
	l.say("inputs.csv", "value", "as it is: at the tick of the decision, or as a file has it", "that of the figure")
	l.say("doubt-figures.csv", "value", "on the day on which talks open", "that of the figure")
	l.say("sensitivity.csv", "value", "of the measure", "first and total: share of the output's variance; else that of the output")
	l.say("", "unit", "of the value, in words", "")
	for _, of := range []struct{ table, what string }{{"figures.csv", "of the values that it may have"}, {"inputs.csv", "of the values that were tried"},
		{"effects.csv", "of the values in this part of the factor's range"}, {"box.csv", "of the factor's values inside"}} {
		l.say(of.table, "low", "the least "+of.what, "that of the figure")
		l.say(of.table, "high", "the greatest "+of.what, "that of the figure")
	}
	l.say("", "may_be_dated", "it may move over time", ofYesNo)
	l.say("", "rubric", "no data set has it: it is coded by hand, by the rubric", ofYesNo)
	l.say("figures.csv", "theory", "whose constant it is, if a rival theory's", "")
	l.say("", "drawn_low", "5 % quantile over the sets of constants that runs play in turn", "that of the constant")
	l.say("", "drawn_high", "95 % quantile over these sets", "that of the constant")
	l.say("", "rests_on", "source, judgement, memory, computed, remark, none or set: what the figure rests on", "")
	l.say("", "times", "what levers multiply it by, at the decision; 1 if none does", "")
	l.say("", "flips", "some value in the range turns the decision", ofYesNo)
	l.say("", "flip_at", "the nearest such value; empty if none does", "that of the figure")
	l.say("", "seen_low", "the least that a figure of its kind is anywhere, as far as anyone has looked", "that of the figure")
	l.say("", "seen_high", "the greatest that it is", "that of the figure")
	l.say("", "terms", "of the decision that it moves, with spaces between", "")
	l.say("", "term", "of the decision", "")
	l.say("", "logits", "what the term adds to the utility of signing", ofLogits)
	l.say("", "formula", "how it comes about, with its numbers", "")
	l.say("", "weight", "path of the constant that it is weighed by", "")
}

// aboutLists: lists.
func (l *wordList) aboutLists() {
	l.say("", "study", "its name", "")
	l.say("", "design", "how the points are laid out", "")
	l.say("", "factors", "how many figures it moves", "figures")
	l.say("", "summary", "what it is about", "")
	l.say("", "base", "the scenario that this one is built on; empty if it stands alone", "")
	l.say("scenarios.csv episodes.csv", "states", "how many it has", "states")
	l.say("events.csv", "states", "ids of the members of an arrangement, with spaces between", "")
	l.say("scenarios.csv", "truth", "it holds what became of a clause", ofYesNo)
	l.say("", "question", "what its file says that it asks", "")
}

// aboutHistory: history.
func (l *wordList) aboutHistory() {
	l.say("", "episode", "its id, such as V4; in the record of episodes the scenario's name", "")
	l.say("", "claim", "what may have come true, in words", "")
	l.say("", "claims", "how many", "claims")
	l.say("", "episodes", "that have a claim there", "episodes")
	l.say("", "by", "tick by which it had to come true", "")
	l.say("claims.csv", "truth", "it came true in history; empty if that is open", ofYesNo)
	l.say("", "rule", "the model, or the simple rule beside it", "")
	l.say("", "brier", "mean squared error of the chances over the claims, 0 best", ofShare)
	l.say("", "log_score", "mean surprise over the claims, 0 best", ofNats)
	l.say("", "accuracy", "share of claims on the right side of one half", ofShare)
	l.say("", "pass", "the model met all targets of the episode; empty of simple rules", ofYesNo)
	l.say("", "mean_chance", "of the claims in the bin", ofShare)
	l.say("", "came_true", "share of them that came true", ofShare)
	l.ends("", "if_chances_hold_low95", "if_chances_hold_high95", "the share that would come true if each chance held", ofShare)
	l.say("", "theory", "its name, as after --theory", "")
	l.say("", "stances", "that were coded twice: of states, or of states on a clause", "stances")
	l.say("", "units", "stances by quarters", "stances")
	l.say("", "same_rung", "share of units with the same rung", ofShare)
	l.say("", "mean_distance", "mean distance of the two coders' values", "0 to 2")
	l.say("", "second_higher", "by how much the second coder's values are higher, on average", "from -2 to 2")
	l.spelt("", "kappa", "agreement beyond chance, weighted by the distance of rungs", "up to 1")
	l.say("", "entrant", "the rule, as after --rules", "")
	l.say("", "inputs", "what figures were taken from: coded or measured", "")
	l.say("", "weights", "constants that the rule may turn", "constants")
	l.say("tournament.csv", "weights", "path=value of each constant that was fitted, with spaces between", "")
	l.say("tournament.csv", "scores", "episode=Brier score of each episode that the fit is judged by, with spaces between", "")
	l.say("fits.csv", "weight", "path of the constant that was fitted", "")
	l.say("standings.csv", "kind", "of rule: the whole one, one without a piece, a rival theory, a simple rule and so on", "")
	l.say("", "held_out", "ids of the episodes that the fit has not seen, with spaces between", "")
	l.say("standings.csv", "held_out", "Brier score of the episode by constants that have not seen it, 0 best", ofShare)
	l.say("", "held_out_by_leading_power", "Brier score by constants that have seen no episode with its leading power", ofShare)
	l.say("", "seen", "Brier score by constants that were fitted to all episodes", ofShare)
	l.say("", "chain", "its number, from 1", "")
	l.say("", "step", "of the chain, of those kept, from 1", "")
	l.say("", "surprise", "of history by the constants of the row: the lower, the better they fit", ofNats)
}

// aboutPivots: who could carry a clause.
func (l *wordList) aboutPivots() {
	l.say("", "members", "ids of the states in the set, with spaces between", "")
	l.say("", "size", "how many states are in the set", "states")
	l.spelt("", "minimal", "share of runs in which the set carries the clause and holds no smaller one that does; of a state, in which it is in such a set", ofShare)
	l.spelt("sets.csv", "carries", "share of runs in which the set carries the clause", ofShare)
	l.spelt("", "nearest", "share of runs in which no set carries the clause and this one comes nearest", ofShare)
	l.say("", "reach", "chance of the set's least willing member, mean over these runs", ofShare)
	l.say("", "least_willing", "id of the member that is so most often", "")
	l.spelt("", "seated", "share of runs in which the state is at the table", ofShare)
	l.spelt("", "settled", "share of runs in which it is in the largest set that carries the clause", ofShare)
	l.spelt("", "by_text", "share of runs in which some set carries the clause, and the text allows none without this state", ofShare)
	l.spelt("", "by_weight", "share of runs in which some set carries it and none does without this state, whatever the text asks for", ofShare)
	l.spelt("", "lags", "share of runs in which no set carries it, and this is the least willing of the set that comes nearest", ofShare)
	l.spelt("", "holds_up", "share of runs in which no set carries it, and one would settle if this state signed whatever it thinks of it", ofShare)
	l.spelt("", "leave", "change in the others of the largest set who stay in without it, where it is in: 0 or less", "states")
	l.spelt("", "join", "how many others would be in that are not, if it stayed away: 0 or more", "states")
}

// aboutPoints: points of studies.
func (l *wordList) aboutPoints() {
	l.say("", "point", "number of the point in its design, from 0", "")
	l.say("", "row", "number of the trajectory or row that the point belongs to, from 0", "")
	l.say("", "output", "its id", "")
	l.say("", "factor", "its id; luck is one too", "")
	l.say("", "rows", "rows or trajectories that it rests on", "rows")
	l.say("", "share_of_variance", "of the output between points that goes with the factor, by the means of its parts: adjusted R²", ofShare)
	l.say("", "points", "that lie there", "points")
	l.say("effects.csv", "mean", "of the output over these points", "that of the output")
	l.say("", "quasi_p", "chance of as many points of interest if the limit told nothing", ofShare)
	l.say("", "box", "its place on the way, from 0: the whole space", "")
	l.say("", "coverage", "points of interest inside, as a share of all of interest", ofShare)
	l.say("", "density", "share of the points inside that are of interest", ofShare)
	l.say("", "mass", "share of all points that is inside", ofShare)
	l.say("", "of_interest", "points inside that are of interest", "points")
	l.say("", "limits", "ends of factors that the box cuts off", "limits")
	l.say("", "ended", "of these, runs that came to an end", ofRuns)
	l.say("", "width", "of the 95 % interval of the chance", ofShare)
	l.say("surface.csv", "x", "the first figure", "that of the figure")
	l.say("surface.csv", "y", "the second figure", "that of the figure")
	for _, end := range []string{"1", "2"} {
		l.say("", "x"+end, "the first figure at end "+end+" of the piece", "that of the figure")
		l.say("", "y"+end, "the second figure at end "+end+" of the piece", "that of the figure")
	}
}

// aboutJobs: shares of studies, and jobs.
func (l *wordList) aboutJobs() {
	l.say("shares.csv jobs.csv", "share", "its number, from 1; of a job that joins them, 0", "")
	l.say("", "shares", "how many there are in all", "shares")
	l.say("", "folder", "of the share", "")
	l.say("", "blocks", "that the share has", "blocks")
	l.say("", "done", "blocks that are whole", "blocks")
	l.say("", "spoilt", "blocks that are there and not whole", "blocks")
	l.say("", "runs_failed", "runs that broke a promise of the model", ofRuns)
	l.say("", "job", "its id, such as 12_3", "")
	l.say("jobs.csv", "state", "of the job, in the words of the engine", "")
	l.say("", "reason", "why it waits or has ended, in the words of the engine", "")
	l.say("jobs.csv", "ended", "the job is not begun again by itself", ofYesNo)
}

// aboutGames: games.
func (l *wordList) aboutGames() {
	l.say("", "turn", "its number, from 1", "")
	l.say("", "said", "yes or no by those who play the state; empty if nothing, so that the rule decided", "")
	l.say("decisions.csv", "asked", "the clause was open to the state in this turn, or its government looked at it again", ofYesNo)
	l.say("", "at", "tick at which the state first decided in the turn", "")
	l.say("", "would", "the rule would have signed, with this history's luck", ofYesNo)
	l.say("", "surprise_nats", "of what was said to who knows the rule and not the luck; of a seat, on average over the turns asked", ofNats)
	l.say("", "expected_nats", "of a decision that the rule takes by its own chance; of a seat, on average over the same turns", ofNats)
	l.say("", "stands", "how the state stands with the clause at the end of the turn", "")
	l.say("events.csv", "kind", "what happens: a shock, a government, signs, ratifies and so on", "")
	l.say("", "of", "id of the shock, state or clause that it happens to", "")
	l.say("seats.csv", "said", "turns in which it said something", "turns")
	l.say("seats.csv", "asked", "of these, turns in which it was asked", "turns")
	l.say("", "as_the_rule", "of these, turns in which it said what the rule would have done", "turns")
	l.say("", "threat_without", "danger that the state is in without the clause, with its ties", ofShare)
	l.say("", "threat_with", "danger that it is in with the clause too", ofShare)
	l.say("", "for", "the term that speaks loudest for signing", "")
	l.say("", "against", "the term that speaks loudest against it", "")
	l.say("seats.csv", "from", "tick at which the state may first decide", "")
}

// aboutNetworks: landscapes and networks.
func (l *wordList) aboutNetworks() {
	l.say("", "minimum", "its number, from 1: the lowest energy", "")
	l.say("", "energy", "of the configuration: strength × strength × propensity, each pair counted twice", "")
	l.say("", "starts_that_end_here", "starts of the search from which this minimum is reached", "starts")
	l.say("", "basin", "share of the starts that end here", ofShare)
	l.say("", "camp1", "actors in the camp of the first, with ; between", "")
	l.say("", "camp2", "actors in the other", "")
	l.say("", "indifferent", "actors who would as soon be in the other camp", "")
	l.say("", "actor", "its name", "")
	l.say("", "strength", "as the file has it", "")
	l.say("", "camp", "1: that of the first actor; 2: the other", "")
	l.say("", "frustration", "of the actor: strength × propensity, summed over the others", "")
	l.say("", "frustration_in_other_camp", "what it would be if it alone changed camp", "")
	l.say("", "country", "its name", "")
	l.say("", "allies", "how many it has", "countries")
	l.say("", "vulnerable", "some coalition would beat it", ofYesNo)
	l.say("", "condition", "of stability that is broken: S1, S2 or S3", "")
	l.say("", "new_alliance", "that opens the attack, a;b; empty of one today", "")
	l.say("", "victim", "the country that is attacked", "")
	l.say("", "leader", "of the attack: the others are its allies", "")
	l.say("", "attackers", "the coalition, with ; between; the leader among them", "")
	l.say("", "force", "strength of the attackers together", "that of strength")
	l.say("", "defence", "strength of the victim and its allies who do not attack", "that of strength")
	l.say("", "pressure", "force / (gamma × defence): above 1 the attackers win", "")
	l.say("links.csv", "a", "name of one of the two", "")
	l.say("links.csv", "b", "name of the other", "")
	l.say("", "makes_vulnerable", "countries that the new alliance would expose, with ; between", "")
	l.say("", "for_trade", "both would make it for trade", ofYesNo)
	l.say("", "dropped_by", "those of the two that would drop it, with ; between", "")
}
