package history

import (
	"math"
	"testing"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// paper is a world of one clause that only judges look at: AAA and BBB found it against RIV.
func paper() *sim.World {
	state := func(c, polyarchy float64) sim.State {
		return sim.State{Capability: sim.Const(c), Polyarchy: sim.Const(polyarchy)}
	}
	return &sim.World{
		Calendar: sim.NewCalendar(2000, 2009.75, sim.Quarter), States: []string{"AAA", "BBB", "RIV"}, Clauses: []string{"pact"},
		Scenario: sim.Scenario{
			States:  map[string]sim.State{"AAA": state(0.3, 0.9), "BBB": state(0.1, 0.9), "RIV": state(0.2, 0.1)},
			Clauses: map[string]sim.Clause{"pact": {Founders: []string{"AAA", "BBB"}, Against: []string{"RIV"}}},
			Truth:   map[string]sim.Truth{"pact": {Signed: map[string]sim.Date{"AAA": 2003, "BBB": 2004.5}, InForce: 2005}},
		},
	}
}

func TestClaimsByHand(t *testing.T) {
	w := paper()
	e := &endings{world: w, runs: []*lab.Ending{{First: []int32{16}, Signed: []int32{0, 4, -1}, Ratified: []int32{2, 3, -1}}}}
	if got := deadline(w, "pact"); got != 16 {
		t.Errorf("a year after 2003 is tick %d, want 16", got)
	}
	if e.entry("pact", 19).Truth || !e.entry("pact", 20).Truth {
		t.Error("history's pact entered into force in tick 20, not before")
	}
	if got := capabilityOnly(question{world: w}); math.Abs(got-2./3) > 1e-12 {
		t.Errorf("0.2 against 0.1 without the patron is %v, want two thirds", got)
	}
	if e.joint(2, []string{"AAA", "BBB"}).Count != 1 || e.joint(3, w.States).Count != 0 {
		t.Error("the clause binds two of them and no third")
	}
	if d := e.date("AAA", 2000.125, e.signs("pact", "AAA")); d.Error != 0 || d.Median != 2000.125 {
		t.Errorf("what happens in a quarter is dated to its middle: %+v", d)
	}
}

// Who ratifies what never enters into force is bound by nothing.
func TestWhatIsNeverInForceBindsNobody(t *testing.T) {
	w := paper()
	ratified := []int32{2, 3, 4}
	for first, want := range map[int32]int{-1: 0, 5: 1} {
		e := &endings{world: w, runs: []*lab.Ending{{First: []int32{first}, Ratified: ratified}}}
		if got := e.joint(3, w.States).Count; got != want {
			t.Errorf("ratified by three and in force from tick %d, it binds three in %d of one run, want %d", first, got, want)
		}
	}
}

func TestTheSameDayIsNoOrder(t *testing.T) {
	day := func(m float64) []DateForecast { return []DateForecast{{Median: m}} }
	if !datesInOrder(day(1), day(2)) || datesInOrder(day(2), day(2)) || datesInOrder(day(0), day(2)) {
		t.Error("one after the other is an order; the same day, or never, is none")
	}
	e := &endings{
		world: &sim.World{States: []string{"AAA"}, Clauses: []string{"one", "two"}},
		runs:  []*lab.Ending{{Signed: []int32{1, 2}}, {Signed: []int32{2, 2}}, {Signed: []int32{-1, 2}}},
	}
	if got := e.trueOrder("one", "two").Count; got != 1 {
		t.Errorf("%d of three runs are in order, want 1", got)
	}
}

// Three that came true and one that did not: each side counts for half.
func TestSurpriseWeighsBothSidesAlike(t *testing.T) {
	yes, no := Claim{Truth: true, Chance: stats.Share{Count: 8, Runs: 10}}, Claim{Chance: stats.Share{Count: 4, Runs: 10}}
	want := -(math.Log(8.5/11) + math.Log(6.5/11)) / 2
	if got := surprise([]Claim{yes, yes, yes, no}); math.Abs(got-want) > 1e-12 {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestScoresByHand rates two claims.
func TestScoresByHand(t *testing.T) {
	claims := []Claim{{Truth: true, Chance: stats.Share{Mean: 0.8}}, {Truth: false, Chance: stats.Share{Mean: 0.4}}}
	s := rate("model", claims, func(c Claim) float64 { return c.Chance.Mean })
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-9 {
			t.Errorf("%s is %v, want %v", what, got, want)
		}
	}
	near("Brier", s.Brier, (0.04+0.16)/2)
	near("log score", s.Log, -(math.Log(0.8)+math.Log(0.6))/2)
	near("accuracy", s.Accuracy, 1)
	never := rate("always no", claims, func(Claim) float64 { return 0 })
	near("the surest rule is not infinitely wrong", never.Log, -(math.Log(surest)+math.Log(1-surest))/2)
	claims[0].Chance, claims[1].Chance = stats.Share{Count: 8, Runs: 10}, stats.Share{Count: 4, Runs: 10}
	near("surprise", surprise(claims), -(math.Log(8.5/11)+math.Log(6.5/11))/2)
}

// One half is on neither side, and counts for half a claim.
func TestOneHalfIsOnNeitherSide(t *testing.T) {
	for _, c := range []struct {
		chance float64
		truth  bool
		want   int
	}{{0.5, true, 0}, {0.5, false, 0}, {0.51, true, 1}, {0.51, false, -1}, {0.49, false, 1}, {0.49, true, -1}} {
		if got := (Claim{Chance: stats.Share{Mean: c.chance}, Truth: c.truth}).Side(); got != c.want {
			t.Errorf("a chance of %v of what happened (%v) is on side %d, want %d", c.chance, c.truth, got, c.want)
		}
	}
	claims := []Claim{{Truth: true}, {Truth: true}, {}, {}}
	if coin := rate("coin", claims, func(Claim) float64 { return 0.5 }); coin.Accuracy != 0.5 {
		t.Errorf("a coin is right in %v of the claims", coin.Accuracy)
	}
}

// TestJaccardByHand: a run that finds two of three and one too many shares 2 of 4.
func TestJaccardByHand(t *testing.T) {
	e := &endings{runs: []*lab.Ending{{}}}
	came := []bool{true, true, false, true}
	if j := e.jaccard([]bool{true, true, true, false}, func(_ *lab.Ending, k int) bool { return came[k] }); j != 0.5 {
		t.Errorf("got %v, want one half", j)
	}
	if j := e.jaccard([]bool{false}, func(*lab.Ending, int) bool { return false }); j != 1 {
		t.Errorf("two empty sets match: got %v", j)
	}
}
