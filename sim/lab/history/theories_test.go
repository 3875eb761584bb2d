package history

import (
	"bytes"
	"context"
	"encoding/csv"
	"math"
	"slices"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

// board is one scenario under each theory.
func board(t *testing.T, s sim.Scenario, opts lab.Options) *Switchboard {
	t.Helper()
	return &AskTheories(t.Context(), []sim.Scenario{s}, opts).Boards[0]
}

// The article's row is what Play plays and Summarise tells; each other row is the scenario with that theory.
func TestTheoriesAgreeWithTheEnsemble(t *testing.T) {
	s := shipped(t, "asia-1950")
	opts := lab.Options{Runs: 40, Seed: 9}
	if testing.Short() {
		opts.Runs = 15
	}
	b := board(t, s, opts)
	if len(b.Rows) != len(sim.Theories()) || b.Played != opts.Runs*len(b.Rows) {
		t.Fatalf("%d theories of %d were played, %d runs", len(b.Rows), len(sim.Theories()), b.Played)
	}
	differ := 0
	for k, theory := range sim.Theories() {
		s.Theory = theory.Name
		sum := lab.Play(t.Context(), sim.NewWorld(s), opts).Summarise()
		row := b.Rows[k]
		if row.Name != theory.Name || row.InForce != sum.InForce[len(sum.InForce)-1] || math.Abs(row.Members-sum.Members.Mean) > 1e-12 {
			t.Errorf("by %s the clause is in force in %+v with %v members, the ensemble has %+v and %v", theory.Name,
				row.InForce, row.Members,
				sum.InForce[len(sum.InForce)-1], sum.Members.Mean)
		}
		for i, st := range b.States {
			if sum.States[i].ID != st.ID || sum.States[i].Signed != row.Signed[i] {
				t.Errorf("by %s %s signs in %+v, the ensemble has %s with %+v", theory.Name, st.ID, row.Signed[i],
					sum.States[i].ID, sum.States[i].Signed)
			}
		}
		if len(row.Verdicts) != 1 || row.Verdicts[0].ID != "V4" {
			t.Errorf("by %s the episodes judged are %+v, want V4", theory.Name, row.Verdicts)
		}
		if row.InForce != b.Rows[0].InForce {
			differ++
		}
	}
	if differ < 5 {
		t.Errorf("only %d theories differ from the article", differ)
	}
}

// History is what the record says of the headline clause, and nothing where there is no record or no episode.
func TestTheoriesKnowHistoryWhereThereIsSome(t *testing.T) {
	b := board(t, shipped(t, "europe-1947"), lab.Options{Runs: 1, Seed: 1})
	history := map[string]string{}
	for _, st := range b.States {
		history[st.ID] = st.History
	}
	for id, want := range map[string]string{"FRA": "signed", "PRT": "signed", "IRL": "did not", "ESP": "did not", "DEU": "signed"} {
		if history[id] != want {
			t.Errorf("%s %q the treaty of 1949, by the record it %q", id, history[id], want)
		}
	}
	for _, st := range board(t, shipped(t, "pacific-2025"), lab.Options{Runs: 1, Seed: 1}).States {
		if st.History != "" {
			t.Errorf("history is said to know of %s: %q", st.ID, st.History)
		}
	}
	other := shipped(t, "europe-1947")
	other.Name = "mine"
	if v := board(t, other, lab.Options{Runs: 1, Seed: 1}).Rows[0].Verdicts; len(v) > 0 {
		t.Errorf("a scenario of another name is judged by %s", v[0].ID)
	}
}

// History lasts until the last day of the scenario, and no longer.
func TestTheLastDayOfHistoryCounts(t *testing.T) {
	s := shipped(t, "europe-1947") // to 1955Q4
	truth := s.Truth[s.Headline]
	for day, want := range map[string]string{"1955-12-31": "signed", "1956": "did not", "1956-06": "did not"} {
		date, err := sim.ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		truth.Signed = map[string]sim.Date{"DEU": date}
		s.Truth = map[string]sim.Truth{s.Headline: truth}
		for _, st := range board(t, s, lab.Options{Runs: 1, Seed: 1}).States {
			if st.ID == "DEU" && st.History != want {
				t.Errorf("who signs on %s %q, want %q", day, st.History, want)
			}
		}
	}
}

// Several scenarios are boards of one answer: each is what it is alone, and counts its own runs.
func TestTheoriesOnSeveralScenarios(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many runs")
	}
	both := []sim.Scenario{shipped(t, "asia-1950"), shipped(t, "pacific-2025")}
	opts := lab.Options{Runs: 5, Seed: 2}
	found := AskTheories(t.Context(), both, opts)
	if worlds := 2 * len(sim.Theories()); found.Played != 5*worlds || found.ToPlay != 5*worlds || found.Runs != 5 ||
		found.Theory != "" || len(found.Boards) != 2 {
		t.Errorf("two scenarios in %d worlds count %+v", worlds, found.Head)
	}
	for k, s := range both {
		if a, b := text(t, &found.Boards[k]), text(t, board(t, s, opts)); a != b {
			t.Errorf("%s beside another is\n%s\nalone\n%s", s.Name, a, b)
		}
	}
}

