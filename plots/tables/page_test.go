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
	"entente/sim/lab"
)

func TestWhatWasPlayedIsTold(t *testing.T) {
	for _, c := range []struct {
		why       string
		head      lab.Head
		want, not string
	}{
		{"all of it", lab.Head{Asked: 100, Runs: 100, Played: 100, ToPlay: 100}, "", "Cut short"},
		{"interrupted", lab.Head{Asked: 1000, Runs: 40, Played: 40, ToPlay: 1000}, "Cut short: 1,000 runs were asked for.", ""},
		{"it knew enough before", lab.Head{Asked: 1000, Runs: 100, Played: 2000, ToPlay: 2000}, "", "Cut short"},
		{"one failed", lab.Head{Asked: 100, Runs: 99, Played: 100, ToPlay: 100, Failures: []lab.Failure{{Run: 3}}},
			"Failed and left out: 1 of 100 runs.", "Cut short"},
		{"a what-if", lab.Head{Overrides: []string{"a.b = 1"}}, "What if: a.b = 1", ""},
		{"a scenario on another", lab.Head{Base: "pacific", Changes: []string{"a = 1", "b = 2"}}, "Changes in pacific: a = 1; b = 2.", ""},
		{"more changes than a reader reads", lab.Head{Base: "pacific", Changes: append(slices.Repeat([]string{"states.JPN.gdp = 1"}, 1000),
			"ties.a: added", "end = 2")},
			"1,002 in all, of which 1,000 in states, 1 in its head and\n  1 in ties; --json lists them", "states.JPN"},
		{"inputs that a path does not tell", lab.Head{Overrides: []string{"inputs = measured"}}, "stances from UN votes, and",
			"inputs ="},
		{"a parameter that its file changes, told once",
			lab.Head{Base: "pacific", Changes: []string{"a = 1"}, Overrides: []string{"a = 1"}}, "a = 1", "What if"},
		{"a forecast", lab.Head{AsOf: "2030-01-01"}, "As of 2030-01-01", "What if"},
	} {
		p := About(&c.head, "so many runs")
		p.Title = "A title"
		got := asText(t, p, 80)
		if !strings.Contains(got, c.want) || c.not != "" && strings.Contains(got, c.not) {
			t.Errorf("%s: told as\n%s", c.why, got)
		}
	}
}

// Text is broken between words.
func TestLinesBreakBetweenWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"one two three", 7, "one two|three"},
		{"in 37.2 % of them", 7, "in|37.2 %|of them"},
		{"a\nb c", 10, "a|b c"},
		{"unbreakably long", 4, "unbreakably|long"},
		{"never broken at all", 0, "never broken at all"},
		{"東南 アジア", 6, "東南|アジア"},
		{"", 5, ""},
	} {
		if got := strings.Join(wrap(c.text, c.width), "|"); got != c.want {
			t.Errorf("%q in %d columns is %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestAnchorsAreThoseOfGitHub(t *testing.T) {
	for _, c := range [][2]string{{"On pacific-2025", "on-pacific-2025"}, {"my pact.toml", "my-pacttoml"}, {"Éire & co", "éire--co"}} {
		if got := anchor(c[0]); got != c[1] {
			t.Errorf("%q is reached by %q, want %q", c[0], got, c[1])
		}
	}
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

func TestTheFirstLineIsTheFinding(t *testing.T) {
	each(func(label string, p *Page) {
		first, _, _ := strings.Cut(asText(t, p, 1<<20), "\n")
		if first != words.Plain(p.Finding[0]) || !strings.HasSuffix(first, ".") || strings.TrimSpace(first) != first {
			t.Errorf("%s: begins with %q", label, first)
		}
		if !strings.ContainsAny(first, "%+") && !strings.Contains(first, "what-if") && !strings.Contains(first, "block") {
			t.Errorf("%s: the finding has no figure: %q", label, first)
		}
		if got := strings.TrimPrefix(asMarkdown(t, p), "<!-- "+p.Made+" -->\n\n"); !strings.HasPrefix(got,
			words.MarkdownProse(p.Finding[0])+"\n") {
			t.Errorf("%s: Markdown begins with %q", label, got[:min(len(got), 80)])
		}
		if got := asHTML(t, p); !strings.HasPrefix(got, "<p>"+escaped(p.Finding[0])) {
			t.Errorf("%s: a web page begins with %q", label, got[:min(len(got), 80)])
		}
	})
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
		for _, section := range p.Sections {
			there[section.Heading] = true
		}
		for _, section := range p.Sections {
			if section.Table == nil {
				continue
			}
			for _, r := range section.Table.Rows {
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

// tells holds a page to what it must say somewhere.
func tells(t *testing.T, why string, p *Page, want string) {
	t.Helper()
	if got := asText(t, p, 1000); !strings.Contains(got, want) {
		t.Errorf("%s: %q is not in\n%s", why, want, got)
	}
}

// sectionOf is the section of a page under a heading.
func sectionOf(t *testing.T, p *Page, heading string) *Section {
	t.Helper()
	for k, section := range p.Sections {
		if section.Heading == heading {
			return &p.Sections[k]
		}
	}
	t.Fatalf("no section is headed %q", heading)
	return nil
}
