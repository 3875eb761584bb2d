package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsCite = "The sources of scenarios, of the theory and of entente itself, as BibTeX"

	wordsCiteLong = `Prints BibTeX: the program, what the theory and its statistics rest on, and what the files of the scenarios name as
sources of their figures. Without a scenario it leaves out the last.

Nothing is filled in: an entry has the fields that our own texts state, and no given names. A source that a file tells in a phrase
becomes an entry with its text as it stands. What rests on judgement, on memory or on a computation is no entry; the
first lines count it. The key of a work or a text is the same whatever else is asked for.`

	wordsCiteExample = `  entente cite pacific-2025 > references.bib`
)

func init() { verbs = append(verbs, citeCommand) }

func citeCommand() *cobra.Command {
	var r reading
	c := &cobra.Command{
		Use:     "cite [SCENARIO...]",
		Short:   wordsCite,
		Long:    wordsCiteLong,
		Example: wordsCiteExample,
		RunE: func(c *cobra.Command, names []string) error {
			if err := once(names); err != nil {
				return err
			}
			f := flags{reading: r}
			worlds, err := f.several(c, names)
			if err != nil {
				return err
			}
			var b strings.Builder
			fmt.Fprintf(&b, "%% entente %s: %s\n", sim.Version, strings.TrimSpace("entente cite "+words.Shell(names...)))
			for _, w := range worlds {
				fmt.Fprintf(&b, "%% %s: %s.\n", strings.ReplaceAll(w.Scenario.Name, "@", "(at)"), words.Bases(bases(w.Inputs())))
			}
			b.WriteString(words.BibTeX(bibliography(worlds)))
			_, err = io.WriteString(c.OutOrStdout(), b.String())
			return err
		},
	}
	return c
}

// bibliography is what some worlds rest on.
func bibliography(worlds []world) *lab.Bibliography {
	b := lab.NewBibliography()
	for _, w := range worlds {
		for _, r := range w.References() {
			b.Add(w.Scenario.Name, r.Name, r.Text, r.Named)
		}
	}
	return b
}

// bases counts the figures of a scenario by what they rest on.
func bases(inputs []scenarios.Input) lab.Bases {
	var b lab.Bases
	for _, in := range inputs {
		switch in.Basis {
		case scenarios.Sourced:
			b.Sourced++
		case scenarios.Judged:
			b.Judged++
		case scenarios.Recalled:
			b.Recalled++
		case scenarios.Computed:
			b.Computed++
		case scenarios.SetHere:
			b.Set++
		default:
			b.Other++
		}
	}
	return b
}
