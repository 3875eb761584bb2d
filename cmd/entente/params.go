package main

import (
	"github.com/spf13/cobra"

	"entente/plots/tables"
	"entente/scenarios"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsParams = "Every constant of the theory: its value, range, unit and source, and which are drawn"

	wordsParamsExample = `  entente params
  entente params --out constants    the same as CSV, in a folder`
)

func init() { verbs = append(verbs, paramsCommand) }

func paramsCommand() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:     "params",
		Short:   wordsParams,
		Example: wordsParamsExample,
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			q, err := f.ask(c, "entente params", filesOf(&f.drawn, &lab.Codebook{}, nil))
			if err != nil {
				return err
			}
			shipped := scenarios.Constants()
			found := lab.ConstantsOf(shipped.Scenario.Parameters, shipped.Scenario.Draws, sourceIn(shipped))
			return q.answer(found, tables.Constants(found), nil)
		},
	}
	f.showing.register(c)
	return c
}
