package plots

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// barRow is a row with a bar from 0 to a figure and perhaps a ring at another; a heading has neither.
type barRow struct {
	name    string
	heading bool
	figure  float64
	ring    float64 // drawn if rings are
	ink     color.RGBA
	cells   []string // beside the bar
}

// barRows draws rows of bars with their names and figures.
type barRows struct {
	fig   Figure
	rows  []barRow
	heads []string // of the cells
	rings bool
	tight bool // long names leave little room for the axis
}

// picture is a plot of the rows, along an axis that holds 0 and every figure.
func (b barRows) picture(axis string) *picture {
	from, to := 0.0, 0.0
	for _, r := range b.rows {
		if r.heading {
			continue
		}
		from, to = min(from, r.figure), max(to, r.figure)
		if b.rings {
			from, to = min(from, r.ring), max(to, r.ring)
		}
	}
	if from == to {
		from, to = -1, 1
	}
	p := newPlot()
	p.X.Min, p.X.Max = from-0.03*(to-from), to+0.03*(to-from)
	p.X.Label.Text = axis
	size := max(-from, to)
	p.X.Tick.Marker = wholeSteps{wide: b.tight || b.fig.narrow() || size >= 1000 || size < 0.01, narrow: b.fig.narrow() && size >= 10000}
	p.Y.Min, p.Y.Max = 0, float64(len(b.rows))
	p.HideY()
	p.Add(gridlines(true, false), b)
	return p
}

// height leaves room on a page for a second picture.
func (b barRows) height() vg.Length {
	return b.fig.row(min(max(420/vg.Length(len(b.rows)), 9), 14))*vg.Length(len(b.rows)) + 40
}

// Plot implements plot.Plotter.
func (b barRows) Plot(c draw.Canvas, p *plot.Plot) {
	cols := b.columns()
	cols.heads(&c)
	x := func(v float64) vg.Length { return c.X(p.X.Norm(v)) }
	height := c.Size().Y / vg.Length(len(b.rows))
	half := min(height*0.3, 4)
	for i, r := range b.rows {
		y := c.Max.Y - (vg.Length(i)+0.5)*height
		cols.row(&c, i, y)
		if r.heading {
			continue
		}
		c.FillPolygon(r.ink, closed(vg.Rectangle{Min: vg.Point{X: x(0), Y: y - half}, Max: vg.Point{X: x(r.figure), Y: y + half}}))
		if b.rings {
			c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.6}, x(r.figure), y, x(r.ring), y)
			hollow(&c, disc, vg.Point{X: x(r.ring), Y: y})
		}
	}
	c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.6}, x(0), c.Min.Y, x(0), c.Max.Y)
}

// GlyphBoxes implements plot.GlyphBoxer.
func (b barRows) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return b.columns().room() }

func (b barRows) columns() columns {
	cols := columns{above: b.fig.narrow()}
	for k, head := range b.heads {
		s := bandStyle
		if k == 0 {
			s = endStyle
		}
		cols.right = append(cols.right, textColumn{head: head, style: s})
	}
	for _, r := range b.rows {
		cells := r.cells
		if r.heading {
			cells = make([]string, len(cols.right))
		}
		cols.add(r.name, r.heading, cells...)
	}
	return cols
}
