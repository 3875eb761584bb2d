package scenarios

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"entente/sim"
)

// loadAsOf reads a scenario as of a day.
func loadAsOf(t *testing.T, name, day string, sets ...string) (*Loaded, error) {
	t.Helper()
	return Load(name, Options{Set: sets, ReadFile: testFiles, AsOf: date(t, day)})
}

// A forecast has what was known on its day, and nothing else.
func TestAsOfRefuses(t *testing.T) {
	l, err := loadAsOf(t, "crossroads.toml", "2026-06-01")
	if err != nil {
		t.Fatal(err)
	}
	s := l.Scenario
	for _, c := range []struct {
		why       string
		got, want any
	}{
		{"a series ends on the day", s.States["AAA"].Stance, sim.Series{{Date: 2025, Value: 0}, {Date: 2026, Value: 0.3}}},
		{"and so does what is left to it", s.States["AAA"].Centre, s.States["AAA"].Stance},
		{"and stays level", s.States["AAA"].Stance.At(2030), 0.3},
		{"a figure without a date stays", s.States["AAA"].Openness, sim.Const(0.5)},
		{"a figure by rival", s.States["BBB"].Trade, map[string]sim.Series{"CCC": {{Date: 2025, Value: 0.3}}}},
		{"elections held are known", s.States["AAA"].Elections, []sim.Date{2026}},
		{"those to come are not", s.States["BBB"].Elections, []sim.Date(nil)},
		{"a bar to come", s.States["AAA"].Barred, (*sim.Bar)(nil)},
		{"the end of a bar", s.States["BBB"].Barred, &sim.Bar{Reason: "occupied"}},
		{"a treaty to come", sorted(s.Ties), []string{"aaa-bbb"}},
		{"the end of a treaty", s.Ties["aaa-bbb"].Until, sim.Date(0)},
		{"an arrangement to come", sorted(s.Arrangements), []string{"trio"}},
		{"the end of an arrangement", s.Arrangements["trio"].Until, sim.Date(0)},
		{"a clause to come", sorted(s.Clauses), []string{"pact"}},
		{"the deadline of a clause", s.Clauses["pact"].Closes, sim.Date(0)},
		{"an invitation to come", s.Clauses["pact"].OpenTo, map[string]sim.Date(nil)},
		{"a shock to come; one by chance stays", sorted(s.Shocks), []string{"elections"}},
		{"with its window", s.Shocks["elections"].Until, sim.Date(2030)},
		{"the record stays with its clause", sorted(s.Truth), []string{"pact"}},
		{"whole", s.Truth["pact"].Signed, map[string]sim.Date{"AAA": 2028}},
		{"the time played stays", s.End, date(t, "2035Q4")},
		{"all is told, sorted", l.Refused, []string{
			"arrangements.duo.since (2026-06-02)", "arrangements.trio.until (2031)", "clauses.pact.closes (2029)",
			"clauses.pact.open_to.DDD (2030)", "clauses.sequel.opens (2032)", "shocks.landing.date (2030)",
			"states.AAA.barred.from (2027)", "states.AAA.elections (2028Q2)", "states.AAA.elections (2030Q3)",
			"states.AAA.stance (2027)", "states.BBB.barred.until (2028)", "states.BBB.elections (2029)",
			"states.BBB.trade.CCC (2028)", "ties.aaa-bbb.until (2027Q2)", "ties.bbb-ccc.since (2028)",
		}},
		{"and is no override", l.Overrides, []Override(nil)},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.why, c.got, c.want)
		}
	}
}

// A lever in the file is a figure like others: its later points are refused. One that is set is not.
func TestAsOfRefusesLaterPointsOfLevers(t *testing.T) {
	const file = "format = 1\nbase = \"crossroads.toml\"\n[levers.all]\ntrade = { 2025 = 1, 2030 = 0.5 }\n"
	for _, c := range []struct {
		sets    []string
		at2030  float64
		refused bool
	}{{nil, 1, true}, {[]string{"levers.all.trade={2025=1, 2030=0.25}"}, 0.25, false}} {
		l, err := Load("decoupling.toml", Options{AsOf: 2027, Set: c.sets, ReadFile: func(name string) ([]byte, error) {
			if name == "decoupling.toml" {
				return []byte(file), nil
			}
			return testFiles(name)
		}})
		if err != nil {
			t.Fatal(err)
		}
		if got := l.Scenario.Levers[sim.Everyone].Trade.At(2030); got != c.at2030 {
			t.Errorf("%v: as of 2027 the lever on trade is %v in 2030, want %v", c.sets, got, c.at2030)
		}
		if got := slices.Contains(l.Refused, "levers.all.trade (2030)"); got != c.refused {
			t.Errorf("%v: refused are %v", c.sets, l.Refused)
		}
	}
}

