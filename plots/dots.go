package plots

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// dot is a figure with its interval, along the axis of its chart, and what constants leave open of it. A hollow one is no more than
// luck would do.
type dot struct {
	at, low, high float64
	hollow        bool
	open          *stats.Band // nil if that is not told
	wide          bool        // constants leave the level of a chance open: their band stands for it
}

// changeDot is a change in percentage points.
func changeDot(d stats.Difference) *dot {
	return &dot{at: 100 * d.Mean, low: 100 * d.Low, high: 100 * d.High, hollow: !d.BeyondLuck(), open: inPoints(d.Constants)}
}

// shareDot is a share in per cent, with a band of what is open of it.
func shareDot(s stats.Share, open *stats.Band) *dot {
	return &dot{at: 100 * s.Mean, low: 100 * s.Low, high: 100 * s.High, open: inPoints(open), wide: open.Wide()}
}

// inPoints is a band in per cent.
func inPoints(b *stats.Band) *stats.Band {
	if b == nil {
		return nil
	}
	return &stats.Band{Low: 100 * b.Low, High: 100 * b.High}
}

// openBar is the range that constants leave open, behind what is drawn of luck.
func openBar(c *draw.Canvas, from, to, y vg.Length) {
	c.FillPolygon(pale(blue), closed(vg.Rectangle{Min: vg.Point{X: from, Y: y - openHalf}, Max: vg.Point{X: to, Y: y + openHalf}}))
}

const openHalf = vg.Length(3)

// barsNote says what doubt the bars hold, and what such a bar is where one is drawn.
func barsNote(h *lab.Head, told bool) string {
	if !told {
		return words.Covers(h, false)
	}
	return words.Covers(h, true) + " Light bar: constants; without one nothing was seen of them beyond luck. " + wideNote
}

// wideNote says what stands where a level would tell nothing.
const wideNote = "Where they leave more than 40 points open, their range stands in place of a chance."

// dotRows draws a row for each dot, with columns of text beside it and a line to measure it by.
type dotRows struct {
	fig   Figure
	cols  columns
	dots  []*dot    // nil: none
	notes []string  // said in place of a dot; may be nil
	line  float64   // where the line stands
	head  string    // above the rows
	most  vg.Length // width of the head
}

const dotRadius = vg.Length(2.6)

// height is that of a picture of its own.
func (r dotRows) height() vg.Length {
	n := len(r.dots)
	return r.fig.row(min(rowHeight(n), 16))*vg.Length(n) + 40
}

// least is the height of the rows where they are as close as their type allows.
func (r dotRows) least() vg.Length { return rowsClose(len(r.dots)) }

// reach is the stretch of the axis that the dots and the line take up, at least a unit to either side of the line: a
// chart of nothing must not look like one of something.
func (r dotRows) reach() (from, to float64) {
	from, to = r.line-1, r.line+1
	for _, d := range r.dots {
		if d != nil {
			from, to = min(from, d.low), max(to, d.high)
			if d.open != nil {
				from, to = min(from, d.open.Low), max(to, d.open.High)
			}
		}
	}
	return from, to
}

// told tells whether what constants leave open is drawn of any.
func (r dotRows) told() bool {
	return slices.ContainsFunc(r.dots, func(d *dot) bool { return d != nil && d.open != nil })
}

// plot is the rows as a picture, with its axis as long as they need. A narrow one has few ticks.
func (r dotRows) plot(axis string, narrow bool) *picture {
	from, to := r.reach()
	return r.plotOver(from-0.03*(to-from), to+0.03*(to-from), axis, narrow)
}

func (r dotRows) plotOver(from, to float64, axis string, narrow bool) *picture {
	r.cols.above = r.fig.narrow()
	p := newPlot()
	p.X.Min, p.X.Max = from, to
	p.X.Label.Text = axis
	p.X.Tick.Marker = wholeSteps{wide: narrow || r.fig.narrow()}
	p.Y.Min, p.Y.Max = 0, float64(len(r.dots))
	p.HideY()
	p.Add(gridlines(true, false), r)
	return p
}

// Plot implements plot.Plotter.
func (r dotRows) Plot(c draw.Canvas, p *plot.Plot) {
	r.cols.heads(&c)
	head, says := shrunk(endStyle, r.head, cmp.Or(r.most, c.Size().X))
	write(&c, head, vg.Point{X: c.Min.X, Y: c.Max.Y + r.cols.headRoom() - headRoom/2}, says)
	height := c.Size().Y / vg.Length(len(r.dots))
	x := func(v float64) vg.Length { return c.X(p.X.Norm(v)) }
	c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.6}, x(r.line), c.Min.Y, x(r.line), c.Max.Y)
	for i, d := range r.dots {
		y := c.Max.Y - (vg.Length(i)+0.5)*height
		if r.notes != nil && r.notes[i] != "" {
			onWhite(&c, bandStyle, vg.Point{X: c.Min.X + spacing, Y: y}, r.notes[i])
		}
		if d != nil && d.open != nil {
			openBar(&c, x(d.open.Low), x(d.open.High), y)
		}
		if d != nil && !d.wide {
			c.StrokeLine2(draw.LineStyle{Color: blue, Width: 1.4}, x(d.low), y, x(d.high), y)
			spot(&c, vg.Point{X: x(d.at), Y: y}, dotRadius, blue, d.hollow)
		}
		r.cols.row(&c, i, y)
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (r dotRows) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return r.cols.room() }
