package tables

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/plots/words"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// Hindcast tells how the model does on history: the scoreboard first, then each episode.
func Hindcast(h *history.Hindcast) *Page {
	p := aboutEpisodes(h)
	scoreboardFound(p, h)
	scoreboard(p, h.Verdicts)
	wholeRecord(p, &h.Record, h.FewRuns())
	for _, v := range h.Verdicts {
		episode(p, v)
	}
	p.Notes = append(p.Notes, noteScores+" "+words.Covers(&h.Head, true))
	return p
}

// What a hindcast says below its tables.
const noteScores = "An episode is passed if every figure that has a target meets it. Brier score: mean squared error of the " +
	"chances; log score: mean surprise, in nats; 0 is best in both. To say one half for ever gives 0.25 and 0.69, and is on neither side of one half, which counts for half a claim. The " +
	"expected Jaccard is what share of those who signed, in a run or in history, did so in both, on average. The simple " +
	"rules say no to everything, yes to everything, one half for ever, that democracies sign, that strength alone decides, that a " +
	"government whose stance is above 0 when talks open signs, that it does if the leading power's is too, or that all who are " +
	"asked sign at once. Intervals of chances are exact (Clopper-Pearson), those of other figures and of medians by resampling the runs " +
	"(Efron 1979)."

// aboutEpisodes says what was played.
func aboutEpisodes(h *history.Hindcast) *Page {
	head := h.Head
	head.Title = words.Count(len(h.Verdicts), "episode") + " of history"
	return aboutDoubted(&head, fmt.Sprintf("%s of %s, seed %d", words.Count(h.Runs, "run"), playedOn(&head), h.Seed))
}

func scoreboard(p *Page, vs []history.Verdict) {
	table := p.Section("").Columns(Text(""), Text("episode"), Text("verdict"), Figures("Brier score"), Figures("best simple rule"), Text(""))
	for _, v := range vs {
		model, best, rule := "-", "-", ""
		if of := bestRules(v); !v.Open && len(of) > 0 {
			model, best, rule = words.Score(v.Scores[0].Brier), words.Score(of[0].Brier), inShort(of)
		}
		table.Add(v.ID, v.Title, words.Verdict(v), model, best, rule)
	}
}

// wholeRecord tells how the model does beside simple rules on all episodes together, and what its score is made of; of few runs not what
// its chances are worth.
func wholeRecord(p *Page, r *history.Tally, fewRuns bool) {
	if r.Episodes < 2 { // one episode is told below, and has no others to be like
		return
	}
	section := p.Section("All " + words.Count(r.Episodes, "decided episode") + " together, each of which counts alike")
	enough := r.Theatres >= words.EnoughTheatres // else an interval is told nowhere
	columns := []Column{Text("rule"), Figures("Brier score"), Figures("95 % interval"), Figures("worse than the model by"),
		Figures("95 % interval")}
	if !enough {
		columns = []Column{columns[0], columns[1], columns[3]}
	}
	table := section.Columns(columns...)
	for k, rule := range r.Rules {
		worse, between := words.Worse(rule.Worse.Mean), words.WorseInterval(rule.Worse)
		if k == 0 {
			worse, between = "", ""
		}
		if enough {
			table.Add(rule.Rule, words.Score(rule.Brier.Mean), words.ScoreInterval(rule.Brier), worse, between)
		} else {
			table.Add(rule.Rule, words.Score(rule.Brier.Mean), worse)
		}
	}
	if !enough { // what chances are worth hangs on which episodes there are
		return
	}
	section.Below = append(section.Below, fmt.Sprintf("The episodes are of %s: those that share states and years hang together. Intervals are by "+
		"bootstrap over theatres: whether others like them would say the same.", words.Count(r.Theatres, "theatre")))
	section.Below = append(section.Below, fmt.Sprintf(
		"Over %s the model's score of %.2f is %.2f for chances that do not mean what they say (reliability), less %.2f for "+
			"telling cases apart (resolution), plus %.2f that lies in the cases (uncertainty), and %s within tenths of the scale "+
			"(Murphy 1973).",
		words.Count(r.Parts.Forecasts, "claim"), r.Parts.Brier, r.Parts.Reliability, r.Parts.Resolution, r.Parts.Uncertainty,
		words.Worse(r.Parts.Within)))
	reliability(p, &r.Parts, fewRuns)
}

