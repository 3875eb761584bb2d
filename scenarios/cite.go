package scenarios

import (
	"slices"
	"strings"
)

// Citation is the comment beside a figure: where the author says that it comes from.
type Citation struct {
	Text string
	File string
	Line int
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

// cite is what one layer says of a path.
func (s *source) cite(path string) (c Citation, ok bool) {
	m := s.marks
	for _, k := range strings.Split(path, ".") {
		if m = m.table[k]; m == nil {
			return c, ok && s.set == 0
		}
		if text := s.comment(m); text != "" {
			c, ok = Citation{Text: text, File: s.name, Line: s.line(m.key.from) + 1}, true
		}
	}
	if s.set > 0 {
		return Citation{Text: "set on the command line", File: s.name, Line: 1}, !m.implied
	}
	return c, ok
}
