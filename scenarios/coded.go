package scenarios

import (
	"slices"
	"strings"

	"entente/sim"
)

// Which figures were coded by hand? Those of a kind that the rubric codes (RUBRIC.md; their unit begins with "rubric:")
// and that the scenario gives, but for two: one that the comment beside it calls measured or computed has a data set
// behind it, and one that is set on the command line is asked about and not coded. Silence counts as coded: a figure in
// a file without comments has no data set to show.

// Measured begins the comment beside a figure of a data set, as entente theatre update writes it.
const Measured = "measured:"

// sourced are the words with which the comment beside a figure begins that was found and not judged.
var sourced = []string{strings.TrimSuffix(Measured, ":"), "computed"}

// coded lists the figures that were coded by hand, by path.
func (l *Loaded) coded() []string {
	var all []string
	for _, kind := range sim.Figures() {
		if !kind.Rubric {
			continue
		}
		l.Scenario.Given(kind.Path, func(path string, _ sim.Series) {
			if l.root.get(path) != nil && !l.sourced(path) { // a centre that stands in no file is the stance
				all = append(all, path)
			}
		})
	}
	slices.Sort(all)
	return all
}

// sourced tells whether the figure at a path has a data set behind it, or was set on the command line.
func (l *Loaded) sourced(path string) bool {
	if n := l.root.get(path); n != nil && n.src.set > 0 {
		return true
	}
	c, _ := l.Cite(path)
	first, _, _ := strings.Cut(c.Text, " ")
	return slices.Contains(sourced, strings.TrimRight(first, ":,;"))
}
