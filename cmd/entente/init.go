package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/words"
	"entente/scenarios"
)

// What help says of it.
const (
	wordsInit = "Write a commented scenario that runs, to be changed into your own"

	wordsInitLong = `Writes a small scenario in which each figure has its source beside it and, above the first of its kind, its range
and what it counts. It is part of pacific-2025. Without a file, or with -, it is printed. A file that is there is left alone.

For other states and years begin with entente theatre new and the data sets you hold.`

	wordsInitExample = `  entente init my.toml
  entente run my.toml`
)

// toStdout is the name by which standard output is asked for where a file is written.
const toStdout = "-"

// startFrom is the scenario of which a new one is part.
const startFrom = "pacific-2025"

func init() { verbs = append(verbs, initCommand) }

func initCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "init [FILE]",
		Short:   wordsInit,
		Long:    wordsInitLong,
		Example: wordsInitExample,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("entente init takes one file, and was given %s", words.And(args))
			}
			l, err := scenarios.Load(startFrom, scenarios.Options{})
			if err != nil {
				return failure{exitScenario, err}
			}
			w, text := newWritten("init"), scenarios.Start(l)
			if len(args) > 0 && args[0] != toStdout {
				if err := writeNew(args[0], text); err != nil {
					return usage("%w", err)
				}
				if err := w.add(args[0], "a scenario to begin with"); err != nil {
					return err
				}
				fmt.Fprintf(c.ErrOrStderr(), "%s is written: change it, and play it by `entente run %s`.\n", args[0], words.Shell(args[0]))
			} else {
				w.Text = text
			}
			if asJSON {
				return shelf.WriteJSON(c.OutOrStdout(), w)
			}
			_, err = io.WriteString(c.OutOrStdout(), w.Text)
			return err
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

// writeNew writes a file that is not there yet.
func writeNew(name, text string) (err error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already, and is left alone", name)
	}
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Close()); err != nil {
		err = errors.Join(err, os.Remove(name)) // half a file helps nobody
	}
	return err
}
