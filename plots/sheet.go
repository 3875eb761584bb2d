package plots

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"

	"entente/sim/lab"
)

// sheet is the ground that both maps of Web share: a region, and where on it the mark of each state stands, in points from the
// lower left corner.
type sheet struct {
	region region
	states []lab.StateSummary
	near   []bool
	size   vg.Point
	at     []vg.Point
	edge   []vg.Point // for a state off the map, the direction it lies in
	parted bool       // marks were moved apart
}

const edgeInset = vg.Length(4)

// newSheet puts near states where they are and far ones on the edge.
func newSheet(states []lab.StateSummary, r region, near []bool, size vg.Point) sheet {
	m := sheet{region: r, states: states, near: near, size: size, at: make([]vg.Point, len(states)), edge: make([]vg.Point, len(states))}
	sides := map[vg.Point][]int{}
	for i, st := range states {
		p := m.point(m.region.fromMiddle(st.Longitude), st.Latitude)
		if !m.near[i] {
			var side vg.Point
			switch {
			case p.X <= 0:
				side.X = -1
			case p.X >= m.size.X:
				side.X = 1
			case p.Y <= 0:
				side.Y = -1
			default:
				side.Y = 1
			}
			m.edge[i] = side
			sides[side] = append(sides[side], i)
		}
		m.at[i] = vg.Point{
			X: min(max(p.X, edgeInset), m.size.X-edgeInset),
			Y: min(max(p.Y, edgeInset), m.size.Y-edgeInset),
		}
	}
	for side, there := range sides {
		m.spread(side, there)
	}
	m.part()
	return m
}

// point is where a place lies on the map.
func (m *sheet) point(x, latitude float64) vg.Point {
	r := m.region
	return vg.Point{
		X: m.size.X * vg.Length((x-r.west)/(r.east-r.west)),
		Y: m.size.Y * vg.Length((latitude-r.south)/(r.north-r.south)),
	}
}

// part moves marks that would overlap just far enough apart. Neighbouring capitals can share a spot on a small map.
func (m *sheet) part() {
	const apart = 2*pointRadius + 2
	for range 50 {
		for i := range m.at {
			for j := range i {
				gap := lengthBetween(m.at[i], m.at[j])
				if gap >= apart || !m.near[i] || !m.near[j] {
					continue
				}
				sin, cos := math.Sincos(float64(i)) // any direction serves for two marks on one spot
				away := vg.Point{X: vg.Length(cos), Y: vg.Length(sin)}
				if gap > 0.01 {
					away = m.at[i].Sub(m.at[j]).Scale(1 / gap)
				}
				m.parted = true
				step := away.Scale((apart - gap) / 2)
				m.at[i], m.at[j] = m.at[i].Add(step), m.at[j].Sub(step)
			}
		}
	}
}

// spread moves the states on one side of the frame apart, so that each has room for its name, and keeps their order.
func (m *sheet) spread(side vg.Point, states []int) {
	along := func(i int) *vg.Length { return &m.at[i].Y }
	apart, length := nameStyle.Font.Size+letterStyle.Font.Size+3, m.size.Y
	place := func(i int) float64 { return m.states[i].Latitude }
	if side.X == 0 {
		along = func(i int) *vg.Length { return &m.at[i].X }
		apart, length = 45, m.size.X
		place = func(i int) float64 { return m.region.fromMiddle(m.states[i].Longitude) }
	}
	slices.SortStableFunc(states, func(a, b int) int { return cmp.Compare(place(a), place(b)) })
	apart = min(apart, (length-4*edgeInset)/vg.Length(len(states)))
	for k, i := range states {
		*along(i) = max(*along(i), 2*edgeInset)
		if k > 0 {
			*along(i) = max(*along(i), *along(states[k-1])+apart)
		}
	}
	limit := length - 2*edgeInset
	for k := len(states) - 1; k >= 0; k-- {
		*along(states[k]) = min(*along(states[k]), limit)
		limit = *along(states[k]) - apart
	}
}

// anyOff tells whether a state lies off the map.
func (m *sheet) anyOff() bool { return slices.Contains(m.near, false) }

// bend is the control point of the line between two states. Lines bow a little towards the middle of the map: lines
// through a third state then pass beside it.
func (m *sheet) bend(a, b vg.Point) vg.Point {
	mid := vg.Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2}
	across := vg.Point{X: -(b.Y - a.Y), Y: b.X - a.X}.Scale(0.14)
	if across.Dot(m.size.Scale(0.5).Sub(mid)) < 0 {
		across = across.Scale(-1)
	}
	return mid.Add(across)
}
