package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsValidate = "Check a scenario and show every fault in it"

	wordsValidateLong = `Reads a scenario as all commands do, and plays nothing. Every fault is shown at once, with its line and what
would be right, and the command ends with 3. A warning is what is no fault and yet most likely not meant.`

	wordsValidateExample = `  entente validate my.toml
  entente validate - --json < my.toml   the same for a program`
)

// Verdict is what is said of a scenario.
type Verdict struct {
	Format   int               `json:"format"`   // as of an answer
	Question string            `json:"question"` // validate
	Version  string            `json:"version"`  // of the model and its data
	Scenario string            `json:"scenario"` // as it was asked for
	Sound    bool              `json:"sound"`    // it can be played
	Faults   []scenarios.Fault `json:"faults"`   // what keeps it from being played, all at once
	Warnings []scenarios.Fault `json:"warnings"` // what may not be meant as it stands

	States       int      `json:"states"`        // how many it has; 0 of one that is not sound, as all that follow
	Ties         int      `json:"ties"`          // how many it has at the start
	Arrangements int      `json:"arrangements"`  // of three or more states, how many it has
	Clauses      int      `json:"clauses"`       // how many are on offer
	Shocks       int      `json:"shocks"`        // how many may come
	Coded        []string `json:"coded_by_hand"` // paths of the figures that rest on the rubric alone
}

func init() { verbs = append(verbs, validateCommand) }

func validateCommand() *cobra.Command {
	r := reading{validates: true}
	var f showing
	c := &cobra.Command{
		Use:     "validate SCENARIO",
		Short:   wordsValidate,
		Long:    wordsValidateLong,
		Example: wordsValidateExample,
		Args:    oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			v := Verdict{Format: lab.Format, Question: "validate", Version: sim.Version, Scenario: args[0], Faults: []scenarios.Fault{},
				Warnings: []scenarios.Fault{}, Coded: []string{}}
			l, err := r.load(c, args[0])
			var faults scenarios.Faults
			if f.json && errors.As(err, &faults) {
				v.Faults = faults
				return errors.Join(shelf.WriteJSON(c.OutOrStdout(), v), err)
			}
			if err != nil {
				return err
			}
			s := &l.Scenario
			v.Sound, v.Warnings = true, append(v.Warnings, l.Warnings()...)
			v.States, v.Ties, v.Arrangements = len(s.States), len(s.Ties), len(s.Arrangements)
			v.Clauses, v.Shocks, v.Coded = len(s.Clauses), len(s.Shocks), append(v.Coded, s.Coded...)
			if f.json {
				return shelf.WriteJSON(c.OutOrStdout(), v)
			}
			for _, w := range v.Warnings {
				fmt.Fprintf(c.ErrOrStderr(), "warning: %s\n\n", w)
			}
			sound := fmt.Sprintf("%s is sound: %s, %s, %s, %s and %s.\n", args[0], words.Count(v.States, "state"), words.Count(v.Ties, "tie"),
				words.Count(v.Arrangements, "minilateral"), words.Count(v.Clauses, "clause"), words.Count(v.Shocks, "shock"))
			sound += codedTold(s)
			_, err = io.WriteString(c.OutOrStdout(), fold(sound, f.columns(c.OutOrStdout())))
			return err
		},
	}
	r.setFlag(c)
	r.coderFlag(c)
	r.asOfFlag(c)
	c.Flags().BoolVar(&f.json, "json", false, "print what is found as JSON")
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
