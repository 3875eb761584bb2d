package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// What README.md says of the episodes that no constant was fitted to is so, coded, coded again and measured; so is how far two coders
// agree.
func TestReadmeSaysHowItDoesUnseen(t *testing.T) {
	if testing.Short() {
		t.Skip("plays all unseen episodes three times")
	}
	says := saidInReadme(t)
	names, err := withUnseen([]string{unseen})
	if err != nil {
		t.Fatal(err)
	}
	two := func(x float64) string { return fmt.Sprintf("%.2f", x) }
	score := func(read func(name string) sim.Scenario) *history.Hindcast {
		var episodes []history.Episode
		all := map[string]sim.Scenario{}
		for _, name := range names {
			all[name] = read(name)
			episodes = append(episodes, history.EpisodeOf(all[name]))
		}
		return history.AskHindcast(t.Context(), episodes, all, lab.Options{Runs: 200, Seed: 1})
	}
	stance := func(h *history.Hindcast) float64 {
		return h.Record.Rules[slices.IndexFunc(h.Record.Rules, func(r history.RuleTally) bool { return r.Rule == "stance alone" })].Brier.Mean
	}
	coded := score(func(name string) sim.Scenario { return shipped(t, name).Scenario })
	recoded := score(func(name string) sim.Scenario {
		l, err := scenarios.Load(name, scenarios.Options{Recoded: true})
		if err != nil {
			t.Fatal(err)
		}
		return l.Scenario
	})
	measured := score(func(name string) sim.Scenario { return sim.Measured(shipped(t, name).Scenario) })

	simpler := 0
	for _, v := range coded.Verdicts {
		if slices.ContainsFunc(v.Scores[1:], func(s history.Score) bool { return s.Brier <= v.Scores[0].Brier }) {
			simpler++
		}
	}
	worst := slices.Clone(coded.Verdicts)
	slices.SortStableFunc(worst, func(a, b history.Verdict) int {
		if a.Scores[0].Brier > b.Scores[0].Brier {
			return -1
		}
		return 1
	})
	model := coded.Record.Rules[0].Brier
	got := []string{number(len(names)), two(model.Mean), two(model.Low), two(model.High), two(stance(coded)), two(recoded.Record.Rules[0].Brier.Mean), two(stance(recoded)),
		two(measured.Record.Rules[0].Brier.Mean), two(stance(measured)), two(worst[0].Scores[0].Brier), two(worst[1].Scores[0].Brier), two(worst[2].Scores[0].Brier),
		number(simpler), number(len(names))}
	said := says(`On (\w+) episodes that took no part in the fit .*?the set scores ([0-9.]+) \(([0-9.]+) to ([0-9.]+)\), a coin 0\.25 and stance alone ([0-9.]+)\. With the stances of a ` +
		`second coder it scores ([0-9.]+) \(stance alone ([0-9.]+)\), with nothing coded by hand ([0-9.]+) \(([0-9.]+)\)\. It is worst on southern Africa's pact \(([0-9.]+)\), a ` +
		`Mediterranean pact \(([0-9.]+)\) and the Middle East alliance \(([0-9.]+)\); on (\w+) of the (\w+) some simple rule`)
	if !slices.Equal(got, said) {
		t.Errorf("on the unseen episodes README.md says\n%v, but it is\n%v", said, got)
	}
	for k, name := range []string{"sadc-2003", "mediterranean-1948", "mesa-2017"} {
		if worst[k].Scenario != name {
			t.Errorf("the episode that is the worst but %d is %s, README.md says %s", k, worst[k].Scenario, name)
		}
	}
	first := says(`On (\w+) it has never seen its Brier score is ([0-9.]+), where a coin has 0\.25 and the sign of the coded stance alone ([0-9.]+); with nothing coded by hand ([0-9.]+) against ([0-9.]+)\.`)
	if want := []string{got[0], got[1], got[4], got[7], got[8]}; !slices.Equal(first, want) {
		t.Errorf("the first screen says %v, but it is %v", first, want)
	}
	anew := says(`it has ([0-9.]+) against ([0-9.]+), measured ([0-9.]+) against ([0-9.]+); in neither is the difference more than the choice of episodes would make`)
	told := says(`on coded inputs \(18 constants\) has a Brier score of ([0-9.]+) .*? stance alone has ([0-9.]+): .*? does no worse and no better than stance alone.*?` +
		`on measured inputs \(18 constants\) has a Brier score of ([0-9.]+) .*? stance alone has ([0-9.]+): .*? does no worse and no better than stance alone`)
	if !slices.Equal(anew, told) {
		t.Errorf("the first screen says %v of the tournament, which says %v", anew, told)
	}
	if model.Mean < 0.25 && model.High < 0.25 {
		t.Error("README.md says that the model does no better than a coin, and it does")
	}

	var twice []history.Twice
	for _, name := range scenarios.Codings() {
		second, err := scenarios.Load(name, scenarios.Options{Recoded: true})
		if err != nil {
			t.Fatal(err)
		}
		twice = append(twice, history.Twice{First: shipped(t, name).Scenario, Second: second.Scenario, Paths: second.Recoded})
	}
	_, all := history.Agree(twice, 1)
	kappa := says(`agree with a weighted kappa of ([0-9.]+) \(([0-9.]+) to ([0-9.]+)\)`)
	if want := []string{two(all.Kappa.Mean), two(all.Kappa.Low), two(all.Kappa.High)}; !slices.Equal(kappa, want) {
		t.Errorf("README.md says that kappa is %v, it is %v", kappa, want)
	}
}

// number writes a small number in words.
func number(n int) string {
	words := strings.Fields("none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")
	if n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}
