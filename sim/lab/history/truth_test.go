package history

import (
	"slices"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

// league is a world with something of every kind that a truth can say, and one run of it. PACT is founded by AAA, BBB and CCC and
// open to DDD; OLD has bound AAA and BBB since before; DRAFT never comes.
func league() *endings {
	states := map[string]sim.State{}
	for _, id := range []string{"AAA", "BBB", "CCC", "DDD", "RIV"} {
		states[id] = sim.State{Name: id, Capability: sim.Const(0.1), Polyarchy: sim.Const(0.9)}
	}
	against := []string{"RIV"}
	w := &sim.World{
		Calendar: sim.NewCalendar(2000, 2009.75, sim.Quarter), States: []string{"AAA", "BBB", "CCC", "DDD", "RIV"},
		Clauses: []string{"draft", "old", "pact"},
		Scenario: sim.Scenario{
			Name: "league", Title: "A league.", States: states, Headline: "pact",
			Clauses: map[string]sim.Clause{
				"pact": {Title: "Pact", Founders: []string{"AAA", "BBB", "CCC"}, OpenTo: map[string]sim.Date{"DDD": 2002},
					Against: against},
				"old": {Title: "Old", Founders: []string{"AAA", "BBB"}, Members: map[string]sim.Date{"AAA": 1990, "BBB": 1990},
					Against: against},
				"draft": {Title: "Draft", Founders: []string{"AAA", "CCC"}, Closes: 2003, Against: against},
			},
			Truth: map[string]sim.Truth{
				"pact": {Signed: map[string]sim.Date{"AAA": 2001, "BBB": 2001}, InForce: 2002,
					Members:  map[string]sim.Date{"AAA": 2002, "BBB": 2002, "DDD": 2006},
					NotAsked: []string{"CCC"}, By: []sim.Date{2005},
					Ties: map[string]sim.TrueTie{"AAA-CCC": {Kind: sim.Access, Since: 2004}, "BBB-CCC": {Kind: sim.Access}}},
				"old":   {Left: map[string]sim.Date{"BBB": 2004}},
				"draft": {},
			},
		},
	}
	n := len(w.States)
	run := &lab.Ending{First: []int32{-1, 0, 8}, AtEnd: []bool{false, true, true}, Ties: []int32{30, 20}}
	for range 3 * n {
		run.Signed, run.Ratified, run.Bound = append(run.Signed, -1), append(run.Ratified, -1), append(run.Bound, false)
	}
	at := func(clause, id string) int { return w.Clause(clause)*n + w.State(id) }
	run.Bound[at("old", "BBB")] = true
	for id, signed := range map[string]int32{"AAA": 4, "BBB": 5, "DDD": 12} {
		run.Signed[at("pact", id)], run.Ratified[at("pact", id)] = signed, signed+3
	}
	run.Ratified[at("pact", "DDD")] = 39 // it applies in 2003 and is let in at the very end
	run.Signed[at("draft", "AAA")] = 2
	return &endings{world: w, runs: []*lab.Ending{run}}
}

func TestATruthIsTurnedIntoClaims(t *testing.T) {
	v := league().judge(EpisodeOf(league().world.Scenario), 1)
	type told struct {
		truth bool
		count int
	}
	got := map[string]told{}
	for _, c := range v.Claims {
		if _, twice := got[c.About]; twice {
			t.Errorf("%q is claimed twice", c.About)
		}
		got[c.About] = told{c.Truth, c.Chance.Count}
	}
	want := map[string]told{
		"AAA signs the Pact by 2002Q1":                 {true, 1},
		"BBB signs the Pact by 2002Q1":                 {true, 1},
		"AAA is a member of the Pact by 2003Q1":        {true, 1}, // ratified in tick 7, bound from tick 8
		"BBB is a member of the Pact by 2003Q1":        {true, 1},
		"AAA is a member of the Pact by 2005Q1":        {true, 1},
		"BBB is a member of the Pact by 2005Q1":        {true, 1},
		"DDD is a member of the Pact by 2005Q1":        {false, 0}, // it has applied, and is none
		"DDD is a member of the Pact by 2007Q1":        {true, 0},
		"the Pact is in force by 2003Q1":               {true, 1},
		"AAA and CCC have a tie of access by 2005Q1":   {true, 0},
		"BBB and CCC have a tie of access by 2009Q4":   {false, 1},
		"the Old is in force at the end of 2009Q4":     {true, 1},
		"BBB is bound by the Old at the end of 2009Q4": {false, 1},
		"AAA signs the Draft by 2003Q1":                {false, 1},
		"CCC signs the Draft by 2003Q1":                {false, 0},
		"the Draft is in force by 2009Q4":              {false, 0},
	}
	for about, w := range want {
		if g, ok := got[about]; !ok || g != w {
			t.Errorf("%s: came true %v, in %d of one run (claimed: %v); want %v, in %d", about, g.truth, g.count, ok, w.truth, w.count)
		}
	}
	for about := range got {
		if _, ok := want[about]; !ok {
			t.Errorf("nobody asked whether %s", about)
		}
	}
	if len(v.Scores) < 5 || v.Scores[0].Rule != "model" {
		t.Errorf("scored by %v, want the model and the simple rules", v.Scores)
	}
}

// A verdict needs somebody to say what would be good enough.
func TestAFileIsJudgedByItsOwnTargetsAlone(t *testing.T) {
	for _, c := range []struct {
		why          string
		targets      sim.Targets
		judged, pass bool
	}{
		{"none", sim.Targets{}, false, false},
		{"an easy one", sim.Targets{Brier: 0.9}, true, true},
		{"one out of reach", sim.Targets{Brier: 0.9, Accuracy: 1}, true, false},
	} {
		e := league()
		e.world.Scenario.Targets = c.targets
		v := e.judge(EpisodeOf(e.world.Scenario), 1)
		if v.Judged() != c.judged || v.Pass != c.pass {
			t.Errorf("%s: judged %v and passed %v, want %v and %v", c.why, v.Judged(), v.Pass, c.judged, c.pass)
		}
		if slices.ContainsFunc(v.Figures, func(f Yardstick) bool { return f.Target == nil }) {
			t.Errorf("%s: a figure without a target is told", c.why)
		}
	}
}

// What history has decided is what has a number and is not open, then every other scenario with a truth, but what-ifs;
// the constants were fitted to all of it.
func TestDecidedAreAllThatHistoryKnows(t *testing.T) {
	shipped := []sim.Scenario{
		{Name: "europe-1947", Truth: map[string]sim.Truth{"pact": {}}}, {Name: "open"},
		{Name: "other", Truth: map[string]sim.Truth{"pact": {}}},
		{Name: "what-if", Expects: "lower", Truth: map[string]sim.Truth{"pact": {}}},
	}
	var ids []string
	for _, ep := range Decided(shipped) {
		if ids = append(ids, ep.ID); !ep.Fitted || ep.Open {
			t.Errorf("%s is open or not fitted to", ep.ID)
		}
	}
	if want := []string{"V1", "V2", "V3", "V4", "V6", "other"}; !slices.Equal(ids, want) {
		t.Errorf("decided are %v, want %v", ids, want)
	}
	if EpisodeOf(shipped[2]).Fitted {
		t.Error("the constants were fitted to a file of somebody's own")
	}
}