// What is dated on the day itself is known.
func TestAsOfTheDayItself(t *testing.T) {
	l, err := loadAsOf(t, "crossroads.toml", "2027")
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Scenario.States["AAA"].Stance.At(2030); got != 0.6 {
		t.Errorf("as of 2027 the stance is %v, and that of 2027 is 0.6", got)
	}
	if l.Scenario.States["AAA"].Barred == nil {
		t.Error("as of 2027 the bar of 2027 is not known")
	}
}

// A what-if is no fact: what the user sets stays, whatever its date.
func TestAsOfKeepsWhatIsSet(t *testing.T) {
	for _, c := range []struct {
		set string
		got func(s sim.Scenario) any
	}{
		{"states.AAA.stance={2025=0, 2030=1}", func(s sim.Scenario) any { return s.States["AAA"].Stance.At(2030) == 1 }},
		{"states.BBB.trade.CCC={2030=0.1}", func(s sim.Scenario) any { return s.States["BBB"].Trade["CCC"].At(2026) == 0.1 }},
		{"states.BBB.elections=[2028]", func(s sim.Scenario) any { return len(s.States["BBB"].Elections) == 1 }},
		{"states.AAA.barred.from=2028", func(s sim.Scenario) any { return s.States["AAA"].Barred != nil }},
		{"states.BBB.barred.until=2029", func(s sim.Scenario) any { return s.States["BBB"].Barred.Until == 2029 }},
		{"ties.bbb-ccc.since=2027", func(s sim.Scenario) any { return s.Ties["bbb-ccc"].Since == 2027 }},
		{"arrangements.trio.until=2027", func(s sim.Scenario) any { return s.Arrangements["trio"].Until == 2027 }},
		{"clauses.sequel.opens=2031", func(s sim.Scenario) any { return s.Clauses["sequel"].Opens == 2031 }},
		{"clauses.pact.opens=2031", func(s sim.Scenario) any { return s.Clauses["pact"].Opens == 2031 }},
		{"clauses.pact.closes=2028", func(s sim.Scenario) any { return s.Clauses["pact"].Closes == 2028 }},
		{"clauses.pact.open_to={DDD=2028}", func(s sim.Scenario) any { return s.Clauses["pact"].OpenTo["DDD"] == 2028 }},
		{"shocks.landing.date=2029", func(s sim.Scenario) any { return s.Shocks["landing"].Date == 2029 }},
	} {
		sets := []string{c.set}
		if c.set == "clauses.pact.opens=2031" { // the file has it close before
			sets = append(sets, "clauses.pact.closes=2032")
		}
		l, err := loadAsOf(t, "crossroads.toml", "2026-06-01", sets...)
		if err != nil {
			t.Errorf("--set %s: %v", c.set, err)
		} else if c.got(l.Scenario) != true {
			t.Errorf("--set %s is refused", c.set)
		}
	}
	l, err := loadAsOf(t, "crossroads.toml", "2026-06-01", "states.AAA.capability=0.5")
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Scenario.States["AAA"].Stance.At(2030); got != 0.3 {
		t.Errorf("with another figure of the state set, its stance of 2030 is %v: a later fact came in", got)
	}
}

// Whoever may join from the first day of a clause may do so whatever the user makes of that day.
func TestAsOfKeepsListsOpen(t *testing.T) {
	l, err := loadAsOf(t, "thaw.toml", "2026-06-01", "clauses.pact.opens=2027")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := l.Scenario.Clauses["pact"].OpenTo, map[string]sim.Date{"DDD": 2027}; !maps.Equal(got, want) {
		t.Errorf("open to %v, want %v", got, want)
	}
}

// As of a day when all is over, nothing is refused and nothing is changed.
func TestAsOfFarAhead(t *testing.T) {
	for _, name := range append(Names(), "triad.toml", "thaw.toml", "crossroads.toml") {
		l, err := loadAsOf(t, name, "2999")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(l.Refused) > 0 || !alike(l.Scenario, load(t, name).Scenario) {
			t.Errorf("%s is another scenario as of 2999, and refuses %v", name, l.Refused)
		}
	}
}

var remedy = regexp.MustCompile(`(?m) --set ([a-zA-Z]\S+=\S+)$`)

