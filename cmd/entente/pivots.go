package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/sim"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsPivots = "Say which states could carry the clause, who has a veto and who anchors it"

	wordsPivotsLong = `Takes the world as each run finds it at one tick, just before anyone decides, and looks for the smallest sets
of states that would carry the clause: each of them would sign expecting just the others of the set, and
the set has all that the text needs (Schelling's k-groups). Says how often each is one, how many states it
takes, whether the clause rises by itself from nobody, who could not be done without, by the text or by its
weight, who holds it up where no set carries it, and how many others would leave without each state.

A state would sign if the median government would, which is when what speaks for it is at least what speaks
against it. --disposition 0.2 asks of governments keener than four in five. Members are asked whether they would stay.
Every set is looked at, up to fourteen states beside those the text needs; a larger table says how far it got.`

	wordsPivotsExample = `  entente pivots pacific-2025 --at 2028Q1`
)

// pivotsFlags add which clause, when, and of which governments.
type pivotsFlags struct {
	flags
	moment
	of, tick    int // the clause and the tick, once the scenario is read
	disposition float64
}

func init() { verbs = append(verbs, pivotsCommand) }

func pivotsCommand() *cobra.Command {
	var f pivotsFlags
	c := &cobra.Command{
		Use:     "pivots SCENARIO",
		Short:   wordsPivots,
		Long:    wordsPivotsLong,
		Example: wordsPivotsExample,
		Args:    oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			w, err := f.one(c, args[0])
			if err != nil {
				return err
			}
			q, err := f.ask(c, f.command(args[0]), filesOf(&f.drawn, &lab.Pivots{}, plots.OfPivots), w)
			if err != nil {
				return err
			}
			found := lab.FindPivots(q.ctx, sim.NewWorld(w.Scenario), f.of, f.tick, f.disposition, q.options(&f.flags, 1))
			return q.answer(found, tables.Pivots(found), plots.OfPivots(found))
		},
	}
	f.register(c, 200)
	f.about = f.table
	mustHold(c, func(wrong *complaints) {
		if !(f.disposition > 0 && f.disposition < 1) {
			wrong.add("--disposition is %v; it must lie between 0 and 1", f.disposition)
		}
	})
	f.asOfFlag(c)
	f.bestFlag(c)
	c.Flags().StringVar(&f.clause, "clause", "", "the `clause` to carry; the scenario's headline if not given")
	c.Flags().StringVar(&f.at, "at", "", "the `tick`, as in 2028Q1; the first at which founders may sign if not given")
	c.Flags().Float64Var(&f.disposition, "disposition", lab.MedianDisposition, "of the governments, as explain tells it: 0.5 is the median, 0.2 "+
		"keener than four in five")
	return c
}

// table finds the clause that is asked about, and the tick.
func (f *pivotsFlags) table(w *sim.World, _ string) (err error) {
	if f.of, err = f.clauseIn(w); err != nil {
		_, late := f.tickIn(w, 0)
		return errors.Join(err, late)
	}
	founders, _ := w.Invited(f.of)
	opens := w.FirstDecision(f.of, founders[0])
	if f.tick, err = f.tickIn(w, opens); err != nil {
		return err
	}
	if f.tick < opens {
		return usage("--at: nobody may sign %s before %s", w.Clauses[f.of], w.Calendar.Label(opens))
	}
	return nil
}

// command is the shortest command line that gives the same numbers.
func (f *pivotsFlags) command(name string) string {
	line := f.flags.command("pivots", name) + f.moment.line()
	if f.disposition != lab.MedianDisposition {
		line += fmt.Sprintf(" --disposition %v", f.disposition)
	}
	return line
}
