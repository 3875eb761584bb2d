package main

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab/history"
)

// What help says of it.
const (
	wordsHindcast = "Play episodes of history and score the model on them"

	wordsHindcastLong = `Plays the episodes of history that the model is held to, all with the one shipped set of constants, and
says for each what it foretold, what happened, and how simple rules would have done. Misses are shown
as plainly as hits. Without arguments it plays those that have a number: V1 V2 V3 V4 V6 V10. Any scenario that
holds a truth can be named too, by its path: it is scored on who signed, who was a member, who never, and what
came into force, with a verdict if it gives targets. The word unseen stands for all shipped ones whose scenario
no constant was fitted to; entente episodes tells of them.`
)

func init() { verbs = append(verbs, hindcastCommand) }

func hindcastCommand() *cobra.Command {
	var f flags
	short := false
	c := &cobra.Command{
		Use:   "hindcast [EPISODE|FILE...]",
		Short: wordsHindcast,
		Long:  wordsHindcastLong,
		RunE: func(c *cobra.Command, ids []string) error {
			if err := f.check(); err != nil {
				return err
			}
			episodes, scenarios, worlds, err := f.episodes(c, ids)
			if err != nil {
				return err
			}
			q, err := f.ask(c, f.command("hindcast", ids...), worlds...)
			if err != nil {
				return err
			}
			found := history.AskHindcast(q.ctx, episodes, scenarios, q.options(&f, len(worlds)))
			told := tables.Hindcast(found)
			if short {
				told = tables.HindcastInShort(found)
			}
			return q.answer(found, told, plots.OfHindcast(found))
		},
	}
	f.register(c, 1000)
	f.asOfFlag(c)
	f.inputsFlag(c)
	c.Flags().BoolVar(&short, "short", false, wordsShort)
	return c
}

// episodes reads those asked for, by their numbers or as files that hold a truth, or all that have a number. Each scenario is
// read once.
func (f *flags) episodes(c *cobra.Command, ids []string) ([]history.Episode, map[string]sim.Scenario, []world, error) {
	var all []string
	for _, e := range history.Episodes {
		all = append(all, e.ID)
	}
	if len(ids) == 0 {
		ids = all
	}
	ids, err := withUnseen(ids)
	if err != nil {
		return nil, nil, nil, err
	}
	if err := once(ids); err != nil {
		return nil, nil, nil, err
	}
	var episodes []history.Episode
	var worlds []world
	found, from := map[string]sim.Scenario{}, map[string]string{}
	for _, id := range ids {
		ep, numbered := history.FindEpisode(id)
		file := id
		switch {
		case numbered:
			file = ep.Scenario
		case !isScenario(id):
			return nil, nil, nil, usage("no episode %s; there are %s, %s, and any file that holds a truth", id, strings.Join(all, ", "), unseen)
		}
		name := scenarioName(file)
		if was, twice := from[name]; twice && was != file {
			return nil, nil, nil, usage("%s and %s would both be told as %s: rename one", was, file, name)
		}
		if _, ok := found[name]; !ok {
			l, err := f.load(c, file)
			if err != nil {
				return nil, nil, nil, err
			}
			found[name], from[name] = l.Scenario, file
			worlds = append(worlds, world{file, l})
		}
		if !numbered {
			if len(found[name].Truth) == 0 {
				return nil, nil, nil, usage("%s holds no truth to score: say in [truth.%s] what became of the clause", file, found[name].Headline)
			}
			ep = history.EpisodeOf(found[name])
		}
		if err := askable(ep, found[name], f.asOf); err != nil {
			return nil, nil, nil, err
		}
		episodes = append(episodes, ep)
	}
	return episodes, found, worlds, nil
}

// once holds that nothing is named twice: an episode that counted twice would lend its score more weight.
func once(names []string) error {
	for k, name := range names {
		if slices.ContainsFunc(names[:k], func(before string) bool { return strings.EqualFold(before, name) }) {
			return usage("%s is named twice, and would count twice", name)
		}
	}
	return nil
}

// unseen stands for the shipped episodes of whose scenarios none has a number: no constant was fitted to them.
const unseen = "unseen"

// withUnseen puts the names of those episodes in the place of the word.
func withUnseen(ids []string) ([]string, error) {
	at := slices.Index(ids, unseen)
	if at < 0 {
		return ids, nil
	}
	if slices.Contains(ids[at+1:], unseen) {
		return nil, usage("%s is named twice", unseen)
	}
	all, err := scenarios.List()
	if err != nil {
		return nil, failure{exitScenario, err}
	}
	var names []string
	for _, s := range all {
		numbered := func(e history.Episode) bool { return e.Scenario == s.Name }
		if len(s.Truth) > 0 && s.Expects == "" && !slices.ContainsFunc(history.Episodes, numbered) {
			names = append(names, s.Name)
		}
	}
	return slices.Concat(ids[:at], names, ids[at+1:]), nil
}

// isScenario tells whether an argument is the name or the path of a scenario.
func isScenario(name string) bool {
	return name == scenarios.Stdin || strings.Contains(name, "/") || strings.HasSuffix(name, ".toml") || slices.Contains(scenarios.Names(), name)
}

// scenarioName is what a scenario is called that is read from a file.
func scenarioName(file string) string {
	if file == scenarios.Stdin {
		return "stdin"
	}
	return strings.TrimSuffix(filepath.Base(file), ".toml")
}

// askable tells whether the clauses that an episode judges were on the table on the day of the forecast.
func askable(ep history.Episode, s sim.Scenario, day string) error {
	for _, id := range ep.Clauses {
		if _, ok := s.Clauses[id]; !ok {
			return usage("--as-of: %s is about the clause %s, which was not on the table on %s", ep.ID, id, day)
		}
	}
	return nil
}
