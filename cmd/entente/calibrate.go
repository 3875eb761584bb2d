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
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// What help says of it.
const (
	wordsCalibrate = "Find the one set of constants from history"

	wordsCalibrateLong = `Looks for the constants that are least surprised by all episodes that history has decided, or those of --episodes:
the best point by CMA-ES, then the posterior by sequential Monte Carlo ABC. The search starts from the priors'
centres, or from the values that --set gives to calibrated constants. Everything that was tried is kept in
trace.csv in the folder of --out; started again with the same flags after an interruption, it goes on
from there and ends with the same numbers as if it had never stopped.

How a rule does on episodes that its constants were not fitted to is told by entente tournament.`
)

// calibrateFlags add how long the search goes on.
type calibrateFlags struct {
	flags
	episodes                  []string
	rounds, particles, levels int
}

func init() { verbs = append(verbs, calibrateCommand) }

func calibrateCommand() *cobra.Command {
	var f calibrateFlags
	c := &cobra.Command{
		Use:   "calibrate --out DIR",
		Short: wordsCalibrate,
		Long:  wordsCalibrateLong,
		Args:  noArguments,
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
			if err := f.check(); err != nil {
				return err
			}
			return f.calibrate(c)
		},
	}
	f.register(c, 60)
	c.Flags().StringSliceVar(&f.episodes, "episodes", nil, wordsEpisodesFlag)
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
		return failure{exitInterrupted, errors.Join(fmt.Errorf("interrupted after %d trials; the same command goes on from there",
			trace.Len()), q.leave())}
	case err != nil:
		return q.fail(err)
	}
	q.files = append(q.files, attached{parametersFile, "the set of constants, to stand in for the shipped one",
		plain(parameterFile(worlds[0].Loaded, found, f.fittedTo(), q.command))})
	return q.answer(found, tables.Calibrated(found), plots.OfCalibrated(found))
}

// calibration is the one that the flags describe, and the scenarios that it is played on.
func (f *calibrateFlags) calibration(c *cobra.Command) (*history.Calibration, []world, error) {
	p, err := f.decidedOnly(c, f.episodes)
	if err != nil {
		return nil, nil, err
	}
	first := p.worlds[0].Scenario
	cal := &history.Calibration{
		Episodes: p.episodes, Scenarios: p.scenarios, Start: first.Parameters, Knobs: history.KnobsOf(first.Theory),
		From: map[string]float64{},
		Runs: f.runs, Seed: f.seed, Workers: f.workers, Rounds: f.rounds, Particles: f.particles, Levels: f.levels,
	}
	for _, set := range f.set { // where the search starts; the reader checks the value
		name, value, _ := strings.Cut(strings.TrimPrefix(set, "parameters."), "=")
		if v, err := strconv.ParseFloat(value, 64); err == nil {
			cal.From[name] = v
		}
	}
	return cal, p.worlds, nil
}

// fittedTo says to which episodes.
func (f *calibrateFlags) fittedTo() string {
	if len(f.episodes) == 0 {
		return "all episodes that history has decided"
	}
	return words.And(f.episodes)
}

// parametersFile has the constants that were found.
const parametersFile = "parameters.toml"

// trials is the ledger of a calibration, which stays in the folder.
var trials = shelf.Kept{Name: "trace.csv", About: "one row per trial", Columns: "trial,stage,distance,values"}

// command is the shortest command line that gives the same numbers.
func (f *calibrateFlags) command() string {
	return f.flags.command("calibrate") + fmt.Sprintf(" --rounds %d --particles %d --levels %d", f.rounds, f.particles, f.levels) +
		episodesFlag(f.episodes)
}

// parameterFile writes what was found in the form of the shipped file, each value with where it comes from.
func parameterFile(l *scenarios.Loaded, found *history.Calibrated, fittedTo, command string) string {
	record := fmt.Sprintf("# which leaves a surprise at history of %s, and %.1f for leaving the priors' centres",
		strconv.FormatFloat(found.Middle.Distance, 'g', -1, 64), found.Middle.Penalty)
	preface := "# The constants of a rival theory, to stand in for those of the shipped file. They were fitted to " + fittedTo + ".\n" +
		"# Middle of the posterior of:  " + command + "\n" + record + ",\n"
	if l.Scenario.Theory == sim.DefaultTheory {
		preface = "# The constants of the theory: one set for every scenario, whatever the theatre or the century.\n" +
			"# Each value has its range, its unit and where it comes from; the equations are in package sim, told in sim/ODD.md.\n" +
			"# Calibrated values were fitted to " + fittedTo + ". They are the middle of the posterior of:  " + command + "\n" + record +
			",\n" +
			"# with the 5 to 95 % range of the posterior, one constant at a time (sim/ODD.md, 7.13).\n" +
			"# \"judgement\" is a value the authors chose and no history has checked.\n"
	}
	return scenarios.ParameterFile(preface, l.Scenario.Theory, found.Middle.Parameters, func(name string) string {
		for i, k := range found.Knobs {
			if k.Name == name {
				return calibrated(k, found.Marginal(i))
			}
		}
		c, _ := l.Cite("parameters." + name)
		return c.Text
	})
}

// calibrated is what the file says of a value that was searched for: the posterior's range, and whether that ends where
// the parameter does, and the prior.
func calibrated(k history.Knob, posterior stats.Spread) string {
	wall := ""
	if f := k.Figure(); posterior.Q05 <= f.Low || posterior.Q95 >= f.High {
		wall = ", an end of what is allowed"
	}
	return fmt.Sprintf("calibrated, %.4g to %.4g%s; prior %.4g: %s", posterior.Q05, posterior.Q95, wall, k.Centre, k.Why)
}
