package plots

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/sim/lab"
)

// columns is the text beside a chart of rows: the states' names on the left, their figures on the right.
type columns struct {
	names []string
	heavy []bool // set in bold
	right []textColumn
}

// textColumn is one column of figures, aligned at its right edge.
type textColumn struct {
	head  string
	cells []string
	style text.Style
}

const (
	longestName = 4 * vg.Centimeter
	headRoom    = vg.Length(10)
)

// rowName is the name of a state as a row bears it. A name too long for its column is cut and followed by the id, so
// that two states with names that begin alike stay apart.
func rowName(st lab.StateSummary) string {
	s := bold(style(labelSize, black))
	st.Name = nameShown(st.ID, st.Name)
	if s.Width(st.Name) <= longestName {
		return st.Name
	}
	id := fit(s, st.ID, longestName/2)
	return fit(s, st.Name, longestName-s.Width(" ("+id+")")) + " (" + id + ")"
}

func (t textColumn) width() vg.Length {
	w := headStyle.Width(t.head)
	for _, cell := range t.cells {
		w = max(w, t.style.Width(cell))
	}
	return w
}

// add appends a row, its name in bold if it is heavy.
func (t *columns) add(name string, heavy bool, cells ...string) {
	t.names, t.heavy = append(t.names, name), append(t.heavy, heavy)
	for i, cell := range cells {
		t.right[i].cells = append(t.right[i].cells, cell)
	}
}

// nameStyle is how row i is named.
func (t columns) nameStyle(i int) text.Style {
	s := style(labelSize, black)
	if t.heavy[i] {
		s = bold(s)
	}
	return aligned(s, draw.XRight, baseline)
}

// nameWidth is the width of the widest name.
func (t columns) nameWidth() vg.Length {
	var w vg.Length
	for i, name := range t.names {
		w = max(w, t.nameStyle(i).Width(name))
	}
	return w
}

// room is the space the columns need beside the data.
func (t columns) room() []plot.GlyphBox {
	left, right := t.nameWidth(), vg.Length(0)
	for _, col := range t.right {
		right += 2*spacing + col.width()
	}
	return room(left+spacing, right, headRoom)
}

// heads writes the heads of the columns above the data in c.
func (t columns) heads(c *draw.Canvas) {
	x := c.Max.X
	for _, col := range t.right {
		x += 2*spacing + col.width()
		write(c, aligned(headStyle, draw.XRight, baseline), vg.Point{X: x, Y: c.Max.Y + headRoom/2}, col.head)
	}
}

// row writes the texts of row i level with y.
func (t columns) row(c *draw.Canvas, i int, y vg.Length) {
	write(c, t.nameStyle(i), vg.Point{X: c.Min.X - spacing, Y: y}, t.names[i])
	x := c.Max.X
	for _, col := range t.right {
		x += 2*spacing + col.width()
		write(c, aligned(col.style, draw.XRight, baseline), vg.Point{X: x, Y: y}, col.cells[i])
	}
}

// rowHeight gives few states tall rows and keeps sixty of them on one page.
func rowHeight(rows int) vg.Length {
	return min(max(540/vg.Length(max(rows, 1)), 9), 24)
}

// roomFor is room for the widest of several columns.
func roomFor(beside []columns) []plot.GlyphBox {
	var boxes []plot.GlyphBox
	for _, cols := range beside {
		boxes = append(boxes, cols.room()...)
	}
	return boxes
}
