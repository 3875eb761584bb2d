package tables

import (
	"html"
	"io"
	"net/url"
	"strings"
	"unicode"

	"entente/plots/words"
)

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
			b.WriteString("<" + tag + ">" + Prose(text) + "</" + tag + ">\n")
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

// Prose is text for a web page, in which commands between backticks are set as code.
func Prose(text string) string {
	return words.Coded(text, escaped, func(code string) string { return "<code>" + escaped(code) + "</code>" })
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
