package scenarios

import (
	"fmt"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"entente/sim"
)

// load reads a scenario of the tests, with --sets.
func load(t *testing.T, name string, sets ...string) *Loaded {
	t.Helper()
	l, err := Load(name, Options{Set: sets, ReadFile: testFiles})
	if err != nil {
		t.Fatalf("%s %v: %v", name, sets, err)
	}
	return l
}

func date(t *testing.T, text string) sim.Date {
	t.Helper()
	d, err := sim.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// What a file says is what sim gets, in each of the ways in which a file may say it.
func TestFiguresRead(t *testing.T) {
	s := load(t, "triad.toml").Scenario
	for _, c := range []struct {
		why       string
		got, want any
	}{
		{"a scenario is called after its file", s.Name, "triad"},
		{"a text over two lines", s.Summary, "Two neighbours and the state\nthey fear."},
		{"a year as a number", s.Start, sim.Date(2025)},
		{"a quarter in quotes", s.End, date(t, "2035Q4")},
		{"a tick is a quarter unless said otherwise", s.Tick, sim.Quarter},
		{"a whole number for a plain figure", s.States["AAA"].Latitude, 10.0},
		{"a dated series in one line", s.States["AAA"].Capability,
			sim.Series{{Date: 2015, Value: 0.02}, {Date: date(t, "2022Q3"), Value: 0.03}}},
		{"a dated series as a table", s.States["CCC"].Capability,
			sim.Series{{Date: 2010, Value: 0.1}, {Date: 2020, Value: 0.15}}},
		{"a constant", s.States["AAA"].Openness, sim.Const(0.5)},
		{"a figure by rival, with a dot", s.States["BBB"].Trade, map[string]sim.Series{"CCC": sim.Const(0.3)}},
		{"the middle of the parties is the stance if not given", s.States["AAA"].Centre, sim.Const(0.3)},
		{"the middle of the parties as given", s.States["BBB"].Centre, sim.Const(-0.1)},
		{"partners believe a state unless said otherwise", s.States["AAA"].Commitment, sim.Const(1)},
		{"a figure that may be left out", s.States["AAA"].GDP, sim.Series(nil)},
		{"elections in three ways", s.States["AAA"].Elections, []sim.Date{2026, date(t, "2028Q2"), date(t, "2030-07-01")}},
		{"a bar in one line", s.States["BBB"].Barred, &sim.Bar{Until: 2028, Reason: "occupied"}},
		{"no bar", s.States["AAA"].Barred, (*sim.Bar)(nil)},
		{"a day without quotes", s.Ties["aaa-bbb"].Since, date(t, "1951-09-08")},
		{"a list over several lines", s.Arrangements["trio"].Members, []string{"AAA", "BBB", "CCC"}},
		{"two ratifications unless said otherwise", s.Clauses["pact"].Minimum, 2},
		{"all must agree unless said otherwise", s.Clauses["pact"].Consent, sim.Unanimous},
		{"all but the actor feel it, one more than others", s.Shocks["landing"].Felt,
			map[string]float64{"AAA": 1, "BBB": 0.3}},
		{"a list feels it in full", s.Shocks["elections"].Felt, map[string]float64{"BBB": 1}},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.why, c.got, c.want)
		}
	}
}

// A scenario may be another one, except.
func TestBaseExcept(t *testing.T) {
	l := load(t, "thaw.toml")
	s, base := l.Scenario, load(t, "triad.toml").Scenario
	for _, c := range []struct {
		why       string
		got, want any
	}{
		{"the files, lowest first", l.Layers, []string{"parameters.toml", "triad.toml", "thaw.toml"}},
		{"the name is that of the file on top", s.Name, "thaw"},
		{"a figure replaced", s.States["AAA"].Stance, sim.Const(0.6)},
		{"a series replaced whole", s.States["AAA"].Capability, sim.Const(0.04)},
		{"a figure of the base", s.States["AAA"].Openness, base.States["AAA"].Openness},
		{"a state of the base", s.States["CCC"], base.States["CCC"]},
		{"a state added", s.States["DDD"].Name, "Delta"},
		{"what all of a kind leaves out", len(s.Relations), 0},
		{"what one path leaves out", s.States["BBB"].Barred, (*sim.Bar)(nil)},
		{"a list for open_to means from the opening", s.Clauses["pact"].OpenTo,
			map[string]sim.Date{"DDD": base.Clauses["pact"].Opens}},
		{"shares of a shock are merged", s.Shocks["landing"].Felt, map[string]float64{"AAA": 1, "BBB": 0.3, "DDD": 0.5}},
		{"a parameter that departs is told", l.Overrides, []Override{{"parameters.threat.chronic", "0.6"}}},
		{"and counts", s.Parameters.Threat.Chronic, 0.6},
		{"the others stay", s.Parameters.Threat.Fade, base.Parameters.Threat.Fade},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.why, c.got, c.want)
		}
	}
}

