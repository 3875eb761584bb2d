package scenarios

import (
	"fmt"
	"maps"
	"strings"
	"testing"
)

func TestTooManyStates(t *testing.T) {
	s := load(t, "triad.toml").Scenario
	s.States = maps.Clone(s.States)
	for i := range 198 {
		s.States[fmt.Sprintf("S%d", i)] = s.States["AAA"]
	}
	_, err := Load("./many.toml", Options{ReadFile: func(string) ([]byte, error) { return []byte(TOML(s)), nil }})
	if err == nil || !strings.Contains(err.Error(), "states must be 2 to 200, and are 201") {
		t.Errorf("201 states: %v", err)
	}
}

// What two figures allow each other goes up to a bound, which is allowed itself; one step beyond it is one fault, at the figure
// that goes too far.
func TestContradictionsBeginBeyondTheirBounds(t *testing.T) {
	for _, c := range []struct {
		with         string // another --set; "" for none
		path         string
		within, past string
		told         string
	}{
		{"", "end", "2225", "2226", "more than 200 years after the start"},
		{"", "clauses.pact.opens", "2035Q4", "2036", "after the end of the scenario"},
		{"", "clauses.pact.closes", "2026-07", "2026-06", "before it opens"},
		{"", "clauses.pact.minimum", "2", "3", "only the founders can bring it into force, and they are 2"},
		{"clauses.pact.opens=2020", "clauses.pact.members", "{ AAA = 2025, BBB = 2020 }", "{ AAA = 2025, BBB = 2026 }",
			"after the scenario starts"},
		{"clauses.pact.opens=2020", "clauses.pact.members", "{ AAA = 2020, BBB = 2020 }", "{ AAA = 2020, BBB = 2019 }",
			"before the clause opens"},
		{"clauses.pact.opens=2020", "clauses.pact.members", "{ AAA = 2020, BBB = 2020 }", "{ AAA = 2020 }",
			"names one state, and a clause in force binds at least two"},
		{"", "ties.aaa-bbb.since", "2035Q4", "2036", "after the end of the scenario"},
		{"", "ties.aaa-bbb.until", "1951-09-08", "1951-09-07", "before it came into force"},
		{"", "arrangements.trio.until", "2020", "2019", "before it came into force"},
		{"", "shocks.landing.date", "2035Q4", "2036", "outside the scenario's 2025 to 2035Q4"},
		{"", "shocks.elections.until", "2025", "2024", "before the window begins in 2025"},
		{"", "states.BBB.barred", `{ from = 2027, until = 2027, reason = "occupied" }`,
			`{ from = 2027, until = 2026, reason = "occupied" }`,
			"before it begins in 2027"},
		{`rivals.BBB={ posture = "overt", offence = 0, tempo = 0, move = 0, retaliation = 0 }`, "states.AAA.trade",
			"{ CCC = 0.8, BBB = 0.2 }",
			"{ CCC = 0.8, BBB = 0.21 }", "adds up to 1.01 over the rivals"},
	} {
		try := func(value string) error {
			sets := []string{c.path + "=" + value}
			if c.with != "" {
				sets = append(sets, c.with)
			}
			_, err := Load("triad.toml", Options{Set: sets, ReadFile: testFiles})
			return err
		}
		if err := try(c.within); err != nil {
			t.Errorf("%s = %s lies within its bound, and does not load:\n%v", c.path, c.within, err)
		}
		faults, _ := try(c.past).(Faults)
		if len(faults) != 1 || !strings.HasPrefix(faults[0].Path, c.path) || !strings.Contains(faults[0].Message, c.told) {
			t.Errorf("%s = %s is told as %v, want %q at it", c.path, c.past, faults, c.told)
		}
	}
}
