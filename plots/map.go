package plots

import (
	"slices"
	"strings"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/sim/lab"
)

// maps is the picture of Web: two maps on one sheet and a legend. A state and its label stand in the same place on both. A slide has room
// for one: what has changed.
type maps struct {
	fig Figure
	sheet
	s      *lab.Summary
	above  bool // the maps stand one above the other: a wide region
	labels []vg.Rectangle
	names  []string
	ties   [2][]link
	shown  []lettered
	keys   legend
	more   int  // arrangements without a letter
	hidden int  // ties between two states off the map, at the end
	spans  bool // there is room for what nine runs in ten have
}

const (
	mapHead = vg.Length(20) // the two lines above a map
	mapGap  = vg.Length(8)

	slideLegend = vg.Length(165) // height of a legend to the right, on a slide
	slideMap    = vg.Length(156) // height of the map beside it
	textsBeside = vg.Length(150) // height of title and notes
	narrower    = vg.Length(2)   // of a map for each row that is too many
)

// scale is that of the figure; 1 if it has none.
func (m *maps) scale() vg.Length { return max(m.fig.scale, 1) }

var (
	nameStyle   = style(smallSize, black)
	letterStyle = bold(style(tinySize, blue))
)

// newMaps lays the maps out.
func newMaps(fig Figure, s *lab.Summary) *maps {
	m := &maps{fig: fig, s: s}
	roles := map[lab.Role]bool{}
	index := map[string]int{}
	for i, st := range s.States {
		roles[st.Role] = true
		index[st.ID] = i
	}
	changes := map[change]bool{}
	for _, l := range links(s, 1, index) {
		changes[l.change] = true
	}
	letter := func(room, height vg.Length) { // as many as the legend has height for
		for most := fig.rows(mostLetters, mostLetters, mostLetters, mostLetters); ; most-- {
			m.shown, m.more = letterArrangements(s, most)
			if m.keys = webKeys(s, m.shown, roles, changes); most == 0 || fig.width == 0 || m.keys.height(room) <= height {
				return
			}
		}
	}
	if len(s.States) == 0 {
		letter(fig.wide(page)-2*margin, tallest)
		m.size = vg.Point{X: fig.wide(page) / 2, Y: fig.wide(page) / 4}
		return m
	}

	region, near := regionOf(s.States)
	for when := range 2 {
		m.hidden = 0
		for _, l := range links(s, when, index) {
			if near[l.from] || near[l.to] {
				m.ties[when] = append(m.ties[when], l)
			} else {
				m.hidden++
			}
		}
	}
	all := fig.wide(page) - 2*margin
	width := (all - mapGap) / 2
	switch {
	case fig.fixed(): // the legend stands to the right
		width = min(all*(1-besideShare)-mapGap, slideMap*vg.Length(region.shape()))
	case fig.narrow() || region.shape() > 1.7:
		m.above, width = true, all-narrower*vg.Length(fig.fewer)
	}
	m.sheet = newSheet(s.States, region, near, vg.Point{X: width, Y: width / vg.Length(region.shape())})
	if fig.fixed() {
		letter(all*besideShare, slideLegend)
	} else {
		letter(all, tallest/m.scale()-m.height()-textsBeside)
	}
	m.label()
	_, counts := webCounts(s, 1, true)
	m.spans = bandStyle.Width(counts) <= m.size.X
	return m
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
	for _, full := range []bool{len(m.s.States) <= mostNames, false} {
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
		if !slices.Contains(m.labels, vg.Rectangle{}) {
			return
		}
	}
}

// codes says what the ids stand for that are on the maps in place of names.
func (m *maps) codes() string {
	var all []string
	for i, st := range m.s.States {
		if m.names[i] != nameShown(st.ID, st.Name) {
			all = append(all, m.names[i]+" "+st.Name)
		}
	}
	switch {
	case len(all) == 0:
		return ""
	case len(m.s.States) > mostNames:
		return "Codes: ids of states in the scenario. "
	}
	return "Codes: " + strings.Join(all, ", ") + ". "
}

// mostNames is how many states a map can name in full, if anywhere, and a note can tell the codes of.
const mostNames = 30

// called are the names of the states.
func (m *maps) called() []string {
	var names []string
	for _, st := range m.s.States {
		names = append(names, st.Name)
	}
	return names
}

