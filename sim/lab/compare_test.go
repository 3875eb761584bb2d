package lab

import (
	"bytes"
	"context"
	"encoding/csv"
	"maps"
	"math"
	"slices"
	"testing"

	"entente/sim"
	"entente/sim/lab/stats"
)

// worldsOf names scenarios A, B and so on.
func worldsOf(all ...sim.Scenario) []Named {
	var named []Named
	for k, s := range all {
		named = append(named, Named{Name: Letter(k), Scenario: s})
	}
	return named
}

// The luck is the same: a world beside itself differs in nothing, in any run.
func TestAWorldBesideItself(t *testing.T) {
	s := ablated(t, "europe-1947")
	c := Compare(t.Context(), worldsOf(s, s), Options{Runs: 40, Seed: 3})
	if len(c.Worlds) != 2 || c.Worlds[0].Change != nil || c.Played != 80 {
		t.Fatalf("%d worlds and %d runs; the first changes by %+v against itself", len(c.Worlds), c.Played, c.Worlds[0].Change)
	}
	a, b := c.Worlds[0], c.Worlds[1]
	if a.InForce != b.InForce || b.Change.Pairs != 40 || !b.Change.Same || b.Change.InForce != (stats.Difference{}) ||
		b.Change.Members != (stats.Difference{}) {
		t.Errorf("beside itself a world changes by %+v", b.Change)
	}
	for k, st := range b.States {
		if *st.Change != (stats.Difference{}) || a.States[k].Change != nil || a.States[k].Signed != st.Signed {
			t.Errorf("beside itself %s signs otherwise: %+v", st.Name, st)
		}
	}
	if len(b.Moved()) > 0 {
		t.Errorf("beside itself these move: %+v", b.Moved())
	}
	other := s
	other.Name, other.Title = "another name", "another title"
	if !sameWorld(&s, &other) {
		t.Error("by another name it is said to be another world")
	}
	if other.Theory = "strength"; sameWorld(&s, &other) {
		t.Error("with another rule it is said to be the same world")
	}
}

// A figure that is set to what it is, or a lever to where it leaves everything as it is, makes no other world; anything else does.
func TestWhatIsSetToWhatItIs(t *testing.T) {
	s := ablated(t, "pacific-2025")
	for set, same := range map[string]bool{
		"states.JPN.stance=0.45": true, "states.JPN.centre=0.3": true, "states.JPN.spread=0.3": true, "states.JPN.contest.CHN=0.5": true,
		"levers.all.threat=1": true, "levers.JPN.stance=0": true, "levers.JPN.friction=1": true,
		"states.JPN.stance=0.46": false, "levers.all.threat=1.01": false, "levers.JPN.stance=1": false, "levers.JPN.ties=0": false,
	} {
		if other := ablated(t, "pacific-2025", set); sameWorld(&s, &other) != same {
			t.Errorf("with %s it is the same world: %v, want %v", set, !same, same)
		}
	}
	recoded, other := s, ablated(t, "pacific-2025", "states.JPN.stance=0.45")
	if recoded.Recode, other.Recode = 0.1, 0.1; sameWorld(&recoded, &other) {
		t.Error("where figures coded by hand are recoded, one that was set is not, and yet it is said to be the same world")
	}
}

// Common random numbers are worth their while: the change between two worlds that differ a little is known twice as well by runs with
// the same luck as it would be by as many of each with luck of their own.
func TestTheSameLuckTellsMore(t *testing.T) {
	s := ablated(t, "europe-1947")
	b := Compare(t.Context(), worldsOf(s, ablated(t, "europe-1947", "levers.all.threat=0.9")), Options{Runs: 100, Seed: 5}).Worlds[1]
	one, other := b.InForce.Mean-b.Change.InForce.Mean, b.InForce.Mean
	apart := 2 * stats.Normal95 * math.Sqrt((one*(1-one)+other*(1-other))/100) // width of the interval of two independent shares
	if width := b.Change.InForce.High - b.Change.InForce.Low; one < 0.2 || one > 0.9 || width > apart/2 {
		t.Errorf("from %v to %v the change is known to within %v by the same luck, and would be to within %v by others", one, other, width, apart)
	}
}

