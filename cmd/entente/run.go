package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// runFlags are what `entente run` may be told.
type runFlags struct {
	runs    int
	seed    uint64
	workers int
	set     []string
	out     string
	json    bool
}

func runCommand() *cobra.Command {
	var f runFlags
	c := &cobra.Command{
		Use:   "run SCENARIO",
		Short: wordsRun,
		Long:  wordsRunLong,
		Args:  oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case f.runs < 1:
				return usage("--runs is %d; it must be at least 1", f.runs)
			case f.workers < 0:
				return usage("--workers is %d; it must be at least 1, or 0 for one a processor", f.workers)
			}
			return f.run(c, args[0])
		},
	}
	c.Flags().IntVar(&f.runs, "runs", 1000, "how many histories to play")
	c.Flags().Uint64Var(&f.seed, "seed", 1, "the luck of all runs; the same seed gives the same numbers")
	c.Flags().IntVar(&f.workers, "workers", 0, "how many to play at once; 0 is one a processor (changes no number)")
	c.Flags().StringVar(&f.out, "out", "", "also write tables, summary and charts into this `folder`")
	c.Flags().BoolVar(&f.json, "json", false, "print the summary as JSON instead of the table")
	setFlag(c, &f.set)
	return c
}

func (f *runFlags) run(c *cobra.Command, name string) error {
	l, err := load(name, f.set)
	if err != nil {
		return err
	}
	if f.out != "" { // find out now, not after the work is done
		if err := os.MkdirAll(f.out, 0o755); err != nil {
			return usage("--out: %w", err)
		}
	}
	began := time.Now()
	e := lab.Play(c.Context(), sim.NewWorld(l.Scenario), lab.Options{
		Runs: f.runs, Seed: f.seed, Workers: f.workers, Done: progress(c.ErrOrStderr(), f.runs),
	})
	return f.tell(c, name, l, e, time.Since(began))
}

// tell prints and writes what an ensemble says.
func (f *runFlags) tell(c *cobra.Command, name string, l *scenarios.Loaded, e *lab.Ensemble, took time.Duration) error {
	ctx := c.Context()
	s := e.Summarise()
	for _, o := range l.Overrides {
		s.Overrides = append(s.Overrides, o.Path+" = "+o.Value)
	}
	if len(e.Failures) < e.Finished {
		if err := f.report(c.OutOrStdout(), s); err != nil {
			return failure{exitRun, err}
		}
	}
	if f.out != "" && e.Finished > 0 {
		o := output{folder: f.out, loaded: l, flags: f, name: name}
		// What has been computed is written even if the user is in a hurry.
		if err := o.write(context.WithoutCancel(ctx), e, s, took); err != nil {
			return failure{exitRun, err}
		}
		fmt.Fprintf(c.ErrOrStderr(), "Tables, summary and charts are in %s.\n", f.out)
	}
	return verdict(ctx, e)
}

// verdict is how the command ends: cut short, with failed runs, or well.
func verdict(ctx context.Context, e *lab.Ensemble) error {
	if n := len(e.Failures); n > 0 {
		first := e.Failures[0]
		return failure{exitRun, fmt.Errorf("%d of %d runs failed and are left out; the first is run %d of seed %d:\n%s",
			n, e.Finished, first.Run, e.Seed, first.Message)}
	}
	if ctx.Err() != nil && e.Finished < e.Asked {
		return failure{exitInterrupted, fmt.Errorf("interrupted: %d of %d runs were finished and are reported", e.Finished, e.Asked)}
	}
	return nil
}

func (f *runFlags) report(out io.Writer, s *lab.Summary) error {
	if f.json {
		return writeJSON(out, s)
	}
	return writeTable(out, s)
}

func writeJSON(out io.Writer, v any) error {
	j := json.NewEncoder(out)
	j.SetIndent("", " ")
	j.SetEscapeHTML(false)
	return j.Encode(v)
}

// progress shows a person at a terminal how far it is; a log file is left alone.
func progress(out io.Writer, runs int) func(int) {
	file, ok := out.(*os.File)
	if !ok {
		return nil
	}
	if info, err := file.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
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

// command is the shortest command line that gives the same numbers: what changes none is left out.
func (f *runFlags) command(name string) string {
	line := fmt.Sprintf("entente run %s --runs %d --seed %d", name, f.runs, f.seed)
	for _, s := range f.set {
		line += " --set " + shellQuote(s)
	}
	return line
}
