package plots

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab/history"
)

// Trace shows how a calibration went: how the best point improved from trial to trial, and how surprised the chains
// were step by step.
func Trace(fig Figure, c *history.Calibrated) *Chart {
	first := panel{"Search: least surprise and penalty so far", remarkHeight, remark("No point was tried.")}
	if len(c.Trace) > 0 {
		first.height, first.body = 5*vg.Centimeter, bestSoFar(c)
	}
	second := panel{"Chains: surprise at each kept step", remarkHeight, remark("No step was taken.")}
	if len(c.Chains) > 0 && len(c.Chains[0].States) > 0 {
		keys := chainKeys(len(c.Chains))
		second.height, second.body = 5*vg.Centimeter+keys.height(fig.wide(wide)-2*margin)+spacing, keyed{keys: keys, picture: surpriseOfChains(c)}
	}
	parts := panels{first, second}
	var body drawable = parts
	if fig.fixed() {
		body = gridOf{2, parts}
	}
	return (&Chart{
		Title:    "How the calibration went: " + traceFound(c),
		Measured: fmt.Sprintf("Surprise at history, in nats, of the search and of %s; %s", words.Count(len(c.Chains), "chain"), words.Count(c.Trials, "trial")),
		About:    traceInWords(c),
		Notes: "Surprise: log score of the episodes, 0 for a model that knows. Penalty: half the squared distance " +
			"from the centres of the priors, in their spreads. The axes do not begin at 0. Chains that have converged cross " +
			"each other all the way; " +
			"a level stretch is a chain that stays. " + words.Chains(c),
		width:  fig.wide(wide),
		height: parts.height(),
		body:   body,
	}).from(calibratedSource(c))
}

// traceFound says in a few words how far it came.
func traceFound(c *history.Calibrated) string {
	if c.Converged() {
		return "the four chains agree"
	}
	return "the chains have not converged"
}

// bestSoFar is the search as a falling staircase.
func bestSoFar(c *history.Calibrated) drawable {
	n := len(c.Trace)
	start, end := c.Trace[0], c.Trace[n-1]
	trials := make([]float64, n)
	for i := range trials {
		trials[i] = float64(i) + 1
	}
	p := newPlot()
	p.X.Min, p.X.Max = 1, max(float64(n), 1.5)
	p.Y.Min, p.Y.Max = around(end, start)
	p.X.Tick.Marker, p.Y.Tick.Marker = countTicks{}, wholeSteps{}
	p.X.Label.Text = "Trial of the search"
	p.Y.Label.Text = "Surprise and penalty (nats)"
	line := staircase(trials, p.X.Max, (start-end)/1000, func(i int) float64 { return c.Trace[i] })
	p.Add(gridlines(false, true), &plotter.Line{XYs: line, LineStyle: draw.LineStyle{Color: blue, Width: 1.4}},
		lastFigure{end})
	return p
}

// surpriseOfChains is a line for each chain.
func surpriseOfChains(c *history.Calibrated) drawable {
	p := newPlot()
	low, high := c.Best.Surprise, c.Best.Surprise
	for _, chain := range c.Chains {
		for _, s := range chain.States {
			low, high = min(low, s.Surprise), max(high, s.Surprise)
		}
	}
	p.X.Min, p.X.Max = 1, max(float64(len(c.Chains[0].States)), 1.5)
	p.Y.Min, p.Y.Max = around(low, high)
	p.X.Tick.Marker, p.Y.Tick.Marker = countTicks{}, wholeSteps{}
	p.X.Label.Text = "Kept step"
	p.Y.Label.Text = "Surprise (nats)"
	p.Add(gridlines(false, true))
	for n, chain := range c.Chains {
		steps := make([]float64, len(chain.States))
		for i := range steps {
			steps[i] = float64(i) + 1
		}
		line := staircase(steps, p.X.Max, 0, func(i int) float64 { return chain.States[i].Surprise })
		p.Add(&plotter.Line{XYs: line, LineStyle: chainLooks[n%len(chainLooks)]})
	}
	return p
}

// chainLooks are the lines of chains, which are told apart in grey by their dashes.
var chainLooks = []draw.LineStyle{
	{Color: blue, Width: 0.8},
	{Color: vermilion, Width: 1, Dashes: []vg.Length{4, 1.5}},
	{Color: green, Width: 1.2, Dashes: []vg.Length{1.2, 1.2}},
	{Color: black, Width: 0.8, Dashes: []vg.Length{6, 1.5, 1.2, 1.5}},
}

// chainKeys names them by their numbers.
func chainKeys(chains int) (keys legend) {
	for n := range chains {
		keys = append(keys, key{text: fmt.Sprintf("chain %d", n+1), sample: func(c *draw.Canvas, left vg.Point) {
			c.StrokeLine2(chainLooks[n%len(chainLooks)], left.X, left.Y, left.X+keyWidth, left.Y)
		}})
	}
	return keys
}

// around is an axis with some room on both sides of its figures.
func around(low, high float64) (from, to float64) {
	room := 0.05 * (high - low)
	if room == 0 {
		room = 1 // nats
	}
	return low - room, high + room
}

// countTicks are whole numbers from 1 on.
type countTicks struct{}

// Ticks implements plot.Ticker.
func (countTicks) Ticks(from, to float64) []plot.Tick {
	ticks := []plot.Tick{{Value: from, Label: fmt.Sprintf("%.0f", from)}}
	for _, t := range (wholeSteps{}).Ticks(from, to) {
		// Clear of the first label; and there is no trial and a half.
		if t.Value-from > 0.06*(to-from) && t.Value == float64(int(t.Value)) {
			ticks = append(ticks, t)
		}
	}
	return ticks
}

// lastFigure writes the last value of a line beside its end.
type lastFigure struct{ value float64 }

func (l lastFigure) text() string { return fmt.Sprintf("%.1f", l.value) }

// Plot implements plot.Plotter.
func (l lastFigure) Plot(c draw.Canvas, p *plot.Plot) {
	write(&c, endStyle, vg.Point{X: c.Max.X + 3, Y: c.Y(p.Y.Norm(l.value))}, l.text())
}

// GlyphBoxes implements plot.GlyphBoxer.
func (l lastFigure) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	return room(0, 3+endStyle.Width(l.text()), 4)
}

func traceInWords(c *history.Calibrated) string {
	text := "No point was tried."
	if n := len(c.Trace); n > 0 {
		text = fmt.Sprintf("A falling staircase: the least surprise and penalty goes from %.1f to %.1f nats in %d trials.",
			c.Trace[0], c.Trace[n-1], n)
	}
	for n, chain := range c.Chains {
		text += fmt.Sprintf(" Chain %d: %s kept, %d played, %d taken.", n+1, words.Count(len(chain.States), "step"),
			chain.Tried, chain.Taken)
	}
	return text + " " + words.Chains(c)
}
