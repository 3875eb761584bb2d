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
how many states they have and how many claims a hindcast scores, and what the file does not tell. Without arguments
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
			q, err := f.ask(c, strings.TrimSpace("entente episodes "+words.Shell(names...)), worlds...)
			if err != nil {
				return err
			}
			found := history.AskRecord(q.ctx, filed, q.options(&f, len(worlds)))
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
