package main

import (
	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/sim/lab/history"
)

// What help says of it.
const (
	wordsHindcast = "Play episodes of history and score the model on them"

	wordsHindcastLong = `Plays the episodes of history that the model is held to, all with the one shipped set of constants, and
says for each what it foretold, what happened, and how simple rules would have done. Misses are shown
as plainly as hits. Without arguments it plays those that have a number: V1 V2 V3 V4 V6 V10. Any scenario that
holds a truth can be named too, by its path: it is scored on who signed, who was a member, who never, and what
came into force, with a verdict if it gives targets. The word unnumbered stands for all shipped ones that history has
decided and that have no number, decided for these and those with a number; entente episodes tells of them. The constants
were fitted to all of them: how the rule does on what it was not fitted to is told by entente tournament --shipped.`
)

func init() { verbs = append(verbs, hindcastCommand) }

func hindcastCommand() *cobra.Command {
	var f flags
	short := false
	c := &cobra.Command{
		Use:   "hindcast [EPISODE|FILE...]",
		Short: wordsHindcast,
		Long:  wordsHindcastLong,
		RunE: func(c *cobra.Command, ids []string) error {
			if err := f.check(); err != nil {
				return err
			}
			p, err := f.past(c, ids)
			if err != nil {
				return err
			}
			q, err := f.ask(c, f.command("hindcast", ids...), filesOf(p.blank(), plots.OfHindcast), p.worlds...)
			if err != nil {
				return err
			}
			found := history.AskHindcast(q.ctx, p.episodes, p.scenarios, q.options(&f, len(p.worlds)))
			told := tables.Hindcast(found)
			if short {
				told = tables.HindcastInShort(found)
			}
			return q.answer(found, told, plots.OfHindcast(found))
		},
	}
	f.register(c, 1000)
	f.asOfFlag(c)
	f.bestFlag(c)
	f.inputsFlag(c)
	c.Flags().BoolVar(&short, "short", false, wordsShort)
	return c
}
