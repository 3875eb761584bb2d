package plots

import (
	"math"
	"slices"

	"entente/sim/lab"
)

// region is the part of the world a map shows: a box in degrees, with longitudes counted from its middle meridian, so
// that the date line is no edge.
type region struct {
	middle                   float64 // longitude
	west, east, south, north float64 // west and east count from middle
	narrow                   float64 // a degree of longitude in degrees of latitude, at mid-height
}

// What makes a region. These are choices of layout, found by looking at maps of the Pacific and of Europe.
const (
	emptyGap     = 30   // degrees of longitude without a state that part one region from the next
	leastShare   = 0.6  // a region with fewer of the states than this is none: the map then shows them all
	leastSpan    = 18   // degrees of latitude: coasts at 1:110 m say nothing closer up
	regionMargin = 0.08 // of the longer side, all around
	widestShape  = 1.9  // width over height
	narrowest    = 1.2
	gutter       = 0.12 // of the width: room for the names of states beyond the west or the east
	rounding     = 1e-6 // degrees: a state on the border is inside
)

// regionOf finds the region that most states share: the fullest stretch of longitudes without a wide gap. States beyond
// the gaps, such as a distant patron, are not near: their place is on the edge of the map.
func regionOf(states []lab.StateSummary) (r region, near []bool) {
	west, width := fullest(states)
	r = region{middle: west + width/2, west: -width / 2, east: width / 2, south: 90, north: -90}
	near = make([]bool, len(states))
	for i, st := range states {
		near[i] = eastOf(west-rounding, st.Longitude) <= width+2*rounding
		if near[i] {
			r.south, r.north = min(r.south, st.Latitude), max(r.north, st.Latitude)
		}
	}
	r.narrow = max(math.Cos((r.south+r.north)/2*math.Pi/180), 0.2)

	pad := regionMargin * max(r.north-r.south, width*r.narrow)
	pad = max(pad, (leastSpan-(r.north-r.south))/2)
	r.grow(pad/r.narrow, pad)
	r.makeRoom(states, near)
	across, up := (r.east-r.west)*r.narrow, r.north-r.south
	if across > widestShape*up {
		r.grow(0, (across/widestShape-up)/2)
	}
	if across < narrowest*up {
		r.grow((narrowest*up-across)/2/r.narrow, 0)
	}
	return r, near
}

// fullest is the stretch of longitudes, between gaps, that holds the most states: its western end and its width. Where
// none holds enough of them it is the whole round, cut at its widest gap.
func fullest(states []lab.StateSummary) (west, width float64) {
	round := make([]float64, len(states))
	for i, st := range states {
		round[i] = eastOf(-180, st.Longitude)
	}
	slices.Sort(round)
	n := len(round)
	gapBefore := func(i int) float64 { return eastOf(round[(i+n-1)%n], round[i%n]) }

	most := 0
	start := 0 // the state after the widest gap
	for i := range round {
		if gapBefore(i) > gapBefore(start) {
			start = i
		}
	}
	for i := range round {
		if gapBefore(i) < emptyGap {
			continue
		}
		count := 1
		for count < n && gapBefore(i+count) < emptyGap {
			count++
		}
		if count > most {
			most, west, width = count, round[i], eastOf(round[i], round[(i+count-1)%n])
		}
	}
	if float64(most) < leastShare*float64(n) {
		west, width = round[start], eastOf(round[start], round[(start+n-1)%n])
	}
	return west - 180, width
}

// makeRoom widens the box on the sides where states lie off the map.
func (r *region) makeRoom(states []lab.StateSummary, near []bool) {
	beyond := map[bool]bool{}
	for i, st := range states {
		if !near[i] {
			beyond[r.fromMiddle(st.Longitude) < 0] = true
		}
	}
	room := gutter * (r.east - r.west)
	if beyond[true] {
		r.west = max(r.west-room, -180)
	}
	if beyond[false] {
		r.east = min(r.east+room, 180)
	}
}

// eastOf is how far east of one longitude another lies, in [0, 360).
func eastOf(from, to float64) float64 {
	d := math.Mod(to-from, 360)
	if d < 0 {
		d += 360
	}
	return d
}

// grow adds to the box on all sides, within the world.
func (r *region) grow(x, y float64) {
	r.west, r.east = max(r.west-x, -180), min(r.east+x, 180)
	r.south, r.north = max(r.south-y, -75), min(r.north+y, 85)
}

// fromMiddle is a longitude counted from the middle meridian, in [-180, 180).
func (r region) fromMiddle(longitude float64) float64 {
	return eastOf(r.middle-180, longitude) - 180
}

// shape is the width of the map over its height: equirectangular, true at mid-height.
func (r region) shape() float64 {
	return (r.east - r.west) * r.narrow / (r.north - r.south)
}
