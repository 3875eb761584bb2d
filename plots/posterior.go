package plots

import (
	"fmt"
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// Posterior shows what history leaves of each constant: a row of intervals with what was held possible before behind
// them.
func Posterior(fig Figure, c *history.Calibrated) *Chart {
	rows := posteriorRows{fig, c}
	keys := rows.keys()
	chart := &Chart{
		Title:    "History tells nothing of constants: none was calibrated",
		Measured: "Each constant, in standard deviations of its prior: prior, posterior, and what half and double the weight of history would leave",
		About:    posteriorInWords(c),
		Notes: fmt.Sprintf("Bars: 5 to 95 %% of one constant at a time; they do not show which go together. All rows share one "+
			"axis: how far a value lies from the prior's "+
			"centre, in standard deviations of the prior, of its logarithm where that is normal (all but %s). The prior ends "+
			"where the range of a constant ends. Posterior: "+
			"exp(-surprise) times the prior (Bissiri, Holmes and Walker 2016), each episode counted as %v observations; half "+
			"and double of that by the emulator, a Gaussian process. %s",
			rows.unscaled(), c.PerEpisode, words.Chains(c)),
		width: fig.wide(page),
		body:  remark("No constant was calibrated."),
	}
	if len(c.Knobs) == 0 {
		chart.height = remarkHeight
		return chart.from(calibratedSource(c))
	}
	chart.Title = rows.title()
	chart.body, chart.height = keyed{keys: keys, picture: rows.picture()},
		keys.height(fig.wide(page)-2*margin)+spacing+rows.height()*vg.Length(len(c.Knobs))+50
	return chart.from(calibratedSource(c))
}

// posteriorRow is the height of a row, which has four bars, where there are few.
const posteriorRow = vg.Length(34)

// height is that of each row: eighteen fit on a page.
func (r posteriorRows) height() vg.Length {
	if r.fig.narrow() {
		return min(posteriorRow, 430/vg.Length(len(r.c.Knobs)))
	}
	return min(posteriorRow, 560/vg.Length(len(r.c.Knobs)))
}

// posteriorRows draws a row for each constant.
type posteriorRows struct {
	fig Figure
	c   *history.Calibrated
}

// title is the finding: which constants history pins down.
func (r posteriorRows) title() string {
	if !r.c.Converged() {
		return "The chains have not converged: what history pins down is known roughly at best"
	}
	var names []string
	for _, name := range r.c.Pinned() {
		names = append(names, name[strings.Index(name, ".")+1:])
	}
	switch {
	case len(names) == 0:
		return "History pins down no constant to less than half of what was held possible"
	case len(names) > 3:
		return fmt.Sprintf("History pins down %d of %s to less than half of what was held possible", len(names),
			words.Count(len(r.c.Knobs), "constant"))
	}
	return "History pins down " + words.And(names) + " to less than half of what was held possible"
}

// unscaled are the constants of which the prior is normal as they are.
func (r posteriorRows) unscaled() string {
	var names []string
	for _, k := range r.c.Knobs {
		if !k.Log {
			names = append(names, k.Name)
		}
	}
	if len(names) == 0 {
		return "none"
	}
	return words.And(names)
}

// picture is a plot of the rows.
func (r posteriorRows) picture() *picture {
	p := newPlot()
	p.X.Min, p.X.Max = -2, 2
	reach := func(k history.Knob, v float64) {
		if at := k.Spreads(v); !math.IsInf(at, 0) && !math.IsNaN(at) {
			p.X.Min, p.X.Max = min(p.X.Min, at-0.1), max(p.X.Max, at+0.1)
		}
	}
	for i, k := range r.c.Knobs {
		reach(k, r.c.Best.Values[i])
		for _, b := range r.bars(i) {
			reach(k, b.s.Q05)
			reach(k, b.s.Q95)
		}
	}
	p.X.Label.Text = "Standard deviations of the prior from its centre"
	p.X.Tick.Marker = wholeSteps{}
	p.Y.Min, p.Y.Max = 0, float64(len(r.c.Knobs))
	p.HideY()
	p.Add(gridlines(true, false), r)
	return p
}

// posteriorBar is one interval of a row.
type posteriorBar struct {
	name   string
	s      stats.Spread
	ink    color.RGBA
	width  vg.Length
	lifted vg.Length // above the middle of its row, as a share of its height
	dashes []vg.Length
}

// bars are the intervals of a row, from top to bottom.
func (r posteriorRows) bars(i int) []posteriorBar {
	e := r.c.Emulator
	return []posteriorBar{
		{"half the weight", e.Half[i], purple, 1.6, 0.32, nil},
		{"posterior", r.c.Marginal(i), blue, 5, 0.08, nil},
		{"the same by the emulator", e.Whole[i], black, 1.2, -0.14, nil},
		{"double the weight", e.Double[i], green, 1.6, -0.32, []vg.Length{3, 1.5}},
	}
}

// Plot implements plot.Plotter.
func (r posteriorRows) Plot(c draw.Canvas, p *plot.Plot) {
	cols := r.columns()
	cols.heads(&c)
	height := c.Size().Y / vg.Length(len(r.c.Knobs))
	for i, k := range r.c.Knobs {
		y := c.Max.Y - (vg.Length(i)+0.5)*height
		bars, thick := height, min(height/24, 1)
		if cols.above {
			bars, cols.lift = height-labelSize*lineSpacing, height/2-labelSize*lineSpacing/2
		}
		row := y
		y -= (height - bars) / 2
		x := func(v float64) vg.Length { return c.X(p.X.Norm(min(max(k.Spreads(v), p.X.Min), p.X.Max))) }
		c.FillPolygon(landGrey, closed(vg.Rectangle{Min: vg.Point{X: x(k.Quantile(0.05)), Y: y - bars*0.42},
			Max: vg.Point{X: x(k.Quantile(0.95)), Y: y + bars*0.42}}))
		for _, b := range r.bars(i) {
			at := y + b.lifted*bars
			c.StrokeLine2(draw.LineStyle{Color: b.ink, Width: b.width * thick, Dashes: b.dashes}, x(b.s.Q05), at, x(b.s.Q95), at)
			if b.width > 4 {
				disc(&c, vg.Point{X: x(b.s.Q50), Y: at}, 1.8, white)
			}
		}
		bestMark(&c, x(r.c.Best.Values[i]), y+3, y+8)
		cols.row(&c, i, row)
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (r posteriorRows) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return r.columns().room() }

func (r posteriorRows) columns() columns {
	cols := columns{above: r.fig.narrow(), right: []textColumn{{head: "prior", style: bandStyle}, {head: "best", style: figureStyle}, {head: "median",
		style: endStyle}, {head: "5 to 95 %", style: bandStyle}}}
	for i, k := range r.c.Knobs {
		s := r.c.Marginal(i)
		cols.add(fit(style(labelSize, black), k.Name, longestName), false, round(k.Centre), round(r.c.Best.Values[i]),
			round(s.Q50), ranged(s))
	}
	return cols
}

// ranged is an interval in figures.
func ranged(s stats.Spread) string { return round(s.Q05) + " to " + round(s.Q95) }

// bestMark is a line with a triangle at its head that points down.
func bestMark(c *draw.Canvas, x, bottom, top vg.Length) {
	c.StrokeLine2(draw.LineStyle{Color: vermilion, Width: 1}, x, bottom, x, top)
	pointer(vg.Point{Y: -1})(c, vg.Point{X: x, Y: top}, 2.6, vermilion)
}

func (r posteriorRows) keys() legend {
	keys := legend{{text: "prior, 5 to 95 %", sample: func(c *draw.Canvas, left vg.Point) {
		c.FillPolygon(landGrey, closed(vg.Rectangle{Min: vg.Point{X: left.X, Y: left.Y - 3}, Max: vg.Point{X: left.X + keyWidth,
			Y: left.Y + 3}}))
	}}}
	if len(r.c.Knobs) > 0 {
		for _, b := range r.bars(0) {
			keys = append(keys, key{text: b.name, sample: func(c *draw.Canvas, left vg.Point) {
				c.StrokeLine2(draw.LineStyle{Color: b.ink, Width: b.width, Dashes: b.dashes}, left.X, left.Y, left.X+keyWidth, left.Y)
			}})
		}
	}
	return append(keys, key{text: "best point", sample: func(c *draw.Canvas, left vg.Point) {
		bestMark(c, left.X+keyWidth/2,
			left.Y-5, left.Y+3)
	}})
}

func posteriorInWords(c *history.Calibrated) string {
	text := "Rows of bars, one for each constant: what the chains leave, the same by an emulator, and what half and double the " +
		"weight would leave, before what was held possible."
	for i, k := range c.Knobs {
		unit := ""
		if f, ok := sim.FigureAt("parameters." + k.Name); ok {
			unit = " (" + f.Unit + ")"
		}
		s := c.Marginal(i)
		text += fmt.Sprintf(" %s%s: prior %s to %s, best %s, posterior %s with a median of %s, by the emulator %s, with half "+
			"the weight %s, with double %s.", k.Name, unit,
			round(k.Quantile(0.05)), round(k.Quantile(0.95)), round(c.Best.Values[i]), ranged(s), round(s.Q50),
			ranged(c.Emulator.Whole[i]),
			ranged(c.Emulator.Half[i]), ranged(c.Emulator.Double[i]))
	}
	return text
}
