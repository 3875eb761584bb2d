package lab

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// workbench is a scenario in which every mechanism has something to remove. It says nothing about the world. Each call
// builds it anew.
func workbench() sim.Scenario {
	s := sim.Scenario{
		Name: "workbench", Title: "workbench", Start: 2000, End: 2010, Headline: "pact",
		Clauses: map[string]sim.Clause{
			"pact":  {Opens: 2005, Founders: []string{"AAA", "BBB"}, OpenTo: map[string]sim.Date{"CCC": 2008}},
			"other": {Opens: 2009, Founders: []string{"AAA", "OUT"}},
		},
		Ties: map[string]sim.Tie{
			"of founders":            {Members: []string{"AAA", "BBB"}, Since: 1950},
			"with one it is open to": {Members: []string{"CCC", "AAA"}, Since: 2004.5},
			"of the opening day":     {Members: []string{"BBB", "CCC"}, Since: 2005},
			"over by then":           {Members: []string{"AAA", "BBB"}, Since: 1990, Until: 2003},
			"later":                  {Members: []string{"AAA", "BBB"}, Since: 2005.25},
			"with an outsider":       {Members: []string{"AAA", "OUT"}, Since: 1950},
			"of outsiders":           {Members: []string{"FAR", "OUT"}, Since: 1950},
		},
		Arrangements: map[string]sim.Arrangement{
			"of three invited":  {Members: []string{"AAA", "BBB", "CCC"}, Since: 1990},
			"of two and a half": {Members: []string{"AAA", "OUT", "BBB"}, Since: 1990},
			"of one invited":    {Members: []string{"AAA", "FAR", "OUT"}, Since: 1990},
			"of a later day":    {Members: []string{"AAA", "BBB", "CCC"}, Since: 2006},
		},
		Shocks: map[string]sim.Shock{},
	}
	for _, kind := range sim.ShockKinds() {
		s.Shocks[string(kind)+", dated"] = sim.Shock{Kind: kind, Date: 2001, Size: 0.5}
		s.Shocks[string(kind)+", random"] = sim.Shock{Kind: kind, Hazard: 0.5, Size: -0.5}
	}
	groups := reflect.ValueOf(&s.Parameters).Elem()
	for g := range groups.NumField() {
		for k := range groups.Field(g).NumField() {
			groups.Field(g).Field(k).SetFloat(0.5)
		}
	}
	return s
}

// departures lists where b is not a: "- ties.x" for what is missing, "path = value" for what has changed.
func departures(path string, a, b reflect.Value) []string {
	if reflect.DeepEqual(a.Interface(), b.Interface()) {
		return nil
	}
	join := func(key string) string {
		if path == "" {
			return key
		}
		return path + "." + key
	}
	var all []string
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			all = append(all, departures(join(a.Type().Field(i).Name), a.Field(i), b.Field(i))...)
		}
	case reflect.Map:
		for _, key := range a.MapKeys() {
			if v := b.MapIndex(key); v.IsValid() {
				all = append(all, departures(join(key.String()), a.MapIndex(key), v)...)
			} else {
				all = append(all, "- "+join(key.String()))
			}
		}
		for _, key := range b.MapKeys() {
			if !a.MapIndex(key).IsValid() {
				all = append(all, "+ "+join(key.String()))
			}
		}
	default:
		all = append(all, fmt.Sprintf("%s = %v", path, b))
	}
	slices.Sort(all)
	return all
}

func TestEachRemovalTakesWhatItSays(t *testing.T) {
	want := map[string][]string{
		"shocks": {
			"- Shocks.coercion, dated", "- Shocks.coercion, random", "- Shocks.grey-zone, dated", "- Shocks.grey-zone, random",
			"- Shocks.overt, dated", "- Shocks.overt, random",
		},
		"grey-zone": {"Parameters.Threat.Salami = 1"},
		"prior-ties": {
			"- Arrangements.of three invited", "- Arrangements.of two and a half", "- Ties.of founders",
			"- Ties.of the opening day", "- Ties.over by then", "- Ties.with one it is open to",
		},
		"trade":       {"Parameters.Decision.Trade = 0"},
		"volatility":  {"Parameters.Aid.Doubt = 0", "Parameters.Decision.Audience = 0", "Parameters.Decision.Volatility = 0"},
		"friction":    {"Parameters.Decision.Friction = 0"},
		"identity":    {"Parameters.Decision.Unlikeness = 0"},
		"entrapment":  {"Parameters.Decision.Entrapment = 0"},
		"autonomy":    {"Parameters.Decision.Autonomy = 0"},
		"interest":    {"Parameters.Decision.Interest = 0"},
		"sponsorship": {"Parameters.Decision.Sponsorship = 0"},
		"provocation": {"Parameters.Decision.Provocation = 0"},
		"leash":       {"Parameters.Decision.Leash = 0"},
		"novelty":     {"Parameters.Decision.Novelty = 0"},
		"one-danger":  {"Parameters.Danger.Joined = 0"},
		"lasting":     {"Parameters.Politics.Lasting = 0"},
		"stances":     {"Parameters.Decision.Home = 0"},
		"alarm":       {"Parameters.Politics.Alarm = 0"},
		"disputes":    {"Parameters.Decision.Disputes = 0"},
	}
	if len(Mechanisms) != len(want) {
		t.Errorf("there are %d mechanisms, this test knows %d", len(Mechanisms), len(want))
	}
	for _, m := range Mechanisms {
		given := workbench()
		left := m.Remove(given)
		if got := departures("", reflect.ValueOf(workbench()), reflect.ValueOf(left)); !slices.Equal(got, want[m.ID]) {
			t.Errorf("without %s the scenario departs by %q, want %q", m.ID, got, want[m.ID])
		}
		if got := departures("", reflect.ValueOf(workbench()), reflect.ValueOf(given)); got != nil {
			t.Errorf("removing %s changes the scenario it is given: %q", m.ID, got)
		}
		if again := m.Remove(left); !reflect.DeepEqual(left, again) {
			t.Errorf("removed twice, %s takes more than once", m.ID)
		}
	}
}

