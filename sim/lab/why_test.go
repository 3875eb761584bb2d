package lab

import (
	"bytes"
	"context"
	"encoding/csv"
	"math"
	"reflect"
	"slices"
	"testing"

	"entente/sim"
	"entente/sim/lab/stats"
)

// named picks mechanisms by their ids.
func named(ids ...string) []Mechanism {
	return slices.DeleteFunc(slices.Clone(Mechanisms), func(m Mechanism) bool { return !slices.Contains(ids, m.ID) })
}

// Where one mechanism alone stands in the way, it carries the whole gap and the others nothing.
func TestWhyFindsWhatDecides(t *testing.T) {
	w := AskWhy(t.Context(), onlyAutonomy(t), named("autonomy", "trade", "friction"), Options{Runs: 20, Seed: 1})
	if w.Runs != 20 || w.Gap.Mean < 0.8 || w.Played != w.ToPlay {
		t.Fatalf("without autonomy the clause should form: the gap is %+v over %d runs", w.Gap, w.Runs)
	}
	for _, m := range w.Mechanisms {
		switch {
		case m.ID == "autonomy" && (m.Carries.Mean != w.Gap.Mean || m.First != w.Gap || m.Last != w.Gap || m.Inert):
			t.Errorf("autonomy carries %+v of the gap %+v", m.Carries, w.Gap)
		case m.ID != "autonomy" && (m.Carries != stats.Difference{} || !m.Inert):
			t.Errorf("%s counts for nothing here and carries %+v (inert: %v)", m.Name, m.Carries, m.Inert)
		}
	}
	if len(w.Coalitions) != 2 || w.ByPart()[0].ID != "autonomy" {
		t.Errorf("%d sets were played; %s is said to carry most", len(w.Coalitions), w.ByPart()[0].Name)
	}
}

// The values add up to the gap, for mechanisms that work with and against each other.
func TestValuesAddUpToTheGap(t *testing.T) {
	for _, name := range []string{"pacific-2025", "europe-1947", "asia-1950"} {
		w := AskWhy(t.Context(), ablated(t, name), named("shocks", "grey-zone", "prior-ties", "friction", "stances"), Options{Runs: 12, Seed: 3})
		sum := 0.0
		for _, m := range w.Mechanisms {
			sum += m.Carries.Mean
		}
		if math.Abs(sum-w.Gap.Mean) > 1e-12 || math.Abs(w.Removed.Mean-w.AsIs.Mean-w.Gap.Mean) > 1e-12 {
			t.Errorf("%s: the values add up to %v, the gap from %v to %v is %v", name, sum, w.AsIs.Mean, w.Removed.Mean, w.Gap.Mean)
		}
		if len(w.Coalitions) != 32 {
			t.Errorf("%s: %d sets of five mechanisms", name, len(w.Coalitions))
		}
	}
}

// The sets are those that Without makes, played as Play plays them; one removed by itself is what ablate removes.
func TestWhyAgreesWithAblation(t *testing.T) {
	s, opts := ablated(t, "pacific-2025"), Options{Runs: 12, Seed: 3}
	mechanisms := named("shocks", "prior-ties", "volatility", "friction")
	w, a := AskWhy(t.Context(), s, mechanisms, opts), ablate(t.Context(), s, mechanisms, opts)
	if w.AsIs != a.InForce {
		t.Errorf("as it is the clause is in force in %+v, by the ablation in %+v", w.AsIs, a.InForce)
	}
	for k, m := range w.Mechanisms {
		if r := a.Removals[k]; m.First != r.InForce.Change {
			t.Errorf("removing %s first changes %+v, by the ablation %+v", m.Name, m.First, r.InForce.Change)
		}
	}
	for _, c := range w.Coalitions {
		world := sim.NewWorld(Without(s, named(c.Without...)...))
		if sum := Play(t.Context(), world, opts).Summarise(); c.InForce != sum.InForce[len(sum.InForce)-1] {
			t.Errorf("without %v it is in force in %+v, by the ensemble in %+v", c.Without, c.InForce, sum.InForce[len(sum.InForce)-1])
		}
	}
}

// With one mechanism its value is the gap, with the interval of matched pairs.
func TestOneMechanismCarriesAll(t *testing.T) {
	w := AskWhy(t.Context(), ablated(t, "pacific-2025"), named("friction"), Options{Runs: 15, Seed: 2})
	if m := w.Mechanisms[0]; m.Carries != w.Gap || m.First != w.Gap || m.Last != w.Gap {
		t.Errorf("friction alone carries %+v of a gap of %+v", m.Carries, w.Gap)
	}
}

