package plots

import "gonum.org/v1/plot/vg"

// Figure is what a chart is drawn for. The zero Figure is none in particular: each chart has a width of its own.
type Figure struct {
	Name          string
	About         string    // its size, in words
	width, height vg.Length // on paper; a height of 0 is as much as the chart takes, up to tallest
	scale         vg.Length // of all that is drawn, so that the smallest type is as large as is asked for
	dotsPerInch   int       // of a PNG
	fewer         int       // rows than a chart would have, for which its texts leave no room

	Outlines bool   // text is drawn as shapes, for programs that know no fonts in files
	Font     string // that text is set in, one of Fonts; the first if empty
}

// Figures are the sizes that a chart can be laid out for anew. Journals have columns of 84 mm and pages of 174 mm by 234 mm
// (Springer, artwork guidelines); there the smallest type has 7 pt. A slide has 1920 by 1080 dots, and there it is 24 dots high.
var Figures = []Figure{
	{Name: "column", About: "84 mm", width: 84 * vg.Millimeter, scale: 7 / tinySize, dotsPerInch: dotsPerInch},
	{Name: "page", About: "174 mm", width: 174 * vg.Millimeter, scale: 7 / tinySize, dotsPerInch: dotsPerInch},
	{Name: "slide", About: "16:9, 1920 x 1080", width: 960, height: 540, scale: 12 / tinySize, dotsPerInch: 144},
}

const tallest = 234 * vg.Millimeter

// FigureNamed is that of a name; ok is false if there is none.
func FigureNamed(name string) (fig Figure, ok bool) {
	for _, f := range Figures {
		if f.Name == name {
			return f, true
		}
	}
	return Figure{}, false
}

// rows is how many rows a picture has at most, where own is that of one on a page of its own: one at the least.
func (fig Figure) rows(own, onPage, inColumn, onSlide int) int {
	most := onPage
	switch {
	case fig.width == 0:
		return own
	case fig.fixed():
		most = onSlide
	case fig.narrow():
		most = inColumn
	}
	return max(most-fig.fewer, 1)
}

// laid is a chart laid out for the figure, with as many rows fewer as it must have to be no higher than the figure may be.
func (fig Figure) laid(build func(Figure) *Chart) *Chart {
	var c *Chart
	fig.set(func() {
		c = build(fig)
		for ; fig.tooSmallFor(c) && fig.fewer < mostRows; c = build(fig) {
			fig.fewer++
		}
		c.laidFor(fig)
	})
	return c
}

// mostRows is more than any chart has on a page.
const mostRows = 60

// tooSmallFor tells whether a chart would be higher than the figure may be, or its rows would meet on a slide.
func (fig Figure) tooSmallFor(c *Chart) bool {
	switch {
	case fig.fixed():
		return c.least > fig.room(c)
	case fig.width > 0:
		return c.with(c.height)*fig.scale > tallest
	}
	return false
}

// wide is how wide a chart is laid out that would else be as wide as own. It is printed larger by the scale.
func (fig Figure) wide(own vg.Length) vg.Length {
	if fig.width == 0 {
		return own
	}
	return fig.width / fig.scale
}

// narrow tells whether names have no room beside their rows, and stand above them.
func (fig Figure) narrow() bool { return fig.wide(page) < column }

// tight tells whether the long names of claims beside their rows leave little room: on a page, where type is larger.
func (fig Figure) tight() bool { return fig.width > 0 && !fig.fixed() }

// high is the height of a picture that would else be as high as own: one beside which nothing stands need not be higher than wide.
func (fig Figure) high(own vg.Length) vg.Length {
	if fig.narrow() {
		return min(own, fig.wide(own)*0.9)
	}
	return own
}

// ticks is how many labels fit along an axis on which there would else be so many.
func (fig Figure) ticks(own int) int {
	if fig.narrow() {
		return min(own, 4)
	}
	return own
}

// row is the height of a row that would else be as high as own.
func (fig Figure) row(own vg.Length) vg.Length {
	if fig.narrow() {
		return max(own, leastAbove)
	}
	return own
}

// fixed tells whether the height is given.
func (fig Figure) fixed() bool { return fig.height > 0 }

// room is the height that the texts of a slide leave for its picture.
func (fig Figure) room(c *Chart) vg.Length { return fig.height/fig.scale - c.with(0) }
