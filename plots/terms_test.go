package plots

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"testing"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

// Every reason that is as much as its table writes has a column, the weightiest first; who founds the clause stands above who may
// join, and in each group the higher utility above the lower.
func TestReasonsAndStatesStandByTheirWeight(t *testing.T) {
	s := pacificSummary()
	g := newTermGrid(Figure{}, s)
	if len(g.groups) != 2 || g.groups[0].states[0].Role != lab.Founder || g.groups[1].states[0].Role != lab.OpenTo {
		t.Fatalf("the groups are %v", g.groups)
	}
	for _, group := range g.groups {
		if !slices.IsSortedFunc(group.states, func(a, b lab.StateSummary) int { return cmp.Compare(b.Utility, a.Utility) }) {
			t.Errorf("%s do not stand by their utilities", group.name)
		}
	}
	weight := func(term sim.Term) (w float64) {
		for _, st := range g.states() {
			w += math.Abs(st.Terms[term])
		}
		return w
	}
	for k, term := range g.terms[1:] {
		if weight(term) > weight(g.terms[k]) {
			t.Errorf("%v stands behind %v, which weighs less", term, g.terms[k])
		}
	}
	for i := range s.States {
		s.States[i].Terms[sim.TradeLoss] = 0.04
	}
	if slices.Contains(newTermGrid(Figure{}, s).terms, sim.TradeLoss) || !slices.Contains(g.terms, sim.TradeLoss) {
		t.Error("a reason that is written as 0.0 of every state has a column, or one that is more has none")
	}
}

// A table of sixty states says how many it leaves out.
func TestTermsTellWhoIsLeftOut(t *testing.T) {
	g := newTermGrid(Figure{}, oddities()["sixty states"])
	if n := len(g.states()); n != mostTermRows || !strings.Contains(g.noted(), words.Count(len(g.left), "state")+" with the lowest") {
		t.Errorf("%d states stand in the table, which says %q", n, g.noted())
	}
}

// The finding names what weighs most among the founders.
func TestTermsFind(t *testing.T) {
	s := pacificSummary()
	for i := range s.States {
		s.States[i].Terms = sim.Terms{sim.Home: 0.5, sim.Security: 0.2, sim.TradeLoss: -0.1, sim.Reluctance: -3}
	}
	want := "What speaks loudest against a made-up defence pact is the habit of not signing, and for it the government's stance"
	if got := Terms(Figure{}, s).Title; got != want {
		t.Errorf("the title is %q", got)
	}
}
