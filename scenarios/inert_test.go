package scenarios

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/sim"
)

// A number that could change no run is refused where it is set, alone, over time or in a table, and is taken where it stands in a file.
// With several rules a constant of any theory may be set.
func TestWhatChangesNoRunCannotBeSet(t *testing.T) {
	const idle = "states.JPN.military_spending is a figure that no equation uses (sim/ODD.md): set capability, of which it is a part"
	const measured = "parameters.measured.tempo is a constant that acts where figures are measured (--inputs measured) and not where they stand as coded"
	const articles = "parameters.decision.reluctance is a constant of the article's rule, and pacific-2025 decides by balance-of-threat"
	const parts = "parameters.common.quarrel is a part of the terms friction and leash, and pacific-2025 decides by balance-of-threat, which has none of them"
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
		{"parameters.decision.reluctance=20 && theory=balance-of-threat", false, articles},
		{"parameters.decision.reluctance=20 && theory=balance-of-threat", true, ""},
		{"parameters.decision.reluctance=20 && theory=balance-of-thread", false, `theory is "balance-of-thread", must be`},
		{"parameters.common.quarrel=3 && theory=balance-of-threat", false, parts},
		{"parameters.danger.joined=1 && theory=balance-of-threat", false, ""},
		{"parameters.common.noise=2 && theory=balance-of-threat", false, ""},
		{"parameters.measured.tempo=3", false, measured},
		{"parameters.measured.tempo=3", true, measured},
		{"states.JPN.capability=0.1", false, ""},
		{"levers.CHN.threat=4", false, "levers.CHN.threat is the threat that China feels, and nobody fears itself: what others feel from it moves with levers.all.threat"},
		{"levers.CHN.trade=4", false, "levers.CHN.trade is the trade of China with the rival, which it is itself: that of others with it moves with levers.all.trade or states.*.trade.CHN"},
		{"levers.CHN.threat=4", true, "levers.CHN.threat is the threat that China feels"},
		{"levers.CHN.stance=0.1", false, ""},
		{"levers.JPN.threat=4", false, ""},
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
		{"parameters.response.courtship=1", "parameters.response.courtship moves nothing in pacific-2025: it acts only on a rival whose posture is conciliatory or adaptive, and none has that"},
		{"parameters.response.courtship=1 && rivals.CHN.posture=conciliatory", ""},
		{"parameters.response.worthwhile=1 && rivals.CHN.posture=conciliatory", "parameters.response.worthwhile moves nothing in pacific-2025: it acts only on a rival whose posture is adaptive, and none has that"},
		{"rivals.CHN.move=0.9", ""},
		{"rivals.CHN.move=0.9 && rivals.CHN.posture=adaptive", "rivals.CHN.move moves nothing in pacific-2025: it acts only on a rival whose posture is grey-zone, overt or conciliatory, and none has that"},
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

// What a file changes over its base and moves nothing is warned of, with its place; the same figure of a state that the file adds is part of
// a whole, and no shipped what-if has any.
func TestWhatAFileChangesInVainIsTold(t *testing.T) {
	const text = `format = 1
base = "pacific-2025"
title = "In vain"

[states.JPN]
autonomy_tradition = 0.9
military_spending = 99
stance = 0.5

[parameters.landscape]
camp = 3

[parameters.measured]
tempo = 3
`
	l, err := Load("./vain.toml", Options{ReadFile: func(string) ([]byte, error) { return []byte(text), nil }})
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, f := range l.ChangedInVain() {
		told = append(told, fmt.Sprintf("%d %s %s", f.Line, f.Path, f.Message))
	}
	want := []string{
		"6 states.JPN.autonomy_tradition states.JPN.autonomy_tradition moves nothing: it acts on decisions through parameters.decision.autonomy alone, which is 0",
		"7 states.JPN.military_spending states.JPN.military_spending changes no run: it is a figure that no equation uses (sim/ODD.md): set capability, of which it is a part",
		"11 parameters.landscape.camp parameters.landscape.camp changes no run: it is a constant of the theory landscape, and vain decides by article",
		"14 parameters.measured.tempo parameters.measured.tempo changes no run: it is a constant that acts where figures are measured (--inputs measured) and not where they stand as coded",
	}
	if !slices.Equal(told, want) {
		t.Errorf("it is told\n%s\nand not\n%s", strings.Join(told, "\n"), strings.Join(want, "\n"))
	}
	if got := l.Warnings(); len(got) != len(want) {
		t.Errorf("validate has %d warnings, want %d: %v", len(got), len(want), got)
	}
	for _, name := range Names() {
		if l, err := Load(name, Options{}); err != nil || len(l.ChangedInVain()) > 0 {
			t.Errorf("%s: %v %v", name, err, l.ChangedInVain())
		}
	}
}

// Before a scenario is measured, the constants that it is measured by may be set, and nothing else that would be refused.
func TestWhatMeasuresMayBeSetBefore(t *testing.T) {
	for set, taken := range map[string]bool{"parameters.measured.tempo=3": true, "parameters.landscape.camp=3": false} {
		if _, err := Load("pacific-2025", Options{Set: []string{set}, Measured: true}); (err == nil) != taken {
			t.Errorf("--set %s: %v", set, err)
		}
	}
}

// A study's factor is refused for the same reason.
func TestAFactorThatChangesNoRunIsRefused(t *testing.T) {
	for path, why := range map[string]string{
		"states.JPN.military_spending": "a figure that no equation uses (sim/ODD.md): set capability",
		"parameters.measured.tempo":    "a constant that acts where figures are measured",
		"parameters.landscape.camp":    "a constant of the theory landscape",
	} {
		text := strings.Replace(aStudy, "PATH", path, 1)
		_, err := LoadStudy("./any.toml", Options{ReadFile: func(string) ([]byte, error) { return []byte(text), nil }})
		if err == nil || !strings.Contains(err.Error(), `is "`+path+`", `+why) {
			t.Errorf("the fault of a factor %s is %v", path, err)
		}
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
