package plots

import (
	"cmp"
	"fmt"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Coalitions shows whom the clause binds at the end: a column for each set of states with the share of the runs that end with just
// these (after the UpSet plot of Lex et al. 2014, IEEE Transactions on Visualization and Computer Graphics 20(12)), and below how
// many states it binds.
func Coalitions(fig Figure, s *lab.Summary) *Chart {
	c := (&Chart{
		Title: coalitionsFound(s),
		Measured: fmt.Sprintf("Share of %s that end with just these states bound by %s, in %%", words.Count(s.Runs, "run"),
			lab.The(s.ClauseTitle)),
		About: coalitionsInWords(s),
		width: fig.wide(page),
	}).of(&s.Head)
	if len(s.Coalitions) == 0 {
		c.height, c.body = remarkHeight, remark("No run ends with the clause binding anybody.")
		return c
	}
	sets := newUpset(fig, s)
	parts := panels{
		{fmt.Sprintf("The %s", words.Count(len(sets.columns), "likeliest coalition")), sets.height(), sets},
		{"How many states it binds at the end", 3.4 * vg.Centimeter, sizesPlot(fig, s)},
	}
	c.Notes = sets.noted(s) + "Lines on bars: " + exact + words.Covers(&s.Head, false) + " " + c.Notes
	c.height, c.body = parts.height(), parts
	if fig.fixed() {
		c.least = panelHead + sets.least()
		c.body = sideBySide{[]drawable{panels(parts[:1]), indented{panels(parts[1:])}}, []vg.Length{3, 2}}
	}
	return c
}

const (
	mostCoalitions = 16
	upsetRow       = vg.Length(10)
	upsetBars      = 3 * vg.Centimeter
)

// upset is the columns of coalitions over the rows of states.
type upset struct {
	columns []lab.Coalition
	rows    []lab.StateSummary // that are in one of them, the likeliest member first
	always  []string           // names of those that are in every one of several: they are told, not drawn
	left    int                // states for which there is no room
}

func newUpset(fig Figure, s *lab.Summary) upset {
	most := mostCoalitions
	if fig.narrow() || fig.fixed() {
		most = 8
	}
	u := upset{columns: s.Coalitions[:min(len(s.Coalitions), most)]}
	for _, st := range s.States {
		in := 0
		for _, c := range u.columns {
			if slices.Contains(c.Members, st.ID) {
				in++
			}
		}
		switch {
		case in == len(u.columns) && in > 1:
			u.always = append(u.always, words.State(st.Name))
		case in > 0:
			u.rows = append(u.rows, st)
		}
	}
	slices.SortStableFunc(u.rows, func(a, b lab.StateSummary) int { return cmp.Compare(b.Member.Mean, a.Member.Mean) })
	if most := fig.rows(len(u.rows), 32, 22, 16); len(u.rows) > most {
		u.left, u.rows = len(u.rows)-most, u.rows[:most]
	}
	return u
}

func (u upset) height() vg.Length {
	return upsetBars + upsetRow*vg.Length(len(u.rows)) + 2*spacing + headRoom
}

// least is the height with bars half as high and rows as close as their type allows.
func (u upset) least() vg.Length {
	return upsetBars/2 + leastBeside*vg.Length(len(u.rows)) + 2*spacing + headRoom
}

// Draw implements drawable.
func (u upset) Draw(c draw.Canvas) {
	name, bound := vg.Length(0), headStyle.Width("bound at all")
	for _, st := range u.rows {
		name = max(name, figureStyle.Width(rowName(st)))
	}
	right := c.Max.X - bound - 2*spacing
	left := c.Min.X + name + 2*spacing
	cell := min((right-left)/vg.Length(len(u.columns)), 30)
	barsHeight, row := upsetBars, upsetRow
	if part := c.Size().Y / u.height(); part < 0.999 { // as on a slide
		row = max(upsetRow*part, leastBeside)
		barsHeight += c.Size().Y - u.height() + (upsetRow-row)*vg.Length(len(u.rows))
	}
	foot := c.Max.Y - headRoom - barsHeight
	most := 0.0
	for _, k := range u.columns {
		most = max(most, k.AtEnd.High)
	}
	top, ticks := percentAxis(most)
	y := func(share float64) vg.Length { return foot + vg.Length(share/top)*barsHeight }
	for _, t := range ticks {
		c.StrokeLine2(draw.LineStyle{Color: gridGrey, Width: 0.4}, left, y(t.Value), left+cell*vg.Length(len(u.columns)), y(t.Value))
		write(&c, aligned(bandStyle, draw.XRight, baseline), vg.Point{X: left - spacing, Y: y(t.Value)}, t.Label)
	}
	write(&c, aligned(headStyle, draw.XRight, baseline), vg.Point{X: left - spacing, Y: c.Max.Y}, "runs (%)")
	for k, col := range u.columns {
		x := left + (vg.Length(k)+0.5)*cell
		c.FillPolygon(blue, closed(vg.Rectangle{Min: vg.Point{X: x - cell*0.3, Y: foot}, Max: vg.Point{X: x + cell*0.3, Y: y(col.AtEnd.Mean)}}))
		c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.8}, x, y(col.AtEnd.Low), x, y(col.AtEnd.High))
		says := words.Whole(col.AtEnd.Mean)
		if bandStyle.Width(says) < cell { // else it would meet the next
			write(&c, aligned(bandStyle, draw.XCenter, baseline), vg.Point{X: x, Y: y(col.AtEnd.High) + smallSize*0.8}, says)
		}
	}
	write(&c, headStyle, vg.Point{X: right + 2*spacing, Y: foot + smallSize*0.5}, "bound at all")
	for i, st := range u.rows {
		middle := foot - 2*spacing - (vg.Length(i)+0.5)*row
		if i%2 == 0 {
			c.FillPolygon(stripeGrey, closed(vg.Rectangle{Min: vg.Point{X: left, Y: middle - row/2},
				Max: vg.Point{X: left + cell*vg.Length(len(u.columns)), Y: middle + row/2}}))
		}
		write(&c, aligned(figureStyle, draw.XRight, baseline), vg.Point{X: left - spacing, Y: middle}, rowName(st))
		write(&c, aligned(bandStyle, draw.XRight, baseline), vg.Point{X: c.Max.X, Y: middle}, words.Level(st.Member))
		for k, col := range u.columns {
			at := vg.Point{X: left + (vg.Length(k)+0.5)*cell, Y: middle}
			if slices.Contains(col.Members, st.ID) {
				disc(&c, at, 2.8, blue)
			} else {
				disc(&c, at, 1, lightGrey)
			}
		}
	}
}

