package plots

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/sim/lab"
)

// columns is the text beside a chart of rows: the states' names on the left, their figures on the right.
type columns struct {
	above bool      // names stand above their rows, and not beside
	tight bool      // figures in quiet type make way for the picture, as where names stand above
	lift  vg.Length // how far above the middle; nameLift if 0
	most  vg.Length // that a name beside its row may be wide; any width if 0
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
	nameLift    = vg.Length(9)  // of a name above its row
	leastAbove  = vg.Length(20) // height of such a row
	leastBeside = vg.Length(7.2)
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
	if t.most > 0 {
		return min(w, t.most)
	}
	return w
}

// shown are the columns of figures that have room: where there is little, those in quiet type make way for the picture, the last one
// first.
func (t columns) shown() []int {
	var all []int
	width := vg.Length(0)
	for k, col := range t.right {
		all = append(all, k)
		width += 2*spacing + col.width()
	}
	for k := len(all) - 1; k >= 0 && (t.above || t.tight) && width > mostBeside; k-- {
		if col := t.right[all[k]]; col.style == bandStyle {
			width -= 2*spacing + col.width()
			all = slices.Delete(all, k, k+1)
		}
	}
	return all
}

// mostBeside is how wide figures may be beside a narrow picture.
const mostBeside = vg.Length(90)

// room is the space the columns need beside the data.
func (t columns) room() []plot.GlyphBox {
	left, right := t.nameWidth()+spacing, vg.Length(0)
	if t.above {
		left = spacing // for the label of an axis
	}
	for _, k := range t.shown() {
		right += 2*spacing + t.right[k].width()
	}
	return room(left, right, t.headRoom())
}

// headRoom is the height of the heads. Those over a name keep clear of it.
func (t columns) headRoom() vg.Length {
	if t.above {
		return headRoom + 2*spacing
	}
	return headRoom
}

// heads writes the heads of the columns above the data in c.
func (t columns) heads(c *draw.Canvas) {
	x := c.Max.X
	for _, k := range t.shown() {
		col := t.right[k]
		x += 2*spacing + col.width()
		write(c, aligned(headStyle, draw.XRight, baseline), vg.Point{X: x, Y: c.Max.Y + t.headRoom() - headRoom/2}, col.head)
	}
}

// row writes the texts of row i level with y.
func (t columns) row(c *draw.Canvas, i int, y vg.Length) {
	x := c.Max.X
	if t.above {
		whole := c.Size().X
		for _, k := range t.shown() {
			whole += 2*spacing + t.right[k].width()
		}
		s, name := shrunk(aligned(t.nameStyle(i), draw.XLeft, baseline), t.names[i], whole)
		onWhite(c, s, vg.Point{X: c.Min.X, Y: y + cmp.Or(t.lift, nameLift)}, name)
	} else {
		s, name := shrunk(t.nameStyle(i), t.names[i], t.nameWidth())
		write(c, s, vg.Point{X: c.Min.X - spacing, Y: y}, name)
	}
	for _, k := range t.shown() {
		col := t.right[k]
		x += 2*spacing + col.width()
		write(c, aligned(col.style, draw.XRight, baseline), vg.Point{X: x, Y: y}, col.cells[i])
	}
}

// rowHeight gives few states tall rows and keeps sixty of them on one page.
func rowHeight(rows int) vg.Length {
	return min(max(540/vg.Length(max(rows, 1)), 9), 24)
}

// rowsClose is the height of so many rows as close as their type allows, with that of their heads and of an axis.
func rowsClose(rows int) vg.Length { return leastBeside*vg.Length(rows) + headRoom + 34 }

// roomFor is room for the widest of several columns.
func roomFor(beside []columns) []plot.GlyphBox {
	var boxes []plot.GlyphBox
	for _, cols := range beside {
		boxes = append(boxes, cols.room()...)
	}
	return boxes
}
