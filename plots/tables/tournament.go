package tables

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab/history"
)

// Tournament tells which rule foretells best what it was not fitted to, and beside them the simple rules.
func Tournament(s *history.Standings) *Page {
	head := s.Head
	head.Title, head.Overrides = "A tournament on "+words.Count(len(s.Episodes), "episode")+" of history", nil
	head.ToPlay = head.Played // how much of it was played is said in fits
	p := About(&head, fmt.Sprintf("%s of each of %s at each trial, %s for each of %s, seed %d", words.Count(s.Asked, "run"),
		words.Count(max(len(s.Scenarios), 1), "scenario"), words.Count(s.Trials, "trial"), words.Count(len(s.Fits), "fit"), s.Seed))
	if s.Made != "" {
		p.Asked = append(p.Asked, "Made by: "+s.Made)
	}
	standingsFound(p, s)
	section := p.Section("Brier score of episodes that the constants have not seen (0 is best; one half for ever has 0.25)")
	table := section.Columns(Figures(""), Text("rule"), Figures("constants"), Figures("held out by episode"), Figures("95 % interval"),
		Figures(words.FitsLearntNothing))
	eachStanding(s, table, func(inputs string) {
		for _, rule := range s.Rules {
			if rule.Inputs == inputs {
				table.Add("", rule.Rule, "0", words.Score(rule.Brier.Mean), words.ScoreInterval(rule.Brier), "")
			}
		}
	}, func(number string, r history.EntrantScore) {
		interval := ""
		if len(r.Held) > 0 {
			interval = words.ScoreInterval(r.Brier)
		}
		table.Add(number, r.Title, strconv.Itoa(len(r.Weights)), heldOut(s, r), interval, stayedOf(r))
	})
	section.Below = append(section.Below, togetherHeldOut(s)...)

	columns := []Column{Figures(""), Text("rule"), Figures("less stance alone"), Figures("95 % interval")}
	if len(s.Leaders) > 0 {
		columns = append(columns, Figures("by leading power"))
	}
	beside := p.Section("The same beside stance alone, with more held out, and with nothing held out").Columns(
		append(columns, Figures("seen"))...)
	eachStanding(s, beside, nil, func(number string, r history.EntrantScore) {
		cells := []string{number, r.Title, "", ""}
		if len(r.Held) > 0 {
			cells[2], cells[3] = words.Worse(r.Worse.Mean), words.WorseInterval(r.Worse)
		}
		if len(s.Leaders) > 0 {
			cells = append(cells, scoreOf(r.ByLeader, r.LeaderBrier.Mean))
		}
		beside.Add(append(cells, scoreOf(r.Seen, r.Fit.Mean))...)
	})
	p.Notes = append(p.Notes, noteTournament)
	return p
}

// eachStanding puts the rows that have fits below their kinds of input and of entrant; simple adds the simple rules of
// a kind of input.
func eachStanding(s *history.Standings, table *Table, simple func(inputs string), row func(number string, r history.EntrantScore)) {
	inputs, kind := "", ""
	for k, r := range s.Rows {
		if r.Inputs != inputs {
			inputs, kind = r.Inputs, ""
			if simple != nil {
				table.Group("inputs " + inputs + ", simple rules")
				simple(inputs)
			}
		}
		if r.Fits == 0 {
			continue
		}
		if r.Kind != kind {
			kind = r.Kind
			table.Group("inputs " + inputs + ", " + words.EntrantKinds[kind])
		}
		row(strconv.Itoa(k+1), r)
	}
}

// TournamentInShort is the one table of README: a row a rule, for each kind of input what it scores on what it has not
// seen. The rule without single pieces, or with a single term more, is in the whole table.
func TournamentInShort(s *history.Standings) *Page {
	p := &Page{}
	standingsFound(p, s)
	var kinds []string
	for _, r := range s.Rows {
		if !slices.Contains(kinds, r.Inputs) {
			kinds = append(kinds, r.Inputs)
		}
	}
	columns := []Column{Text("rule"), Figures("constants")}
	for _, inputs := range kinds {
		columns = append(columns, Figures(inputs+": held out by episode"))
		if len(s.Leaders) > 0 {
			columns = append(columns, Figures(inputs+": by leading power"))
		}
		columns = append(columns, Figures(inputs+": seen"))
	}
	columns = append(columns, Figures(words.FitsLearntNothing+": "+strings.Join(kinds, ", ")))
	section := p.Section("")
	section.Below = []string{noteLearntNothing}
	table := section.Columns(columns...)
	simpleRulesInShort(s, table, kinds)
	rulesInShort(s, table, kinds)
	return p
}

// simpleRulesInShort adds a row for each simple rule, whose score is one for all ways to hold out.
func simpleRulesInShort(s *history.Standings, table *Table, kinds []string) {
	each := (len(table.Columns) - 3) / len(kinds) // columns of a kind of inputs
	for _, name := range history.SimpleRules() {
		cells := []string{name, "0"}
		for _, inputs := range kinds {
			if rule := simpleStanding(s, name, inputs); rule != nil {
				cells = append(cells, words.Score(rule.Brier.Mean)+" ("+words.ScoreInterval(rule.Brier)+")")
			}
			for len(cells) < 2+each*(1+slices.Index(kinds, inputs)) {
				cells = append(cells, "")
			}
		}
		table.Add(append(cells, "")...)
	}
}

