package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/scenarios"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsCompare = "Play several worlds with the same luck and say what differs"

	wordsCompareLong = `Plays several worlds with the same luck, run by run, and prints how the chance that the headline clause is
in force, its members and the chance that each state signs differ from the first world. Worlds are

  several scenarios, the first of which the others are compared with:
    entente compare pacific-2025 my-pact.toml
  or one scenario as it is, and once again for each --set or --theory:
    entente compare pacific-2025 --set states.JPN.stance=0.9 \
      --set states.USA.commitment=0.5
    entente compare pacific-2025 \
      --set 'states.JPN.stance=0.9 && states.USA.commitment=0.5'

Of several scenarios --set and --theory change each. Figures joined by " && " are set together in one world.
States are matched by id. Each world is taken at its own end and by its own headline clause. --runs counts
the runs of each world.`

	wordsCompareExample = `  entente compare pacific-2025 taiwan-blockade-2027 us-retrenchment
  entente compare asia-1991 --set states.USA.stance=1`
)

func init() { verbs = append(verbs, compareCommand) }

func compareCommand() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:     "compare SCENARIO...",
		Short:   wordsCompare,
		Long:    wordsCompareLong,
		Example: wordsCompareExample,
		Args:    scenariosGiven,
		RunE: func(c *cobra.Command, names []string) error {
			worlds, err := f.compared(c, names)
			if err != nil {
				return err
			}
			q, err := f.ask(c, f.command("compare", names...), filesOf(&f.drawn, &lab.Comparison{Worlds: make([]lab.ComparedWorld, 1)},
				plots.OfComparison), worlds...)
			if err != nil {
				return err
			}
			found := lab.Compare(q.ctx, asNamed(worlds), q.options(&f, len(worlds)))
			found.OneScenario = len(names) == 1
			return q.answer(found, tables.Comparison(found), plots.OfComparison(found))
		},
	}
	f.register(c, 1000)
	f.apart = true
	mustHoldOf(c, func(names []string, wrong *complaints) {
		if len(names) == 1 && len(f.set)+len(f.bare) == 0 {
			wrong.add("there is nothing to compare %s with: name a second scenario, or --set a figure", names[0])
		}
	})
	f.asOfFlag(c)
	f.bestFlag(c)
	return c
}

// together joins figures that are set in one world.
const together = " && "

// compared reads the worlds to compare: several scenarios, or one as it is and once for each --set.
func (f *flags) compared(c *cobra.Command, names []string) ([]world, error) {
	if len(names) > 1 {
		return f.several(c, names)
	}
	read := func(set ...string) (*scenarios.Loaded, error) {
		r := f.reading
		r.set = set
		return r.load(c, names[0])
	}
	l, err := read()
	if err != nil {
		return nil, err
	}
	all := []world{{"as it is", l}}
	var faults []string
	for _, set := range f.set {
		l, err := read(strings.Split(set, together)...)
		if err != nil {
			faults = append(faults, fmt.Sprintf("In the world of %s:\n%v", set, err))
			continue
		}
		all = append(all, world{set, l})
	}
	if len(faults) > 0 {
		return nil, failure{exitScenario, errors.New(strings.Join(faults, "\n\n"))}
	}
	return all, nil
}
