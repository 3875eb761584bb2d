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
	entrants, err := f.entrants()
	if err != nil {
		return nil, nil, err
	}
	kinds, err := f.inputKinds()
	if err != nil {
		return nil, nil, err
	}
	p, err := f.decidedOnly(c, f.episodes)
	if err != nil {
		return nil, nil, err
	}
	t := tournamentOn(p, kinds...)
	t.Entrants, t.Trials, t.Runs, t.Seed, t.Workers, t.Share, t.TellOnly = entrants, f.trials, f.runs, f.seed,
		f.workers, lab.Shard(f.shard), f.shipped
	if len(t.Worlds()) < 2 {
		return nil, nil, usage("--episodes: what shares a world is held out together, so that a tournament takes episodes of two " +
			"worlds or more")
	}
	return t, p.worlds, f.shard.check(f.out, t.Fits(), "fit")
}

// entrants are the rules that enter. A constant that their fits turn cannot be set.
func (f *tournamentFlags) entrants() ([]history.Entrant, error) {
	for _, set := range f.set {
		if !strings.HasPrefix(set, "parameters.") {
			return nil, usage("--set %s: in a tournament only constants (parameters.*) may be set, those that no fit turns", set)
		}
	}
	entrants, unknown := history.FindEntrants(f.rules)
	if unknown != "" {
		var names []string
		for _, e := range history.Entrants() {
			names = append(names, e.Name)
		}
		return nil, usage("--rules: there is no %s%s", unknown, meant(unknown, names))
	}
	for _, set := range f.set {
		path, _, _ := strings.Cut(strings.TrimPrefix(set, "parameters."), "=")
		if k := slices.IndexFunc(entrants, func(e history.Entrant) bool {
			return slices.Contains(e.Weights,
				strings.TrimSpace(path))
		}); k >= 0 {
			return nil, usage("--set %s: the fits of %s turn that constant; only those that no fit turns may be set", set, entrants[k].Name)
		}
	}
	return entrants, nil
}

// inputKinds are the kinds of figures that the fits are made on.
func (f *tournamentFlags) inputKinds() ([]string, error) {
	switch f.kinds {
	case "both":
		return []string{inputsCoded, inputsMeasured}, nil
	case inputsCoded, inputsMeasured:
		return []string{f.kinds}, nil
	}
	return nil, usage("--inputs is %s; it must be coded, measured or both", f.kinds)
}

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
