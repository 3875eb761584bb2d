package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"entente/plots/page"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// What the page keeps worked out is of today's model and scenarios, and some of each kind of it is what commands say today.
func TestTheStoryOfThePageIsOfToday(t *testing.T) {
	var all []sim.Scenario
	for _, name := range scenarios.Names() {
		all = append(all, drawing(t, name))
	}
	if *update {
		c := &cobra.Command{}
		c.SetContext(t.Context())
		story, err := toldAnew(c, all, 0)
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.MarshalIndent(story, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("../../plots/page/story.json", append(text, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	st, err := page.Kept(all)
	if err != nil || st == nil {
		t.Fatalf("plots/page/story.json is of other scenarios or of another version (%v): `make golden` writes it anew", err)
	}
	a := &asking{ctx: t.Context(), answers: map[string]any{}}
	says := func(shown any, command, path string) {
		t.Helper()
		now, err := a.get(command, path)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := json.Marshal(shown)
		if today, _ := json.Marshal(now); string(text) != string(today) {
			t.Errorf("the page has %s, and entente %s has %s at %s: `make golden` writes it anew", text, command, today, path)
		}
	}
	runs := func(name, flags string) string {
		return strings.TrimSpace(fmt.Sprintf("run %s --runs %d --seed %d %s", name, st.Runs, st.Seed, flags))
	}
	for _, k := range []int{0, len(st.Record) / 2, len(st.Record) - 1} {
		r := st.Record[k]
		held := fmt.Sprintf("hindcast %s --runs %d --seed %d", r.ID, st.RecordRuns, st.Seed)
		says(r.Brier, held, "verdicts/0/scores/0/brier")
		says(r.Beside, held, "verdicts/0/scores/rule="+r.Rule+"/brier")
		says(r.Pass, held, "verdicts/0/pass")
	}
	d := st.Decision
	explained := fmt.Sprintf("explain %s --state %s --at %s --run %d --seed %d", d.Scenario, d.State, d.AsIs.Tick, d.Run, st.Seed)
	says(d.AsIs.Utility, explained, "utility")
	says(d.AsIs.Chance, explained, "chance")
	for _, l := range d.Levers {
		says(l.Made[0].Utility, fmt.Sprintf("%s --set %s=%v", explained, l.Path, l.Values[0]), "utility")
	}
	ep := st.Right[len(st.Right)-1]
	says(ep.Claims[0].Chance.Mean, fmt.Sprintf("hindcast %s --runs %d --seed %d", ep.ID, st.Runs, st.Seed), "verdicts/0/claims/0/chance/mean")
	last := "in_force/-1/mean"
	says(st.Mends[len(st.Mends)-1].Chance[1].Mean, runs(st.Places[1].Scenario, "--set "+st.Mends[len(st.Mends)-1].Set), last)
	says(st.Accounts[1].Chance[2].Mean, runs(st.Places[2].Scenario, "--theory "+st.Accounts[1].Name), last)
	says(st.WhatIfs[0].Chance.Mean, runs(st.WhatIfs[0].Name, ""), last)
	says(st.Reasons.Europe.Mean, runs(st.Places[0].Scenario, ""), last)
	for _, p := range st.Reasons.Parts[:2] {
		says(p.Asia.Mean, runs(st.Places[2].Scenario, "--set "+p.Set), last)
	}
}

// What a language of the page calls by names of its own is shown so by a shipped scenario or by the story, and German has all that is, but
// for what a scenario says of its sources.
func TestTheLanguagesOfThePageNameWhatScenariosWrite(t *testing.T) {
	var all []sim.Scenario
	wanted := map[string]bool{}
	for _, name := range scenarios.Names() {
		l, err := scenarios.Load(name, scenarios.Options{})
		if err != nil {
			t.Fatal(err)
		}
		s := l.Scenario
		all = append(all, s)
		for _, text := range []string{s.Title, s.Summary} {
			wanted[text] = text != ""
		}
		for _, x := range s.States {
			wanted[x.Name] = true
		}
		for _, x := range s.Clauses {
			wanted[x.Title] = true
		}
		for _, x := range s.Shocks {
			wanted[x.Title] = true
		}
		for _, f := range lab.FiguresOf(sim.NewWorld(s), scenarios.FiguresIn(&s), l.Gives, sourceIn(l)).Figures {
			if strings.HasPrefix(f.Path, "levers.") {
				continue // which has words of the page
			}
			wanted[f.Unit] = true
			if _, said := l.Cite(f.Path); !said {
				wanted[f.Source] = true
			}
		}
	}
	st, err := page.Kept(all)
	if err != nil || st == nil {
		t.Fatalf("plots/page/story.json is of other scenarios or of another version (%v): `make golden` writes it anew", err)
	}
	for _, theory := range sim.Theories() {
		wanted[theory.By] = true
	}
	for _, w := range st.WhatIfs {
		wanted[w.Expectation] = true
	}
	for _, ep := range st.Right {
		for _, c := range ep.Claims {
			wanted[c.Who], wanted[c.Says] = true, true
		}
	}
	for _, r := range st.Record {
		wanted[r.Title], wanted[r.Rule] = true, true
	}
	files, err := filepath.Glob("../../plots/page/words/*.json")
	if err != nil || len(files) < 2 {
		t.Fatalf("the languages are %v (%v)", files, err)
	}
	for _, file := range files {
		var words map[string]string
		if err := json.Unmarshal([]byte(read(t, file)), &words); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for key := range words {
			kind, text, _ := strings.Cut(key, ".")
			if (kind == "given" || kind == "the") && !wanted[text] {
				t.Errorf("%s has a name for %q, which nothing that is shipped shows", filepath.Base(file), text)
			}
		}
		if filepath.Base(file) != "de.json" {
			continue
		}
		for _, text := range slices.Sorted(maps.Keys(wanted)) {
			if wanted[text] && words["given."+text] == "" {
				t.Errorf("German lacks %q", text)
			}
		}
	}
}
