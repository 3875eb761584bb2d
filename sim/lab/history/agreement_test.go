package history

import (
	"math"
	"testing"

	"entente/sim"
)

// Two states over two years, eight quarters. The coders give A the same for the first year and 0.3 against 0.6 for the second; B
// gets -1 and -0.5 throughout. Nobody invites C.
func TestCodersAgreeByQuarterAndInvitedState(t *testing.T) {
	world := func(a, b sim.Series) sim.Scenario {
		return sim.Scenario{Name: "made up", Start: 2000, End: 2001.99,
			States:  map[string]sim.State{"A": {Stance: a}, "B": {Stance: b}, "C": {}},
			Clauses: map[string]sim.Clause{"pact": {Founders: []string{"A"}, OpenTo: map[string]sim.Date{"B": 2000}}}}
	}
	step := func(before, after float64) sim.Series {
		return sim.Series{{Date: 2000, Value: before}, {Date: 2000.75, Value: before}, {Date: 2001, Value: after}}
	}
	twice := Twice{First: world(step(0, 0.3), sim.Const(-1)), Second: world(step(0, 0.6), sim.Const(-0.5)),
		Paths: []string{"states.A.stance", "states.B.stance", "states.C.stance"}}
	each, all := Agree([]Twice{twice}, 1)
	if len(each) != 1 {
		t.Fatalf("%d scenarios, want 1", len(each))
	}
	// Of sixteen quarters four agree. Apart: 4 x 0.3 + 8 x 0.5 = 5.2; the second is higher by as much. By luck: the
	// first gave 0, 0.3 and -1 four, four and eight times, the second 0, 0.6 and -0.5: 4 (4x0.6 + 8x0.5) + 4 (4x0.3 +
	// 4x0.3 + 8x0.8) + 8 (4x1 + 4x1.6 + 8x0.5) = 176 of 256.
	for _, a := range []Agreement{each[0], all} {
		want := Agreement{Stances: 2, Units: 16, Same: 4. / 16, Apart: 5.2 / 16, Higher: 5.2 / 16}
		if a.Stances != want.Stances || a.Units != want.Units || !near(a.Same, want.Same) || !near(a.Apart, want.Apart) ||
			!near(a.Higher, want.Higher) {
			t.Errorf("agreement is %+v, want %+v", a, want)
		}
		if want := 1 - 5.2/16/(176./256); !near(a.Kappa.Mean, want) {
			t.Errorf("kappa is %v, want %v", a.Kappa.Mean, want)
		}
	}
}

func near(got, want float64) bool { return math.Abs(got-want) < 1e-9 }

// A scenario that plays another on is compared from the other's end, and a stance on a clause while it is on the table.
func TestAgreeCountsNothingTwice(t *testing.T) {
	base := sim.Scenario{Name: "base", Start: 2000, End: 2000.99, States: map[string]sim.State{"A": {Stance: sim.Const(0)}},
		Clauses: map[string]sim.Clause{"other": {Founders: []string{"A"}}}}
	on := base
	on.Name, on.Base, on.End = "on", "base", 2001.99
	on.Clauses = map[string]sim.Clause{"other": base.Clauses["other"],
		"pact": {Opens: 2000.5, Closes: 2001, Stance: map[string]sim.Series{"A": sim.Const(1)}}}
	paths := []string{"states.A.stance"}
	each, all := Agree([]Twice{{base, base, paths}, {on, on, append(paths, "clauses.pact.stance.A")}}, 1)
	if each[0].Units != 4 || each[1].Units != 4+3 || all.Units != 4+7 {
		t.Errorf("units are %d and %d, %d in all; want 4, 7 (a year, and three quarters of the pact) and 11", each[0].Units,
			each[1].Units, all.Units)
	}
	if all.Kappa.Mean != 1 || all.Same != 1 {
		t.Errorf("one coding agrees with itself in %v, kappa %v", all.Same, all.Kappa.Mean)
	}
}

// A value between two rungs belongs to the nearer.
func TestAValueBelongsToTheNearerRung(t *testing.T) {
	for v, want := range map[float64]float64{-1: -1, -0.8: -1, -0.7: -0.5, -0.3: -0.2, 0.1: 0, 0.15: 0, 0.2: 0.3, 0.7: 0.6, 0.9: 1} {
		if got := rungs()[rung(v)]; got != want {
			t.Errorf("%v belongs to rung %v, want %v", v, got, want)
		}
	}
}
