package lab

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

// columnWords are the words of all tables: those that many tables share and those of history, whose room asks this one, are below; the
// words of each other table stand beside what writes it.
func columnWords() []columnWord {
	var l wordList
	for _, about := range []func(*wordList){
		(*wordList).aboutRows,
		(*wordList).aboutMeasures,
		(*wordList).aboutHistory,
		(*wordList).aboutRuns,        // csv.go
		(*wordList).aboutFates,       // csv.go
		(*wordList).aboutPaths,       // csv.go
		(*wordList).aboutTies,        // csv.go
		(*wordList).aboutConvergence, // convergence.go
		(*wordList).aboutDrivers,     // drivers_csv.go
		(*wordList).aboutRemovals,    // ablate.go
		(*wordList).aboutShapley,     // why.go
		(*wordList).aboutFlips,       // flip_told.go
		(*wordList).aboutDoubt,       // doubt_told.go
		(*wordList).aboutFigures,     // codebook.go
		(*wordList).aboutDecisions,   // explain.go
		(*wordList).aboutScores,      // score.go
		(*wordList).aboutLists,       // catalogue.go
		(*wordList).aboutPivots,      // pivots.go
		(*wordList).aboutPoints,      // study_tables.go
		(*wordList).aboutEffects,     // sweep.go
		(*wordList).aboutBoxes,       // discover.go
		(*wordList).aboutSurfaces,    // tip.go
		(*wordList).aboutJobs,        // standing.go
		(*wordList).aboutGames,       // role_play.go
		(*wordList).aboutSeats,       // roles.go
		(*wordList).aboutLandscapes,  // landscape.go
		(*wordList).aboutPeace,       // stability.go
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
	l.say("paths.csv in_force.csv growth.csv score.csv", "date", "first moment of the tick", "year, decimal")
	l.say("", "year", "its label", "")
	l.say("", "from", "label of the first tick", "")
	l.say("", "to", "label of the last tick", "")
	l.say("reliability.csv", "from", "the least chance that the bin holds", ofShare)
	l.say("reliability.csv", "to", "the chance up to which it goes", ofShare)
	l.say("", "title", "in words", "")
	l.say("", "required", "the clause cannot do without the state", ofYesNo)
	l.say("", "source", "where the number is from, as the scenario or the theory says", "")
	l.say("doubt.csv", "source", "of the doubt: luck, constants, coding, unfitted (constants), coder, start or form", "")
}

// aboutMeasures: shares, means and intervals, of whatever the row measures.
func (l *wordList) aboutMeasures() {
	l.say("", "measure", "in_force: the clause at the end; members: how many at the end; signed: whether the state ever signs", "")
	l.say("sensitivity.csv", "measure", "first, total: Sobol's indices; mu, mu_star, sigma: mean, mean size and standard deviation of the effects of Morris", "")
	l.say("", "mean", "share of runs, or mean number of members, over the runs", ofMembers)
	l.ends("", "low95", "high95", "mean, by luck; empty of the mean number of members", ofMembers)
	for _, of := range []struct{ table, column, unit string }{
		{"in_force.csv coalitions.csv", "share", ofShare}, {"convergence.csv", "in_force", ofShare}, {"surface.csv claims.csv", "chance", ofShare},
		{"ablation.csv", "change", ofEither}, {"why.csv", "carries", ofChange}, {"minima.csv", "basin", ofShare}, {"effects.csv", "mean", "that of the output"},
		{"sensitivity.csv", "value", "that of value"}, {"reliability.csv", "came_true", ofShare},
		{"doubt-figures.csv doubt-unfitted.csv", "share", ofShare},
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
			untold := "; the same as the other end if nothing was seen of that beyond luck; empty if that is not told"
			if of.table == "in_force.csv" && by.prefix == "constants_" {
				untold += ", as where nothing was seen though within a year of it something was"
			}
			l.say(of.table, of.prefix+by.prefix+"low95", "2.5 % quantile of "+of.column+" as "+by.why+untold, of.unit)
			l.say(of.table, of.prefix+by.prefix+"high95", "97.5 % quantile of "+of.column+" as "+by.why+untold, of.unit)
		}
	}
	l.say("", "pairs", "runs that came to an end in both worlds", ofRuns)
	l.say("", "change", "against the first world: this one less that, run by run", ofEither)
	l.say("doubt.csv", "change", "of the chance against the scenario as coded, run by run", ofChange)
	l.ends("", "change_low95", "change_high95", "change, by luck", ofEither)
	l.ends("doubt.csv doubt-constants.csv", "change_low95", "change_high95", "change, by luck", ofChange)
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

// aboutHistory: history.
func (l *wordList) aboutHistory() {
	l.say("", "episode", "its id, such as V4; in the record of episodes the scenario's name", "")
	l.say("", "claim", "what may have come true, in words", "")
	l.say("", "claims", "how many", "claims")
	l.say("", "episodes", "that have a claim there", "episodes")
	l.say("", "by", "tick by which it had to come true", "")
	l.say("claims.csv", "truth", "it came true in history; empty if that is open", ofYesNo)
	l.say("claims.csv", "scored", "its episode is scored by it; one that history has not decided or that is told aside is not", ofYesNo)
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
