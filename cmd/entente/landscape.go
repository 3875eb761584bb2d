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

// What help says of it.
const (
	wordsLandscape = "Two camps from strengths and propensities: which splits last (Axelrod and Bennett 1993)"

	wordsLandscapeLong = `Reads actors with their strengths and their propensities to work with each other, and finds every split
into two camps that lasts: one that no actor would leave on its own. Up to 26 actors each split is looked at;
beyond that random ones are followed down, and splits that few of them lead to may be missed.

The file is CSV, with a row and a column for each actor in the same order:

  # where the figures come from
  actor,strength,US,Rus,Syr
  US,10,0,-1,-1
  Rus,10,-1,0,1
  Syr,50,-1,1,0

A propensity is above 0 for two who would work together and below 0 for two who would not, and is the same in
both directions: only then does every move lead downhill.`

	wordsLandscapeExample = `  entente landscape actors.csv`
)

func init() { verbs = append(verbs, landscapeCommand) }

func landscapeCommand() *cobra.Command {
	var f flags // --starts counts the runs
	c := &cobra.Command{
		Use:     "landscape FILE.csv",
		Short:   wordsLandscape,
		Long:    wordsLandscapeLong,
		Example: wordsLandscapeExample,
		Args:    oneFile,
		RunE: func(c *cobra.Command, args []string) error {
			a, err := loadActors(c, args[0], scenarios.Propensities)
			if err != nil {
				return err
			}
			command := "entente landscape " + words.Shell(args[0])
			if len(a.Names) > lab.MostExact {
				command += fmt.Sprintf(" --starts %d --seed %d", f.runs, f.seed)
			}
			q, err := f.askFile(c, command, filesOf(&f.drawn, &lab.Landscape{}, plots.OfLandscape), a)
			if err != nil {
				return err
			}
			found, err := lab.SearchLandscape(q.ctx, title(args[0]), a.Names, networks.NewLandscape(a.Strength, a.Between),
				q.options(&f, 1))
			if err != nil {
				return q.fail(fmt.Errorf("%s: %w", args[0], err))
			}
			return q.answer(found, tables.Landscape(found), plots.OfLandscape(found))
		},
	}
	c.Flags().IntVar(&f.runs, "starts", 10_000, fmt.Sprintf("beyond %d actors: how many random starts to follow down", lab.MostExact))
	c.Flags().Uint64Var(&f.seed, "seed", 1, fmt.Sprintf("beyond %d actors: the luck of the starts", lab.MostExact))
	f.showing.register(c)
	mustHold(c, func(wrong *complaints) {
		if f.runs < 1 {
			wrong.add("--starts is %d; it must be at least 1", f.runs)
		}
	})
	return c
}