// Where a rival theory decides, a reason is removed from its rule, if it has that reason, and the default rule is left as
// it is.
func TestRemovalsActOnTheRuleThatDecides(t *testing.T) {
	want := map[string]map[string][]string{
		"balance-of-threat": {}, "power-balance": {}, "prospect-theory": {}, "burden-sharing": {}, "war-stability": {}, "landscape": {},
		"power-disparity":       {"interest": {"Parameters.PowerDisparity.Interest = 0"}},
		"institutional-bargain": {"autonomy": {"Parameters.InstitutionalBargain.Restraint = 0"}},
		"autonomy-security":     {"autonomy": {"Parameters.AutonomySecurity.Autonomy = 0"}},
		"collective-identity": {
			"interest": {"Parameters.CollectiveIdentity.Interest = 0"}, "identity": {"Parameters.CollectiveIdentity.Identity = 0"},
		},
	}
	reasons := []string{"trade", "friction", "identity", "entrapment", "autonomy", "interest", "stances"}
	for theory, gone := range want {
		given := workbench()
		given.Theory = theory
		for _, m := range Mechanisms {
			if !slices.Contains(reasons, m.ID) {
				continue
			}
			got := departures("", reflect.ValueOf(given), reflect.ValueOf(m.Remove(given)))
			if !slices.Equal(got, gone[m.ID]) {
				t.Errorf("under %s the scenario without %s departs by %q, want %q", theory, m.ID, got, gone[m.ID])
			}
		}
	}
}

// What the default rule weighs counts for nothing where another rule decides: there is nothing of it to remove.
func TestTheDefaultRuleIsIdleWhereAnotherDecides(t *testing.T) {
	for _, theory := range sim.Theories()[1:] {
		s := ablated(t, "pacific-2025", "theory="+theory.Name)
		other := s
		d := &other.Parameters.Decision
		d.Interest, d.Autonomy, d.Entrapment, d.Trade, d.Friction, d.Unlikeness, d.Home = 0, 0, 0, 0, 0, 0, 0
		d.Volatility, d.Audience = 0, 0
		c := Compare(t.Context(), worldsOf(s, other), Options{Runs: 10, Seed: 1})
		if a, b := c.Worlds[0], c.Worlds[1]; a.InForce != b.InForce || a.Members != b.Members || len(b.Moved()) > 0 {
			t.Errorf("under %s the weights of the default rule count: %+v with them, %+v without", theory.Name, a.InForce, b.InForce)
		}
	}
}

// Whatever mechanisms are removed together, the order in which they go does not matter.
func TestRemovalsGoInAnyOrder(t *testing.T) {
	all := []sim.Scenario{workbench()}
	for _, name := range scenarios.Names() {
		l, err := scenarios.Load(name, scenarios.Options{Best: true})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, l.Scenario)
	}
	luck := rand.New(rand.NewPCG(1, 2))
	for _, s := range all {
		for _, a := range Mechanisms {
			for _, b := range Mechanisms {
				if !reflect.DeepEqual(Without(s, a, b), Without(s, b, a)) {
					t.Errorf("%s: %s and %s do not go in any order", s.Name, a.ID, b.ID)
				}
			}
		}
		for range 20 {
			some := slices.Clone(Mechanisms)
			luck.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
			some = some[:2+luck.IntN(len(some)-1)]
			one := Without(s, some...)
			slices.Reverse(some)
			if !reflect.DeepEqual(one, Without(s, some...)) {
				t.Errorf("%s: the scenario without %d mechanisms depends on their order", s.Name, len(some))
			}
		}
	}
}

// A shipped scenario without all the mechanisms can still be played.
func TestEveryMechanismAtOnce(t *testing.T) {
	for _, name := range scenarios.Names() {
		l, err := scenarios.Load(name, scenarios.Options{Best: true})
		if err != nil {
			t.Fatal(err)
		}
		e := Play(t.Context(), sim.NewWorld(Without(l.Scenario, Mechanisms...)), Options{Runs: 2, Seed: 1})
		if len(e.Failures) > 0 {
			t.Errorf("%s without any mechanism: %s", name, e.Failures[0].Message)
		}
	}
}

// The what-if that cuts all prior ties, and the mechanism, are one and the same world.
func TestNoPriorTiesIsTheMechanism(t *testing.T) {
	of := func(name string) sim.Scenario {
		l, err := scenarios.Load(name, scenarios.Options{Best: true})
		if err != nil {
			t.Fatal(err)
		}
		s := l.Scenario
		s.Name, s.Title, s.Summary, s.Expectation, s.Expects, s.Base, s.Changes = "", "", "", "", "", "", nil
		return s
	}
	want := withoutPriorTies(of("pacific-2025"))
	for _, d := range departures("", reflect.ValueOf(want), reflect.ValueOf(of("no-prior-ties"))) {
		t.Errorf("no-prior-ties is not the mechanism: %s", d)
	}
}

// Without is a scenario with some mechanisms taken out.
func Without(s sim.Scenario, gone ...Mechanism) sim.Scenario {
	for _, m := range gone {
		s = m.Remove(s)
	}
	return s
}
