package plots

import (
	"cmp"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Chart is one picture with what must be read beside it.
type Chart struct {
	Title    string // what was found, in words
	Measured string // what is drawn, in which unit, of how many runs; printed below the title
	About    string // the same for those who cannot see it, with the figures that matter
	Notes    string // how to read it and where it comes from; printed below

	made   Made   // how; nothing if that is not known
	hidden string // the title, if the picture is to have none

	fig    Figure    // what it is laid out for
	width  vg.Length // before that is scaled
	height vg.Length // of the picture itself, without title and notes
	least  vg.Length // of the same if its rows are as close as their type allows; 0 if it has no rows
	body   drawable
	names  []string // that stand in the picture and are not in About
}

// drawable fills the canvas it is given; a *plot.Plot is one.
type drawable interface{ Draw(draw.Canvas) }

// from ends what is read beside a chart, and what is heard in its place, with where its figures come from.
func (c *Chart) from(source string) *Chart {
	c.Notes = strings.TrimSpace(strings.TrimSpace(c.Notes) + " " + source)
	c.About = strings.TrimSpace(c.About + " " + source)
	return c
}

// By notes how the chart was made.
func (c *Chart) By(m Made) { c.made = m }

// Retitle gives the chart another title; none if it is empty, as journals want it, and then who cannot see it hears the old one.
func (c *Chart) Retitle(title string) {
	if title == "" {
		c.hidden = c.heading()
	}
	c.Title = title
}

// heading is the title, also if the picture has none.
func (c *Chart) heading() string { return cmp.Or(c.Title, c.hidden) }

// Caption is what is to be read beside the picture, in one piece.
func (c *Chart) Caption() string { return strings.TrimSpace(c.Found() + " " + c.Beside()) }

// Found is the title as a sentence, also if the picture has none.
func (c *Chart) Found() string { return strings.TrimSuffix(c.heading(), ".") + "." }

// Beside is what else a caption says: what is drawn, how to read it and where it comes from.
func (c *Chart) Beside() string {
	return strings.TrimSpace(strings.TrimSuffix(c.Measured, ".") + ". " + c.Notes)
}

// Alt is what the chart says to who cannot see it: what was found, and the figures that matter.
func (c *Chart) Alt() string { return c.Found() + " " + c.About }

// Bare takes what is read beside the picture out of it: it then stands in a caption.
func (c *Chart) Bare() { c.Measured, c.Notes = "", "" }

// of is from where the figures of an answer come.
func (c *Chart) of(h *lab.Head) *Chart { return c.from(source(h)) }

// Widths of a chart: one column of a journal page, one and a half, and the whole page.
const (
	column  = 9 * vg.Centimeter
	wide    = 14 * vg.Centimeter
	page    = 18 * vg.Centimeter
	margin  = vg.Length(5)
	spacing = vg.Length(4)
)

// Size is the size of the whole chart on paper. It grows with the title and the notes, so neither ever squeezes the picture; but
// a slide has one height.
func (c *Chart) Size() (width, height vg.Length) {
	c.fig.set(func() { width, height = c.size() })
	return width, height
}

func (c *Chart) size() (width, height vg.Length) {
	if c.fig.fixed() {
		return c.fig.width, c.fig.height
	}
	return c.width * c.scale(), c.with(c.height) * c.scale()
}

// scale is how much larger it is printed than laid out.
func (c *Chart) scale() vg.Length { return max(c.fig.scale, 1) }

// with is a height with that of margins and texts.
func (c *Chart) with(height vg.Length) vg.Length {
	title, measured, notes := c.texts()
	return height + 2*margin + 2*spacing + textHeight(title, titleSize) + textHeight(measured, labelSize) + textHeight(notes, tinySize)
}

// laidFor notes what a chart was laid out for. On a slide the picture fills what room there is.
func (c *Chart) laidFor(fig Figure) *Chart {
	c.fig = fig
	if fig.fixed() {
		c.height = fig.room(c)
	}
	return c
}

func (c *Chart) texts() (title, measured, notes []string) {
	return wrap(bold(style(titleSize, black)), c.Title, c.width-2*margin),
		wrap(style(labelSize, quietText), c.Measured, c.width-2*margin),
		wrap(style(tinySize, quietText), c.Notes, c.width-2*margin)
}

func textHeight(lines []string, size vg.Length) vg.Length {
	return vg.Length(len(lines)) * size * lineSpacing
}

// draw puts the title and what is measured above the picture and the notes below it, on white.
func (c *Chart) draw(on vg.CanvasSizer) { c.fig.set(func() { c.drawn(on) }) }

func (c *Chart) drawn(on vg.CanvasSizer) {
	width, height := c.size()
	if s := c.scale(); s != 1 {
		on.Scale(float64(s), float64(s))
	}
	cv := draw.NewCanvas(on, width/c.scale(), height/c.scale())
	cv.SetColor(white)
	cv.Fill(cv.Rectangle.Path())

	title, measured, notes := c.texts()
	top := cv.Max.Y - margin
	lines(&cv, title, titleSize, true, top)
	top -= textHeight(title, titleSize)
	lines(&cv, measured, labelSize, false, top)
	top -= textHeight(measured, labelSize)
	foot := margin + textHeight(notes, tinySize)
	lines(&cv, notes, tinySize, false, foot)
	c.body.Draw(draw.Crop(cv, margin, -margin, foot+spacing, top-spacing-cv.Max.Y))
}

// lines writes lines of text downwards from top.
func lines(c *draw.Canvas, texts []string, size vg.Length, heavy bool, top vg.Length) {
	s := style(size, quietText)
	if heavy {
		s = bold(style(size, black))
	}
	for i, line := range texts {
		write(c, s, vg.Point{X: margin, Y: top - (vg.Length(i)+0.5)*size*lineSpacing}, line)
	}
}

// exact is what an interval of a share is.
const exact = "95 % intervals (Clopper-Pearson). "

// constantsTold tells whether it is told of any chance what constants leave open.
func constantsTold(chances [][]stats.Share) bool {
	return slices.ContainsFunc(chances, func(shares []stats.Share) bool {
		return slices.ContainsFunc(shares, func(s stats.Share) bool { return s.Constants != nil })
	})
}

// bandsNote says what the bands of chances over time are, what doubt they hold, and where they or the lines on them are missing.
func bandsNote(s *lab.Summary, chances ...[]stats.Share) string {
	hole, wide := false, false
	for _, shares := range chances {
		bands := s.ConstantsByTick(shares)
		for t, share := range shares {
			hole = hole || share.Constants != nil && bands[t] == nil
			wide = wide || share.Constants.Wide()
		}
	}
	if !constantsTold(chances) {
		return "Band: " + exact + words.Covers(&s.Head, false)
	}
	text := "Dark band: " + exact + words.Covers(&s.Head, true) + " Light band: constants; where there is none, nothing was seen of them beyond luck"
	if hole {
		text += ", or, within a year of it, they are not told"
	}
	if wide {
		text += "; without line or dark band, they leave more than 40 points open"
	}
	return text + "."
}
