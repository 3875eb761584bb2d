package lab

import (
	"io"
	"math"
	"strconv"

	"entente/sim/lab/stats"
)

// Tip is the tipping map of a scenario: a chance over two of its figures, and where it crosses one half. All points are
// played with the same luck. It depends on the scenario, the two figures, their levels, the seed and the number of runs
// alone.
type Tip struct {
	Head
	Plan    Plan             `json:"plan"`    // the two figures, their levels, and what is measured
	X       []float64        `json:"x"`       // levels of the first factor
	Y       []float64        `json:"y"`       // levels of the second factor
	Chance  [][]stats.Share  `json:"chance"`  // by level of the second factor, then of the first
	Now     [2]float64       `json:"now"`     // the two figures as the scenario has them, on the day the headline clause opens
	Moves   [2]bool          `json:"moves"`   // whether they move over time there, so that held level they are something else
	Contour []stats.Crossing `json:"contour"` // where the chance is one half

	// From the lowest level of each figure to the highest: by how much the chance changes, as a mean over the levels of the other.
	Along [2]stats.Difference `json:"along"`

	Whole bool `json:"whole"` // every point was played; else there is no map
}

// tipping is the level of the contour.
const tipping = 0.5

// Tip reads the map off what was played of a study with two factors in a factorial, whose first output is a chance.
func (p *Played) Tip() *Tip {
	if len(p.Factors) != 2 || !p.Outputs[0].IsChance() {
		panic("lab: a tipping map has two factors and a chance")
	}
	t := &Tip{Head: p.head("tip"), Plan: p.Plan, Whole: p.Whole == p.Points, X: []float64{}, Y: []float64{}, Chance: [][]stats.Share{},
		Contour: []stats.Crossing{}}
	day := max(p.Scenario.Clauses[p.Scenario.Headline].Opens, p.Scenario.Start)
	for k, f := range p.Factors {
		l := newLever(p.Scenario, f.ID, f.Name, f.Path, day)
		t.Now[k], t.Moves[k] = l.Now, l.Moves
	}
	if !t.Whole {
		return t
	}
	for _, u := range p.Factors[0].Values.Levels(p.Levels) {
		t.X = append(t.X, p.Factors[0].Values.Value(u))
	}
	for _, u := range p.Factors[1].Values.Levels(p.Levels) {
		t.Y = append(t.Y, p.Factors[1].Values.Value(u))
	}
	for range t.Y {
		t.Chance = append(t.Chance, make([]stats.Share, len(t.X)))
	}
	p.atPoints(func(point, runs int, means []float64) { // the second factor moves fastest
		t.Chance[point%len(t.Y)][point/len(t.Y)] = stats.ShareOf(int(math.Round(means[0]*float64(runs))), runs)
	})
	t.Contour = stats.Contour(t.X, t.Y, t.means(), tipping)
	t.Along = p.along(len(t.Y))
	return t
}

// along is by how much the chance changes from the lowest level of each of two factors to the highest, the second of which moves fastest and
// has so many levels. A run has the same luck at every point, so that its changes at all levels of the other figure are one, their mean:
//
//	change of run r = Σ over levels l of the other (y_r at the highest, l - y_r at the lowest, l) / levels
//
// A run that failed at a point that counts has none.
func (p *Played) along(levels int) (of [2]stats.Difference) {
	width := p.Points / levels
	type changes struct {
		sum    float64
		failed bool
	}
	var runs [2]map[int]changes
	for axis := range runs {
		runs[axis] = map[int]changes{}
	}
	p.each(func(point, run int, failure string, values []float64) {
		at, many := [2]int{point / levels, point % levels}, [2]int{width, levels}
		for axis, k := range at {
			sign := 0.0
			switch k {
			case many[axis] - 1:
				sign = 1
			case 0:
				sign = -1
			}
			c := runs[axis][run]
			if sign != 0 {
				c.sum, c.failed = c.sum+sign*values[0]/float64(many[1-axis]), c.failed || failure != ""
			}
			runs[axis][run] = c
		}
	})
	for axis := range of {
		net, squares, pairs := 0.0, 0.0, 0
		for run := range p.Each { // in their order, so that sums are the same
			if c := runs[axis][p.FirstRun(0)+run]; !c.failed {
				net, squares, pairs = net+c.sum, squares+float64(c.sum*c.sum), pairs+1
			}
		}
		of[axis] = stats.Added(net, squares, pairs)
	}
	return of
}

