package scenarios

import (
	"strings"
	"testing"
)

// What is most likely not meant is told, each with its place, and is no fault.
func TestWhatIsLikelyNotMeantIsAWarning(t *testing.T) {
	const base = "format = 1\nbase = \"triad.toml\"\n"
	const idle = "[states.IDL]\nname = \"Idle\"\nlatitude = 0\nlongitude = 0\ncapability = 0.01\nopenness = 0.1\npolyarchy = 0.5\n" +
		"ideal_point = 0\nautonomy_tradition = 0\nvolatility = 0.1\nstance = 0\nspread = 0.1\nprojection = 0\n"
	for _, c := range []struct{ why, text, want string }{
		{"a stance over time beside a centre that has no date", "[states.AAA]\nstance = { 2025 = 0, 2027 = 0.3 }\ncentre = 0.2\n",
			"w.toml:5:10: states.AAA.centre has no date beside a stance that changes over time; say of when it is, as in { 2025 = 0.2 }"},
		{"a clause that opens before the start", "[clauses.pact]\nopens = 2020\n", "w.toml:4:9: clauses.pact.opens is 2020, " +
			"before the scenario starts in 2025"},
		{"a series that ended years ago", "[states.AAA]\nopenness = { 2001 = 0.4, 2010 = 0.5 }\n",
			"w.toml:4:12: states.AAA.openness ends in 2010, 15 years before the scenario starts: 0.5 stands for all of it"},
		{"a state that nothing names", idle, "w.toml:3:9: states.IDL is in no clause, tie or arrangement"},
		{"a state that blesses a clause", strings.Replace(idle, "[states.IDL]", "[clauses.pact]\nblessing = { IDL = 0.5 }\n[states.IDL]", 1), ""},
		{"a state that lies in the area of a clause", strings.Replace(idle, "[states.IDL]", "[clauses.pact]\narea = [\"IDL\"]\n[states.IDL]", 1), ""},
		{"a series that ended lately", "[states.AAA]\nopenness = { 2001 = 0.4, 2022 = 0.5 }\n", ""},
		{"a centre with a date", "[states.AAA]\nstance = { 2025 = 0, 2027 = 0.3 }\ncentre = { 2025 = 0.2 }\n", ""},
		{"a state that a rival may press", idle + "contest = { CCC = 0.5 }\n", ""},
	} {
		l, err := Load("w.toml", Options{ReadFile: func(name string) ([]byte, error) {
			if name == "w.toml" {
				return []byte(base + c.text), nil
			}
			return testFiles(name)
		}})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		var told []string
		for _, w := range l.Warnings() {
			told = append(told, w.String())
		}
		if all := strings.Join(told, "\n"); c.want == "" && all != "" || !strings.Contains(all, c.want) || len(told) > 1 {
			t.Errorf("%s: warns %q, want %q", c.why, all, c.want)
		}
	}
}

// What we ship gives no cause for warnings.
func TestShippedScenariosAreMeant(t *testing.T) {
	for _, name := range Names() {
		for _, w := range load(t, name).Warnings() {
			t.Errorf("%s: %s", name, w)
		}
	}
}
