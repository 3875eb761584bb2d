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
	return sourceIn(l)(in.Path)
}

// sourceIn says where the figure at a path of a scenario comes from.
func sourceIn(l *scenarios.Loaded) func(path string) string {
	return func(path string) string {
		c, ok := l.Cite(path)
		switch {
		case ok:
			return cited(c)
		case l.Gives(path):
			return "given, and no source beside it"
		case strings.HasSuffix(path, ".affinity"):
			return "from the two UN ideal points"
		}
		f, _ := sim.FigureAt(path)
		if _, ok := f.Default(); !ok {
			return "not in the scenario"
		}
		return "not in the scenario: the default"
	}
}

// cited says where the scenario has the figure at a path from; "" if it does not say.
func (w world) cited(path string) string {
	if c, ok := w.Cite(path); ok {
		return cited(c)
	}
	return ""
}

func cited(c scenarios.Citation) string {
	if c.Line == 0 || strings.HasPrefix(c.File, "--set") {
		return c.Text
	}
	return fmt.Sprintf("%s [%s:%d]", c.Text, c.File, c.Line)
}