// reliability tells what the model's chances are worth, by tenths of their range.
func reliability(p *Page, parts *stats.Partition, fewRuns bool) {
	section := p.Section("What the model's chances are worth, by tenths of their range")
	table := section.Columns(Text("chance"), Figures("claims"), Figures("theatres"), Figures("mean chance"), Figures("came true"),
		Figures("95 % interval"), Figures("if chances hold"), Text(""))
	for k := range parts.Bins {
		b := &parts.Bins[k]
		between := "-"
		if c := b.Trust.Came; c != nil {
			between = words.FromTo(c.Low, c.High)
		}
		says := words.TrustIn(b)
		if fewRuns {
			says = "too few runs"
		}
		table.Add(words.Tenth(b.Low, b.High), words.Thousands(b.Forecasts), strconv.Itoa(b.Trust.Units), words.Percent(b.Mean),
			words.Percent(b.Happened), between, words.FromTo(b.Trust.Consistent.Low, b.Trust.Consistent.High), says)
	}
	if fewRuns {
		section.Below = append(section.Below, words.TooFewToRely())
	}
	section.Below = append(section.Below, fmt.Sprintf("The interval is by bootstrap over the theatres, whose claims hang together, and not told "+
		"of fewer than %d or of what all came to the same. If chances hold: where 95 %% of such shares would lie if each claim came true with its own chance, one apart from another "+
		"(Bröcker and Smith 2007). A "+
		"chance is called too low or too high if what came true lies outside of that, and differs from what was foretold by more than "+
		"the choice of theatres would do.", stats.FewestUnits))
}

// bestRules are the simple rules that come nearest to history in an episode; none if it is not scored.
func bestRules(v history.Verdict) []history.Score {
	if len(v.Scores) < 2 {
		return nil
	}
	return words.Best(v.Scores[1:], func(s history.Score) float64 { return s.Brier })
}

// rulesNamed are all of some rules.
func rulesNamed(rules []history.Score) string {
	var names []string
	for _, r := range rules {
		names = append(names, r.Rule)
	}
	return words.And(names)
}

// inShort are they where a table has room for two.
func inShort(rules []history.Score) string {
	if len(rules) < 3 {
		return rulesNamed(rules)
	}
	return fmt.Sprintf("%s and %d more", rules[0].Rule, len(rules)-1)
}

// episode tells one episode: what it is held to, dates, claims and scores.
func episode(p *Page, v history.Verdict) {
	section := p.Section(fmt.Sprintf("%s  %s: %s", v.ID, v.Title, words.Verdict(v)))
	section.Text = append(section.Text, fmt.Sprintf("Played on %s.", v.Scenario))
	var table *Table
	for k, g := range v.Figures {
		if k == 0 {
			table = section.Columns(Text("figure"), Figures("model"), Text("95 % interval"), Text(""), Text("target"), Text(""))
		}
		value, unit, target := words.Yardstick(g)
		met := ""
		if target == "" {
			target = "none"
		} else {
			if met = map[bool]string{true: "met", false: "MISSED"}[g.Met]; v.Runs < history.LeastRuns {
				met = "not told"
			}
		}
		table.Add(g.Name, value, words.YardstickLuck(g), unit, target, met)
	}
	if told := luckOfDates(v.Dates); told != "" {
		section.Below = append(section.Below, told)
	}
	if len(v.Dates) > 0 {
		section := p.Section(v.ID + ", dates")
		section.Sub = true
		table := section.Columns(Text(""), Text("history"), Text("median run"), Text("95 % interval"), Text("5 to 95 % of the runs"),
			Figures("never"), Text("95 % interval"))
		for _, d := range v.Dates {
			among := "-"
			if d.Never.Count < d.Never.Runs {
				among = words.Month(d.Q05) + " to " + words.Month(d.Q95)
			}
			table.Add(d.About, words.Month(d.Truth), words.MedianMonth(d.Median), words.MedianLuck(d), among, words.Percent(d.Never.Mean),
				words.Interval(d.Never))
		}
	}
	if len(v.Claims) > 0 {
		claims(p, v)
	}
	if !v.Open && len(v.Scores) > 0 {
		section := p.Section(v.ID + ", the model beside simple rules")
		section.Sub = true
		table := section.Columns(Text("rule"), Figures("Brier score"), Figures("log score"),
			Figures("right side of one half"))
		for _, s := range v.Scores {
			table.Add(s.Rule, words.Score(s.Brier), words.Score(s.Log), words.Percent(s.Accuracy))
		}
		if told := words.Asides(v); told != "" {
			section.Below = append(section.Below, told)
		}
	}
}

