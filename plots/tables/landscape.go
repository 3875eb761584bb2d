package tables

import (
	"fmt"
	"strconv"
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
)

// mostShown is how many rows of a kind a table shows; the JSON has all.
const mostShown = 10

// mostNamed is how many actors a sentence can name.
const mostNamed = 12

// Landscape tells the splits into two camps that last, and who is frustrated in the lowest.
func Landscape(s *lab.Landscape) *Page {
	looked := fmt.Sprintf("%s of %s: each of the %s to split them into two camps", words.Count(len(s.Actors), "actor"), s.Scenario,
		words.Count(s.Starts, "way"))
	if !s.Exact {
		looked = fmt.Sprintf("%s of %s: %s followed down, seed %d", words.Count(len(s.Actors), "actor"), s.Scenario,
			words.Count(s.Starts, "random split"), s.Seed)
	}
	head := s.Head
	head.Title, head.ToPlay = "The landscape of "+s.Title, s.Played
	p := About(&head, looked)
	if s.CutShort() {
		p.Asked = append(p.Asked, fmt.Sprintf("Cut short after %s of them: there may be more and lower ones.", words.Thousands(s.Followed)))
	}
	whatLasts(p, s)
	if len(s.Minima) > 0 {
		minima(p, s)
		frustrations(p, s)
	}
	p.Notes = append(p.Notes, noteEnergy)
	if !s.Exact {
		p.Notes = append(p.Notes, noteSampled)
	}
	return p
}

// What the table of a landscape says below its rows.
const (
	noteEnergy = "Frustration: friends in the other camp and foes in one's own, each times its strength; below 0 it is ease. " +
		"Energy: the sum of frustrations, each times the strength of the frustrated, so that a pair counts twice. From any split " +
		"actors move one at a time, the one whose move lowers energy most first, until nobody would gain (Axelrod and Bennett 1993)."
	noteSampled = "Not every split was looked at: others may last too, and one of them may be lower. Intervals are exact " +
		"(Clopper-Pearson) and speak of the luck of the starts only."
)

// whatLasts is the finding.
func whatLasts(p *Page, s *lab.Landscape) {
	if len(s.Minima) == 0 {
		p.Say("No split that lasts was found.")
		return
	}
	lowest, low := s.Minima[0], 0
	for _, a := range s.Minima {
		if a.Energy == lowest.Energy {
			low++
		}
	}
	camps := ""
	switch {
	case len(lowest.Names) == 1:
		camps = "all stand in one camp"
	case len(s.Actors) <= mostNamed:
		verb := " stand"
		if len(lowest.Names[0]) == 1 {
			verb = " stands"
		}
		camps = words.And(lowest.Names[0]) + verb + " against " + words.And(lowest.Names[1])
	default:
		camps = fmt.Sprintf("%d actors stand against %d", len(lowest.Names[0]), len(lowest.Names[1]))
	}
	switch n := len(s.Minima); {
	case n == 1 && s.Exact && !s.CutShort():
		p.Say("One split lasts: " + camps + ".")
	case n == 1:
		p.Say("One split that lasts was found: " + camps + ".")
	case s.Exact && !s.CutShort():
		p.Say(fmt.Sprintf("%s splits last; in the lowest %s.", words.Capital(words.Spelt(n)), camps))
	default:
		p.Say(fmt.Sprintf("%s splits that last were found; in the lowest %s.", words.Capital(words.Spelt(n)), camps))
	}
	p.Say("A split lasts if whoever changed camp on its own would gain nothing.")
	if low > 1 {
		p.Say(fmt.Sprintf("%s of them are equally low in energy; the one that most splits lead to comes first.", words.Capital(words.Spelt(low))))
	}
}

func minima(p *Page, s *lab.Landscape) {
	section := p.Section("Splits that last (local minima), the lowest energy first")
	leads := "of all splits lead here"
	if !s.Exact {
		leads = "of the starts lead here"
	}
	columns := []Column{Figures(""), Figures("energy"), Figures(leads)}
	if !s.Exact {
		columns = append(columns, Figures("95 % interval"))
	}
	table := section.Columns(append(columns, Text("one camp"), Text("against"))...)
	for k, a := range s.Minima[:min(len(s.Minima), mostShown)] {
		cells := []string{strconv.Itoa(k + 1), words.Amount(a.Energy), "-"}
		if a.Basin.Runs > 0 {
			cells[2] = words.Percent(a.Basin.Mean)
		}
		if !s.Exact {
			cells = append(cells, words.Interval(a.Basin))
		}
		against := "nobody"
		if len(a.Names) > 1 {
			against = strings.Join(a.Names[1], ", ")
		}
		table.Add(append(cells, strings.Join(a.Names[0], ", "), against)...)
		if len(a.Indifferent) > 0 {
			section.Below = append(section.Below, fmt.Sprintf("In %d, %s would as soon be in the other camp.", k+1, words.And(a.Indifferent)))
		}
	}
	andMore(section, len(s.Minima))
}

// andMore says how many rows a table leaves out.
func andMore(section *Section, all int) {
	if more := all - mostShown; more > 0 {
		section.Below = append(section.Below, fmt.Sprintf("And %s more, which --json and --out list.", words.Thousands(more)))
	}
}

func frustrations(p *Page, s *lab.Landscape) {
	lowest := s.Minima[0]
	table := p.Section("Frustration by actor in the lowest").Columns(Text("actor"), Figures("strength"),
		Figures("camp"), Figures("frustration"),
		Figures("if it changed camp"))
	for camp := 1; camp <= len(lowest.Names); camp++ {
		for i, name := range s.Actors {
			if lowest.Camps[i] == camp {
				table.Add(name, words.Amount(s.Strengths[i]), strconv.Itoa(camp), words.Amount(lowest.Frustration[i]),
					words.Amount(lowest.Elsewhere[i]))
			}
		}
	}
}
