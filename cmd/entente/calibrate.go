package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots"
	"entente/plots/tables"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// What help says of it.
const (
	wordsCalibrate = "Find the one set of constants from history"

	wordsCalibrateLong = `Looks for the constants that are least surprised by the training episodes (V1 V2 V4 V6): the best
point by CMA-ES, then the posterior by sequential Monte Carlo ABC. The search starts from the priors'
centres, or from the values that --set gives to calibrated constants. Everything that was tried is kept in
trace.csv in the folder of --out; started again with the same flags after an interruption, it goes on
from there and ends with the same numbers as if it had never stopped.`
)

// calibrateFlags add how long the search goes on.
type calibrateFlags struct {
	flags
	rounds, particles, levels int
}

func init() { verbs = append(verbs, calibrateCommand) }

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
			for _, flag := range []struct {
				name  string
				value int
			}{{"rounds", f.rounds}, {"particles", f.particles}, {"levels", f.levels}} {
				if flag.value < 1 {
					return usage("--%s is %d; it must be at least 1", flag.name, flag.value)
				}
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
	cal, worlds, err := f.calibration(c)
	if err != nil {
		return err
	}
	q := f.question(c, f.command(), append(filesOf(&history.Calibrated{}, plots.OfCalibrated), parametersFile), worlds...)
	q.ledger = trials
	if err := q.open(); err != nil {
		return err
	}
	trace := q.shelf.Ledger()
	cal.Ledger = trace
	cal.Tried = func(n int, stage string, distance float64) {
		if n%20 == 0 {
			fmt.Fprintf(c.ErrOrStderr(), "trial %d (%s stage): distance %.2f\n", n, stage, distance)
		}
	}
	found, err := cal.Run(q.ctx)
	switch {
	case errors.Is(err, context.Canceled):
		return failure{exitInterrupted, errors.Join(fmt.Errorf("interrupted after %d trials; the same command goes on from there", trace.Len()), q.leave())}
	case err != nil:
		return q.fail(err)
	}
	q.files = append(q.files, attached{parametersFile, "the set of constants, to stand in for the shipped one",
		plain(parameterFile(worlds[0].Loaded, found, q.command))})
	return q.answer(found, tables.Calibrated(found), plots.OfCalibrated(found))
}

// calibration is the one that the flags describe, and the scenarios that it is played on.
func (f *calibrateFlags) calibration(c *cobra.Command) (*history.Calibration, []world, error) {
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
	var worlds []world
	for _, ep := range history.Episodes {
		if _, ok := cal.Scenarios[ep.Scenario]; !ep.Training || ok {
			continue
		}
		w, err := f.one(c, ep.Scenario)
		if err != nil {
			return nil, nil, err
		}
		worlds = append(worlds, w)
		cal.Scenarios[ep.Scenario], cal.Start, cal.Knobs = w.Scenario, w.Scenario.Parameters, history.KnobsOf(w.Scenario.Theory)
	}
	return cal, worlds, nil
}

// parametersFile has the constants that were found.
const parametersFile = "parameters.toml"

// trials is the ledger of a calibration, which stays in the folder.
var trials = shelf.Kept{Name: "trace.csv", About: "one row per trial", Columns: "trial,stage,distance,values"}

// command is the shortest command line that gives the same numbers.
func (f *calibrateFlags) command() string {
	return f.flags.command("calibrate") + fmt.Sprintf(" --rounds %d --particles %d --levels %d", f.rounds, f.particles, f.levels)
}

// parameterFile writes what was found in the form of the shipped file, each value with where it comes from.
func parameterFile(l *scenarios.Loaded, found *history.Calibrated, command string) string {
	record := fmt.Sprintf("# which leaves a surprise at history of %s, and %.1f for leaving the priors' centres",
		strconv.FormatFloat(found.Distance, 'g', -1, 64), found.Penalty)
	preface := "# The constants of a rival theory, to stand in for those of the shipped file. Best point of:  " + command + "\n" + record + ",\n"
	if l.Scenario.Theory == sim.DefaultTheory {
		preface = "# The constants of the theory: one set for every scenario, whatever the theatre or the century.\n" +
			"# Each value has its range, its unit and where it comes from; the equations are in package sim, told in sim/ODD.md.\n" +
			"# Calibrated values are those of the best point of:  " + command + "\n" + record + ",\n" +
			"# with the 5 to 95 % range of the posterior. A best point may lie outside that range, and its line then says so: the range is that\n" +
			"# of few particles, which need not fit history as closely as the best point does (sim/ODD.md, 7.13).\n" +
			"# \"judgement\" is a value the authors chose and no history has checked.\n"
	}
	return scenarios.ParameterFile(preface, l.Scenario.Theory, found.Best, func(name string) string {
		for i, k := range found.Knobs {
			if k.Name == name {
				return calibrated(k, found.Values[i], found.Marginal(i))
			}
		}
		c, _ := l.Cite("parameters." + name)
		return c.Text
	})
}

// calibrated is what the file says of a value that was searched for: the posterior's range, whether the value lies outside it, and
// the prior.
func calibrated(k history.Knob, value float64, posterior stats.Spread) string {
	outside := ""
	if value < posterior.Q05 || value > posterior.Q95 {
		outside = ", best point outside that range"
	}
	return fmt.Sprintf("calibrated, %.4g to %.4g%s; prior %.4g: %s", posterior.Q05, posterior.Q95, outside, k.Centre, k.Why)
}
