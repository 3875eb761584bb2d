package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"entente/scenarios"
	"entente/sim"
)

func listCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: wordsList,
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			all, err := scenarios.List()
			if err != nil {
				return failure{exitScenario, err}
			}
			t := tabwriter.NewWriter(c.OutOrStdout(), 0, 0, 2, ' ', 0)
			fmt.Fprintln(t, "SCENARIO\tFROM\tTO\tSTATES\tCLAUSE\tTITLE")
			for _, s := range all {
				cal := sim.NewCalendar(s.Start, s.End, s.Tick)
				fmt.Fprintf(t, "%s\t%s\t%s\t%d\t%s\t%s\n", s.Name, cal.Label(0), cal.Label(cal.Ticks()-1), len(s.States),
					s.Headline, s.Title)
			}
			return t.Flush()
		},
	}
}

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
