package scenarios

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"entente/sim"
)

var dateInText = regexp.MustCompile(`\b[12][0-9]{3}(Q[1-4]|-[01][0-9](-[0-3][0-9])?)?\b`)

// Each scenario of history can be asked about as of each day that it names: it loads, or else the headline was not on the
// table yet, and the fault says just that.
func TestAsOfEachDateOfHistory(t *testing.T) {
	for _, name := range []string{"europe-1947", "asia-1950", "europe-1982", "asia-1991"} {
		whole := load(t, name)
		opens := whole.Scenario.Clauses[whole.Scenario.Headline].Opens
		days := map[sim.Date]bool{}
		own := whole.files[len(whole.files)-1]
		for i := range own.lines {
			line, _, _ := strings.Cut(own.lineText(i), "#")
			for _, text := range dateInText.FindAllString(line, -1) {
				if day, err := sim.ParseDate(text); err == nil {
					days[day] = true
				}
			}
		}
		if len(days) < 50 {
			t.Errorf("%s: found only %d dates in it", name, len(days))
		}
		for k, day := range slices.Sorted(maps.Keys(days)) {
			if testing.Short() && k%10 > 0 {
				continue
			}
			l, err := Load(name, Options{AsOf: day})
			switch {
			case day < opens:
				faults, _ := err.(Faults)
				if len(faults) != 1 || !strings.Contains(faults[0].Message, "the headline was not on the table") {
					t.Errorf("%s as of %s, before the headline opens: %v", name, day.Text(), err)
				}
			case err != nil:
				t.Errorf("%s as of %s: %v", name, day.Text(), err)
			default:
				for _, later := range laterDates(l.Scenario, day) {
					t.Errorf("%s as of %s still knows of %s", name, day.Text(), later)
				}
			}
		}
	}
}

// A figure known only from later on is carried back, level, and told; what is set in its place is not.
func TestAsOfCarriesBack(t *testing.T) {
	const file = "format = 1\nbase = \"crossroads.toml\"\n[states.AAA]\nstance = { 2030 = 0.3, 2031 = 0.6 }\n"
	read := func(name string) ([]byte, error) {
		if name == "late.toml" {
			return []byte(file), nil
		}
		return testFiles(name)
	}
	l, err := Load("late.toml", Options{AsOf: 2027, ReadFile: read})
	if err != nil {
		t.Fatal(err)
	}
	if want := sim.Const(0.3); !reflect.DeepEqual(l.Scenario.States["AAA"].Stance, want) {
		t.Errorf("the stance is %v, want %v", l.Scenario.States["AAA"].Stance, want)
	}
	if want := "states.AAA.stance = 0.3 (2030)"; !slices.Contains(l.Carried, want) {
		t.Errorf("carried back are %v, want %s among them", l.Carried, want)
	}
	l, err = Load("late.toml", Options{AsOf: 2027, ReadFile: read, Set: []string{"states.AAA.stance=0.1"}})
	if err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(l.Carried, func(c string) bool { return strings.Contains(c, "AAA.stance") }) {
		t.Errorf("what is set is told as carried back: %v", l.Carried)
	}
}
