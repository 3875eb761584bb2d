package plots

import (
	"strings"
	"testing"

	"entente/sim/lab/stats"
)

// Where it is told what constants leave open, charts have a second band or bar, on an axis that holds it, and say what it is; where
// constants leave nearly all open, no level is written. Where it is not told nothing speaks of it.
func TestChartsHaveABandOfConstants(t *testing.T) {
	open := func(low, high float64) *stats.Band { return &stats.Band{Low: low, High: high} }
	plain, told := pacificSummary(), pacificSummary()
	for k := range told.InForce {
		told.InForce[k].Constants = open(0.01, 0.97)
	}
	for i := range told.States {
		for k := range told.States[i].SignedBy {
			told.States[i].SignedBy[k].Constants = open(0.01, 0.97)
		}
	}
	plainRemovals, removals := usualAblation(), usualAblation()
	removals.InForce.Constants = open(0.05, 0.83)
	removals.Removals[0].InForce.Change.Constants = open(-0.9, -0.05)
	for _, c := range []struct {
		name        string
		plain, told *Chart
		note        string
	}{
		{"in force", InForce(Figure{}, plain), InForce(Figure{}, told), "Light band"},
		{"signatures", Signatures(Figure{}, plain), Signatures(Figure{}, told), "Light band"},
		{"ablation", Ablation(Figure{}, plainRemovals), Ablation(Figure{}, removals), "Light bar"},
	} {
		checkChart(t, c.name, c.told)
		if strings.Contains(c.plain.Notes, c.note) || !strings.Contains(c.told.Notes, c.note) {
			t.Errorf("%s: without what constants leave open the notes are\n%s\nand with it\n%s", c.name, c.plain.Notes, c.told.Notes)
		}
		if strings.Contains(c.plain.About, "constants") {
			t.Errorf("%s: it speaks of constants where nothing is told of them: %s", c.name, c.plain.About)
		}
	}
	if about := InForce(Figure{}, told).About; !strings.Contains(about, "1 to 97 %, depending on the constants") {
		t.Errorf("in words the chance over time is %s", about)
	}
	if about := Ablation(Figure{}, removals).About; !strings.Contains(about, "with chance 5 to 83 %, depending on the constants") ||
		!strings.Contains(about, "constants −90.0 to −5.0") {
		t.Errorf("in words the removals are %s", about)
	}
	if from, to := ablationRows(Figure{}, removals, removals.ByChange()).reach(); from > -90 || to < 10 {
		t.Errorf("the axis of removals reaches from %v to %v, and constants from -90", from, to)
	}
}
