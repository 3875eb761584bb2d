package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
)

// DriverPaths shows the three drivers over the years of a scenario: a row for each state that decides, in it threat felt, trade at
// risk and policy volatility.
func DriverPaths(fig Figure, s *lab.DrivenScenario) *Chart {
	paths := newDriverPaths(fig, s)
	c := (&Chart{
		Title: driverPathsFound(s, paths.states),
		Measured: fmt.Sprintf("Threat felt (0 to 1), trade at risk (%% of GDP) and policy volatility (changes of government a year × spread) by year; %s",
			words.Count(s.Runs, "run")),
		About: paths.inWords(),
		Notes: "Line: mean over the runs, and beside it that of the last year. Band: nine runs in ten; policy volatility is the same in all. " +
			"The top of a row is the end of the scale above its column. Grey: years in which it decides in some run." + paths.noted(),
		width: fig.wide(page),
	}).of(&s.Head)
	if len(paths.states) == 0 {
		c.height, c.body = remarkHeight, remark("Nobody may decide.")
		return c
	}
	c.height, c.body = paths.height(), paths
	return c
}

// driverPaths is the picture of DriverPaths.
type driverPaths struct {
	fig    Figure
	s      *lab.DrivenScenario
	states []*lab.DrivenState
	left   int
}

// mostPaths is how many states stand on a page.
const mostPaths = 24

func newDriverPaths(fig Figure, s *lab.DrivenScenario) driverPaths {
	d := driverPaths{fig: fig, s: s}
	for k := range s.States {
		if st := &s.States[k]; st.Whole.Decided > 0 {
			d.states = append(d.states, st)
		}
	}
	slices.SortStableFunc(d.states, func(a, b *lab.DrivenState) int { return cmp.Compare(b.Whole.Threat.Mean, a.Whole.Threat.Mean) })
	most := fig.rows(mostPaths, 20, 13, 10)
	if len(d.states) > most {
		d.left, d.states = len(d.states)-most, d.states[:most]
	}
	return d
}

// driverColumns are the drivers, each with its name, what it is in a year, and how its figures are written.
var driverColumns = []struct {
	name  string
	of    func(lab.StateDrivers) lab.Range
	write func(float64) string
}{
	{"threat felt", func(v lab.StateDrivers) lab.Range { return v.Threat }, func(v float64) string { return fmt.Sprintf("%.2f", v) }},
	{"trade at risk, % of GDP", func(v lab.StateDrivers) lab.Range {
		return lab.Range{Mean: 100 * v.Trade.Mean, Q05: 100 * v.Trade.Q05, Q95: 100 * v.Trade.Q95}
	}, func(v float64) string { return fmt.Sprintf("%.2f", v) }},
	{"policy volatility", func(v lab.StateDrivers) lab.Range {
		return lab.Range{Mean: v.Volatility, Q05: v.Volatility, Q95: v.Volatility}
	}, func(v float64) string { return fmt.Sprintf("%.2f", v) }},
}

const (
	pathRow  = vg.Length(23)
	pathHead = 2 * labelSize * lineSpacing
)

func (d driverPaths) height() vg.Length {
	return pathHead + d.row()*vg.Length(len(d.states)) + labelSize*lineSpacing + spacing
}

// row is the height of a state's row.
func (d driverPaths) row() vg.Length {
	if d.fig.narrow() {
		return pathRow + labelSize*lineSpacing
	}
	return pathRow
}

// top is the end of a column's scale: the next 1, 2 or 5 times a power of ten.
func (d driverPaths) top(column int) float64 {
	most := 0.0
	for _, st := range d.states {
		for _, v := range st.Years {
			r := driverColumns[column].of(v)
			most = max(most, r.Q95, r.Mean)
		}
	}
	if most == 0 {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(most)))
	for _, digit := range []float64{1, 2, 5} {
		if most <= digit*power {
			return digit * power
		}
	}
	return 10 * power
}

