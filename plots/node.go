package plots

import (
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
