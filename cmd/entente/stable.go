package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/scenarios"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsStable = "Does a network of alliances keep the peace (Jackson and Nei 2015)?"

	wordsStableLong = `Reads states with their strengths and their alliances, and says whether the network is war-stable:
nobody can be beaten by a state and its allies (an ally of both defends only if it does not attack), no
new alliance would change that, and none would be dropped because it does not protect both of its ends.

The file is CSV, with a row and a column for each state in the same order; 1 is an alliance, 0 is none:

  actor,strength,A,B,C
  A,5,0,1,0
  B,3,1,0,1
  C,2,0,1,0

With --trade-gain alliances also carry trade. Attackers then weigh the trade they lose against their equal part of
the spoils, alliances are made and kept for their trade as well, and peace becomes possible.`

	wordsStableExample = `  entente stable alliances.csv
  entente stable alliances.csv --gamma 1.5 --trade-gain 4,4,1 \
    --link-cost 2 --spoils 6`
)

type stableFlags struct {
	gamma  float64
	gain   []float64
	cost   float64
	spoils float64
	flags
}

func init() { verbs = append(verbs, stableCommand) }

func stableCommand() *cobra.Command {
	var f stableFlags
	c := &cobra.Command{
		Use:     "stable FILE.csv",
		Short:   wordsStable,
		Long:    wordsStableLong,
		Example: wordsStableExample,
		Args:    oneFile,
		RunE: func(c *cobra.Command, args []string) error {
			trade := f.trade()
			a, err := loadActors(c, args[0], scenarios.AllianceOrNo)
			if err != nil {
				return err
			}
			if n := len(a.Names); n > lab.MostCountries {
				return failure{exitScenario, fmt.Errorf("%s has %d states; at most %d can be checked", args[0], n, lab.MostCountries)}
			}
			q, err := f.askFile(c, f.command(args[0], trade), filesOf(&f.drawn, &lab.Peace{}, plots.OfPeace), a)
			if err != nil {
				return err
			}
			found := lab.CheckPeace(title(args[0]), a.Names, f.network(a, trade))
			return q.answer(found, tables.Peace(found), plots.OfPeace(found))
		},
	}
	c.Flags().Float64Var(&f.gamma, "gamma", 1, "how much defence counts beside attack; above 1 it has the advantage")
	c.Flags().Float64SliceVar(&f.gain, "trade-gain", nil, "with trade: what a state gains from its first alliance, its second, ... "+
		"(a `list`; the last holds for all further ones)")
	c.Flags().Float64Var(&f.cost, "link-cost", 0, "with trade: what each alliance costs a state")
	c.Flags().Float64Var(&f.spoils, "spoils", 0, "with trade: what a conquered state is worth to its attackers together")
	f.showing.register(c)
	mustHold(c, func(wrong *complaints) { f.check(c.Flags().Changed, wrong) })
	return c
}