func TestSet(t *testing.T) {
	for _, c := range []struct {
		set  string
		got  func(s sim.Scenario) any
		want any
	}{
		{"states.AAA.stance=-1", func(s sim.Scenario) any { return s.States["AAA"].Stance }, sim.Const(-1)},
		{" states.AAA.stance = 0.5 ", func(s sim.Scenario) any { return s.States["AAA"].Stance }, sim.Const(0.5)},
		{"states.AAA.stance={2025=0, 2030=1}", func(s sim.Scenario) any { return len(s.States["AAA"].Stance) }, 2},
		{"states.AAA.stance={'2025Q2'=0, 2025-01=1}", func(s sim.Scenario) any { return s.States["AAA"].Stance },
			sim.Series{{Date: 2025, Value: 1}, {Date: 2025.25, Value: 0}}},
		{"states.AAA.stance={2025-12=1, '2025Q3'=0}", func(s sim.Scenario) any { return s.States["AAA"].Stance[0].Date },
			sim.Date(2025.5)},
		{"states.AAA.elections=[2030, 2026]", func(s sim.Scenario) any { return s.States["AAA"].Elections },
			[]sim.Date{2026, 2030}},
		{"states.AAA.trade.CCC=0.1", func(s sim.Scenario) any { return s.States["AAA"].Trade["CCC"] }, sim.Const(0.1)},
		{"rivals.CCC.posture=overt", func(s sim.Scenario) any { return s.Rivals["CCC"].Posture }, sim.Steady(sim.Overt)},
		{`rivals.CCC.posture="overt"`, func(s sim.Scenario) any { return s.Rivals["CCC"].Posture }, sim.Steady(sim.Overt)},
		{"relations.AAA-BBB.friction=0", func(s sim.Scenario) any { return s.Relations["AAA-BBB"].Friction }, sim.Const(0)},
		{"relations.BBB-CCC.friction=1", func(s sim.Scenario) any { return s.Relations["BBB-CCC"].Friction }, sim.Const(1)},
		{"end=2040-07", func(s sim.Scenario) any { return s.End }, sim.Date(2040.5)},
		{"end=2040-07-01", func(s sim.Scenario) any { return s.End }, sim.Date(2040.5)},
		{"title=A pact, and more", func(s sim.Scenario) any { return s.Title }, "A pact, and more"},
		{"clauses.pact.open_to=[]", func(s sim.Scenario) any { return s.Clauses["pact"].OpenTo }, map[string]sim.Date(nil)},
		{"levers.all.trade=0.5", func(s sim.Scenario) any { return s.Levers[sim.Everyone].Trade }, sim.Const(0.5)},
		{"levers.all.ties=0.5", func(s sim.Scenario) any { return s.Levers[sim.Everyone].Trade }, sim.Const(1)},
		{"levers.BBB.threat={2025=1, '2030Q3'=2}", func(s sim.Scenario) any { return s.Levers["BBB"].Threat },
			sim.Series{{Date: 2025, Value: 1}, {Date: 2030.5, Value: 2}}},
		{"parameters.threat.intent=0", func(s sim.Scenario) any { return s.Parameters.Threat.Intent }, 0.0},
	} {
		l := load(t, "triad.toml", c.set)
		if got := c.got(l.Scenario); !reflect.DeepEqual(got, c.want) {
			t.Errorf("--set %s: %v, want %v", c.set, got, c.want)
		}
		key, value, _ := strings.Cut(c.set, "=")
		want := []Override{{strings.TrimSpace(key), strings.TrimSpace(value)}}
		if !reflect.DeepEqual(l.Overrides, want) {
			t.Errorf("--set %s is told as %v, want %v", c.set, l.Overrides, want)
		}
	}
	l := load(t, "thaw.toml", "states.AAA.stance=0", "states.BBB.stance=0.1", "states.AAA.stance=1")
	if got := l.Scenario.States["AAA"].Stance.At(2025); got != 1 {
		t.Errorf("of two --sets for one path the first won: %v", got)
	}
	want := []Override{{"parameters.threat.chronic", "0.6"}, {"states.BBB.stance", "0.1"}, {"states.AAA.stance", "1"}}
	if !reflect.DeepEqual(l.Overrides, want) {
		t.Errorf("told %v, want %v", l.Overrides, want)
	}
}

