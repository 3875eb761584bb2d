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
		Title: driverPathsFound(s, paths.all),
		Measured: fmt.Sprintf("Threat felt (0 to 1), trade at risk (%% of GDP) and policy volatility (changes of government a year × spread) by year; %s",
			words.Count(s.Runs, "run")),
		About: paths.inWords(),
		Notes: "Line: mean over the runs, and beside it that of the last year. Band: nine runs in ten; policy volatility is the same in all. " +
			"The top of a row is the end of the scale above its column. Grey: years in which it decides in some run." + paths.shocksNote() + paths.noted(),
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
	all    []*lab.DrivenState // that decide, from those who feel most threat on average down
	states []*lab.DrivenState // of them, those for whom there is room
}

// mostPaths is how many states stand on a page.
const mostPaths = 24

// newDriverPaths picks the states.
func newDriverPaths(fig Figure, s *lab.DrivenScenario) driverPaths {
	d := driverPaths{fig: fig, s: s}
	for k := range s.States {
		if st := &s.States[k]; st.Whole.Decided > 0 {
			d.all = append(d.all, st)
		}
	}
	slices.SortStableFunc(d.all, func(a, b *lab.DrivenState) int { return cmp.Compare(b.Whole.Threat.Mean, a.Whole.Threat.Mean) })
	d.states = d.all[:min(len(d.all), fig.rows(mostPaths, 20, 13, 10))]
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
	threatColumn = 0 // of driverColumns

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
	figure, gutter, above, row := vg.Length(26), vg.Length(10), vg.Length(0), d.row()
	if d.fig.fixed() {
		row = (c.Size().Y - pathHead - labelSize*lineSpacing - spacing) / vg.Length(len(d.states))
	}
	name := vg.Length(0)
	for _, st := range d.states {
		name = max(name, figureStyle.Width(d.name(st)))
	}
	first := c.Min.X + name + 2*spacing
	if d.fig.narrow() {
		first, figure, gutter, above = c.Min.X, 20, 3, labelSize*lineSpacing
	}
	for i, st := range d.states {
		bottom := c.Max.Y - pathHead - row*vg.Length(i+1) + 2
		if above > 0 {
			write(&c, figureStyle, vg.Point{X: first, Y: bottom + row - above/2 - 2}, d.name(st))
		} else {
			write(&c, aligned(figureStyle, draw.XRight, baseline), vg.Point{X: first - spacing, Y: bottom + row/2 - 2}, d.name(st))
		}
	}
	width := (c.Max.X - first) / vg.Length(len(driverColumns))
	for k := range driverColumns {
		pathColumn{d, k, first + vg.Length(k)*width, first + vg.Length(k+1)*width - figure - gutter, d.top(k), above, row}.draw(&c)
	}
}

// pathColumn is one driver in its place: between which edges, to which end of its scale, how high a name above each row and a row are.
type pathColumn struct {
	driverPaths
	driver      int
	left, right vg.Length
	top         float64
	above, row  vg.Length
}

// x is where a year stands, the middle of its stretch.
func (p pathColumn) x(year int) vg.Length {
	return p.left + (p.right-p.left)*(vg.Length(year)+0.5)/vg.Length(max(len(p.s.Years), 1))
}

// draw draws the column under its head.
func (p pathColumn) draw(c *draw.Canvas) {
	heading, each := driverColumns[p.driver].name, fmt.Sprintf("each row 0 to %g", p.top)
	if p.above > 0 {
		heading, _, _ = strings.Cut(heading, ",")
		each = fmt.Sprintf("0 to %g", p.top)
	}
	write(c, endStyle, vg.Point{X: p.left, Y: c.Max.Y - labelSize*lineSpacing/2}, heading)
	write(c, headStyle, vg.Point{X: p.left, Y: c.Max.Y - 1.5*labelSize*lineSpacing}, each)
	for i, st := range p.states {
		p.drawState(c, st, c.Max.Y-pathHead-p.row*vg.Length(i+1)+2)
	}
	p.drawYears(c, c.Max.Y-pathHead-p.row*vg.Length(len(p.states)))
}

