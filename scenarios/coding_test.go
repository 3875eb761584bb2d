package scenarios

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// A second coding is of a shipped scenario, holds stances and their reasons alone, and covers every state that the first coder gave
// a stance: what it left out would count as agreement.
func TestSecondCodings(t *testing.T) {
	if len(Codings()) == 0 {
		t.Fatal("no scenario was coded twice")
	}
	for _, name := range Codings() {
		first, err := Load(name, Options{})
		if err != nil {
			t.Errorf("coding/%s.toml: %v", name, err)
			continue
		}
		second, err := Load(name, Options{SecondCoder: true})
		if err != nil {
			t.Errorf("%s, by the second coder: %v", name, err)
			continue
		}
		if len(second.CodedTwice) < 3 {
			t.Errorf("coding/%s.toml gives %d stances", name, len(second.CodedTwice))
		}
		own := first.files[len(first.files)-1].name
		for id := range first.Scenario.States {
			path := "states." + id + ".stance"
			if n := first.root.get(path); n != nil && n.src.name == own && !slices.Contains(second.CodedTwice, path) {
				t.Errorf("coding/%s.toml: %s was not coded a second time", name, path)
			}
		}
		for _, path := range second.CodedTwice {
			if c, ok := second.Cite(path); !ok || c.Text == "" {
				t.Errorf("coding/%s.toml: %s has no reason beside it", name, path)
			}
			if second.root.get(path).src.name != "coding/"+name+".toml" {
				t.Errorf("%s, by the second coder: %s is still the first coder's", name, path)
			}
		}
		if second.Base != first.Base || second.Scenario.Name != first.Scenario.Name ||
			!slices.Equal(second.Scenario.Changes, first.Scenario.Changes) {
			t.Errorf("%s, by the second coder, is on %q and called %s; as it stands it is on %q", name, second.Base, second.Scenario.Name,
				first.Base)
		}
		if !slices.Contains(second.Scenario.Overrides, "coder = 2") {
			t.Errorf("%s, by the second coder, does not say so: %v", name, second.Scenario.Overrides)
		}
	}
}

// All but the stances is the first coder's, and a scenario that stands on one that was coded twice has its second stances.
func TestASecondCoderDiffersInStancesAlone(t *testing.T) {
	for _, name := range []string{"asia-1950", "taiwan-blockade-2027"} {
		first, err := Load(name, Options{})
		if err != nil {
			t.Fatal(err)
		}
		second, err := Load(name, Options{SecondCoder: true})
		if err != nil {
			t.Fatal(err)
		}
		moved := 0
		for id, st := range second.Scenario.States {
			was := first.Scenario.States[id]
			if !slices.Equal(st.Stance, was.Stance) {
				moved++
			}
			st.Stance = was.Stance
			second.Scenario.States[id] = st
		}
		second.Scenario.Overrides = first.Scenario.Overrides
		if one, other := TOML(first.Scenario), TOML(second.Scenario); one != other {
			t.Errorf("%s: more than stances is another's", name)
		}
		if moved < 5 {
			t.Errorf("%s: %d stances are another's", name, moved)
		}
		if l, err := Load(name, Options{SecondCoder: true, Set: []string{"states.AUS.stance=0.123"}}); err != nil ||
			l.Scenario.States["AUS"].Stance.At(2030) != 0.123 {
			t.Errorf("%s: --set does not lie on the second coding (%v)", name, err)
		}
	}
}

func TestNobodyCodedItTwice(t *testing.T) {
	_, err := Load("testdata/good/triad.toml", Options{SecondCoder: true})
	if err == nil || !strings.Contains(err.Error(), "no stance was coded a second time; coded twice are ") {
		t.Errorf("a scenario that nobody coded twice: %v", err)
	}
}

// The codings lie in a folder of their own: they are no scenarios.
func TestACodingIsNoScenario(t *testing.T) {
	names := map[string]bool{}
	for _, name := range Names() {
		names[name] = true
	}
	for _, name := range Codings() {
		if !names[name] {
			t.Errorf("coding/%s.toml is of no shipped scenario; there are %v", name, slices.Sorted(maps.Keys(names)))
		}
		if _, err := Load("coding/"+name+".toml", Options{}); err == nil {
			t.Errorf("coding/%s.toml can be played by itself", name)
		}
	}
}
