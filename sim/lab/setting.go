package lab

import (
	"encoding/json"
	"fmt"
	"strings"

	"entente/sim"
)

// Setting is a figure, a list or a table of a scenario that is given another value. How it is written for a command line is not
// the lab's business.
type Setting struct {
	Path   string              `json:"path"`             // as after --set
	Number *float64            `json:"number,omitempty"` // if it is a figure
	Names  []string            `json:"names,omitempty"`  // if it is a list
	Dates  map[string]sim.Date `json:"dates,omitempty"`  // by name
}

// Value is the number, the names or the dates; no names at all if it is to be emptied.
func (s Setting) Value() any {
	switch {
	case s.Number != nil:
		return *s.Number
	case s.Dates != nil:
		return s.Dates
	}
	return append([]string{}, s.Names...)
}

func number(path string, v float64) Setting { return Setting{Path: path, Number: &v} }

// inWords is what settings are called in a ledger and in the report of a failure.
func inWords(settings []Setting) string {
	var all []string
	for _, s := range settings {
		value, err := json.Marshal(s.Value())
		if err != nil {
			panic(fmt.Sprintf("lab: a setting that JSON cannot hold: %v", err))
		}
		all = append(all, s.Path+" at "+string(value))
	}
	return strings.Join(all, ", ")
}
