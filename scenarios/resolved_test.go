package scenarios

import (
	"fmt"
	"path"
	"reflect"
	"testing"
	"time"

	"entente/sim"
)

// Whatever loads can be written as one file that loads as the same scenario.
func TestResolvedLoadsAgain(t *testing.T) {
	for _, name := range append(Names(), "triad.toml", "thaw.toml", "league.toml") {
		l := load(t, name, "parameters.threat.intent=0", "levers.all.trade={ 2025 = 1, '2030Q3' = 0.5 }", "levers.all.ties=0")
		if why := again(l); why != "" {
			t.Errorf("%s: %s", name, why)
		}
	}
}

// alike tells whether two scenarios are the same to a run, wherever they come from.
func alike(a, b sim.Scenario) bool {
	a.Origin, b.Origin = sim.Origin{}, sim.Origin{}
	a.Coded, b.Coded = nil, nil // which hangs on comments, and a resolved file has none
	a.Past, b.Past = nil, nil
	return reflect.DeepEqual(a, b)
}

// again says how a scenario differs once written and read; nothing if it does not.
func again(l *Loaded) string {
	text := l.TOML()
	name := path.Join("resolved", l.Scenario.Name+".toml")
	back, err := Load(name, Options{ReadFile: func(file string) ([]byte, error) {
		if file != name { // its history
			return testFiles(path.Base(file))
		}
		return []byte(text), nil
	}})
	if err != nil {
		return fmt.Sprintf("does not load again: %v\n%s", err, text)
	}
	if !alike(back.Scenario, l.Scenario) {
		return fmt.Sprintf("is another scenario when loaded again:\n%+v\nwas\n%+v", back.Scenario, l.Scenario)
	}
	if back.TOML() != text {
		return "is written in another way the second time"
	}
	return ""
}

// Every date that a scenario can say is written back as that date.
func TestDatesWrittenBack(t *testing.T) {
	texts := []string{"2025", "1951-09-08", "2025-12-31", "1996-02-29"}
	for q := 1; q <= 4; q++ {
		texts = append(texts, fmt.Sprintf("2025Q%d", q))
	}
	for _, year := range []int{1000, 1816, 1949, 2025, 9999} {
		for m := 1; m <= 12; m++ {
			texts = append(texts, fmt.Sprintf("%d-%02d", year, m))
			for d := 1; d <= time.Date(year, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day(); d++ {
				texts = append(texts, fmt.Sprintf("%d-%02d-%02d", year, m, d))
			}
		}
	}
	for _, text := range texts {
		d := date(t, text)
		if back := date(t, d.Text()); back != d {
			t.Errorf("%s is written as %s", text, d.Text())
		}
	}
	for _, text := range []string{"2025", "2025Q2", "2025-02", "1951-09-08"} {
		if got := date(t, text).Text(); got != text {
			t.Errorf("%s is written as %s", text, got)
		}
	}
}
