package tables

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"entente/plots/words"
)

// Cells are apart by so many blanks, and a table stands in by as many.
const gap = 2

// breadth is how many columns of a terminal a text takes.
func breadth(s string) int { return text.StringWidthWithoutEscSequences(s) }

// text lays the table out for a terminal: as it is if it fits, else with words broken over lines in the columns that hold
// words, and if that does not do either, a row after the other with each cell behind its head.
func (t *Table) text(b *strings.Builder, width int) {
	t = t.filled().shown(words.Plain)
	widths, ok := t.fitted(width)
	if !ok {
		t.stacked(b, width)
		return
	}
	var groups []string
	w := t.writer(func(group string) string {
		groups = append(groups, group)
		return groupMark
	})
	configs := make([]table.ColumnConfig, len(t.Columns))
	for k, c := range t.Columns {
		configs[k] = table.ColumnConfig{Number: k + 1, WidthMax: widths[k], WidthMaxEnforcer: wrapped, VAlignHeader: text.VAlignBottom}
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
		line = strings.TrimRight(line, " \n")
		if strings.TrimLeft(line, " ") == groupMark { // set to the right in a column of figures
			writeWrapped(b, strings.Repeat(" ", gap), groups[0]+":", width)
			groups = groups[1:]
			continue
		}
		b.WriteString(strings.TrimRight(strings.Repeat(" ", gap)+line, " ") + "\n")
	}
}

// groupMark stands where the name of a group goes, which may reach over all columns. It is for private use, and no text
// that is shown has it.
const groupMark = "\uE000"

// wrapped breaks a cell into lines if it has to be.
func wrapped(cell string, width int) string {
	if breadth(cell) <= width {
		return cell
	}
	return strings.Join(wrap(cell, width), "\n")
}

// filled is the table without the columns that have nothing in them.
func (t *Table) filled() *Table {
	empty := func(k int) bool {
		return !slices.ContainsFunc(t.Rows, func(r Row) bool { return !r.Group && k < len(r.Cells) && r.Cells[k] != "" })
	}
	f := &Table{}
	for k, c := range t.Columns {
		if k == 0 || !empty(k) {
			f.Columns = append(f.Columns, c)
		}
	}
	for _, r := range t.Rows {
		row := Row{Group: r.Group, To: r.To}
		for k, cell := range r.Cells {
			if k == 0 || !empty(k) {
				row.Cells = append(row.Cells, cell)
			}
		}
		f.Rows = append(f.Rows, row)
	}
	return f
}

// shown is the table with its text made fit to be shown somewhere.
func (t *Table) shown(fit func(string) string) *Table {
	f := &Table{}
	for _, c := range t.Columns {
		f.Columns = append(f.Columns, Column{fit(c.Head), c.Figure})
	}
	for _, r := range t.Rows {
		row := Row{Group: r.Group, To: r.To}
		for _, cell := range r.Cells {
			row.Cells = append(row.Cells, fit(cell))
		}
		f.Rows = append(f.Rows, row)
	}
	return f
}

// writer holds the cells; a group is a row of its own, and reaches over all columns if it is set so.
func (t *Table) writer(group func(string) string, set ...table.RowConfig) table.Writer {
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
			row[0] = group(r.Cells[0])
			for k := range row[1:] {
				if set != nil {
					row[k+1] = row[0]
				}
			}
			w.AppendRow(row, set...)
			continue
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
		for _, word := range unbroken(c.Head) { // heads may always be broken
			least[k] = max(least[k], breadth(word))
		}
		for _, r := range t.Rows {
			if k >= len(r.Cells) || r.Group {
				continue
			}
			for line := range strings.SplitSeq(r.Cells[k], "\n") {
				widest[k] = max(widest[k], breadth(line))
				if c.Figure {
					least[k] = max(least[k], breadth(line))
				}
				for _, word := range unbroken(line) {
					least[k] = max(least[k], breadth(word))
				}
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

// stacked tells a row after the other, below its first cell, or its number and its name. Heads stand beside their cells
// as far as they leave these half of the width.
func (t *Table) stacked(b *strings.Builder, width int) {
	label := 0
	for _, c := range t.Columns[1:] {
		if w := breadth(c.Head); w <= (width-3*gap)/2 {
			label = max(label, w)
		}
	}
	indent := strings.Repeat(" ", gap)
	numbered := len(t.Columns) > 1 && t.Columns[0] == Figures("") && !t.Columns[1].Figure // a number without a head is no title of a row
	for _, r := range t.Rows {
		if r.Group {
			writeWrapped(b, indent, r.Cells[0]+":", width)
			continue
		}
		title, from := r.Cells[0], 1
		if numbered {
			title, from = strings.TrimLeft(title+strings.Repeat(" ", gap)+r.Cells[1], " "), 2
		}
		writeWrapped(b, indent, title, width)
		for k, cell := range r.Cells[from:] {
			if cell == "" {
				continue
			}
			head := t.Columns[k+from].Head
			if breadth(head) > label {
				writeWrapped(b, indent+indent, head, width)
				head = ""
			}
			for _, line := range wrap(cell, width-3*gap-label) {
				b.WriteString(strings.TrimRight(indent+indent+text.Pad(head, label+gap, ' ')+line, " ") + "\n")
				head = ""
			}
		}
	}
}

// markdown is the table with a rule below its heads.
func (t *Table) markdown() string {
	t = t.filled().shown(unescapedBar)
	for k, r := range t.Rows {
		if r.To != "" {
			t.Rows[k].Cells[0] = "[" + r.Cells[0] + "](#" + anchor(r.To) + ")"
		}
	}
	w := t.writer(func(group string) string { return "**" + group + "**" })
	configs := []table.ColumnConfig{}
	for k, c := range t.Columns {
		if c.Figure {
			configs = append(configs, table.ColumnConfig{Number: k + 1, Align: text.AlignRight})
		}
	}
	w.SetColumnConfigs(configs)
	return w.RenderMarkdown()
}

// unescapedBar leaves the bar to the writer of tables, which escapes it itself.
func unescapedBar(cell string) string { return strings.ReplaceAll(words.Markdown(cell), `\|`, "|") }

// emptyHead is the head of a column that needs none: to a screen reader it would be a head without a name.
var emptyHead = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<th([^>]*)>(?:&nbsp;)?</th>`) })

// html is the table as HTML, its text escaped.
func (t *Table) html() string {
	t = t.filled().shown(escaped)
	for k, r := range t.Rows {
		if r.To != "" {
			t.Rows[k].Cells[0] = `<a href="#` + anchor(r.To) + `">` + r.Cells[0] + "</a>"
		}
	}
	w := t.writer(func(group string) string { return "<strong>" + group + "</strong>" }, table.RowConfig{AutoMerge: true,
		AutoMergeAlign: text.AlignLeft})
	configs := []table.ColumnConfig{}
	for k, c := range t.Columns {
		if c.Figure {
			configs = append(configs, table.ColumnConfig{Number: k + 1, Align: text.AlignRight, AlignHeader: text.AlignRight})
		}
	}
	w.SetColumnConfigs(configs)
	style := table.StyleDefault
	style.Format.Header = text.FormatDefault
	style.HTML = table.HTMLOptions{CSSClass: "answer", Newline: "<br/>"}
	w.SetStyle(style)
	return emptyHead().ReplaceAllString(w.RenderHTML(), "<td$1></td>") + "\n"
}