func TestWhyDoesNotDependOnWorkers(t *testing.T) {
	s := ablated(t, "asia-1991")
	one := AskWhy(t.Context(), s, named("shocks", "friction", "stances"), Options{Runs: 12, Seed: 5, Workers: 1})
	two := AskWhy(t.Context(), s, named("shocks", "friction", "stances"), Options{Runs: 12, Seed: 5, Workers: 3})
	if a, b := text(t, one), text(t, two); a != b {
		t.Errorf("one worker finds\n%s\nthree find\n%s", a, b)
	}
}

// Cut short, it tells of the blocks of runs that were played without every set, as if no more had been asked for.
func TestInterruptedWhy(t *testing.T) {
	s, mechanisms := ablated(t, "pacific-2025"), named("friction", "stances")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	cut := AskWhy(ctx, s, mechanisms, Options{Runs: 20, Seed: 2, Workers: 1, Done: func(count int) {
		if count == 47 { // two blocks of five runs without four sets, and some
			cancel()
		}
	}})
	first := AskWhy(t.Context(), s, mechanisms, Options{Runs: 10, Seed: 2})
	if cut.Runs != 10 || cut.ToPlay != 80 || cut.Played != 50 || cut.Asked != 20 {
		t.Errorf("cut after 47 of %d runs it has played %d and tells of %d", cut.ToPlay, cut.Played, cut.Runs)
	}
	cut.Asked = first.Asked
	if a, b := text(t, cut), text(t, first); a != b {
		t.Errorf("cut short it says\n%s\nthe first ten runs give\n%s", a, b)
	}
	if none := AskWhy(ctx, s, mechanisms, Options{Runs: 20, Seed: 2}); none.Runs != 0 || none.Played != 0 {
		t.Errorf("interrupted before it began it tells of %d runs", none.Runs)
	}
}

// A run that fails without one set is left out everywhere.
func TestARunThatFailsWithoutOneSet(t *testing.T) {
	s := ablated(t, "pacific-2025")
	g := newGame(sim.NewWorld(s), named("friction", "stances"), 10)
	g.play(t.Context(), Options{Seed: 2})
	g.ends[3*4+2] = &record{failure: "a promise of the model was broken"}
	w := &Why{Mechanisms: []Carried{{Mechanism: g.players[0]}, {Mechanism: g.players[1]}}}
	w.divide(g)
	if w.Runs != 9 || w.Coalitions[0].InForce.Runs != 9 {
		t.Errorf("one run of ten failed without one set, and %d are told of", w.Runs)
	}
	want := Failure{Run: 3, Without: "stances", Message: "a promise of the model was broken"}
	if f := g.failures(); len(f) != 1 || f[0] != want {
		t.Errorf("the failures are %+v, want %+v", f, want)
	}
}

// The worlds of the sets share what they have in common, and are the worlds of their scenarios.
func TestSetsAreLaidOutAsTheirScenarios(t *testing.T) {
	s := ablated(t, "asia-1950")
	g := newGame(sim.NewWorld(s), Mechanisms, 0)
	if len(g.worlds) != 1024 {
		t.Fatalf("%d sets of ten mechanisms", len(g.worlds))
	}
	for set := 1; set < len(g.worlds); set += 37 {
		if want := sim.NewWorld(Without(s, named(g.names(set)...)...)); !reflect.DeepEqual(g.worlds[set], want) {
			t.Errorf("the world without %v is not that of its scenario", g.names(set))
		}
	}
}

func TestTablesOfWhy(t *testing.T) {
	w := AskWhy(t.Context(), ablated(t, "pacific-2025"), named("shocks", "friction"), Options{Runs: 3, Seed: 2})
	for k, want := range []int{3, 5} {
		var b bytes.Buffer
		if err := w.Tables()[k].Write(&b); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil || len(rows) != want {
			t.Errorf("%s has %d rows, want %d (%v)", w.Tables()[k].Name, len(rows), want, err)
		}
		last := rows[len(rows)-1]
		if k == 0 && (last[0] != "friction" || last[2] != Digits(w.Mechanisms[1].Carries.Mean)) ||
			k == 1 && (last[0] != "1" || last[1] != "1" || last[4] != Digits(w.Removed.Mean) || rows[2][0] != "1" || rows[2][1] != "0") {
			t.Errorf("%s ends with %q", w.Tables()[k].Name, last)
		}
	}
}
