package sim

import (
	"slices"
	"testing"
)

// struck is the world worked by hand in the years before it, with a blow to the client of 0.5 in its last quarter.
func struck(end Date) *Past {
	s := twoByTwo()
	s.Start, s.End = 1995, end
	s.Shocks = map[string]Shock{"blow": {Kind: OvertAct, Actor: "RIV", Date: end, Size: 0.5, Felt: map[string]float64{"CLI": 1}}}
	return &Past{Scenario: s}
}

// remembering is that world after such a past.
func remembering(p *Past) Scenario {
	s := twoByTwo()
	s.Past = p
	return s
}

// Alarm halves in a year: after a quarter 0.8409 of it is left, after five 0.4204.
func TestAWorldBeginsWithTheAlarmOfItsHistory(t *testing.T) {
	for _, c := range []struct {
		why  string
		past *Past
		want float64
	}{
		{"no history, no memory", nil, 0},
		{"a blow in the quarter before", struck(1999.75), 0.5 * 0.8409},
		{"a blow, and a year of which nothing is told", struck(1998.75), 0.5 * 0.4204},
	} {
		r := at(remembering(c.past))
		r.Step()
		near(t, c.why, r.Alarm(r.w.State("CLI")), c.want)
		near(t, c.why+": who was not struck", r.Alarm(r.w.State("PAT")), 0)
	}
}

// A history that runs on beyond the start is played to the eve of it: what it has in store is not known yet.
func TestAHistoryEndsWithTheStart(t *testing.T) {
	r := at(remembering(struck(2003)))
	r.Step()
	near(t, "the blow of 2003", r.Alarm(r.w.State("CLI")), 0)
	for _, c := range []struct{ end, want Date }{{1999.75, 1999.75}, {2003, 1999.75}, {2000, 1999.75}} {
		if got := struck(c.end).Scenario.Eve(2000); got != c.want {
			t.Errorf("a history to %v is remembered to %v, want %v", c.end, got, c.want)
		}
	}
	s := struck(2003).Scenario
	if eve := s.Eve(1990); eve >= s.Start {
		t.Errorf("of a history that begins in 1995 something of %v is remembered in 1990", eve)
	}
}

// Lost ground does not come back with time.
func TestGroundIsRememberedInFull(t *testing.T) {
	p := struck(1998.75)
	rival := p.Scenario.Rivals["RIV"]
	rival.Tempo, rival.Move = Const(1e6), Const(0.1)
	p.Scenario.Rivals = map[string]Rival{"RIV": rival}
	before := at(p.Scenario)
	for before.Step() {
	}
	cli := before.w.State("CLI")
	r := at(remembering(p))
	if lost := before.GroundLost(cli); lost == 0 || r.GroundLost(cli) != lost {
		t.Errorf("at the start %v is lost, at the end of the history %v was", r.GroundLost(cli), lost)
	}
}

// Who was not there, and whom nobody feared then, is remembered by nobody.
func TestStrangersRememberNothing(t *testing.T) {
	s := remembering(struck(1999.75))
	s.States["NEW"] = s.States["CLI"]
	r := at(s)
	r.Step()
	near(t, "a state that was not there", r.Alarm(r.w.State("NEW")), 0)
	near(t, "one that was", r.Alarm(r.w.State("CLI")), 0.5*0.8409)
}

// chancy is a past in which the blow falls in some runs and not in others.
func chancy() *Past {
	p := struck(1999.75)
	blow := p.Scenario.Shocks["blow"]
	blow.Date, blow.Hazard = 1995, 0.3
	p.Scenario.Shocks = map[string]Shock{"blow": blow}
	return p
}

// Run k remembers run k, whatever was played before it, on whichever world that shares the history.
func TestARunRemembersTheRunOfItsNumber(t *testing.T) {
	p := chancy()
	start := func(w *World, run uint64) []float64 {
		r := NewRun(w)
		r.Start(7, run)
		return slices.Clone(r.moved)
	}
	w := NewWorld(remembering(p))
	var first [][]float64
	differ := false
	for k := range uint64(20) {
		first = append(first, start(w, k))
		differ = differ || !slices.Equal(first[k], first[0])
	}
	if !differ {
		t.Fatal("twenty runs remember the same: nothing is tested")
	}
	other := remembering(p)
	other.Title = "another world"
	fresh := NewWorld(remembering(chancy()))
	for k := uint64(19); k < 20; k-- {
		if !slices.Equal(start(NewWorld(other), k), first[k]) || !slices.Equal(start(fresh, k), first[k]) {
			t.Errorf("run %d remembers otherwise when it is asked again", k)
		}
	}
	before := at(p.Scenario)
	before.Start(7, 3)
	for before.Step() {
	}
	near(t, "run 3 of the history ends so", first[3][w.State("CLI")], before.Alarm(before.w.State("CLI")))
}

// What was played once is not played again, but under other constants it is another history.
func TestAHistoryIsPlayedOncePerWorld(t *testing.T) {
	p := chancy()
	a, b := NewWorld(remembering(p)), NewWorld(remembering(p))
	if a.memory.past != b.memory.past {
		t.Error("two worlds with one history play it twice")
	}
	r := NewRun(a)
	r.Start(1, 0)
	r.Start(1, 0)
	if n := len(a.memory.past.ends); n != 1 {
		t.Errorf("one run played twice is kept %d times", n)
	}
	s := remembering(p)
	s.Parameters.Threat.HalfLife = 3
	if c := NewWorld(s); c.memory.past == a.memory.past {
		t.Error("another half-life has the same history")
	}
	if v := a.Vary(s); v.memory.past == a.memory.past {
		t.Error("a world that varies the half-life keeps the history of the old one")
	}
}

// A second start of a known run allocates nothing, nor does a tick.
func TestToRememberAgainAllocatesNothing(t *testing.T) {
	r := NewRun(NewWorld(remembering(chancy())))
	r.Start(1, 0)
	if n := testing.AllocsPerRun(10, func() {
		r.Start(1, 0)
		for r.Step() {
		}
	}); n != 0 {
		t.Errorf("a run with a known history allocates %v times", n)
	}
}
