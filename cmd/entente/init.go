package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/words"
	"entente/scenarios"
)

// What help says of it.
const (
	wordsInit = "Write a commented scenario, or a study, that runs, to be changed into your own"

	wordsInitLong = `Writes a small scenario in which each figure has its source beside it and, above the first of its kind, its range
and what it counts. It is part of pacific-2025. Without a file, or with -, it is printed. A file that is there is left alone.

With --study it writes a study of a scenario: levers and the strongest founder's stance move at once, and outputs are told
by sweep, sensitivity and discover.

For other states and years begin with entente theatre new and the data sets you hold.`

	wordsInitExample = `  entente init my.toml
  entente run my.toml
  entente init moved.toml --study my.toml
  entente sensitivity moved.toml`
)

// toStdout is the name by which standard output is asked for where a file is written.
const toStdout = "-"

// startFrom is the scenario of which a new one is part.
const startFrom = "pacific-2025"

func init() { verbs = append(verbs, initCommand) }

func initCommand() *cobra.Command {
	asJSON, studied, of := false, "", reading{}
	c := &cobra.Command{
		Use:     "init [FILE]",
		Short:   wordsInit,
		Long:    wordsInitLong,
		Example: wordsInitExample,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("entente init takes one file, and was given %s", words.And(args))
			}
			w := newWritten("init")
			file := toStdout
			if len(args) > 0 {
				file = args[0]
			}
			text, what, played, err := begun(c, &of, studied, file)
			if err != nil {
				return err
			}
			if file != toStdout {
				if err := writeNew(file, text); err != nil {
					return usage("%w", err)
				}
				if err := w.add(file, what); err != nil {
					return err
				}
				fmt.Fprintf(c.ErrOrStderr(), "%s is written: change it, and play it by `entente %s %s`.\n", file, played, words.Shell(file))
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
	c.Flags().StringVar(&studied, "study", "", "write a study of this `scenario` instead")
	jsonFlag(c, &asJSON)
	return c
}

// begun is what a file begins with, what it is and by which command it is played: a scenario, or a study of one.
func begun(c *cobra.Command, r *reading, studied, file string) (text, what, played string, err error) {
	switch studied {
	case "":
	case toStdout:
		return "", "", "", usage("--study names the scenario in what it writes, and so takes no standard input")
	default:
		l, err := r.load(c, studied)
		if err != nil {
			return "", "", "", err
		}
		return scenarios.StartStudy(l, seenFrom(file, studied)), "a study to begin with", "sensitivity", nil
	}
	l, err := scenarios.Load(startFrom, scenarios.Options{})
	if err != nil {
		return "", "", "", failure{exitScenario, err}
	}
	return scenarios.Start(l), "a scenario to begin with", "run", nil
}

// seenFrom is the path of a scenario from where a file is; a shipped one has a name.
func seenFrom(file, scenario string) string {
	if slices.Contains(scenarios.Names(), scenario) || filepath.IsAbs(scenario) {
		return scenario
	}
	if path, err := filepath.Rel(filepath.Dir(file), scenario); err == nil {
		return filepath.ToSlash(path)
	}
	return scenario
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
