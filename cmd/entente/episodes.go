package main

import (
	"strings"

	"github.com/spf13/cobra"

	"entente/plots/tables"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim/lab/history"
)

// What help says of it.
const (
	wordsEpisodes = "The record of history: which episodes there are, and what became of them"

	wordsEpisodesLong = `Lists the scenarios that hold a truth: their question, what became of each clause, where the figures come from,
how many states they have and how many claims a hindcast scores, what the file does not tell, and how far two coders
who did not see each other's work gave the same states the same stances. Without arguments
these are the shipped ones; scenarios/EPISODES.md is what --markdown prints. Nothing is played but one run of
each, by which the claims are counted.

A file of your own says what it leaves out in a paragraph of the comment at its head that begins "Not in it:"
or "Left out:", and its sources in one that begins "Sources".`
)

func init() { verbs = append(verbs, episodesCommand) }

func episodesCommand() *cobra.Command {
	f := flags{runs: 1, seed: 1}
	c := &cobra.Command{
		Use:   "episodes [SCENARIO...]",
		Short: wordsEpisodes,
		Long:  wordsEpisodesLong,
		RunE: func(c *cobra.Command, names []string) error {
			if err := f.check(); err != nil {
				return err
			}
			filed, worlds, err := f.filed(c, names)
			if err != nil {
				return err
			}
			q, err := f.ask(c, strings.TrimSpace("entente episodes "+words.Shell(names...)), filesOf(&history.Record{}, nil), worlds...)
			if err != nil {
				return err
			}
			twice, err := f.twice(c, names, worlds)
			if err != nil {
				return err
			}
			found := history.AskRecord(q.ctx, filed, twice, q.options(&f, len(worlds)))
			return q.answer(found, tables.Episodes(found), nil)
		},
	}
	f.showing.register(c)
	return c
}

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
