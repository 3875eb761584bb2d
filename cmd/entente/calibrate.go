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
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// What help says of it.
const (
	wordsCalibrate = "Find what history leaves of the constants"

	wordsCalibrateLong = `Looks for the constants that are least surprised by all episodes that history has decided, or those of --episodes,
and for all that history leaves beside them: the best point by CMA-ES, then the posterior by four chains of Metropolis steps,
with an emulator as a second opinion. The search starts from the priors' centres, or from the values that --set gives to
constants. Says whether the chains have converged; more --steps go on from those that were taken.

Everything that was tried is kept in trace.csv in the folder of --out; started again with the same flags after an interruption, it
goes on from there and ends with the same numbers as if it had never stopped. What it finds is posterior.csv, 200 sets of
constants with the best first, and parameters.toml, their middle; both are in the form of the shipped ones.

The four chains can be played in shares, on several machines, and then be joined: what comes out is what one machine would have
made, to the last byte. Each share plays the search and the burn-in too, which all chains stand on, or takes them with --join
from one that has.

How a rule does on episodes that its constants were not fitted to is told by entente tournament.`

	wordsCalibrateExample = `  entente calibrate --out fit
  entente calibrate --out a --shard 1/2
  entente calibrate --out b --shard 2/2
  entente calibrate --out c --join a,b`
)

// calibrateFlags add how long the search and the chains go on.
type calibrateFlags struct {
	flags
	episodes              []string
	rounds, burnIn, steps int
	plain                 bool
	shard                 shareFlag
	join                  []string
}

func init() { verbs = append(verbs, calibrateCommand) }

func calibrateCommand() *cobra.Command {
	var f calibrateFlags
	c := &cobra.Command{
		Use:     "calibrate --out DIR",
		Short:   wordsCalibrate,
		Long:    wordsCalibrateLong,
		Example: wordsCalibrateExample,
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return f.calibrate(c)
		},
	}
	f.register(c, 5)
	mustHold(c, func(wrong *complaints) {
		if f.out == "" {
			wrong.add("entente calibrate needs --out, a folder for what it tries and finds")
		}
		for _, flag := range []struct {
			name         string
			value, least int
		}{{"rounds", f.rounds, 1}, {"burn-in", f.burnIn, history.LeastBurnIn}, {"steps", f.steps, history.LeastSteps}} {
			if flag.value < flag.least {
				wrong.add("--%s is %d; it must be at least %d", flag.name, flag.value, flag.least)
			}
		}
		wrong.join(f.shard.check(f.out, history.CalibrationShares, "chain"))
		decidedHold(f.episodes, wrong)
	})
	c.Flags().StringSliceVar(&f.episodes, "episodes", nil, wordsEpisodesFlag)
	c.Flags().IntVar(&f.rounds, "rounds", 20, "generations of CMA-ES")
	c.Flags().IntVar(&f.burnIn, "burn-in", 80, "steps of each chain that only tune it")
	c.Flags().IntVar(&f.steps, "steps", 160, "steps of each chain that are kept")
	c.Flags().BoolVar(&f.plain, "plain", false, "keep plain Metropolis steps, which no emulator leads: slower, and a check on those that it leads")
	f.shard.registerAs(c, wordsJoined)
	joinFlag(c, &f.join)
	return c
}

func (f *calibrateFlags) calibrate(c *cobra.Command) error {
	cal, worlds, err := f.calibration(c)
	if err != nil {
		return err
	}
	names := append(filesOf(&f.drawn, &history.Calibrated{}, plots.OfCalibrated), posteriorFile, parametersFile)
	if f.shard.Of > 0 {
		names = filesOf(&f.drawn, &history.CalibrationShare{}, nil)
	}
	q := f.question(c, f.command(), names, worlds...)
	q.ledger = trials
	if err := q.open(); err != nil {
		return err
	}
	if err := q.join(f.join); err != nil {
		return errors.Join(err, q.leave())
	}
	trace := q.shelf.Ledger()
	cal.Ledger = trace
	toPlay(c, words.Count(f.runs, "run")+" a trial", f.seed, f.workers)
	cal.Tried = func(n int, key string, surprise float64) {
		if n%20 == 0 {
			fmt.Fprintf(c.ErrOrStderr(), "trial %d (%s): surprise %.2f\n", n, key, surprise)
		}
	}
	ended := func(err error) error {
		if errors.Is(err, context.Canceled) {
			return failure{exitInterrupted, errors.Join(fmt.Errorf("interrupted after %d trials; the same command goes on from "+
				"there", trace.Len()), q.leave())}
		}
		return q.fail(err)
	}
	if f.shard.Of > 0 {
		share, err := cal.RunShare(q.ctx, lab.Shard(f.shard))
		if err != nil {
			return ended(err)
		}
		return q.answer(share, tables.CalibrationShare(share), nil)
	}
	found, err := cal.Run(q.ctx)
	if err != nil {
		return ended(err)
	}
	q.files = append(q.files,
		attached{posteriorFile, fmt.Sprintf("%d sets of constants, the best first, to stand in for the shipped ones",
			len(found.Draws)), posteriorOf(found, worlds, q.command).Write},
		attached{parametersFile, "the set in the middle of them, to stand in for the shipped one",
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
		Runs: f.runs, Seed: f.seed, Workers: f.workers, Rounds: f.rounds, BurnIn: f.burnIn, Steps: f.steps,
		Plain: f.plain,
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

// trials is the ledger of a calibration, which stays in the folder.
var trials = shelf.Kept{Name: "trace.csv", About: "one row per trial: its surprise, then the constants", Columns: "trial,surprise,values"}

// command is the shortest command line that gives the same numbers.
func (f *calibrateFlags) command() string {
	command := f.flags.command("calibrate") + fmt.Sprintf(" --rounds %d --burn-in %d --steps %d", f.rounds, f.burnIn, f.steps)
	if f.plain {
		command += " --plain"
	}
	return command + episodesFlag(f.episodes) + f.shard.flag()
}
