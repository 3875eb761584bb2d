package tables

import (
	"fmt"
	"strconv"
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
)

// Kinds tells which kinds of figure a scenario may hold.
func Kinds(b *lab.Codebook) *Page {
	p := &Page{}
	dated, rubric := 0, 0
	for _, n := range b.Figures {
		dated += count(n.Dated)
		rubric += count(n.Rubric)
	}
	p.Say(fmt.Sprintf("A scenario may hold %s of figure, each with its unit and the range in which it must lie.",
		words.Count(len(b.Figures), "kind")))
	p.Say(fmt.Sprintf("For * write the id of a state, of a clause and so on. %s may move over time: give a table of dates. "+
		"%s are coded by hand, by scenarios/RUBRIC.md.", words.Capital(words.Spelt(dated)), words.Capital(words.Spelt(rubric))))
	byRow(p, b, []Column{Text("figure"), Figures("range"), Figures("if not given"), Text("over time"), Text("what it counts")}, func(n *lab.Numbered) []string {
		return []string{mayBe(n), standsAt(n), map[bool]string{true: "may", false: ""}[n.Dated], counts(n)}
	})
	p.Notes = append(p.Notes, "Any of them that an equation uses is changed for once by --set path=value. `entente figures SCENARIO` has those of a scenario with "+
		"their sources, `entente params` the constants of the theory.")
	return p
}

// FiguresOf tells the figures of a scenario.
func FiguresOf(b *lab.Codebook) *Page {
	p := About(&b.Head, b.Scenario+", at its start")
	moving, idle := 0, 0
	for _, n := range b.Figures {
		moving += count(len(n.Numbers) > 0)
		idle += count(n.Idle != "")
	}
	unused := ""
	if idle > 0 {
		unused = ", and " + words.Spelt(idle) + " more that no equation uses cannot"
	}
	moves := words.Spelt(moving) + " move"
	if moving < 2 {
		moves = []string{"none moves", "one moves"}[moving]
	}
	p.Say(fmt.Sprintf("%s of %s can be set%s; %s over time.", words.Count(len(b.Figures)-idle, "figure"), b.Scenario, unused, moves))
	byRow(p, b, []Column{Text("figure"), Figures("number"), Text("what it counts"), Text("source")},
		func(n *lab.Numbered) []string {
			return []string{standsAt(n), counts(n) + " (" + mayBe(n) + ")", n.Source}
		})
	if moving > 0 {
		p.Notes = append(p.Notes, "* It moves from there; --json and --out have all its dates.")
	}
	return p
}

// Constants tells the constants of the theory.
func Constants(b *lab.Codebook) *Page {
	p := &Page{}
	own, drawn := 0, 0
	for _, n := range b.Figures {
		own += count(n.Theory == "")
		drawn += count(n.Drawn != nil)
	}
	p.Say(fmt.Sprintf("The theory has %s, and the rival theories have %s more; %s are fitted to history, and runs take turns at %s of them.",
		words.Count(own, "constant"), words.Thousands(len(b.Figures)-own), words.Spelt(drawn), words.Count(b.Draws, "set")))
	byRow(p, b, []Column{Text("constant"), Figures("value"), Figures("drawn"), Text("what it counts"), Text("source")},
		func(n *lab.Numbered) []string {
			from := ""
			if n.Drawn != nil {
				from = plainly(n.Drawn.Low) + " to " + plainly(n.Drawn.High)
			}
			return []string{standsAt(n), from, n.Unit + " (" + mayBe(n) + ")", n.Source}
		})
	p.Notes = append(p.Notes, "Drawn: between what numbers 90 of 100 of the sets lie; with --best all runs play the value. A constant is "+
		"changed for once by --set parameters.decision.trade=40.")
	return p
}

// byRow sets figures below the row of the scenario that they stand in, weights with what they weigh.
func byRow(p *Page, b *lab.Codebook, columns []Column, cells func(*lab.Numbered) []string) {
	var t *Table
	last := ""
	for k := range b.Figures {
		n := &b.Figures[k]
		row, figure := rowAndFigure(n.Path)
		if t == nil || row != last {
			t, last = p.Section(row).Columns(columns...), row
		}
		t.Add(append([]string{words.WithTerm(figure, n.Path)}, cells(n)...)...)
	}
}

// rowAndFigure parts a path behind the name of a row: states.JPN and trade.CHN.
func rowAndFigure(path string) (row, figure string) {
	keys := strings.SplitN(path, ".", 3)
	return strings.Join(keys[:2], "."), strings.Join(keys[2:], ".")
}

// standsAt is the number of a figure, marked if it moves from there.
func standsAt(n *lab.Numbered) string {
	if n.Value == nil {
		return ""
	}
	moves := ""
	if len(n.Numbers) > 0 {
		moves = " *"
	}
	return plainly(*n.Value) + moves
}

// counts says what a figure counts, and of one that by itself changes no run what does.
func counts(n *lab.Numbered) string {
	switch {
	case n.Idle != "":
		return n.Unit + "; no equation uses it: set " + n.Idle
	case n.Through != "":
		return n.Unit + "; by the article's rule it acts through " + n.Through + " alone"
	}
	return n.Unit
}

func mayBe(n *lab.Numbered) string { return plainly(n.Low) + " to " + plainly(n.High) }

// plainly writes a number without a power of ten, with five digits at most: what moves is between two that were given.
func plainly(v float64) string {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 5, 64), 64) // what was just written can be read
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}
