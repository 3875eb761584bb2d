package scenarios

import (
	"strings"
	"testing"
)

// A study to begin with is sound for every shipped scenario, and moves the strongest founder by name.
func TestAStudyToBeginWithIsSound(t *testing.T) {
	for _, name := range []string{"pacific-2025", "europe-1947", "rio-1947", "sadc-2003"} {
		l, err := Load(name, Options{})
		if err != nil {
			t.Fatal(err)
		}
		text := StartStudy(l, name)
		read := func(string) ([]byte, error) { return []byte(text), nil }
		s, err := LoadStudy("begun.toml", Options{ReadFile: read})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(s.Factors) != 7 || len(s.Outputs) != 3 || s.Scenario.Scenario.Name != name {
			t.Errorf("%s: it has %d factors and %d outputs, and is of %s", name, len(s.Factors), len(s.Outputs), s.Scenario.Scenario.Name)
		}
	}
	l, err := Load("europe-1947", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if text := StartStudy(l, "europe-1947"); !strings.Contains(text, `path = "levers.USA.stance"`) {
		t.Errorf("the strongest founder of 1947 is not moved by itself:\n%s", text)
	}
}
