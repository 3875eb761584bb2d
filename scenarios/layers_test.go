package scenarios

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"entente/sim"
)

// A scenario may be another one, except.
func TestBaseExcept(t *testing.T) {
	l := load(t, "thaw.toml")
	s, base := l.Scenario, load(t, "triad.toml").Scenario
	for _, c := range []struct {
		why       string
		got, want any
	}{
		{"the files, lowest first", l.Layers, []string{"parameters.toml", "triad.toml", "thaw.toml"}},
		{"the name is that of the file on top", s.Name, "thaw"},
		{"a figure replaced", s.States["AAA"].Stance, sim.Const(0.6)},
		{"a series replaced whole", s.States["AAA"].Capability, sim.Const(0.04)},
		{"a figure of the base", s.States["AAA"].Openness, base.States["AAA"].Openness},
		{"a state of the base", s.States["CCC"], base.States["CCC"]},
		{"a state added", s.States["DDD"].Name, "Delta"},
		{"what all of a kind leaves out", len(s.Relations), 0},
		{"what one path leaves out", s.States["BBB"].Barred, (*sim.Bar)(nil)},
		{"a list for open_to means from the opening", s.Clauses["pact"].OpenTo,
			map[string]sim.Date{"DDD": base.Clauses["pact"].Opens}},
		{"shares of a shock are merged", s.Shocks["landing"].Felt, map[string]float64{"AAA": 1, "BBB": 0.3, "DDD": 0.5}},
		{"a parameter that departs is told", l.Overrides, []Override{{"parameters.threat.chronic", "0.6"}}},
		{"and counts", s.Parameters.Threat.Chronic, 0.6},
		{"the others stay", s.Parameters.Threat.Fade, base.Parameters.Threat.Fade},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.why, c.got, c.want)
		}
	}
}

// --set changes the figure that it names.
func TestSetChangesOneFigureAndNothingElse(t *testing.T) {
	for _, c := range []struct {
		set  string
		got  func(s sim.Scenario) any
		want any
	}{
		{"states.AAA.stance=-1", func(s sim.Scenario) any { return s.States["AAA"].Stance }, sim.Const(-1)},
		{" states.AAA.stance = 0.5 ", func(s sim.Scenario) any { return s.States["AAA"].Stance }, sim.Const(0.5)},
		{"states.AAA.stance={2025=0, 2030=1}", func(s sim.Scenario) any { return len(s.States["AAA"].Stance) }, 2},
		{"states.AAA.stance={'2025Q2'=0, 2025-01=1}", func(s sim.Scenario) any { return s.States["AAA"].Stance },
			sim.Series{{Date: 2025, Value: 1}, {Date: 2025.25, Value: 0}}},
		{"states.AAA.stance={2025-12=1, '2025Q3'=0}", func(s sim.Scenario) any { return s.States["AAA"].Stance[0].Date },
			sim.Date(2025.5)},
		{"states.AAA.elections=[2030, 2026]", func(s sim.Scenario) any { return s.States["AAA"].Elections },
			[]sim.Date{2026, 2030}},
		{"states.AAA.trade.CCC=0.1", func(s sim.Scenario) any { return s.States["AAA"].Trade["CCC"] }, sim.Const(0.1)},
		{"rivals.CCC.posture=overt", func(s sim.Scenario) any { return s.Rivals["CCC"].Posture }, sim.Steady(sim.Overt)},
		{`rivals.CCC.posture="overt"`, func(s sim.Scenario) any { return s.Rivals["CCC"].Posture }, sim.Steady(sim.Overt)},
		{"relations.AAA-BBB.friction=0", func(s sim.Scenario) any { return s.Relations["AAA-BBB"].Friction }, sim.Const(0)},
		{"relations.BBB-CCC.friction=1", func(s sim.Scenario) any { return s.Relations["BBB-CCC"].Friction }, sim.Const(1)},
		{"end=2040-07", func(s sim.Scenario) any { return s.End }, sim.Date(2040.5)},
		{"end=2040-07-01", func(s sim.Scenario) any { return s.End }, sim.Date(2040.5)},
		{"title=A pact, and more", func(s sim.Scenario) any { return s.Title }, "A pact, and more"},
		{"clauses.pact.open_to=[]", func(s sim.Scenario) any { return s.Clauses["pact"].OpenTo }, map[string]sim.Date(nil)},
		{"levers.all.trade=0.5", func(s sim.Scenario) any { return s.Levers[sim.Everyone].Trade }, sim.Const(0.5)},
		{"levers.all.ties=0.5", func(s sim.Scenario) any { return s.Levers[sim.Everyone].Trade }, sim.Const(1)},
		{"levers.BBB.threat={2025=1, '2030Q3'=2}", func(s sim.Scenario) any { return s.Levers["BBB"].Threat },
			sim.Series{{Date: 2025, Value: 1}, {Date: 2030.5, Value: 2}}},
		{"parameters.threat.intent=0", func(s sim.Scenario) any { return s.Parameters.Threat.Intent }, 0.0},
	} {
		l := load(t, "triad.toml", c.set)
		if got := c.got(l.Scenario); !reflect.DeepEqual(got, c.want) {
			t.Errorf("--set %s: %v, want %v", c.set, got, c.want)
		}
		key, value, _ := strings.Cut(c.set, "=")
		want := []Override{{strings.TrimSpace(key), strings.TrimSpace(value)}}
		if !reflect.DeepEqual(l.Overrides, want) {
			t.Errorf("--set %s is told as %v, want %v", c.set, l.Overrides, want)
		}
	}
	l := load(t, "thaw.toml", "states.AAA.stance=0", "states.BBB.stance=0.1", "states.AAA.stance=1")
	if got := l.Scenario.States["AAA"].Stance.At(2025); got != 1 {
		t.Errorf("of two --sets for one path the first won: %v", got)
	}
	want := []Override{{"parameters.threat.chronic", "0.6"}, {"states.BBB.stance", "0.1"}, {"states.AAA.stance", "1"}}
	if !reflect.DeepEqual(l.Overrides, want) {
		t.Errorf("told %v, want %v", l.Overrides, want)
	}
}

func TestBasesWithoutEnd(t *testing.T) {
	files := 0
	deeper := func(string) ([]byte, error) {
		files++
		return []byte("format = 1\nbase = \"x/y.toml\"\n"), nil
	}
	if _, err := Load("x/y.toml", Options{ReadFile: deeper}); err == nil || !strings.Contains(err.Error(), "16th below") {
		t.Errorf("bases without end: %v", err)
	}
	if files != deepest+1 {
		t.Errorf("read %d files before giving up, want %d", files, deepest+1)
	}
}

// What an author expects of a scenario is no expectation of one that stands on it.
func TestAnExpectationIsNotInherited(t *testing.T) {
	files := map[string]string{
		"a.toml": "format = 1\nbase = \"taiwan-blockade-2027\"\ntitle = \"On a what-if\"\n",
		"b.toml": "format = 1\nbase = \"a.toml\"\ntitle = \"On that\"\nexpects = \"lower\"\nexpectation = \"Its own.\"\n",
	}
	opts := Options{ReadFile: func(name string) ([]byte, error) {
		if text, ok := files[filepath.Base(name)]; ok {
			return []byte(text), nil
		}
		return nil, os.ErrNotExist
	}}
	for name, want := range map[string][2]string{"a.toml": {"", ""}, "b.toml": {"lower", "Its own."}} {
		l, err := Load("./"+name, opts)
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]string{l.Scenario.Expects, l.Scenario.Expectation}; got != want {
			t.Errorf("%s expects %q, want %q", name, got, want)
		}
	}
}
