package lab

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// What follows --set makes the same scenario as the search played: the same levers, the same clause.
func TestMovesAreFiguresToSet(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many runs")
	}
	for _, name := range scenarios.Names() {
		plain := ablated(t, name)
		for _, state := range []string{"", plain.Clauses[plain.Headline].Founders[1]} {
			for _, l := range levers(plain, state) {
				values := []float64{l.Low, 0.635, l.High}
				if plain.Base != "" { // its figures are those of its base, whose ends are tried there
					values = values[1:2]
				}
				for _, v := range values {
					want := plain
					l.set(&want, v)
					got := ablated(t, name, scenarios.Setting(l.Path, v))
					for who, row := range want.Levers { // the reader fills in what is not given
						if len(row.Stance) == 0 {
							row.Stance = sim.Const(0)
						}
						for _, f := range []*sim.Series{&row.Threat, &row.Trade, &row.Volatility, &row.Ties, &row.Friction} {
							if len(*f) == 0 {
								*f = sim.Const(1)
							}
						}
						want.Levers[who] = row
					}
					got.Overrides = want.Overrides // which the one bears and the other does not
					if !reflect.DeepEqual(got, want) {
						t.Errorf("%s: --set %s makes another scenario than the search plays", name, scenarios.Setting(l.Path, v))
					}
				}
			}
		}
		w, c := sim.NewWorld(plain), plain.Clauses[plain.Headline]
		for _, i := range ByRole(w, w.Headline()) {
			other := withFounder(c, w.States[i])
			switch RoleOf(w, w.Headline(), i) {
			case Founder:
				other = withoutFounder(c, w.States[i])
			case RivalRole:
				continue
			}
			var sets []string
			for _, s := range clauseSettings(plain.Headline, c, other) {
				sets = append(sets, scenarios.Setting(s.Path, s.Value()))
			}
			got := ablated(t, name, sets...).Clauses[plain.Headline]
			if len(other.OpenTo) == 0 {
				other.OpenTo = nil
			}
			if len(other.Required) == 0 {
				other.Required = nil
			}
			if !reflect.DeepEqual(got, other) {
				t.Errorf("%s without or with %s: --set makes %+v, the search plays %+v", name, w.States[i], got, other)
			}
		}
	}
}

// To halve and to double cost the same; to take away costs all; at is the inverse of cost, never short of it.
func TestCostByHand(t *testing.T) {
	l := Lever{Now: 1, Low: 0, High: 5}
	for v, want := range map[float64]float64{1: 0, 0.5: 0.5, 2: 0.5, 0: 1, 5: 0.8, 0.75: 0.25, 1.25: 0.2} {
		if got := l.cost(v); math.Abs(got-want) > 1e-12 {
			t.Errorf("from 1 to %v costs %v, want %v", v, got, want)
		}
	}
	for _, l := range []Lever{l, {Now: 0.7, High: 1}, {Now: 1, High: 1}, {Now: 0.333, High: 1}, {Now: 2, High: 5}, {Now: 0, High: 5}} {
		for _, to := range []side{down, up} {
			for c := 0.0; c <= l.farthest(to)+1e-12; c += 0.01 {
				v := value(l.at(to, c))
				if v < l.Low || v > l.High || l.Now > 0 && (v-l.Now)*float64(to) < -1e-12 {
					t.Fatalf("from %v a cost of %v buys %v on side %v", l.Now, c, v, to)
				}
				if got := l.cost(v); l.Now > 0 && v != l.Low && v != l.High && (got < c-1e-9 || got > c+0.05) {
					t.Fatalf("from %v a cost of %v buys %v, which costs %v", l.Now, c, v, got)
				}
			}
		}
	}
	if v := value(Lever{Now: 0, High: 5}.at(up, 1)); v != 5 {
		t.Errorf("from nothing the end of the range is %v, want 5", v)
	}
}

// A lever is told in the unit of the figure that it moves.
func TestLeversHaveTheUnitOfTheirFigures(t *testing.T) {
	s := ablated(t, "pacific-2025")
	for _, state := range []string{"", "JPN"} {
		for _, l := range levers(s, state) {
			if f, ok := sim.FigureAt(l.Path); !ok || l.Unit != f.Unit || l.Unit == "" {
				t.Errorf("the lever %s is told in %q, and %s in %q", l.ID, l.Unit, l.Path, f.Unit)
			}
			how, _, _ := strings.Cut(l.Unit, " ")
			if moves := how == "times" || how == "added"; moves != strings.HasPrefix(l.Path, "levers.") {
				t.Errorf("%s is told as %q", l.Path, l.Unit)
			}
		}
	}
}
