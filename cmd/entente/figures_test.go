package main

import (
	"slices"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// Each figure that is listed can be set by its path, and setting all of them to what they are leaves each as it is. Those that no equation
// uses are listed and refused.
func TestFiguresCanBeSet(t *testing.T) {
	l := shipped(t, "pacific-2025")
	list := func(l *scenarios.Loaded) []lab.Numbered {
		return lab.FiguresOf(sim.NewWorld(l.Scenario), scenarios.FiguresIn(&l.Scenario), l.Gives, sourceIn(l)).Figures
	}
	var sets []string
	idle := map[string]bool{}
	before := list(l.Loaded)
	for _, n := range before {
		if n.Value == nil {
			if table, _, _ := strings.Cut(n.Path, "."); table != "shocks" && table != "clauses" || n.Source != "not in the scenario" {
				t.Errorf("%s has no number by %q", n.Path, n.Source)
			}
			continue
		}
		setting := scenarios.Setting(n.Path, *n.Value)
		if f, _ := sim.FigureAt(n.Path); f.Idle == "" {
			sets = append(sets, setting)
			continue
		}
		idle[n.Path] = true
		if _, err := scenarios.Load("pacific-2025", scenarios.Options{Set: []string{setting}}); err == nil || !strings.Contains(err.Error(),
			n.Path+" is a figure that no equation uses") {
			t.Errorf("set to what it is, %s is met with %v", n.Path, err)
		}
	}
	if len(sets) < 400 || len(idle) == 0 {
		t.Fatalf("only %d figures are listed, and %d that no equation uses", len(sets), len(idle))
	}
	set, err := scenarios.Load("pacific-2025", scenarios.Options{Set: sets})
	if err != nil {
		t.Fatal(err)
	}
	for k, n := range list(set) {
		if before[k].Value == nil && n.Value == nil || idle[n.Path] {
			continue
		}
		if n.Path != before[k].Path || *n.Value != *before[k].Value || n.Source != "set on the command line" {
			t.Errorf("%s is %v by %q once it is set to the %v of %s", n.Path, *n.Value, n.Source, *before[k].Value, before[k].Path)
		}
	}
}

// Each constant has its source and lies in its range; drawn are those of the posterior alone.
func TestEveryConstantIsListed(t *testing.T) {
	c := scenarios.Constants()
	b := lab.ConstantsOf(c.Scenario.Parameters, c.Scenario.Draws, sourceIn(c))
	drawn := 0
	for _, n := range b.Figures {
		if n.Source == "" || n.Source == sourceIn(c)("parameters.none") || !(*n.Value >= n.Low && *n.Value <= n.High) {
			t.Errorf("%s is %v, must lie between %v and %v; its source is %q", n.Path, *n.Value, n.Low, n.High, n.Source)
		}
		if n.Drawn == nil {
			continue
		}
		drawn++
		if !slices.Contains(c.Scenario.Draws.Constants, n.Path) || !(n.Drawn.Low < *n.Value && *n.Value < n.Drawn.High) {
			t.Errorf("%s is %v, and drawn between %v and %v", n.Path, *n.Value, n.Drawn.Low, n.Drawn.High)
		}
	}
	if drawn != len(c.Scenario.Draws.Constants) {
		t.Errorf("%d constants are drawn, and the posterior has %d", drawn, len(c.Scenario.Draws.Constants))
	}
	if want := lab.NewHead("run", "", sim.NewWorld(shipped(t, "pacific-2025").Scenario), lab.Options{}).Parameters; b.Parameters != want {
		t.Errorf("their fingerprint is %s, that of what runs play is %s", b.Parameters, want)
	}
}
