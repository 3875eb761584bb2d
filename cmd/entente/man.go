package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"entente/cmd/entente/shelf"
	"entente/sim"
)

// What help says of it.
const (
	wordsMan = "Write the help of every command as manual pages"

	wordsManLong = `Writes a page of section 1 for each command into a folder: what --help tells, for man. SOURCE_DATE_EPOCH sets the
date that stands on them.`

	wordsManExample = `  entente man --out man1
  man man1/entente-run.1`
)

func init() { verbs = append(verbs, manCommand) }

func manCommand() *cobra.Command {
	out, asJSON := "", false
	c := &cobra.Command{
		Use:     "man --out DIR",
		Short:   wordsMan,
		Long:    wordsManLong,
		Example: wordsManExample,
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if out == "" {
				return usage("say into which folder the pages go: entente man --out man1")
			}
			if err := os.MkdirAll(out, 0o777); err != nil {
				return usage("--out: no folder can be made there: %w; take another", err)
			}
			of := root()
			of.DisableAutoGenTag = true // which dates each page once more
			if err := doc.GenManTree(of, &doc.GenManHeader{Section: "1", Source: "entente " + sim.Version, Manual: "Entente"}, out); err != nil {
				return failure{exitRun, err}
			}
			w := newWritten("man")
			for _, page := range manualPages(of) {
				if err := w.add(filepath.Join(out, page), "a manual page"); err != nil {
					return err
				}
			}
			fmt.Fprintf(c.ErrOrStderr(), "The pages are in %s.\n", out)
			if asJSON {
				return shelf.WriteJSON(c.OutOrStdout(), w)
			}
			return nil
		},
	}
	c.Flags().StringVar(&out, "out", "", "the `folder` for the pages, which is made if it is not there")
	jsonFlag(c, &asJSON)
	return c
}

// manualPages are the names that the library gives to the pages of a command and of those below it.
func manualPages(of *cobra.Command) []string {
	pages := []string{strings.ReplaceAll(of.CommandPath(), " ", "-") + ".1"}
	for _, below := range of.Commands() {
		if below.IsAvailableCommand() && !below.IsAdditionalHelpTopicCommand() {
			pages = append(pages, manualPages(below)...)
		}
	}
	return pages
}
