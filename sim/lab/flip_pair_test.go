package lab

import (
	"math"
	"slices"
	"strings"
	"testing"

	"entente/sim/lab/stats"
)

// Into pairs go the levers that cross alone, the cheapest first, then those that come nearest to the target, from
// whichever side. A lever that nowhere does better than now has nothing to add.
func TestWhichLeversGoTogether(t *testing.T) {
	lever := func(id string, cost, chance float64, crosses bool) Pull {
		m := &Move{Values: []float64{0.5}, Cost: cost, Chance: stats.Share{Mean: chance}, Crosses: crosses}
		pull := Pull{Lever: Lever{ID: id, Now: 1}, Best: m}
		if crosses {
			pull.At = m
		}
		return pull
	}
	for _, above := range []bool{false, true} {
		sign := func(v float64) float64 { // the same world from the other side
			if above {
				return 1 - v
			}
			return v
		}
		h := &hunt{Flip: &Flip{Target: 0.5, Above: above, Levers: []Pull{
			lever("far", 0.9, sign(0.2), false), lever("near", 0.9, sign(0.4), false), lever("idle", 0, sign(0.1), false),
			lever("nearer", 0.9, sign(0.45), false), lever("dear", 0.8, sign(0.6), true), lever("cheap", 0.2, sign(0.5), true),
			lever("dearest", 0.9, sign(0.6), true), lever("middling", 0.5, sign(0.6), true),
		}}}
		var got []string
		for _, m := range h.movers() {
			got = append(got, m.ID)
		}
		if want := []string{"cheap", "middling", "dear", "nearer", "near"}; !slices.Equal(got, want) {
			t.Errorf("above %v: %v go together, want %v", above, got, want)
		}
	}
}

// The cheapest pair is no dearer than the ray beside the cheapest lever, where the other helps or does no harm.
func TestThePairIsNoDearerThanItsRays(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many runs")
	}
	const costly = "parameters.decision.reluctance=1.5 parameters.decision.trade=300" // more than one lever has something to turn
	f := FindFlip(t.Context(), brief(ablated(t, "pacific-2025", strings.Fields(costly)...)), "", 0.5, Options{Runs: 20, Seed: 3})
	if f.Pair == nil || f.Cheapest() == nil {
		t.Fatalf("pacific-2025 has levers that bring it to 40 %%: pair %v, cheapest %v", f.Pair, f.Cheapest())
	}
	if f.PairIsCheaper() != (f.Pair.Cost < f.Cheapest().At.Cost-0.02) { // to which a pair is halved
		t.Errorf("a pair at %v is cheaper than %v: %v", f.Pair.Cost, f.Cheapest().At.Cost, f.PairIsCheaper())
	}
	if most := f.Cheapest().At.Cost / rays[2][0]; f.Pair.Cost > most+0.05 {
		t.Errorf("the cheapest pair costs %v, and %v would do on the ray next to %s", f.Pair.Cost, most, f.Cheapest().Name)
	}
}

// A pair of which one lever would do alone, at the value that it has, is no pair of two.
func TestNoLeverOfAPairWouldDoAlone(t *testing.T) {
	pairs := 0
	for _, c := range []struct{ name, set string }{
		{"pacific-2025", ""}, {"pacific-2025", "parameters.decision.reluctance=1.5 parameters.decision.trade=300"}, {"asia-1991", ""},
	} {
		f := FindFlip(t.Context(), brief(ablated(t, c.name, strings.Fields(c.set)...)), "", 0.5, Options{Runs: 30, Seed: 2})
		if f.Pair == nil {
			continue
		}
		pairs++
		for k, id := range f.Pair.Levers {
			pull := pullOf(t, f, id)
			if at := pull.At; at != nil && math.Abs(f.Pair.Values[k]-pull.Now) >= math.Abs(at.Values[0]-pull.Now) {
				t.Errorf("%s: of the pair %s, %s would do alone from %v on", c.name, inWords(f.Pair.Set), id, at.Values[0])
			}
		}
	}
	if pairs == 0 {
		t.Error("no pair was found: the scenarios do not put the claim to the test")
	}
}
