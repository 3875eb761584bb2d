package tables

import (
	"fmt"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// Episodes tells the record of history: a table of the episodes, then each in words.
func Episodes(r *history.Record) *Page {
	p := &Page{Title: "Episodes of history", Made: "Made by entente episodes: do not edit."}
	claims, never := 0, 0
	for _, e := range r.Episodes {
		claims += e.Claims
		if !e.Came {
			never++
		}
	}
	stand, them := "stand with what became of them",
		fmt.Sprintf("in %s of them the pact that was asked about never came into force", words.Spelt(never))
	switch {
	case len(r.Episodes) == 1 && never == 1:
		stand, them = "stands with what became of it", "the pact that was asked about never came into force"
	case len(r.Episodes) == 1:
		stand, them = "stands with what became of it", "the pact that was asked about came into force"
	case never == 0:
		them = "in none of them did the pact that was asked about stay without force"
	}
	p.Say(fmt.Sprintf("%s %s, %s in all; %s.", words.Count(len(r.Episodes), "episode"), stand, words.Count(claims, "claim"), them))
	p.Say("Each is a scenario file: the states of a time, their figures with the source beside each, the clauses that were on the " +
		"table, and in its truth who signed and who did not. The command entente hindcast NAME scores the model on it. Some tell " +
		"of one clause in two worlds.")
	askedTwice(p, r)
	t := p.Section("").Columns(Text("episode"), Text("from"), Text("to"), Figures("states"), Figures("claims"), Text("title"))
	for _, e := range r.Episodes {
		t.Rows = append(t.Rows, Row{To: e.Name, Cells: []string{e.Name, e.From, e.To, fmt.Sprint(e.States), fmt.Sprint(e.Claims), e.Title}})
	}
	twoCoders(p, r)
	for _, e := range r.Episodes {
		section := p.Section(e.Name)
		section.File = e.Name + ".toml"
		section.Text = []string{sentence(e.Title), e.Question}
		became := section.Columns(Text("clause"), Figures("states scored"), Text("what became of it"))
		for _, f := range e.Fates {
			became.Add(f.Title, fmt.Sprint(f.Scored), becameOf(f))
		}
		section.Below = []string{words.Count(e.States, "state") + ", " + words.Count(e.Claims, "claim") + ".", "Sources: " + sourcesOf(e)}
		if e.LeftOut != "" {
			section.Below = append(section.Below, "What it does not tell: "+e.LeftOut)
		}
	}
	p.Notes = []string{
		"A claim is one thing that a hindcast asks of the model: that a state signs, is a member or not by a day, that a clause " +
			"comes into force, or lasts. A state whose part is scored may make more than one. They are counted here as for the file by " +
			"its name; a question by number (V1, V4) makes its own, fewer, so that the hindcast of all has fewer too.",
		"Signatures, stances and dates marked memory in a file were not checked against a text.",
	}
	return p
}

// askedTwice says which files are asked more than one question by number, so that a hindcast counts more episodes than there are files.
func askedTwice(p *Page, r *history.Record) {
	for _, e := range r.Episodes {
		var numbers []string
		for _, ep := range history.Episodes {
			if ep.Scenario == e.Name && !ep.Open {
				numbers = append(numbers, ep.ID)
			}
		}
		if len(numbers) > 1 {
			p.Say(fmt.Sprintf("Of %s a hindcast asks %s questions, %s, and counts each as an episode.", e.Name, words.Spelt(len(numbers)),
				words.And(numbers)))
		}
	}
}

// twoCoders tells how far two codings of the same stances agree.
func twoCoders(p *Page, r *history.Record) {
	if len(r.Agreement) == 0 {
		return
	}
	section := p.Section("Two codings of the stances")
	section.Text = []string{fmt.Sprintf("Two coders, of whom the second did not see the first's work, gave %s of the same %s the "+
		"same rung of the rubric; weighted kappa is %s, where 1 is full agreement and 0 what luck would give. The second coder's "+
		"stances are %s on average.", words.Percent(r.Together.Same),
		words.Count(r.Together.Units, "state-quarter"), kappa(r.Together.Kappa), higher(r.Together.Higher))}
	t := section.Columns(Text("scenario"), Figures("stances"), Figures("state-quarters"), Figures("same rung"), Figures("mean distance"),
		Figures("kappa (95 % interval)"))
	for _, a := range append(slices.Clone(r.Agreement), r.Together) {
		name := a.Scenario
		if name == "" {
			name = "all"
		}
		t.Add(name, fmt.Sprint(a.Stances), fmt.Sprint(a.Units), words.Percent(a.Same), fmt.Sprintf("%.2f", a.Apart), kappa(a.Kappa))
	}
	section.Below = []string{"Kappa is Cohen's, weighted by how far apart two rungs are; the interval draws states anew (bootstrap). " +
		"A scenario that plays another on is compared from the other's end. The second codings are in scenarios/coding; entente " +
		"hindcast --coder 2 scores the model on them."}
}

func kappa(i stats.Interval) string { return fmt.Sprintf("%.2f (%.2f to %.2f)", i.Mean, i.Low, i.High) }

// higher says which way one coder departs from the other.
func higher(by float64) string {
	switch {
	case by >= 0.005:
		return fmt.Sprintf("%.2f higher", by)
	case by <= -0.005:
		return fmt.Sprintf("%.2f lower", -by)
	}
	return "as high"
}

// becameOf says what became of a clause.
func becameOf(f history.Fate) string {
	var told []string
	say := func(what string, days []history.OnDay) {
		var on []string
		for _, d := range days {
			on = append(on, words.And(d.States)+" ("+words.Month(float64(d.Day))+")")
		}
		if len(on) > 0 {
			told = append(told, what+" "+strings.Join(on, ", "))
		}
	}
	if f.Before > 0 {
		told = append(told, "bound "+words.Count(f.Before, "state")+" at the start")
	}
	say("signed by", f.Signed)
	if len(f.Signed) == 0 && f.Before == 0 {
		told = append(told, "never signed")
	}
	say("joined by", f.Acceded)
	say("refused at home by", f.Refused)
	switch {
	case f.Before > 0: // in force long since
	case f.InForce != 0:
		told = append(told, "in force "+words.Month(float64(f.InForce)))
	case len(f.Signed) > 0:
		told = append(told, "never in force")
	}
	say("left by", f.Left)
	if f.Ended != 0 {
		told = append(told, "ended "+words.Month(float64(f.Ended)))
	}
	return strings.Join(told, "; ")
}

// sourcesOf names the data behind the figures of an episode, and the file that explains them.
func sourcesOf(e history.FiledEpisode) string {
	switch e.SourcesOf {
	case "":
		return "what stands beside each figure."
	case e.Name:
		return words.And(e.Sources) + "; explained at the head of the file."
	}
	return "those of " + e.SourcesOf + ", and what stands beside each figure."
}
