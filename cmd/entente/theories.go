package main

import (
	"strings"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// What help says of it.
const (
	wordsTheories = "Play a scenario by each rival theory: who signs by whose account"

	wordsTheoriesLong = `Plays each scenario by every theory of why states sign, with the same luck, and prints who signs by whose
account. On a scenario of the past it adds how well each account does; give several
to see which theory explains which region, and which explains both. The theories are told in
go doc entente/sim, one page each; --runs counts the runs of each.`

	wordsTheoriesExample = `  entente theories europe-1947 asia-1950 asia-1991`
)

func init() { verbs = append(verbs, theoriesCommand) }

func theoriesCommand() *cobra.Command {
	var f flags
	short := false
	c := &cobra.Command{
		Use:     "theories SCENARIO...",
		Short:   wordsTheories,
		Long:    wordsTheoriesLong,
		Example: wordsTheoriesExample,
		Args:    scenariosGiven,
		RunE: func(c *cobra.Command, names []string) error {
			worlds, err := f.several(c, names)
			if err != nil {
				return err
			}
			asked, blank, err := boards(worlds)
			if err != nil {
				return err
			}
			kept, err := shippedFits()
			if err != nil {
				return err
			}
			q, err := f.ask(c, f.command("theories", names...), filesOf(&f.drawn, blank, plots.OfTheories), worlds...)
			if err != nil {
				return err
			}
			found := history.AskTheories(q.ctx, asked, q.options(&f, len(sim.Theories())*len(worlds))).Recorded(kept.Record(inputsCoded))
			told := tables.Theories(found)
			if short {
				told = tables.TheoriesInShort(found)
			}
			return q.answer(found, told, plots.OfTheories(found))
		},
	}
	f.register(c, 500)
	f.theories = true
	mustHold(c, func(wrong *complaints) {
		for _, set := range f.set {
			if strings.HasPrefix(set, "theory") {
				wrong.add("entente theories plays them all; leave %s out", set)
			}
		}
	})
	f.asOfFlag(c)
	f.bestFlag(c)
	f.inputsFlag(c)
	c.Flags().BoolVar(&short, "short", false, wordsShort)
	return c
}

// boards are the scenarios that are asked about, and an answer about them of which nothing is found yet.
func boards(worlds []world) ([]sim.Scenario, *history.Theories, error) {
	asked, err := distinct(worlds)
	blank := &history.Theories{}
	for _, s := range asked {
		blank.Boards = append(blank.Boards, history.Switchboard{Head: lab.Head{Scenario: s.Name}})
	}
	return asked, blank, err
}
