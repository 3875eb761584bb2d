package scenarios

import (
	"slices"
	"strings"
)

// Citation is the comment beside a figure: where the author says that it comes from.
type Citation struct {
	Text string // the comment
	File string // its name
	Line int    // from 1
}

// Cite finds the source of the figure or the row at a path such as states.JPN.stance: the comment beside it, or else
// beside the innermost key around it. It asks the layer that the figure is from; for a row, which may lie in several,
// from the top down. ok is false where there is none.
func (l *Loaded) Cite(path string) (c Citation, ok bool) {
	t, asked := scenarioType, l.files
	for _, k := range strings.Split(path, ".") {
		if t != nil {
			t = under(t, k)
		}
	}
	if n := l.root.get(path); n != nil && !holdsKeys(t) {
		asked = []*source{n.src}
	}
	for _, src := range slices.Backward(asked) {
		if c, ok = src.cite(path); ok {
			return c, ok
		}
	}
	return Citation{}, false
}

// above is the comment that stands by itself over a line: a reason too long to stand beside the figure.
func (s *source) above(line int) string {
	var words []string
	for line--; line >= 0; line-- {
		text, ok := strings.CutPrefix(strings.TrimSpace(s.lineText(line)), "#")
		if !ok {
			break
		}
		words = append(words, strings.TrimSpace(text))
	}
	slices.Reverse(words)
	return strings.Join(words, " ")
}

// cite is what one layer says of a path.
func (s *source) cite(path string) (c Citation, ok bool) {
	m := s.marks
	for _, k := range strings.Split(path, ".") {
		if m = m.table[k]; m == nil {
			return c, ok && s.set == 0
		}
		if text := s.comment(m); text != "" {
			line := s.line(m.key.from)
			if before, found := strings.CutSuffix(text, ", see above"); found {
				if why := s.above(line); why != "" {
					text = before + ": " + why
				}
			}
			c, ok = Citation{Text: text, File: s.name, Line: line + 1}, true
		}
	}
	if s.set > 0 {
		return Citation{Text: "set on the command line", File: s.name, Line: 1}, !m.implied
	}
	return c, ok
}

// Gives tells whether some layer gives the figure at a path, so that it does not stand for what is not known.
func (l *Loaded) Gives(path string) bool { return l.root.get(path) != nil }
