package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim/lab"
	"entente/sim/networks"
)

func landscapeCommand() *cobra.Command {
	var f flags // --starts counts the runs
	c := &cobra.Command{
		Use:   "landscape FILE.csv",
		Short: wordsLandscape,
		Long:  wordsLandscapeLong,
		Args:  oneFile,
		RunE: func(c *cobra.Command, args []string) error {
			if f.runs < 1 {
				return usage("--starts is %d; it must be at least 1", f.runs)
			}
			a, err := loadActors(c, args[0], scenarios.Propensities)
			if err != nil {
				return err
			}
			command := "entente landscape " + words.Shell(args[0])
			if len(a.Names) > lab.MostExact {
				command += fmt.Sprintf(" --starts %d --seed %d", f.runs, f.seed)
			}
			q, err := f.askFile(c, command, a)
			if err != nil {
				return err
			}
			found, err := lab.SearchLandscape(q.ctx, title(args[0]), a.Names, networks.NewLandscape(a.Strength, a.Between), q.options(&f, 1))
			if err != nil {
				return q.fail(fmt.Errorf("%s: %w", args[0], err))
			}
			return q.answer(found, tables.Landscape(found), plots.OfLandscape(found))
		},
	}
	c.Flags().IntVar(&f.runs, "starts", 10_000, fmt.Sprintf("beyond %d actors: how many random starts to follow down", lab.MostExact))
	c.Flags().Uint64Var(&f.seed, "seed", 1, fmt.Sprintf("beyond %d actors: the luck of the starts", lab.MostExact))
	f.showing.register(c)
	return c
}
