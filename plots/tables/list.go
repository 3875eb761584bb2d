package tables

import (
	"fmt"
	"strconv"

	"entente/plots/words"
	"entente/sim"
)

// Scenarios lists scenarios, each with the what-ifs that are built on it.
func Scenarios(all []sim.Scenario) *Page {
	p := &Page{}
	whatIfs := map[string][]sim.Scenario{}
	var bases []sim.Scenario
	for _, s := range all {
		if s.Base == "" {
			bases = append(bases, s)
		} else {
			whatIfs[s.Base] = append(whatIfs[s.Base], s)
		}
	}
	p.Say(fmt.Sprintf("%s are shipped, and %s.", words.Count(len(bases), "scenario"), words.Count(len(all)-len(bases), "variant")))
	t := p.Part("").Columns(Text("scenario"), Text("from"), Text("to"), Figures("states"), Text("title"))
	for _, b := range bases {
		t.Add(scenarioCells(b.Name, b)...)
		for _, s := range whatIfs[b.Name] {
			t.Add(scenarioCells("- "+s.Name, s)...)
		}
	}
	return p
}

func scenarioCells(name string, s sim.Scenario) []string {
	c := sim.NewCalendar(s.Start, s.End, s.Tick)
	return []string{name, c.Label(0), c.Label(c.Ticks() - 1), strconv.Itoa(len(s.States)), s.Title}
}
