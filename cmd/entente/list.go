package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"entente/plots/tables"
	"entente/scenarios"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsValidate = "Check a scenario and show every fault in it"

	wordsList = "List the shipped scenarios"
)

func init() { verbs = append(verbs, listCommand) }

func listCommand() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:   "list",
		Short: wordsList,
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := f.showing.check(); err != nil {
				return err
			}
			all, err := scenarios.List()
			if err != nil {
				return failure{exitScenario, err}
			}
			q, err := f.ask(c, "entente list", filesOf(&lab.Catalogue{}, nil))
			if err != nil {
				return err
			}
			found := lab.NewCatalogue(all)
			return q.answer(found, tables.Catalogue(found), nil)
		},
	}
	f.showing.register(c)
	return c
}

func init() { verbs = append(verbs, validateCommand) }

func validateCommand() *cobra.Command {
	var r reading
	var f showing
	c := &cobra.Command{
		Use:   "validate SCENARIO",
		Short: wordsValidate,
		Args:  oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			if err := f.check(); err != nil {
				return err
			}
			l, err := r.load(c, args[0])
			if err != nil {
				return err
			}
			for _, w := range l.Warnings() {
				fmt.Fprintf(c.ErrOrStderr(), "warning: %s\n\n", w)
			}
			s := l.Scenario
			sound := fmt.Sprintf("%s is sound: %d states, %d ties, %d minilaterals, %d clauses, %d shocks.\n",
				args[0], len(s.States), len(s.Ties), len(s.Arrangements), len(s.Clauses), len(s.Shocks))
			_, err = io.WriteString(c.OutOrStdout(), fold(sound, f.columns(c.OutOrStdout())))
			return err
		},
	}
	r.setFlag(c)
	r.asOfFlag(c)
	f.widthFlag(c)
	return c
}
