package plots

import (
	"fmt"
	"strings"
	"testing"

	"entente/sim/lab"
)

// madeUpScore is a history that never was, of so many states.
func madeUpScore(states int, events ...lab.Event) *lab.Explanation {
	x := madeUpDecision(0.5, 1)
	x.Titles = map[string]string{"shocks.raid": "A raid at night", "shocks.coup": "A coup", "clauses.pact": "a made-up defence pact"}
	s := &lab.Score{Clause: "pact", Events: events}
	for t := range 16 {
		s.Dates = append(s.Dates, 1950+float64(t)/4)
		s.Ticks = append(s.Ticks, tickLabel(1950+float64(t)/4, 4))
	}
	for k := range states {
		st := lab.ScoredState{ID: fmt.Sprintf("S%02d", k), Role: lab.Founder}
		x.Names[st.ID] = "State " + st.ID
		if k%2 == 1 {
			st.Role = lab.OpenTo
		}
		for t := range 16 {
			st.Threat = append(st.Threat, float64((t*(k+3))%16)/16)
		}
		s.States = append(s.States, st)
	}
	x.Score = s
	return x
}

var someEvents = []lab.Event{
	{Tick: "1950Q2", Kind: lab.EventShock, Of: "raid"}, {Tick: "1950Q3", Kind: lab.EventGovernment, Of: "S01"},
	{Tick: "1950Q3", Kind: lab.EventSigns, Of: "S00", Clause: "pact"}, {Tick: "1950Q3", Kind: lab.EventSigns, Of: "S01", Clause: "pact"},
	{Tick: "1950Q4", Kind: lab.EventSigns, Of: "S02", Clause: "other"},
	{Tick: "1951Q1", Kind: lab.EventRatifies, Of: "S00", Clause: "pact"}, {Tick: "1951Q2", Kind: lab.EventRefused, Of: "S01", Clause: "pact"},
	{Tick: "1951Q3", Kind: lab.EventInForce, Of: "pact"}, {Tick: "1951Q3", Kind: lab.EventShock, Of: "coup"},
	{Tick: "1951Q4", Kind: lab.EventShock, Of: "raid"}, {Tick: "1952Q4", Kind: lab.EventLeaves, Of: "S00", Clause: "pact"},
	{Tick: "1953Q1", Kind: lab.EventEnds, Of: "pact"},
}

func TestScoreIsAsLookedAt(t *testing.T) {
	checkLooks(t, "score", Score(Figure{}, madeUpScore(4, someEvents...)))
}

func TestEveryHistoryGivesAScore(t *testing.T) {
	none := madeUpScore(0)
	none.Score = nil
	for name, x := range map[string]*lab.Explanation{"usual": madeUpScore(4, someEvents...), "quiet": madeUpScore(2), "crowd": madeUpScore(60, someEvents...),
		"none": none, "nobody": madeUpScore(0, someEvents...)} {
		checkChart(t, name, Score(Figure{}, x))
	}
}

// The title counts those who sign this clause, and says when it enters into force; what is of another clause is not told.
func TestScoreFinds(t *testing.T) {
	c := Score(Figure{}, madeUpScore(4, someEvents...))
	if want := "In this history 2 states sign; a made-up defence pact enters into force in 1951Q3"; c.Title != want {
		t.Errorf("it finds %q", c.Title)
	}
	if !strings.Contains(c.About, "1950Q2: A raid at night.") || strings.Contains(c.About, "1950Q4") {
		t.Errorf("who cannot see it hears %q", c.About)
	}
	if got := Score(Figure{}, madeUpScore(1)).Title; got != "In this history nobody signs; a made-up defence pact never enters into force" {
		t.Errorf("of nothing it finds %q", got)
	}
}
