package tables

import (
	"fmt"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
)

// Peace tells whether a network of alliances keeps the peace, and what breaks it.
func Peace(p *lab.Peace) *Page {
	head := p.Head
	head.Title = "The alliances of " + p.Title
	page := About(&head, fmt.Sprintf("%s, %s; %s", words.Count(len(p.Countries), "state"), words.Count(p.Links, "alliance"),
		words.Conditions(p)))
	stable(page, p)
	whoIsBeaten(page, p)
	whatIsMade(page, p)
	whatIsDropped(page, p)
	page.Notes = append(page.Notes, notePeace)
	if p.Trade == nil && p.Links > 0 {
		page.Notes = append(page.Notes, noteNoPeace)
	}
	return page
}

// What the table of a network says below its rows.
const (
	notePeace = "Attackers are a state and some of its allies. They win if their strength is above that of the attacked and its " +
		"allies who do not attack, times gamma. Of the coalitions that win, the smallest is shown."
	noteNoPeace = "Without trade no network with an alliance in it is stable (the theorem of Jackson and Nei 2015)."
)

// stable is the finding.
func stable(page *Page, p *lab.Peace) {
	if p.Stable {
		page.Say("The network keeps the peace: nobody can be beaten, no new alliance would change that, and none would be dropped.")
		return
	}
	var why []string
	var beaten []string
	for _, c := range p.Countries {
		if c.Vulnerable {
			beaten = append(beaten, c.Name)
		}
	}
	switch {
	case len(beaten) > mostNamed:
		why = append(why, words.Thousands(len(beaten))+" of its states can be beaten")
	case len(beaten) > 0:
		why = append(why, words.And(beaten)+" can be beaten")
	}
	if n := len(p.New); n > 0 {
		why = append(why, words.Count(n, "new alliance")+" would be made")
	}
	if n := len(p.Dropped); n > 0 {
		why = append(why, words.Count(n, "alliance")+" would be dropped")
	}
	page.Say("The network does not keep the peace: " + words.And(why) + ".")
}

func whoIsBeaten(page *Page, p *lab.Peace) {
	section := page.Section("Who can be beaten today")
	if len(p.Attacks) == 0 {
		section.Text = append(section.Text, "Nobody.")
		return
	}
	table := section.Columns(Text("state"), Text("by"), Figures("strength"), Figures("against"), Figures("other coalitions"))
	for _, c := range p.Countries {
		var least *lab.Attack
		var coalitions []string // the same one may be led by several of its members
		for i, at := range p.Attacks {
			if at.Victim != c.Name {
				continue
			}
			if all := strings.Join(at.Coalition, "\n"); !slices.Contains(coalitions, all) {
				coalitions = append(coalitions, all)
			}
			if least == nil || len(at.Coalition) < len(least.Coalition) {
				least = &p.Attacks[i]
			}
		}
		if least == nil {
			continue
		}
		more := "none"
		if n := len(coalitions) - 1; n > 0 {
			more = words.Thousands(n)
		}
		table.Add(c.Name, attackers(*least), words.Amount(least.Force), words.Amount(least.Defence), more)
	}
}

// attackers names a coalition, its leader first.
func attackers(at lab.Attack) string {
	with := slices.DeleteFunc(slices.Clone(at.Coalition), func(name string) bool { return name == at.Leader })
	if len(with) == 0 {
		return at.Leader
	}
	return at.Leader + " with " + strings.Join(with, ", ")
}

func whatIsMade(page *Page, p *lab.Peace) {
	section := page.Section("New alliances that would be made")
	if len(p.New) == 0 {
		section.Text = append(section.Text, "None.")
		return
	}
	table := section.Columns(Text("between"), Text("to beat"), Text("by"), Figures("strength"), Figures("against"))
	for _, l := range p.New[:min(len(p.New), mostShown)] {
		pair := l.A + " and " + l.B
		if l.Trade {
			table.Add(pair, "nobody: for their trade")
			pair = ""
		}
		for _, at := range l.Attacks {
			table.Add(pair, at.Victim, attackers(at), words.Amount(at.Force), words.Amount(at.Defence))
			pair = ""
		}
	}
	andMore(section, len(p.New))
}

func whatIsDropped(page *Page, p *lab.Peace) {
	section := page.Section("Alliances that would be dropped")
	if len(p.Dropped) == 0 {
		section.Text = append(section.Text, "None.")
		return
	}
	table := section.Columns(Text("between"), Text("by"))
	for _, l := range p.Dropped[:min(len(p.Dropped), mostShown)] {
		table.Add(l.A+" and "+l.B, words.And(l.DroppedBy))
	}
	andMore(section, len(p.Dropped))
}
