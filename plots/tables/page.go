// Package tables tells every answer in words and columns: one value for the terminal, for Markdown and for a web page.
package tables

import (
	"cmp"
	"fmt"
	"html"
	"io"
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"entente/plots/words"
	"entente/sim/lab"
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

// About begins a page with what an answer knows of itself: its title, what was played of it, and what was changed.
func About(h *lab.Head, played string) *Page {
	p := &Page{Title: h.Title, Asked: []string{played}}
	if slices.ContainsFunc(h.Scenarios, func(name string) bool { return !strings.Contains(played, name) }) {
		p.Asked = append(p.Asked, "Scenarios: "+words.And(h.Scenarios)+".")
	}
	if h.CutShort() {
		p.Asked = append(p.Asked, "Cut short: "+words.Count(h.Asked, "run")+" were asked for.")
	}
	if n := len(h.Failures); n > 0 {
		p.Asked = append(p.Asked, "Failed and left out: "+words.Thousands(n)+" of "+words.Count(h.Played, "run")+".")
	}
	p.Asked = append(p.Asked, changes(h)...)
	if h.History != "" {
		p.Asked = append(p.Asked, "Begins with the alarm and the lost ground with which "+h.History+" ends, run by run.")
	}
	if h.AsOf != "" {
		p.Asked = append(p.Asked, "As of "+h.AsOf+": what is dated later is left out.")
	}
	for _, o := range whatIf(h) {
		p.Asked = append(p.Asked, "What if: "+o)
	}
	return p
}

// playedOn names the scenario that an answer is about, or each of several.
func playedOn(h *lab.Head) string {
	if len(h.Scenarios) > 0 {
		return "each of " + words.And(h.Scenarios)
	}
	return h.Scenario
}

// mostChanges is how many changes of a scenario are told one by one. Of more it is told where they are.
const mostChanges = 20

// changes says what a scenario changes in the one that it is built on.
func changes(h *lab.Head) []string {
	switch n := len(h.Changes); {
	case n == 0:
		return nil
	case n > mostChanges:
		return []string{fmt.Sprintf("Changes in %s: %s in all, of which %s; --json lists them, and so does the manifest that --out writes.",
			h.Base, words.Thousands(n), changedTables(h.Changes))}
	}
	return []string{"Changes in " + h.Base + ": " + strings.Join(h.Changes, "; ") + "."}
}

// changedTables says in which tables of a scenario how many of its changes are, most of them first.
func changedTables(changes []string) string {
	count := map[string]int{}
	for _, c := range changes {
		path, _, _ := strings.Cut(c, " ")
		table, _, nested := strings.Cut(path, ".")
		if !nested {
			table = "its head"
		}
		count[table]++
	}
	tables := slices.SortedFunc(maps.Keys(count), func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	var told []string
	for _, t := range tables {
		told = append(told, words.Thousands(count[t])+" in "+t)
	}
	return words.And(told)
}

// whatIf is what departs from a scenario and is not told among its changes: a file may set parameters too.
func whatIf(h *lab.Head) []string {
	var told []string
	for _, o := range h.Overrides {
		if !slices.Contains(h.Changes, o) {
			told = append(told, words.Departs(o))
		}
	}
	return told
}

// ownDepartures says of one of several scenarios how it departs from what a reader would expect, save what all do.
func ownDepartures(p *Page, all, one *lab.Head) {
	for _, c := range changes(one) {
		p.Asked = append(p.Asked, one.Scenario+": "+c)
	}
	for _, o := range whatIf(one) {
		if !slices.Contains(whatIf(all), o) { // which are told already
			p.Asked = append(p.Asked, one.Scenario+", what if: "+o)
		}
	}
}

// Say adds a sentence to the finding.
func (p *Page) Say(sentence string) { p.Finding = append(p.Finding, sentence) }

// sayIf adds one if there is any.
func (p *Page) sayIf(sentence string) {
	if sentence != "" {
		p.Say(sentence)
	}
}

// withoutZeros leaves out of its table the columns of figures in which nothing but noughts stands, and says so below. Where that
// leaves no figure, there is no table.
func (s *Section) withoutZeros() {
	var kept []int
	var none []string
	figures := 0
	for k, c := range s.Table.Columns {
		if c.Figure && !slices.ContainsFunc(s.Table.Rows, func(r Row) bool { return k < len(r.Cells) && strings.Trim(r.Cells[k], "+-0. %") != "" }) {
			none = append(none, c.Head)
			continue
		}
		kept = append(kept, k)
		if c.Figure {
			figures++
		}
	}
	if len(none) == 0 {
		return
	}
	said := "0 throughout, and left out: " + words.And(none) + "."
	if figures == 0 {
		s.Table, s.Text = nil, append(s.Text, "Nothing: "+words.And(none)+" are 0 throughout.")
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
	s.Table, s.Below = t, append([]string{said}, s.Below...)
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

// Text writes the page for a terminal of so many columns; 0 sets no limit to tables, and prose is then 80 wide.
func (p *Page) Text(out io.Writer, width int) error {
	prose := width
	if width == 0 {
		prose = unlimitedProse
	}
	var b strings.Builder
	paragraph := func(indent, text string) { writeWrapped(&b, indent, words.Plain(text), prose) }
	for _, s := range p.Finding {
		paragraph("", s)
	}
	if p.Title != "" {
		b.WriteString("\n")
		paragraph("", p.Title)
		for _, a := range p.Asked {
			paragraph("  ", a)
		}
	}
	for _, section := range p.Sections {
		b.WriteString("\n")
		switch {
		case section.Heading != "" && section.File != "" && section.File != section.Heading:
			paragraph("", section.Heading+" ("+section.File+")")
		case section.Heading != "":
			paragraph("", section.Heading)
		}
		for _, s := range section.Text {
			paragraph("  ", s)
		}
		if section.Table != nil {
			if section.Heading != "" || len(section.Text) > 0 {
				b.WriteString("\n")
			}
			section.Table.text(&b, width)
			if len(section.Below) > 0 {
				b.WriteString("\n")
			}
		}
		for _, s := range section.Below {
			paragraph("  ", s)
		}
	}
	for _, s := range p.Notes {
		b.WriteString("\n")
		paragraph("", s)
	}
	_, err := io.WriteString(out, strings.TrimLeft(b.String(), "\n"))
	return err
}

// unlimitedProse is the width of prose where tables may be as wide as they like.
const unlimitedProse = 80

// Markdown writes the page for a README or a paper.
func (p *Page) Markdown(out io.Writer) error {
	var blocks []string
	add := func(text string) { blocks = append(blocks, text) }
	prose := func(sentences []string) {
		if len(sentences) > 0 {
			add(words.MarkdownProse(strings.Join(sentences, "\n")))
		}
	}
	if p.Made != "" {
		add("<!-- " + p.Made + " -->")
	}
	if !p.Bare {
		prose(p.Finding)
	}
	if p.Title != "" {
		add("# " + oneLine(words.Markdown(p.Title)))
	}
	if len(p.Asked) > 0 {
		var list []string
		for _, a := range p.Asked {
			list = append(list, "- "+oneLine(words.Markdown(a)))
		}
		add(strings.Join(list, "\n"))
	}
	for _, section := range p.Sections {
		if section.Heading != "" {
			add(map[bool]string{false: "## ", true: "### "}[section.Sub] + oneLine(words.Markdown(section.Heading)))
		}
		prose(section.Text)
		if section.File != "" {
			add("File: [" + oneLine(words.Markdown(section.File)) + "](" + link(section.File) + ")")
		}
		if section.Table != nil {
			add(section.Table.markdown())
		}
		prose(section.Below)
	}
	for _, n := range p.Notes {
		add(words.MarkdownProse(n))
	}
	_, err := io.WriteString(out, strings.Join(blocks, "\n\n")+"\n")
	return err
}

// HTML writes the page as a fragment to be set into a web page.
func (p *Page) HTML(out io.Writer) error {
	var b strings.Builder
	element := func(tag, text string) {
		if text != "" {
			b.WriteString("<" + tag + ">" + escaped(text) + "</" + tag + ">\n")
		}
	}
	element("p", strings.Join(p.Finding, " "))
	element("h1", p.Title)
	if len(p.Asked) > 0 {
		b.WriteString("<ul>\n")
		for _, a := range p.Asked {
			element("li", a)
		}
		b.WriteString("</ul>\n")
	}
	for _, section := range p.Sections {
		if section.Heading != "" {
			tag := map[bool]string{false: "h2", true: "h3"}[section.Sub]
			b.WriteString("<" + tag + ` id="` + anchor(section.Heading) + `">` + escaped(section.Heading) + "</" + tag + ">\n")
		}
		element("p", strings.Join(section.Text, " "))
		if section.File != "" {
			b.WriteString(`<p>File: <a href="` + link(section.File) + `">` + escaped(section.File) + "</a></p>\n")
		}
		if section.Table != nil {
			b.WriteString(section.Table.html())
		}
		element("p", strings.Join(section.Below, " "))
	}
	for _, n := range p.Notes {
		element("p", n)
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// escaped is text that a web page shows as it stands.
func escaped(text string) string { return html.EscapeString(words.Plain(text)) }

// link is what a link to a file beside the page says.
func link(file string) string { return strings.ReplaceAll((&url.URL{Path: file}).String(), "&", "%26") }

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// anchor is what a link to a heading says, as GitHub makes it: letters, figures and dashes, blanks made dashes.
func anchor(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, oneLine(heading))
}

// writeWrapped writes text in lines that stand in by an indent, within a width in all, 0 for no limit.
func writeWrapped(b *strings.Builder, indent, text string, width int) {
	for _, line := range wrap(text, width-breadth(indent)) {
		b.WriteString(strings.TrimRight(indent+line, " ") + "\n")
	}
}

// wrap breaks text into lines no wider than width, between words only: a word that is wider stands alone. Line breaks in
// the text are kept. Below no width at all nothing is broken.
func wrap(text string, width int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		now := ""
		for _, word := range unbroken(paragraph) {
			switch {
			case now == "":
				now = word
			case width <= 0 || breadth(now)+1+breadth(word) <= width:
				now += " " + word
			default:
				lines, now = append(lines, now), word
			}
		}
		lines = append(lines, now)
	}
	return lines
}

// unbroken are the words of a text. A per cent sign stays with its number.
func unbroken(text string) []string {
	var all []string
	for _, word := range strings.Fields(text) {
		if strings.HasPrefix(word, "%") && len(all) > 0 {
			all[len(all)-1] += " " + word
			continue
		}
		all = append(all, word)
	}
	return all
}
