package main

import (
	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/sim"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsDrivers = "Show threat, trade at risk and policy volatility by state and year, and what each adds"

	wordsDriversLong = `Plays each scenario and shows, by state and year, what the argument of the model turns on: the threat
felt with its four sources (power, proximity, offence, intent), the trade at risk as a share of GDP, and
policy volatility, which is changes of government a year times how far the other party would go. It says
what each adds to the decision to sign, and which speaks loudest for and against it. Give several
to see their states on one chart, with the line at which a typical state would be as willing as not. The
tables tell the first year in which somebody decides and the last; --json and --out have every year.`

	wordsDriversExample = `  entente drivers europe-1947 asia-1991 pacific-2025`
)

func init() { verbs = append(verbs, driversCommand) }

func driversCommand() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:     "drivers SCENARIO...",
		Short:   wordsDrivers,
		Long:    wordsDriversLong,
		Example: wordsDriversExample,
		Args:    scenariosGiven,
		RunE: func(c *cobra.Command, names []string) error {
			worlds, err := f.several(c, names)
			if err != nil {
				return err
			}
			scenarios, err := distinct(worlds)
			if err != nil {
				return err
			}
			q, err := f.ask(c, f.command("drivers", names...), filesOf(&f.drawn, &lab.Drivers{Worlds: make([]lab.DrivenScenario, len(worlds))},
				plots.OfDrivers), worlds...)
			if err != nil {
				return err
			}
			var asked []*sim.World
			for _, s := range scenarios {
				asked = append(asked, sim.NewWorld(s))
			}
			found := lab.AskDrivers(q.ctx, asked, q.options(&f, len(worlds)))
			return q.answer(found, tables.Drivers(found), plots.OfDrivers(found))
		},
	}
	f.register(c, 200)
	f.asOfFlag(c)
	f.bestFlag(c)
	return c
}

// distinct are the scenarios of some worlds, no two of one name.
func distinct(worlds []world) ([]sim.Scenario, error) {
	seen := map[string]bool{}
	var all []sim.Scenario
	for _, w := range worlds {
		if seen[w.Scenario.Name] {
			return nil, usage("two of the scenarios are called %s", w.Scenario.Name)
		}
		seen[w.Scenario.Name] = true
		all = append(all, w.Scenario)
	}
	return all, nil
}
