package main

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// What several commands read of what was asked for: scenarios, and a state in one.

// world is a scenario as it is to be played.
type world struct {
	name string // as it was asked for
	*scenarios.Loaded
}

// oneScenario asks for exactly one scenario.
func oneScenario(c *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usage("entente %s takes one scenario, a shipped name or a path: try `entente list`", c.Name())
	}
	return nil
}

// scenariosGiven asks for at least one scenario.
func scenariosGiven(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usage("entente %s takes one scenario or more, shipped names or paths: try `entente list`", c.Name())
	}
	return nil
}

// one reads a scenario.
func (f *flags) one(c *cobra.Command, name string) (world, error) {
	l, err := f.load(c, name)
	return world{name, l}, err
}

// several reads scenarios, all with the same figures set. All faults of all of them are told before any work is done.
func (f *flags) several(c *cobra.Command, names []string) ([]world, error) {
	var all []world
	var faults []string
	for _, name := range names {
		l, err := f.load(c, name)
		switch {
		case err != nil && exitCode(err) != exitScenario:
			return nil, err
		case err == nil:
			all = append(all, world{name, l})
		case !slices.Contains(faults, err.Error()): // a fault in --set is told once
			faults = append(faults, err.Error())
		}
	}
	if len(faults) > 0 {
		return nil, failure{exitScenario, errors.New(strings.Join(faults, "\n\n"))}
	}
	return all, nil
}

// asNamed are worlds as the lab knows them.
func asNamed(worlds []world) []lab.Named {
	var all []lab.Named
	for _, w := range worlds {
		all = append(all, lab.Named{Name: w.name, Scenario: w.Scenario})
	}
	return all
}

// once holds that nothing is named twice: an episode that counted twice would lend its score more weight.
func once(names []string) error {
	var wrong complaints
	for k, name := range names {
		if slices.ContainsFunc(names[:k], func(before string) bool { return strings.EqualFold(before, name) }) {
			wrong.add("%s is named twice, and would count twice", name)
		}
	}
	return wrong.told()
}

// stateNamed is the id of the state that --state names, by its id or its name, in capitals or not.
func stateNamed(s sim.Scenario, text, scenario string) (string, error) {
	ids := slices.Sorted(maps.Keys(s.States))
	for _, id := range ids {
		if strings.EqualFold(id, text) || strings.EqualFold(s.States[id].Name, text) {
			return id, nil
		}
	}
	known := slices.Clone(ids)
	for _, id := range ids {
		known = append(known, s.States[id].Name)
	}
	if nearest := scenarios.Nearest(text, known); nearest != "" {
		return "", usage("--state: no state %s in %s; did you mean %s?", text, scenario, nearest)
	}
	return "", usage("--state: no state %s in %s%s", text, scenario, meant(text, ids))
}

// meant ends the fault about an unknown name: the known one that was probably meant, or else all there are.
func meant(name string, known []string) string {
	if nearest := scenarios.Nearest(name, known); nearest != "" {
		return "; did you mean " + nearest + "?"
	}
	return "; there are " + strings.Join(known, ", ")
}
