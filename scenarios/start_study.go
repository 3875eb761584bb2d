package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"entente/sim"
)

// StartStudy is a study to begin one's own from, as a file: the levers of all states and what the strongest founder's governments want
// move at once, over what-ifs by judgement. It may be asked by sweep, sensitivity and discover alike. The scenario is named as given.
func StartStudy(l *Loaded, named string) string {
	s := &l.Scenario
	clause := s.Clauses[s.Headline]
	strongest := slices.MaxFunc(clause.Founders, func(a, b string) int {
		x, y := s.States[a].Capability.At(s.Start), s.States[b].Capability.At(s.Start)
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return strings.Compare(b, a) // of equals the first by name
	})
	var b strings.Builder
	fmt.Fprintf(&b, startStudyHead, "A study of my own: "+s.Title, named)
	for _, f := range []struct {
		id, name, path, about string
		low, high             float64
	}{
		{"threat", "threat felt", "levers.all.threat", "half to twice", 0.5, 2},
		{"trade", "trade with the rival", "levers.all.trade", "none to twice", 0, 2},
		{"volatility", "policy volatility", "levers.all.volatility", "none to twice", 0, 2},
		{"ties", "prior ties", "levers.all.ties", "none to twice", 0, 2},
		{"friction", "friction", "levers.all.friction", "none to twice", 0, 2},
		{"stance", "stance of all", "levers.all.stance", "about a rung of the rubric down and up, two at the most", -0.5, 0.5},
		{"leader", "stance of " + s.States[strongest].Name, "levers." + strongest + ".stance", "the same, of the strongest founder alone", -0.5, 0.5},
	} {
		figure, _ := sim.FigureAt(f.path)
		fmt.Fprintf(&b, "\n# %s, from %g to %g; judgement: %s\n[factors.%s]\nname = %q\npath = %q\nlow = %g\nhigh = %g\n", figure.Unit, figure.Low, figure.High,
			f.about, f.id, f.name, f.path, f.low, f.high)
	}
	fmt.Fprintf(&b, startStudyEnd, strongest)
	return b.String()
}

const startStudyHead = `format = 1

# A study moves several figures of a scenario at once and tells what its outputs come to. Give each factor a path of your own (entente figures
# lists all of the scenario, entente params the constants) with the range that you hold possible, and say why.

title = %q
scenario = %q # a shipped name, or the path of a file from where this one is
design = "saltelli" # latin-hypercube, halton, sobol, morris and factorial are the others
points = 64 # rows; each takes a point for each factor, one for luck and two more
runs = 1 # at each point
seed = 1
`

const startStudyEnd = `
# What is told of each point: measure is in-force, members or signed.
[outputs.in-force]
name = "the clause is in force at the end"
measure = "in-force"

[outputs.members]
name = "members at the end"
measure = "members"

[outputs.signs]
name = "the strongest founder signs"
measure = "signed"
state = %q
`
