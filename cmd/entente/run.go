package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// runFlags are what a command that plays a scenario may be told.
type runFlags struct {
	runs    int
	seed    uint64
	workers int
	out     string
	json    bool
	reading
}

func runCommand() *cobra.Command {
	var f runFlags
	c := &cobra.Command{
		Use:   "run SCENARIO",
		Short: wordsRun,
		Long:  wordsRunLong,
		Args:  oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			if err := f.check(); err != nil {
				return err
			}
			return f.run(c, args[0])
		},
	}
	f.register(c, 1000)
	f.asOfFlag(c)
	return c
}

// register adds the flags to a command.
func (f *runFlags) register(c *cobra.Command, runs int) {
	c.Flags().IntVar(&f.runs, "runs", runs, "how many histories to play")
	c.Flags().Uint64Var(&f.seed, "seed", 1, "the luck of all runs; the same seed gives the same numbers")
	c.Flags().IntVar(&f.workers, "workers", 0, "how many to play at once; 0 is one a processor (changes no number)")
	c.Flags().StringVar(&f.out, "out", "", "also write tables, summary and charts into this `folder`")
	c.Flags().BoolVar(&f.json, "json", false, "print the summary as JSON instead of the table")
	f.setFlag(c)
}

func (f *runFlags) check() error {
	switch {
	case f.runs < 1:
		return usage("--runs is %d; it must be at least 1", f.runs)
	case f.workers < 0:
		return usage("--workers is %d; it must be at least 1, or 0 for one a processor", f.workers)
	}
	return nil
}

// makeFolder finds out whether there can be one now, not after the work is done.
func (f *runFlags) makeFolder() error {
	if f.out == "" {
		return nil
	}
	if err := os.MkdirAll(f.out, 0o755); err != nil {
		return usage("--out: %w", err)
	}
	return nil
}

func (f *runFlags) run(c *cobra.Command, name string) error {
	l, err := f.load(c, name)
	if err != nil {
		return err
	}
	if err := f.makeFolder(); err != nil {
		return err
	}
	began := time.Now()
	e := lab.Play(c.Context(), sim.NewWorld(l.Scenario), lab.Options{
		Runs: f.runs, Seed: f.seed, Workers: f.workers, Done: progress(c.ErrOrStderr(), f.runs),
	})
	return f.tell(c, name, l, e, time.Since(began))
}

// tell prints and writes what an ensemble says.
func (f *runFlags) tell(c *cobra.Command, name string, l *scenarios.Loaded, e *lab.Ensemble, took time.Duration) error {
	s := e.Summarise()
	s.Overrides = overrides(l)
	return f.deliver(c, result{
		found: s, table: func(out io.Writer) error { return writeTable(out, s) }, some: len(e.Failures) < e.Finished,
		kept: "Tables, summary and charts", tables: e.Tables(s),
		json: "summary.json", about: "everything the table says and more, with quantiles over time",
		charts:  func() []plots.Named { return plots.All(s) },
		command: f.command("run", name), loaded: l, seed: e.Seed, asked: e.Asked, played: e.Finished, failed: e.Failures,
	}, took)
}

// overrides lists what departs from the scenario as shipped.
func overrides(l *scenarios.Loaded) []string {
	var all []string
	for _, o := range l.Overrides {
		all = append(all, o.Path+" = "+o.Value)
	}
	return all
}

// verdict is how a command that plays ends: with failed runs, cut short, or well.
func verdict(ctx context.Context, seed uint64, failures []lab.Failure, finished, asked int) error {
	if n := len(failures); n > 0 {
		first := failures[0]
		where := ""
		if first.Without != "" {
			where = " without " + first.Without
		}
		if first.World != "" {
			where = " of the world of " + first.World
		}
		return failure{exitRun, fmt.Errorf("%d of %d runs failed and are left out; the first is run %d of seed %d%s:\n%s",
			n, finished, first.Run, seed, where, first.Message)}
	}
	if ctx.Err() != nil && finished < asked {
		return failure{exitInterrupted, fmt.Errorf("interrupted: %d of %d runs were finished and are reported", finished, asked)}
	}
	return nil
}

// report prints what was found, as JSON or as a table.
func (f *runFlags) report(out io.Writer, found any, table func(io.Writer) error) error {
	if f.json {
		return writeJSON(out, found)
	}
	return table(out)
}

func writeJSON(out io.Writer, v any) error {
	j := json.NewEncoder(out)
	j.SetIndent("", " ")
	j.SetEscapeHTML(false)
	return j.Encode(v)
}

// progress shows a person at a terminal how far it is; a log file is left alone.
func progress(out io.Writer, runs int) func(int) {
	file, ok := terminal(out)
	if !ok {
		return nil
	}
	step := max(runs/100, 1)
	return func(done int) {
		if done%step == 0 || done == runs {
			fmt.Fprintf(file, "\r%d of %d runs", done, runs)
			if done == runs {
				fmt.Fprint(file, "\r\033[K")
			}
		}
	}
}

// terminal tells whether a person reads out.
func terminal(out io.Writer) (*os.File, bool) {
	if s, ok := out.(*screen); ok {
		out = s.file
	}
	file, ok := out.(*os.File)
	if !ok {
		return nil, false
	}
	info, err := file.Stat()
	return file, err == nil && info.Mode()&os.ModeCharDevice != 0
}

// command is the shortest command line that gives the same numbers: what changes none is left out.
func (f *runFlags) command(verb string, names ...string) string {
	return fmt.Sprintf("entente %s --runs %d --seed %d", words.Shell(append([]string{verb}, names...)...), f.runs, f.seed) + f.flags()
}
