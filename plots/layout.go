package plots

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"

	"entente/sim/lab"
)

// maps is the picture of Web: two maps of one region and a legend. Everything on them is laid out once, in points from
// the lower left corner of a map, so that a state and its label stand in the same place on both.
type maps struct {
	s      *lab.Summary
	region region
	near   []bool
	size   vg.Point // of one map
	above  bool     // the maps stand one above the other: a wide region
	at     []vg.Point
	edge   []vg.Point // for a state off the map, the direction it lies in
	labels []vg.Rectangle
	names  []string
	ties   [2][]link
	shown  []lettered
	keys   legend
	more   int  // arrangements without a letter
	parted bool // marks were moved apart
	hidden int  // ties between two states off the map, at the end
}

const (
	edgeInset = vg.Length(4)
	mapHead   = vg.Length(20) // the two lines above a map
	mapGap    = vg.Length(8)
)

var (
	nameStyle   = style(smallSize, black)
	letterStyle = bold(style(tinySize, blue))
)

// newMaps lays the maps out.
func newMaps(s *lab.Summary) *maps {
	m := &maps{s: s}
	m.shown, m.more = letterArrangements(s)
	roles := map[lab.Role]bool{}
	index := map[string]int{}
	for i, st := range s.States {
		roles[st.Role] = true
		index[st.ID] = i
	}
	m.keys = webKeys(s, m.shown, roles)
	if len(s.States) == 0 {
		m.size = vg.Point{X: page / 2, Y: page / 4}
		return m
	}

	m.region, m.near = regionOf(s.States)
	for when := range 2 {
		m.hidden = 0
		for _, l := range links(s, when, index) {
			if m.near[l.from] || m.near[l.to] {
				m.ties[when] = append(m.ties[when], l)
			} else {
				m.hidden++
			}
		}
	}
	width := (page - 2*margin - mapGap) / 2
	if m.region.shape() > 1.7 {
		m.above, width = true, page-2*margin
	}
	m.size = vg.Point{X: width, Y: width / vg.Length(m.region.shape())}
	m.place()
	m.label()
	return m
}

// point is where a place lies on the map.
func (m *maps) point(x, latitude float64) vg.Point {
	r := m.region
	return vg.Point{
		X: m.size.X * vg.Length((x-r.west)/(r.east-r.west)),
		Y: m.size.Y * vg.Length((latitude-r.south)/(r.north-r.south)),
	}
}

// place puts near states where they are and far ones on the edge.
func (m *maps) place() {
	m.at = make([]vg.Point, len(m.s.States))
	m.edge = make([]vg.Point, len(m.s.States))
	sides := map[vg.Point][]int{}
	for i, st := range m.s.States {
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
	for side, states := range sides {
		m.spread(side, states)
	}
	m.part()
}

// part moves marks that would overlap just far enough apart. Neighbouring capitals can share a spot on a small map.
func (m *maps) part() {
	const apart = 2*pointRadius + 2
	for range 50 {
		for i := range m.at {
			for j := range i {
				gap := distance(m.at[i], m.at[j])
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
func (m *maps) spread(side vg.Point, states []int) {
	along := func(i int) *vg.Length { return &m.at[i].Y }
	apart, length := nameStyle.Font.Size+letterStyle.Font.Size+3, m.size.Y
	place := func(i int) float64 { return m.s.States[i].Latitude }
	if side.X == 0 {
		along = func(i int) *vg.Length { return &m.at[i].X }
		apart, length = 45, m.size.X
		place = func(i int) float64 { return m.region.fromMiddle(m.s.States[i].Longitude) }
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

// label names the states: in full where there is room and the name is not too long, else by their ids.
func (m *maps) label() {
	var lines [][2]vg.Point
	for _, ties := range m.ties {
		for _, l := range ties {
			a, b := m.at[l.from], m.at[l.to]
			mid := m.bend(a, b)
			mid = vg.Point{X: (a.X+b.X)/4 + mid.X/2, Y: (a.Y+b.Y)/4 + mid.Y/2}
			lines = append(lines, [2]vg.Point{a, mid}, [2]vg.Point{mid, b})
		}
	}
	frame := vg.Rectangle{Min: vg.Point{X: 1.5, Y: 1.5}, Max: m.size.Sub(vg.Point{X: 1.5, Y: 1.5})}
	for _, full := range []bool{len(m.s.States) <= 30, false} {
		m.names = nil
		var tags []tag
		for i, st := range m.s.States {
			name := nameShown(st.ID, st.Name)
			if !full || nameStyle.Width(name) > m.size.X/3.5 {
				name = fit(nameStyle, st.ID, m.size.X/3.5)
			}
			m.names = append(m.names, name)
			t := tag{at: m.at[i], toward: m.edge[i].Scale(-1), width: nameStyle.Width(name) + 2, height: smallSize + 1}
			if letters := m.mostLetters(st.ID); letters != "" {
				t.width = max(t.width, letterStyle.Width(letters)+2)
				t.height += tinySize
			}
			tags = append(tags, t)
		}
		m.labels = placeLabels(tags, pointRadius+0.8, lines, frame)
		if !anyEmpty(m.labels) {
			return
		}
	}
}

// called are the names of the states.
func (m *maps) called() []string {
	var names []string
	for _, st := range m.s.States {
		names = append(names, st.Name)
	}
	return names
}

func (m *maps) anyOff() bool {
	for _, near := range m.near {
		if !near {
			return true
		}
	}
	return false
}

func anyEmpty(boxes []vg.Rectangle) bool {
	for _, b := range boxes {
		if b == (vg.Rectangle{}) {
			return true
		}
	}
	return false
}

// letters are those of the arrangements a state belongs to at the start (0) or the end (1).
func (m *maps) letters(id string, when int) string {
	text := ""
	for _, a := range m.shown {
		for _, member := range a.Members {
			if member == id && a.present[when] {
				text += a.letter
			}
		}
	}
	return text
}

func (m *maps) mostLetters(id string) string {
	start, end := m.letters(id, 0), m.letters(id, 1)
	if letterStyle.Width(start) > letterStyle.Width(end) {
		return start
	}
	return end
}

// bend is the control point of the line between two states. Lines bow a little towards the middle of the map: lines
// through a third state then pass beside it.
func (m *maps) bend(a, b vg.Point) vg.Point {
	mid := vg.Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2}
	across := vg.Point{X: -(b.Y - a.Y), Y: b.X - a.X}.Scale(0.14)
	if across.Dot(m.size.Scale(0.5).Sub(mid)) < 0 {
		across = across.Scale(-1)
	}
	return mid.Add(across)
}
