package history

import (
	"math"
	"testing"

	"entente/sim"
)

// table is a clause that three states are asked to sign in 2003, of which any two are enough, and a fourth may join from 2006.
func table() *sim.World {
	state := func(stance, polyarchy float64) sim.State {
		return sim.State{Capability: sim.Const(0.1), Polyarchy: sim.Const(polyarchy), Stance: sim.Const(stance)}
	}
	return &sim.World{
		Calendar: sim.NewCalendar(2000, 2009.75, sim.Quarter), States: []string{"AAA", "BBB", "CCC", "DDD", "RIV"},
		Clauses: []string{"pact"},
		Scenario: sim.Scenario{
			States: map[string]sim.State{
				"AAA": state(0.6, 0.9), "BBB": state(0.2, 0.8), "CCC": state(-0.1, 0.4), "RIV": state(0, 0.1),
				"DDD": {Stance: sim.Series{{Date: 2003, Value: -0.2}, {Date: 2006, Value: 0.1}}, Polyarchy: sim.Const(0.9)},
			},
			Clauses: map[string]sim.Clause{"pact": {
				Founders: []string{"AAA", "BBB", "CCC"}, OpenTo: map[string]sim.Date{"DDD": 2006}, Against: []string{"RIV"},
				Opens: 2003, Minimum: 2, Ratification: 1,
			}},
		},
	}
}

func TestSimpleRulesByHand(t *testing.T) {
	w := table()
	needsAll := table()
	pact := needsAll.Scenario.Clauses["pact"]
	pact.Required = []string{"CCC"}
	needsAll.Scenario.Clauses["pact"] = pact
	ownWill := table()
	pact = ownWill.Scenario.Clauses["pact"]
	pact.Stance = map[string]sim.Series{"CCC": sim.Const(0.3)}
	ownWill.Scenario.Clauses["pact"] = pact
	blessed := func(capability, wants float64) *sim.World {
		w := table()
		w.Scenario.States["OUT"] = sim.State{Capability: sim.Const(capability)}
		pact := w.Scenario.Clauses["pact"]
		pact.Blessing = map[string]sim.Series{"OUT": sim.Const(wants)}
		w.Scenario.Clauses["pact"] = pact
		return w
	}
	ledBy := func(id string) *sim.World {
		w := table()
		s := w.Scenario.States[id]
		s.Capability = sim.Const(0.2)
		w.Scenario.States[id] = s
		return w
	}
	last := w.Calendar.Ticks() - 1
	for _, c := range []struct {
		why  string
		rule func(question) float64
		q    question
		want float64
	}{
		{"a democracy signs", regimeRule, question{world: w, states: []string{"BBB"}}, 1},
		{"another state does not", regimeRule, question{world: w, states: []string{"CCC"}}, 0},
		{"one founder is no democracy", regimeRule, question{world: w}, 0},
		{"the rival's 0.1 against 0.3 less the strongest's 0.1", capabilityOnly, question{world: w}, 1. / 3},
		{"a friendly government signs", stanceAlone, question{world: w, states: []string{"BBB"}}, 1},
		{"an unfriendly one does not", stanceAlone, question{world: w, states: []string{"CCC"}}, 0},
		{"two friendly founders are enough", stanceAlone, question{world: w}, 1},
		{"the third is needed", stanceAlone, question{world: needsAll}, 0},
		{"it thinks better of this clause than of clauses", stanceAlone, question{world: ownWill, states: []string{"CCC"}}, 1},
		{"asked later, it has come round", stanceAlone, question{world: w, states: []string{"DDD"}}, 1},
		{"two of three are friendly", stanceAlone, question{world: w, states: []string{"AAA", "BBB", "CCC"}, least: 2}, 1},
		{"three are not", stanceAlone, question{world: w, states: []string{"AAA", "BBB", "CCC"}, least: 3}, 0},
		{"the first of equals leads, and is friendly", ownAndLeadingStance, question{world: w, states: []string{"BBB"}}, 1},
		{"who is unfriendly itself does not follow", ownAndLeadingStance, question{world: w, states: []string{"CCC"}}, 0},
		{"the friendly two are enough", ownAndLeadingStance, question{world: w}, 1},
		{"the strongest founder is unfriendly", ownAndLeadingStance, question{world: ledBy("CCC"), states: []string{"BBB"}}, 0},
		{"and the clause fails", ownAndLeadingStance, question{world: ledBy("CCC")}, 0},
		{"a stronger power outside presses against it", ownAndLeadingStance,
			question{world: blessed(0.5, -0.4), states: []string{"AAA"}}, 0},
		{"or for it", ownAndLeadingStance, question{world: blessed(0.5, 0.4), states: []string{"AAA"}}, 1},
		{"a weaker one does not lead", ownAndLeadingStance, question{world: blessed(0.05, -0.4), states: []string{"AAA"}}, 1},
		{"asked later, it has come round, and the leader has not changed its mind", ownAndLeadingStance,
			question{world: w, states: []string{"DDD"}}, 1},
		{"two of three sign", ownAndLeadingStance, question{world: w, states: []string{"AAA", "BBB", "CCC"}, least: 2}, 1},
		{"signed in the quarter in which talks open", signsAtOnce, question{world: w, states: []string{"AAA"}, by: 12}, 1},
		{"not before", signsAtOnce, question{world: w, states: []string{"AAA"}, by: 11}, 0},
		{"in force after a year", signsAtOnce, question{world: w, by: 16, bound: true}, 1},
		{"not sooner", signsAtOnce, question{world: w, by: 15, bound: true}, 0},
		{"who is asked in 2006 is bound in 2007", signsAtOnce, question{world: w, states: []string{"DDD"}, by: 27, bound: true}, 0},
		{"and then it is", signsAtOnce, question{world: w, states: []string{"DDD"}, by: 28, bound: true}, 1},
		{"of several who are enough the founders are there at once", signsAtOnce,
			question{world: w, states: []string{"AAA", "DDD"}, least: 1, by: last, bound: true}, 1},
	} {
		if got := c.rule(c.q); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %v, by hand %v", c.why, got, c.want)
		}
	}
}

// Every claim of every episode is put to every simple rule.
func TestEveryClaimIsPutToTheSimpleRules(t *testing.T) {
	for _, c := range []Claim{
		(&endings{world: paper()}).entry("pact", 20),
		(&endings{world: paper()}).membership("pact", "AAA", 20),
		(&endings{world: paper()}).lasting("pact"),
	} {
		if len(c.said) != len(SimpleRules()) {
			t.Errorf("%s is put to %d rules of %d", c.About, len(c.said), len(SimpleRules()))
		}
	}
}
