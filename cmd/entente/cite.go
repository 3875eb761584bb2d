package main

import (
	"fmt"
	"io"
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
	wordsCite = "The sources of scenarios, of the theory and of entente itself, as BibTeX"

	wordsCiteLong = `Prints BibTeX: the program, what the theory and its statistics rest on, and what the files of the scenarios name as
sources of their figures. Without a scenario it leaves out the last.

Nothing is filled in: an entry has the fields that our own texts state, and no given names. A source that a file tells in a phrase
becomes an entry with its text as it stands. What rests on judgement, on memory or on a computation is no entry; the
first lines count it. The key of a work or a text is the same whatever else is asked for.`

	wordsCiteExample = `  entente cite pacific-2025 > references.bib
  entente cite pacific-2025 --json   the same for a program`
)

// Cited are the sources of scenarios and what the theory and its statistics rest on.
type Cited struct {
	Format    int         `json:"format"`    // as of an answer
	Question  string      `json:"question"`  // cite
	Version   string      `json:"version"`   // of the model and its data
	Scenarios []string    `json:"scenarios"` // names, in the order asked
	Bases     []lab.Bases `json:"bases"`     // what the figures of each scenario rest on, how many on each, in the order of scenarios
	lab.Bibliography
}

func init() { verbs = append(verbs, citeCommand) }

func citeCommand() *cobra.Command {
	var r reading
	var inJSON bool
	c := &cobra.Command{
		Use:     "cite [SCENARIO...]",
		Short:   wordsCite,
		Long:    wordsCiteLong,
		Example: wordsCiteExample,
		Args:    func(_ *cobra.Command, names []string) error { return once(names) },
		RunE: func(c *cobra.Command, names []string) error {
			f := flags{reading: r}
			worlds, err := f.several(c, names)
			if err != nil {
				return err
			}
			found := Cited{Format: lab.Format, Question: "cite", Version: sim.Version, Scenarios: []string{}, Bases: []lab.Bases{},
				Bibliography: *bibliography(worlds)}
			for _, w := range worlds {
				found.Scenarios = append(found.Scenarios, w.Scenario.Name)
				found.Bases = append(found.Bases, bases(w.Inputs()))
			}
			if inJSON {
				return shelf.WriteJSON(c.OutOrStdout(), found)
			}
			_, err = io.WriteString(c.OutOrStdout(), found.bibTeX(names))
			return err
		},
	}
	jsonFlag(c, &inJSON)
	return c
}

// bibTeX begins with the command, and with what figures rest on that is no entry.
func (f *Cited) bibTeX(asked []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%% entente %s: %s\n", f.Version, strings.TrimSpace("entente cite "+words.Shell(asked...)))
	for k, name := range f.Scenarios {
		fmt.Fprintf(&b, "%% %s: %s.\n", strings.ReplaceAll(name, "@", "(at)"), words.Bases(f.Bases[k]))
	}
	return b.String() + words.BibTeX(&f.Bibliography)
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
