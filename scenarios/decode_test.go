package scenarios

import (
	"reflect"
	"testing"

	"entente/sim"
)

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

// What a scenario may say beside figures: see testdata/good/league.toml.
func TestALeague(t *testing.T) {
	s := load(t, "league.toml").Scenario
	league, union := s.Clauses["league"], s.Clauses["union"]
	for _, c := range []struct {
		why       string
		got, want any
	}{
		{"members and since when", league.Members, map[string]sim.Date{"AAA": date(t, "2031-05-01"), "BBB": 2032}},
		{"a stance on one clause, over time", union.Stance,
			map[string]sim.Series{"BBB": {{Date: 2036, Value: -0.5}, {Date: 2039, Value: 1}}}},
		{"a blessing", union.Blessing, map[string]sim.Series{"DDD": sim.Const(-0.5)}},
		{"postures in their order", s.Rivals["CCC"].Posture,
			sim.Course{{From: 2036, Posture: sim.GreyZone}, {From: 2041, Posture: sim.Overt}}},
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

// Each key of a good scenario is given each of these odd values in turn. The reader takes it or says why not, and what
// it takes can be written and read again. In short, each key is given every third of them, and each of them to every third key.
func TestOddValues(t *testing.T) {
	odd := []string{"nan", "-1", "0", "1", "1e300", "9223372036854775807", "2025", "1951-09-08", "12:00:00", "true", "''",
		"'AAA'", "'all'", "[]", "['AAA']", "['AAA', 'CCC']", "[[1]]", "{}", "{ AAA = 0.5 }", "{ all = 1 }", "{ CCC = 2027 }",
		"{ 2020 = 0.5, '2020Q1' = 0.6 }", "{ 2020 = 0.1, '2025-07' = 0.2 }", "[{ a = 1 }]"}
	taken, tried := 0, 0
	var visit func(n *node, path string)
	visit = func(n *node, path string) {
		for _, k := range n.keys() {
			p := join(path, k)
			for _, value := range odd {
				if tried++; testing.Short() && (tried+tried/len(odd))%3 > 0 {
					continue
				}
				l, err := Load("triad.toml", Options{Set: []string{p + "=" + value}, ReadFile: testFiles})
				if err != nil {
					continue
				}
				taken++
				if why := again(l); why != "" {
					t.Errorf("--set %s=%s: %s", p, value, why)
				}
			}
			if p != "parameters" {
				visit(n.table[k], p)
			}
		}
	}
	visit(load(t, "triad.toml").root, "")
	if taken < 200 && !testing.Short() {
		t.Errorf("only %d of the odd values were taken", taken)
	}
}
