package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsRerun = "Make a chart or a table again by the command that made it, and say whether the bytes agree"

	wordsRerunLong = `Reads off a file how it was made, does it again and compares. A chart says so itself, wherever it has gone; a table, an
answer or another file of results is vouched for by the manifest.json beside it. It ends with 0 if all bytes agree, with 4 if they do
not, and with 3 if the file does not say how it was made, or was made by another version.

Give it where the scenarios can be read that the command names. Only commands that answer a question are given again, and
nothing is written but into a folder that is taken away.`

	wordsRerunExample = `  entente rerun out/pacific-2025/in-force.svg
  entente rerun out/pacific-2025/runs.csv`
)

func init() { verbs = append(verbs, rerunCommand) }

func rerunCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "rerun FILE",
		Short:   wordsRerun,
		Long:    wordsRerunLong,
		Example: wordsRerunExample,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("entente rerun takes one file")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			found, err := rerun(c, args[0])
			if found == nil {
				return err
			}
			if asJSON {
				return errors.Join(shelf.WriteJSON(c.OutOrStdout(), found), err)
			}
			if err == nil {
				_, err = fmt.Fprintf(c.OutOrStdout(), "%s is what comes of its command: all %s agree.\n  %s\n", found.File,
					words.Count(found.Bytes, "byte"), found.Command)
			}
			return err
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

// Rerun says whether a file is what comes of the command that made it.
type Rerun struct {
	Format   int    `json:"format"`       // as of an answer
	Question string `json:"question"`     // rerun
	Version  string `json:"version"`      // of the model and its data
	File     string `json:"file"`         // as it was asked for
	Command  string `json:"command"`      // that made it
	Agrees   bool   `json:"agrees"`       // all bytes do
	Bytes    int    `json:"bytes"`        // of the file
	Again    int    `json:"bytes_again"`  // of what comes of the command
	Differs  int    `json:"differs_from"` // the first byte that does not agree, counted from 1; 0 if all do
}

// provenance is how a file was made.
type provenance struct {
	plots.Made
	file  string // its name among what the command makes
	drawn string // the command of entente plot that has written it from what the command makes; "" if none has
}

// rerun makes a file again. That the bytes differ is found out and is a failure, too.
func rerun(c *cobra.Command, path string) (*Rerun, error) {
	in, err := scenarios.Open(path)
	if err != nil {
		return nil, usage("%s cannot be read: %w", path, err)
	}
	defer in.Close()
	text, err := io.ReadAll(in)
	if err != nil {
		return nil, usage("%s cannot be read: %w", path, err)
	}
	p, err := madeOf(path, text)
	if err != nil {
		return nil, failure{exitScenario, err}
	}
	args, err := p.question(path)
	if err != nil {
		return nil, failure{exitScenario, err}
	}
	aside, err := os.MkdirTemp("", "entente-rerun")
	if err != nil {
		return nil, failure{exitRun, err}
	}
	defer os.RemoveAll(aside)
	again, err := p.again(c, args, aside)
	if err != nil {
		return nil, err
	}
	found := &Rerun{Format: lab.Format, Question: "rerun", Version: sim.Version, File: path, Command: p.Command, Bytes: len(text),
		Again: len(again), Differs: firstDifference(text, again) + 1}
	if found.Agrees = found.Differs == 0; !found.Agrees {
		err = failure{exitRun, fmt.Errorf("%s is not what comes of its command: %s there and %s here, and they differ from byte %s on\n  %s",
			path, words.Count(len(text), "byte"), words.Count(len(again), "byte"), words.Thousands(found.Differs), p.Command)}
	}
	return found, err
}

// madeOf reads it off the file, or off the manifest beside.
func madeOf(path string, text []byte) (p provenance, err error) {
	if made, ok := plots.MadeIn(text); ok {
		return provenance{Made: made, file: made.Chart + strings.ToLower(filepath.Ext(path))}, nil
	}
	m, err := shelf.Read(filepath.Dir(path))
	name := filepath.Base(path)
	listed := slices.ContainsFunc(m.Files, func(f shelf.File) bool { return f.Name == name })
	switch {
	case errors.Is(err, shelf.ErrNone):
		return p, fmt.Errorf("%s does not say how it was made, and no manifest.json stands beside it", path)
	case err != nil && !listed:
		return p, err
	case !listed:
		return p, fmt.Errorf("%s does not say how it was made, and the manifest beside it does not list it", path)
	}
	p = provenance{Made: plots.Made{Version: m.Version, Command: m.Command}, file: name}
	if m.Answer != "" { // the folder that it was drawn from may be gone
		p.Command, p.drawn = m.Answer, m.Command
	}
	return p, nil
}

