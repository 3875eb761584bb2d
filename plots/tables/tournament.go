package tables

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"entente/plots/words"
	"entente/sim/lab/history"
)

// Tournament tells which rule foretells best what it was not fitted to, and beside them the simple rules.
func Tournament(s *history.Standings) *Page {
	head := s.Head
	head.Title, head.Base, head.Changes, head.Overrides = "A tournament on "+words.Count(len(s.Episodes), "episode")+" of history", "", nil, nil
	p := About(&head, fmt.Sprintf("%s of each of %s at each trial, %s for each of %s, seed %d", words.Count(s.Asked, "run"),
		words.Count(worldsOf(s), "scenario"), words.Count(s.Trials, "trial"), words.Count(s.Fits, "fit"), s.Seed))
	p.Say(nearestUnseen(s))
	if s.Fits < s.ToFit {
		p.Say(fmt.Sprintf("%s of %s are made: the rest is in other parts, which --join puts together.", capital(words.Count(s.Fits, "fit")), words.Thousands(s.ToFit)))
	}
	part := p.Part("Brier score of episodes that the weights have not seen (0 is best; one half for ever has 0.25)")
	columns := []Column{Figures(""), Text("entrant"), Figures("weights"), Figures("held out"), Figures("95 % interval"), Figures("than stance alone"), Figures("95 % interval")}
	if len(s.Patrons) > 0 {
		columns = append(columns, Figures("patron held out"))
	}
	table := part.Columns(append(columns, Figures("seen"))...)
	inputs, kind := "", ""
	for k, r := range s.Rows {
		if r.Inputs != inputs {
			inputs, kind = r.Inputs, ""
			table.Group("inputs " + inputs + ", simple rules")
			for _, rule := range s.Rules {
				if rule.Inputs == inputs {
					cells := []string{"", rule.Rule, "0", words.Score(rule.Brier.Mean), words.ScoreInterval(rule.Brier)}
					table.Add(append(cells, slices.Repeat([]string{""}, len(columns)+1-len(cells))...)...)
				}
			}
		}
		if r.Kind != kind {
			kind = r.Kind
			table.Group("inputs " + inputs + ", " + kind)
		}
		cells := []string{strconv.Itoa(k + 1), r.Title, strconv.Itoa(len(r.Weights)), "-", "", "", ""}
		if len(r.Held) > 0 {
			cells[3], cells[4] = words.Score(r.Brier.Mean), words.ScoreInterval(r.Brier)
			cells[5], cells[6] = words.Worse(r.Worse.Mean), words.WorseInterval(r.Worse)
		}
		if len(s.Patrons) > 0 {
			cells = append(cells, scoreOf(r.ByPatron, r.Patron.Mean))
		}
		table.Add(append(cells, scoreOf(r.Seen, r.Fit.Mean))...)
	}
	together := map[string][]string{}
	var folds []string
	for _, ep := range s.Episodes {
		if together[ep.Fold] == nil {
			folds = append(folds, ep.Fold)
		}
		together[ep.Fold] = append(together[ep.Fold], ep.ID)
	}
	for _, f := range folds {
		if len(together[f]) > 1 {
			part.Below = append(part.Below, words.And(together[f])+" share a world and are held out together.")
		}
	}
	if len(s.Patrons) == 0 {
		part.Below = append(part.Below, "No patron can be left out: all episodes have the same leading power.")
	} else {
		part.Below = append(part.Below, "Patron held out: all episodes with the same leading power at once ("+words.And(s.Patrons)+").")
	}
	p.Notes = append(p.Notes, fmt.Sprintf(noteTournament, len(s.Rows)))
	return p
}

// What a tournament says below its table.
const noteTournament = "Held out: weights were fitted to the other episodes and have not seen the one that is scored. Seen: fitted to all, which is no test. Each " +
	"episode counts alike; intervals are by bootstrap over the episodes. Than stance alone: how much worse than the rule by which a state signs if its " +
	"government's stance is above 0; below 0 is better. Measured: stances from votes, nothing coded by hand but geography and dates. The measured and the coded " +
	"twin of a rule are two rows. %d rows were tried: the best of so many is better than it deserves, since some of its lead is luck."

func scoreOf(scores []float64, mean float64) string {
	if len(scores) == 0 {
		return "-"
	}
	return words.Score(mean)
}

// nearestUnseen is the finding.
func nearestUnseen(s *history.Standings) string {
	var whole []history.Standing
	for _, r := range s.Rows {
		if len(r.Held) > 0 {
			whole = append(whole, r)
		}
	}
	if len(whole) == 0 {
		return "No entrant has been held to all episodes yet."
	}
	best := slices.MinFunc(whole, func(a, b history.Standing) int {
		return cmp.Compare(a.Brier.Mean, b.Brier.Mean)
	})
	than := "does no worse and no better, as far as so many episodes can tell, than stance alone"
	switch {
	case best.Worse.High < 0:
		than = "does better than stance alone, beyond what the choice of episodes would do"
	case best.Worse.Low > 0:
		than = "does worse than stance alone, beyond what the choice of episodes would do"
	}
	return fmt.Sprintf("On what it has not seen, %s (%s inputs, %s) has the lowest Brier score of %s, %s (95 %% interval %s), and so a better one than it deserves: it %s.",
		best.Title, best.Inputs, words.Count(len(best.Weights), "weight"), words.Count(len(whole), "row"), words.Score(best.Brier.Mean),
		words.ScoreInterval(best.Brier), than)
}

func worldsOf(s *history.Standings) int {
	names := map[string]bool{}
	for _, ep := range s.Episodes {
		names[ep.Scenario] = true
	}
	return len(names)
}
