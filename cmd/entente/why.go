package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsWhy = "How much of the gap to a clause that forms does each mechanism carry?"

	wordsWhyLong = `Plays a scenario as it is and without more and more of the mechanisms of the theory, in orders drawn at random, with the
same luck, and divides what removing all of them changes among them by their Shapley values, which add up. So it says
why the clause does not form, or where it does, what carries it. Up to four mechanisms are divided exactly.

Where --theory has a rival theory decide, a reason is removed from its rule if it has that reason.

It stops once each part is known to within --precision points, or after --runs. If you interrupt it, the runs that were
played to their end are reported. --mechanisms divides the gap among a few: their gap is another one, and it is answered
sooner.`

	wordsWhyExample = `  entente why pacific-2025
  entente why europe-1947 --mechanisms trade,friction`
)

// whyFlags add among which mechanisms the gap is divided, and how closely.
type whyFlags struct {
	flags
	only      []string
	precision float64 // in points
}

// whyPrecision is how closely a part is to be known, in points, if nobody asks otherwise.
const whyPrecision = 100 * lab.WhyPrecision

func init() { verbs = append(verbs, whyCommand) }

func whyCommand() *cobra.Command {
	var f whyFlags
	c := &cobra.Command{
		Use:     "why SCENARIO",
		Short:   wordsWhy,
		Long:    wordsWhyLong,
		Example: wordsWhyExample,
		Args:    oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			w, err := f.one(c, args[0])
			if err != nil {
				return err
			}
			q, err := f.ask(c, f.command(args[0]), filesOf(&f.drawn, &lab.Why{}, plots.OfWhy), w)
			if err != nil {
				return err
			}
			found := lab.AskWhy(q.ctx, q.scenario(), f.mechanisms(), f.precision/100, q.options(&f.flags, 0))
			return q.answer(found, tables.Why(found), plots.OfWhy(found))
		},
	}
	f.register(c, 2000)
	mustHold(c, func(wrong *complaints) {
		if !(f.precision >= 0 && f.precision <= 100) {
			wrong.add("--precision is %g; it counts points, from 0 to 100", f.precision)
		}
		ids := mechanismIDs()
		for _, id := range f.only {
			if !slices.Contains(ids, id) {
				wrong.add("--mechanisms: there is no mechanism %s%s", id, meant(id, ids))
			}
		}
	})
	f.asOfFlag(c)
	f.bestFlag(c)
	c.Flags().StringSliceVar(&f.only, "mechanisms", nil, "divide the gap among these `ids` only, as in trade,friction; all of them are "+
		strings.Join(mechanismIDs(), ", "))
	c.Flags().Float64Var(&f.precision, "precision", whyPrecision, "stop once each part is known to within so many `points`, or "+
		"after --runs; 0 plays all runs")
	return c
}

func mechanismIDs() []string {
	var ids []string
	for _, m := range lab.Mechanisms {
		ids = append(ids, m.ID)
	}
	return ids
}

// mechanisms are those asked for, in the order of lab.Mechanisms.
func (f *whyFlags) mechanisms() []lab.Mechanism {
	if len(f.only) == 0 {
		return lab.Mechanisms
	}
	return slices.DeleteFunc(slices.Clone(lab.Mechanisms), func(m lab.Mechanism) bool { return !slices.Contains(f.only, m.ID) })
}

// command is the shortest command line that gives the same numbers.
func (f *whyFlags) command(name string) string {
	line := f.flags.command("why", name)
	if len(f.only) > 0 {
		line += " --mechanisms " + words.Shell(strings.Join(f.only, ","))
	}
	if f.precision != whyPrecision {
		line += fmt.Sprintf(" --precision %g", f.precision)
	}
	return line
}
