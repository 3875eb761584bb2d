package plots

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// Formats are the file types a chart is written as, each for its use: SVG for a page, PDF for LaTeX, PNG for a slide.
var Formats = []string{"svg", "pdf", "png"}

const dotsPerInch = 300 // of a PNG: what journals ask of line art in a halftone

// FormatsAsked are all that a chart can be written as: pgf is for a paper in LaTeX, which sets the text in its own type.
var FormatsAsked = append(slices.Clone(Formats), "pgf")

// Write writes a chart in one of FormatsAsked. The same chart gives the same bytes every time.
func (c *Chart) Write(w io.Writer, format string) error {
	width, height := c.Size()
	var b bytes.Buffer
	var err error
	var data []byte
	switch format {
	case "svg":
		cv := newDrawnInSVG(width, height)
		c.draw(c.onto(cv))
		data, err = cv.described(c.heading(), c.About, c.made.text())
	case "pdf":
		cv := newPaper(width, height)
		c.draw(c.onto(cv))
		keywords := c.made.text()
		if keywords == "" {
			keywords = c.Notes
		}
		err = cv.write(&b, c.heading(), c.About, keywords)
		data = b.Bytes()
	case "png":
		dots := cmp.Or(c.fig.dotsPerInch, dotsPerInch)
		cv := vgimg.PngCanvas{Canvas: vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(dots))}
		c.draw(outlined{cv})
		_, err = cv.WriteTo(&b)
		data = stateResolution(b.Bytes(), dots, c.made.text())
	case "pgf":
		cv := newDrawnInTeX(width, height)
		c.draw(cv)
		err = cv.write(&b, c.heading(), c.made.text())
		data = b.Bytes()
	default:
		err = fmt.Errorf("no chart format %q: use svg, pdf, png or pgf", format)
	}
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// onto is a canvas on which text stays text, unless the chart is to have outlines.
func (c *Chart) onto(cv vg.CanvasSizer) vg.CanvasSizer {
	if c.fig.Outlines {
		return outlined{cv}
	}
	return cv
}

// stateResolution tells programs that place a PNG how large it is: the writer leaves its dots per inch out. The chunk
// "pHYs" (dots per metre, across and down) follows the header, which ends at byte 33, and what is known of how it was made.
func stateResolution(png []byte, dots int, made string) []byte {
	const afterHeader = 33
	perMetre := uint32(dots * 10000 / 254)
	size := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, perMetre), perMetre)
	out := append(bytes.Clone(png[:afterHeader]), pngChunk("pHYs", append(size, 1))...) // 1: the unit is the metre
	if made != "" {
		out = append(out, pngMade(made)...)
	}
	return append(out, png[afterHeader:]...)
}
