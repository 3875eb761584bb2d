package plots

import (
	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// outlined is a canvas that draws text as shapes: a PNG has no text, and a printer may want none. What a chart says is in its
// title and description too.
type outlined struct{ vg.CanvasSizer }

// emUnits is the resolution at which we ask for outlines: units to the size of type.
const emUnits = 2048

// FillString draws a line of text with its baseline starting at pt.
func (o outlined) FillString(face font.Face, pt vg.Point, line string) {
	var p vg.Path
	scale := face.Font.Size / emUnits
	var prev sfnt.GlyphIndex
	for i, letter := range line {
		glyph, advance := glyphOf(face, letter)
		if i > 0 {
			if kern, err := face.Face.Kern(nil, prev, glyph, emUnits, 0); err == nil {
				pt.X += vg.Length(kern) * scale
			}
		}
		segments, err := face.Face.LoadGlyph(nil, glyph, emUnits, nil)
		if err != nil {
			panic("plots: a bundled font cannot be read: " + err.Error())
		}
		p = appendGlyph(p, segments, pt, scale)
		pt.X += advance
		prev = glyph
	}
	if len(p) > 0 {
		o.Fill(p)
	}
}

// glyphOf is a letter's shape in a font, and how far the next one stands from it.
func glyphOf(face font.Face, letter rune) (sfnt.GlyphIndex, vg.Length) {
	glyph, err := face.Face.GlyphIndex(nil, letter)
	if err != nil {
		panic("plots: a bundled font cannot be read: " + err.Error())
	}
	advance, err := face.Face.GlyphAdvance(nil, glyph, emUnits, 0)
	if err != nil {
		panic("plots: a bundled font cannot be read: " + err.Error())
	}
	return glyph, vg.Length(advance) * face.Font.Size / emUnits
}

// appendGlyph adds one letter's outline. Fonts count downwards, canvases upwards.
func appendGlyph(p vg.Path, segments sfnt.Segments, at vg.Point, scale vg.Length) vg.Path {
	point := func(s sfnt.Segment, i int) vg.Point {
		return vg.Point{X: at.X + vg.Length(s.Args[i].X)*scale, Y: at.Y - vg.Length(s.Args[i].Y)*scale}
	}
	for i, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				p.Close()
			}
			p.Move(point(s, 0))
		case sfnt.SegmentOpLineTo:
			p.Line(point(s, 0))
		case sfnt.SegmentOpQuadTo:
			p.QuadTo(point(s, 0), point(s, 1))
		case sfnt.SegmentOpCubeTo:
			p.CubeTo(point(s, 0), point(s, 1), point(s, 2))
		}
	}
	if len(segments) > 0 {
		p.Close()
	}
	return p
}
