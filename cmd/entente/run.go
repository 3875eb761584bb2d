package main

import (
	"runtime/debug"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/sim"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsRun = "Play a scenario many times and say who signs"

	wordsRunLong = `Plays a scenario many times and prints what the runs have in common: the chance that the clause is
in force, who signs and what speaks for and against it, and what grows instead.

The same scenario, seed and version give the same numbers, whatever the number of workers. If you
interrupt it, the runs finished so far are reported, and are the first ones of the full set.
Chances are of all runs; reasons, drivers, ties and other figures on the way are of the first 10,000.

With --as-of the runs know nothing that is dated later in the scenario: a forecast made on that day. What
is refused is counted on stderr and in the manifest. A figure known only from later on is carried
back, which is told on stderr. Figures without a date pass.`

	wordsRunExample = `  entente run pacific-2025
  entente run pacific-2025 --set rivals.CHN.posture=overt --out results
  entente run my.toml --as-of 2026-06-30`
)

// A million runs hold half a gigabyte. Beyond so many runs no more than half as much again is let lie before it is collected.
const manyRuns, thrifty = 100_000, 50

func init() { verbs = append(verbs, runCommand) }

func runCommand() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:     "run SCENARIO",
		Short:   wordsRun,
		Long:    wordsRunLong,
		Example: wordsRunExample,
		Args:    oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			w, err := f.one(c, args[0])
			if err != nil {
				return err
			}
			q, err := f.ask(c, f.command("run", args...), filesOf(&f.drawn, ensemble{&lab.Summary{}, &lab.Ensemble{}}, ensemble.charts), w)
			if err != nil {
				return err
			}
			if f.runs > manyRuns {
				debug.SetGCPercent(thrifty)
			}
			e := lab.Play(q.ctx, sim.NewWorld(q.scenario()), q.options(&f, 1))
			s := e.Summarise()
			found := ensemble{s, e}
			return q.answer(found, tables.Run(s), found.charts())
		},
	}
	f.register(c, 1000)
	f.asOfFlag(c)
	f.bestFlag(c)
	return c
}

// ensemble is the answer to run: its summary, and the tables of its runs.
type ensemble struct {
	*lab.Summary
	of *lab.Ensemble
}

func (e ensemble) charts() []plots.Named { return plots.OfRun(e.Summary) }

func (e ensemble) Tables() []lab.Table { return e.of.Tables(e.Summary) }
