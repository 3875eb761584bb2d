package lab

import (
	"slices"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// Leaving a founder out lets nobody wait for it; a state made one need not wait to accede.
func TestTheInvitedByHand(t *testing.T) {
	c := sim.Clause{Founders: []string{"A", "B", "C"}, Required: []string{"A", "B"}, Minimum: 3,
		OpenTo: map[string]sim.Date{"D": 2027, "E": 2028}}
	without := withoutFounder(c, "B")
	if !slices.Equal(without.Founders, []string{"A", "C"}) || !slices.Equal(without.Required, []string{"A"}) || without.Minimum != 2 {
		t.Errorf("without B: %+v", without)
	}
	joined := withFounder(c, "D")
	if !slices.Equal(joined.Founders, []string{"A", "B", "C", "D"}) || len(joined.OpenTo) != 1 || joined.OpenTo["E"] != 2028 ||
		joined.Minimum != 3 {
		t.Errorf("with D: %+v", joined)
	}
	if len(c.Founders) != 3 || len(c.OpenTo) != 2 || len(c.Required) != 2 {
		t.Errorf("the clause itself has changed: %+v", c)
	}
	for want, sets := range map[string][]Setting{
		`clauses.pact.founders=["A", "C"] clauses.pact.required=["A"] clauses.pact.minimum=2`: clauseSettings("pact", c,
			without),
		`clauses.pact.founders=["A", "B", "C", "D"] clauses.pact.open_to=[] clauses.pact.open_to={ E = "2028" }`: clauseSettings("pact", c,
			joined),
		`clauses.pact.founders=["A", "B", "C", "D", "E"] clauses.pact.open_to=[]`: clauseSettings("pact", c, withFounder(joined, "E")),
	} {
		var after []string
		for _, s := range sets {
			after = append(after, scenarios.Setting(s.Path, s.Value()))
		}
		if got := strings.Join(after, " "); got != want {
			t.Errorf("after --set stands %s, want %s", got, want)
		}
	}
}

// The founder left out, and the state asked about, are not the same.
func TestTheStateAskedAboutIsNotLeftOut(t *testing.T) {
	f := FindFlip(t.Context(), brief(ablated(t, "asia-1950")), "JPN", 0.9, Options{Runs: 8, Seed: 1})
	if len(f.Levers) == 0 || len(f.Invited) == 0 {
		t.Fatalf("nothing was searched: %+v", f.AsIs)
	}
	for _, m := range f.Invited {
		if m.Left == "JPN" {
			t.Error("asked whether Japan signs, the search leaves Japan out")
		}
	}
	for _, l := range f.Levers {
		if strings.HasPrefix(l.Path, "levers.") && !strings.HasPrefix(l.Path, "levers.JPN.") {
			t.Errorf("asked about Japan, the search moves %s", l.Path)
		}
	}
}
