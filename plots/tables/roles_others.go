package tables

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
)

func rivalsSheet(r *lab.Roles, q lab.RivalSeat) *Page {
	names := r.Names()
	p := &Page{Title: names[q.ID], Asked: []string{"The rival: " + lab.The(r.ClauseTitle) + " is about you"}}
	p.Section("Who you are").Text = []string{fmt.Sprintf("Your posture is %s.", q.Posture)}
	t := p.Section("Your means").Columns(Text("figure"), Figures("number"), Text("what it counts"))
	for _, f := range q.Figures {
		t.Add(last(f.Path), words.Amount(f.Value), f.Unit)
	}
	list := func(heading, of string, figures []lab.SheetFigure, told func(v float64) string) {
		const most = 8
		var all []string
		for _, f := range figures[:min(most, len(figures))] {
			all = append(all, names[f.State]+" "+told(f.Value))
		}
		p.Section(heading).Text = []string{of + strings.Join(all, ", ") + "."}
	}
	list("Whom you press", "What you dispute with each, from 0 to 1: ", q.Presses, func(v float64) string { return fmt.Sprintf("%.2g", v) })
	list("Who trades with you", "Your share of its trade: ", q.Trades, func(v float64) string { return fmt.Sprintf("%.0f %%", 100*v) })
	p.Section("Your private goal").Text = []string{fmt.Sprintf("That the clause does not come into force. It cannot without %s, and takes %d ratifications: "+
		"one no among these is enough for you.", words.States(r.Required, names), r.Minimum)}
	p.Section("Your red line").Text = []string{"In the model small steps alarm less than their size, and a punishment of trade costs who is punished " +
		"and is seen by all. What you do at the table moves minds, and no figure: the history moves you by the figures above, unless the " +
		"lecturer turns one before the next round."}
	sources(p, "rivals."+q.ID+".", q.Figures)
	return p
}

func last(path string) string { return path[strings.LastIndex(path, ".")+1:] }

func pressSheet(r *lab.Roles) *Page {
	p := &Page{Title: "Press desk", Asked: []string{"For your eyes only until the turn has been played"}}
	p.Section("What you do").Text = []string{
		"Before each turn you read out one headline and one bet: who will say yes.",
		"You may ask any delegation one question a turn, which it must answer in public, truly or not.",
		"After the turn you hold your bet against what was said, and what was said against the sheet of who said it.",
	}
	p.Section("Your private goal").Text = []string{"To have bet right more often than the bench of theory."}
	p.Section("Your red line").Text = []string{"You print no figure without its source, and no forecast as a fact."}
	t := p.Section("What is known to come, and what may").Columns(Text("event"), Text("when"))
	dated := slices.Clone(r.Shocks)
	slices.SortStableFunc(dated, func(a, b lab.ShockToken) int {
		return cmp.Or(cmp.Compare(a.Hazard, b.Hazard), cmp.Compare(a.Date, b.Date))
	})
	for _, s := range dated {
		when := s.Date
		if s.Hazard > 0 {
			when = fmt.Sprintf("once in %.0f years on average", 1/s.Hazard)
		}
		t.Add(s.Title, when)
	}
	return p
}

func theorySheet(r *lab.Roles, world string) *Page {
	p := &Page{Title: "Bench of theory", Asked: []string{"You explain; nobody may sign for you"}}
	p.Section("What you do").Text = []string{
		"Choose one account below, and tell nobody which. Before each turn write down who will say yes by it, and why in one line.",
		"After the last turn read your lines out; the class guesses the account. The debrief says how surprising the class was to each:",
		fmt.Sprintf("entente play %s --decide class.csv --theory NAME", world),
	}
	t := p.Section("The accounts").Columns(Text("NAME"), Text("account"), Text("after"))
	for _, theory := range r.Theories {
		t.Add(theory.Name, theory.Title, theory.By)
	}
	p.Section("Your private goal").Text = []string{"That the class surprises your account less than it surprises the default rule."}
	p.Section("Your red line").Text = []string{"You change no line once the turn has begun."}
	return p
}
