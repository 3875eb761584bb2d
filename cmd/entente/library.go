package main

import (
	"slices"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/scenarios"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsLibrary = "The library of what-ifs: what was expected, and what came out"

	wordsLibraryLong = `Plays each scenario that says what it expects against its base, with the same luck, and prints what
was expected, what came out, and whether the expectation held. Misses are shown as plainly as hits. Without
arguments these are the shipped what-ifs; scenarios/README.md is what --markdown prints.

A what-if of your own has a base, an expectation in a sentence or two, and in expects the same in a word: higher,
lower or same. Write it before you run it.`

	wordsLibraryExample = `  entente library
  entente library decoupling trade-weapon`
)

func init() { verbs = append(verbs, libraryCommand) }

func libraryCommand() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:     "library [SCENARIO...]",
		Short:   wordsLibrary,
		Long:    wordsLibraryLong,
		Example: wordsLibraryExample,
		RunE: func(c *cobra.Command, names []string) error {
			shelves, err := f.shelves(c, names)
			if err != nil {
				return err
			}
			worlds := slices.Concat(shelves...)
			q, err := f.ask(c, f.command("library", names...), filesOf(&f.drawn, blankLibrary(shelves), plots.OfLibrary), worlds...)
			if err != nil {
				return err
			}
			var asked [][]lab.Named
			for _, s := range shelves {
				asked = append(asked, asNamed(s))
			}
			found := lab.AskLibrary(q.ctx, asked, q.options(&f, len(worlds)))
			return q.answer(found, tables.Library(found), plots.OfLibrary(found))
		},
	}
	f.register(c, 1000)
	f.bestFlag(c)
	return c
}

// shelves reads the what-ifs asked for, or all that are shipped, and puts each behind its base.
func (f *flags) shelves(c *cobra.Command, names []string) ([][]world, error) {
	asked := len(names) > 0
	if !asked {
		names = scenarios.Names()
	}
	var bases []string
	whatIfs := map[string][]world{}
	for _, name := range names {
		l, err := f.load(c, name)
		if err != nil {
			return nil, err
		}
		if l.Base == "" || l.Scenario.Expects == "" {
			if asked {
				return nil, usage("%s is no what-if: it needs a base, and an expectation with a word for it in expects", name)
			}
			continue
		}
		if whatIfs[l.Base] == nil {
			bases = append(bases, l.Base)
		}
		whatIfs[l.Base] = append(whatIfs[l.Base], world{name, l})
	}
	slices.Sort(bases)
	var all [][]world
	for _, base := range bases {
		l, err := f.load(c, base)
		if err != nil {
			return nil, err
		}
		all = append(all, append([]world{{base, l}}, whatIfs[base]...))
	}
	return all, nil
}

// blankLibrary is an answer of which nothing is found yet.
func blankLibrary(shelves [][]world) *lab.Library {
	l := &lab.Library{}
	for _, s := range shelves {
		base := lab.ComparedWorld{Head: lab.Head{Scenario: s[0].Scenario.Name}}
		l.Shelves = append(l.Shelves, lab.Shelf{Comparison: &lab.Comparison{Worlds: []lab.ComparedWorld{base}}})
	}
	return l
}
