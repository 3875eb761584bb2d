package main

import (
	"strings"

	"github.com/spf13/cobra"

	"entente/plots/tables"
	"entente/plots/words"
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

	wordsEpisodesExample = `  entente episodes
  entente episodes asia-1991 europe-1947`
)

func init() { verbs = append(verbs, episodesCommand) }

func episodesCommand() *cobra.Command {
	f := flags{runs: 1, seed: 1}
	c := &cobra.Command{
		Use:     "episodes [SCENARIO...]",
		Short:   wordsEpisodes,
		Long:    wordsEpisodesLong,
		Example: wordsEpisodesExample,
		RunE: func(c *cobra.Command, names []string) error {
			filed, worlds, err := f.filed(c, names)
			if err != nil {
				return err
			}
			q, err := f.ask(c, strings.TrimSpace("entente episodes "+words.Shell(names...)), filesOf(&f.drawn, &history.Record{}, nil), worlds...)
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