// means are the chances of all points, row by row.
func (t *Tip) means() [][]float64 {
	var z [][]float64
	for _, row := range t.Chance {
		var means []float64
		for _, s := range row {
			means = append(means, s.Mean)
		}
		z = append(z, means)
	}
	return z
}

// TipsAt is where along x the chance crosses one half in a row of y, the first time from the left; rising tells which
// way. ok is false if it does not.
func (t *Tip) TipsAt(row int) (x float64, rising, ok bool) {
	for i := 1; i < len(t.X); i++ {
		a, b := t.Chance[row][i-1].Mean, t.Chance[row][i].Mean
		if (a < tipping) != (b < tipping) {
			return stats.Steady(t.X[i-1] + float64((tipping-a)/(b-a)*(t.X[i]-t.X[i-1]))), b > a, true
		}
	}
	return 0, false, false
}

// TipsWithin are the levels of x between which that crossing lies for all that luck lets one tell: Near the next on its left at which
// the whole interval of the chance lies on the side of one half that the row has there, Far the next on its right at which it lies
// wholly on the other. Nil is where no level is as sure.
func (t *Tip) TipsWithin(row int) Bounds {
	at, rising, ok := t.TipsAt(row)
	if !ok {
		return Bounds{}
	}
	surely := func(s stats.Share, above bool) bool { return above && s.Low >= tipping || !above && s.High < tipping }
	var b Bounds
	for i := range t.X {
		switch s := t.Chance[row][i]; {
		case t.X[i] < at && surely(s, !rising):
			b.Near = &t.X[i]
		case t.X[i] >= at && surely(s, rising) && b.Far == nil:
			b.Far = &t.X[i]
		}
	}
	return b
}

// End is the least or the greatest chance of a map.
type End struct {
	stats.Share
	At    [2]float64 // the first point that has it
	Alike int        // other points of which luck leaves open that theirs goes as far: the intervals overlap
}

// Ends are the least and the greatest chance of the map.
func (t *Tip) Ends() (least, most End) {
	least.Mean, most.Mean = math.Inf(1), math.Inf(-1)
	for j, row := range t.Chance {
		for i, s := range row {
			at := [2]float64{t.X[i], t.Y[j]}
			if s.Mean < least.Mean {
				least.Share, least.At = s, at
			}
			if s.Mean > most.Mean {
				most.Share, most.At = s, at
			}
		}
	}
	least.Alike, most.Alike = -1, -1 // they overlap with themselves
	for _, row := range t.Chance {
		for _, s := range row {
			if s.Low <= least.High {
				least.Alike++
			}
			if s.High >= most.Low {
				most.Alike++
			}
		}
	}
	return least, most
}

// Tips tells whether the chance lies below one half at one point and above it at another, beyond luck: 1 if so, 0 if the runs do not
// tell, -1 if all points lie on the same side.
func (t *Tip) Tips() int {
	least, most := t.Ends()
	switch {
	case least.High < tipping && most.Low > tipping:
		return 1
	case least.Low >= tipping || most.High < tipping:
		return -1
	}
	return 0
}

// Tables are the map as tidy CSV, without those of runs and points.
func (t *Tip) Tables() []Table {
	return []Table{
		{"surface.csv", "one row per point of the map: chance with its interval", func(out io.Writer) error {
			return Rows(out, []string{"x", "y", "runs", "chance", "low95", "high95"}, func(row func(...string)) {
				for j, shares := range t.Chance {
					for i, s := range shares {
						row(Digits(t.X[i]), Digits(t.Y[j]), strconv.Itoa(s.Runs), Digits(s.Mean), Digits(s.Low), Digits(s.High))
					}
				}
			})
		}},
		{"contour.csv", "one row per straight piece of the line at which the chance is one half", func(out io.Writer) error {
			return Rows(out, []string{"x1", "y1", "x2", "y2"}, func(row func(...string)) {
				for _, c := range t.Contour {
					row(Digits(c.X[0]), Digits(c.Y[0]), Digits(c.X[1]), Digits(c.Y[1]))
				}
			})
		}},
	}
}

// aboutSurfaces: what the columns of a surface and where it crosses mean.
func (l *wordList) aboutSurfaces() {
	l.say("surface.csv", "x", "the first figure", "that of the figure")
	l.say("surface.csv", "y", "the second figure", "that of the figure")
	for _, end := range []string{"1", "2"} {
		l.say("", "x"+end, "the first figure at end "+end+" of the piece", "that of the figure")
		l.say("", "y"+end, "the second figure at end "+end+" of the piece", "that of the figure")
	}
}
