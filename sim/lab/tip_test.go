package lab

import (
	"context"
	"math"
	"slices"
	"testing"

	"entente/sim"
	"entente/sim/lab/design"
	"entente/sim/lab/stats"
)

// The map tips where the chance does, and is whole or not there.
func TestTheTippingMap(t *testing.T) {
	st := aStudy(t, design.NewFactorial([][]float64{design.Even(5), design.Middles(3)}), 20)
	st.Levels = 5
	st.Factors[1].Values = design.Marginal{Shape: design.Listed, Low: 0.6, High: 0.8, Values: []float64{0.6, 0.7, 0.8}}
	p := studied(t, st, &Memory{}, Options{})
	m := p.Tip()
	if !slices.Equal(m.X, []float64{-4, -1.5, 1, 3.5, 6}) || !slices.Equal(m.Y, []float64{0.6, 0.7, 0.8}) || !m.Whole {
		t.Fatalf("the axes are %v and %v", m.X, m.Y)
	}
	least, most := m.Ends()
	if most.Mean < 0.9 || least.Mean > 0.1 || most.At[0] != -4 || least.At[0] < 3 {
		t.Errorf("the chance runs from %v at %v to %v at %v", least.Mean, least.At, most.Mean, most.At)
	}
	for row := range m.Y {
		x, rising, ok := m.TipsAt(row)
		if !ok || rising || x < -4 || x > 6 {
			t.Errorf("row %d tips at %v, rising: %v, at all: %v", row, x, rising, ok)
		}
	}
	if len(m.Contour) < 2 || m.Now[1] != 0.7 {
		t.Errorf("the contour has %d pieces; diversion stands at %v", len(m.Contour), m.Now[1])
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	cut, err := st.Play(ctx, &Memory{}, 0, Options{})
	if cutMap := cut.Tip(); err != nil || cutMap.Whole || len(cutMap.Chance) > 0 {
		t.Errorf("cut short at once there is a map: %+v, %v", cutMap.Chance, err)
	}
}

// A row crosses one half on the straight line between two levels. By hand: from 2 of 20 at 0 to 18 at 1 the line reaches 10 midway; from 8 at
// 10 to 16 at 20 it has a quarter of the way to go, down from 16 to 8 three quarters; and half of the runs is above.
func TestARowTipsWhereTheLineBetweenTwoLevelsIsOneHalf(t *testing.T) {
	for _, c := range []struct {
		why        string
		x          []float64
		counts     []int // of 20
		at         float64
		rising, ok bool
	}{
		{"midway", []float64{0, 1}, []int{2, 18}, 0.5, true, true},
		{"a quarter of the way", []float64{10, 20}, []int{8, 16}, 12.5, true, true},
		{"down, three quarters of the way", []float64{10, 20}, []int{16, 8}, 17.5, false, true},
		{"the first time of two", []float64{-2, -1, 1, 2}, []int{4, 8, 16, 2}, -0.5, true, true},
		{"at a level", []float64{0, 1, 2}, []int{2, 10, 18}, 1, true, true},
		{"never", []float64{0, 1, 2}, []int{2, 9, 8}, 0, false, false},
	} {
		m := &Tip{X: c.x, Y: []float64{0}, Chance: [][]stats.Share{{}}}
		for _, k := range c.counts {
			m.Chance[0] = append(m.Chance[0], stats.ShareOf(k, 20))
		}
		if x, rising, ok := m.TipsAt(0); math.Abs(x-c.at) > 1e-9 || rising != c.rising || ok != c.ok {
			t.Errorf("%s: the row tips at %v, rising: %v, at all: %v; want %v, %v, %v", c.why, x, rising, ok, c.at, c.rising, c.ok)
		}
	}
}

// Where a row tips is told as far as luck lets one: between the nearest levels whose whole intervals lie on either side. By hand, of
// 20 runs: 2 and 18 of them are sure, 8 and 12 are not.
func TestARowTipsWithinWhatItsRunsTell(t *testing.T) {
	of := func(counts ...int) (row []stats.Share) {
		for _, k := range counts {
			row = append(row, stats.ShareOf(k, 20))
		}
		return row
	}
	m := &Tip{X: []float64{0, 1, 2, 3, 4, 5}, Y: []float64{0, 1, 2, 3}, Chance: [][]stats.Share{
		of(2, 2, 8, 12, 18, 18), of(18, 12, 8, 8, 8, 2), of(8, 8, 8, 12, 12, 12), of(2, 2, 2, 8, 8, 8)}}
	value := func(v *float64) float64 {
		if v == nil {
			return -1
		}
		return *v
	}
	for row, want := range [][2]float64{{1, 4}, {0, 5}, {-1, -1}, {-1, -1}} {
		if b := m.TipsWithin(row); value(b.Near) != want[0] || value(b.Far) != want[1] {
			t.Errorf("row %d tips within %v and %v, want %v", row, value(b.Near), value(b.Far), want)
		}
	}
}

// The lowest point of a map is named where no other may be as low, and that it tips is said where some point surely lies on either
// side of one half. By hand, of 20 runs: 0 of them end at 16.8 %, 2 begin at 1.2 %, 18 at 68.3 %.
func TestAMapNamesNoEndThatLuckLeavesOpen(t *testing.T) {
	of := func(runs int, counts ...int) *Tip {
		m := &Tip{Y: []float64{0}, Chance: [][]stats.Share{{}}}
		for i, k := range counts {
			m.X, m.Chance[0] = append(m.X, float64(i)), append(m.Chance[0], stats.ShareOf(k, runs))
		}
		return m
	}
	for _, c := range []struct {
		why                          string
		m                            *Tip
		alikeLow, alikeHigh, tipping int
	}{
		{"one low, one high", of(20, 0, 18, 10), 0, 1, 1},
		{"three are as low", of(20, 0, 2, 1, 18), 2, 0, 1},
		{"five runs tell nothing", of(5, 0, 1, 3, 4), 3, 3, 0},
		{"all low", of(100, 1, 2), 1, 1, -1},
		{"all high", of(100, 97, 99), 1, 1, -1},
	} {
		least, most := c.m.Ends()
		if least.Alike != c.alikeLow || most.Alike != c.alikeHigh || c.m.Tips() != c.tipping {
			t.Errorf("%s: %d others are as low and %d as high, tips: %d; want %d, %d, %d", c.why, least.Alike, most.Alike, c.m.Tips(),
				c.alikeLow, c.alikeHigh, c.tipping)
		}
	}
}

// From the lowest level to the highest a chance changes as two worlds do that are played with the same luck; over several levels of the
// other figure by the mean of that.
func TestAMapChangesAlongItsAxesRunByRun(t *testing.T) {
	of := func(others ...float64) (*Study, *Tip) {
		st := aStudy(t, design.NewFactorial([][]float64{design.Even(2), design.Middles(len(others))}), 30)
		st.Levels = 2
		st.Factors[1].Values = design.Marginal{Shape: design.Listed, Low: 0.6, High: 0.8, Values: others}
		return st, studied(t, st, &Memory{}, Options{}).Tip()
	}
	st, m := of(0.7)
	var worlds []Named
	for _, x := range m.X {
		s := st.Scenario
		f, _ := sim.FigureAt(st.Factors[0].Path)
		f.Set(&s, x)
		other, _ := sim.FigureAt(st.Factors[1].Path)
		other.Set(&s, 0.7)
		worlds = append(worlds, Named{Scenario: s})
	}
	c := Compare(context.Background(), worlds, Options{Runs: 30, Seed: st.Seed})
	if got, want := m.Along[0], c.Worlds[1].Change.InForce; got.Mean != want.Mean || got.Low != want.Low || got.High != want.High {
		t.Errorf("along x it changes by %+v, and from world to world by %+v", got, want)
	}
	_, m = of(0.6, 0.8)
	mean := 0.0
	for _, row := range m.Chance {
		mean += (row[1].Mean - row[0].Mean) / 2
	}
	if got := m.Along[0].Mean; math.Abs(got-mean) > 1e-9 || mean == 0 {
		t.Errorf("along x it changes by %v, and from column to column by %v", got, mean)
	}
	if up := m.Along[1].Mean; math.Abs(up-(m.Chance[1][0].Mean+m.Chance[1][1].Mean-m.Chance[0][0].Mean-m.Chance[0][1].Mean)/2) > 1e-9 {
		t.Errorf("along y it changes by %v", up)
	}
}
