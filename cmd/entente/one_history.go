package main

import (
	"github.com/spf13/cobra"

	"entente/scenarios"
	"entente/sim"
)

// oneHistory are the flags of commands that look into one history of a scenario, decision by decision.
type oneHistory struct {
	flags
	moment
	run uint64
}

// register adds the flags: what --run chooses, and why the history is not recoded, are the command's own.
func (f *oneHistory) register(c *cobra.Command, whichRun, whyNotRecoded string) {
	c.Flags().StringVar(&f.clause, "clause", "", "the `clause` that is decided on; the scenario's headline if not given")
	c.Flags().Uint64Var(&f.run, "run", 0, whichRun)
	c.Flags().Uint64Var(&f.seed, "seed", 1, "of which seed")
	f.showing.register(c)
	f.setFlag(c)
	f.coderFlag(c)
	f.notRecoded(c, whyNotRecoded)
	f.asOfFlag(c)
	f.bestFlag(c)
}

// read checks the flags and reads the scenario that they are about.
func (f *oneHistory) read(c *cobra.Command, name string) (*scenarios.Loaded, *sim.World, error) {
	l, err := f.load(c, name)
	if err != nil {
		return nil, nil, err
	}
	return l, sim.NewWorld(l.Scenario), nil
}

// readBeside reads the scenario with the shipped ones, in which some state may have had the value of a change. A forecast looks at
// none: some of their figures are dated later than it may know.
func (f *oneHistory) readBeside(c *cobra.Command, name string) (*scenarios.Loaded, *sim.World, []sim.Scenario, error) {
	l, w, err := f.read(c, name)
	if err != nil || f.asOf != "" {
		return l, w, nil, err
	}
	shipped, err := scenarios.List()
	if err != nil {
		return nil, nil, nil, failure{exitScenario, err}
	}
	return l, w, shipped, nil
}
