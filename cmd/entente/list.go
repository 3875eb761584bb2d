package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"entente/plots/tables"
	"entente/scenarios"
)

// What help says of it.
const (
	wordsValidate = "Check a scenario and show every fault in it"

	wordsList = "List the shipped scenarios"
)

func init() { verbs = append(verbs, listCommand) }

func listCommand() *cobra.Command {
	var f showing
	c := &cobra.Command{
		Use:   "list",
		Short: wordsList,
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := f.check(); err != nil {
				return err
			}
			all, err := scenarios.List()
			if err != nil {
				return failure{exitScenario, err}
			}
			return f.print(c.OutOrStdout(), all, tables.Scenarios(all))
		},
	}
	c.Flags().IntVar(&f.width, "width", 0, "lay text out for so many `columns`; those of the terminal if not given")
	return c
}

func init() { verbs = append(verbs, validateCommand) }

func validateCommand() *cobra.Command {
	var r reading
	c := &cobra.Command{
		Use:   "validate SCENARIO",
		Short: wordsValidate,
		Args:  oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			l, err := r.load(c, args[0])
			if err != nil {
				return err
			}
			for _, w := range l.Warnings() {
				fmt.Fprintf(c.ErrOrStderr(), "warning: %s\n\n", w)
			}
			s := l.Scenario
			_, err = fmt.Fprintf(c.OutOrStdout(), "%s is sound: %d states, %d ties, %d minilaterals, %d clauses, %d shocks.\n",
				args[0], len(s.States), len(s.Ties), len(s.Arrangements), len(s.Clauses), len(s.Shocks))
			return err
		},
	}
	r.setFlag(c)
	r.asOfFlag(c)
	return c
}
