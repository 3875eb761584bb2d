package main

import (
	"errors"
	"fmt"
	"io"

	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots/words"
	"entente/sim"
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
			if err := errors.Join(f.check(), r.checkCoding()); err != nil {
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
			sound += codedTold(&s)
			_, err = io.WriteString(c.OutOrStdout(), fold(sound, f.columns(c.OutOrStdout())))
			return err
		},
	}
	r.setFlag(c)
	r.coderFlag(c)
	r.asOfFlag(c)
	f.widthFlag(c)
	return c
}

// codedTold says which figures of a scenario rest on the rubric alone, by kind.
func codedTold(s *sim.Scenario) string {
	count := map[string]int{}
	var kinds []string
	for _, path := range s.Coded {
		keys := strings.Split(path, ".")
		kind := keys[0] + ".*." + keys[2]
		if count[kind]++; count[kind] == 1 {
			kinds = append(kinds, kind)
		}
	}
	if len(kinds) == 0 {
		return "No figure rests on the rubric alone.\n"
	}
	slices.Sort(kinds)
	for k, kind := range kinds {
		kinds[k] = fmt.Sprintf("%d %s", count[kind], kind)
	}
	return fmt.Sprintf("%s rest on the rubric alone, and are moved by --recode: %s.\n", words.Count(len(s.Coded), "figure"),
		words.And(kinds))
}
