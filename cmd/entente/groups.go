package main

import (
	"slices"

	"github.com/spf13/cobra"
)

// groups are under what help lists the commands, by what is asked of them. A command in none of them stands below the last.
var groups = []struct {
	title string
	verbs []string
}{
	{"Ask a scenario:", []string{"run", "drivers", "explain", "why", "flip", "doubt", "pivots", "ablate", "convergence"}},
	{"Set side by side:", []string{"compare", "theories", "library"}},
	{"Move many figures at once:", []string{"sensitivity", "discover", "tip", "sweep", "submit", "status", "merge"}},
	{"Ask history:", []string{"episodes", "hindcast", "tournament", "calibrate"}},
	{"Tell and teach:", []string{"report", "plot", "slides", "rerun", "page", "serve", "class", "play", "roles", "cite"}},
	{"Write a scenario:", []string{"list", "init", "theatre", "validate", "figures", "params", "schema"}},
}

// grouped puts the commands into their groups.
func grouped(c *cobra.Command) {
	for _, g := range groups {
		c.AddGroup(&cobra.Group{ID: g.title, Title: g.title})
	}
	const further = "Further:"
	c.AddGroup(&cobra.Group{ID: further, Title: further})
	for _, verb := range c.Commands() {
		verb.GroupID = further
		for _, g := range groups {
			if slices.Contains(g.verbs, verb.Name()) {
				verb.GroupID = g.title
			}
		}
	}
}
