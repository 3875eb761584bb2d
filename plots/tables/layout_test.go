package tables

import (
	"slices"
	"strings"
	"testing"

	"entente/plots/words"
)

func TestNoLineIsWiderThanTheTerminal(t *testing.T) {
	each(func(label string, p *Page) {
		for _, width := range []int{80, 100, 200} {
			for line := range strings.Lines(asText(t, p, width)) {
				line = strings.TrimSuffix(line, "\n")
				if breadth(line) > width {
					t.Errorf("%s: a line of %d in a terminal of %d: %q", label, breadth(line), width, line)
				}
				if strings.TrimRight(line, " \t") != line {
					t.Errorf("%s: blanks end the line %q", label, line)
				}
			}
		}
	})
}

// cells are all texts of a page.
func cells(p *Page) []string {
	all := slices.Concat(p.Finding, []string{p.Title}, p.Asked, p.Notes)
	for _, section := range p.Sections {
		all = slices.Concat(all, []string{section.Heading}, section.Text, section.Below)
		if section.Table != nil {
			for _, c := range section.Table.Columns[1:] { // what the rows are goes without saying where they are stacked
				all = append(all, c.Head)
			}
			for _, r := range section.Table.Rows {
				all = append(all, r.Cells...)
			}
		}
	}
	return all
}

func TestNoWordIsBroken(t *testing.T) {
	each(func(label string, p *Page) {
		for _, width := range []int{30, 80, 0} {
			got := " " + strings.Join(strings.Fields(asText(t, p, width)), " ") + " "
			for _, cell := range cells(p) {
				for _, word := range unbroken(words.Plain(cell)) {
					if !strings.Contains(got, " "+word) {
						t.Errorf("%s: at a width of %d %q is broken", label, width, word)
					}
				}
			}
		}
	})
}

func TestWithoutAWidthEveryRowIsALine(t *testing.T) {
	each(func(label string, p *Page) {
		got := asText(t, p, 0)
		for _, section := range p.Sections {
			if section.Table == nil {
				continue
			}
			for _, r := range section.Table.shown(words.Plain).Rows {
				if !r.Group && !strings.Contains(strings.Join(r.Cells, ""), "\n") && !hasLineWith(got, r.Cells) {
					t.Errorf("%s: no line has all of %q", label, r.Cells)
				}
			}
		}
	})
}

func hasLineWith(text string, cells []string) bool {
	for line := range strings.Lines(text) {
		if !slices.ContainsFunc(cells, func(cell string) bool { return !strings.Contains(line, cell) }) {
			return true
		}
	}
	return false
}

// A table that is too wide is told row by row, with each cell beside its head or, where that is too long, below it.
func TestATableThatIsTooWideIsStacked(t *testing.T) {
	var p Page
	table := p.Section("").Columns(Text("state"), Figures("chance"), Figures("a head that takes more than half of the width"), Text("why"))
	table.Group("Founders")
	table.Add("Japan", "10.0 %", "99.0 %", "the trade it would lose")
	table.Add("Palau", "20.0 %", "", "")
	want := `  Founders:
  Japan
    chance  10.0 %
    a head that takes more
    than half of the width
            99.0 %
    why     the trade it would
            lose
  Palau
    chance  20.0 %
`
	if got := asText(t, &p, 30); got != want {
		t.Errorf("told as\n%s\nwant\n%s", got, want)
	}
}

// A group is named whether its rows begin with words or with figures.
func TestAGroupIsNamedAboveFiguresToo(t *testing.T) {
	for _, first := range []Column{Text(""), Figures("")} {
		p := &Page{}
		table := p.Section("").Columns(first, Text("rule"))
		table.Add("10", "the article")
		table.Group("simple rules")
		table.Add("", "coin")
		if got := asText(t, p, 80); !strings.Contains(got, "\n  simple rules:\n") {
			t.Errorf("the group is not named in\n%q", got)
		}
	}
}

// A number without a head is no title: the row is told below its number and its name.
func TestANumberedRowIsStackedBelowItsName(t *testing.T) {
	var p Page
	table := p.Section("").Columns(Figures(""), Text("entrant"), Figures("score"), Figures("interval"))
	table.Add("", "coin", "0.25", "")
	table.Add("25", "The base", "0.27", "0.19 to 0.36 in all")
	if got := asText(t, &p, 40); !strings.HasPrefix(got, "  coin\n") || !strings.Contains(got, "\n  25 The base\n") {
		t.Errorf("told as\n%s", got)
	}
}
