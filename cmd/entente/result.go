package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/scenarios"
	"entente/sim/lab"
)

// result is what a command has found out about a scenario, or about several worlds: printed, kept in a folder, or both.
type result struct {
	found   any                   // for --json
	table   func(io.Writer) error // for people
	some    bool                  // whether there is anything to print
	kept    string                // what lies in the folder, in words
	tables  []lab.Table           // tidy CSV
	json    string                // the file that found is kept in
	about   string                // what it holds
	charts  func() []plots.Named  // drawn only if they are kept
	command string                // the shortest that gives the same numbers
	loaded  *scenarios.Loaded     // what was played; nil if it was several worlds
	worlds  []world
	text    string // the file that table is kept in; table.txt if none is named
	seed    uint64
	asked   int // runs of all worlds
	played  int // those that ended, failed ones included
	failed  []lab.Failure
}

// deliver prints a result and writes it into the folder. What has been computed is written even if the user is in a
// hurry. The error says how the command ends.
func (f *runFlags) deliver(c *cobra.Command, a result, took time.Duration) error {
	if a.some {
		if err := f.report(c.OutOrStdout(), a.found, a.table); err != nil {
			return failure{exitRun, err}
		}
	}
	if f.out != "" && a.played > 0 {
		if err := f.keep(context.WithoutCancel(c.Context()), a, took); err != nil {
			return failure{exitRun, err}
		}
		fmt.Fprintf(c.ErrOrStderr(), "%s are in %s.\n", a.kept, f.out)
	}
	return verdict(c.Context(), a.seed, a.failed, a.played, a.asked)
}

// keep fills the folder of results.
func (f *runFlags) keep(ctx context.Context, a result, took time.Duration) error {
	o := output{f.out, manifest{
		Version: version, Command: a.command, AsOf: f.asOf, Seed: a.seed, Asked: a.asked, Finished: a.played, Failures: a.failed,
	}}
	for _, t := range a.tables {
		if err := o.add(t.Name, t.About, t.Write); err != nil {
			return err
		}
	}
	if err := o.add(a.json, a.about, func(w io.Writer) error { return writeJSON(w, a.found) }); err != nil {
		return err
	}
	if err := o.add(cmp.Or(a.text, "table.txt"), "the table", a.table); err != nil {
		return err
	}
	if l := a.loaded; l != nil {
		m := &o.manifest
		m.Scenario, m.Layers, m.Overrides, m.Refused = l.Scenario.Name, l.Layers, overrides(l), len(l.Refused)
		if err := o.addScenario(l); err != nil {
			return err
		}
	}
	for _, w := range a.worlds {
		if err := o.addWorld(w); err != nil {
			return err
		}
	}
	for _, c := range a.charts() {
		if err := o.addChart(ctx, c); err != nil {
			return err
		}
	}
	return o.close(took, f.workers)
}

// one is a command's only chart.
func one(name string, draw func() *plots.Chart) func() []plots.Named {
	return func() []plots.Named { return []plots.Named{{Name: name, Chart: draw()}} }
}
