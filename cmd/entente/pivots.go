package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

// pivotsFlags add which clause, when, and of which governments.
type pivotsFlags struct {
	flags
	clause, at string
	draw       float64
}

func pivotsCommand() *cobra.Command {
	var f pivotsFlags
	c := &cobra.Command{
		Use:   "pivots SCENARIO",
		Short: wordsPivots,
		Long:  wordsPivotsLong,
		Args:  oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			if !(f.draw > 0 && f.draw < 1) {
				return usage("--draw is %v; it must lie between 0 and 1", f.draw)
			}
			w, err := f.one(c, args[0])
			if err != nil {
				return err
			}
			world := sim.NewWorld(w.Scenario)
			clause, tick, err := f.table(world)
			if err != nil {
				return err
			}
			q, err := f.ask(c, f.command(args[0]), w)
			if err != nil {
				return err
			}
			found := lab.FindPivots(q.ctx, world, clause, tick, f.draw, q.options(&f.flags, 1))
			return q.answer(found, tables.Pivots(found), plots.OfPivots(found))
		},
	}
	f.register(c, 200)
	f.asOfFlag(c)
	c.Flags().StringVar(&f.clause, "clause", "", "the `clause` to carry; the scenario's headline if not given")
	c.Flags().StringVar(&f.at, "at", "", "the `tick`, as in 2028Q1; the first at which founders may sign if not given")
	c.Flags().Float64Var(&f.draw, "draw", lab.MedianDraw, "the governments' draw, as explain tells it: 0.5 is the median, 0.2 keener than four in five")
	return c
}

// table is the clause that is asked about, and the tick.
func (f *pivotsFlags) table(w *sim.World) (clause, tick int, err error) {
	if clause, err = clauseNamed(w, f.clause); err != nil {
		return 0, 0, err
	}
	founders, _ := w.Invited(clause)
	opens := w.FirstDecision(clause, founders[0])
	if tick, err = tickAt(w, f.at, opens); err != nil {
		return 0, 0, err
	}
	if tick < opens {
		return 0, 0, usage("--at: nobody may sign %s before %s", w.Clauses[clause], w.Calendar.Label(opens))
	}
	return clause, tick, nil
}

// command is the shortest command line that gives the same numbers.
func (f *pivotsFlags) command(name string) string {
	line := f.flags.command("pivots", name)
	if f.clause != "" {
		line += " --clause " + words.Shell(f.clause)
	}
	if f.at != "" {
		line += " --at " + words.Shell(f.at)
	}
	if f.draw != lab.MedianDraw {
		line += fmt.Sprintf(" --draw %v", f.draw)
	}
	return line
}
