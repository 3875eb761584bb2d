package lab

import (
	"encoding/csv"
	"math"
	"math/rand/v2"
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
	for _, part := range s.Found[0].Effects[0].Parts {
		if part.Lots != 10 || part.Mean.Low >= part.Mean.High {
			t.Errorf("ten runs that all points share leave %+v", part)
		}
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

// Three lots of two, two and one runs, by hand: sums 2, 1 and 0, mean 3/5; what they leave of it is 2 - 2 × 0.6 = 0.8, 1 - 2 × 0.6 = -0.2
// and -0.6, of which the squares sum to 1.04; 1.96 × √(1.5 × 1.04) / 5 = 0.490.
func TestLotsByHand(t *testing.T) {
	l := lots{open: make([]lot, 1)}
	for _, values := range [][]float64{{1, 1}, {1, 0}, {0}} {
		for _, v := range values {
			l.add(0, v)
		}
		l.end()
	}
	if got := l.interval(false); l.n != 3 || math.Abs(got.Mean-0.6) > 1e-9 || math.Abs(got.High-0.6-0.4896) > 1e-3 || math.Abs(0.6-got.Low-0.4896) > 1e-3 {
		t.Errorf("%d lots have %+v", l.n, got)
	}
	if got := l.interval(true); got.Low > 0.1 || got.High < 0.98 {
		t.Errorf("of a chance in three lots they have %+v", got)
	}
}

// Where all points share their luck, the interval holds the chance some 95 times in a hundred, and narrows with the runs.
func TestLotsHoldTheChance(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	const trials, points, chance = 400, 9, 0.3
	width := map[int]float64{}
	for _, runs := range []int{5, 20, 100} {
		held := 0
		for range trials {
			l := lots{open: make([]lot, runs)}
			for run := range runs {
				own := rng.Float64()
				for p := range points { // each point is harder than the one before; 0.3 on average
					if own < chance+0.05*float64(p-points/2) {
						l.add(run, 1)
					} else {
						l.add(run, 0)
					}
				}
			}
			l.end()
			got := l.interval(true)
			if width[runs] += (got.High - got.Low) / trials; got.Low <= chance && chance <= got.High {
				held++
			}
		}
		if held < trials*92/100 {
			t.Errorf("of %d runs %d of %d intervals hold the chance", runs, held, trials)
		}
	}
	if width[20] > 0.7*width[5] || width[100] > 0.6*width[20] {
		t.Errorf("the intervals are so wide: %v", width)
	}
}