// rulesInShort adds a row for each rule that has been fitted, but for those that differ from the article's by a single piece.
func rulesInShort(s *history.Standings, table *Table, kinds []string) {
	for _, first := range s.Rows {
		if first.Inputs != kinds[0] || first.Kind == history.WithoutTerm || first.Kind == history.WithTerm {
			continue
		}
		cells := []string{first.Title, strconv.Itoa(len(first.Weights))}
		fits := 0
		var still []string
		for _, r := range s.Rows {
			if r.Name != first.Name {
				continue
			}
			fits += r.Fits
			still = append(still, stayedOf(r))
			held := heldOut(s, r)
			if len(r.Held) > 0 {
				held += " (" + words.ScoreInterval(r.Brier) + ")"
			}
			cells = append(cells, held)
			if len(s.Leaders) > 0 {
				cells = append(cells, scoreOf(r.ByLeader, r.LeaderBrier.Mean))
			}
			cells = append(cells, scoreOf(r.Seen, r.Fit.Mean))
		}
		if fits > 0 {
			table.Add(append(cells, strings.Join(still, ", "))...)
		}
	}
}

// What a tournament says below its table.
var noteTournament = "Held out by episode: constants were fitted to the other episodes and have not seen the one that is " +
	"scored. By leading power: nor any other with the same one. Seen: fitted to all, which is no test. Each episode counts alike; " +
	"intervals are by bootstrap over their theatres, or leading powers, since episodes that share states hang together. Less stance alone: how much worse than the rule by which a state signs if its " +
	"government's stance is above 0; below 0 is better. Measured: " + words.Measured +
	". " + noteLearntNothing + " A dash, or so many episodes of all: not all fits of the row are made."

var noteLearntNothing = "Some fits " + words.LearntNothing("their") + ". They are no fits to history."

// mostAbsent is how many rows without fits are named; more are counted.
const mostAbsent = 8

// standingsFound is the finding: how the rule of today fares, then which fares best of how many, then what is missing.
func standingsFound(p *Page, s *history.Standings) {
	rules, rows := map[string]bool{}, 0
	var kinds []string
	var whole []history.EntrantScore
	var absent []string
	for _, r := range s.Rows {
		if r.Name == sim.DefaultTheory {
			p.Say(besideAll(s, r))
		}
		if r.Fits == 0 {
			absent = append(absent, r.Title+" ("+r.Inputs+")")
			continue
		}
		rules[r.Name] = true
		rows++
		if !slices.Contains(kinds, r.Inputs) {
			kinds = append(kinds, r.Inputs)
		}
		if len(r.Held) > 0 {
			whole = append(whole, r)
		}
	}
	if rows > 0 {
		in := ""
		if rows > len(rules) {
			in = ", in " + words.Count(rows, "row") + " in all"
		}
		p.Say(fmt.Sprintf("Tried: %s, on %s inputs%s; each fit searched %s of %s of each scenario.", words.Count(len(rules), "rule"),
			words.And(kinds), in,
			words.Count(s.Trials, "trial"), words.Count(s.Asked, "run")))
	}
	whichIsBest(p, s, whole)
	if len(s.Fits) < s.ToFit {
		p.Say(fmt.Sprintf("The tournament is not complete: %s of %s are made.", words.Thousands(len(s.Fits)), words.Count(s.ToFit, "fit")))
		switch {
		case len(absent) > mostAbsent:
			p.Say("The other " + words.Count(len(absent), "pair") + " of a rule and its inputs are not fitted yet, and have no row.")
		case len(absent) > 0:
			p.Say("Not fitted yet, and without a row: " + words.And(absent) + ".")
		}
	}
	if s.Stale {
		p.Say("It was fitted to other files than stand here now, and tells of those: make it again by `" + s.Made + "`.")
	}
}

// whichIsBest says which of the rows that are held to all episodes foretells best, and which are not told from it; of one rule alone,
// how it does.
func whichIsBest(p *Page, s *history.Standings, whole []history.EntrantScore) {
	tell := func(r history.EntrantScore, how string) {
		p.Say(fmt.Sprintf("%s (%s inputs, %s) %s, with a Brier score of %s (95 %% interval %s): %s.", inFull(r), r.Inputs,
			words.Count(len(r.Weights), "constant"),
			how, words.Score(r.Brier.Mean), words.ScoreInterval(r.Brier), besideSimple(s, r)))
	}
	switch {
	case len(whole) == 0:
		p.Say("No rule has been held to all episodes yet.")
	case slices.ContainsFunc(whole, func(r history.EntrantScore) bool { return r.Name != whole[0].Name }):
		best := slices.MinFunc(whole, func(a, b history.EntrantScore) int { return cmp.Compare(a.Brier.Mean, b.Brier.Mean) })
		tell(best, "has the best score on what it has not seen")
		p.sayIf(alsoBest(s, best, whole))
		p.Say("The best of several is better than it deserves.")
	default:
		for _, r := range whole {
			if r.Name != sim.DefaultTheory { // which is told first of all
				tell(r, "has been held to all episodes")
			}
		}
		p.Say("No other rule has been held to all of them, so that none is the best.")
	}
}

