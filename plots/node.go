package plots

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/sim/lab"
)

const (
	pointRadius = vg.Length(2.2) // of a state's mark on the map
	ringRadius  = vg.Length(4.4) // of the ring around a member of the clause
)

// node marks a state by its role: founders full, invited states hollow, rivals square and red, others small and grey.
// A state off the map is a triangle instead, that points its way in the same inks. A white rim parts marks from lines.
func node(c *draw.Canvas, role lab.Role, at, off vg.Point) {
	const rim, ring = vg.Length(0.7), vg.Length(0.8)
	shape, radius := disc, pointRadius
	switch {
	case off != (vg.Point{}):
		shape, radius = pointer(off), pointRadius*1.4
	case role == lab.RivalRole:
		shape = square
	case role == lab.Bystander:
		radius *= 0.75
	}
	shape(c, at, radius+rim, white)
	switch role {
	case lab.Founder:
		shape(c, at, radius, black)
	case lab.OpenTo:
		shape(c, at, radius, black)
		shape(c, at, radius-ring, white)
	case lab.RivalRole:
		shape(c, at, radius, black)
		shape(c, at, radius-ring, vermilion)
	default:
		shape(c, at, radius, midGrey)
	}
}

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
