package tables

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

var update2 = flag.Bool("update2", false, "write the golden texts of the second half of the tables anew")

// columns is the terminal of the golden texts.
const columns = 80

// golden compares a page for a terminal with what was last looked at.
func golden(t *testing.T, name string, p *Page) {
	t.Helper()
	var b bytes.Buffer
	if err := p.Text(&b, columns); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", name+".txt")
	if *update2 {
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, b.Bytes()) {
		t.Errorf("%s is told otherwise than it was (look at it, then -update2):\n%s", name, b.String())
	}
	readable(t, name, b.String())
}

var begins = regexp.MustCompile(`^[A-Z0-9][^\n]*( |\n)[^\n]*`)

// readable holds what is so of every page: the finding first, no line wider than the terminal, and no slip of a number.
func readable(t *testing.T, name, text string) {
	t.Helper()
	first, _, _ := strings.Cut(text, "\n\n")
	if !begins.MatchString(first) || !strings.HasSuffix(strings.TrimSpace(first), ".") && !strings.HasSuffix(strings.TrimSpace(first), ":") {
		t.Errorf("%s does not begin with a sentence but with %q", name, first)
	}
	for _, line := range strings.Split(text, "\n") {
		if breadth(line) > columns {
			t.Errorf("%s: a line of %d columns: %s", name, breadth(line), line)
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
	l, err := scenarios.Load(name, scenarios.Options{Set: set})
	if err != nil {
		t.Fatal(err)
	}
	return l.Scenario
}
