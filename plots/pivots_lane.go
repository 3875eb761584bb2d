package plots

import (
	"entente/sim/lab"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// lane tells whether it is drawn how many others hang on a state: where there is room, and some do.
func (m matrix) lane() bool { return !m.fig.narrow() && m.others() }

// others tells whether any others leave without a state or are kept out by one.
func (m matrix) others() bool {
	return slices.ContainsFunc(m.all, func(st lab.PivotalState) bool { return anchors(st) && st.Leave.Mean < 0 || st.Spoils() })
}

// laneNote tells how to read the lane, or why there is none.
func (m matrix) laneNote() string {
	switch {
	case !m.others():
		return "Nobody else leaves without a state, or is kept out by it."
	case m.fig.narrow():
		return "How many others leave without a state, or are kept out by it, is left out, and so are the intervals of the columns."
	}
	return "Others who leave, or are kept out: means over the runs with 95 % normal intervals, whatever the text needs; those who leave, " +
		"where the state is in the largest set."
}

// drawLane draws how many others hang on each state, and how many it keeps out.
func (m matrix) drawLane(c draw.Canvas) {
	most := 1.0
	for _, st := range m.states {
		if anchors(st) {
			most = max(most, -st.Leave.Low)
		}
		if st.Spoils() {
			most = max(most, st.Join.High)
		}
	}
	x := func(others float64) vg.Length { return c.Min.X + vg.Length(others/most)*(c.Size().X-3) }
	write(&c, headStyle, vg.Point{X: c.Min.X, Y: c.Max.Y + headRoom/2}, "others (states)")
	small := aligned(style(smallSize, black), draw.XCenter, baseline)
	for _, t := range laneTicks(most) {
		c.StrokeLine2(draw.LineStyle{Color: gridGrey, Width: 0.4}, x(t), c.Min.Y, x(t), c.Max.Y)
		c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.5}, x(t), c.Min.Y, x(t), c.Min.Y-3)
		write(&c, small, vg.Point{X: x(t), Y: c.Min.Y - 3 - smallSize*0.7}, fmt.Sprintf("%g", t))
	}
	c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.5}, c.Min.X, c.Min.Y, c.Max.X-3, c.Min.Y)
	for i, st := range m.states {
		y := m.level(c, i)
		line := func(low, mean, high float64, at vg.Length, hollow bool) {
			c.StrokeLine2(draw.LineStyle{Color: blue, Width: 1.2}, x(low), at, x(high), at)
			spot(&c, vg.Point{X: x(mean), Y: at}, laneRadius, blue, hollow)
		}
		if st.Spoils() {
			line(st.Join.Low, st.Join.Mean, st.Join.High, y-m.row*0.2, true)
		}
		if anchors(st) {
			shift := vg.Length(0)
			if st.Spoils() {
				shift = m.row * 0.2
			}
			line(-st.Leave.High, -st.Leave.Mean, -st.Leave.Low, y+shift, false)
		}
	}
}

// anchors tells whether enough runs have a state in the largest set to say how many others hang on it, be it none.
func anchors(st lab.PivotalState) bool { return st.Settled.Count > 1 }

// laneTicks are at most six marks of the lane.
func laneTicks(most float64) []float64 {
	step := 0.0
	for _, step = range []float64{0.2, 0.5, 1, 2, 5, 10, 20, 50} {
		if most/step <= 5 {
			break
		}
	}
	var ticks []float64
	for k := 0.0; k*step <= most; k++ {
		ticks = append(ticks, math.Round(10*k*step)/10)
	}
	return ticks
}
