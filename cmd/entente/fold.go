package main

import (
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"entente/scenarios"
)

// fold breaks the sentences of a text between words, so that no line is wider than width, 0 for no limit. Lines that stand
// in, as tables, examples and the lines at fault do, are left as they are; so is a word that is wider.
func fold(all string, width int) string {
	if width <= 0 {
		return all
	}
	var b strings.Builder
	for line := range strings.Lines(all) {
		line, ended := strings.CutSuffix(line, "\n")
		if text.StringWidthWithoutEscSequences(line) > width && !stands().MatchString(line) {
			line = strings.Join(broken(strings.Fields(line), width), "\n")
		}
		b.WriteString(line)
		if ended {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// stands tells a line that is not to be broken: one that stands in, or a line of a scenario behind its number.
var stands = scenarios.Pattern(`^([ \t]|[0-9]+ \| )`)

// broken puts words into lines.
func broken(all []string, width int) []string {
	var lines []string
	now := ""
	for _, word := range all {
		switch wider := now + " " + word; {
		case now == "":
			now = word
		case text.StringWidthWithoutEscSequences(wider) <= width:
			now = wider
		default:
			lines, now = append(lines, now), word
		}
	}
	return append(lines, now)
}