// noted tells of what is not drawn.
func (u upset) noted(s *lab.Summary) string {
	text := ""
	if len(u.always) > 0 {
		text = "In each of these coalitions: " + several(u.always) + ". "
	}
	shown := 0
	for _, c := range u.columns {
		shown += c.AtEnd.Count
	}
	none := 0
	if len(s.Sizes) > 0 {
		none = s.Sizes[0].Count
	}
	if rest := s.Runs - none - shown; rest > 0 {
		text += fmt.Sprintf("Other coalitions, each of them less likely: %s of the runs together. ", words.Percent(float64(rest)/float64(s.Runs)))
	}
	if u.left > 0 {
		text += fmt.Sprintf("Left out, as they are bound less often: %s. ", words.Count(u.left, "state"))
	}
	return text + "Bound at all: whatever the others do. "
}

// sizesPlot is a bar for each number of members.
func sizesPlot(fig Figure, s *lab.Summary) *picture {
	most := 0.0
	for _, size := range s.Sizes {
		most = max(most, size.High)
	}
	top, ticks := percentAxis(most)
	p := newPlot()
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = -0.6, float64(len(s.Sizes))-0.4, 0, top
	p.X.Label.Text, p.Y.Label.Text = "States bound (0: none)", "Runs (%)"
	p.X.Tick.Marker, p.Y.Tick.Marker = wholeNumbers{fig}, ticks
	p.Add(gridlines(false, true), sizeBars(s.Sizes))
	return p
}

// wholeNumbers are ticks at whole numbers, no more than fit.
type wholeNumbers struct{ fig Figure }

// Ticks implements plot.Ticker.
func (w wholeNumbers) Ticks(from, to float64) (ticks []plot.Tick) {
	every, most := 1, 24.0
	if w.fig.narrow() {
		most = 14
	}
	for (to-from)/float64(every) > most {
		every++
	}
	for k := 0; float64(k) <= to; k += every {
		ticks = append(ticks, plot.Tick{Value: float64(k), Label: fmt.Sprint(k)})
	}
	return ticks
}

// sizeBars draws a share as a bar with its interval.
type sizeBars []stats.Share

// Plot implements plot.Plotter.
func (bars sizeBars) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for k, share := range bars {
		at, ink := float64(k), blue
		if k == 0 {
			ink = midGrey
		}
		c.FillPolygon(ink, closed(vg.Rectangle{Min: vg.Point{X: x(at - 0.35), Y: c.Min.Y}, Max: vg.Point{X: x(at + 0.35), Y: y(share.Mean)}}))
		c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.8}, x(at), y(share.Low), x(at), y(share.High))
	}
}

// unlikely is a chance below which the likeliest coalition is no finding: one in ten, by judgement.
const unlikely = 0.1

// coalitionsFound names the likeliest coalition, as far as luck lets one tell, and how often there is none.
func coalitionsFound(s *lab.Summary) string {
	if len(s.Coalitions) == 0 {
		return "No coalition: no run ends with " + lab.The(s.ClauseTitle) + " in force"
	}
	f := s.ForemostCoalition()
	first := s.Coalitions[0]
	called := words.Count(len(first.Members), "state")
	if len(first.Members) <= 5 {
		called = words.States(first.Members, namesIn(s))
	}
	text := fmt.Sprintf("The likeliest coalition is of %s, in %s of the runs", called, words.Percent(first.AtEnd.Mean))
	switch n := len(f.Rivals); {
	case first.AtEnd.High < unlikely && n > 0:
		text = fmt.Sprintf("No coalition is likely: none comes about in more than %s of the runs", words.Percent(first.AtEnd.Mean))
	case first.AtEnd.High < unlikely:
		text = fmt.Sprintf("No coalition is likely: the likeliest, of %s, comes about in %s of the runs", called, words.Percent(first.AtEnd.Mean))
	case n > 0:
		text = fmt.Sprintf("Which coalition is likeliest, luck leaves open: that of %s, in %s of the runs, or %s", called, words.Percent(first.AtEnd.Mean),
			map[bool]string{true: "another", false: "one of " + words.Spelt(n) + " others"}[n == 1])
	}
	if none := s.Sizes[0]; none.Count > 0 {
		text += fmt.Sprintf("; in %s there is none", words.Percent(none.Mean))
	}
	return text
}

func coalitionsInWords(s *lab.Summary) string {
	names, text := namesIn(s), "Columns of coalitions with bars of their chances, over a table of dots for their members."
	for _, c := range s.Coalitions[:min(len(s.Coalitions), mostCoalitions)] {
		text += fmt.Sprintf(" %s: %s.", words.Capital(words.States(c.Members, names)), words.Percent(c.AtEnd.Mean))
	}
	text += " By size:"
	for k, size := range s.Sizes {
		text += fmt.Sprintf(" %d: %s;", k, words.Percent(size.Mean))
	}
	return text[:len(text)-1] + "."
}