// question is the command as arguments, if it is one that may be given again.
func (p provenance) question(path string) ([]string, error) {
	if p.Version != sim.Version {
		return nil, fmt.Errorf("%s was made by entente %s, and this is %s: only that version makes the same", path, p.Version, sim.Version)
	}
	args, ok := words.FromShell(p.Command)
	if !ok || len(args) < 2 || args[0] != "entente" {
		return nil, fmt.Errorf("%s names no command of entente: %s", path, words.Plain(p.Command))
	}
	if _, answers := drawers[args[1]]; !answers && !slices.Contains([]string{"play", "roles", "episodes", "plot", "slides"}, args[1]) {
		return nil, fmt.Errorf("%s was made by `entente %s`, which answers no question that could be asked again", path, words.Plain(args[1]))
	}
	for _, arg := range args {
		if arg == "-" || arg == "--out" || strings.HasPrefix(arg, "--out=") {
			return nil, fmt.Errorf("%s names a command that cannot be given again as it stands: %s", path, words.Plain(p.Command))
		}
	}
	return args[1:], nil
}

// again makes the file again, in a folder.
func (p provenance) again(c *cobra.Command, args []string, folder string) ([]byte, error) {
	whole := filepath.Join(folder, "whole")
	fmt.Fprintf(c.ErrOrStderr(), "Asking again: %s\n", words.Plain(p.Command))
	if err := asIf(c, append(args, "--out", whole)); err != nil {
		return nil, err
	}
	if p.drawn != "" {
		drawn := filepath.Join(folder, "drawn")
		plot, err := replot(p.drawn, whole, drawn)
		if err != nil {
			return nil, failure{exitScenario, err}
		}
		if err := asIf(c, plot); err != nil {
			return nil, err
		}
		whole = drawn
	} else if format := strings.TrimPrefix(filepath.Ext(p.file), "."); p.Plot != "" || p.Chart != "" && !slices.Contains(plots.Formats, format) {
		flags, ok := words.FromShell(p.Plot)
		if !ok || slices.ContainsFunc(flags, func(flag string) bool { return strings.HasPrefix(flag, "--out") }) {
			return nil, failure{exitScenario, fmt.Errorf("it names flags of entente plot that cannot be read: %s", words.Plain(p.Plot))}
		}
		drawn := filepath.Join(folder, "drawn")
		if err := asIf(c, append([]string{"plot", p.Chart, whole, "--out", drawn, "--format", format}, flags...)); err != nil {
			return nil, err
		}
		whole = drawn
	}
	text, err := os.ReadFile(filepath.Join(whole, p.file))
	if err != nil {
		return nil, failure{exitRun, fmt.Errorf("its command makes no %s today", words.Plain(p.file))}
	}
	return text, nil
}

// replot is a command of entente plot that draws from another folder, into a folder.
func replot(command, from, to string) ([]string, error) {
	args, ok := words.FromShell(command)
	if !ok || len(args) < 3 || args[1] != "plot" || slices.ContainsFunc(args, func(arg string) bool { return strings.HasPrefix(arg, "--out") }) {
		return nil, fmt.Errorf("it was drawn by a command that cannot be given again as it stands: %s", words.Plain(command))
	}
	args = args[1:]
	folder := len(args) - 1 // the last before the flags
	if k := slices.IndexFunc(args, func(arg string) bool { return strings.HasPrefix(arg, "-") }); k > 0 {
		folder = k - 1
	}
	args[folder] = from
	return append(args, "--out", to), nil
}

// asIf gives a command as if it had been typed, and keeps what it answers to itself.
func asIf(c *cobra.Command, args []string) error {
	again := root()
	again.SetArgs(append(args, "--quiet"))
	again.SetIn(strings.NewReader(""))
	again.SetOut(io.Discard)
	again.SetErr(c.ErrOrStderr())
	return again.ExecuteContext(c.Context())
}

// firstDifference is the first place at which two texts differ; -1 if they do not.
func firstDifference(a, b []byte) int {
	if bytes.Equal(a, b) {
		return -1
	}
	for k := range min(len(a), len(b)) {
		if a[k] != b[k] {
			return k
		}
	}
	return min(len(a), len(b))
}