func TestCite(t *testing.T) {
	l := load(t, "thaw.toml", "states.BBB.stance=0.5", "shocks.landing.felt={ AAA = 0.9 }")
	for _, c := range []struct {
		why, path string
		want      Citation
	}{
		{"beside the figure", "states.AAA.openness", Citation{"by hand: openness of Alfa", "triad.toml", 16}},
		{"beside the figure that replaced it", "states.AAA.stance",
			Citation{"rubric: has welcomed the clause", "thaw.toml", 9}},
		{"beside the table around it", "states.BBB.polyarchy", Citation{"by hand: the figures of Bravo", "triad.toml", 28}},
		{"of a row", "states.BBB", Citation{"by hand: the figures of Bravo", "triad.toml", 28}},
		{"of a row in two layers, from the top down", "shocks.landing.size",
			Citation{"by hand: a landing", "triad.toml", 106}},
		{"of a dated number", "states.CCC.capability.2010", Citation{"by hand: a rising power", "triad.toml", 58}},
		{"of a share in one line", "shocks.landing.felt.DDD", Citation{"by hand: Delta is near", "thaw.toml", 30}},
		{"of a figure with a dot", "states.BBB.trade.CCC", Citation{"by hand: trade of Bravo", "triad.toml", 34}},
		{"of a member", "states.BBB.trade", Citation{"by hand: the figures of Bravo", "triad.toml", 28}},
		{"of what is left to the stance", "states.DDD.centre", Citation{"by hand: the figures of Delta", "thaw.toml", 12}},
		{"behind the end of a list", "arrangements.trio.members", Citation{"by hand: the three", "triad.toml", 83}},
		{"set", "states.BBB.stance", Citation{"set on the command line", "--set 1", 1}},
		{"set within a table", "shocks.landing.felt.AAA", Citation{"set on the command line", "--set 2", 1}},
		{"a row of which one figure is set", "shocks.elections.size", Citation{"by hand: all of it", "triad.toml", 113}},
		{"a parameter that a file changes", "parameters.threat.chronic",
			Citation{"what if standing contests alarmed more?", "thaw.toml", 33}},
	} {
		if got, ok := l.Cite(c.path); got != c.want || !ok {
			t.Errorf("%s, %s: %v %v, want %v", c.why, c.path, got, ok, c.want)
		}
	}
	if c, ok := l.Cite("parameters.trade.cut"); !ok || c.File != parametersFile || c.Text == "" {
		t.Errorf("a parameter is cited as %v", c)
	}
	for _, path := range []string{"title", "states.AAA.name", "states.XXX", "", "states.AAA.stance.2025.x"} {
		if c, ok := l.Cite(path); ok && c.Text == "" {
			t.Errorf("%q is cited as %v without a text", path, c)
		}
	}
	for _, path := range []string{"title", "states.BBB.spread"} { // the comment in the base is about another figure
		if c, ok := l.Cite(path); ok {
			t.Errorf("%s has no comment, but is cited as %v", path, c)
		}
	}
}

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

func TestNames(t *testing.T) {
	if _, err := Load("no-such-scenario", Options{}); err == nil || !strings.Contains(err.Error(), "no shipped scenario") {
		t.Errorf("a name that is not shipped: %v", err)
	}
	if _, err := Load("./none.toml", Options{}); err == nil || !strings.Contains(err.Error(), "no file ./none.toml") {
		t.Errorf("a file that is not there: %v", err)
	}
	if slices.Contains(Names(), "parameters") {
		t.Error("the parameters pass for a scenario")
	}
	for _, name := range Names() {
		slip := name[:1] + name[2:]
		if _, err := Load(slip, Options{}); err == nil || !strings.Contains(err.Error(), "did you mean "+name) {
			t.Errorf("%s for %s: %v", slip, name, err)
		}
	}
}

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

func TestBasesWithoutEnd(t *testing.T) {
	files := 0
	deeper := func(string) ([]byte, error) {
		files++
		return []byte("format = 1\nbase = \"x/y.toml\"\n"), nil
	}
	if _, err := Load("x/y.toml", Options{ReadFile: deeper}); err == nil || !strings.Contains(err.Error(), "16th below") {
		t.Errorf("bases without end: %v", err)
	}
	if files != deepest+1 {
		t.Errorf("read %d files before giving up, want %d", files, deepest+1)
	}
}

