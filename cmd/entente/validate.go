package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// What help says of it.
const wordsValidate = "Check a scenario and show every fault in it"

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
