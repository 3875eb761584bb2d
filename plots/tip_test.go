package plots

import (
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/design"
	"entente/sim/lab/stats"
)

func TestATippingMapIsAsLookedAt(t *testing.T) {
	checkStudy(t, "tip", func(t *testing.T, factor string, flat bool) []Named {
		return OfTip(madeUpStudy(t, factor, design.NewFactorial([][]float64{design.Even(5), design.Even(5)}), 20, flat).Tip())
	})
	h, plan := nothingOf(t)
	checkChart(t, "map of nothing", OfTip(&lab.Tip{Head: h, Plan: plan})[0].Chart())
}

// The title says whether the chance tips as far as the runs tell. By hand, of 100 of them: the interval of 2 ends at 7.0 %, of 20 at 29.2 %;
// that of 80 begins at 70.8 %, of 98 at 93.0 %; those of 40 and 60 hold one half.
func TestATippingMapIsNamedAfterWhatItFinds(t *testing.T) {
	for _, c := range []struct {
		low, high int
		want      string
	}{
		{2, 98, "The chance that the pact is in force tips on this map: 0.2 to 7.0 % at its lowest point, 93.0 to 99.8 % at its highest"},
		{2, 20, "The chance that the pact is in force reaches one half nowhere on this map: 29.2 % at most (95 %)"},
		{80, 98, "The chance that the pact is in force is one half or more all over this map: 70.8 % at least (95 %)"},
		{40, 60, "Whether the chance that the pact is in force tips on this map, these runs do not tell"},
		{2, 60, "Whether the chance that the pact is in force tips on this map, these runs do not tell"},
		{40, 98, "Whether the chance that the pact is in force tips on this map, these runs do not tell"},
	} {
		m := &lab.Tip{Plan: lab.Plan{Outputs: []lab.Output{{Name: "the pact is in force", Measure: "in-force"}}}, X: []float64{0, 1}, Y: []float64{0},
			Chance: [][]stats.Share{{stats.ShareOf(c.low, 100), stats.ShareOf(c.high, 100)}}}
		if got := tipFound(m); got != c.want {
			t.Errorf("from %d to %d of 100 runs it is called %q, want %q", c.low, c.high, got, c.want)
		}
	}
}

// A figure that moves over time is none of those at which the map holds it, and a scenario beyond the edge has no place on it.
func TestTheScenarioStandsOnAMapThatHoldsIt(t *testing.T) {
	for _, c := range []struct {
		why   string
		now   [2]float64
		moves [2]bool
		want  bool
	}{
		{"within", [2]float64{0.5, 0.5}, [2]bool{}, true},
		{"on its edge", [2]float64{0, 1}, [2]bool{}, true},
		{"left of it", [2]float64{-0.1, 0.5}, [2]bool{}, false},
		{"right of it", [2]float64{1.1, 0.5}, [2]bool{}, false},
		{"below it", [2]float64{0.5, -0.1}, [2]bool{}, false},
		{"above it", [2]float64{0.5, 1.1}, [2]bool{}, false},
		{"the first figure moves", [2]float64{0.5, 0.5}, [2]bool{true, false}, false},
		{"the second figure moves", [2]float64{0.5, 0.5}, [2]bool{false, true}, false},
	} {
		m := &lab.Tip{X: []float64{0, 1}, Y: []float64{0, 1}, Now: c.now, Moves: c.moves}
		if got := standsOnMap(m); got != c.want || (nowNote(m) != "") != c.want {
			t.Errorf("%s: it stands on the map: %v, and the notes tell of %q", c.why, got, nowNote(m))
		}
	}
}
