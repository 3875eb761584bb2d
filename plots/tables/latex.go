package tables

import (
	"fmt"
	"slices"
	"strings"

	"entente/plots/words"
)

// LaTeX is the table in LaTeX: rules of booktabs, over as many pages as it takes, in the largest type in which no cell need be broken, or
// a small one. One too wide for any is a list, a row after the other.
func (t *Table) LaTeX() string {
	t = t.filled().shown(words.Plain)
	sizes := []struct {
		name    string
		letters int // of a line
	}{{`\small`, 82}, {`\footnotesize`, 94}, {`\scriptsize`, 112}}
	for _, size := range sizes {
		if widths, ok := t.fitted(size.letters); ok && t.unbrokenIn(widths) {
			return t.inColumns(size.name, widths, size.letters)
		}
	}
	for _, size := range sizes[1:] {
		if widths, ok := t.fitted(size.letters); ok {
			return t.inColumns(size.name, widths, size.letters)
		}
	}
	return t.inItems()
}

// unbrokenIn tells whether columns of these widths break no cell. Heads may be broken.
func (t *Table) unbrokenIn(widths []int) bool {
	for k := range widths {
		if widths[k] < t.widestCell(k) {
			return false
		}
	}
	return true
}

func (t *Table) widestCell(column int) (widest int) {
	for _, r := range t.Rows {
		if !r.Group && column < len(r.Cells) {
			for line := range strings.SplitSeq(r.Cells[column], "\n") {
				widest = max(widest, breadth(line))
			}
		}
	}
	return widest
}

// HTML is the table as HTML.
func (t *Table) HTML() string { return t.html() }

// columnGap is what is left free between two columns, of the width of a line.
const columnGap = 0.02

// inColumns lays the table out in columns of so many letters each.
func (t *Table) inColumns(size string, widths []int, letters int) string {
	var b strings.Builder
	total, spec := 0, ""
	for _, w := range widths {
		total += w
	}
	room := 0.995 - columnGap*float64(len(widths)-1)
	for k, c := range t.Columns {
		aligned := `\raggedright`
		if c.Figure {
			aligned = `\raggedleft`
		}
		spec += fmt.Sprintf(`>{%s\arraybackslash}p{%.3f\linewidth}`, aligned, room*float64(widths[k])/float64(max(total, letters*6/10)))
	}
	fmt.Fprintf(&b, "{%s\\setlength{\\tabcolsep}{%.4f\\linewidth}\n\\begin{longtable}[l]{@{}%s@{}}\n\\toprule\n", size,
		columnGap/2, spec)
	if t.headed() {
		row := make([]string, len(t.Columns))
		for k, c := range t.Columns {
			row[k] = words.LaTeX(c.Head)
		}
		fmt.Fprintf(&b, "%s \\\\\n\\midrule\n\\endhead\n", strings.Join(row, " & "))
	}
	b.WriteString("\\bottomrule\n\\endlastfoot\n")
	for k, r := range t.Rows {
		if r.Group {
			if k > 0 {
				b.WriteString("\\addlinespace\n")
			}
			fmt.Fprintf(&b, "\\multicolumn{%d}{@{}l}{\\textit{%s}} \\\\*\n", len(t.Columns), words.LaTeX(r.Cells[0]))
			continue
		}
		cells := slices.Clone(r.Cells)
		for k, cell := range cells {
			cells[k] = strings.ReplaceAll(words.LaTeX(cell), "\n", `\newline `)
		}
		for len(cells) < len(t.Columns) {
			cells = append(cells, "")
		}
		if strings.HasPrefix(cells[0], "[") {
			cells[0] = "{}" + cells[0] // behind the end of a row it would be its space
		}
		fmt.Fprintf(&b, "%s \\\\\n", strings.Join(cells, " & "))
	}
	b.WriteString("\\end{longtable}}\n")
	return b.String()
}

// inItems tells a row after the other.
func (t *Table) inItems() string {
	var b strings.Builder
	for _, r := range t.Rows {
		if r.Group {
			fmt.Fprintf(&b, "\\par\\medskip\\textit{%s}\n", words.LaTeX(r.Cells[0]))
			continue
		}
		var parts []string
		for k, cell := range r.Cells[1:] {
			if cell == "" {
				continue
			}
			head := t.Columns[k+1].Head
			if head != "" {
				head += ": "
			}
			parts = append(parts, words.LaTeX(head+strings.ReplaceAll(cell, "\n", "; ")))
		}
		fmt.Fprintf(&b, "\\par\\smallskip\\noindent\\textbf{%s}\\quad %s\n", words.LaTeX(r.Cells[0]), strings.Join(parts, "; "))
	}
	return b.String() + "\\par\n"
}
