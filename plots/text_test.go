package plots

import (
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestWrapKeepsEveryLetterAndTheWidth(t *testing.T) {
	s := style(titleSize, black)
	text := oddities()["long names"].ClauseTitle
	for _, width := range []vg.Length{20, 60, 200, 1000} {
		lines := wrap(s, text, width)
		for _, line := range lines {
			if s.Width(line) > width {
				t.Errorf("%q is wider than %v", line, width)
			}
		}
		if strip(strings.Join(lines, "")) != strip(text) {
			t.Errorf("wrapped to %v, the text reads %q", width, lines)
		}
	}
}

func strip(text string) string { return strings.ReplaceAll(text, " ", "") }
