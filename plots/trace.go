package plots

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/sim/lab/history"
)

// Trace shows how a calibration went: how the best point improved from trial to trial, and how close to history each
// level of the posterior had to come.
func Trace(c *history.Calibrated) *Chart {
	first := panel{"Best point: least penalised distance so far", remarkHeight, remark("No point was tried.")}
	if len(c.Trace) > 0 {
		first.height, first.body = 5*vg.Centimeter, bestSoFar(c)
	}
	second := panel{"Posterior: how close each level had to come", remarkHeight, remark("No level was reached.")}
	if len(c.Levels) > 0 {
		second.height, second.body = min(rowHeight(len(c.Levels)), 14)*vg.Length(len(c.Levels))+40, tolerances(c)
	}
	parts := panels{first, second}
	return (&Chart{
		Title: "How the calibration went",
		About: traceInWords(c),
		Notes: "Distance: log score of the episodes, 0 for a model that knows. Penalty: half the squared distance " +
			"from the centres of the priors, in their spreads. The axes do not begin at 0. Best point: its distance without " +
			"the penalty. Tolerance: greatest distance that a particle may have at a level. Moved: steps that were " +
			"taken, of those proposed.",
		width:  wide,
		height: parts.height(),
		body:   parts,
	}).from(calibratedSource(c))
}

// bestSoFar is the first stage as a falling staircase.
func bestSoFar(c *history.Calibrated) drawable {
	n := len(c.Trace)
	start, end := c.Trace[0], c.Trace[n-1]
	trials := make([]float64, n)
	for i := range trials {
		trials[i] = float64(i) + 1
	}
	p := newPlot()
	p.X.Min, p.X.Max = 1, max(float64(n), 1.5)
	p.Y.Min, p.Y.Max = around(end, start)
	p.X.Tick.Marker, p.Y.Tick.Marker = countTicks{}, wholeSteps{}
	p.X.Label.Text = "Trial of the first stage"
	p.Y.Label.Text = "Distance and penalty (nats)"
	line := staircase(trials, p.X.Max, (start-end)/1000, func(i int) float64 { return c.Trace[i] })
	p.Add(gridlines(false, true), &plotter.Line{XYs: line, LineStyle: draw.LineStyle{Color: blue, Width: 1.4}},
		lastFigure{end})
	return p
}

// around is an axis with some room on both sides of its figures.
func around(low, high float64) (from, to float64) {
	room := 0.05 * (high - low)
	if room == 0 {
		room = 1 // nats
	}
	return low - room, high + room
}

// countTicks are whole numbers from 1 on.
type countTicks struct{}

// Ticks implements plot.Ticker.
func (countTicks) Ticks(from, to float64) []plot.Tick {
	ticks := []plot.Tick{{Value: from, Label: fmt.Sprintf("%.0f", from)}}
	for _, t := range (wholeSteps{}).Ticks(from, to) {
		// Clear of the first label; and there is no trial and a half.
		if t.Value-from > 0.06*(to-from) && t.Value == float64(int(t.Value)) {
			ticks = append(ticks, t)
		}
	}
	return ticks
}

// lastFigure writes the last value of a line beside its end.
type lastFigure struct{ value float64 }

func (l lastFigure) text() string { return fmt.Sprintf("%.1f", l.value) }

// Plot implements plot.Plotter.
func (l lastFigure) Plot(c draw.Canvas, p *plot.Plot) {
	write(&c, endStyle, vg.Point{X: c.Max.X + 3, Y: c.Y(p.Y.Norm(l.value))}, l.text())
}

// GlyphBoxes implements plot.GlyphBoxer.
func (l lastFigure) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	return room(0, 3+endStyle.Width(l.text()), 4)
}

// tolerances is the second stage, a row a level.
func tolerances(c *history.Calibrated) drawable {
	low, high := c.Distance, c.Distance
	for _, l := range c.Levels {
		low, high = min(low, l.Tolerance), max(high, l.Tolerance)
	}
	p := newPlot()
	p.X.Min, p.X.Max = around(low, high)
	p.X.Tick.Marker = wholeSteps{}
	p.X.Label.Text = "Distance (nats)"
	p.Y.Min, p.Y.Max = 0, float64(len(c.Levels))
	p.HideY()
	p.Add(gridlines(true, false), levelRows{c})
	return p
}

// levelRows draws the rows of tolerances: a dot, figures.
type levelRows struct{ c *history.Calibrated }

const bestName = "best point"

// Plot implements plot.Plotter.
func (r levelRows) Plot(c draw.Canvas, p *plot.Plot) {
	cols := r.columns()
	cols.heads(&c)
	height := c.Size().Y / vg.Length(len(r.c.Levels))
	x := func(distance float64) vg.Length { return c.X(p.X.Norm(distance)) }
	best := x(r.c.Distance)
	c.StrokeLine2(priorLine, best, c.Min.Y, best, c.Max.Y)
	half := headStyle.Width(bestName) / 2
	write(&c, headStyle, vg.Point{X: min(max(best-half, c.Min.X), c.Max.X-2*half), Y: c.Max.Y + headRoom/2}, bestName)
	var last vg.Point
	for i, l := range r.c.Levels {
		at := vg.Point{X: x(l.Tolerance), Y: c.Max.Y - (vg.Length(i)+0.5)*height}
		cols.row(&c, i, at.Y)
		if last != (vg.Point{}) {
			c.StrokeLine2(draw.LineStyle{Color: blue, Width: 0.8}, last.X, last.Y, at.X, at.Y)
		}
		disc(&c, at, claimRadius, blue)
		last = at
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (r levelRows) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return r.columns().room() }

func (r levelRows) columns() columns {
	cols := columns{right: []textColumn{
		{head: "tolerance", style: endStyle}, {head: "trials", style: bandStyle}, {head: "moved", style: bandStyle},
	}}
	for i, l := range r.c.Levels {
		cols.add(fmt.Sprintf("level %d", i+1), false, tolerance(l), fmt.Sprint(l.Trials), fmt.Sprint(l.Moved))
	}
	return cols
}

func tolerance(l history.Level) string { return fmt.Sprintf("%.1f", l.Tolerance) }

func traceInWords(c *history.Calibrated) string {
	text := "No point was tried."
	if n := len(c.Trace); n > 0 {
		text = fmt.Sprintf("A falling staircase: the least penalised distance goes from %.1f to %.1f nats in %d trials.",
			c.Trace[0], c.Trace[n-1], n)
	}
	for i, l := range c.Levels {
		text += fmt.Sprintf(" Level %d: tolerance %s, %d steps proposed, %d taken.", i+1, tolerance(l), l.Trials,
			l.Moved)
	}
	return text
}
