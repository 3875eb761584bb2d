package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/sim"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsConvergence = "How many runs of a scenario are enough?"

	wordsConvergenceLong = `Plays a scenario until the 95 % interval of the chance that the headline clause is in force
at the end is no wider than --until-width, or for --runs at most, and says how many runs give which width.`

	wordsConvergenceExample = `  entente convergence pacific-2025`
)

// usualWidth is the width that is asked for if nobody says another: five points.
const usualWidth = 0.05

func init() { verbs = append(verbs, convergenceCommand) }

func convergenceCommand() *cobra.Command {
	var f flags
	var width float64
	c := &cobra.Command{
		Use:     "convergence SCENARIO",
		Short:   wordsConvergence,
		Long:    wordsConvergenceLong,
		Example: wordsConvergenceExample,
		Args:    oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			w, err := f.one(c, args[0])
			if err != nil {
				return err
			}
			command := f.command("convergence", args...)
			if width != usualWidth {
				command += fmt.Sprintf(" --until-width %g", width)
			}
			q, err := f.ask(c, command, filesOf(&f.drawn, &lab.Convergence{}, plots.OfConvergence), w)
			if err != nil {
				return err
			}
			found := lab.FindConvergence(q.ctx, sim.NewWorld(q.scenario()), width, q.options(&f, 1))
			return q.answer(found, tables.Convergence(found), plots.OfConvergence(found))
		},
	}
	f.register(c, 100_000)
	mustHold(c, func(wrong *complaints) {
		if !(width > 0 && width < 1) {
			wrong.add("--until-width is %g; it is the width of an interval of a chance, between 0 and 1", width)
		}
	})
	c.Flags().Lookup("runs").Usage = "how many histories to play at most"
	f.asOfFlag(c)
	c.Flags().Float64Var(&width, "until-width", usualWidth, "stop once the interval of the chance is no wider than this: 0.01 is a point")
	return c
}
