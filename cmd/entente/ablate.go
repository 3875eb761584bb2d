package main

import (
	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsAblate = "Take each mechanism out in turn and say what becomes of the clause"

	wordsAblateLong = `Plays a scenario as it is and again without each mechanism of the theory in turn, with the same luck,
and prints how the chance that the clause is in force changes: what carries it, what holds it back, and
what makes no difference here. Runs are compared in pairs, so that they differ by the mechanism alone.

--runs counts the runs of each world. If you interrupt it, the runs that were played in every world are reported.`

	wordsAblateExample = `  entente ablate pacific-2025
  entente ablate europe-1947 --theory power-disparity`
)

func init() { verbs = append(verbs, ablateCommand) }

func ablateCommand() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:     "ablate SCENARIO",
		Short:   wordsAblate,
		Long:    wordsAblateLong,
		Example: wordsAblateExample,
		Args:    oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			w, err := f.one(c, args[0])
			if err != nil {
				return err
			}
			q, err := f.ask(c, f.command("ablate", args...), filesOf(&f.drawn, &lab.Ablation{}, plots.OfAblation), w)
			if err != nil {
				return err
			}
			found := lab.Ablate(q.ctx, q.scenario(), q.options(&f, 1+len(lab.Present(q.scenario()))))
			return q.answer(found, tables.Ablation(found), plots.OfAblation(found))
		},
	}
	f.register(c, 1000)
	f.asOfFlag(c)
	f.bestFlag(c)
	return c
}
