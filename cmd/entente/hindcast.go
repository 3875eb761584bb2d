package main

import (
	"strings"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/sim"
	"entente/sim/lab/history"
)

// What help says of it.
const (
	wordsHindcast = "Play episodes of history and score the model on them"

	wordsHindcastLong = `Plays the episodes of history that the model is held to, all with the one shipped parameter set, and
says for each what it foretold, what happened, and how simple rules would have done. Misses are shown
as plainly as hits. Without arguments it plays all: V1 V2 V3 V4 V6 V10.`
)

func init() { verbs = append(verbs, hindcastCommand) }

func hindcastCommand() *cobra.Command {
	var f flags
	short := false
	c := &cobra.Command{
		Use:   "hindcast [EPISODE...]",
		Short: wordsHindcast,
		Long:  wordsHindcastLong,
		RunE: func(c *cobra.Command, ids []string) error {
			if err := f.check(); err != nil {
				return err
			}
			episodes, err := episodesOf(ids)
			if err != nil {
				return err
			}
			scenarios, worlds := map[string]sim.Scenario{}, []world{}
			for _, ep := range episodes {
				if _, ok := scenarios[ep.Scenario]; !ok {
					l, err := f.load(c, ep.Scenario)
					if err != nil {
						return err
					}
					scenarios[ep.Scenario] = l.Scenario
					worlds = append(worlds, world{ep.Scenario, l})
				}
				if err := askable(ep, scenarios[ep.Scenario], f.asOf); err != nil {
					return err
				}
			}
			q, err := f.ask(c, f.command("hindcast", ids...), worlds...)
			if err != nil {
				return err
			}
			found := history.AskHindcast(q.ctx, episodes, scenarios, q.options(&f, len(worlds)))
			told := tables.Hindcast(found)
			if short {
				told = tables.HindcastInShort(found)
			}
			return q.answer(found, told, plots.OfHindcast(found))
		},
	}
	f.register(c, 1000)
	f.asOfFlag(c)
	c.Flags().BoolVar(&short, "short", false, wordsShort)
	return c
}

// episodesOf are those asked for, or all.
func episodesOf(ids []string) ([]history.Episode, error) {
	if len(ids) == 0 {
		return history.Episodes, nil
	}
	var found []history.Episode
	for _, id := range ids {
		ep, ok := history.FindEpisode(id)
		if !ok {
			var all []string
			for _, e := range history.Episodes {
				all = append(all, e.ID)
			}
			return nil, usage("no episode %s; there are %s", id, strings.Join(all, ", "))
		}
		found = append(found, ep)
	}
	return found, nil
}

// askable tells whether the clauses that an episode judges were on the table on the day of the forecast.
func askable(ep history.Episode, s sim.Scenario, day string) error {
	for _, id := range ep.Clauses {
		if _, ok := s.Clauses[id]; !ok {
			return usage("--as-of: %s is about the clause %s, which was not on the table on %s", ep.ID, id, day)
		}
	}
	return nil
}
