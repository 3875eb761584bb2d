package tables

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

var update = flag.Bool("update", false, "write the golden texts anew; read them before you accept them")

// columns is the terminal of the golden texts.
const columns = 80

// golden compares a page for a terminal with what was accepted.
func golden(t *testing.T, name string, p *Page) {
	t.Helper()
	text := asText(t, p, columns)
	accepted(t, name+".txt", text)
	readable(t, name, text)
}

// accepted compares with a file that somebody has read.
func accepted(t *testing.T, file, got string) {
	t.Helper()
	path := filepath.Join("testdata", file)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is told otherwise; if that is meant, -update and read it:\n%s", file, got)
	}
}

var beginning = regexp.MustCompile(`^[A-Z0-9][^\n]*( |\n)[^\n]*`)

// readable holds what is so of every page: the finding first, no line wider than the terminal, and no slip of a number.
func readable(t *testing.T, name, text string) {
	t.Helper()
	first, _, _ := strings.Cut(text, "\n\n")
	if !beginning.MatchString(first) || !strings.HasSuffix(strings.TrimSpace(first), ".") &&
		!strings.HasSuffix(strings.TrimSpace(first), ":") {
		t.Errorf("%s does not begin with a sentence but with %q", name, first)
	}
	for _, line := range strings.Split(text, "\n") {
		if breadth(line) > columns {
			t.Errorf("%s: a line of %d columns: %s", name, breadth(line), line)
		}
		if strings.TrimRight(line, " \t") != line {
			t.Errorf("%s: blanks end the line %q", name, line)
		}
	}
	for _, slip := range []string{"NaN", "Inf", "%!", "<nil>"} {
		if strings.Contains(text, slip) {
			t.Errorf("%s holds %s", name, slip)
		}
	}
}

// shipped is a scenario that comes with the program.
func shipped(t *testing.T, name string, set ...string) sim.Scenario {
	t.Helper()
	l, err := scenarios.Load(name, scenarios.Options{Set: set, Best: true})
	if err != nil {
		t.Fatal(err)
	}
	return l.Scenario
}
