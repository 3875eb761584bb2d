package main

import (
	"fmt"
	"strings"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// cite says of each figure and constant where it comes from.
func cite(l *scenarios.Loaded, x *lab.Explanation) {
	for k := range x.Inputs {
		x.Inputs[k].Source = source(l, x.Inputs[k])
	}
	for k := range x.Constants {
		if c, ok := l.Cite(x.Constants[k].Path); ok {
			x.Constants[k].Source = cited(c)
		}
	}
}

// source says where a figure comes from.
func source(l *scenarios.Loaded, in sim.Input) string {
	if in.Felt {
		return "worked out in this run"
	}
	c, ok := l.Cite(in.Path)
	switch {
	case ok:
		return cited(c)
	case strings.HasSuffix(in.Path, ".affinity"):
		return "from the two UN ideal points"
	}
	return "not in the scenario: the default"
}

func cited(c scenarios.Citation) string {
	if c.Line == 0 || strings.HasPrefix(c.File, "--set") {
		return c.Text
	}
	return fmt.Sprintf("%s [%s:%d]", c.Text, c.File, c.Line)
}
