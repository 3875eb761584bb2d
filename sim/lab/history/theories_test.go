package history

import (
	"bytes"
	"context"
	"encoding/csv"
	"math"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

// The article's row is what Play plays and Summarise tells; each other row is the scenario with that theory.
func TestTheoriesAgreeWithTheEnsemble(t *testing.T) {
	s := shipped(t, "asia-1950")
	opts := lab.Options{Runs: 40, Seed: 9}
	b := Theories(t.Context(), s, opts)
	if len(b.Rows) != len(sim.Theories()) || b.Played != 40*len(b.Rows) {
		t.Fatalf("%d theories of %d were played, %d runs", len(b.Rows), len(sim.Theories()), b.Played)
	}
	differ := 0
	for k, theory := range sim.Theories() {
		s.Theory = theory.Name
		sum := lab.Play(t.Context(), sim.NewWorld(s), opts).Summarise()
		row := b.Rows[k]
		if row.Name != theory.Name || row.InForce != sum.InForce[len(sum.InForce)-1] || math.Abs(row.Members-sum.Members.Mean) > 1e-12 {
			t.Errorf("by %s the clause is in force in %+v with %v members, the ensemble has %+v and %v", theory.Name, row.InForce, row.Members,
				sum.InForce[len(sum.InForce)-1], sum.Members.Mean)
		}
		for i, st := range b.States {
			if sum.States[i].ID != st.ID || sum.States[i].Signed != row.Signed[i] {
				t.Errorf("by %s %s signs in %+v, the ensemble has %s with %+v", theory.Name, st.ID, row.Signed[i], sum.States[i].ID, sum.States[i].Signed)
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
	b := Theories(t.Context(), shipped(t, "europe-1947"), lab.Options{Runs: 1, Seed: 1})
	history := map[string]string{}
	for _, st := range b.States {
		history[st.ID] = st.History
	}
	for id, want := range map[string]string{"FRA": "signed", "PRT": "signed", "IRL": "did not", "ESP": "did not", "DEU": "signed"} {
		if history[id] != want {
			t.Errorf("%s %q the treaty of 1949, by the record it %q", id, history[id], want)
		}
	}
	for _, st := range Theories(t.Context(), shipped(t, "pacific-2025"), lab.Options{Runs: 1, Seed: 1}).States {
		if st.History != "" {
			t.Errorf("history is said to know of %s: %q", st.ID, st.History)
		}
	}
	other := shipped(t, "europe-1947")
	other.Name = "mine"
	if v := Theories(t.Context(), other, lab.Options{Runs: 1, Seed: 1}).Rows[0].Verdicts; len(v) > 0 {
		t.Errorf("a scenario of another name is judged by %s", v[0].ID)
	}
}

func TestTheoriesDoNotDependOnWorkers(t *testing.T) {
	s := shipped(t, "pacific-2025")
	one := Theories(t.Context(), s, lab.Options{Runs: 6, Seed: 5, Workers: 1})
	two := Theories(t.Context(), s, lab.Options{Runs: 6, Seed: 5, Workers: 2})
	if a, b := text(t, one), text(t, two); a != b {
		t.Errorf("one worker finds\n%s\ntwo find\n%s", a, b)
	}
}

// Interrupted in the third theory, it keeps two whole and what was played of the third.
func TestInterruptedTheories(t *testing.T) {
	s := shipped(t, "pacific-2025")
	full := Theories(t.Context(), s, lab.Options{Runs: 10, Seed: 2})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	cut := Theories(ctx, s, lab.Options{Runs: 10, Seed: 2, Workers: 1, Done: func(count int) {
		if count == 24 {
			cancel()
		}
	}})
	if cut.Played != 24 || len(cut.Rows) != 3 || cut.Rows[2].Runs != 4 {
		t.Fatalf("cut after 24 runs it has %d, in %d theories", cut.Played, len(cut.Rows))
	}
	if a, b := text(t, cut.Rows[:2]), text(t, full.Rows[:2]); a != b {
		t.Errorf("the theories that were done are\n%s\nin the full set they are\n%s", a, b)
	}
}

func TestTablesOfTheories(t *testing.T) {
	b := Theories(t.Context(), shipped(t, "europe-1947"), lab.Options{Runs: 3, Seed: 2})
	for _, table := range b.Tables() {
		var out bytes.Buffer
		if err := table.Write(&out); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		want := 1 + len(b.Rows)*(2+len(b.States))
		if table.Name == "scores.csv" {
			want = 1 + len(b.Rows)*2*5 // V1 and V2, the model and four simple rules
		}
		if len(rows) != want {
			t.Errorf("%s has %d rows, want %d", table.Name, len(rows), want)
		}
	}
}