// Comparing and ablating are one way to lay worlds side by side.
func TestComparisonAgreesWithAblation(t *testing.T) {
	s := ablated(t, "asia-1950")
	m := named("stances")[0]
	opts := Options{Runs: 40, Seed: 8}
	r := ablate(t.Context(), s, []Mechanism{m}, opts).Removals[0]
	w := Compare(t.Context(), worldsOf(s, m.Remove(s)), opts).Worlds[1]
	if !r.InForce.Change.BeyondLuck() || w.Change.InForce != r.InForce.Change || w.Change.Members != r.Members.Change ||
		w.InForce != r.InForce.Second {
		t.Errorf("the comparison has %+v, the ablation %+v", w.Change, r.InForce)
	}
	for k, st := range r.States {
		if got := w.States[k]; got.ID != st.ID || *got.Change != st.Signed.Change || got.Signed != st.Signed.Second {
			t.Errorf("%s: the comparison has %+v, the ablation %+v", st.Name, got, st.Signed)
		}
	}
}

// States are matched by their names, whatever their numbers, and a state that only one of two worlds invites has no
// change to tell.
func TestStatesAreMatchedByName(t *testing.T) {
	keen := ablated(t, "pacific-2025", "parameters.decision.reluctance=-5")
	other := ablated(t, "pacific-2025", "parameters.decision.reluctance=-5",
		`clauses.ratner.founders=["JPN", "PHL", "USA", "KOR"]`, `clauses.ratner.open_to=["AUS", "NZL"]`)
	delete(other.States, "CAN") // every later state has another number now
	for id, st := range other.States {
		delete(st.Trade, "CAN")
		other.States[id] = st
	}
	for id, r := range other.Shocks {
		delete(r.Felt, "CAN")
		other.Shocks[id] = r
	}
	for id, tie := range other.Ties {
		if slices.Contains(tie.Members, "CAN") {
			delete(other.Ties, id)
		}
	}
	for id, a := range other.Arrangements {
		if slices.Contains(a.Members, "CAN") {
			delete(other.Arrangements, id)
		}
	}
	for id := range other.Relations {
		if id[:3] == "CAN" || id[4:] == "CAN" {
			delete(other.Relations, id)
		}
	}
	c := Compare(t.Context(), worldsOf(keen, other), Options{Runs: 10, Seed: 1})
	if len(c.Failures) > 0 {
		t.Fatal(c.Failures[0].Message)
	}
	first, second := c.Worlds[0], c.Worlds[1]
	byID := func(w ComparedWorld, id string) ComparedState {
		k := slices.IndexFunc(w.States, func(st ComparedState) bool { return st.ID == id })
		if k < 0 {
			t.Fatalf("%s has no %s", w.Name, id)
		}
		return w.States[k]
	}
	for id, want := range map[string][2]Role{
		"USA": {Founder, Founder}, "AUS": {Founder, OpenTo}, "CAN": {OpenTo, Absent}, "FRA": {OpenTo, Bystander},
	} {
		a, b := byID(first, id), byID(second, id)
		if a.Role != want[0] || b.Role != want[1] || a.Name != b.Name {
			t.Errorf("%s is %s in the first world and %s in the second, want %v", id, a.Role, b.Role, want)
		}
		if comparable := want[1].Invited(); (b.Change != nil) != comparable {
			t.Errorf("%s, %s in one and %s in the other, changes by %+v", id, a.Role, b.Role, b.Change)
		}
	}
	if usa := byID(second, "USA"); usa.Signed.Mean < 0.5 || usa.Change.Mean != usa.Signed.Mean-byID(first, "USA").Signed.Mean {
		t.Errorf("the United States sign in %v and change by %+v", usa.Signed, usa.Change)
	}
	if out := byID(second, "FRA"); out.Signed.Count != 0 {
		t.Errorf("France is not invited and signs in %d runs", out.Signed.Count)
	}
}

