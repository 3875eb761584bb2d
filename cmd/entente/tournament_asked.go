package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// tournament is the one that the flags describe, and the scenarios that it is played on.
func (f *tournamentFlags) tournament(c *cobra.Command) (*history.Tournament, []world, error) {
	entrants, _ := history.FindEntrants(f.rules)
	f.twins = f.kinds != inputsCoded
	p, err := f.decidedOnly(c, f.episodes)
	if err != nil {
		return nil, nil, err
	}
	t := tournamentOn(p, inputKinds[f.kinds]...)
	t.Entrants, t.Trials, t.Runs, t.Seed, t.Workers, t.Share, t.TellOnly = entrants, f.trials, f.runs, f.seed,
		f.workers, lab.Shard(f.shard), f.shipped
	if len(t.Worlds()) < 2 {
		return nil, nil, usage("--episodes: what shares a world is held out together, so that a tournament takes episodes of two " +
			"worlds or more")
	}
	return t, p.worlds, f.shard.check(f.out, t.Fits(), "fit")
}

// check adds what is wrong with the flags, before a scenario is read.
func (f *tournamentFlags) check(c *cobra.Command, wrong *complaints) {
	if f.trials < 1 {
		wrong.add("--trials is %d; it must be at least 1", f.trials)
	}
	if inputKinds[f.kinds] == nil {
		wrong.add("--inputs is %s; it must be coded, measured or both", f.kinds)
	}
	f.rulesHold(wrong)
	decidedHold(f.episodes, wrong)
	if f.shipped {
		nothingTo(c, "--shipped tells what was made", []string{"runs", "seed", "trials", "inputs", "episodes", "rules", "shard", "join", "set",
			"theory"}, nil, wrong)
	}
}

// rulesHold adds what is wrong with the rules that enter. A constant that their fits turn cannot be set.
func (f *tournamentFlags) rulesHold(wrong *complaints) {
	entrants, unknown := history.FindEntrants(f.rules)
	var names []string
	for _, e := range history.Entrants() {
		names = append(names, e.Name)
	}
	for _, name := range unknown {
		wrong.add("--rules: there is no %s%s", name, meant(name, names))
	}
	for _, set := range f.set {
		path, constant := strings.CutPrefix(set, "parameters.")
		path, _, _ = strings.Cut(path, "=")
		turned := slices.IndexFunc(entrants, func(e history.Entrant) bool { return slices.Contains(e.Weights, strings.TrimSpace(path)) })
		switch {
		case !constant:
			wrong.add("--set %s: in a tournament only constants (parameters.*) may be set, those that no fit turns", set)
		case turned >= 0:
			wrong.add("--set %s: the fits of %s turn that constant; only those that no fit turns may be set", set, entrants[turned].Name)
		}
	}
}

// inputKinds are the kinds of figures that fits are made on, by what --inputs says.
var inputKinds = map[string][]string{"both": {inputsCoded, inputsMeasured}, inputsCoded: {inputsCoded}, inputsMeasured: {inputsMeasured}}

// tournamentOn is a tournament on some episodes, whose figures are coded, by kinds of input.
func tournamentOn(p *past, kinds ...string) *history.Tournament {
	t := &history.Tournament{Episodes: p.episodes, Scenarios: map[string]map[string]sim.Scenario{}, Inputs: kinds}
	for _, kind := range kinds {
		t.Scenarios[kind] = map[string]sim.Scenario{}
		for name, s := range p.scenarios {
			if kind == inputsMeasured {
				s = sim.Measured(s)
			}
			t.Scenarios[kind][name] = s
		}
	}
	return t
}
