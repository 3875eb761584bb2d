package main

import (
	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/sim"
	"entente/sim/lab"
)

func runCommand() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:   "run SCENARIO",
		Short: wordsRun,
		Long:  wordsRunLong,
		Args:  oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			w, err := f.one(c, args[0])
			if err != nil {
				return err
			}
			q, err := f.ask(c, f.command("run", args...), w)
			if err != nil {
				return err
			}
			e := lab.Play(q.ctx, sim.NewWorld(q.scenario()), q.options(&f, 1))
			s := e.Summarise()
			return q.answer(ensemble{s, e}, tables.Run(s), plots.OfRun(s))
		},
	}
	f.register(c, 1000)
	f.asOfFlag(c)
	return c
}

// ensemble is the answer to run: its summary, and the tables of its runs.
type ensemble struct {
	*lab.Summary
	of *lab.Ensemble
}

func (e ensemble) Tables() []lab.Table { return e.of.Tables(e.Summary) }
