package tables

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"entente/plots/words"
)

func plain(name string) string { return name }

// oddly named worlds, as a scenario may have them.
var odd = map[string]func(string) string{
	"plain": plain,
	"long": func(name string) string {
		return "The Federated and Most Serene Commonwealth of " + name + " and its Dependencies"
	},
	"a word": func(name string) string {
		return strings.ReplaceAll(name, " ", "-") + "-verfassungsgebende-Versammlung"
	},
	"wide":    func(name string) string { return "東南アジア条約機構 " + name },
	"control": func(name string) string { return "\x1b[31m" + name + "\u202e\x07" },
	"markup":  func(name string) string { return "<b>*" + name + "*</b> | [x](y) `_&lt;_`" },
	"one":     func(name string) string { return name[:1] },
}

func asText(t *testing.T, p *Page, width int) string {
	t.Helper()
	var b bytes.Buffer
	if err := p.Text(&b, width); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func asMarkdown(t *testing.T, p *Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := p.Markdown(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func asHTML(t *testing.T, p *Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := p.HTML(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEveryAnswerIsToldAsAccepted(t *testing.T) {
	for name, a := range madeUp(plain) {
		golden(t, name, told(a))
	}
	l := told(library(plain))
	accepted(t, "library.md", asMarkdown(t, l))
	accepted(t, "library.html", asHTML(t, l))
}

// each calls do with every answer under every kind of name.
func each(do func(label string, p *Page)) {
	for kind, name := range odd {
		for question, a := range madeUp(name) {
			do(question+", "+kind+" names", told(a))
		}
	}
}

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
	for _, part := range p.Parts {
		all = slices.Concat(all, []string{part.Heading}, part.Text, part.Below)
		if part.Table != nil {
			for _, c := range part.Table.Columns[1:] { // what the rows are goes without saying where they are stacked
				all = append(all, c.Head)
			}
			for _, r := range part.Table.Rows {
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

func TestTheFirstLineIsTheFinding(t *testing.T) {
	each(func(label string, p *Page) {
		first, _, _ := strings.Cut(asText(t, p, 1<<20), "\n")
		if first != words.Plain(p.Finding[0]) || !strings.HasSuffix(first, ".") || strings.TrimSpace(first) != first {
			t.Errorf("%s: begins with %q", label, first)
		}
		if !strings.Contains(first, "%") && !strings.Contains(first, "what-if") {
			t.Errorf("%s: the finding has no figure: %q", label, first)
		}
		if got := strings.TrimPrefix(asMarkdown(t, p), "<!-- "+p.Made+" -->\n\n"); !strings.HasPrefix(got, words.MarkdownProse(p.Finding[0])+"\n") {
			t.Errorf("%s: Markdown begins with %q", label, got[:min(len(got), 80)])
		}
		if got := asHTML(t, p); !strings.HasPrefix(got, "<p>"+escaped(p.Finding[0])) {
			t.Errorf("%s: a web page begins with %q", label, got[:min(len(got), 80)])
		}
	})
}

func TestWithoutAWidthEveryRowIsALine(t *testing.T) {
	each(func(label string, p *Page) {
		got := asText(t, p, 0)
		for _, part := range p.Parts {
			if part.Table == nil {
				continue
			}
			for _, r := range part.Table.shown(words.Plain).Rows {
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

// bar parts the cells of a Markdown table, and markup is what the oddest names would be if they were not escaped.
var (
	bar    = regexp.MustCompile(`(^|[^\\])\|`)
	markup = regexp.MustCompile("<b>|\\[x\\]\\(y\\)|&lt;_|(^|[^\\\\])`|(^|[^\\\\*])\\*([^*]|$)")
)

func TestNamesAreShownAsTheyStand(t *testing.T) {
	each(func(label string, p *Page) {
		for form, got := range map[string]string{"text": asText(t, p, 80), "Markdown": asMarkdown(t, p), "HTML": asHTML(t, p)} {
			if i := strings.IndexAny(got, "\x1b\x07\u202e"); i >= 0 {
				t.Errorf("%s: %s steers what shows it at %q", label, form, got[i:min(i+20, len(got))])
			}
		}
		if got := asHTML(t, p); strings.Contains(got, "<b>") {
			t.Errorf("%s: a name is markup in HTML", label)
		}
		got := strings.TrimPrefix(asMarkdown(t, p), "<!-- "+p.Made+" -->")
		if mark := markup.FindString(got); mark != "" {
			t.Errorf("%s: a name is markup in Markdown: %q", label, mark)
		}
		width := 0
		for line := range strings.Lines(got) {
			if !strings.HasPrefix(line, "|") {
				width = 0
				continue
			}
			bars := len(bar.FindAllString(line, -1))
			if width != 0 && bars != width {
				t.Errorf("%s: a name adds a cell to a table: %q", label, line)
			}
			width = bars
		}
	})
}

func TestLinksLeadToSections(t *testing.T) {
	each(func(label string, p *Page) {
		there := map[string]bool{}
		for _, part := range p.Parts {
			there[part.Heading] = true
		}
		for _, part := range p.Parts {
			if part.Table == nil {
				continue
			}
			for _, r := range part.Table.Rows {
				if r.To != "" && !there[r.To] {
					t.Errorf("%s: a row leads to %q, and no section is called that", label, r.To)
				}
			}
		}
	})
}

// An answer read back from its JSON is told in the same words.
func TestAnAnswerReadBackIsToldTheSame(t *testing.T) {
	answers := madeUp(plain)
	for _, name := range slices.Sorted(maps.Keys(answers)) {
		a := answers[name]
		j, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		back := reflect.New(reflect.TypeOf(a).Elem()).Interface()
		if err := json.Unmarshal(j, back); err != nil {
			t.Fatal(err)
		}
		if x, y := asText(t, told(a), 80), asText(t, told(back), 80); x != y {
			t.Errorf("%s: told otherwise when read back:\n%s", name, y)
		}
	}
}
