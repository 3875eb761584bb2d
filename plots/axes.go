package plots

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// newPlot is an empty plot in our type and line widths. Its title is the chart's, so it has none of its own.
func newPlot() *picture {
	p := &picture{plot.New()}
	p.TextHandler = typesetter
	p.BackgroundColor = nil
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		a.LineStyle.Width = 0.5
		a.Padding = 2
		a.Tick.LineStyle.Width = 0.5
		a.Tick.Length = 3
		x, y := a.Label.TextStyle, a.Tick.Label
		a.Label.TextStyle = aligned(style(labelSize, black), x.XAlign, x.YAlign)
		a.Tick.Label = aligned(style(labelSize, black), y.XAlign, y.YAlign)
		a.Label.TextStyle.Rotation = x.Rotation
		a.Label.Padding = 2
	}
	return p
}

// picture is a plot that breaks the names of its axes into lines where they would else run off.
type picture struct{ *plot.Plot }

// Draw implements drawable.
func (p *picture) Draw(c draw.Canvas) {
	of := *p.Plot
	for _, a := range []*plot.Axis{&of.X, &of.Y} { // a name that runs off would squeeze the picture
		a.Label.Text = a.Label.Text[:min(len(a.Label.Text), 1)]
	}
	area := of.DataCanvas(c)
	broken := func(a plot.Axis, middle, low, high vg.Length) string {
		reach, s := 2*min(high-middle, middle-low), a.Label.TextStyle
		s.Rotation = 0
		if s.Width(a.Label.Text) <= reach {
			return a.Label.Text
		}
		return strings.Join(wrap(s, a.Label.Text, reach), "\n")
	}
	of.X.Label.Text = broken(p.X, area.Center().X, c.Min.X, c.Max.X)
	of.Y.Label.Text = broken(p.Y, area.Center().Y, c.Min.Y, c.Max.Y)
	of.X.Tick.Marker = apartTicks(&of.X, area.Size().X)
	of.Draw(c)
}

// apartTicks are the ticks of an axis, every second of them left out as long as the labels of two would meet.
func apartTicks(a *plot.Axis, width vg.Length) plot.ConstantTicks {
	ticks := a.Tick.Marker.Ticks(a.Min, a.Max)
	for {
		meets, end := false, vg.Length(math.Inf(-1))
		for _, t := range ticks {
			at, half := width*vg.Length(a.Norm(t.Value)), a.Tick.Label.Width(t.Label)/2
			meets = meets || at-half < end
			end = at + half
		}
		if !meets || len(ticks) < 4 {
			return ticks
		}
		ticks = everySecond(ticks)
	}
}

// gridlines are thin lines at the labelled ticks.
func gridlines(across, up bool) *plotter.Grid {
	g := plotter.NewGrid()
	g.Vertical = draw.LineStyle{Color: gridGrey, Width: 0.4}
	g.Horizontal = g.Vertical
	if !across {
		g.Vertical.Width = 0
	}
	if !up {
		g.Horizontal.Width = 0
	}
	return g
}

// period is the time a chart covers, in years: from the first moment of the first tick to the last of the last. A little more stands
// behind it, so that what comes about in the last tick shows.
func period(s *lab.Summary) (from, to float64) {
	if len(s.Dates) == 0 {
		return 0, 1
	}
	return s.Dates[0], s.Dates[len(s.Dates)-1] + 1.5*tickYears(s)
}

// tickYears is the length of a tick. A run of one tick shows it only in the way its label is written.
func tickYears(s *lab.Summary) float64 {
	switch label := s.Labels[0]; {
	case len(s.Dates) > 1:
		return s.Dates[1] - s.Dates[0]
	case strings.Contains(label, "Q"):
		return 1.0 / 4
	case strings.Contains(label, "-"):
		return 1.0 / 12
	}
	return 1
}

// timeAxis marks whole years, three of them at the least, or the names of single ticks where the run is shorter than three years.
type timeAxis struct {
	s    *lab.Summary
	most int // labels that fit side by side
}

// Ticks implements plot.Ticker.
func (a timeAxis) Ticks(from, to float64) []plot.Tick {
	var ticks []plot.Tick
	if to-from < 3 {
		fit := max(a.most*2/3, 1) // the name of a tick is longer than that of a year
		every := (len(a.s.Dates) + fit - 1) / fit
		for i := 0; i < len(a.s.Dates); i += max(every, 1) {
			ticks = append(ticks, plot.Tick{Value: a.s.Dates[i], Label: a.s.Labels[i]})
		}
		return ticks
	}
	for _, step := range []float64{1, 2, 5, 10, 20, 25, 50, 100, 200, 500} {
		finer := ticks
		if ticks = yearsAt(step, from, to); len(ticks) < 3 && len(finer) > 4 {
			return everySecond(finer)
		}
		if (to-from)/step < float64(a.most) {
			break
		}
	}
	return ticks
}

