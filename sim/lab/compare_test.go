package lab

import (
	"bytes"
	"context"
	"encoding/csv"
	"reflect"
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
	if a.InForce != b.InForce || b.Change.Pairs != 40 || b.Change.InForce != stats.Matched(0, 0, 40) || b.Change.Members != (stats.Difference{}) {
		t.Errorf("beside itself a world changes by %+v", b.Change)
	}
	for k, st := range b.States {
		if *st.Change != stats.Matched(0, 0, 40) || a.States[k].Change != nil || a.States[k].Signed != st.Signed {
			t.Errorf("beside itself %s signs otherwise: %+v", st.Name, st)
		}
	}
	if len(b.Moved()) > 0 {
		t.Errorf("beside itself these move: %+v", b.Moved())
	}
}

// Comparing and ablating are one way to lay worlds side by side.
func TestComparisonAgreesWithAblation(t *testing.T) {
	s := ablated(t, "pacific-2025")
	m := Mechanisms[slices.IndexFunc(Mechanisms, func(m Mechanism) bool { return m.ID == "friction" })]
	opts := Options{Runs: 40, Seed: 8}
	r := ablate(t.Context(), s, []Mechanism{m}, opts).Removals[0]
	w := Compare(t.Context(), worldsOf(s, m.Remove(s)), opts).Worlds[1]
	if !r.InForce.Change.BeyondLuck() || w.Change.InForce != r.InForce.Change || w.Change.Members != r.Members.Change ||
		w.InForce != r.InForce.Without {
		t.Errorf("the comparison has %+v, the ablation %+v", w.Change, r.InForce)
	}
	for k, st := range r.States {
		if got := w.States[k]; got.ID != st.ID || *got.Change != st.Signed.Change || got.Signed != st.Signed.Without {
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

func TestComparisonDoesNotDependOnWorkers(t *testing.T) {
	worlds := worldsOf(ablated(t, "pacific-2025"), ablated(t, "pacific-2025", "states.JPN.stance=0.9"))
	one := Compare(t.Context(), worlds, Options{Runs: 12, Seed: 5, Workers: 1})
	two := Compare(t.Context(), worlds, Options{Runs: 12, Seed: 5, Workers: 2})
	if !reflect.DeepEqual(one, two) {
		t.Errorf("one worker finds\n%s\ntwo find\n%s", text(t, one), text(t, two))
	}
}

// Interrupted in the second world, it keeps of it the pairs that were played; interrupted at once, it has nothing.
func TestInterruptedComparison(t *testing.T) {
	s := ablated(t, "pacific-2025")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	cut := Compare(ctx, worldsOf(s, s, s), Options{Runs: 10, Seed: 2, Workers: 1, Done: func(count int) {
		if count == 14 {
			cancel()
		}
	}})
	if cut.Played != 14 || cut.ToPlay != 30 || len(cut.Worlds) != 2 || cut.Worlds[0].Runs != 10 || cut.Worlds[1].Change.Pairs != 4 {
		t.Errorf("cut after 14 of %d runs it has played %d and tells of %d worlds: %s", cut.ToPlay, cut.Played, len(cut.Worlds),
			text(t, cut.Worlds))
	}
	if none := Compare(ctx, worldsOf(s, s), Options{Runs: 10, Seed: 2}); none.Played != 0 || len(none.Worlds) != 0 {
		t.Errorf("interrupted before it began it has played %d runs and tells of %d worlds", none.Played, len(none.Worlds))
	}
}

func TestComparisonTable(t *testing.T) {
	c := Compare(t.Context(), worldsOf(ablated(t, "pacific-2025"), ablated(t, "asia-1991")), Options{Runs: 3, Seed: 2})
	var b bytes.Buffer
	if err := c.Table().Write(&b); err != nil {
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

func TestLetters(t *testing.T) {
	for k, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 27: "AB", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := Letter(k); got != want {
			t.Errorf("world %d is called %s, want %s", k, got, want)
		}
	}
}