// Draw implements drawable.
func (d driverPaths) Draw(c draw.Canvas) {
	figure, gutter, above := vg.Length(26), vg.Length(10), vg.Length(0)
	pathRow := d.row()
	if d.fig.fixed() {
		pathRow = (c.Size().Y - pathHead - labelSize*lineSpacing - spacing) / vg.Length(len(d.states))
	}
	name := vg.Length(0)
	for _, st := range d.states {
		name = max(name, figureStyle.Width(d.name(st)))
	}
	first := c.Min.X + name + 2*spacing
	if d.fig.narrow() {
		first, figure, gutter, above = c.Min.X, 20, 3, labelSize*lineSpacing
	}
	width := (c.Max.X - first) / vg.Length(len(driverColumns))
	years := d.s.Years
	for k, col := range driverColumns {
		left, right := first+vg.Length(k)*width, first+vg.Length(k+1)*width-figure-gutter
		x := func(year int) vg.Length {
			return left + (right-left)*(vg.Length(year)+0.5)/vg.Length(max(len(years), 1))
		}
		top := d.top(k)
		heading := col.name
		if above > 0 {
			heading, _, _ = strings.Cut(heading, ",")
		}
		write(&c, endStyle, vg.Point{X: left, Y: c.Max.Y - labelSize*lineSpacing/2}, heading)
		each := fmt.Sprintf("each row 0 to %g", top)
		if above > 0 {
			each = fmt.Sprintf("0 to %g", top)
		}
		write(&c, headStyle, vg.Point{X: left, Y: c.Max.Y - 1.5*labelSize*lineSpacing}, each)
		foot := c.Max.Y - pathHead - pathRow*vg.Length(len(d.states))
		for i, st := range d.states {
			bottom := c.Max.Y - pathHead - pathRow*vg.Length(i+1) + 2
			y := func(v float64) vg.Length { return bottom + (pathRow-above-4)*vg.Length(min(v/top, 1)) }
			switch {
			case k == 0 && above > 0:
				write(&c, figureStyle, vg.Point{X: first, Y: bottom + pathRow - above/2 - 2}, d.name(st))
			case k == 0:
				write(&c, aligned(figureStyle, draw.XRight, baseline), vg.Point{X: first - spacing, Y: bottom + pathRow/2 - 2}, d.name(st))
			}
			for t, v := range st.Years {
				if half := (x(1) - x(0)) / 2; v.Decided > 0 {
					c.FillPolygon(stripeGrey, closed(vg.Rectangle{Min: vg.Point{X: x(t) - half, Y: bottom}, Max: vg.Point{X: x(t) + half, Y: bottom + pathRow - above - 4}}))
				}
			}
			c.StrokeLine2(draw.LineStyle{Color: gridGrey, Width: 0.4}, left, bottom, right, bottom)
			var line, upper, lower []vg.Point
			for t, v := range st.Years {
				r := col.of(v)
				line = append(line, vg.Point{X: x(t), Y: y(r.Mean)})
				upper, lower = append(upper, vg.Point{X: x(t), Y: y(r.Q95)}), append(lower, vg.Point{X: x(t), Y: y(r.Q05)})
			}
			slices.Reverse(lower)
			if len(line) == 0 {
				continue
			}
			c.FillPolygon(pale(blue), append(upper, lower...))
			c.StrokeLines(draw.LineStyle{Color: blue, Width: 1.2}, line)
			if len(line) == 1 {
				disc(&c, line[0], 1.6, blue)
			}
			last := col.of(st.Years[len(st.Years)-1]).Mean
			write(&c, bandStyle, vg.Point{X: right + spacing, Y: min(max(line[len(line)-1].Y, bottom+2), bottom+pathRow-above-7)}, col.write(last))
		}
		most := 3
		if above > 0 {
			most = 2
		}
		every := max((len(years)+most-1)/most, 1)
		for t := 0; t < len(years); t += every {
			c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.5}, x(t), foot+2, x(t), foot-1)
			write(&c, aligned(bandStyle, draw.XCenter, baseline), vg.Point{X: max(x(t), c.Min.X+bandStyle.Width(years[t])/2), Y: foot - labelSize*lineSpacing/2 - 1}, years[t])
		}
	}
}

func (d driverPaths) name(st *lab.DrivenState) string {
	return rowName(lab.StateSummary{ID: st.ID, Name: st.Name})
}

// noted tells of the states that are not drawn.
func (d driverPaths) noted() string {
	if d.left == 0 {
		return ""
	}
	return fmt.Sprintf(" %s that feel less threat are left out.", words.Count(d.left, "state"))
}

// driverPathsFound says how threat felt moves, on average over the states.
func driverPathsFound(s *lab.DrivenScenario, states []*lab.DrivenState) string {
	if len(states) == 0 || len(s.Years) == 0 {
		return "Nobody may decide in " + s.Scenario
	}
	mean := func(year int) (sum float64) {
		for _, st := range states {
			sum += st.Years[year].Threat.Mean / float64(len(states))
		}
		return sum
	}
	peak := 0
	for t := range s.Years {
		if mean(t) > mean(peak) {
			peak = t
		}
	}
	last := len(s.Years) - 1
	most := states[0]
	return fmt.Sprintf("Threat felt by %s: %.2f on average in %s, at most %.2f in %s, %.2f in %s; most by %s", words.Count(len(states), "state"),
		mean(0), s.Years[0], mean(peak), s.Years[peak], mean(last), s.Years[last], words.State(most.Name))
}

func (d driverPaths) inWords() string {
	text := "Rows of lines over the years, one for each state."
	if len(d.s.Years) == 0 {
		return text
	}
	last := len(d.s.Years) - 1
	for _, st := range d.states {
		text += fmt.Sprintf(" %s from %s to %s:", st.Name, d.s.Years[0], d.s.Years[last])
		for k, col := range driverColumns {
			sep := ","
			if k == len(driverColumns)-1 {
				sep = "."
			}
			text += fmt.Sprintf(" %s %s to %s%s", col.name, col.write(col.of(st.Years[0]).Mean), col.write(col.of(st.Years[last]).Mean), sep)
		}
	}
	return text
}