// Whole, cut short, remembered or spoilt: the answer is that of the first so many runs, and says so.
func TestTheoriesAreCountedAndResumed(t *testing.T) {
	pacific := shipped(t, "pacific-2025")
	if testing.Short() {
		pacific.End = 2027
	}
	both := []sim.Scenario{shipped(t, "asia-1950"), pacific}
	engine(t, func(ctx context.Context, o lab.Options) lab.Answer { return AskTheories(ctx, both, o) }, 2*len(sim.Theories()))
}

// A run that fails by one theory is told with its world, on its own board, and leaves the other theories their runs.
func TestARunThatFailsByOneTheory(t *testing.T) {
	both := []sim.Scenario{shipped(t, "asia-1950"), shipped(t, "pacific-2025")}
	name := "pacific-2025 by " + sim.Theories()[2].Name
	opts := lab.Options{Runs: 7, Seed: 2}
	fine := AskTheories(t.Context(), both, opts)
	m := &memory{known: map[string]string{name + " 5-6": `[{"failure":"a promise was broken"},{"failure":"another"}]`}}
	opts.Ledger, opts.Workers = m, 1
	found := AskTheories(t.Context(), both, opts)
	want := []lab.Failure{{Run: 5, World: name, Message: "a promise was broken"}, {Run: 6, World: name, Message: "another"}}
	if !slices.Equal(found.Failures, want) || len(found.Boards[0].Failures) != 0 || !slices.Equal(found.Boards[1].Failures, want) {
		t.Errorf("the failures are %+v, on the boards %+v and %+v; want %+v", found.Failures, found.Boards[0].Failures,
			found.Boards[1].Failures, want)
	}
	for k, row := range found.Boards[1].Rows {
		if was := fine.Boards[1].Rows[k]; k == 2 && (row.Runs != 5 || row.InForce.Runs != 5) || k != 2 && text(t, row) != text(t, was) {
			t.Errorf("two runs failed by %s, and %s is %s, else %s", name, row.Name, text(t, row), text(t, was))
		}
	}
}

func TestTablesOfTheories(t *testing.T) {
	found := AskTheories(t.Context(), []sim.Scenario{shipped(t, "europe-1947"), shipped(t, "pacific-2025")}, lab.Options{Runs: 3, Seed: 2})
	b, other := found.Boards[0], found.Boards[1]
	want := map[string]int{
		"europe-1947-theories.csv":  len(b.Rows) * (2 + len(b.States)),
		"pacific-2025-theories.csv": len(other.Rows) * (2 + len(other.States)),
		"europe-1947-scores.csv":    len(b.Rows) * 2 * (1 + len(SimpleRules())), // V1 and V2, the model and the simple rules
	}
	for _, table := range found.Tables() {
		var out bytes.Buffer
		if err := table.Write(&out); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&out).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) != 1+want[table.Name] {
			t.Errorf("%s has %d rows, want %d", table.Name, len(rows), 1+want[table.Name])
		}
		delete(want, table.Name)
	}
	if len(want) > 0 {
		t.Errorf("these tables are missing: %v", want)
	}
	alone := AskTheories(t.Context(), []sim.Scenario{shipped(t, "pacific-2025")}, lab.Options{Runs: 1, Seed: 2}).Tables()
	if alone[0].Name != "theories.csv" || alone[1].Name != "scores.csv" {
		t.Errorf("of one scenario the tables are %s and %s", alone[0].Name, alone[1].Name)
	}
}

// Belgium and Germany had joined before 1994, Sweden joined after.
func TestTheoriesKnowWhoWasBoundBefore(t *testing.T) {
	for _, st := range board(t, shipped(t, "nato-1994"), lab.Options{Runs: 1, Seed: 1}).States {
		if want := st.ID == "BEL" || st.ID == "DEU"; (want || st.ID == "SWE") && (st.AtStart != want || st.History != "signed") {
			t.Errorf("%s, bound from the start %v, %q", st.ID, st.AtStart, st.History)
		}
	}
}
