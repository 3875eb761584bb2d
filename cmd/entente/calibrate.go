package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

type calibrateFlags struct {
	runFlags
	rounds, particles, levels int
}

func calibrateCommand() *cobra.Command {
	var f calibrateFlags
	c := &cobra.Command{
		Use:   "calibrate --out DIR",
		Short: wordsCalibrate,
		Long:  wordsCalibrateLong,
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if f.out == "" {
				return usage("entente calibrate needs --out, a folder for what it tries and finds")
			}
			for name, v := range map[string]int{"--rounds": f.rounds, "--particles": f.particles, "--levels": f.levels} {
				if v < 1 {
					return usage("%s is %d; it must be at least 1", name, v)
				}
			}
			if err := f.check(); err != nil {
				return err
			}
			return f.calibrate(c)
		},
	}
	f.register(c, 60)
	c.Flags().IntVar(&f.rounds, "rounds", 100, "generations of CMA-ES")
	c.Flags().IntVar(&f.particles, "particles", 100, "particles of the posterior")
	c.Flags().IntVar(&f.levels, "levels", 5, "how often the posterior tightens its tolerance")
	return c
}

func (f *calibrateFlags) calibrate(c *cobra.Command) error {
	ctx := c.Context()
	if err := f.makeFolder(); err != nil {
		return err
	}
	cal := &history.Calibration{
		Scenarios: map[string]sim.Scenario{}, Runs: f.runs, Seed: f.seed, Workers: f.workers,
		Rounds: f.rounds, Particles: f.particles, Levels: f.levels, From: map[string]float64{},
	}
	for _, set := range f.set { // where the search starts; the reader checks the value
		name, value, _ := strings.Cut(strings.TrimPrefix(set, "parameters."), "=")
		if v, err := strconv.ParseFloat(value, 64); err == nil {
			cal.From[name] = v
		}
	}
	var loaded *scenarios.Loaded
	for _, ep := range history.Episodes {
		if !ep.Training {
			continue
		}
		l, err := f.load(c, ep.Scenario)
		if err != nil {
			return err
		}
		cal.Scenarios[ep.Scenario], cal.Start, cal.Knobs, loaded = l.Scenario, l.Scenario.Parameters, history.KnobsOf(l.Scenario.Theory), l
	}
	began := time.Now()
	t, err := openTrace(filepath.Join(f.out, "trace.csv"), f.identity(cal))
	if err != nil {
		return err
	}
	defer t.close()
	cal.Recall = t.recall
	cal.Note = func(n int, trial history.Trial) error {
		if n%20 == 0 {
			fmt.Fprintf(c.ErrOrStderr(), "trial %d (%s): distance %.2f\n", n, trial.Stage, trial.Distance)
		}
		return t.note(n, trial)
	}
	found, err := cal.Run(ctx)
	switch {
	case errors.Is(err, context.Canceled):
		return failure{exitInterrupted, fmt.Errorf("interrupted after %d trials; the same command goes on from there", t.made())}
	case err != nil:
		return failure{exitRun, err}
	}
	tell := func(out io.Writer) error { return writeCalibrated(out, found) }
	if err := f.report(c.OutOrStdout(), found, tell); err != nil {
		return failure{exitRun, err}
	}
	return f.write(context.WithoutCancel(ctx), loaded, cal, found, time.Since(began))
}

// identity is what two calibrations must share for one to go on where the other stopped.
func (f *calibrateFlags) identity(cal *history.Calibration) string {
	h := sha256.New()
	for _, ep := range history.Episodes {
		if s, ok := cal.Scenarios[ep.Scenario]; ok && ep.Training {
			io.WriteString(h, scenarios.TOML(s))
		}
	}
	fmt.Fprint(h, cal.Knobs, cal.From, cal.Rounds, cal.Particles, cal.Levels)
	return fmt.Sprintf("entente %s calibrate, seed %d, %d runs, scenarios and settings %x", version, cal.Seed, cal.Runs, h.Sum(nil)[:6])
}

func (f *calibrateFlags) write(ctx context.Context, l *scenarios.Loaded, cal *history.Calibration, found *history.Calibrated,
	took time.Duration) error {
	o := output{f.out, manifest{
		Version: version, Command: f.commandLine(), Overrides: f.set, Seed: f.seed, Asked: f.runs, Finished: f.runs,
	}}
	for _, part := range []struct {
		name, about string
		write       func(io.Writer) error
	}{
		{"parameters.toml", "the parameter set, to stand in for the shipped one", func(w io.Writer) error {
			_, err := io.WriteString(w, parametersFile(l, found, f.commandLine()))
			return err
		}},
		{"posterior.csv", "one row per particle", func(w io.Writer) error { return writePosterior(w, found) }},
		{"calibration.json", "all that was found", func(w io.Writer) error { return writeJSON(w, found) }},
		{"calibration.txt", "the same as text", func(w io.Writer) error { return writeCalibrated(w, found) }},
	} {
		if err := o.add(part.name, part.about, part.write); err != nil {
			return failure{exitRun, err}
		}
	}
	for _, chart := range []plots.Named{
		{Name: "posterior", Chart: plots.Posterior(found)}, {Name: "trace", Chart: plots.Trace(found)},
	} {
		if err := o.addChart(ctx, chart); err != nil {
			return failure{exitRun, err}
		}
	}
	if err := o.close(took, f.workers); err != nil {
		return failure{exitRun, err}
	}
	return nil
}

