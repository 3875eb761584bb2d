package words

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"entente/sim"
	"entente/sim/lab"
)

// Entry is one of a bibliography, as BibTeX and biber read it. A field that nobody knows is left out.
type Entry struct {
	Kind   string // as BibTeX has it
	Key    string // by which it is cited: of the same work or text always the same
	Fields []Field
}

// Field is one of an entry. Its text is as people write it.
type Field struct{ Name, Text string }

// BibTeX is the entry as BibTeX. Texts keep their capitals.
func (e Entry) BibTeX() string {
	var b strings.Builder
	fmt.Fprintf(&b, "@%s{%s,\n", e.Kind, e.Key)
	for _, f := range e.Fields {
		open, end := "{{", "}}"
		if f.Name == "author" || f.Name == "editor" || f.Name == "year" || f.Name == "volume" || f.Name == "number" || f.Name == "pages" {
			open, end = "{", "}"
		}
		text := f.Text
		if f.Name != "author" && f.Name != "editor" && f.Name != "pages" {
			text = LaTeX(text)
		}
		fmt.Fprintf(&b, "  %s = %s%s%s,\n", f.Name, open, strings.Join(strings.Fields(text), " "), end)
	}
	b.WriteString("}\n")
	return b.String()
}

// Reference is the entry as a list of references has it.
func (e Entry) Reference() string {
	known := map[string]string{}
	for _, f := range e.Fields {
		known[f.Name] = f.Text
	}
	var parts []string
	say := func(text string) {
		if text = strings.TrimRight(strings.TrimSpace(text), "."); text != "" {
			parts = append(parts, text)
		}
	}
	who := strings.NewReplacer(" and others", " et al.", " and ", ", ", "{", "", "}", "").Replace(known["author"])
	if known["year"] != "" {
		who = strings.TrimSpace(who + " (" + known["year"] + ")")
	}
	say(who)
	say(known["title"])
	where := known["journal"]
	if known["booktitle"] != "" {
		where = "In " + known["booktitle"]
		if known["editor"] != "" {
			where += ", edited by " + strings.ReplaceAll(known["editor"], " and ", ", ")
		}
	}
	if known["volume"] != "" {
		where += " " + known["volume"]
	}
	if known["number"] != "" {
		where += "(" + known["number"] + ")"
	}
	if known["publisher"] != "" {
		where = strings.TrimPrefix(where+", "+known["publisher"], ", ")
	}
	if known["pages"] != "" {
		where += ": " + strings.ReplaceAll(known["pages"], "--", "-")
	}
	say(where)
	if known["version"] != "" {
		say("Version " + known["version"])
	}
	say(known["note"])
	return strings.Join(parts, ". ") + "."
}

// OfWork is the entry of a publication, with what is told of it and no more.
func OfWork(w sim.Work) Entry {
	e := Entry{Kind: "misc", Key: keyed(w.Authors[0]) + fmt.Sprint(w.Year)}
	switch {
	case w.Journal != "" && w.Title != "":
		e.Kind = "article"
	case w.Book != "" && w.Publisher != "":
		e.Kind = "incollection"
	case w.Title != "" && w.Publisher != "":
		e.Kind = "book"
	}
	add := func(name, text string) {
		if text != "" {
			e.Fields = append(e.Fields, Field{name, text})
		}
	}
	authors := strings.Join(w.Authors, " and ")
	if w.Others {
		authors += " and others"
	}
	add("author", authors)
	add("title", w.Title)
	journal := "journal"
	if e.Kind == "misc" && w.Journal != "" {
		journal = "howpublished" // an article whose title is not told
	}
	add(journal, w.Journal)
	add("booktitle", w.Book)
	add("editor", strings.Join(w.Editors, " and "))
	add("publisher", w.Publisher)
	add("year", fmt.Sprint(w.Year))
	add("volume", w.Volume)
	add("number", w.Number)
	add("pages", strings.ReplaceAll(w.Pages, "-", "--"))
	add("annote", w.For) // which styles do not print
	return e
}

// OfSource is the entry of what a scenario names as a source: its name there, if it has one, and its text as it stands.
func OfSource(name, text string) Entry {
	hash := fmt.Sprintf("%x", sha256.Sum256([]byte(name+"\x00"+text)))[:6] // two texts of one name are two entries
	e := Entry{Kind: "misc"}
	if name == "" {
		e.Key = keyed(text) + "-" + hash
		e.Fields = []Field{{"key", text}, {"title", text}}
		return e
	}
	e.Key = keyed(name) + "-" + hash
	e.Fields = []Field{{"key", name}, {"title", name}, {"note", text}}
	return e
}

// OfProgram is the entry of entente itself, as CITATION.cff has it.
func OfProgram() Entry {
	return Entry{"misc", "entente", []Field{{"author", "{The Entente authors}"},
		{"title", "Entente: an agent-based simulator of alliance formation"}, {"note", "Software, version " + sim.Version + ", BSD-3-Clause"}}}
}

// longestKey is so long that a key can be typed.
const longestKey = 24

// keyed is a text as part of a key: small letters, figures and dashes.
func keyed(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		if plain, ok := plainLetter[r]; ok {
			r = plain
		}
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case (unicode.IsSpace(r) || r == '-') && b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() == longestKey {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}

var plainLetter = map[rune]rune{'á': 'a', 'à': 'a', 'ä': 'a', 'å': 'a', 'ç': 'c', 'é': 'e', 'è': 'e', 'í': 'i', 'ñ': 'n', 'ó': 'o', 'ö': 'o', 'ø': 'o',
	'ú': 'u', 'ü': 'u'}

// Entries are those of a bibliography: the program first, then what the theory and the statistics rest on, then the sources of scenarios.
func Entries(b *lab.Bibliography) []Entry {
	all := []Entry{OfProgram()}
	for _, w := range slices.Concat(b.Theory, b.Methods) {
		all = append(all, OfWork(w))
	}
	for _, s := range b.Sources {
		all = append(all, OfSource(s.Name, s.Text))
	}
	return all
}

// BibTeX is a bibliography as BibTeX.
func BibTeX(b *lab.Bibliography) string {
	var text strings.Builder
	for _, e := range Entries(b) {
		text.WriteString("\n" + e.BibTeX())
	}
	return text.String()
}

// Bases says what so many figures of a scenario rest on.
func Bases(b lab.Bases) string {
	all := b.Sourced + b.Judged + b.Recalled + b.Computed + b.Set + b.Other
	var parts []string
	say := func(n int, always bool, one, many string) {
		switch {
		case n == 1:
			parts = append(parts, "1 "+one)
		case n > 1 || always:
			parts = append(parts, Thousands(n)+" "+many)
		}
	}
	say(b.Sourced, true, "names a source", "name a source")
	say(b.Judged, true, "is a judgement", "are judgements")
	say(b.Recalled, true, "is from memory", "are from memory")
	say(b.Computed, false, "is computed from others", "are computed from others")
	say(b.Set, false, "is set on the command line", "are set on the command line")
	say(b.Other, false, "says something else or nothing", "say something else or nothing")
	return "of " + Count(all, "figure") + " " + And(parts)
}