// No fact later than the day is left, nothing that is left speaks of what is gone, the scenario loads again as it is,
// and there is no more to refuse in it. Before the headline was on the table the fault says how to suppose that it was, and
// that works.
func TestAsOfNothingLater(t *testing.T) {
	for _, c := range []struct{ name, days string }{
		{"europe-1947", "1946 1948-06-01 1951"},
		{"asia-1950", "1949-06-01 1952"},
		{"europe-1982", "1960"}, {"asia-1991", "1999 2010-05-05"},
		{"pacific-2025", "2024 2025-07-01"}, {"crossroads.toml", "2020 2026-06-01 2026-06-02 2028 2031"},
	} {
		for _, day := range regexp.MustCompile(`\S+`).FindAllString(c.days, -1) {
			asOf := date(t, day)
			l, err := loadAsOf(t, c.name, day)
			if err != nil {
				var sets []string
				for _, found := range remedy.FindAllStringSubmatch(err.Error(), -1) {
					sets = append(sets, found[1])
				}
				if len(sets) != len(err.(Faults)) {
					t.Errorf("%s as of %s: %d faults and %d ways out", c.name, day, len(err.(Faults)), len(sets))
				}
				if l, err = loadAsOf(t, c.name, day, sets...); err != nil {
					t.Errorf("%s as of %s: the ways out lead to\n%v", c.name, day, err)
					continue
				}
			}
			where := fmt.Sprintf("%s as of %s", c.name, day)
			if len(l.Refused) == 0 || !slices.IsSorted(l.Refused) {
				t.Errorf("%s refuses %v", where, l.Refused)
			}
			for _, later := range laterDates(l.Scenario, asOf) {
				t.Errorf("%s still knows of %s", where, later)
			}
			if why := again(l); why != "" {
				t.Errorf("%s %s", where, why)
			}
			read := func(string) ([]byte, error) { return []byte(l.TOML()), nil }
			twice, err := Load("./reduced.toml", Options{ReadFile: read, AsOf: asOf})
			if err != nil {
				t.Errorf("%s: reduced twice: %v", where, err)
			} else if len(twice.Refused) > 0 {
				t.Errorf("%s: the second time it refuses %v", where, twice.Refused)
			}
		}
	}
}

// laterDates finds whatever is dated later than a day, but for the time played, the windows of random shocks and the
// record.
func laterDates(s sim.Scenario, asOf sim.Date) []string {
	s.Start, s.End, s.Truth, s.Shocks = 0, 0, nil, maps.Clone(s.Shocks)
	for id, x := range s.Shocks {
		if x.Hazard > 0 {
			x.Date, x.Until = 0, 0
			s.Shocks[id] = x
		}
	}
	var found []string
	var visit func(v reflect.Value, path string)
	visit = func(v reflect.Value, path string) {
		switch {
		case v.Type() == dateType:
			if sim.Date(v.Float()) > asOf {
				found = append(found, fmt.Sprintf("%s in %v", path, v.Float()))
			}
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				visit(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
		case v.Kind() == reflect.Map:
			for _, k := range v.MapKeys() {
				visit(v.MapIndex(k), path+"."+k.String())
			}
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				visit(v.Index(i), path)
			}
		case v.Kind() == reflect.Pointer && !v.IsNil():
			visit(v.Elem(), path)
		}
	}
	visit(reflect.ValueOf(s), "")
	return found
}

// As of a day before something happened it has not: the members of a day to come, the posture, and what of the history is later.
func TestALeagueAsOfADay(t *testing.T) {
	l, err := Load("league.toml", Options{ReadFile: testFiles, AsOf: 2031.5, Set: []string{"headline=league"}})
	if err != nil {
		t.Fatal(err)
	}
	s := l.Scenario
	if len(s.Clauses["league"].Members) != 0 {
		t.Errorf("in the middle of 2031 one state is bound, so none is, but it binds %v", s.Clauses["league"].Members)
	}
	if got := s.Rivals["CCC"].Posture; !slices.Equal(got, sim.Steady(sim.GreyZone)) {
		t.Errorf("the posture is %v, want that of 2036 carried back", got)
	}
	if _, ok := s.Past.Scenario.Shocks["landing"]; !ok {
		t.Error("the landing of 2030 was known in 2031")
	}
	if _, ok := s.Shocks["quake"]; ok {
		t.Error("the war of 2038 was known in 2031")
	}
}

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
			if testing.Short() && k%40 > 0 {
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

var dateInText = regexp.MustCompile(`\b[12][0-9]{3}(Q[1-4]|-[01][0-9](-[0-3][0-9])?)?\b`)
