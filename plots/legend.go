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

// place gives every key its left edge and its row, and counts the rows.
func (l legend) place(width vg.Length) (at []vg.Point, rows int) {
	x, row := vg.Length(0), 0
	for _, k := range l {
		w := keyWidth + spacing/2 + keyStyle.Width(fit(keyStyle, k.text, width-keyWidth-spacing))
		if x > 0 && (x+w > width || k.breaks) {
			x, row = 0, row+1
		}
		at = append(at, vg.Point{X: x, Y: vg.Length(row)})
		x += w + keyGap
	}
	return at, row + min(len(l), 1)
}

func (l legend) height(width vg.Length) vg.Length {
	_, rows := l.place(width)
	return vg.Length(rows) * keyHeight
}

// Draw puts the legend at the top of c.
func (l legend) Draw(c draw.Canvas) {
	width := c.Size().X
	at, _ := l.place(width)
	for i, k := range l {
		left := vg.Point{X: c.Min.X + at[i].X, Y: c.Max.Y - (at[i].Y+0.5)*keyHeight}
		k.sample(&c, left)
		left.X += keyWidth + spacing/2
		write(&c, keyStyle, left, fit(keyStyle, k.text, width-keyWidth-spacing))
	}
}

// keyed is a picture with a legend above it.
type keyed struct {
	keys    legend
	picture drawable
}

// Draw implements drawable.
func (k keyed) Draw(c draw.Canvas) {
	k.keys.Draw(c)
	k.picture.Draw(draw.Crop(c, 0, 0, 0, -k.keys.height(c.Size().X)-spacing))
}
