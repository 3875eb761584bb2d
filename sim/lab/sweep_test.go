package lab

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"entente/sim/lab/design"
)

// A sweep finds the lowest and the highest point, and what the output goes with.
func TestSweepTellsTheWay(t *testing.T) {
	st := aStudy(t, design.NewFactorial([][]float64{design.Even(3), design.Even(3)}), 10)
	st.Levels = 3
	p := studied(t, st, &Memory{}, Options{})
	s := p.Sweep()
	e := s.Found[1].ByShare()[0]
	first, last := e.Ends()
	if e.Factor != "reluctance" || first.Mean.Mean <= last.Mean.Mean || first.Low != -4 || last.High != 6 || first.Points != 3 {
		t.Errorf("members go most with %s, from %+v to %+v", e.Factor, first, last)
	}
	if s.Found[1].Most.Values[0] != -4 || s.Found[1].Least.Values[0] < 0 || s.Found[1].Mean <= s.Found[1].Least.Value {
		t.Errorf("most members are at %v and least at %v", s.Found[1].Most, s.Found[1].Least)
	}
	in := csv.NewReader(strings.NewReader(tables(t, p)[len("points.csv\n"):]))
	var rows [][]string
	for range 10 {
		row, err := in.Read()
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	if !slices.Equal(rows[0], []string{"design", "point", "row", "seed", "run", "reluctance", "diversion", "runs", "failed", "in-force",
		"members", "japan", "soon"}) ||
		rows[9][1] != "8" || rows[9][4] != "0" || rows[9][5] != "6" || rows[9][7] != "10" {
		t.Errorf("the table of points is %v", rows)
	}
}
