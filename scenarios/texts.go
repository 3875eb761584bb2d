package scenarios

import (
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// How long what people read may be. A longer one is a slip, and no table or chart could hold it.
const (
	longestID    = 64
	longestName  = 80   // of a state, or of an actor
	longestTitle = 200  // of a title, and of any other text of one line
	longestText  = 4000 // of a summary or an expectation
)

// severalLines names the texts that may have more than one line.
var severalLines = map[string]bool{"summary": true, "expectation": true}

// legible holds a text to what can be shown, and gives it as it will be. Lines end as they do here.
func (d *decoder) legible(s string, n *node, tag reflect.StructTag, path string) string {
	key := tag.Get("toml")
	most, several := longestTitle, severalLines[key]
	switch {
	case several:
		most, s = longestText, strings.ReplaceAll(s, "\r\n", "\n")
	case key == "name":
		most = longestName
	}
	if k := utf8.RuneCountInString(s); k > most {
		d.faults.value(n, path, "has %d characters, and may have at most %d, for tables and charts to hold it", k, most)
	}
	if r, found := unseen(s, several); found {
		d.faults.value(n, path, "holds %s, which is not seen and changes how the rest is shown", character(r))
	}
	return s
}

// character names a character that is not seen.
func character(r rune) string {
	switch r {
	case '\n', '\r', '\u0085', '\u2028', '\u2029':
		return "an end of line"
	case '\t':
		return "a tab"
	}
	return "the control character " + strings.Trim(strconv.QuoteRuneToASCII(r), "'")
}

// What programs that read tables make of a word: the patterns match all of it, whatever its capitals.
var misreadings = []struct {
	word func() *regexp.Regexp
	as   string
}{
	{whole(`n/?a|nan|null|none|#n/a|<na>|-nan`), "R or pandas reads %s as missing"},
	{whole(`[+-]?inf(inity)?`), "R or pandas reads %s as infinity"},
	{whole(`true|false|t|f`), "R or a spreadsheet reads %s as true or false"},
	{whole(`[+-]?\d+([.,]\d*)*(e[+-]?\d+)?%?|[+-]?[.,]\d+(e[+-]?\d+)?|0x[0-9a-f]+(p\d+)?`), "a spreadsheet or pandas reads %s as a number"},
	{whole(`\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?|\d{1,2}:\d{2}(:\d{2})?|\d{1,2} ?[ap]m`), "a spreadsheet reads %s as a date or a time"},
	{whole(`\d+[-/ .]*` + month + `([-/ .]*\d+)?|` + month + `[-/ .]*\d+`), "a spreadsheet reads %s as a date"},
}

const month = `(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)`

func whole(pattern string) func() *regexp.Regexp { return Pattern(`^(?i:` + pattern + `)$`) }

// misread says what a program that reads our tables would make of a name, where that is not the name; nothing if all is
// well. A name that does not come back as it went out cannot be joined with anything.
func misread(name string) string {
	for _, m := range misreadings {
		if m.word().MatchString(name) {
			return strings.Replace(m.as, "%s", name, 1)
		}
	}
	return ""
}

// formula tells whether a spreadsheet would take a name for one.
func formula(name string) bool { return name != "" && strings.ContainsRune("=+-@", rune(name[0])) }