// Each world is taken at its own end and by its own headline clause.
func TestWorldsMayEndApart(t *testing.T) {
	a, b := ablated(t, "asia-1950"), ablated(t, "europe-1947")
	c := Compare(t.Context(), worldsOf(a, b), Options{Runs: 5, Seed: 1})
	for k, s := range []sim.Scenario{a, b} {
		sum := Play(t.Context(), sim.NewWorld(s), Options{Runs: 5, Seed: 1}).Summarise()
		w := c.Worlds[k]
		if w.InForce != sum.InForce[len(sum.InForce)-1] || w.End != sum.Labels[len(sum.Labels)-1] || w.Clause != s.Headline {
			t.Errorf("%s: the comparison has %+v at %s, the ensemble %+v", s.Name, w.InForce, w.End, sum.InForce[len(sum.InForce)-1])
		}
	}
	if ends, clauses := c.Differ(); !ends || !clauses {
		t.Errorf("the ends are said to differ: %v, the clauses: %v", ends, clauses)
	}
	if ends, clauses := Compare(t.Context(), worldsOf(a, a), Options{Runs: 1, Seed: 1}).Differ(); ends || clauses {
		t.Errorf("one scenario is said to end apart: %v, or to have two headline clauses: %v", ends, clauses)
	}
}

func TestComparisonTable(t *testing.T) {
	c := Compare(t.Context(), worldsOf(ablated(t, "pacific-2025"), ablated(t, "asia-1991")), Options{Runs: 3, Seed: 2})
	var b bytes.Buffer
	if err := c.Tables()[0].Write(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if want := 1 + 2*(2+len(c.Worlds[0].States)); len(rows) != want {
		t.Errorf("the table has %d rows, want %d", len(rows), want)
	}
	inForce := rows[1+2+len(c.Worlds[0].States)]
	if inForce[0] != "B" || inForce[2] != "in_force" || inForce[6] != Digits(c.Worlds[1].InForce.Mean) ||
		inForce[10] != Digits(c.Worlds[1].Change.InForce.Mean) || rows[1][10] != "" {
		t.Errorf("the second world begins with %q, the first with %q", inForce, rows[1])
	}
}

// Worlds are lettered as the columns of a spreadsheet are.
func TestWorldsAreLetteredLikeColumns(t *testing.T) {
	for k, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 27: "AB", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := Letter(k); got != want {
			t.Errorf("world %d is called %s, want %s", k, got, want)
		}
	}
}

// A change is told with the number of pairs it is seen in, which a run that failed in the first world is not among.
func TestComparisonTableCountsPairs(t *testing.T) {
	worlds := worldsOf(ablated(t, "pacific-2025"), ablated(t, "pacific-2025"))
	ask := func(ctx context.Context, o Options) Answer { return Compare(ctx, worlds, o) }
	opts := Options{Runs: 4, Seed: 1}
	opts.Ledger = failing(t, failing(t, nil, ask, opts, "A 0-3", 0), ask, opts, "B 0-3", 2)
	c := ask(t.Context(), opts)
	var b bytes.Buffer
	if err := c.Tables()[0].Write(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	pairs := 0
	for _, row := range rows[1:] {
		switch {
		case row[5] != "3" || row[0] == "A" && row[9] != "" || row[9] != "" && row[9] != "2":
			t.Errorf("%s, %s: %s runs and %q pairs, want 3 and 2", row[0], row[2], row[5], row[9])
		case row[9] == "2":
			pairs++
		}
	}
	if pairs < 4 {
		t.Errorf("only %d changes are told", pairs)
	}
}

// Whom a clause bound when a world began, in either of two, had nothing to sign there, so that nothing is compared.
func TestWhoWasBoundAtTheStartDoesNotChange(t *testing.T) {
	bound := ablated(t, "nato-1994")
	free := bound
	free.Clauses = maps.Clone(bound.Clauses)
	c := free.Clauses[free.Headline]
	c.Members = maps.Clone(c.Members)
	delete(c.Members, "BEL")
	free.Clauses[free.Headline] = c
	for _, of := range []struct {
		why           string
		first, second sim.Scenario
		atStart       bool // of Belgium, in the second world
	}{
		{"in both", bound, bound, true}, {"in the second alone", free, bound, true}, {"in the first alone", bound, free, false},
	} {
		for _, st := range Compare(t.Context(), worldsOf(of.first, of.second), Options{Runs: 1, Seed: 1}).Worlds[1].States {
			switch {
			case st.ID == "BEL" && (st.AtStart != of.atStart || st.Change != nil || !st.Role.Invited()):
				t.Errorf("%s, %s, bound from the start %s, is told to be bound: %v, and changes by %+v", st.Name, st.Role, of.why, st.AtStart, st.Change)
			case st.ID == "SWE" && (st.AtStart || st.Change == nil):
				t.Errorf("%s, which nothing bound, is told to be bound: %v, and changes by %+v", st.Name, st.AtStart, st.Change)
			}
		}
	}
}
