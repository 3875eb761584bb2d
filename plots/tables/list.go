package tables

import (
	"fmt"
	"strconv"

	"entente/plots/words"
	"entente/sim/lab"
)

// Catalogue lists scenarios, each with the what-ifs that are built on it.
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
	p.Say(fmt.Sprintf("%s are shipped, and %s.", words.Count(len(bases), "scenario"), words.Count(len(c.Entries)-len(bases), "variant")))
	t := p.Part("").Columns(Text("scenario"), Text("from"), Text("to"), Figures("states"), Text("title"))
	add := func(mark string, s lab.Entry) { t.Add(mark+s.Name, s.From, s.To, strconv.Itoa(s.States), s.Title) }
	for _, b := range bases {
		add("", b)
		for _, s := range whatIfs[b.Name] {
			add("- ", s)
		}
	}
	return p
}
