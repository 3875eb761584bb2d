package scenarios

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Fault is one thing that is wrong with a scenario, told to the person who wrote it.
type Fault struct {
	File    string `json:"file"`    // its name; that of a --set, such as "--set 2"
	Line    int    `json:"line"`    // from 1
	Col     int    `json:"column"`  // in characters, from 1
	Path    string `json:"path"`    // of the figure; "" if it is none
	Message string `json:"message"` // what is wrong, and what would be right
	Source  string `json:"source"`  // the line

	width int // characters to underline
	set   int // number of the --set, from 1; 0 in a file
}

// Faults are all that is wrong with a scenario, by file and line, those of --sets last.
type Faults []Fault

// What a person reads of faults.
const (
	mostShown   = 100  // faults told one by one; the rest are counted
	mostHints   = 1000 // faults with a guess at what was meant: guesses take time, and nobody reads on so far
	widest      = 71   // characters of a line at fault, so that with its number it fits a terminal of 80
	longestTold = 400  // characters of what is wrong
)

// Error is the text for a person, with the lines at fault underlined.
func (fs Faults) Error() string {
	var b strings.Builder
	for _, f := range fs[:min(len(fs), mostShown)] {
		b.WriteString(f.String())
		b.WriteString("\n\n")
	}
	if more := len(fs) - mostShown; more > 0 {
		fmt.Fprintf(&b, "and %d more, which are not shown\n\n", more)
	}
	plural := "s"
	if len(fs) == 1 {
		plural = ""
	}
	fmt.Fprintf(&b, "%d fault%s", len(fs), plural)
	return b.String()
}

// String is the text for a person, with the line at fault underlined.
func (f Fault) String() string {
	where, number := fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Col), fmt.Sprint(f.Line)
	if f.set > 0 {
		where, number = f.File, ""
	}
	source, col, width := f.window()
	indent := strings.Map(func(r rune) rune { // a tab stays a tab, so that the caret stands where the fault does
		if r == '\t' {
			return r
		}
		return ' '
	}, string(source[:col]))
	return fmt.Sprintf("%s: %s\n%6s | %s\n%6s | %s%s", where, f.Message, number, string(source), "", indent,
		strings.Repeat("^", max(1, width)))
}

// window is the part of the line at fault that is shown: all of it, or what lies around the fault, with dots where it is
// cut. The fault stands col characters after its beginning and is so many wide.
func (f Fault) window() (source []rune, col, width int) {
	const dots = "..."
	source, col, width = []rune(f.Source), f.Col-1, f.width
	if len(source) <= widest {
		return source, col, width
	}
	width = min(width, widest/2)
	from := 0
	if col+width > widest-len(dots) {
		from = min(col-(widest-width)/2, max(len(source)-widest, 0))
	}
	to := min(from+widest, len(source))
	cut := slices.Clone(source[from:to])
	if from > 0 {
		copy(cut, []rune(dots))
	}
	if to < len(source) {
		copy(cut[len(cut)-len(dots):], []rune(dots))
	}
	return cut, col - from, width
}

func (fs Faults) sort() {
	slices.SortStableFunc(fs, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.set, b.set), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Col, b.Col))
	})
}

// collector gathers the faults of one reading.
type collector struct {
	faults Faults
	paths  map[string]bool // that have a fault, or something below them has
}

// all are the faults, in the order of their places; nil if there is none.
func (c *collector) all() error {
	if len(c.faults) == 0 {
		return nil
	}
	c.faults.sort()
	return c.faults
}

// suggest is Suggest, until there are so many faults that nobody reads them all.
func (c *collector) suggest(word string, known []string) string {
	if len(c.faults) >= mostHints {
		return ""
	}
	return Suggest(word, known)
}

// meant is suggest for a fault that lists the known words itself.
func (c *collector) meant(word string, known []string) string {
	if len(c.faults) >= mostHints || Nearest(word, known) == "" {
		return ""
	}
	return Suggest(word, known)
}

// add notes a fault at a place in a layer.
func (c *collector) add(src *source, at span, path, format string, args ...any) {
	at.from = min(at.from, len(src.text))
	line := src.line(at.from)
	text := src.lineText(line)
	start := min(at.from-src.lines[line], len(text))
	for start > 0 && start < len(text) && !utf8.RuneStart(text[start]) { // the library may point into a character
		start--
	}
	end := min(max(at.to-src.lines[line], start), len(text))
	message := fmt.Sprintf(format, args...)
	if utf8.RuneCountInString(message) > longestTold {
		message = string([]rune(message)[:longestTold]) + " ..."
	}
	c.faults = append(c.faults, Fault{
		File: src.name, Line: line + 1, Col: utf8.RuneCountInString(text[:start]) + 1, Path: path, Message: message, Source: text,
		width: max(1, utf8.RuneCountInString(text[start:end])), set: src.set,
	})
	if c.paths == nil {
		c.paths = map[string]bool{}
	}
	for !c.paths[path] && path != "" {
		c.paths[path] = true
		path = path[:max(strings.LastIndexByte(path, '.'), 0)]
	}
}

// key notes a fault of the key at n, in a sentence that begins with the path.
func (c *collector) key(n *node, path, format string, args ...any) {
	c.add(n.src, n.mark.key, path, "%s "+format, append([]any{path}, args...)...)
}

// value notes a fault of the value at n, in a sentence that begins with the path.
func (c *collector) value(n *node, path, format string, args ...any) {
	c.add(n.src, n.mark.value, path, "%s "+format, append([]any{path}, args...)...)
}

// within tells whether a fault is known of path or of anything below it.
func (c *collector) within(path string) bool { return c.paths[path] }
