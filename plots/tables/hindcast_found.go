package tables

import (
	"fmt"
	"slices"

	"entente/plots/words"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// scoreboardFound is the finding: hits, misses, and where a simple rule does as well.
func scoreboardFound(p *Page, h *history.Hindcast) {
	vs, r := h.Verdicts, &h.Record
	if h.HeldOut {
		outsideFound(p, h)
		besideSimpleRules(p, vs, r, true)
		return
	}
	var missed []string
	judged, passed, open, scored, untold := 0, 0, 0, 0, 0
	for _, v := range vs {
		switch {
		case v.Open:
			open++
			continue
		case !v.Judged():
			scored++
		case v.Runs < history.LeastRuns:
			untold++
		case v.Pass:
			judged, passed = judged+1, passed+1
		default:
			judged++
			missed = append(missed, v.ID+" ("+v.Title+")")
		}
	}
	switch {
	case untold > 0:
		p.Say(words.TooFewToJudge())
	case judged == 0 && scored > 0:
		p.Say(scoredOnly(vs, r))
	case judged == 0:
		for _, v := range vs {
			foretold(p, v)
		}
		p.Say("History has not spoken yet: this is a forecast, neither hit nor miss.")
	case judged == 1 && passed == 1:
		p.Say("The model gets this episode of history right: it meets every target.")
	case judged == 1:
		p.Say("The model misses this episode of history: " + words.And(missed) + ".")
	case len(missed) == 0:
		p.Say(fmt.Sprintf("The model meets the targets of all %d episodes that have any.", judged))
	default:
		p.Say(fmt.Sprintf("Of the %d episodes that have targets the model misses %d, %s.", judged, len(missed), words.And(missed)))
	}
	p.sayIf(byLuck(vs))
	besideSimpleRules(p, vs, r, false)
	fittedTo(p, vs)
	if open > 0 && judged+untold > 0 {
		more := "One more is still open: a forecast, neither hit nor miss."
		if open > 1 {
			more = words.Capital(words.Spelt(open)) + " more are still open: forecasts, neither hits nor misses."
		}
		p.Say(more)
	}
}

// outsideFound is the finding where no episode had been seen by the constants that it was played with.
func outsideFound(p *Page, h *history.Hindcast) {
	r := &h.Record
	if r.Episodes == 0 {
		return
	}
	model := r.Rules[0].Brier
	p.Say(fmt.Sprintf("On %s that its constants had not seen the model's Brier score is %s (%s; 0 is best, one half for ever gives 0.25).",
		words.Count(r.Episodes, "episode"), words.Score(model.Mean), overTheatres(model, r.Theatres)))
	unmoved := 0
	for _, u := range h.Unseen {
		unmoved += count(u.Unmoved)
	}
	if unmoved > 0 {
		p.Say(fmt.Sprintf("For %d of %s the fit to the others %s.", unmoved, words.Count(len(h.Unseen), "scenario"),
			words.LearntNothing("its")))
	}
	switch {
	case r.Episodes > 1 && h.FewRuns():
		p.Say(words.TooFewToRely())
	case r.Episodes > 1:
		for _, told := range words.Reliable(&r.Parts) {
			p.Say(told)
		}
	}
}

// byLuck says which verdicts might be the other with other luck; nothing if none.
func byLuck(vs []history.Verdict) string {
	var may []string
	for _, v := range vs {
		if v.MayBeLuck() && v.Runs >= history.LeastRuns {
			may = append(may, v.ID)
		}
	}
	if len(may) == 0 {
		return ""
	}
	return "With other luck the verdict on " + words.Or(may) + " might be the other."
}

// besideSimpleRules says whether some simple rule does as well: over several episodes with the interval over them, and of each what
// it comes to. One episode says nothing of others.
func besideSimpleRules(p *Page, vs []history.Verdict, r *history.Tally, toldScore bool) {
	var scored, better []history.Verdict
	for _, v := range vs {
		if !v.Open && len(v.Scores) > 1 {
			if scored = append(scored, v); bestRules(v)[0].Brier <= v.Scores[0].Brier {
				better = append(better, v)
			}
		}
	}
	switch {
	case len(scored) == 0:
		return
	case len(scored) == 1:
		model, best, how := scored[0].Scores[0], bestRules(scored[0]), "every simple rule does worse"
		if len(better) > 0 {
			how = "a simple rule does as well or better"
		}
		p.Say(fmt.Sprintf("By Brier score, of which 0 is best, %s: the model has %s, the best of them, %s, %s. That is one "+
			"episode, which has no interval and cannot say how others would come out.", how, words.Score(model.Brier), rulesNamed(best),
			words.Score(best[0].Brier)))
		return
	}
	model := r.Rules[0].Brier
	if !toldScore && slices.ContainsFunc(scored, func(v history.Verdict) bool { return v.Judged() }) { // else the score is the finding
		p.Say(fmt.Sprintf("Over %s its Brier score is %s (%s; 0 is best).", words.Count(r.Episodes, "decided episode"),
			words.Score(model.Mean),
			overTheatres(model, r.Theatres)))
	}
	best := words.Best(r.Rules[1:], func(r history.RuleTally) float64 { return r.Brier.Mean })
	theModel := theModelIs(best[0].Worse, r.Theatres)
	if len(best) == 1 {
		p.Say(fmt.Sprintf("The best simple rule over them, %s, has %s: %s.", best[0].Rule, words.Score(best[0].Brier.Mean), theModel))
	} else {
		var names []string
		for _, rule := range best {
			names = append(names, rule.Rule)
		}
		p.Say(fmt.Sprintf("The best simple rules over them, %s, have %s each: beside %s %s.", words.And(names), words.Score(best[0].Brier.Mean),
			best[0].Rule, theModel))
	}
	if len(better) == 0 {
		p.Say("No simple rule does as well on any one of them.")
		return
	}
	var told []string
	for _, v := range better {
		told = append(told, fmt.Sprintf("%s (%s)", v.ID, rulesNamed(bestRules(v))))
	}
	p.Say("Taken singly, a simple rule does as well or better on " + words.And(told) + ".")
}

// theModelIs says by how much the model is better or worse than a rule, of which it is told how much worse than the model it is.
func theModelIs(rule stats.Interval, theatres int) string {
	return "the model is " + worseBy(stats.Interval{Mean: -rule.Mean, Low: -rule.High, High: -rule.Low}, theatres) + ", " +
		words.BeyondChoice(rule, theatres)
}

// overTheatres is the interval of a mean score over episodes of so many theatres.
func overTheatres(score stats.Interval, theatres int) string {
	if theatres < words.EnoughTheatres {
		return "so few give no interval"
	}
	return "95 % interval " + words.ScoreInterval(score)
}

// worseBy says in words which way a score differs from another that it is so much above, and by how much.
func worseBy(d stats.Interval, theatres int) string {
	how := "worse by " + words.Score(d.Mean)
	if d.Mean < 0 {
		d = stats.Interval{Mean: -d.Mean, Low: -d.High, High: -d.Low}
		how = "better by " + words.Score(d.Mean)
	}
	if words.Score(d.Mean) == words.Score(0) {
		how = "as good"
	}
	if theatres < words.EnoughTheatres {
		return how
	}
	return fmt.Sprintf("%s (95 %% interval %s)", how, words.WorseInterval(d))
}

// fittedTo says which episodes the constants were fitted to.
func fittedTo(p *Page, vs []history.Verdict) {
	if told := noProof("The constants", vs); told != "" {
		p.Say(told)
	}
}

// noProof says to which of some episodes constants were fitted, what a score on those is worth, and where it is told
// how the rule does on others; "" if to none.
func noProof(constants string, vs []history.Verdict) string {
	var fitted []string
	for _, v := range vs {
		if v.Fitted {
			fitted = append(fitted, v.ID)
		}
	}
	these, them := fmt.Sprintf("%d of these (%s)", len(fitted), words.And(fitted)), "them"
	switch {
	case len(fitted) == 0:
		return ""
	case len(vs) == 1:
		these = "this episode"
	case len(fitted) == len(vs):
		these = "all of these"
	}
	if len(fitted) == 1 {
		them = "it"
	}
	return constants + " were fitted to " + these + ": doing well on " + them + " is a condition of being taken seriously, and no " +
		"proof; what the rule does on episodes that it was not fitted to is told by `entente tournament --shipped`."
}

// scoredOnly is the finding where nothing is held to a target.
func scoredOnly(vs []history.Verdict, r *history.Tally) string {
	const scale, noVerdict = "0 is best, one half for ever gives 0.25", "No targets are given, so there is no verdict."
	if r.Episodes > 1 {
		model := r.Rules[0].Brier
		return fmt.Sprintf("Over %s, each of which counts alike, the model's Brier score is %s (%s; %s). %s",
			words.Count(r.Episodes, "episode"), words.Score(model.Mean), overTheatres(model, r.Theatres), scale, noVerdict)
	}
	var told string
	for _, v := range vs {
		if !v.Open && len(v.Scores) > 0 {
			told = fmt.Sprintf("%s, %.2f on %s", v.Title, v.Scores[0].Brier, words.Count(len(v.Claims), "claim"))
		}
	}
	return fmt.Sprintf("The model's Brier score (%s): %s. %s", scale, told, noVerdict)
}

// foretold says what an open episode comes to: its last claim, in time, and the chance of it.
func foretold(p *Page, v history.Verdict) {
	if len(v.Claims) > 0 {
		last := v.Claims[len(v.Claims)-1]
		p.Say(fmt.Sprintf("The model foretells of %s: %s in %s.", v.ID, last.About, words.ShareOf(last.Chance)))
	}
}
