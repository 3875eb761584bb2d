package tables

import (
	"regexp"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// terminal is that of the accepted texts.
const terminal = 80

// accepted compares a page for a terminal with what was last looked at, and holds what is so of every page: the finding
// comes first, no line is wider than the terminal, and no number slipped.
func accepted(t *testing.T, name string, p *Page) {
	t.Helper()
	text := asText(t, p, terminal)
	golden(t, name+".txt", text)
	if first, _, _ := strings.Cut(text, "\n\n"); !aSentence.MatchString(first) {
		t.Errorf("%s does not begin with a sentence but with %q", name, first)
	}
	for line := range strings.SplitSeq(text, "\n") {
		if breadth(line) > terminal {
			t.Errorf("%s: a line of %d columns: %s", name, breadth(line), line)
		}
	}
	for _, slip := range []string{"NaN", "Inf", "%!", "<nil>"} {
		if strings.Contains(text, slip) {
			t.Errorf("%s holds %s", name, slip)
		}
	}
}

var aSentence = regexp.MustCompile(`(?s)^[A-Z0-9].* .*\.$`)

// shipped is a scenario that comes with the program.
func shipped(t *testing.T, name string, set ...string) sim.Scenario {
	t.Helper()
	l, err := scenarios.Load(name, scenarios.Options{Set: set})
	if err != nil {
		t.Fatal(err)
	}
	return l.Scenario
}