// yearsAt are the years that are multiples of a step.
func yearsAt(step, from, to float64) (ticks []plot.Tick) {
	for y := math.Ceil(from/step) * step; y <= to; y += step {
		ticks = append(ticks, plot.Tick{Value: y, Label: fmt.Sprintf("%.0f", y)})
	}
	return ticks
}

// everySecond leaves every second tick out, beginning with the second.
func everySecond(ticks []plot.Tick) (fewer []plot.Tick) {
	for k := 0; k < len(ticks); k += 2 {
		fewer = append(fewer, ticks[k])
	}
	return fewer
}

// percentTops are the heights a chance axis may have, each with the distance of its ticks, in per cent.
var percentTops = []struct{ top, step float64 }{
	{1, 0.2}, {2, 0.5}, {3, 1}, {5, 1}, {10, 2}, {15, 5}, {20, 5}, {30, 10}, {50, 10}, {100, 20},
}

// percentAxis picks the lowest axis that shows all of a chance. A chance of 2 % would be a flat line on an axis to 100;
// so the axis may end lower, and the chart then says so.
func percentAxis(most float64) (top float64, ticks plot.ConstantTicks) {
	for _, a := range percentTops {
		if most*100*1.02 > a.top && a.top < 100 {
			continue
		}
		for i := 0.0; i*a.step <= a.top; i++ {
			ticks = append(ticks, plot.Tick{Value: i * a.step / 100, Label: fmt.Sprintf("%g", math.Round(i*a.step*10)/10)})
		}
		return a.top / 100, ticks
	}
	panic("plots: the last of percentTops takes every chance")
}

// axisNote warns of an axis that ends below 100 %.
func axisNote(top float64) string {
	if top >= 1 {
		return ""
	}
	return fmt.Sprintf("The axis ends at %s.", axisEnd(top))
}

// axisEnd is where an axis of chances ends: always a round figure.
func axisEnd(top float64) string { return fmt.Sprintf("%g %%", math.Round(top*100)) }

// staircase follows a figure that holds from one tick to the next. Steps too small to see are left out: a run may have
// thousands of ticks, and a page has not that many dots.
func staircase(dates []float64, end, smallest float64, value func(int) float64) plotter.XYs {
	var line plotter.XYs
	for i, d := range dates {
		v := value(i)
		if n := len(line); n > 0 {
			last := line[n-1].Y
			if math.Abs(v-last) <= smallest {
				continue
			}
			line = append(line, plotter.XY{X: d, Y: last})
		}
		line = append(line, plotter.XY{X: d, Y: v})
	}
	if n := len(line); n > 0 {
		line = append(line, plotter.XY{X: end, Y: line[n-1].Y})
	}
	return line
}

// stretches are where something holds of ticks that follow each other: the first tick of each, and that behind its last.
func stretches(ticks int, holds func(tick int) bool) (all [][2]int) {
	for t := range ticks {
		switch n := len(all); {
		case !holds(t):
		case n > 0 && all[n-1][1] == t:
			all[n-1][1]++
		default:
			all = append(all, [2]int{t, t + 1})
		}
	}
	return all
}

// overTime is the staircase of a figure of some ticks: what a run says of a tick holds from its end to that of the next.
// One step in a thousand of the axis is a twentieth of a millimetre.
func overTime(s *lab.Summary, ticks [2]int, top float64, value func(tick int) float64) plotter.XYs {
	_, end := period(s)
	if ticks[1] < len(s.Dates) {
		end = s.Dates[ticks[1]] + tickYears(s)
	}
	starts := slices.Clone(s.Dates[ticks[0]:ticks[1]])
	for i := range starts {
		starts[i] += tickYears(s)
	}
	return staircase(starts, end, top/1000, func(i int) float64 { return value(ticks[0] + i) })
}

// bandOverTime is a band between two figures of each of some ticks.
func bandOverTime(s *lab.Summary, ticks [2]int, top float64, of func(tick int) (low, high float64)) plotter.XYs {
	band := overTime(s, ticks, top, func(t int) float64 { low, _ := of(t); return low })
	high := overTime(s, ticks, top, func(t int) float64 { _, high := of(t); return high })
	slices.Reverse(high)
	return append(band, high...)
}

