package tables

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// style prints each sheet on one piece of A5, its sources, or what is to come, on the back, and shows them as sheets on a screen. Each sheet has a back, if a
// blank one, so that it begins on a front for who prints on both sides. Letters are as tall in whatever typeface a machine has, so that sheets take as many pages.
const style = `@page { size: A5; margin: 7mm 10mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 9.5pt/1.28 Georgia, "Liberation Serif", serif; font-size-adjust: 0.46; color: #111; background: #fff; }
section { break-after: page; }
section:last-child { break-after: auto; }
section:not(:has(#sources, #what-is-known-to-come-and-what-may))::after { content: ""; display: block; height: 1mm; break-before: page; }
h1 { font-size: 18pt; line-height: 1.1; margin: 0 0 1mm; }
h1 + ul { list-style: none; margin: 0 0 2mm; padding: 0 0 1.5mm; border-bottom: 0.6pt solid #111; color: #444; font-size: 9pt; }
h2 { font: bold 9.4pt/1.2 Helvetica, Arial, "Liberation Sans", sans-serif; margin: 1.5mm 0 0.4mm; break-after: avoid; }
p { margin: 0 0 0.6mm; }
h2#sources, h2#what-is-known-to-come-and-what-may { break-before: page; }
h2#sources ~ table :is(th, td):not(:last-child) { white-space: nowrap; padding-right: 4mm; }
h2#sources ~ p { margin-top: 3mm; }
h2#what-is-known-to-come-and-what-may ~ table :is(td, th) { padding-block: 0.2mm; }
h2#your-private-goal + p, h2#your-red-line + p { border-left: 2pt solid #111; padding-left: 2.5mm; }
table { border-collapse: collapse; font-size: 9.2pt; }
th { text-align: left; border-bottom: 0.6pt solid #111; font-weight: bold; }
td, th { padding: 0.5mm 5mm 0.5mm 0; vertical-align: top; }
@media screen { section::after { display: none !important; } body { background: #ddd; font-size: 16px; font-size-adjust: none; }
section { width: 148mm; max-width: 100%; min-height: 210mm; margin: 6mm auto; padding: 8mm 10mm; background: #fff; }
table, h1 + ul, h2 { font-size: 16px; } }
`

// SheetsHTML writes sheets as one web page that needs nothing else, and prints as pages of A5.
func SheetsHTML(out io.Writer, title string, sheets []Sheet) error {
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"+
		"<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n", escaped(title), style)
	for _, s := range sheets {
		for range s.Copies {
			b.WriteString("<section>\n")
			if err := s.HTML(&b); err != nil {
				return err
			}
			b.WriteString("</section>\n")
		}
	}
	b.WriteString("</body>\n</html>\n")
	_, err := io.WriteString(out, b.String())
	return err
}

// SheetsMarkdown writes each sheet once, with how many copies it takes.
func SheetsMarkdown(out io.Writer, sheets []Sheet) error {
	for k, s := range sheets {
		if k > 0 {
			if _, err := io.WriteString(out, "\n---\n\n"); err != nil {
				return err
			}
		}
		page := *s.Page
		if s.Copies > 1 {
			page.Asked = append(slices.Clone(page.Asked), fmt.Sprintf("%d copies", s.Copies))
		}
		if err := page.Markdown(out); err != nil {
			return err
		}
	}
	return nil
}
