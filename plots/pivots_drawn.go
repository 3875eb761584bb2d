package plots

import (
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Draw implements drawable.
func (m matrix) Draw(c draw.Canvas) {
	cols := m.columns()
	room := cols.room()
	left, right := -room[0].Min.X, room[1].Max.X
	barsHeight := m.bars()
	if own := m.height(); c.Size().Y < own-1 { // as on a slide
		rows := vg.Length(max(len(m.states), 2))
		m.row = max((c.Size().Y-barsHeight*leastBars-headRoom-laneFoot)/rows, leastBeside)
		barsHeight = c.Size().Y - headRoom - laneFoot - m.row*rows
	}
	foot := c.Min.Y + laneFoot
	top := foot + m.row*vg.Length(max(len(m.states), 2))
	rows := draw.Crop(c, left, -right, laneFoot, top-c.Max.Y)
	if len(m.states) == 0 {
		remark("Nobody is at the table.").Draw(rows)
		return
	}
	cols.heads(&rows)
	width := min(widestPitch*vg.Length(len(m.sets)), rows.Size().X-leastLane-4*spacing)
	switch {
	case m.fig.narrow():
		width = rows.Size().X
	case !m.lane():
		width = min(max(2*widestPitch*vg.Length(len(m.sets)), rows.Size().X/2), rows.Size().X)
	}
	for i := range m.states {
		y := m.level(rows, i)
		if i%2 == 0 {
			c.SetColor(stripeGrey)
			c.Fill(vg.Rectangle{Min: vg.Point{X: rows.Min.X, Y: y - m.row/2}, Max: vg.Point{X: rows.Max.X, Y: y + m.row/2}}.Path())
		}
		cols.row(&rows, i, y)
	}
	m.drawSets(&c, rows, width, barsHeight)
	if m.lane() {
		m.drawLane(draw.Crop(rows, width+4*spacing, 0, 0, 0))
	}
}

// level is the height of the middle of a row.
func (m matrix) level(rows draw.Canvas, i int) vg.Length {
	return rows.Max.Y - (vg.Length(i)+0.5)*m.row
}

// drawSets draws the bars with their axis, and the dots below them.
func (m matrix) drawSets(c *draw.Canvas, rows draw.Canvas, width, barsHeight vg.Length) {
	if len(m.sets) == 0 {
		return
	}
	base, room := rows.Max.Y+headRoom, barsHeight-labelSize*lineSpacing
	most := 0.0
	for _, s := range m.sets {
		most = max(most, s.share.High)
	}
	top, ticks := percentAxis(most)
	y := func(share float64) vg.Length { return base + vg.Length(share/top)*(room-4) }
	write(c, headStyle, vg.Point{X: c.Min.X, Y: base + room + labelSize*lineSpacing/2}, "Share of the runs (%)")
	for _, t := range ticks {
		c.StrokeLine2(draw.LineStyle{Color: gridGrey, Width: 0.4}, rows.Min.X, y(t.Value), rows.Min.X+max(width, widestPitch), y(t.Value))
		write(c, aligned(style(smallSize, black), draw.XRight, baseline), vg.Point{X: rows.Min.X - spacing, Y: y(t.Value)}, t.Label)
	}
	for k, s := range m.sets {
		x := rows.Min.X + (vg.Length(k)+0.5)*width/vg.Length(len(m.sets))
		setBar(c, x, base, y(s.share.Mean), s.laggard == "")
		whisker := draw.LineStyle{Color: black, Width: 0.7}
		c.StrokeLine2(whisker, x, y(s.share.Low), x, y(s.share.High))
		for _, end := range []float64{s.share.Low, s.share.High} {
			c.StrokeLine2(whisker, x-1.5, y(end), x+1.5, y(end))
		}
		first, last := -1, -1
		for i, st := range m.states {
			at := vg.Point{X: x, Y: m.level(rows, i)}
			if !slices.Contains(s.members, st.ID) {
				disc(c, at, dotRadius*0.5, lightGrey)
				continue
			}
			if first < 0 {
				first = i
			}
			last = i
		}
		if first < 0 {
			continue
		}
		c.StrokeLine2(draw.LineStyle{Color: black, Width: 1}, x, m.level(rows, first), x, m.level(rows, last))
		for i, st := range m.states {
			if slices.Contains(s.members, st.ID) {
				spot(c, vg.Point{X: x, Y: m.level(rows, i)}, dotRadius, black, st.ID == s.laggard)
			}
		}
	}
	c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.5}, rows.Min.X, base, rows.Min.X+max(width, widestPitch), base)
}

// setBar is full for a least set and hollow for one that only comes nearest.
func setBar(c *draw.Canvas, x, low, high vg.Length, least bool) {
	const half = vg.Length(3.2)
	c.SetColor(blue)
	c.Fill(vg.Rectangle{Min: vg.Point{X: x - half, Y: low}, Max: vg.Point{X: x + half, Y: high}}.Path())
	if inset := vg.Length(0.9); !least && high-low > 2*inset {
		c.SetColor(white)
		c.Fill(vg.Rectangle{Min: vg.Point{X: x - half + inset, Y: low + inset}, Max: vg.Point{X: x + half - inset, Y: high - inset}}.Path())
	}
}
