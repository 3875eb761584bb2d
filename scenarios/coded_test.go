package scenarios

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entente/sim"
)

// What was coded by hand is what the rubric codes and nobody measured, computed or set.
func TestWhichFiguresWereCodedByHand(t *testing.T) {
	has := func(l *Loaded, path string) bool { return slices.Contains(l.Scenario.Coded, path) }
	l := load(t, "triad.toml", "states.BBB.stance=0.5")
	for path, want := range map[string]bool{
		"states.AAA.contest.CCC":        true,
		"states.AAA.stance":             true,
		"relations.AAA-BBB.friction":    true,
		"rivals.CCC.offence":            true,
		"states.BBB.centre":             true,
		"states.BBB.autonomy_tradition": true,  // under a comment on all figures of Bravo that claims no data set
		"states.BBB.stance":             false, // set on the command line
		"states.AAA.centre":             false, // in no file: it is the stance
		"states.AAA.capability":         false,
		"states.AAA.volatility":         false,
		"states.BBB.contest.CCC":        false, // not given: no dispute
	} {
		if has(l, path) != want {
			t.Errorf("%s counts as coded by hand: %v, want %v", path, !want, want)
		}
	}
	text, err := testFiles("triad.toml")
	if err != nil {
		t.Fatal(err)
	}
	for comment, want := range map[string]bool{"rubric: an active dispute": true, "measured: a data set, 2025": false,
		"computed from two figures": false, "computed: a mean": false, "judgement, computed by nobody": true, "": true} {
		changed := strings.Replace(string(text), "# rubric: an active dispute", "# "+comment, 1)
		l, err := Load("triad.toml/", Options{ReadFile: func(string) ([]byte, error) { return []byte(changed), nil }})
		if err != nil {
			t.Fatal(err)
		}
		if has(l, "states.AAA.contest.CCC") != want {
			t.Errorf("a contest with the comment %q counts as coded by hand: %v", comment, !want)
		}
	}
}

// Each shipped scenario says which of its figures are coded, all of them figures that it has.
func TestShippedScenariosSayWhatWasCoded(t *testing.T) {
	for _, name := range Names() {
		l, err := Load(name, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(l.Scenario.Coded) < 30 || !slices.IsSorted(l.Scenario.Coded) {
			t.Errorf("%s says that %d figures were coded by hand", name, len(l.Scenario.Coded))
		}
		for _, path := range l.Scenario.Coded {
			if f, ok := sim.FigureAt(path); !ok || !f.Rubric {
				t.Errorf("%s: %s is said to be coded, and the rubric has nothing on it", name, path)
			}
		}
	}
}

// The rungs of the model are those of the page.
func TestTheRubricHasEachRung(t *testing.T) {
	page, err := os.ReadFile("RUBRIC.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range sim.Figures() {
		keys := strings.Split(f.Path, ".")
		if !f.Rubric || keys[2] == "blessing" { // on the scale of a stance
			continue
		}
		key := keys[2]
		_, section, found := strings.Cut(string(page), key)
		if !found {
			t.Errorf("the rubric does not speak of %s", key)
			continue
		}
		if key == "spread" {
			section, _, _ = strings.Cut(section, "\n\n")
		} else if _, below, ok := strings.Cut(string(page), "\n## "+key); ok {
			section, _, _ = strings.Cut(below, "\n## ")
		}
		for _, v := range f.Rungs() {
			if key == "centre" {
				continue // "on the same scale"
			}
			if !strings.Contains(section, strconv.FormatFloat(v, 'f', -1, 64)) {
				t.Errorf("the rubric's section on %s has no rung at %v", key, v)
			}
		}
	}
}
