package plots

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
)

// Convergence shows how a chance and its interval settle as runs are added.
func Convergence(fig Figure, v *lab.Convergence) *Chart {
	c := (&Chart{Title: fmt.Sprintf("How many runs are enough: %s in force at the end", lab.The(v.ClauseTitle)), width: fig.wide(wide)}).of(&v.Head)
	if len(v.Steps) == 0 {
		c.height, c.body, c.About = remarkHeight, remark("Too little was played."), "Nothing is drawn: too little was played. "+c.About
		return c
	}
	most := 0.0
	for _, s := range v.Steps {
		most = max(most, s.Share.High)
	}
	top, ticks := percentAxis(most)
	p := newPlot()
	p.X.Min, p.X.Max = 80, float64(max(v.Steps[len(v.Steps)-1].Played, 200))*1.2
	p.X.Scale = plot.LogScale{}
	p.X.Tick.Marker = runTicks{}
	p.Y.Min, p.Y.Max, p.Y.Tick.Marker = 0, top, ticks
	p.X.Label.Text, p.Y.Label.Text = "Runs (logarithmic)", "Chance that it is in force (%)"
	p.Add(gridlines(false, true), settling(v.Steps))
	text := "Dots with bars, by the number of runs."
	for _, s := range v.Steps {
		text += fmt.Sprintf(" %s: %s (%s).", words.Thousands(s.Played), words.Percent(s.Share.Mean), words.Interval(s.Share))
	}
	last := v.Steps[len(v.Steps)-1]
	c.Title = fmt.Sprintf("%s tell the chance that %s %s in force to within %.1f points", words.Capital(words.Count(last.Played, "run")), lab.The(v.ClauseTitle),
		lab.Is(v.ClauseTitle), 100*last.Share.Reach())
	c.Measured = fmt.Sprintf("Chance that it is in force, in %%, with its 95 %% interval, by the number of runs; at most %s", words.Count(last.Played, "run"))
	c.About = text + " " + c.About
	c.Notes = "Dot: share of the first so many runs. Bar: " + exact + words.CoverTogether(&v.Head) + " " + axisNote(top) + " " + c.Notes
	c.height, c.body = 6*vg.Centimeter, p
	return c
}

// runTicks are 100, 200, 500, 1,000 and so on, closer where the axis is short and farther where it is long.
type runTicks struct{}

// Ticks implements plot.Ticker.
func (runTicks) Ticks(from, to float64) []plot.Tick {
	digits := []float64{1, 2, 5}
	switch {
	case to/from > 1e4:
		digits = []float64{1}
	case to/from < 10: // which has too few of them
		digits = []float64{1, 2, 3, 4, 5, 7}
	}
	var ticks []plot.Tick
	for _, v := range decades(from, to, 1, digits) {
		ticks = append(ticks, plot.Tick{Value: v, Label: words.Thousands(int(v + 0.5))})
	}
	return ticks
}

// settling are the steps.
type settling []lab.Settling

// Plot implements plot.Plotter.
func (s settling) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for _, step := range s {
		at := x(float64(step.Played))
		c.StrokeLine2(draw.LineStyle{Color: blue, Width: 1}, at, y(step.Share.Low), at, y(step.Share.High))
		disc(&c, vg.Point{X: at, Y: y(step.Share.Mean)}, dotRadius, blue)
	}
}
