package lab

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math"
	"testing"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab/stats"
)

// ablated is a shipped scenario, with figures set.
func ablated(t *testing.T, name string, set ...string) sim.Scenario {
	t.Helper()
	l, err := scenarios.Load(name, scenarios.Options{Set: set, Best: true})
	if err != nil {
		t.Fatal(err)
	}
	return l.Scenario
}

// onlyAutonomy makes every state keen on the clause but for the freedom of action that it costs.
func onlyAutonomy(t *testing.T) sim.Scenario {
	set := []string{"parameters.decision.reluctance=-5", "parameters.decision.autonomy=20"}
	for _, weight := range []string{"security", "interest", "entrapment", "trade", "friction", "unlikeness", "home",
		"sponsorship", "volatility", "audience"} {
		set = append(set, "parameters.decision."+weight+"=0")
	}
	for _, founder := range []string{"AUS", "JPN", "PHL", "USA"} {
		set = append(set, "states."+founder+".autonomy_tradition=1")
	}
	return ablated(t, "pacific-2025", set...)
}

func text(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Where one mechanism alone stands in the way, its removal and no other's lets the clause come into force.
func TestAblationFindsWhatDecides(t *testing.T) {
	a := Ablate(t.Context(), onlyAutonomy(t), Options{Runs: 40, Seed: 1})
	if a.InForce.Mean > 0.1 || a.Runs != 40 || len(a.Removals) != len(Mechanisms) || a.Played != a.ToPlay {
		t.Fatalf("the clause is in force in %v of the runs with %d removals; nobody should sign", a.InForce, len(a.Removals))
	}
	for _, r := range a.Removals {
		decides := r.ID == "autonomy"
		if r.Inert && (decides || r.InForce.Change.BeyondLuck()) {
			t.Errorf("there is nothing of %s to remove, and it changes the chance by %+v", r.ID, r.InForce.Change)
		}
		if got := r.InForce.Change.Mean > 0.5 && r.InForce.Change.BeyondLuck() && r.Members.Change.Low > 1; got != decides {
			t.Errorf("removing %s changes the chance by %+v and the members by %+v", r.ID, r.InForce.Change, r.Members.Change)
		}
		if r.InForce.First != a.InForce || r.Members.First != a.Members || r.Pairs != 40 {
			t.Errorf("%s is compared with %v and %v members in %d pairs, not with the scenario as it is: %v and %v",
				r.ID, r.InForce.First, r.Members.First, r.Pairs, a.InForce, a.Members)
		}
	}
	present := a.ByChange()
	if last := present[len(present)-1]; last.ID != "autonomy" {
		t.Errorf("the greatest rise is said to be that of %s", last.ID)
	}
	byID := map[string]Removal{}
	for _, r := range a.Removals {
		byID[r.ID] = r
	}
	autonomy := byID["autonomy"]
	if moved := autonomy.Movers(); len(moved) < 4 || moved[0].Role != Founder {
		t.Errorf("without autonomy %d states move, first %+v; want the four founders first", len(moved), moved)
	}
	trade := byID["trade"]
	if moved := trade.Movers(); len(moved) > 0 {
		t.Errorf("trade counts for nothing here, and its removal moves %+v", moved)
	}
}

// The luck is the same: taking nothing out changes nothing, in any run.
func TestAblatingNothing(t *testing.T) {
	nothing := Mechanism{ID: "nothing", Remove: func(s sim.Scenario) sim.Scenario {
		s.Title += ", by another name" // is removed, and no run minds
		return s
	}}
	a := ablate(t.Context(), ablated(t, "europe-1947"), []Mechanism{nothing}, Options{Runs: 60, Seed: 3})
	r := a.Removals[0]
	if r.Inert || a.Played != 120 {
		t.Fatalf("%d runs were played of two worlds (inert: %v)", a.Played, r.Inert)
	}
	if r.Pairs != 60 || r.InForce.Change != stats.Matched(0, 0, 60) || r.Members.Change != (stats.Difference{}) {
		t.Errorf("without nothing the chance changes by %+v, the members by %+v", r.InForce.Change, r.Members.Change)
	}
	if d := r.InForce.Change; d.Mean != 0 || d.BeyondLuck() {
		t.Errorf("no change is said to lie in %v to %v", d.Low, d.High)
	}
	for _, st := range r.States {
		if st.Signed.Change != stats.Matched(0, 0, 60) || st.Signed.First != st.Signed.Second {
			t.Errorf("without nothing %s signs otherwise: %+v", st.Name, st.Signed)
		}
	}
}

// Where there is nothing of a mechanism to remove, no run is played to find that nothing changes.
func TestWhatIsNotThereIsNotPlayed(t *testing.T) {
	s := onlyAutonomy(t)
	a := Ablate(t.Context(), s, Options{Runs: 4, Seed: 1})
	inert := 0
	for _, r := range a.Removals {
		if r.Inert {
			inert++
			if r.InForce.Change != stats.Matched(0, 0, 4) || r.Members.Change != (stats.Difference{}) || len(r.Movers()) > 0 {
				t.Errorf("there is no %s to remove, and without it the chance changes by %+v", r.ID, r.InForce.Change)
			}
		}
	}
	if present := len(Present(s)); inert == 0 || present != len(Mechanisms)-inert || a.Played != 4*(1+present) {
		t.Errorf("%d runs were played, though of %d mechanisms there is nothing to remove", a.Played, inert)
	}
}

// The scenario as it is, is what Play plays and Summarise tells.
func TestAblationAgreesWithTheEnsemble(t *testing.T) {
	s := ablated(t, "asia-1950", "parameters.decision.reluctance=-5")
	opts := Options{Runs: 60, Seed: 9}
	a, sum := Ablate(t.Context(), s, opts), Play(t.Context(), sim.NewWorld(s), opts).Summarise()
	if want := sum.InForce[len(sum.InForce)-1]; a.InForce != want || want.Count == 0 {
		t.Errorf("in force at the end: the ablation has %+v, the ensemble %+v", a.InForce, want)
	}
	if math.Abs(a.Members-sum.Members.Mean) > 1e-12 {
		t.Errorf("members: the ablation has %v, the ensemble %v", a.Members, sum.Members.Mean)
	}
	for k, st := range a.Removals[0].States {
		if want := sum.States[k]; st.ID != want.ID || st.Signed.First != want.Signed {
			t.Errorf("%s: the ablation has %+v, the ensemble %s with %+v", st.ID, st.Signed.First, want.ID, want.Signed)
		}
	}
}

func TestAblationTable(t *testing.T) {
	a := Ablate(t.Context(), ablated(t, "pacific-2025"), Options{Runs: 3, Seed: 2})
	var b bytes.Buffer
	if err := a.Tables()[0].Write(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if want := 1 + len(Mechanisms)*(2+len(a.Removals[0].States)); len(rows) != want {
		t.Errorf("the table has %d rows, want %d", len(rows), want)
	}
	signed, last := rows[len(rows)-1], a.Removals[len(a.Removals)-1]
	st := last.States[len(last.States)-1]
	if signed[0] != last.ID || signed[1] != "signed" || signed[2] != st.ID || signed[6] != Digits(st.Signed.Change.Mean) {
		t.Errorf("the last row is %q, want what %s does to %s", signed, last.ID, st.ID)
	}
}