func TestSuggestions(t *testing.T) {
	for _, c := range []struct {
		word  string
		known []string
		want  string
	}{
		{"opennes", []string{"openness", "name"}, "; did you mean openness?"},
		{"CNH", []string{"CHN", "PRK"}, "; did you mean CHN?"},
		{"jpn", []string{"JPN", "KOR"}, "; did you mean JPN?"},
		{"FRA", []string{"AAA", "BBB"}, " (there are AAA and BBB)"},
		{"FRA", []string{"USSR"}, " (there is only USSR)"},
		{"FRA", nil, ""},
	} {
		if got := Suggest(c.word, c.known); got != c.want {
			t.Errorf("%q for %q, want %q", got, c.word, c.want)
		}
	}
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "abc", 3}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "ab", 1}, {"abcd", "abxd", 1}, {"ca", "abc", 3}} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("%q and %q are %d apart, want %d", c.a, c.b, got, c.want)
		}
	}
}

// A reason that stands above its figure is told with it.
func TestCiteReadsOnAbove(t *testing.T) {
	l, err := Load("asia-1950", Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, ok := l.Cite("states.USA.stance")
	if !ok || !strings.HasPrefix(c.Text, "rubric: -0.5 Acheson, May 1949") || !strings.HasSuffix(c.Text, "(memory).") {
		t.Errorf("the reason for the American stance is told as %q", c.Text)
	}
}

// The base of a scenario is what Load reads it by.
func TestBaseIsWhatLoadReads(t *testing.T) {
	for name, want := range map[string]string{
		"pacific-2025": "", "europe-1982": "europe-1947", "testdata/good/triad.toml": "",
		"testdata/good/thaw.toml": "testdata/good/triad.toml",
	} {
		l, err := Load(name, Options{Set: []string{"title=\"What if\""}})
		if err != nil {
			t.Fatal(err)
		}
		if l.Base != want {
			t.Errorf("the base of %s is said to be %q, want %q", name, l.Base, want)
		}
		if l.Base != "" {
			if _, err := Load(l.Base, Options{}); err != nil {
				t.Errorf("the base of %s cannot be loaded: %v", name, err)
			}
		}
	}
}

// What a scenario may say beside figures: see testdata/good/league.toml.
func TestALeague(t *testing.T) {
	s := load(t, "league.toml").Scenario
	league, union := s.Clauses["league"], s.Clauses["union"]
	for _, c := range []struct {
		why       string
		got, want any
	}{
		{"members and since when", league.Members, map[string]sim.Date{"AAA": date(t, "2031-05-01"), "BBB": 2032}},
		{"a stance on one clause, over time", union.Stance, map[string]sim.Series{"BBB": {{Date: 2036, Value: -0.5}, {Date: 2039, Value: 1}}}},
		{"a blessing", union.Blessing, map[string]sim.Series{"DDD": sim.Const(-0.5)}},
		{"postures in their order", s.Rivals["CCC"].Posture, sim.Course{{From: 2036, Posture: sim.GreyZone}, {From: 2041, Posture: sim.Overt}}},
		{"a shock that names nobody", len(s.Shocks["quake"].Felt), 0},
		{"where it struck", [2]float64{s.Shocks["quake"].Latitude, s.Shocks["quake"].Longitude}, [2]float64{15, 22}},
		{"what ended", s.Truth["league"].Ended, sim.Date(2040)},
		{"what grew", s.Truth["league"].Ties, map[string]sim.TrueTie{"AAA-BBB": {Kind: sim.Access, Since: 2042}}},
		{"days at which membership is scored", s.Truth["union"].By, []sim.Date{2041, 2043.5}},
		{"targets", s.Targets, sim.Targets{Brier: 0.3, Accuracy: 0.5}},
		{"the history as it stands in its file", s.Past.Scenario.Title, "Triad"},
		{"to its end", s.Past.Scenario.Eve(s.Start), date(t, "2035Q4")},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.why, c.got, c.want)
		}
	}
	if past := load(t, "league.toml", "states.AAA.stance=1").Scenario.Past.Scenario; past.States["AAA"].Stance.At(2030) != 0.3 {
		t.Error("a --set reaches the history")
	}
	run := sim.NewRun(sim.NewWorld(s))
	run.Start(1, 0)
	for run.Step() {
		if run.Tick == 0 && !run.InForce(run.World().Headline()) {
			t.Error("the league is not in force when the scenario starts")
		}
	}
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
