package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/scenarios"
	"entente/sim/lab"
)

// Commands on a file of actors play no scenario. They share how the file is read and how what was found is told.

// oneFile asks for exactly one file.
func oneFile(c *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usage("entente %s takes one file of actors in CSV; `entente %s --help` shows one", c.Name(), c.Name())
	}
	return nil
}

// loadActors reads a file of actors; what is wrong with it is told as it stands, and the command exits with 3.
func loadActors(c *cobra.Command, name string, kind scenarios.Between) (*scenarios.Actors, error) {
	a, err := scenarios.LoadActors(name, kind, reader(c))
	if err != nil {
		return nil, unread(c, err)
	}
	return a, nil
}

// found is what was found out about a file of actors.
type found struct {
	name    string // of the files that hold it
	answer  any
	table   func(io.Writer) error
	tables  []lab.Table
	chart   *plots.Chart
	command string // that gives the same again
	seed    uint64
	starts  int // asked for
	ended   int
}

// outFlags adds --out and --json.
func (f *runFlags) outFlags(c *cobra.Command) {
	c.Flags().StringVar(&f.out, "out", "", "also write tables, chart and JSON into this `folder`")
	c.Flags().BoolVar(&f.json, "json", false, "print JSON instead of the table")
}

// tellFound prints and writes what was found.
func (f *runFlags) tellFound(c *cobra.Command, file string, a *scenarios.Actors, x found, took time.Duration) error {
	if err := f.report(c.OutOrStdout(), x.answer, x.table); err != nil {
		return failure{exitRun, err}
	}
	if f.out == "" {
		return nil
	}
	if err := f.writeFound(context.WithoutCancel(c.Context()), file, a, x, took); err != nil {
		return failure{exitRun, err}
	}
	fmt.Fprintf(c.ErrOrStderr(), "Tables and chart are in %s.\n", f.out)
	return nil
}

// writeFound fills the folder of results. The file it is about goes in as well, so that the folder stands on its own.
func (f *runFlags) writeFound(ctx context.Context, file string, a *scenarios.Actors, x found, took time.Duration) error {
	o := output{f.out, manifest{
		Version: version, Command: x.command, Scenario: title(file), Layers: []string{file}, Resolved: "actors.csv", Seed: x.seed,
		Asked: x.starts, Finished: x.ended,
	}}
	files := []struct {
		name, about string
		write       func(io.Writer) error
	}{
		{o.manifest.Resolved, "the file it is about", func(w io.Writer) error { _, err := io.WriteString(w, a.Text); return err }},
		{x.name + ".json", "everything the table says and more", func(w io.Writer) error { return writeJSON(w, x.answer) }},
		{"table.txt", "the table", x.table},
	}
	for _, t := range x.tables {
		if err := o.add(t.Name, t.About, t.Write); err != nil {
			return err
		}
	}
	for _, t := range files {
		if err := o.add(t.name, t.about, t.write); err != nil {
			return err
		}
	}
	if err := o.addChart(ctx, plots.Named{Name: x.name, Chart: x.chart}); err != nil {
		return err
	}
	return o.close(took, f.workers)
}

// title is a file's name without folder and ending.
func title(file string) string {
	if file == scenarios.Stdin {
		return "stdin"
	}
	return strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
}

// amount writes a figure of any size: whole numbers with commas, others to four digits.
func amount(v float64) string {
	switch {
	case v < 0:
		return "-" + amount(-v)
	case v == math.Round(v) && v < 1e15:
		return thousands(int(v))
	case v >= 1e4 && v < 1e15:
		return thousands(int(math.Round(v)))
	}
	return fmt.Sprintf("%.4g", v)
}
