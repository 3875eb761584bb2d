package tables

import (
	"cmp"
	"fmt"

	"entente/plots/words"
	"entente/sim/lab"
)

// Catalogue lists scenarios: each with what it is about, and the what-ifs that are built on it.
func Catalogue(c *lab.Catalogue) *Page {
	p := &Page{}
	whatIfs := map[string][]lab.Entry{}
	var bases []lab.Entry
	for _, s := range c.Entries {
		if s.Base == "" {
			bases = append(bases, s)
		} else {
			whatIfs[s.Base] = append(whatIfs[s.Base], s)
		}
	}
	p.Say(fmt.Sprintf("%s are shipped, %s and %s.", words.Count(len(bases), "scenario"), words.Count(len(c.Entries)-len(bases), "variant"),
		studies(len(c.Studies))))
	for _, b := range bases {
		section := p.Section(b.Name + ": " + b.Title)
		about := fmt.Sprintf("%s, %s to %s.", words.Count(b.States, "state"), b.From, b.To)
		if b.Summary != "" {
			about = b.Summary + " " + about
		}
		section.Text = []string{about}
		if len(whatIfs[b.Name]) == 0 {
			continue
		}
		t := section.Columns(Text("variant"), Text("what it is about"))
		for _, s := range whatIfs[b.Name] {
			t.Add(s.Name, cmp.Or(s.Summary, s.Title))
		}
	}
	if len(c.Studies) > 0 {
		section := p.Section("Studies, for sweep, sensitivity and discover")
		t := section.Columns(Text("study"), Text("of"), Text("what it asks"), Figures("factors"), Text("design"))
		for _, s := range c.Studies {
			t.Add(s.Name, s.Scenario, s.Title, words.Thousands(s.Factors), s.Design)
		}
	}
	p.Notes = append(p.Notes, "A variant is its base with something changed; every answer about it says what.")
	return p
}

func studies(n int) string {
	if n == 1 {
		return "1 study"
	}
	return words.Thousands(n) + " studies"
}
