package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim/lab"
)

// flipFlags are those of run, what is asked, and of whom. --runs counts the runs of each world.
type flipFlags struct {
	runFlags
	state  string
	target float64
}

func flipCommand() *cobra.Command {
	var f flipFlags
	c := &cobra.Command{
		Use:   "flip SCENARIO",
		Short: wordsFlip,
		Long:  wordsFlipLong,
		Args:  oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			if err := f.check(); err != nil {
				return err
			}
			return f.flip(c, args[0])
		},
	}
	f.register(c, 80)
	f.asOfFlag(c)
	c.Flags().StringVar(&f.state, "state", "", "ask whether this `state` ever signs, and move its own levers; the clause and all states if not given")
	c.Flags().Float64Var(&f.target, "target", 0.5, "the `chance` to cross, between 0 and 1")
	return c
}

func (f *flipFlags) check() error {
	if !(f.target > 0 && f.target < 1) {
		return usage("--target is %g; it must lie between 0 and 1, as in --target 0.5", f.target)
	}
	return f.runFlags.check()
}

func (f *flipFlags) flip(c *cobra.Command, name string) error {
	l, err := f.load(c, name)
	if err != nil {
		return err
	}
	if err := f.whose(l, name); err != nil {
		return err
	}
	if err := f.makeFolder(); err != nil {
		return err
	}
	began := time.Now()
	done, clear := tally(c.ErrOrStderr(), f.runs)
	found := lab.FindFlip(c.Context(), l.Scenario, f.state, f.target,
		lab.Options{Runs: f.runs, Seed: f.seed, Workers: f.workers, Done: done})
	clear()
	return f.tell(c, name, l, found, time.Since(began))
}

// whose finds the state that is asked about.
func (f *flipFlags) whose(l *scenarios.Loaded, name string) error {
	if f.state == "" {
		return nil
	}
	f.state = idOf(l.Scenario.States, f.state)
	ids := slices.Sorted(maps.Keys(l.Scenario.States))
	if !slices.Contains(ids, f.state) {
		return usage("--state: no state %s in %s; there are %s", f.state, name, strings.Join(ids, " "))
	}
	if slices.Contains(l.Scenario.Clauses[l.Scenario.Headline].Against, f.state) {
		return usage("--state: %s is against %s, which is never asked to sign", l.Scenario.Clauses[l.Scenario.Headline].Title, f.state)
	}
	return nil
}

// tell prints and writes what a search found.
func (f *flipFlags) tell(c *cobra.Command, name string, l *scenarios.Loaded, found *lab.Flip, took time.Duration) error {
	found.Overrides = overrides(l)
	for _, m := range found.Moves() {
		m.Replay = f.replay(name, m)
	}
	err := f.deliver(c, result{
		found: found, table: func(out io.Writer) error { return writeFlip(out, found) }, some: found.Runs > 0,
		kept: "Table, summary and chart", tables: []lab.Table{found.Table()},
		json: "flip.json", about: "everything the table says and more, with the command that replays each world",
		charts:  one("flip", func() *plots.Chart { return plots.Flip(found) }),
		command: f.command(name), loaded: l, seed: found.Seed, asked: found.ToPlay(), played: found.Played, failed: found.Failures,
	}, took)
	if found.Cut && (err == nil || exitCode(err) == exitInterrupted) {
		return failure{exitInterrupted, fmt.Errorf("interrupted while searching %s: what was found before is reported", found.Last)}
	}
	return err
}

// replay is the command that plays one world of the search.
func (f *flipFlags) replay(name string, m *lab.Move) string {
	line := f.runFlags.command("run", name)
	for _, s := range m.Set {
		line += " --set " + words.Shell(s)
	}
	return line
}

// command is the shortest command line that gives the same numbers.
func (f *flipFlags) command(name string) string {
	line := f.runFlags.command("flip", name)
	if f.state != "" {
		line += " --state " + f.state
	}
	if f.target != 0.5 {
		line += fmt.Sprintf(" --target %g", f.target)
	}
	return line
}

// tally shows a person at a terminal that a search of unknown length is under way; clear takes the line away.
func tally(out io.Writer, step int) (done func(int), clear func()) {
	file, ok := terminal(out)
	if !ok {
		return nil, func() {}
	}
	return func(count int) {
		if count%step == 0 {
			fmt.Fprintf(file, "\r%d worlds played", count/step)
		}
	}, func() { fmt.Fprint(file, "\r\033[K") }
}
