package plots

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab/history"
)

// Posterior shows what history taught about each knob: what was believed before beside what is believed after, one
// small picture a knob.
func Posterior(c *history.Calibrated) *Chart {
	var grid knobGrid
	for i := range c.Knobs {
		grid.knobs = append(grid.knobs, newKnobPicture(c, i))
	}
	// A column of a journal holds one picture, half a page three, a whole one four beside each other.
	width := page
	grid.across = min(len(grid.knobs), 4)
	switch {
	case grid.across < 2:
		width = column
	case grid.across < 4:
		width = wide
	}
	keys := knobKeys()
	return (&Chart{
		Title: "What history says about each constant: before and after calibration",
		About: posteriorInWords(grid.knobs),
		Notes: fmt.Sprintf("Height: density along the axis as drawn, each picture to its own scale; the areas are alike. "+
			"Prior: normal, of the logarithm where the axis is one. What lies beyond the range of a constant stands at its "+
			"edge. Best: the point of least penalised distance, by CMA-ES (Hansen and Ostermeier 2001). Posterior: sequential "+
			"Monte Carlo ABC (Toni et al. 2009; Del Moral et al. 2012), %s, each constant by itself: it does not show which go together.",
			words.Count(len(c.Posterior), "particle")),
		width:  width,
		height: keys.height(width-2*margin) + spacing + grid.height(),
		body:   keyed{keys: keys, picture: grid},
	}).from(calibratedSource(c))
}

// knobPicture is the picture of one knob.
type knobPicture struct {
	axis     knobAxis
	best     float64
	some     bool    // there are particles
	from, to float64 // values at 5 and 95 % of the posterior
	bins     [knobBins]float64
	highest  float64
}

const knobBins = 24 // a quarter of a spread each, if no particle lies beyond the prior

func newKnobPicture(c *history.Calibrated, i int) knobPicture {
	values := make([]float64, len(c.Posterior))
	for j, particle := range c.Posterior {
		values[j] = particle[i]
	}
	k := knobPicture{axis: newKnobAxis(c.Knobs[i], append([]float64{c.Values[i]}, values...)), best: c.Values[i]}
	width := (k.axis.to - k.axis.from) / knobBins
	for _, v := range values {
		bin := min(int(k.axis.share(v)*knobBins), knobBins-1)
		k.bins[bin] += 1 / float64(len(values)) / width
	}
	k.highest = k.axis.prior(k.axis.at(c.Knobs[i].Centre))
	for _, height := range k.bins {
		k.highest = max(k.highest, height)
	}
	if k.some = len(values) > 0; k.some {
		s := c.Marginal(i)
		k.from, k.to = s.Q05, s.Q95
	}
	return k
}

// priorRange are the values at 5 and 95 % of the prior.
func (k knobPicture) priorRange() (low, high float64) {
	const z = 1.6448536269514722 // the normal quantile at 95 %
	bottom, top, _ := constant(k.axis.knob.Name)
	centre, spread := k.axis.at(k.axis.knob.Centre), k.axis.knob.Spread
	return max(k.axis.value(centre-z*spread), bottom), min(k.axis.value(centre+z*spread), top)
}

// figures are the lines of text above a picture.
func (k knobPicture) figures() []string {
	text := []string{"best " + round(k.best)}
	if k.some {
		text = append(text, fmt.Sprintf("5 to 95 %%: %s to %s", round(k.from), round(k.to)))
	}
	return text
}

// Heights of the parts of a knob's picture, downwards.
const (
	knobHeads = vg.Length(29) // name and figures
	knobRange = vg.Length(7)  // bar of the posterior's range
	knobCurve = vg.Length(42)
	knobTicks = vg.Length(12)
	knobUnit  = 2 * tinySize * lineSpacing
	knobGap   = vg.Length(12)
	knobTall  = knobHeads + knobRange + knobCurve + knobTicks + knobUnit
)

