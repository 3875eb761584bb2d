package main

import (
	"github.com/spf13/cobra"

	"entente/scenarios"
	"entente/sim/lab/history"
)

// filed reads the scenarios asked for, or all shipped ones that hold a truth.
func (f *flags) filed(c *cobra.Command, names []string) (filed []history.Filed, worlds []world, err error) {
	asked := len(names) > 0
	if !asked {
		names = scenarios.Names()
	}
	if err := once(names); err != nil {
		return nil, nil, err
	}
	for _, name := range names {
		l, err := f.load(c, name)
		if err != nil {
			return nil, nil, err
		}
		if len(l.Scenario.Truth) == 0 {
			if asked {
				return nil, nil, usage("%s holds no truth: say in [truth.%s] what became of the clause", name, l.Scenario.Headline)
			}
			continue
		}
		sources, own := l.Sources()
		of := l.Scenario.Name
		if !own {
			of = l.Scenario.Base
		}
		filed = append(filed, history.Filed{Scenario: l.Scenario, Sources: sources, SourcesOf: of, LeftOut: l.LeftOut()})
		worlds = append(worlds, world{name, l})
	}
	return filed, worlds, nil
}

// twice reads the scenarios whose stances were coded twice, with either coding: those of the record, and if none was asked for
// those that history has not decided.
func (f *flags) twice(c *cobra.Command, asked []string, worlds []world) ([]history.Twice, error) {
	first := map[string]world{}
	for _, w := range worlds {
		first[w.Scenario.Name] = w
	}
	var all []history.Twice
	for _, name := range scenarios.Codings() {
		w, ok := first[name]
		if ok && w.name != name { // a file of one's own, of the name of a shipped one
			continue
		}
		if !ok {
			if len(asked) > 0 {
				continue
			}
			l, err := f.load(c, name)
			if err != nil {
				return nil, err
			}
			w = world{name, l}
		}
		second := f.reading
		second.coder = 2
		l, err := second.load(c, w.name)
		if err != nil {
			return nil, err
		}
		all = append(all, history.Twice{First: w.Scenario, Second: l.Scenario, Paths: l.CodedTwice})
	}
	return all, nil
}