// chanceOverTime are the staircases of a share with the outlines of their bands, where constants do not leave its level open.
func chanceOverTime(s *lab.Summary, shares []stats.Share, top float64) (lines, bands []plotter.XYs) {
	for _, ticks := range stretches(len(shares), func(t int) bool { return !shares[t].Constants.Wide() }) {
		lines = append(lines, overTime(s, ticks, top, func(t int) float64 { return shares[t].Mean }))
		bands = append(bands, bandOverTime(s, ticks, top, func(t int) (low, high float64) { return shares[t].Low, shares[t].High }))
	}
	return lines, bands
}

// constantsOverTime are the bands of what constants leave open of a chance, where that is told.
func constantsOverTime(s *lab.Summary, shares []stats.Share, top float64) (bands []plotter.XYs) {
	open := s.ConstantsByTick(shares)
	for _, ticks := range stretches(len(shares), func(t int) bool { return open[t] != nil }) {
		bands = append(bands, bandOverTime(s, ticks, top, func(t int) (low, high float64) { return open[t].Low, open[t].High }))
	}
	return bands
}

// codingOverTime are the edges, below and above, of what coding by hand leaves open of a chance, tick by tick; none where that is not told.
func codingOverTime(s *lab.Summary, shares []stats.Share, top float64) []plotter.XYs {
	if len(shares) == 0 || shares[0].Coding == nil {
		return nil
	}
	edge := func(of func(*stats.Band) float64) plotter.XYs {
		return overTime(s, [2]int{0, len(shares)}, top, func(t int) float64 { return of(shares[t].Coding) })
	}
	return []plotter.XYs{edge(func(b *stats.Band) float64 { return b.Low }), edge(func(b *stats.Band) float64 { return b.High })}
}

// room asks a plot to keep space free to the left and right of its data and above it, for text that is set there.
func room(left, right, above vg.Length) []plot.GlyphBox {
	return []plot.GlyphBox{
		{X: 0, Y: 0.5, Rectangle: vg.Rectangle{Min: vg.Point{X: -left}, Max: vg.Point{}}},
		{X: 1, Y: 0.5, Rectangle: vg.Rectangle{Max: vg.Point{X: right}}},
		{X: 0.5, Y: 1, Rectangle: vg.Rectangle{Max: vg.Point{Y: above}}},
	}
}

// wholeSteps are five to ten ticks at 1, 2 or 5 times a power of ten, 0 among them; fewer where the labels are wide, but three at
// the least; no more than three or four, at 4 times a power too, where wide labels have a narrow column.
type wholeSteps struct{ wide, narrow bool }

// Ticks implements plot.Ticker.
func (w wholeSteps) Ticks(from, to float64) []plot.Tick {
	power, most := math.Pow(10, math.Floor(math.Log10(to-from))), 10.0
	parts := []float64{0.1, 0.2, 0.5, 1, 2, 5}
	switch {
	case w.wide && w.narrow:
		most, parts = 3.5, []float64{0.1, 0.2, 0.4, 0.5, 1, 2, 4, 5}
	case w.wide:
		most = 4.5
	}
	var ticks []plot.Tick
	for _, part := range parts {
		finer := ticks
		if ticks = ticksAt(part*power, from, to); len(ticks) < 3 && finer != nil {
			return finer
		}
		if (to-from)/(part*power) <= most {
			break
		}
	}
	return ticks
}

// ticksAt are those at the multiples of a step.
func ticksAt(step, from, to float64) (ticks []plot.Tick) {
	for i := math.Ceil(from / step); i*step <= to; i++ {
		label := strconv.FormatFloat(i*step+0, 'g', 6, 64) // + 0: no tick is called -0
		ticks = append(ticks, plot.Tick{Value: i * step, Label: strings.ReplaceAll(label, "-", "−")})
	}
	return ticks
}

// decades are these digits times powers of ten, every so many of them.
func decades(low, high, every float64, digits []float64) []float64 {
	var values []float64
	for e := math.Floor(math.Log10(low)/every) * every; e <= math.Log10(high); e += every {
		for _, d := range digits {
			if v := d * math.Pow(10, e); v >= low && v <= high {
				values = append(values, v)
			}
		}
	}
	return values
}

func steps(low, high, step float64) []float64 {
	var values []float64
	for i := math.Ceil(low / step); i*step <= high; i++ {
		values = append(values, i*step+0) // + 0 turns -0 into 0
	}
	return values
}

// chancePlot is a plot of rows along an axis of chances.
func chancePlot(rows int) *picture {
	p := newPlot()
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 1, 0, float64(rows)
	p.X.Label.Text = "Chance (%)"
	_, p.X.Tick.Marker = percentAxis(1)
	p.HideY()
	return p
}