func (f *calibrateFlags) commandLine() string {
	line := fmt.Sprintf("entente calibrate --runs %d --seed %d --rounds %d --particles %d --levels %d",
		f.runs, f.seed, f.rounds, f.particles, f.levels)
	for _, s := range f.set {
		line += " --set " + words.Shell(s)
	}
	return line
}

func writePosterior(out io.Writer, found *history.Calibrated) error {
	var header []string
	for _, k := range found.Knobs {
		header = append(header, k.Name)
	}
	return lab.Rows(out, header, func(row func(...string)) {
		for _, point := range found.Posterior {
			var cells []string
			for _, v := range point {
				cells = append(cells, strconv.FormatFloat(v, 'g', 6, 64))
			}
			row(cells...)
		}
	})
}

func writeCalibrated(out io.Writer, found *history.Calibrated) error {
	var b strings.Builder
	fmt.Fprintf(&b, "Surprise at history fell from %.1f at the priors' centres to %.1f (of it %.1f for leaving the centres), in %d trials.\n\n",
		found.Start, found.Distance+found.Penalty, found.Penalty, found.Trials)
	table(&b, func(t *tabwriter.Writer) {
		fmt.Fprintln(t, "  parameter\tprior\tbest\tposterior median\t5 to 95 %\t")
		for i, k := range found.Knobs {
			s := found.Marginal(i)
			fmt.Fprintf(t, "  %s\t%.4g\t%.4g\t%.4g\t%.4g to %.4g\t\n", k.Name, k.Centre, found.Values[i], s.Q50, s.Q05, s.Q95)
		}
	})
	_, err := io.WriteString(out, b.String())
	return err
}

// parametersFile writes the parameter set in the shipped file's form: each value with its range, unit and source.
func parametersFile(l *scenarios.Loaded, found *history.Calibrated, command string) string {
	var b strings.Builder
	theory := l.Scenario.Theory
	record := fmt.Sprintf("# which leaves a surprise at history of %s, and %.1f for leaving the priors' centres,\n",
		strconv.FormatFloat(found.Distance, 'g', -1, 64), found.Penalty)
	if theory != sim.DefaultTheory {
		fmt.Fprintf(&b, "# The constants of a rival theory, to stand in for those of the shipped file. Best point of:  %s\n%s", command, record)
		writeGroups(&b, l, found, func(tag reflect.StructTag) bool { return tag.Get("toml") == theory })
		return b.String()
	}
	fmt.Fprintf(&b, "# The constants of the theory: one set for every scenario, whatever the theatre or the century.\n")
	fmt.Fprintf(&b, "# Each value has its range, its unit and where it comes from; the equations are in package sim, told in sim/ODD.md.\n")
	fmt.Fprintf(&b, "# Calibrated values are those of the best point of:  %s\n", command)
	b.WriteString(record)
	fmt.Fprintf(&b, "# with the 5 to 95 %% range of the posterior. \"judgement\" is a value the authors chose and no history has checked.\n")
	writeGroups(&b, l, found, func(tag reflect.StructTag) bool { return tag.Get("theory") == "" })
	b.WriteString("\n" + scenarios.RivalTheories())
	return b.String()
}

// writeGroups writes those groups of the parameters that are wanted.
func writeGroups(b *strings.Builder, l *scenarios.Loaded, found *history.Calibrated, wanted func(reflect.StructTag) bool) {
	p := found.Best
	groups := reflect.ValueOf(&p).Elem()
	for g := range groups.NumField() {
		tag := groups.Type().Field(g).Tag
		if !wanted(tag) {
			continue
		}
		group, file := tag.Get("toml"), tag.Get("toml")
		if tag.Get("theory") != "" {
			file = "theory_" + strings.ReplaceAll(group, "-", "_")
		}
		fmt.Fprintf(b, "\n[%s] # sim/%s.go\n", group, file)
		fields := groups.Field(g)
		for k := range fields.NumField() {
			tag := fields.Type().Field(k).Tag
			name := group + "." + tag.Get("toml")
			fmt.Fprintf(b, "# %s; %s\n", tag.Get("range"), tag.Get("unit"))
			fmt.Fprintf(b, "%s = %s # %s\n", tag.Get("toml"), number(fields.Field(k).Float()), sourceOf(l, found, name))
		}
	}
}

// number writes a figure so that TOML takes it for one with a fraction.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// sourceOf is where a value comes from: the calibration, or what the shipped file says.
func sourceOf(l *scenarios.Loaded, found *history.Calibrated, name string) string {
	for i, k := range found.Knobs {
		if k.Name == name {
			s := found.Marginal(i)
			return fmt.Sprintf("calibrated, %.4g to %.4g; prior %.4g: %s", s.Q05, s.Q95, k.Centre, k.Why)
		}
	}
	c, _ := l.Cite("parameters." + name)
	return c.Text
}
