package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"entente/plots"
	"entente/scenarios"
	"entente/sim/lab"
)

// output is a folder of results. All of it but timing.json depends on scenario, seed, runs and version alone.
type output struct {
	folder string
	name   string // of the scenario, as the user gave it
	loaded *scenarios.Loaded
	flags  *runFlags
}

// manifest says how to get the same files again.
type manifest struct {
	Version   string        `json:"version"`
	Command   string        `json:"command"`
	Scenario  string        `json:"scenario"`
	Layers    []string      `json:"layers"`    // files it was read from, lowest first
	Overrides []string      `json:"overrides"` // what departs from the scenario as shipped
	Seed      uint64        `json:"seed"`
	Asked     int           `json:"runs_asked"`
	Finished  int           `json:"runs_finished"`
	Failures  []lab.Failure `json:"failures"`
	Files     []file        `json:"files"`
	Resolved  string        `json:"resolved"` // the file with the scenario, all overrides in place
}

type file struct {
	Name  string `json:"name"`
	About string `json:"about"`
}

// timing is what is not the same the next time.
type timing struct {
	Began   string  `json:"began"`
	Seconds float64 `json:"seconds"`
	Workers int     `json:"workers"`
	Go      string  `json:"go"`
	System  string  `json:"system"`
}

func (o *output) write(ctx context.Context, e *lab.Ensemble, s *lab.Summary, took time.Duration) error {
	m := manifest{
		Version: version, Command: o.flags.command(o.name), Scenario: s.Scenario, Layers: o.loaded.Layers, Overrides: s.Overrides,
		Seed: e.Seed, Asked: e.Asked, Finished: e.Finished, Failures: e.Failures, Resolved: "scenario.toml",
	}
	add := func(name, about string, write func(io.Writer) error) error {
		m.Files = append(m.Files, file{name, about})
		return writeFile(filepath.Join(o.folder, name), write)
	}
	for _, t := range e.Tables(s) {
		if err := add(t.Name, t.About, t.Write); err != nil {
			return err
		}
	}
	if err := add("summary.json", "everything the table says and more, with quantiles over time",
		func(w io.Writer) error { return writeJSON(w, s) }); err != nil {
		return err
	}
	if err := add("table.txt", "the table", func(w io.Writer) error { return writeTable(w, s) }); err != nil {
		return err
	}
	if err := add("scenario.toml", "the scenario with all layers and overrides resolved", func(w io.Writer) error {
		_, err := io.WriteString(w, o.loaded.TOML())
		return err
	}); err != nil {
		return err
	}
	for _, c := range plots.All(s) {
		if err := plots.Save(ctx, o.folder, c.Name, c.Chart); err != nil {
			return err
		}
		for _, format := range plots.Formats {
			m.Files = append(m.Files, file{c.Name + "." + format, c.Title})
		}
	}
	if err := writeFile(filepath.Join(o.folder, "timing.json"), func(w io.Writer) error {
		return writeJSON(w, timing{
			Began: time.Now().Add(-took).UTC().Format(time.RFC3339), Seconds: took.Seconds(), Workers: o.flags.workers,
			Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH,
		})
	}); err != nil {
		return err
	}
	return writeFile(filepath.Join(o.folder, "manifest.json"), func(w io.Writer) error { return writeJSON(w, m) })
}

// writeFile makes a file appear whole or not at all.
func writeFile(path string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	temp := path + ".part"
	if err := os.WriteFile(temp, b.Bytes(), 0o644); err != nil {
		return err
	}
	if err := os.Rename(temp, path); err != nil {
		os.Remove(temp)
		return err
	}
	return nil
}

// shellQuote makes a word safe to paste into a shell.
func shellQuote(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return !strings.ContainsRune(plainInShell, r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

const plainInShell = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,=/:+@"
