package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots/words"
	"entente/sim"
)

// What help says of the flags that change how a scenario is read.
const (
	wordsAsOf   = "forecast as of this `day`: refuse all that is dated later in the scenario, but not what --set says"
	wordsInputs = "`kind` of figures: coded, as they stand, or measured: " + words.Measured
	wordsCoder  = "whose stances: `1` those of the scenario, 2 those of a second coder, who had not seen them"
	wordsRecode = "move each figure coded by hand by an error of this standard `deviation`, such as 0.1, anew in every five runs"
	wordsBest   = "play the shipped constants alone, and no draws of what history leaves open: for teaching, and to compare with " +
		"older versions"
	wordsTheory = "let states decide by a rival theory, as in power-disparity; entente theories compares them"
)

// setFlag adds --set, which every command that reads a scenario has.
func (r *reading) setFlag(c *cobra.Command) {
	c.Flags().Var((*changeFlag)(r), "set", "change one figure: `path=value`, as in states.JPN.stance=0.5 (may be repeated)")
	c.Flags().Var((*theoryFlag)(r), "theory", wordsTheory)
	mustHoldOf(c, func(names []string, wrong *complaints) {
		for _, bare := range r.bare {
			wrong.add("--set is %q; write path=value, such as states.JPN.stance=0.5", bare)
		}
		if r.apart && len(names) == 1 {
			return
		}
		values := map[string]string{}
		for _, set := range r.set {
			path, value, _ := strings.Cut(set, "=")
			path, value = strings.TrimSpace(path), strings.TrimSpace(value)
			if before, twice := values[path]; twice && before != value {
				wrong.add("%s is set twice, to %s and to %s; give it one value", path, before, value)
			}
			values[path] = value
		}
	})
}

// changeFlag is --set path=value. It keeps what --theory has set before it, which a list of cobra's own would not, and takes what is
// no change too: the library would end there, and what is wrong with the other changes would not be told.
type changeFlag reading

func (f *changeFlag) String() string { return "" }

func (f *changeFlag) Type() string { return "change" }

func (f *changeFlag) Set(change string) error {
	if strings.Contains(change, "=") {
		f.set = append(f.set, change)
	} else {
		f.bare = append(f.bare, change)
	}
	return nil
}

// theoryFlag is --theory NAME, which stands for --set theory=NAME.
type theoryFlag reading

func (f *theoryFlag) String() string { return "" }

func (f *theoryFlag) Type() string { return "theory" }

func (f *theoryFlag) Set(name string) error {
	var names []string
	hint := ""
	for _, t := range sim.Theories() {
		if t.Name == name {
			f.set = append(f.set, "theory="+name)
			return nil
		}
		if slices.Contains(strings.Fields(strings.ToLower(t.By)), strings.ToLower(name)) { // a theory is often called by its author
			hint = fmt.Sprintf("; did you mean %s (%s)?", t.Name, t.By)
		}
		names = append(names, t.Name)
	}
	if hint == "" {
		hint = meant(name, names)
	}
	return errors.New("no theory is called that" + hint)
}

// bestFlag adds --best, which every command has that plays a scenario.
func (r *reading) bestFlag(c *cobra.Command) {
	c.Flags().BoolVar(&r.best, "best", false, wordsBest)
}

// asOfFlag adds --as-of, which every command has that asks what a scenario leads to.
func (r *reading) asOfFlag(c *cobra.Command) {
	c.Flags().StringVar(&r.asOf, "as-of", "", wordsAsOf)
	mustHold(c, func(wrong *complaints) {
		if r.asOf != "" {
			if _, err := sim.ParseDate(r.asOf); err != nil {
				wrong.add("--as-of: %w", err)
			}
		}
	})
}

// inputsFlag adds --inputs, which every command has that holds the model to history. A figure that is set and then measured
// would be told and not played.
func (r *reading) inputsFlag(c *cobra.Command) {
	c.Flags().StringVar(&r.inputs, "inputs", inputsCoded, wordsInputs)
	mustHold(c, func(wrong *complaints) {
		switch r.inputs {
		case inputsCoded:
			return
		case inputsMeasured:
		default:
			wrong.add("--inputs is %s; it must be coded or measured", r.inputs)
			return
		}
		for _, set := range r.set {
			if !strings.HasPrefix(set, "parameters.") && !strings.HasPrefix(set, "theory=") {
				wrong.add("--set %s would be measured over: with --inputs measured only constants (parameters.*) and the theory may be set",
					set)
			}
		}
	})
}

// coderFlag adds --coder, which every command has that looks into a scenario.
func (r *reading) coderFlag(c *cobra.Command) {
	c.Flags().IntVar(&r.coder, "coder", 1, wordsCoder)
	mustHold(c, func(wrong *complaints) {
		if r.coder < 1 || r.coder > 2 {
			wrong.add("--coder is %d; it must be 1, the coder of the scenario, or 2, the second", r.coder)
		}
	})
}

// recodeFlag adds --recode, which every command has that plays scenarios.
func (r *reading) recodeFlag(c *cobra.Command) {
	c.Flags().Float64Var(&r.recode, "recode", 0, wordsRecode)
	mustHold(c, func(wrong *complaints) {
		if !(r.recode >= 0 && r.recode <= mostRecode) {
			wrong.add("--recode is %g; it must lie between 0 and %d, the length of most scales", r.recode, mostRecode)
		}
	})
}

// mostRecode is the greatest error that may be asked for: of a scale from 0 to 1 it leaves nothing.
const mostRecode = 1

// notRecoded refuses --recode where it would say nothing, and says why.
func (r *reading) notRecoded(c *cobra.Command, why string) {
	c.Flags().Float64Var(&r.recode, "recode", 0, wordsRecode)
	c.Flags().Lookup("recode").Hidden = true
	mustHold(c, func(wrong *complaints) {
		if c.Flags().Changed("recode") {
			wrong.add("entente %s takes no --recode: %s", c.Name(), why)
		}
	})
}

// The kinds of input.
const (
	inputsCoded    = "coded"
	inputsMeasured = "measured"
)
