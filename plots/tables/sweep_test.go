package tables

import (
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Of a factor it is told how the output goes from one end of its range to the other where the ends differ, what it does in
// between where they do not, and nothing of which way where chance may have made all of it.
func TestWhichWayAnOutputGoes(t *testing.T) {
	at := func(means ...float64) lab.Effect {
		e := lab.Effect{Factor: "trade", Share: 0.4}
		for k, m := range means {
			e.Parts = append(e.Parts, lab.Part{Low: float64(k), High: float64(k + 1), Points: 50, Lots: 50,
				Mean: stats.Interval{Mean: m, Low: m - 0.05, High: m + 0.05}})
		}
		return e
	}
	p := &lab.Plan{Factors: []lab.Factor{{ID: "trade", Name: "trade with the rival"}}}
	o := &lab.Output{ID: "in-force", Measure: "in-force"}
	for want, e := range map[string]lab.Effect{
		"10.0 % (95 % interval 5 to 15) where that is lowest (0 to 1), 60.0 % (95 % interval 55 to 65) where it is highest": at(0.1, 0.3, 0.6),
		"and not one way: 20.0 % (95 % interval 15 to 25) at 0 to 1, 70.0 % (95 % interval 65 to 75) at":                    at(0.2, 0.7, 0.22),
		"so little was played": at(0.20, 0.26, 0.24),
	} {
		page := &Page{}
		sayOutput(page, o, &lab.Swept{Mean: 0.3, Spread: 0.2, Effects: []lab.Effect{e}}, p, 150)
		if found := strings.Join(page.Finding, " "); !strings.Contains(found, want) {
			t.Errorf("of parts with means %+v it is said: %s\nwant: %s", e.Parts, found, want)
		}
	}
}

// Least and most over points of a few runs each are those runs' luck, and are not told.
func TestNoLeastAndMostOfFewRuns(t *testing.T) {
	for runs, want := range map[int]string{1: "-", fewRuns: "90.0 %"} {
		s := &lab.Sweep{Whole: 50, Plan: lab.Plan{Each: runs, Outputs: []lab.Output{{ID: "in-force", Measure: "in-force"}}},
			Found: []lab.Swept{{Mean: 0.3, Least: lab.AtPoint{Value: 0.9}, Most: lab.AtPoint{Value: 0.9}, Effects: []lab.Effect{{Factor: "trade"}}}}}
		row := sectionOf(t, Sweep(s), "Outputs over the points").Table.Rows[0]
		if row.Cells[2] != want || row.Cells[3] != want {
			t.Errorf("of %d runs a point least and most are %q", runs, row.Cells)
		}
	}
}