// luckOfDates says of which dates luck decides whether they mostly come at all; nothing if of none. A figure that rests on such a date
// is one thing or another by luck.
func luckOfDates(dates []history.DateForecast) string {
	var open []string
	for _, d := range dates {
		if d.Never.Low < 0.5 && 0.5 < d.Never.High {
			open = append(open, d.About)
		}
	}
	if len(open) == 0 {
		return ""
	}
	return "Luck leaves open whether in half of the runs or more " + words.And(open) + ": what mostly never comes counts as later than any " +
		"date, so that figures which rest on its date may come out far otherwise with other luck."
}

// claims tells what happened and how often it does in the runs. States that are asked the same stand together, by name.
func claims(p *Page, v history.Verdict) {
	section := p.Section(v.ID + ", what happened and how often it does in the runs")
	section.Sub = true
	var chances []stats.Share
	for _, c := range v.Claims {
		chances = append(chances, c.Chance)
	}
	open := anyTold(chances...)
	heads := append([]Column{Text("claim"), Text("history")}, doubtColumns("model", open)...)
	reference := slices.ContainsFunc(v.Claims, func(c history.Claim) bool { return c.Reference != nil })
	if reference {
		heads = append(heads, Figures("reference class"), Figures("95 % interval"))
	}
	table := section.Columns(heads...)
	alike := map[string]int{}
	for _, c := range v.Claims {
		alike[words.Claimed(c)]++
	}
	row := func(about string, c history.Claim) {
		truth := map[bool]string{true: "yes", false: "no"}[c.Truth]
		if v.Open {
			truth = "open"
		}
		cells := append([]string{about, truth}, chanceCells(c.Chance, open)...)
		if r := c.Reference; r != nil {
			cells = append(cells, words.Percent(r.Mean), words.Interval(stats.Share{Mean: r.Mean, Low: r.Low, High: r.High}))
		}
		table.Add(cells...)
	}
	if reference {
		section.Below = append(section.Below, "Reference class: "+words.ReferenceClass(v.Claims[0].Reference)+" (Jeffreys' prior).")
	}
	alone := func(c history.Claim) bool { return c.State == "" || alike[words.Claimed(c)] == 1 }
	for _, c := range v.Claims {
		if alone(c) {
			row(c.About, c)
		}
	}
	told := map[string]bool{}
	for _, first := range v.Claims {
		what := words.Claimed(first)
		if alone(first) || told[what] {
			continue
		}
		told[what] = true
		table.Group(what)
		group := slices.DeleteFunc(slices.Clone(v.Claims), func(c history.Claim) bool { return alone(c) || words.Claimed(c) != what })
		slices.SortFunc(group, func(a, b history.Claim) int { return cmp.Compare(a.Who, b.Who) })
		for _, c := range group {
			row(c.Who, c)
		}
	}
}

// HindcastInShort is the finding and the one table of README; of episodes that the constants had not seen it is the finding alone.
func HindcastInShort(h *history.Hindcast) *Page {
	if h.HeldOut {
		p := &Page{}
		outsideFound(p, h)
		return p
	}
	p := &Page{Bare: true}
	scoreboardFound(p, h)
	table := p.Section("").Columns(Text(""), Text("episode"), Text("the model (95 % interval; what it is held to)"),
		Text("Brier score: model, best simple rule"), Text(""))
	for _, v := range h.Verdicts {
		var figures []string
		for _, g := range v.Figures {
			figures = append(figures, inOneCell(g))
		}
		brier := "-"
		if best := bestRules(v); !v.Open && len(best) > 0 {
			brier = fmt.Sprintf("%.2f, %.2f (%s)", v.Scores[0].Brier, best[0].Brier, inShort(best))
		}
		table.Add(v.ID, v.Title, strings.Join(figures, "; "), brier, words.Verdict(v))
	}
	return p
}

// inOneCell is a number that an episode is held to, with its interval and its target beside it.
func inOneCell(g history.Yardstick) string {
	value, _, target := words.Yardstick(g)
	var beside []string
	if luck := words.YardstickLuck(g); luck != "-" && luck != value {
		beside = append(beside, luck)
	}
	if g.YesNo {
		value = ": " + value
	} else {
		value = " " + value
		if target != "" {
			beside = append(beside, target)
		}
	}
	if len(beside) == 0 {
		return g.Name + value
	}
	return g.Name + value + " (" + strings.Join(beside, "; ") + ")"
}
