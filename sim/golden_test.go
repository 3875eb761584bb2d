package sim

import (
	"hash/fnv"
	"math"
	"testing"
)

// TestGoldenRuns: the number is a fingerprint of all that happens in 100 random worlds. It changes when the model does;
// then say in CHANGES.md what, why, and which run moved.
func TestGoldenRuns(t *testing.T) {
	h := fnv.New64a()
	note := func(v float64) {
		var b [8]byte
		for i := range b {
			b[i] = byte(math.Float64bits(v) >> (8 * i))
		}
		h.Write(b[:])
	}
	worlds(100, func(number uint64, s Scenario) {
		s.Theory = DefaultTheory
		s.Parameters.Common.Quarrel = 2
		s.Levers = nil // the fingerprint is older than they are, and 1 changes nothing
		r := NewRun(NewWorld(s))
		play(r, 1, number, func() {
			for _, figures := range [][]float64{r.threat, r.alarm, r.ground, r.share, r.lost, r.stances, r.trust, r.depth, r.chance} {
				for _, v := range figures {
					note(v)
				}
			}
			for p := range r.status {
				note(float64(r.status[p]) + 8*float64(r.leavesAt[p]))
				note(float64(r.ratifiedAt[p]))
			}
			for p := range r.rung {
				note(float64(r.rung[p]))
			}
		})
	})
	if got, want := h.Sum64(), uint64(0xf2f4d857146f6cee); got != want {
		t.Errorf("the fingerprint is %#x, want %#x", got, want)
	}
}

// Coercion cuts trade, a trade shock moves it for good: 0.2 grows by a quarter.
func TestATradeShockByHand(t *testing.T) {
	s := twoByTwo()
	s.Shocks = map[string]Shock{"deal": {Kind: TradeShift, Actor: "RIV", Date: 2000, Size: 0.25, Felt: map[string]float64{"CLI": 1}}}
	r := at(s)
	r.Step()
	near(t, "dependence", r.Dependence(0, r.w.State("CLI")), 0.25)
}

// Grey-zone moves of 0.1, below notice, alarm by a tenth of that; the ground is lost in full.
func TestGreyZoneMovesByHand(t *testing.T) {
	s := twoByTwo()
	s.Rivals = map[string]Rival{"RIV": {Posture: GreyZone, Offence: Const(1), Tempo: Const(1e6), Move: Const(0.1), Retaliation: Const(0.5)}}
	r := at(s)
	r.Step()
	near(t, "alarm", r.Alarm(r.w.State("CLI")), 0.01)
	near(t, "ground", r.GroundLost(r.w.State("CLI")), 0.1)
}

// A rival with a contest of its own on the books fears nobody.
func TestNobodyFearsItself(t *testing.T) {
	s := twoByTwo()
	riv := s.States["RIV"]
	riv.Contest = map[string]Series{"RIV": Const(1)}
	s.States["RIV"] = riv
	r := at(s)
	r.Step()
	near(t, "its threat", r.Threat(r.w.State("RIV")), 0)
}

// Work that a tie began outlives it, one rung lower.
func TestWorkOutlivesItsTie(t *testing.T) {
	s := twoByTwo()
	s.Ties["base"] = Tie{Title: "Base", Members: []string{"CLI", "PAT"}, Kind: Access, Since: 1990, Until: 2000.5}
	r := at(s)
	for range 3 {
		r.Step()
	}
	if got := r.rung[r.w.State("PAT")*3+r.w.State("CLI")]; got != RungInformation {
		t.Errorf("after the tie of rung %d they stand on rung %d", RungAccess, got)
	}
}

// A conciliatory rival courts at a tenth a year.
func TestCourtshipByHand(t *testing.T) {
	s := twoByTwo()
	s.Rivals = map[string]Rival{"RIV": {Posture: Conciliatory, Offence: Const(1), Tempo: Const(0), Move: Const(0), Retaliation: Const(0.5)}}
	s.Parameters.Response.Courtship = 0.1
	s.Parameters.Decision.Reluctance = 1000
	r := at(s)
	r.Step()
	near(t, "trade grows", r.shift[r.w.State("CLI")], 1.025)
	near(t, "alarm is soothed", r.soothed[r.w.State("CLI")], 0.025)
}

// A founder whom the indispensable will not have at the table does not sign.
func TestAnUnwelcomeFounderStaysOut(t *testing.T) {
	s := threeWay()
	c := s.Clauses["pact"]
	c.Required, c.Consent = []string{"PAT"}, Unanimous
	s.Clauses["pact"] = c
	s.Relations = map[string]Relation{"BYS-PAT": {Friction: Const(1), Affinity: Const(1)}}
	p := &s.Parameters.Decision
	s.Parameters.Common.Goodwill, p.Friction, p.Security, p.Reluctance = 50, 200, 0, -300
	r := at(s)
	r.Step()
	if !r.Signed(0, r.w.State("CLI")) || r.Signed(0, r.w.State("BYS")) {
		t.Error("PAT will have CLI and not BYS")
	}
}

// The closing day is the last on which founders may sign, and its quarter the last quarter.
func TestFoundersMaySignOnTheClosingDay(t *testing.T) {
	s := twoByTwo()
	c := s.Clauses["pact"]
	c.Closes = 2000.25
	s.Clauses["pact"] = c
	r := at(s)
	for tick, want := range []bool{true, true, false} {
		r.Tick = tick
		clear(r.status)
		if r.mayjoin(0, 0) != want {
			t.Errorf("in quarter %d a founder may sign: %v", tick, !want)
		}
	}
}
