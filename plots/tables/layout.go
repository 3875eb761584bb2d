package tables

import (
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// Cells are apart by so many blanks, and a table stands in by as many.
const gap = 2

// breadth is how many columns of a terminal a text takes.
func breadth(s string) int { return text.StringWidthWithoutEscSequences(s) }

// text lays the table out for a terminal: as it is if it fits, else with words broken over lines in the columns that hold
// words, and if that does not do either, a row after the other with each cell behind its head.
func (t *Table) text(b *strings.Builder, width int) {
	widths, ok := t.fitted(width)
	if !ok {
		t.stacked(b, width)
		return
	}
	w := t.writer()
	configs := make([]table.ColumnConfig, len(t.Columns))
	for k, c := range t.Columns {
		configs[k] = table.ColumnConfig{Number: k + 1, WidthMax: widths[k], WidthMaxEnforcer: text.WrapSoft}
		if c.Figure {
			configs[k].Align, configs[k].AlignHeader = text.AlignRight, text.AlignRight
		}
	}
	w.SetColumnConfigs(configs)
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Format.Header = text.FormatDefault
	style.Box.PaddingLeft, style.Box.PaddingRight = "", strings.Repeat(" ", gap)
	w.SetStyle(style)
	for line := range strings.Lines(w.Render()) {
		b.WriteString(strings.TrimRight(strings.Repeat(" ", gap)+line, " \n") + "\n")
	}
}

// writer holds the cells; a group is a row of its own.
func (t *Table) writer() table.Writer {
	w := table.NewWriter()
	if t.headed() {
		head := make(table.Row, len(t.Columns))
		for k, c := range t.Columns {
			head[k] = c.Head
		}
		w.AppendHeader(head)
	}
	for _, r := range t.Rows {
		row := make(table.Row, len(t.Columns))
		for k := range row {
			row[k] = ""
			if k < len(r.Cells) {
				row[k] = r.Cells[k]
			}
		}
		if r.Group {
			row[0] = r.Cells[0] + ":"
		}
		w.AppendRow(row)
	}
	return w
}

func (t *Table) headed() bool {
	for _, c := range t.Columns {
		if c.Head != "" {
			return true
		}
	}
	return false
}

// fitted are the widths of the columns within a width in all, 0 for no limit; false if words would have to be broken.
func (t *Table) fitted(width int) ([]int, bool) {
	widest, least := make([]int, len(t.Columns)), make([]int, len(t.Columns))
	for k, c := range t.Columns {
		note := func(cell string) {
			widest[k] = max(widest[k], breadth(cell))
			if c.Figure {
				least[k] = widest[k]
				return
			}
			for _, word := range strings.Fields(cell) {
				least[k] = max(least[k], breadth(word))
			}
		}
		for _, word := range strings.Fields(c.Head) { // heads may always be broken
			least[k] = max(least[k], breadth(word))
		}
		for _, r := range t.Rows {
			if k < len(r.Cells) && (!r.Group || k == 0) {
				note(r.Cells[k])
			}
		}
		widest[k] = max(widest[k], least[k])
		if width == 0 {
			widest[k] = max(widest[k], breadth(c.Head))
		}
	}
	if width == 0 {
		return widest, true
	}
	room := width - gap
	for _, w := range widest {
		room -= w + gap
	}
	room += gap // behind the last column
	for ; room < 0; room++ {
		k := -1 // the widest column that can give
		for i := range widest {
			if widest[i] > max(least[i], minimumWords) && (k < 0 || widest[i] > widest[k]) {
				k = i
			}
		}
		if k < 0 {
			return nil, false
		}
		widest[k]--
	}
	for k, c := range t.Columns { // what is left goes to heads that would be broken
		for widest[k] < breadth(c.Head) && room > 0 {
			widest[k]++
			room--
		}
	}
	return widest, true
}

// minimumWords is the least width of a column of words: below it a sentence cannot be read.
const minimumWords = 14

// stacked tells a row after the other.
func (t *Table) stacked(b *strings.Builder, width int) {
	label := 0
	for _, c := range t.Columns[1:] {
		label = max(label, breadth(c.Head))
	}
	for _, r := range t.Rows {
		if r.Group {
			b.WriteString("  " + r.Cells[0] + ":\n")
			continue
		}
		for _, line := range wrap(r.Cells[0], width-gap) {
			b.WriteString("  " + line + "\n")
		}
		for k, cell := range r.Cells[1:] {
			if cell == "" {
				continue
			}
			head := t.Columns[k+1].Head
			for n, line := range wrap(cell, width-2*gap-label-gap) {
				if n > 0 {
					head = ""
				}
				b.WriteString(strings.TrimRight("    "+text.Pad(head, label+gap, ' ')+line, " ") + "\n")
			}
		}
	}
}

// markdown is the table with a rule below its heads.
func (t *Table) markdown() string {
	w := t.writer()
	configs := []table.ColumnConfig{}
	for k, c := range t.Columns {
		if c.Figure {
			configs = append(configs, table.ColumnConfig{Number: k + 1, Align: text.AlignRight})
		}
	}
	w.SetColumnConfigs(configs)
	return w.RenderMarkdown()
}

// html is the table as HTML, its text escaped.
func (t *Table) html() string {
	w := t.writer()
	style := table.StyleDefault
	style.Format.Header = text.FormatDefault
	style.HTML = table.HTMLOptions{EscapeText: true}
	w.SetStyle(style)
	return w.RenderHTML() + "\n"
}
