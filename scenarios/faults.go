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
	File    string
	Line    int // from 1
	Col     int // in characters, from 1
	Path    string
	Message string
	Source  string // the line

	width int // characters to underline
	set   int // number of the --set, from 1; 0 in a file
}

// Faults are all that is wrong with a scenario, by file and line, those of --sets last.
type Faults []Fault

// Error is the text for a person, with the lines at fault underlined.
func (fs Faults) Error() string {
	var b strings.Builder
	for _, f := range fs {
		b.WriteString(f.String())
		b.WriteString("\n\n")
	}
	plural := "s"
	if len(fs) == 1 {
		plural = ""
	}
	fmt.Fprintf(&b, "%d fault%s", len(fs), plural)
	return b.String()
}

func (f Fault) String() string {
	where, number := fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Col), fmt.Sprint(f.Line)
	if f.set > 0 {
		where, number = f.File, ""
	}
	indent := strings.Map(func(r rune) rune { // a tab stays a tab, so that the caret stands where the fault does
		if r == '\t' {
			return r
		}
		return ' '
	}, string([]rune(f.Source)[:f.Col-1]))
	return fmt.Sprintf("%s: %s\n%6s | %s\n%6s | %s%s", where, f.Message, number, f.Source, "", indent,
		strings.Repeat("^", f.width))
}

func (fs Faults) sort() {
	slices.SortStableFunc(fs, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.set, b.set), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Col, b.Col))
	})
}

// add notes a fault at a place in a layer.
func (fs *Faults) add(src *source, at span, path, format string, args ...any) {
	at.from = min(at.from, len(src.text))
	line := src.line(at.from)
	text := src.lineText(line)
	start := min(at.from-src.lines[line], len(text))
	for start > 0 && start < len(text) && !utf8.RuneStart(text[start]) { // the library may point into a character
		start--
	}
	end := min(max(at.to-src.lines[line], start), len(text))
	*fs = append(*fs, Fault{
		File: src.name, Line: line + 1, Col: utf8.RuneCountInString(text[:start]) + 1,
		Path: path, Message: fmt.Sprintf(format, args...), Source: text,
		width: max(1, utf8.RuneCountInString(text[start:end])), set: src.set,
	})
}

// key notes a fault of the key at n, in a sentence that begins with the path.
func (fs *Faults) key(n *node, path, format string, args ...any) {
	fs.add(n.src, n.mark.key, path, "%s "+format, append([]any{path}, args...)...)
}

// value notes a fault of the value at n, in a sentence that begins with the path.
func (fs *Faults) value(n *node, path, format string, args ...any) {
	fs.add(n.src, n.mark.value, path, "%s "+format, append([]any{path}, args...)...)
}

// within tells whether a fault is known of path or of anything below it.
func (fs Faults) within(path string) bool {
	return slices.ContainsFunc(fs, func(f Fault) bool {
		return f.Path == path || strings.HasPrefix(f.Path, path+".")
	})
}