// letters are those of the arrangements a state belongs to at the start (0) or the end (1).
func (m *maps) letters(id string, when int) string {
	text := ""
	for _, a := range m.shown {
		if a.present[when] && slices.Contains(a.Members, id) {
			text += a.letter
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

func (m *maps) height() vg.Length {
	one := m.size.Y + mapHead
	if m.above {
		return 2*one + mapGap
	}
	return one
}

// Draw implements drawable.
func (m *maps) Draw(c draw.Canvas) {
	top := c.Max.Y
	second := vg.Point{X: c.Min.X + m.size.X + mapGap, Y: top}
	if m.above {
		second = vg.Point{X: c.Min.X, Y: top - m.size.Y - mapHead - mapGap}
	}
	if m.fig.fixed() {
		m.drawMap(c, vg.Point{X: c.Min.X, Y: top}, 1)
		m.keys.Draw(draw.Crop(c, c.Size().X*(1-besideShare), 0, 0, 0))
		return
	}
	m.drawMap(c, vg.Point{X: c.Min.X, Y: top}, 0)
	m.drawMap(c, second, 1)
	m.keys.Draw(draw.Crop(c, 0, 0, 0, -m.height()-spacing))
}

// drawMap draws one map below the given upper left corner: land, ties, states, names.
func (m *maps) drawMap(on draw.Canvas, corner vg.Point, when int) {
	moment, counts := webCounts(m.s, when, m.spans)
	write(&on, endStyle, vg.Point{X: corner.X, Y: corner.Y - mapHead/4}, fit(endStyle, moment, m.size.X))
	write(&on, bandStyle, vg.Point{X: corner.X, Y: corner.Y - mapHead*3/4}, fit(bandStyle, counts, m.size.X))
	origin := vg.Point{X: corner.X, Y: corner.Y - mapHead - m.size.Y}
	c := draw.Canvas{Canvas: on.Canvas, Rectangle: vg.Rectangle{Min: origin, Max: origin.Add(m.size)}}

	if len(m.s.States) > 0 {
		m.land(&c)
	}
	for _, l := range m.ties[when] {
		m.link(&c, l)
	}
	for i := range m.labels {
		m.leader(&c, i)
	}
	for i, st := range m.s.States {
		at := origin.Add(m.at[i])
		if when == 1 && bound(st) {
			disc(&c, at, ringRadius, green)
		}
		node(&c, st.Role, at, m.edge[i])
	}
	for i := range m.labels {
		m.name(&c, i, when)
	}
	c.StrokeLines(draw.LineStyle{Color: midGrey, Width: 0.5}, closed(c.Rectangle))
}

// land fills the coasts, cut at the frame. Coasts are drawn once for each turn of the globe that the frame may show.
func (m *maps) land(c *draw.Canvas) {
	var p vg.Path
	for _, ring := range coast() {
		for turn := -2.0; turn <= 2; turn++ {
			points := make([]vg.Point, len(ring))
			for i, v := range ring {
				points[i] = c.Min.Add(m.point(v.longitude-m.region.middle+360*turn, v.latitude))
			}
			for i, v := range c.ClipPolygonXY(points) {
				if i == 0 {
					p.Move(v)
				} else {
					p.Line(v)
				}
			}
			if len(p) > 0 && p[len(p)-1].Type != vg.CloseComp {
				p.Close()
			}
		}
	}
	if len(p) > 0 {
		c.SetColor(landGrey)
		c.Fill(p)
	}
}

func (m *maps) link(c *draw.Canvas, l link) {
	a, b := m.at[l.from], m.at[l.to]
	if a == b {
		return
	}
	var p vg.Path
	p.Move(c.Min.Add(a))
	p.QuadTo(c.Min.Add(m.bend(a, b)), c.Min.Add(b))
	c.SetLineStyle(l.look())
	c.Stroke(p)
}

// leader joins a label to its state where they stand apart.
func (m *maps) leader(c *draw.Canvas, i int) {
	if m.labels[i] == (vg.Rectangle{}) {
		return
	}
	if from, to, long := leader(m.at[i], m.labels[i]); long {
		c.StrokeLines(draw.LineStyle{Color: midGrey, Width: 0.4}, []vg.Point{c.Min.Add(from), c.Min.Add(to)})
	}
}

// name writes a state's name with the letters of its arrangements below, on a white ground.
func (m *maps) name(c *draw.Canvas, i, when int) {
	box := m.labels[i]
	if box == (vg.Rectangle{}) {
		return
	}
	id, s := m.s.States[i].ID, nameStyle
	if m.s.States[i].Role == lab.Bystander {
		s = style(smallSize, quietText)
	}
	letters := m.letters(id, when)
	size := box.Size()
	lines := []struct {
		s    text.Style
		line string
	}{{s, m.names[i]}, {letterStyle, letters}}
	ground := vg.Length(0)
	for _, l := range lines {
		ground = max(ground, l.s.Width(l.line))
	}
	// A label hugs its state: on the left of it, it ends there; on the right, it starts there.
	align, x := draw.XCenter, (box.Min.X+box.Max.X)/2
	switch {
	case box.Min.X > m.at[i].X:
		align, x = draw.XLeft, box.Min.X+1
	case box.Max.X < m.at[i].X:
		align, x = draw.XRight, box.Max.X-1
	}
	top := box.Max.Y
	if strings.TrimSpace(letters) == "" && size.Y > smallSize+1 {
		top -= tinySize / 2
	}
	for k, l := range lines {
		if l.line == "" {
			continue
		}
		at := c.Min.Add(vg.Point{X: x, Y: top - (smallSize+1)/2 - vg.Length(k)*tinySize*1.02})
		left := at.X + l.s.Width(l.line)*vg.Length(align)
		c.SetColor(white)
		c.Fill(vg.Rectangle{
			Min: vg.Point{X: left - 0.7, Y: at.Y - smallSize*0.55},
			Max: vg.Point{X: left + l.s.Width(l.line) + 0.7, Y: at.Y + smallSize*0.5},
		}.Path())
		write(c, aligned(l.s, align, baseline), at, l.line)
	}
}
