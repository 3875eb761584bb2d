package lab

import (
	"context"
	"math"
	"testing"

	"entente/sim"
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
	e := &Ensemble{World: w, records: []*record{{first: []int32{16}, signed: []int32{0, 4, -1}, ratified: []int32{2, 3, -1}}}}
	if got := deadline(w, "pact"); got != 16 {
		t.Errorf("a year after 2003 is tick %d, want 16", got)
	}
	if e.entry("pact", 19).Truth || !e.entry("pact", 20).Truth {
		t.Error("history's pact entered into force in tick 20, not before")
	}
	if got := capabilityOnly(w, 0); math.Abs(got-2./3) > 1e-12 {
		t.Errorf("0.2 against 0.1 without the patron is %v, want two thirds", got)
	}
	if e.joint(2, []string{"AAA", "BBB"}).Count != 1 || e.joint(3, w.States).Count != 0 {
		t.Error("the clause binds two of them and no third")
	}
	if d := e.date("AAA", 2000.125, e.signs("pact", "AAA")); d.Error != 0 || d.Median != 2000.125 {
		t.Errorf("what happens in a quarter is dated to its middle: %+v", d)
	}
}

func TestTheSameDayIsNoOrder(t *testing.T) {
	day := func(m float64) []DateForecast { return []DateForecast{{Median: m}} }
	if !datesInOrder(day(1), day(2)) || datesInOrder(day(2), day(2)) || datesInOrder(day(0), day(2)) {
		t.Error("one after the other is an order; the same day, or never, is none")
	}
	e := &Ensemble{
		World:   &sim.World{States: []string{"AAA"}, Clauses: []string{"one", "two"}},
		records: []*record{{signed: []int32{1, 2}}, {signed: []int32{2, 2}}, {signed: []int32{-1, 2}}},
	}
	if got := e.trueOrder("one", "two").Count; got != 1 {
		t.Errorf("%d of three runs are in order, want 1", got)
	}
}

// Three that came true and one that did not: each side counts for half.
func TestSurpriseWeighsBothSidesAlike(t *testing.T) {
	yes, no := Claim{Truth: true, Chance: Share{Count: 8, Runs: 10}}, Claim{Chance: Share{Count: 4, Runs: 10}}
	want := -(math.Log(8.5/11) + math.Log(6.5/11)) / 2
	if got := surprise([]Claim{yes, yes, yes, no}); math.Abs(got-want) > 1e-12 {
		t.Errorf("got %v, want %v", got, want)
	}
}

// cloud is the posterior when the n-th trial lies at distance(n).
func cloud(t *testing.T, particles, levels int, distance func(n int) float64) *Calibrated {
	t.Helper()
	c := &Calibration{
		Knobs: []Knob{{Name: "decision.reluctance", Spread: 1}}, Seed: 1, Particles: particles, Levels: levels,
		Recall: func(n int) (float64, bool) { return distance(n), true },
	}
	out := &Calibrated{Knobs: c.Knobs}
	if err := c.posterior(&trials{c: c, ctx: context.Background()}, out); err != nil {
		t.Fatal(err)
	}
	return out
}

// Where history says nothing the posterior is the prior.
func TestAMuteHistoryLeavesThePrior(t *testing.T) {
	out := cloud(t, 1000, 5, func(int) float64 { return 1 })
	s := out.Marginal(0)
	if math.Abs(s.Q50) > 0.15 || math.Abs(s.Q95-1.645) > 0.25 || math.Abs(s.Q05+1.645) > 0.25 {
		t.Errorf("the posterior is %+v, want a standard normal", s)
	}
}

// Half of the particles are near and no step is: nobody moves, and the far ones are replaced by the near.
func TestFarParticlesGo(t *testing.T) {
	out := cloud(t, 40, 1, func(n int) float64 {
		if n < 40 {
			return float64(1 + n%2)
		}
		return 3
	})
	if out.Levels[0].Moved != 0 || out.Levels[0].Kept != 20 {
		t.Errorf("level %+v: 20 are kept and no step is taken", out.Levels[0])
	}
	distinct := map[float64]bool{}
	for _, row := range out.Posterior {
		distinct[row[0]] = true
	}
	if len(distinct) > 20 {
		t.Errorf("%d distinct particles are left of 20 near ones", len(distinct))
	}
}