// drawState draws the line of a state with its band on the years in which it decides.
func (p pathColumn) drawState(c *draw.Canvas, st *lab.DrivenState, bottom vg.Length) {
	full := p.row - p.above - 4
	y := func(v float64) vg.Length { return bottom + full*vg.Length(min(v/p.top, 1)) }
	half := (p.x(1) - p.x(0)) / 2
	var line, upper, lower []vg.Point
	for t, v := range st.Years {
		x, r := p.x(t), driverColumns[p.driver].of(v)
		if v.Decided > 0 {
			c.FillPolygon(stripeGrey, closed(vg.Rectangle{Min: vg.Point{X: x - half, Y: bottom}, Max: vg.Point{X: x + half, Y: bottom + full}}))
		}
		line = append(line, vg.Point{X: x, Y: y(r.Mean)})
		upper, lower = append(upper, vg.Point{X: x, Y: y(r.Q95)}), append(lower, vg.Point{X: x, Y: y(r.Q05)})
	}
	if p.driver == threatColumn {
		for t, v := range st.Years {
			c.StrokeLine2(draw.LineStyle{Color: purple, Width: min(2, half)}, p.x(t), bottom+full, p.x(t), bottom+full*vg.Length(1-min(v.Shock, 1)))
		}
	}
	c.StrokeLine2(draw.LineStyle{Color: gridGrey, Width: 0.4}, p.left, bottom, p.right, bottom)
	if len(line) == 0 {
		return
	}
	slices.Reverse(lower)
	c.FillPolygon(pale(blue), append(upper, lower...))
	c.StrokeLines(draw.LineStyle{Color: blue, Width: 1.2}, line)
	if len(line) == 1 {
		disc(c, line[0], 1.6, blue)
	}
	col := driverColumns[p.driver]
	last := col.write(col.of(st.Years[len(st.Years)-1]).Mean)
	write(c, bandStyle, vg.Point{X: p.right + spacing, Y: min(max(line[len(line)-1].Y, bottom+2), bottom+full-3)}, last)
}

// drawYears marks three years below the rows, and names the first, the last and, where there is room, the middle one.
func (p pathColumn) drawYears(c *draw.Canvas, foot vg.Length) {
	years := p.s.Years
	middle := (len(years) - 1) / 2
	for _, t := range slices.Compact([]int{0, middle, len(years) - 1}) {
		if t < 0 {
			continue
		}
		name := aligned(bandStyle, draw.XCenter, baseline)
		c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.5}, p.x(t), foot+2, p.x(t), foot-1)
		if t == middle && t > 0 && p.above > 0 {
			continue
		}
		at := min(max(p.x(t), c.Min.X+name.Width(years[t])/2), c.Max.X-name.Width(years[t])/2)
		write(c, name, vg.Point{X: at, Y: foot - labelSize*lineSpacing/2 - 1}, years[t])
	}
}

// name is what a state is called.
func (d driverPaths) name(st *lab.DrivenState) string {
	return rowName(lab.StateSummary{ID: st.ID, Name: st.Name})
}

// shocksNote tells what hangs above the lines of threat, if any shock alarms a state.
func (d driverPaths) shocksNote() string {
	for _, st := range d.states {
		if slices.ContainsFunc(st.Years, func(v lab.StateDrivers) bool { return v.Shock > 0 }) {
			return " Bars from above, under threat: shocks, each year the alarm of the worst that strikes (mean over the runs; 1 is the whole row)."
		}
	}
	return ""
}

// noted tells of the states that are not drawn.
func (d driverPaths) noted() string {
	if len(d.all) == len(d.states) {
		return ""
	}
	return fmt.Sprintf(" Left out, where less threat is felt: %s.", words.Count(len(d.all)-len(d.states), "state"))
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
	at := func(t int) string { return fmt.Sprintf("%.2f in %s", mean(t), s.Years[t]) }
	text := fmt.Sprintf("Threat felt by %s on average: %s", words.Count(len(states), "state"), at(0))
	if peak > 0 && peak < last {
		text += ", at most " + at(peak)
	}
	if last > 0 {
		text += ", " + at(last)
	}
	return text + "; most by " + words.State(states[0].Name)
}

// inWords says how each driver goes for each state that is shown.
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
