package plots

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// key is one entry of a legend: a sample and what it stands for.
type key struct {
	text   string
	breaks bool                                // starts a row of its own
	sample func(c *draw.Canvas, left vg.Point) // draws within keyWidth to the right of left, around its height
}

const (
	keyWidth  = vg.Length(16)
	keyHeight = vg.Length(10)
	keyGap    = vg.Length(9)
)

// legend sets keys side by side and breaks the row where the width ends, so that no entry meets another.
type legend []key

var keyStyle = style(labelSize, black)

// entry is a key in its place.
type entry struct {
	x     vg.Length
	row   int
	lines []string
}

// place gives every key its left edge, its row and its lines, and counts the rows.
func (l legend) place(width vg.Length) (at []entry, rows int) {
	x, row, last := vg.Length(0), 0, 0
	for _, k := range l {
		lines, w := wrap(keyStyle, k.text, width-keyWidth-spacing), vg.Length(0)
		for _, line := range lines {
			w = max(w, keyWidth+spacing/2+keyStyle.Width(line))
		}
		if x > 0 && (x+w > width || k.breaks || len(lines) > 1) {
			x, row = 0, last+1
		}
		at = append(at, entry{x, row, lines})
		last = max(last, row+max(len(lines), 1)-1)
		x += w + keyGap
		if len(lines) > 1 {
			x = width
		}
	}
	return at, last + min(len(l), 1)
}

func (l legend) height(width vg.Length) vg.Length {
	_, rows := l.place(width)
	return vg.Length(rows) * keyHeight
}

// Draw puts the legend at the top of c.
func (l legend) Draw(c draw.Canvas) {
	at, _ := l.place(c.Size().X)
	for i, k := range l {
		left := vg.Point{X: c.Min.X + at[i].x, Y: c.Max.Y - (vg.Length(at[i].row)+0.5)*keyHeight}
		k.sample(&c, left)
		left.X += keyWidth + spacing/2
		for _, line := range at[i].lines {
			write(&c, keyStyle, left, line)
			left.Y -= keyHeight
		}
	}
}

// keyed is a picture with a legend above it, or to its right.
type keyed struct {
	keys    legend
	picture drawable
	beside  bool
}

const besideShare = 0.3 // of the width, for a legend to the right

// Draw implements drawable.
func (k keyed) Draw(c draw.Canvas) {
	if k.beside {
		width := c.Size().X * besideShare
		k.picture.Draw(draw.Crop(c, 0, -width-2*spacing, 0, 0))
		k.keys.Draw(draw.Crop(c, c.Size().X-width, 0, 0, 0))
		return
	}
	k.keys.Draw(c)
	k.picture.Draw(draw.Crop(c, 0, 0, 0, -k.keys.height(c.Size().X)-spacing))
}
