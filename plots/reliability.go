package plots

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// Reliability shows what the model's chances are worth: for each tenth of their range how often what was foretold came true. A
// model whose chances mean what they say lies on the diagonal (the attributes diagram of Hsu & Murphy 1986, International Journal
// of Forecasting 2(3), without its skill).
func Reliability(fig Figure, h *history.Hindcast) *Chart {
	parts := h.Record.Parts
	p := newPlot()
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 1, 0, 1
	_, ticks := percentAxis(1)
	p.X.Tick.Marker, p.Y.Tick.Marker = ticks, ticks
	p.X.Label.Text, p.Y.Label.Text = "Chance that the model gave (%)", "Share that came true in history (%)"
	p.Add(gridlines(true, true), consistentBins(parts.Bins),
		&plotter.Line{XYs: plotter.XYs{{X: 0, Y: 0}, {X: 1, Y: 1}}, LineStyle: draw.LineStyle{Color: midGrey, Width: 0.8}},
		reliabilityBins(parts.Bins))
	unseen := ""
	if h.HeldOut {
		unseen = " with constants that had not seen the episode"
	}
	title := words.ReliableFound(&parts)
	if h.FewRuns() {
		title = strings.TrimSuffix(words.TooFewToRely(), ".")
	}
	return (&Chart{
		Title: title,
		Measured: fmt.Sprintf("Share of %s that came true, in %%, by the chance that the model gave%s; Brier score %.2f, each claim alike",
			words.Count(parts.Forecasts, "claim"), unseen, parts.Brier),
		About: reliabilityInWords(parts, h.FewRuns()),
		Notes: fmt.Sprintf("Dot: the claims of one tenth of the scale, at their mean chance; beside it how many there are. Bar: 95 %% "+
			"interval by bootstrap over the theatres of the episodes, left out of fewer than %d. Grey: where 95 %% of such dots would lie if each claim came "+
			"true with its own chance, one apart from another (Bröcker and Smith 2007). On the grey line chances "+
			"mean what they say. Brier score %.2f = reliability %.2f − resolution %.2f + uncertainty %.2f, and %s within tenths "+
			"(Murphy 1973).", stats.FewestUnits, parts.Brier, parts.Reliability, parts.Resolution, parts.Uncertainty, words.Worse(parts.Within)),
		width:  fig.wide(wide),
		height: fig.high(wide * 0.8),
		body:   p,
	}).from(hindcastSource(h, h.Verdicts...))
}

// consistentBins draws the consistency bar of each bin.
type consistentBins []stats.Bin

// Plot implements plot.Plotter.
func (bins consistentBins) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for _, b := range bins {
		bar := b.Trust.Consistent
		c.StrokeLine2(draw.LineStyle{Color: lightGrey, Width: 8}, x(b.Mean), y(bar.Low), x(b.Mean), y(bar.High))
	}
}

// reliabilityBins draws each bin with its interval and its count.
type reliabilityBins []stats.Bin

// Plot implements plot.Plotter.
func (bins reliabilityBins) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for _, b := range bins {
		if came := b.Trust.Came; came != nil {
			c.StrokeLine2(draw.LineStyle{Color: blue, Width: 1}, x(b.Mean), y(came.Low), x(b.Mean), y(came.High))
		}
		disc(&c, vg.Point{X: x(b.Mean), Y: y(b.Happened)}, 3, blue)
	}
	const beside, clear = vg.Length(24), vg.Length(8)
	var tags []tag
	for _, b := range bins {
		tags = append(tags, tag{at: vg.Point{X: x(b.Mean), Y: y(b.Happened)}, width: bandStyle.Width(words.Thousands(b.Forecasts)), height: smallSize + 1})
	}
	frame := vg.Rectangle{Min: c.Min, Max: c.Max.Add(vg.Point{X: beside, Y: clear})}
	spared := [][2]vg.Point{{{X: x(0), Y: y(0)}, {X: x(1), Y: y(1)}}}
	for _, b := range bins {
		bar := b.Trust.Consistent
		spared = append(spared, [2]vg.Point{{X: x(b.Mean), Y: y(bar.Low)}, {X: x(b.Mean), Y: y(bar.High)}})
	}
	for k, box := range placeLabels(tags, 4, spared, frame) { // no count hides a dot
		if box != (vg.Rectangle{}) {
			onWhite(&c, bandStyle, vg.Point{X: box.Min.X, Y: (box.Min.Y + box.Max.Y) / 2}, words.Thousands(bins[k].Forecasts))
		}
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (bins reliabilityBins) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return room(6, 24, 8) }

func reliabilityInWords(parts stats.Partition, fewRuns bool) string {
	text := "Dots with intervals along the diagonal of a square, one for each tenth of the range of chances."
	for _, b := range parts.Bins {
		text += fmt.Sprintf(" Of %s with chances of %s to %s, %s came true.", words.Count(b.Forecasts, "claim"), words.Percent(b.Low),
			words.Percent(b.High), words.Percent(b.Happened))
	}
	if fewRuns {
		return text + " " + words.TooFewToRely()
	}
	for _, told := range words.Reliable(&parts) {
		text += " " + told
	}
	return text
}
