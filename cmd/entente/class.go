package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"entente/plots/page/class"
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

func init() { verbs = append(verbs, classCommand) }

func classCommand() *cobra.Command {
	anew := false
	c := &cobra.Command{
		Use:     "class [NAME]",
		Short:   wordsClass,
		Long:    wordsClassLong,
		Example: wordsClassExample,
		RunE: func(c *cobra.Command, args []string) error {
			out := c.OutOrStdout()
			if len(args) == 0 && !anew {
				for _, t := range class.Texts() {
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
				_, err := io.WriteString(out, text)
				return err
			}
			return usage("there is no text %s%s", args[0], meant(args[0], names))
		},
	}
	c.Flags().BoolVar(&anew, "anew", false, "work its figures out again")
	return c
}
