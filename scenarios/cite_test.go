package scenarios

import (
	"strings"
	"testing"
)

// A figure is cited from where it was given: its own comment, that of its table, the base, or --set.
func TestAFigureIsCitedFromWhereItWasGiven(t *testing.T) {
	l := load(t, "thaw.toml", "states.BBB.stance=0.5", "shocks.landing.felt={ AAA = 0.9 }")
	for _, c := range []struct {
		why, path string
		want      Citation
	}{
		{"beside the figure", "states.AAA.openness", Citation{"by hand: openness of Alfa", "triad.toml", 16}},
		{"beside the figure that replaced it", "states.AAA.stance",
			Citation{"rubric: has welcomed the clause", "thaw.toml", 9}},
		{"beside the table around it", "states.BBB.polyarchy", Citation{"by hand: the figures of Bravo", "triad.toml", 28}},
		{"of a row", "states.BBB", Citation{"by hand: the figures of Bravo", "triad.toml", 28}},
		{"of a row in two layers, from the top down", "shocks.landing.size",
			Citation{"by hand: a landing", "triad.toml", 106}},
		{"of a dated number", "states.CCC.capability.2010", Citation{"by hand: a rising power", "triad.toml", 58}},
		{"of a share in one line", "shocks.landing.felt.DDD", Citation{"by hand: Delta is near", "thaw.toml", 30}},
		{"of a figure with a dot", "states.BBB.trade.CCC", Citation{"by hand: trade of Bravo", "triad.toml", 34}},
		{"of a member", "states.BBB.trade", Citation{"by hand: the figures of Bravo", "triad.toml", 28}},
		{"of what is left to the stance", "states.DDD.centre", Citation{"by hand: the figures of Delta", "thaw.toml", 12}},
		{"behind the end of a list", "arrangements.trio.members", Citation{"by hand: the three", "triad.toml", 83}},
		{"set", "states.BBB.stance", Citation{"set on the command line", "--set 1", 1}},
		{"set within a table", "shocks.landing.felt.AAA", Citation{"set on the command line", "--set 2", 1}},
		{"a row of which one figure is set", "shocks.elections.size", Citation{"by hand: all of it", "triad.toml", 113}},
		{"a parameter that a file changes", "parameters.threat.chronic",
			Citation{"what if standing contests alarmed more?", "thaw.toml", 33}},
	} {
		if got, ok := l.Cite(c.path); got != c.want || !ok {
			t.Errorf("%s, %s: %v %v, want %v", c.why, c.path, got, ok, c.want)
		}
	}
	if c, ok := l.Cite("parameters.trade.cut"); !ok || c.File != parametersFile || c.Text == "" {
		t.Errorf("a parameter is cited as %v", c)
	}
	for _, path := range []string{"title", "states.AAA.name", "states.XXX", "", "states.AAA.stance.2025.x"} {
		if c, ok := l.Cite(path); ok && c.Text == "" {
			t.Errorf("%q is cited as %v without a text", path, c)
		}
	}
	for _, path := range []string{"title", "states.BBB.spread"} { // the comment in the base is about another figure
		if c, ok := l.Cite(path); ok {
			t.Errorf("%s has no comment, but is cited as %v", path, c)
		}
	}
}

// A reason that stands above its figure is told with it.
func TestCiteReadsOnAbove(t *testing.T) {
	l, err := Load("asia-1950", Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, ok := l.Cite("states.USA.stance")
	if !ok || !strings.HasPrefix(c.Text, "rubric: -0.5 Acheson, May 1949") || !strings.HasSuffix(c.Text, "(memory).") {
		t.Errorf("the reason for the American stance is told as %q", c.Text)
	}
}
