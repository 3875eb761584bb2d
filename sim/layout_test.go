package sim

import (
	"math"
	"testing"
)

// A row holds what the series has at the first moment of its tick; rows that do not change are one.
func TestRowsFollowTheirSeries(t *testing.T) {
	rising := Series{{2000, 0.1}, {2000.5, 0.3}}
	w := NewWorld(changed(twoByTwo(), "CLI", func(x *State) { x.Capability = rising }))
	cli := w.State("CLI")
	for tick := range w.Calendar.Ticks() {
		near(t, w.Calendar.Label(tick), w.capability[tick][cli], rising.At(w.Calendar.Date(tick)))
	}
	if &w.capability[0][0] == &w.capability[1][0] || &w.stance[0][0] != &w.stance[3][0] {
		t.Error("want a row of its own for each tick that changes something, and one for all that do not")
	}
}

// What is dated in years is laid in ticks: a quarter is one, half a year binds for two, and who may sign until a day may do so in its quarter.
func TestDatesAreLaidInTicks(t *testing.T) {
	s := twoByTwo()
	c := s.Clauses["pact"]
	c.Opens, c.Closes, c.Binding, c.Notice = 2000.25, 2000.5, 0.5, 0.3
	s.Clauses["pact"] = c
	s.Shocks = map[string]Shock{"dated": {Kind: Abandonment, Actor: "RIV", Date: 2000.25, Size: 1},
		"yearly": {Kind: Abandonment, Actor: "RIV", Hazard: 0.4, Size: 1}}
	w := NewWorld(s)
	for _, x := range []struct {
		why       string
		got, want int
	}{
		{"the clause opens", w.clauses[0].opens, 1}, {"and is closed", w.clauses[0].closes, 3}, {"it binds for", w.clauses[0].binding, 2},
		{"notice is, to the nearest tick,", w.clauses[0].notice, 1}, {"a dated shock strikes at", w.shocks[0].from, 1},
		{"and no more from", w.shocks[0].until, 2}, {"another may until", w.shocks[1].until, 4},
	} {
		if x.got != x.want {
			t.Errorf("%s tick %d, want %d", x.why, x.got, x.want)
		}
	}
	near(t, "a dated shock is certain", w.shocks[0].chance, 1)
	near(t, "0.4 a year for a quarter", w.shocks[1].chance, 1-math.Exp(-0.1))
}
