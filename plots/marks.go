package plots

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// disc is a circle of four curves; the PDF writer draws arcs unreliably. The number is the usual one for a quarter of a
// circle, 4/3 (sqrt 2 - 1).
func disc(c *draw.Canvas, at vg.Point, r vg.Length, ink color.Color) {
	k := r * vg.Length(4.0/3*(math.Sqrt2-1))
	var p vg.Path
	on := func(x, y vg.Length) vg.Point { return vg.Point{X: at.X + x, Y: at.Y + y} }
	p.Move(on(r, 0))
	p.CubeTo(on(r, k), on(k, r), on(0, r))
	p.CubeTo(on(-k, r), on(-r, k), on(-r, 0))
	p.CubeTo(on(-r, -k), on(-k, -r), on(0, -r))
	p.CubeTo(on(k, -r), on(r, -k), on(r, 0))
	p.Close()
	c.SetColor(ink)
	c.Fill(p)
}

func square(c *draw.Canvas, at vg.Point, r vg.Length, ink color.Color) {
	half := vg.Point{X: r, Y: r}
	c.SetColor(ink)
	c.Fill(vg.Rectangle{Min: at.Sub(half), Max: at.Add(half)}.Path())
}

// pointer is a triangle that points off the map.
func pointer(off vg.Point) func(*draw.Canvas, vg.Point, vg.Length, color.Color) {
	across := vg.Point{X: -off.Y, Y: off.X}
	return func(c *draw.Canvas, at vg.Point, r vg.Length, ink color.Color) {
		tip, foot := at.Add(off.Scale(r)), at.Sub(off.Scale(r*0.8))
		c.FillPolygon(ink, []vg.Point{tip, foot.Add(across.Scale(r)), foot.Sub(across.Scale(r)), tip})
	}
}

// spot is a disc, full or hollow.
func spot(c *draw.Canvas, at vg.Point, radius vg.Length, ink color.Color, hollow bool) {
	disc(c, at, radius, ink)
	if hollow {
		disc(c, at, radius-1, white)
	}
}

func hollow(c *draw.Canvas, shape func(*draw.Canvas, vg.Point, vg.Length, color.Color), at vg.Point) {
	shape(c, at, 2.4, black)
	shape(c, at, 1.5, white)
}

// sumMark is a black line with a white edge, so that it shows on every fill.
func sumMark(c *draw.Canvas, x, bottom, top vg.Length) {
	c.StrokeLine2(draw.LineStyle{Color: white, Width: 3}, x, bottom, x, top)
	c.StrokeLine2(draw.LineStyle{Color: black, Width: 1.4}, x, bottom, x, top)
}

func closed(r vg.Rectangle) []vg.Point {
	return []vg.Point{r.Min, {X: r.Max.X, Y: r.Min.Y}, r.Max, {X: r.Min.X, Y: r.Max.Y}, r.Min}
}

// codingEdge bounds what coding by hand leaves open.
var codingEdge = draw.LineStyle{Color: quietText, Width: 0.7, Dashes: []vg.Length{2.5, 1.5}}

var targetLine = draw.LineStyle{Color: black, Width: 0.8, Dashes: []vg.Length{3, 2}}
