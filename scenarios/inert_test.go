package scenarios

import (
	"strings"
	"testing"

	"entente/sim"
)

// A number that could change no run is refused where it is set, alone, over time or in a table, and is taken where it stands in a file.
// With several rules a constant of any theory may be set.
func TestWhatChangesNoRunCannotBeSet(t *testing.T) {
	const idle = "states.JPN.military_spending is a figure that no equation uses (sim/ODD.md): set capability, of which it is a part"
	const foreign = "parameters.landscape.camp is a constant of the theory landscape, and pacific-2025 decides by article"
	for _, c := range []struct {
		sets     string
		theories bool
		want     string
	}{
		{"states.JPN.military_spending=5", false, idle},
		{"states.JPN.military_spending=5", true, idle},
		{"states.JPN.military_spending={2025=5, 2030=6}", false, idle},
		{"states.JPN={military_spending=5}", false, idle},
		{"parameters.landscape.camp=3", false, foreign},
		{"parameters={landscape={camp=3}}", false, foreign},
		{"parameters.landscape.camp=3", true, ""},
		{"parameters.landscape.camp=3 && theory=landscape", false, ""},
		{"parameters.decision.trade=3", false, ""},
		{"states.JPN.capability=0.1", false, ""},
	} {
		_, err := Load("pacific-2025", Options{Set: strings.Split(c.sets, " && "), Theories: c.theories})
		switch {
		case c.want == "" && err != nil:
			t.Errorf("--set %s: %v", c.sets, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("--set %s: the fault is %v, want %q", c.sets, err, c.want)
		}
	}
}

// What is set and acts through a term that weighs nothing is told, with the constant; what stands in the file is not.
func TestWhatIsSetInVainIsTold(t *testing.T) {
	for _, c := range []struct {
		sets, want string
	}{
		{"states.JPN.stance=0.5", ""},
		{"states.JPN.autonomy_tradition=0.5", "states.JPN.autonomy_tradition moves nothing in pacific-2025: it acts on decisions through parameters.decision.autonomy alone, which is 0"},
		{"states.JPN.autonomy_tradition=0.5 && parameters.decision.autonomy=1", ""},
		{"states.JPN.autonomy_tradition=0.5 && theory=autonomy-security", ""},
	} {
		l, err := Load("pacific-2025", Options{Set: strings.Split(c.sets, " && ")})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(l.SetInVain(), "; "); got != c.want {
			t.Errorf("of --set %s it is told %q, want %q", c.sets, got, c.want)
		}
	}
}

// A study's factor is refused for the same reason.
func TestAFactorThatChangesNoRunIsRefused(t *testing.T) {
	text := strings.Replace(aStudy, "PATH", "states.JPN.military_spending", 1)
	_, err := LoadStudy("./any.toml", Options{ReadFile: func(string) ([]byte, error) { return []byte(text), nil }})
	if err == nil || !strings.Contains(err.Error(), `is "states.JPN.military_spending", a figure that no equation uses (sim/ODD.md): set capability`) {
		t.Errorf("the fault is %v", err)
	}
	if f, _ := sim.FigureAt("states.JPN.capability"); Inert(f, &sim.Scenario{}) != "" {
		t.Error("a figure that acts is refused")
	}
}

const aStudy = `format = 1
title = "any"
scenario = "pacific-2025"
design = "halton"
points = 4
runs = 1

[factors.x]
path = "PATH"
low = 0
high = 1

[outputs.in-force]
measure = "in-force"
`
