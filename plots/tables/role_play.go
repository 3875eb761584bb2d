package tables

import (
	"fmt"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

// RolePlay tells a history in which some states are played from outside: the news of the one turn that was asked for, without a word on
// the rule, so that the class can still bet; or, of 0, all turns and the debrief.
func RolePlay(p *lab.RolePlay, only int) *Page {
	last := len(p.Turns)
	page := aboutPlayed(&p.Head, fmt.Sprintf("%s in %s, run %d, seed %d: turn %d of %d, to the end of %s",
		words.Capital(lab.The(p.ClauseTitle)), p.Scenario, p.Run, p.Seed, last, p.Of, p.Turns[last-1].To))
	what := lab.The(p.ClauseTitle)
	end := p.Turns[last-1].To
	if len(p.Seats) == 0 {
		page.Say(fmt.Sprintf("At the end of %s %s.", end, fate(what, p.Class, p.Names)))
	} else {
		page.Say(fmt.Sprintf("At the end of %s, by what was said, %s.", end, fate(what, p.Class, p.Names)))
	}
	if len(p.Seats) > 0 && only == 0 {
		page.Say(fmt.Sprintf("By the rule alone, with the same luck, %s.", fate("it", p.Rule, p.Names)))
		page.Say(fmt.Sprintf("What was said surprises who knows the rule by %.2f nats a decision; what the rule does itself, by %.2f on average.",
			p.Surprise, p.Expected))
	}
	for k, t := range p.Turns {
		if only == 0 || only == k+1 {
			happened(page, p, k, t, only == 0)
		}
	}
	if len(p.Seats) == 0 || only > 0 {
		return page
	}
	section := page.Section("Debrief, seat by seat")
	table := section.Columns(Text("state"), Figures("turns played"), Figures("asked"), Figures("as the rule would"), Figures("surprise, nats a decision"),
		Figures("the rule's own"))
	for _, s := range p.Seats {
		row := []string{p.Names[s.State], fmt.Sprint(s.Said), fmt.Sprint(s.Asked), fmt.Sprint(s.AsRule), "", ""}
		if s.Asked > 0 {
			row[4], row[5] = fmt.Sprintf("%.2f", s.Surprise), fmt.Sprintf("%.2f", s.Expected)
		}
		table.Add(row...)
	}
	page.Notes = append(page.Notes, "A yes is a will to sign: it is signed once all whom the clause cannot do without, and enough of the "+
		"others, are willing at once. A decision holds for its turn; one that is not asked for changes nothing. Surprise is -ln of the "+
		"chance that the rule gives what was said, where it was first asked in the turn: 0.7 nats is a coin, 2.3 one chance in ten, 4.6 one "+
		"in a hundred. Where it is far above the rule's own, the class or the rule has something to explain.")
	return page
}

// fate says what became of the clause.
func fate(what string, f lab.Fate, names map[string]string) string {
	switch {
	case !f.InForce && f.Since == "":
		return what + " is not in force"
	case !f.InForce:
		return what + " is in force no more; it was from " + f.Since
	}
	return fmt.Sprintf("%s is in force, since %s, and binds %s", what, f.Since, words.States(f.Members, names))
}

// happened tells one turn: events, and who decided what, with what the rule makes of it or without.
func happened(page *Page, p *lab.RolePlay, k int, t lab.Turn, rule bool) {
	section := page.Section(fmt.Sprintf("Turn %d, %s to %s", k+1, t.From, t.To))
	if len(t.Events) == 0 {
		section.Text = []string{"Nothing happens that would be news."}
	} else {
		table := section.Columns(Text("when"), Text("what happens"))
		tick := ""
		for _, e := range t.Events {
			when := e.Tick
			if when == tick {
				when = ""
			}
			tick = e.Tick
			table.Add(when, words.Capital(words.Event(e, p.Names, p.Titles)))
		}
	}
	in := map[bool]string{true: "is", false: "is not"}[t.InForce]
	section.Below = []string{fmt.Sprintf("At its end %s %s in force, and %s of states have a tie.", lab.The(p.ClauseTitle), in,
		words.Count(t.Ties, "pair"))}
	if len(t.Decisions) == 0 {
		return
	}
	section = page.Section("")
	table := section.Columns(Text("asked"), Text("when"), Text("said"), Figures("chance of yes"), Text("the rule"), Figures("surprise, nats"),
		Text("then"))
	for _, d := range t.Decisions {
		row := []string{p.Names[d.State], d.At, d.Said, "", "", "", stands(d.Stands)}
		if d.Asked && rule {
			row[3], row[4] = words.Percent(d.Chance), map[bool]string{true: "yes", false: "no"}[d.Would]
		}
		if !d.Asked {
			row[1] = "not asked"
		}
		if d.Asked && rule && d.Said != "" {
			row[5] = fmt.Sprintf("%.2f", d.Surprise)
		}
		table.Add(row...)
	}
}

// stands says in a word where a state stands with a clause; nothing of who is simply out.
func stands(at string) string {
	switch sim.Standing(at) {
	case sim.HasSigned:
		return "has signed"
	case sim.IsMember:
		return "bound"
	case sim.SitsOut:
		return "sits out"
	case sim.Refused:
		return "refused at home"
	case sim.Barred:
		return "barred by law"
	}
	return ""
}
