// Package tables tells every answer in words and columns: one value for the terminal, for Markdown and for a web page.
package tables

import (
	"slices"
	"strings"

	"entente/plots/words"
)

// Page is an answer told. The finding comes first, then what was asked, then the sections.
type Page struct {
	Made     string   // how it was made, for whoever opens the file to edit it; nobody else sees it
	Finding  []string // sentences; the first is the first line of every output
	Title    string
	Asked    []string // what was played and how it departs from what a reader would expect, a line each
	Sections []Section
	Notes    []string // how to read it, a paragraph each
	Bare     bool     // Markdown leaves the finding out: it is set among the words of README
}

// Section is a heading, sentences, a table, sentences below it. Each may be missing.
type Section struct {
	Heading string
	Sub     bool   // a section of the one before
	File    string // the file it is about, beside the page
	Text    []string
	Table   *Table
	Below   []string
}

// Table is rows of cells below their heads.
type Table struct {
	Columns []Column
	Rows    []Row
}

// Column is what stands over a column. Figures are set flush right and never broken.
type Column struct {
	Head   string
	Figure bool
}

// Row is a line of a table: cells, or the name of the rows that follow it.
type Row struct {
	Cells []string
	Group bool   // the only cell names the rows below
	To    string // heading of the section of the page that tells more of the row
}

// Text is a column of words, Figures one of numbers.
func Text(head string) Column    { return Column{Head: head} }
func Figures(head string) Column { return Column{Head: head, Figure: true} }

// Add adds a row of cells.
func (t *Table) Add(cells ...string) { t.Rows = append(t.Rows, Row{Cells: cells}) }

// Group names the rows that follow.
func (t *Table) Group(name string) { t.Rows = append(t.Rows, Row{Cells: []string{name}, Group: true}) }

// Say adds a sentence to the finding.
func (p *Page) Say(sentence string) { p.Finding = append(p.Finding, sentence) }

// sayIf adds one if there is any.
func (p *Page) sayIf(sentence string) {
	if sentence != "" {
		p.Say(sentence)
	}
}

// withoutZeros leaves out of its table the columns of figures in which nothing but noughts stands, and says so below. Where that
// leaves no figure, there is no table. Columns of nothing but strokes go too, and are not said to be 0.
func (s *Section) withoutZeros() {
	var kept []int
	var none, untold []string
	figures := 0
	for k, c := range s.Table.Columns {
		holds := func(some func(cell string) bool) bool {
			return slices.ContainsFunc(s.Table.Rows, func(r Row) bool { return k < len(r.Cells) && some(r.Cells[k]) })
		}
		beyondNought := holds(func(cell string) bool { return strings.Trim(cell, "+-0. %") != "" })
		if c.Figure && !beyondNought {
			if holds(func(cell string) bool { return strings.Contains(cell, "0") }) {
				none = append(none, c.Head)
			} else {
				untold = append(untold, c.Head)
			}
			continue
		}
		kept = append(kept, k)
		if c.Figure {
			figures++
		}
	}
	var said []string
	if len(none) > 0 {
		said = append(said, "0 throughout, and left out: "+words.And(none)+".")
	}
	if len(untold) > 0 {
		said = append(said, "There is nothing to tell of, and left out: "+words.And(untold)+".")
	}
	if len(said) == 0 {
		return
	}
	if figures == 0 {
		s.Table = nil
		if len(none) > 0 {
			said[0] = "Nothing: " + words.And(none) + " are 0 throughout."
		}
		s.Text = append(s.Text, said...)
		return
	}
	t := &Table{}
	for _, k := range kept {
		t.Columns = append(t.Columns, s.Table.Columns[k])
	}
	for _, r := range s.Table.Rows {
		cells := r.Cells
		if !r.Group {
			cells = nil
			for _, k := range kept {
				if k < len(r.Cells) {
					cells = append(cells, r.Cells[k])
				}
			}
		}
		t.Rows = append(t.Rows, Row{Cells: cells, Group: r.Group, To: r.To})
	}
	s.Table, s.Below = t, append(said, s.Below...)
}

// Section adds one and returns it to be filled.
func (p *Page) Section(heading string) *Section {
	p.Sections = append(p.Sections, Section{Heading: heading})
	return &p.Sections[len(p.Sections)-1]
}

// Columns gives a section its table.
func (p *Section) Columns(columns ...Column) *Table {
	p.Table = &Table{Columns: columns}
	return p.Table
}
