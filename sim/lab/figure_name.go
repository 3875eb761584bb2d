package lab

import (
	"strings"

	"entente/sim"
)

// FigureName is what a figure of a scenario is called: a lever by what it moves and of whom, a figure of a state by its
// key and the state, a constant by its key and the part of the model that it is of, any other by its path.
func FigureName(s *sim.Scenario, path string) string {
	keys := strings.Split(path, ".")
	if len(keys) != 3 {
		return path
	}
	of := s.States[keys[1]].Name
	switch {
	case keys[0] == "parameters":
		of = "constant of " + keys[1]
	case keys[0] == "levers" && keys[1] == sim.Everyone:
		of = "all"
	case keys[0] != "levers" && keys[0] != "states":
		return path
	}
	what := strings.ReplaceAll(keys[2], "_", " ")
	switch {
	case path == "states."+keys[1]+".stance": // the next is drawn about the centre
		what = "present stance"
	case keys[0] == "levers":
		what = leverNames[keys[2]]
	}
	return what + " (" + of + ")"
}
