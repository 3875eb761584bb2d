package scenarios

import (
	"strings"
	"testing"
)

// Our walk of the text finds every key where it is written, in all the ways in which TOML lets a key be written.
func TestEveryKeyIsFoundWhereItIsWritten(t *testing.T) {
	lines := []string{
		`plain = 1 # the plain one`,
		`"in \"quotes\"" = "a # in a text, \" and all" # a comment`,
		`'C:\' = 'C:\'`,
		`long = """`,
		`no = key, no # comment`,
		`\""" five at the end: """"" # after a long text`,
		`single = '''\`,
		`''not the end'''''`,
		`list = [ # first`,
		`  1, # one`,
		`  [2, "]"], # two`,
		`] # last`,
		`row = { a = 1, b.c = "}", # inside`,
		`  d = [3] }`,
		`dotted . key.'of three' = 1979-05-27 07:32:00`,
		`# a comment of its own = 1`,
		`[ states . "JPN" ] # Japan`,
		`stance=0.5#close`,
		`[[many]]`,
		`x = 1`,
		`[many.sub]`,
		`y = 2`,
		`[[many]]`,
		`x = 3`,
		``,
	}
	for _, ends := range []string{"\n", "\r\n"} {
		text := "\ufeff" + strings.Join(lines, ends)
		checkMarks(t, text)
		src := newSource("text", text)
		src.index()
		for _, c := range []struct {
			path    string
			line    int
			comment string
		}{
			{"plain", 1, "the plain one"},
			{`in "quotes"`, 2, "a comment"},
			{`C:\`, 3, ""},
			{"long", 4, "after a long text"},
			{"single", 7, ""},
			{"list", 9, "first"},
			{"row", 13, "inside"},
			{"row/b", 13, ""},
			{"row/b/c", 13, "inside"},
			{"row/d", 14, ""},
			{"dotted/key/of three", 15, ""},
			{"states", 17, ""},
			{"states/JPN", 17, "Japan"},
			{"states/JPN/stance", 18, "close"},
		} {
			m := src.marks
			for _, k := range strings.Split(c.path, "/") {
				if m = m.table[k]; m == nil {
					t.Fatalf("%s has no place", c.path)
				}
			}
			if line := src.line(m.key.from) + 1; line != c.line {
				t.Errorf("%s is in line %d, want %d", c.path, line, c.line)
			}
			if comment := src.comment(m); comment != c.comment {
				t.Errorf("beside %s is written %q, want %q", c.path, comment, c.comment)
			}
		}
	}
}