// alsoBest names the rows that so many episodes do not tell from the best; nothing if they tell all.
func alsoBest(s *history.Standings, best history.EntrantScore, whole []history.EntrantScore) string {
	var near []string
	for _, r := range whole {
		if (r.Name != best.Name || r.Inputs != best.Inputs) && !s.Apart(r.Held, best.Held).BeyondLuck() {
			near = append(near, fmt.Sprintf("%s (%s, %s)", strings.Replace(inFull(r), "The ", "the ", 1), r.Inputs, words.Score(r.Brier.Mean)))
		}
	}
	if len(near) == 0 {
		return ""
	}
	if more := len(near) - mostAbsent; more > 0 {
		near = append(near[:mostAbsent], words.Thousands(more)+" more")
	}
	return "So few episodes do not tell these from it: " + words.And(near) + "."
}

// inFull is the title of a row where no other rows stand around it.
func inFull(r history.EntrantScore) string {
	switch r.Kind {
	case history.WithoutTerm, history.WithoutDriver, history.WithTerm:
		return "The article's rule " + r.Title
	}
	return r.Title
}

// besideAll is how a row fares on what it was not fitted to.
func besideAll(s *history.Standings, r history.EntrantScore) string {
	of := fmt.Sprintf("%s on %s inputs (%s)", r.Title, r.Inputs, words.Count(len(r.Weights), "constant"))
	if len(r.Held) == 0 {
		return fmt.Sprintf("%s has been held to %d of %s that it was not fitted to: too few to set it beside simple rules.", of, r.Scored,
			words.Count(len(s.Episodes), "episode"))
	}
	return fmt.Sprintf("%s has a Brier score of %s on %s that it was not fitted to: %s.%s", of, words.Score(r.Brier.Mean),
		words.Count(len(s.Episodes), "episode"), besideSimple(s, r), stayed(r))
}

// stayed says after a sentence how many fits of a row learnt nothing; nothing if all did.
func stayed(r history.EntrantScore) string {
	if r.Unmoved == 0 {
		return ""
	}
	return fmt.Sprintf(" %d of its %s %s.", r.Unmoved, words.Count(r.Fits, "fit"), words.LearntNothing("their"))
}

// stayedOf is how many fits of a row learnt nothing, in a cell.
func stayedOf(r history.EntrantScore) string {
	if r.Fits == 0 {
		return "-"
	}
	return fmt.Sprintf("%d of %d", r.Unmoved, r.Fits)
}

// besideSimple is by how much a row is better or worse than the best simple rule on its inputs, and than stance alone.
func besideSimple(s *history.Standings, r history.EntrantScore) string {
	beside := func(rule *history.SimpleStanding, what string) string {
		d := s.Apart(r.Held, rule.Scores)
		return fmt.Sprintf("beside %s (%s), it is %s, %s", what, words.Score(rule.Brier.Mean), worseBy(d, s.Theatres()), words.BeyondChoice(d, s.Theatres()))
	}
	best := s.BestRule(r.Inputs)
	told := beside(best, "the best simple rule, "+best.Rule)
	if best.Rule != history.StanceAlone {
		told += "; " + beside(simpleStanding(s, history.StanceAlone, r.Inputs), history.StanceAlone)
	}
	return told
}

// simpleStanding is that of a simple rule; nil if it is not there.
func simpleStanding(s *history.Standings, name, inputs string) *history.SimpleStanding {
	for k := range s.Rules {
		if s.Rules[k].Rule == name && s.Rules[k].Inputs == inputs {
			return &s.Rules[k]
		}
	}
	return nil
}

// heldOut is the score of a row on what was held out, or of how many episodes it is known.
func heldOut(s *history.Standings, r history.EntrantScore) string {
	switch {
	case len(r.Held) > 0:
		return words.Score(r.Brier.Mean)
	case r.Scored > 0:
		return fmt.Sprintf("%d of %d", r.Scored, len(s.Episodes))
	}
	return "-"
}

func scoreOf(scores []float64, mean float64) string {
	if len(scores) == 0 {
		return "-"
	}
	return words.Score(mean)
}

// togetherHeldOut says which episodes are held out together.
func togetherHeldOut(s *history.Standings) []string {
	together := map[string][]string{}
	var folds, said []string
	for _, ep := range s.Episodes {
		if together[ep.Fold] == nil {
			folds = append(folds, ep.Fold)
		}
		together[ep.Fold] = append(together[ep.Fold], ep.ID)
	}
	for _, f := range folds {
		if len(together[f]) > 1 {
			said = append(said, words.And(together[f])+" share a world and are held out together.")
		}
	}
	if len(s.Leaders) == 0 {
		return append(said, "No leading power can be left out: all episodes have the same one.")
	}
	return append(said, "Held out by leading power: all episodes of one at once ("+words.States(s.Leaders, s.Names)+").")
}
