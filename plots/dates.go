package plots

import (
	"fmt"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab/history"
)

// dateRows sets the model's dates beside history's on a timeline.
type dateRows struct {
	fig Figure
	v   history.Verdict
}

func newDateRows(fig Figure, v history.Verdict) dateRows { return dateRows{fig, v} }

// happens tells whether an event comes about in any run.
func happens(d history.DateForecast) bool { return d.Never.Count < d.Never.Runs }

// dateRange is the range of the dates in the runs in which the event comes about.
func dateRange(d history.DateForecast) string {
	if !happens(d) {
		return "none"
	}
	return words.Month(d.Q05) + " to " + words.Month(d.Q95)
}

func (r dateRows) height() vg.Length {
	return r.fig.row(min(rowHeight(len(r.v.Dates)), 14))*vg.Length(len(r.v.Dates)) + 40
}

// span is the time the timeline covers, in whole years; at least four, so that years can mark it. There is none if
// neither history nor the model knows a date.
func (r dateRows) span() (from, to float64, ok bool) {
	from, to = math.Inf(1), math.Inf(-1)
	for _, d := range r.v.Dates {
		for _, date := range []float64{d.Truth, d.Median, d.Q05, d.Q95} {
			if date != 0 {
				from, to = min(from, date), max(to, date)
			}
		}
	}
	if from > to {
		return 0, 1, false
	}
	from, to = math.Floor(from-0.1), math.Ceil(to+0.1)
	for to-from < 4 {
		to++
	}
	return from, to, true
}

// picture draws the rows and keeps the room beside them that all of the columns need.
func (r dateRows) picture(beside []columns) drawable {
	p := newPlot()
	p.Y.Min, p.Y.Max = 0, float64(len(r.v.Dates))
	p.X.Tick.Marker = timeAxis{most: 6}
	p.X.Label.Text = "Year"
	var dated bool
	if p.X.Min, p.X.Max, dated = r.span(); !dated {
		p.HideX()
		p.X.Label.Text = ""
	}
	p.HideY()
	p.Add(gridlines(true, false), dateLines{r, beside})
	return p
}

func (r dateRows) columns() columns {
	cols := columns{above: r.fig.narrow(), most: r.fig.claimRoom(), right: []textColumn{
		{head: "history", style: endStyle}, {head: "median", style: endStyle}, {head: "off by", style: bandStyle},
		{head: "never in", style: bandStyle},
	}}
	for _, d := range r.v.Dates {
		off := ""
		if d.Median != 0 && d.Truth != 0 {
			off = fmt.Sprintf("%.1f months", d.Error)
		}
		cols.add(d.About, false, words.Month(d.Truth), words.Month(d.Median), off,
			words.Percent(d.Never.Mean))
	}
	return cols
}

// dateLines draws the rows of dateRows.
type dateLines struct {
	dateRows
	beside []columns
}

// Plot implements plot.Plotter.
func (l dateLines) Plot(c draw.Canvas, p *plot.Plot) {
	cols := l.columns()
	cols.heads(&c)
	height := c.Size().Y / vg.Length(len(l.v.Dates))
	x := func(date float64) vg.Length { return c.X(p.X.Norm(date)) }
	for i, d := range l.v.Dates {
		y := c.Max.Y - (vg.Length(i)+0.5)*height
		cols.row(&c, i, y)
		if happens(d) {
			dateLine(&c, x(d.Q05), x(d.Q95), y)
		}
		if d.Median != 0 {
			disc(&c, vg.Point{X: x(d.Median), Y: y}, claimRadius, blue)
		}
		if d.Truth != 0 {
			truthMark(&c, x(d.Truth), y)
		}
	}
}

// dateLine has caps at its ends, so that a single date shows too.
func dateLine(c *draw.Canvas, from, to, y vg.Length) {
	s := draw.LineStyle{Color: blue, Width: 1.2}
	c.StrokeLine2(s, from, y, to, y)
	for _, end := range []vg.Length{from, to} {
		c.StrokeLine2(s, end, y-2.5, end, y+2.5)
	}
}

func truthMark(c *draw.Canvas, x, y vg.Length) { sumMark(c, x, y-4.5, y+4.5) }

// GlyphBoxes implements plot.GlyphBoxer.
func (l dateLines) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return roomFor(l.beside) }

// keys explains the marks, if there are any.
func (r dateRows) keys() legend {
	if len(r.v.Dates) == 0 {
		return nil
	}
	return legend{
		{text: "history's date", sample: func(c *draw.Canvas, left vg.Point) { truthMark(c, left.X+keyWidth/2, left.Y) }},
		{text: "model's median, 5 to 95 %", sample: func(c *draw.Canvas, left vg.Point) {
			dateLine(c, left.X+1, left.X+keyWidth-1, left.Y)
			disc(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, claimRadius, blue)
		}},
	}
}
