package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/page/class"
	"entente/sim"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsClass = "Texts for teaching: an instructor's guide, a page for the reader, assignments and a test bank"

	wordsClassLong = `Without a name it lists the texts; with one it prints it, in Markdown. They need a terminal on a projector and printed sheets
(entente roles), and no network.

Their figures are the model's: --anew works them out again, which takes some seconds, and prints the text with what comes out. It
fails if a claim of the text is no longer so.`

	wordsClassExample = `  entente class
  entente class guide
  entente class testbank --anew`
)

// Texts are the texts for teaching.
type Texts struct {
	Format   int         `json:"format"`   // as of an answer
	Question string      `json:"question"` // class
	Version  string      `json:"version"`  // of the model and its data
	Texts    []NamedText `json:"texts"`    // the one that was asked for, or all
}

// NamedText is one of them.
type NamedText struct {
	Name  string `json:"name"`  // as after entente class
	About string `json:"about"` // what it is, in a line
	Text  string `json:"text"`  // in Markdown; "" where all are listed
}

func init() { verbs = append(verbs, classCommand) }

func classCommand() *cobra.Command {
	anew, asJSON := false, false
	c := &cobra.Command{
		Use:     "class [NAME]",
		Short:   wordsClass,
		Long:    wordsClassLong,
		Example: wordsClassExample,
		RunE: func(c *cobra.Command, args []string) error {
			out := c.OutOrStdout()
			found := Texts{Format: lab.Format, Question: "class", Version: sim.Version}
			if len(args) == 0 && !anew {
				for _, t := range class.Texts() {
					found.Texts = append(found.Texts, NamedText{t.Name, t.About, ""})
				}
				if asJSON {
					return shelf.WriteJSON(out, found)
				}
				for _, t := range found.Texts {
					fmt.Fprintf(out, "%-12s %s\n", t.Name, t.About)
				}
				return nil
			}
			if len(args) != 1 {
				return usage("entente class takes one name: guide, reader, assignments or testbank")
			}
			var names []string
			for _, t := range class.Texts() {
				names = append(names, t.Name)
				if t.Name != args[0] {
					continue
				}
				text := class.Read(t.Name)
				if anew {
					var err error
					if text, err = workedOutAnew(c.Context(), t.Name); err != nil {
						return failure{exitRun, err}
					}
				}
				if asJSON {
					found.Texts = []NamedText{{t.Name, t.About, text}}
					return shelf.WriteJSON(out, found)
				}
				_, err := io.WriteString(out, text)
				return err
			}
			return usage("there is no text %s%s", args[0], meant(args[0], names))
		},
	}
	c.Flags().BoolVar(&anew, "anew", false, "work its figures out again")
	jsonFlag(c, &asJSON)
	return c
}
