package main

import (
	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/sim/lab"
)

func ablateCommand() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:   "ablate SCENARIO",
		Short: wordsAblate,
		Long:  wordsAblateLong,
		Args:  oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			w, err := f.one(c, args[0])
			if err != nil {
				return err
			}
			q, err := f.ask(c, f.command("ablate", args...), w)
			if err != nil {
				return err
			}
			found := lab.Ablate(q.ctx, q.scenario(), q.options(&f, 1+len(lab.Mechanisms)))
			return q.answer(found, tables.Ablation(found), plots.OfAblation(found))
		},
	}
	f.register(c, 1000)
	f.asOfFlag(c)
	return c
}
