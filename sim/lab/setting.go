package lab

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Setting is a figure, a list or a table of a scenario that is given another value: a number, a whole number, names, or dates
// by name. How it is written for a command line is not the lab's business.
type Setting struct {
	Path  string `json:"path"`
	Value any    `json:"value"`
}

// told is what settings are called in a ledger and in the report of a failure.
func told(settings []Setting) string {
	var all []string
	for _, s := range settings {
		value, err := json.Marshal(s.Value)
		if err != nil {
			panic(fmt.Sprintf("lab: a setting that JSON cannot hold: %v", err))
		}
		all = append(all, s.Path+" at "+string(value))
	}
	return strings.Join(all, ", ")
}