// Draw implements drawable.
func (k knobPicture) Draw(c draw.Canvas) {
	width := c.Size().X
	y := c.Max.Y - labelSize*lineSpacing/2
	write(&c, endStyle, vg.Point{X: c.Min.X, Y: y}, fit(endStyle, k.axis.knob.Name, width))
	for _, line := range k.figures() {
		y -= smallSize * lineSpacing
		write(&c, bandStyle, vg.Point{X: c.Min.X, Y: y}, fit(bandStyle, line, width))
	}

	base := c.Max.Y - knobHeads - knobRange - knobCurve
	x := func(value float64) vg.Length { return c.Min.X + width*vg.Length(k.axis.share(value)) }
	if k.some {
		outline := []vg.Point{{X: c.Min.X, Y: base}}
		for bin, height := range k.bins {
			top := base + knobCurve*vg.Length(height/k.highest)
			outline = append(outline, vg.Point{X: c.Min.X + width*vg.Length(bin)/knobBins, Y: top},
				vg.Point{X: c.Min.X + width*vg.Length(bin+1)/knobBins, Y: top})
		}
		outline = append(outline, vg.Point{X: c.Max.X, Y: base})
		c.FillPolygon(posteriorFill, outline)
		c.StrokeLines(draw.LineStyle{Color: blue, Width: 0.5}, outline)
		c.StrokeLine2(rangeBar, x(k.from), base+knobCurve+knobRange/2, x(k.to), base+knobCurve+knobRange/2)
	}
	const pieces = 60
	curve := make([]vg.Point, pieces+1)
	for i := range curve {
		at := k.axis.from + (k.axis.to-k.axis.from)*float64(i)/pieces
		curve[i] = vg.Point{X: c.Min.X + width*vg.Length(i)/pieces, Y: base + knobCurve*vg.Length(k.axis.prior(at)/k.highest)}
	}
	c.StrokeLines(priorLine, curve)
	bestMark(&c, x(k.best), base, base+knobCurve+knobRange)

	c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.5}, c.Min.X, base, c.Max.X, base)
	s := aligned(bandStyle, draw.XCenter, baseline)
	for _, t := range k.axis.ticks(s, width) {
		c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.5}, x(t.Value), base, x(t.Value), base-2)
		half := s.Width(t.Label) / 2
		at := min(max(x(t.Value), c.Min.X+half-knobGap/4), c.Max.X-half+knobGap/4)
		write(&c, s, vg.Point{X: at, Y: base - knobTicks/2 - 1}, t.Label)
	}
	unit := wrap(unitStyle, k.axis.unit, width)
	for i, line := range unit[:min(len(unit), 2)] {
		y := base - knobTicks - (vg.Length(i)+0.5)*tinySize*lineSpacing
		write(&c, unitStyle, vg.Point{X: c.Min.X, Y: y}, line)
	}
}

var (
	unitStyle     = style(tinySize, quietText)
	posteriorFill = pale(blue)
	rangeBar      = draw.LineStyle{Color: blue, Width: 2}
	priorLine     = draw.LineStyle{Color: black, Width: 0.8, Dashes: []vg.Length{3, 2}}
)

// bestMark is a line with a triangle at its head that points down.
func bestMark(c *draw.Canvas, x, bottom, top vg.Length) {
	c.StrokeLine2(draw.LineStyle{Color: vermilion, Width: 1}, x, bottom, x, top)
	pointer(vg.Point{Y: -1})(c, vg.Point{X: x, Y: top}, 2.6, vermilion)
}

func knobKeys() legend {
	return legend{
		{text: "prior", sample: func(c *draw.Canvas, left vg.Point) {
			c.StrokeLine2(priorLine, left.X, left.Y, left.X+keyWidth, left.Y)
		}},
		{text: "posterior", sample: func(c *draw.Canvas, left vg.Point) {
			box := closed(vg.Rectangle{
				Min: vg.Point{X: left.X, Y: left.Y - 3}, Max: vg.Point{X: left.X + keyWidth, Y: left.Y + 3},
			})
			c.FillPolygon(posteriorFill, box)
			c.StrokeLines(draw.LineStyle{Color: blue, Width: 0.5}, box)
		}},
		{text: "its 5 to 95 %", sample: func(c *draw.Canvas, left vg.Point) {
			c.StrokeLine2(rangeBar, left.X, left.Y, left.X+keyWidth, left.Y)
		}},
		{text: "best point", sample: func(c *draw.Canvas, left vg.Point) {
			bestMark(c, left.X+keyWidth/2, left.Y-5, left.Y+3)
		}},
	}
}

// knobGrid sets the pictures of the knobs in rows.
type knobGrid struct {
	knobs  []knobPicture
	across int
}

func (g knobGrid) height() vg.Length {
	if g.across == 0 {
		return remarkHeight
	}
	rows := vg.Length(math.Ceil(float64(len(g.knobs)) / float64(g.across)))
	return rows*(knobTall+knobGap) - knobGap
}

// Draw implements drawable.
func (g knobGrid) Draw(c draw.Canvas) {
	if g.across == 0 {
		remark("No constant was calibrated.").Draw(c)
		return
	}
	width := (c.Size().X + knobGap) / vg.Length(g.across)
	for i, k := range g.knobs {
		left := c.Min.X + width*vg.Length(i%g.across)
		top := c.Max.Y - (knobTall+knobGap)*vg.Length(i/g.across)
		k.Draw(draw.Canvas{Canvas: c.Canvas, Rectangle: vg.Rectangle{
			Min: vg.Point{X: left, Y: top - knobTall}, Max: vg.Point{X: left + width - knobGap, Y: top},
		}})
	}
}

func posteriorInWords(knobs []knobPicture) string {
	text := "Small pictures, one for each constant: the prior as a dashed curve, the posterior as a filled histogram, " +
		"the best point as a line."
	for _, k := range knobs {
		low, high := k.priorRange()
		text += fmt.Sprintf(" %s: prior %s to %s (5 to 95 %%), %s.", k.axis.knob.Name, round(low), round(high),
			strings.Join(k.figures(), ", "))
	}
	return text
}
