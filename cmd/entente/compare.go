package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/scenarios"
	"entente/sim/lab"
)

// compareFlags are those of run: --runs counts the runs of each world.
type compareFlags struct{ runFlags }

func compareCommand() *cobra.Command {
	var f compareFlags
	c := &cobra.Command{
		Use:   "compare SCENARIO...",
		Short: wordsCompare,
		Long:  wordsCompareLong,
		Args: func(_ *cobra.Command, names []string) error {
			if len(names) == 0 {
				return usage("entente compare takes scenarios, shipped names or paths: try `entente list`")
			}
			return nil
		},
		RunE: func(c *cobra.Command, names []string) error {
			if err := f.check(); err != nil {
				return err
			}
			return f.compare(c, names)
		},
	}
	f.register(c, 1000)
	f.asOfFlag(c)
	return c
}

// world is a scenario as it is to be played beside others.
type world struct {
	name  string
	short string // in the name of its file
	*scenarios.Loaded
}

// as is the world as the lab knows it.
func (w world) as() lab.Named {
	return lab.Named{Name: w.name, Overrides: overrides(w.Loaded), Scenario: w.Scenario}
}

// together joins figures that are set in one world.
const together = " && "

// worlds reads the worlds to compare: several scenarios, or one as it is and once for each --set.
func (f *compareFlags) worlds(c *cobra.Command, names []string) ([]world, error) {
	if len(names) > 1 {
		return f.scenarios(c, names)
	}
	if len(f.set) == 0 {
		return nil, usage("there is nothing to compare %s with: name a second scenario, or --set a figure", names[0])
	}
	asIs := reading{asOf: f.asOf}
	l, err := asIs.load(c, names[0])
	if err != nil {
		return nil, err
	}
	all := []world{{"as it is", "", l}}
	var faults []string
	for _, set := range f.set {
		r := reading{set: strings.Split(set, together), asOf: f.asOf}
		l, err := r.load(c, names[0])
		if err != nil {
			faults = append(faults, fmt.Sprintf("In the world of %s:\n%v", set, err))
			continue
		}
		all = append(all, world{set, "", l})
	}
	if len(faults) > 0 {
		return nil, failure{exitScenario, errors.New(strings.Join(faults, "\n\n"))}
	}
	return all, nil
}

// scenarios reads several scenarios, all with the same figures set.
func (f *compareFlags) scenarios(c *cobra.Command, names []string) ([]world, error) {
	var all []world
	var faults []string
	for _, name := range names {
		l, err := f.load(c, name)
		switch {
		case err != nil && exitCode(err) != exitScenario:
			return nil, err
		case err == nil:
			all = append(all, world{name, "", l})
		case !slices.Contains(faults, err.Error()): // a fault in --set is told once
			faults = append(faults, err.Error())
		}
	}
	if len(faults) > 0 {
		return nil, failure{exitScenario, errors.New(strings.Join(faults, "\n\n"))}
	}
	return all, nil
}

func (f *compareFlags) compare(c *cobra.Command, names []string) error {
	worlds, err := f.worlds(c, names)
	if err != nil {
		return err
	}
	if err := f.makeFolder(); err != nil {
		return err
	}
	began := time.Now()
	var named []lab.Named
	for k := range worlds {
		worlds[k].short = lab.Letter(k)
		named = append(named, worlds[k].as())
	}
	found := lab.Compare(c.Context(), named, lab.Options{
		Runs: f.runs, Seed: f.seed, Workers: f.workers, Done: progress(c.ErrOrStderr(), f.runs*len(worlds)),
	})
	found.OneScenario = len(names) == 1
	return f.tell(c, names, worlds, found, time.Since(began))
}

// tell prints and writes what a comparison says.
func (f *compareFlags) tell(c *cobra.Command, names []string, worlds []world, found *lab.Comparison,
	took time.Duration) error {
	if len(found.Worlds) == 0 { // nothing to print, nor to keep
		return verdict(c.Context(), found.Seed, found.Failures, found.Played, found.ToPlay)
	}
	return f.deliver(c, result{
		found: found, table: func(out io.Writer) error { return writeComparison(out, found) }, some: true,
		kept: "Tables, summary and charts", tables: []lab.Table{found.Table()},
		json: "compare.json", about: "everything the table says and more, with every state",
		charts:  func() []plots.Named { return plots.Comparison(found) },
		command: f.command("compare", names...), worlds: worlds, seed: found.Seed, asked: found.ToPlay,
		played: found.Played, failed: found.Failures,
	}, took)
}
