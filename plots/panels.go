package plots

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// panel is one of several pictures in a chart, with a heading of its own.
type panel struct {
	head   string
	height vg.Length // without the heading
	body   drawable
}

// panels stand one above the other.
type panels []panel

const panelHead = labelSize*lineSpacing + spacing

func (ps panels) height() vg.Length {
	h := vg.Length(max(len(ps)-1, 0)) * 2 * spacing
	for _, p := range ps {
		h += panelHead + p.height
	}
	return h
}

// Draw implements drawable.
func (ps panels) Draw(c draw.Canvas) {
	top, part := c.Max.Y, vg.Length(1)
	if own := ps.height(); c.Size().Y < own-1 || c.Size().Y > own+1 { // as on a slide
		heads := own
		for _, p := range ps {
			heads -= p.height
		}
		part = (c.Size().Y - heads) / (own - heads)
	}
	for _, p := range ps {
		head, height := endStyle, p.height*part
		if head.Width(p.head) > c.Size().X {
			head = bold(style(smallSize, black))
		}
		write(&c, head, vg.Point{X: c.Min.X, Y: top - labelSize*lineSpacing/2}, fit(head, p.head, c.Size().X))
		top -= panelHead
		p.body.Draw(draw.Crop(c, 0, 0, top-height-c.Min.Y, top-c.Max.Y))
		top -= height + 2*spacing
	}
}

// remark stands in the middle of a picture that has nothing to show.
type remark string

// Draw implements drawable.
func (r remark) Draw(c draw.Canvas) {
	write(&c, aligned(style(labelSize, quietText), draw.XCenter, baseline), c.Center(), string(r))
}

// remarkHeight is the height of a picture that holds a remark only.
const remarkHeight = 3 * labelSize

// sideBySide draws pictures beside each other, each as wide as its part of the sum.
type sideBySide struct {
	pictures []drawable
	widths   []vg.Length
}

// Draw implements drawable.
func (s sideBySide) Draw(c draw.Canvas) {
	all := vg.Length(0)
	for _, w := range s.widths {
		all += w
	}
	left := vg.Length(0)
	for k, p := range s.pictures {
		width := c.Size().X * s.widths[k] / all
		p.Draw(draw.Crop(c, left, left+width-c.Size().X, 0, 0))
		left += width
	}
}

// gridOf is panels in rows of so many, each as high as the first.
type gridOf struct {
	across int
	each   []panel
}

func (ts gridOf) height() vg.Length {
	rows := vg.Length((len(ts.each) + ts.across - 1) / ts.across)
	return rows * (panelHead + ts.each[0].height + 2*spacing)
}

// Draw implements drawable.
func (ts gridOf) Draw(c draw.Canvas) {
	const gutter = 2 * spacing
	width, height := (c.Size().X+gutter)/vg.Length(ts.across), panelHead+ts.each[0].height+2*spacing
	if own := ts.height(); c.Size().Y < own-1 || c.Size().Y > own+1 { // as on a slide
		height *= c.Size().Y / own
	}
	for k, p := range ts.each {
		p.height = height - panelHead - 2*spacing
		left, top := vg.Length(k%ts.across)*width, vg.Length(k/ts.across)*height
		panels{p}.Draw(draw.Crop(c, left, left+width-gutter-c.Size().X, c.Size().Y-top-height+2*spacing, -top))
	}
}

// indented is a picture that keeps clear of what is to its left.
type indented struct{ drawable }

// Draw implements drawable.
func (g indented) Draw(c draw.Canvas) { g.drawable.Draw(draw.Crop(c, 4*spacing, 0, 0, 0)) }
