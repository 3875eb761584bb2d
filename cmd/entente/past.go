package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab/history"
)

// What help says of the flag by which a fit is told its episodes.
const wordsEpisodesFlag = "`which` episodes, by number or file, with commas; all that history has decided if not given"

// past is the episodes of history that were asked for, with what they are played on.
type past struct {
	episodes  []history.Episode
	scenarios map[string]sim.Scenario // by name
	worlds    []world                 // each once
}

// past reads the episodes asked for, by their numbers or as files that hold a truth, or all that have a number.
func (f *flags) past(c *cobra.Command, ids []string) (*past, error) {
	if len(ids) == 0 {
		ids = numbers()
	}
	ids, err := withWords(ids)
	if err != nil {
		return nil, err
	}
	var wrong complaints
	p := &past{scenarios: map[string]sim.Scenario{}}
	for _, id := range ids {
		ep, err := f.episode(c, id, p)
		wrong.join(err)
		p.episodes = append(p.episodes, ep)
	}
	return p, wrong.told()
}

// episodesHold adds what is wrong with the names of episodes: those that there are not, and those that are there twice.
func episodesHold(ids []string, wrong *complaints) {
	twice := once(ids)
	ids, err := withWords(ids)
	if twice == nil {
		twice = once(ids)
	}
	wrong.join(twice)
	wrong.join(err)
	for _, id := range ids {
		if _, numbered := history.FindEpisode(id); numbered || isScenario(id) {
			continue
		}
		if nearest := scenarios.Nearest(id, scenarios.Names()); nearest != "" {
			wrong.add("no episode %s; did you mean %s?", id, nearest)
			continue
		}
		wrong.add("no episode %s; there are %s, %s, %s, and any file that holds a truth", id, strings.Join(numbers(), ", "), unnumbered,
			decided)
	}
}

// decidedHold adds what is wrong with the names of episodes that history must have decided.
func decidedHold(ids []string, wrong *complaints) {
	episodesHold(ids, wrong)
	for _, id := range ids {
		if ep, _ := history.FindEpisode(id); ep.Open {
			wrong.add(wordsUndecided, id)
		}
	}
}

// What is said of an episode that history must have decided.
const wordsUndecided = "--episodes: history has not decided %s yet"

// episode reads one of them, and its scenario unless another is played on the same.
func (f *flags) episode(c *cobra.Command, id string, p *past) (history.Episode, error) {
	ep, numbered := history.FindEpisode(id)
	file := id
	if numbered {
		file = ep.Scenario
	}
	s, err := f.scenario(c, file, p)
	if err != nil {
		return ep, err
	}
	if !numbered {
		if len(s.Truth) == 0 {
			return ep, usage("%s holds no truth to score: say in [truth.%s] what became of the clause", file, s.Headline)
		}
		ep = history.EpisodeOf(s)
		ep.Fitted = slices.Contains(scenarios.Names(), file) // the constants were fitted to all that is shipped and decided
	}
	for _, id := range ep.Clauses {
		if _, ok := s.Clauses[id]; !ok {
			return ep, usage("--as-of: %s is about the clause %s, which was not on the table on %s", ep.ID, id, f.asOf)
		}
	}
	return ep, nil
}

// scenario reads a scenario of the past, once: episodes are told apart by the names of theirs.
func (f *flags) scenario(c *cobra.Command, file string, p *past) (sim.Scenario, error) {
	if k := slices.IndexFunc(p.worlds, func(w world) bool { return w.name == file }); k >= 0 {
		return p.worlds[k].Scenario, nil
	}
	l, err := f.load(c, file)
	if err != nil {
		return sim.Scenario{}, err
	}
	name := l.Scenario.Name
	if k := slices.IndexFunc(p.worlds, func(w world) bool { return w.Scenario.Name == name }); k >= 0 {
		return sim.Scenario{}, usage("%s and %s would both be told as %s: rename one", p.worlds[k].name, file, name)
	}
	p.scenarios[name] = l.Scenario
	p.worlds = append(p.worlds, world{file, l})
	return l.Scenario, nil
}

// numbers are those of the episodes that have one.
func numbers() []string {
	var all []string
	for _, e := range history.Episodes {
		all = append(all, e.ID)
	}
	return all
}

// isScenario tells whether an argument is the name or the path of a scenario.
func isScenario(name string) bool {
	return name == scenarios.Stdin || strings.Contains(name, "/") || strings.HasSuffix(name, ".toml") ||
		slices.Contains(scenarios.Names(), name)
}

// Words that stand for several shipped episodes.
const (
	decided    = "decided"    // all that history has decided, those with a number first
	unnumbered = "unnumbered" // those of them that have none
)

// withWords puts the episodes that a word stands for in its place.
func withWords(ids []string) ([]string, error) {
	var all []string
	for _, id := range ids {
		if id != decided && id != unnumbered {
			all = append(all, id)
			continue
		}
		shipped, err := scenarios.List()
		if err != nil {
			return nil, failure{exitScenario, err}
		}
		for _, ep := range history.Decided(shipped) {
			if id == decided || !slices.Contains(numbers(), ep.ID) {
				all = append(all, ep.ID)
			}
		}
	}
	return all, nil
}

// decidedOnly reads the episodes asked for by --episodes, which history must have decided, or all shipped ones that it has.
func (f *flags) decidedOnly(c *cobra.Command, ids []string) (*past, error) {
	if len(ids) == 0 {
		ids = []string{decided}
	}
	f.fixed = true
	p, err := f.past(c, ids)
	if err != nil {
		return nil, err
	}
	var wrong complaints
	for _, ep := range p.episodes {
		if ep.Open {
			wrong.add(wordsUndecided, ep.ID)
		}
	}
	return p, wrong.told()
}

// episodesFlag is the flag as part of a command line.
func episodesFlag(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return " --episodes " + words.Shell(strings.Join(ids, ","))
}

// blank is a hindcast on them of which nothing is found yet.
func (p *past) blank() *history.Hindcast {
	h := &history.Hindcast{}
	for _, ep := range p.episodes {
		h.Verdicts = append(h.Verdicts, history.Verdict{ID: ep.ID})
		if !ep.Open {
			h.Record.Episodes++
		}
	}
	return h
}
