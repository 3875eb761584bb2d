package report

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"strings"
	texts "text/template"

	"gonum.org/v1/plot/vg"

	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/sim/lab/history"
)

//go:embed page.html page.css paper.tex
var files embed.FS

// The names of the files of a report, beside those of its charts, which the paper takes as PDF.
const (
	PageFile       = "report.html"
	PaperFile      = "report.tex"
	ReferencesFile = "references.bib"
)

// HTML writes a report as one page that asks nothing of any network and runs no script. charts are those of plots.OfReport; command is
// what gives the same report.
func HTML(out io.Writer, r *history.Report, charts []plots.Named, command string) error {
	t, err := template.New("page.html").Funcs(template.FuncMap{
		"table": func(t *tables.Table) template.HTML { return template.HTML(t.HTML()) },       // which escapes each cell
		"prose": func(text string) template.HTML { return template.HTML(tables.Prose(text)) }, // which escapes all but its own marks
		"svg":   svg,
		"style": style,
		"times": times,
		"wide":  func(c chart) bool { width, _ := c.Chart().Size(); return width > narrow },
	}).ParseFS(files, "page.html")
	if err != nil {
		return err
	}
	return t.Execute(out, layOut(r, charts, command))
}

// Paper writes a report in LaTeX, to be compiled beside the PDF files of its charts and references.bib.
func Paper(out io.Writer, r *history.Report, charts []plots.Named, command string) error {
	t, err := texts.New("paper.tex").Delims("<<", ">>").Funcs(texts.FuncMap{
		"tex": func(text string) string {
			code := func(code string) string { return `\texttt{` + words.LaTeX(code) + "}" }
			return strings.ReplaceAll(words.Coded(strings.TrimSpace(text), words.LaTeX, code), "\n", " ")
		},
		"heading": heading,
		"lines":   func(text string) []string { return strings.Split(text, "\n") },
		"size":    size,
		"times":   times,
	}).ParseFS(files, "paper.tex")
	if err != nil {
		return err
	}
	return t.Execute(out, layOut(r, charts, command))
}

// References writes what a report rests on as BibTeX.
func References(out io.Writer, r *history.Report) error {
	_, err := io.WriteString(out, strings.TrimLeft(words.BibTeX(r.Rests), "\n"))
	return err
}

// narrow is how wide a chart may be so that a telephone shows it whole.
const narrow = 9.5 * vg.Centimeter

func style() (template.CSS, error) {
	text, err := files.ReadFile("page.css")
	return template.CSS(text), err
}

// svg is a chart to be set into a page: what is for a file of its own is left out.
func svg(c chart) (template.HTML, error) {
	var b bytes.Buffer
	if err := c.Write(&b, "svg"); err != nil {
		return "", err
	}
	text := b.String()
	return template.HTML(text[strings.Index(text, "<svg"):]), nil
}

// heading is that of a section of a paper.
func heading(s section) string {
	command := map[int]string{2: `\section`, 3: `\subsection`}[s.Level]
	return command + "{" + words.LaTeX(s.Heading) + "}"
}

// textWidth is the width of the text of a paper, in points of 1/72 inch: A4 with margins of 25 mm.
const textWidth = 160 / 25.4 * 72

// size is that of a chart on a page: its own, unless that is wider than the text.
func size(c chart) string {
	width, _ := c.Chart().Size()
	return fmt.Sprintf("width=%.1fbp", min(width.Points(), textWidth))
}

func times(n int) string {
	switch n {
	case 0:
		return "beside no figure"
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return words.Thousands(n) + " times"
}
