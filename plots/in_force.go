package plots

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// InForce shows in what share of the runs the headline clause is in force, tick by tick.
func InForce(s *lab.Summary) *Chart {
	most := 0.0
	for _, share := range s.InForce {
		most = max(most, share.High)
		if share.Constants != nil {
			most = max(most, share.Constants.High)
		}
	}
	top, ticks := percentAxis(most)

	p := newPlot()
	p.X.Min, p.X.Max = period(s)
	p.Y.Min, p.Y.Max = 0, top
	p.X.Tick.Marker = timeAxis{s, 6}
	p.Y.Tick.Marker = ticks
	p.X.Label.Text = "Year"
	p.Y.Label.Text = "Chance that it is in force (%)"

	line, band := chanceOverTime(s, s.InForce, top)
	p.Add(gridlines(false, true))
	open := constantsOverTime(s, s.InForce, top)
	if len(open) > 0 {
		p.Add(&plotter.Polygon{XYs: []plotter.XYs{open}, Color: faint(blue)})
	}
	if len(line) > 0 {
		p.Add(
			&plotter.Polygon{XYs: []plotter.XYs{band}, Color: pale(blue)},
			&plotter.Line{XYs: line, LineStyle: draw.LineStyle{Color: blue, Width: 1.4}},
			endLabel{s.InForce[len(s.InForce)-1]},
		)
	}
	return (&Chart{
		Title:  fmt.Sprintf("Chance that the clause is in force: %s", s.ClauseTitle),
		About:  inForceInWords(s),
		Notes:  "Line: share of the runs. " + bandsNote(&s.Head, len(open) > 0) + " " + axisNote(top),
		width:  column,
		height: 5 * vg.Centimeter,
		body:   p,
	}).of(&s.Head)
}

// endLabel writes the last share beside the end of its line.
type endLabel struct{ last stats.Share }

// Plot implements plot.Plotter.
func (e endLabel) Plot(c draw.Canvas, p *plot.Plot) {
	at := vg.Point{X: c.Max.X + 3, Y: c.Y(p.Y.Norm(e.last.Mean))}
	at.Y = min(max(at.Y, c.Min.Y+labelSize), c.Max.Y)
	write(&c, endStyle, at, words.Level(e.last))
	at.Y -= labelSize * lineSpacing
	write(&c, bandStyle, at, e.open())
}

// open is what luck leaves open of the last share; that of constants too where the level is told.
func (e endLabel) open() string {
	switch b := e.last.Constants; {
	case b == nil:
		return words.Interval(e.last)
	case b.Wide():
		return "luck " + words.LuckOf(e.last)
	default:
		return words.ConstantsOf(b)
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (e endLabel) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	return room(0, 3+max(endStyle.Width(words.Level(e.last)), bandStyle.Width(e.open())), 4)
}

func inForceInWords(s *lab.Summary) string {
	if len(s.InForce) == 0 {
		return "No ticks."
	}
	text := fmt.Sprintf("A line over time with a band around it. Chance that %s %s in force:", s.ClauseTitle, lab.Is(s.ClauseTitle))
	for _, t := range yearEnds(s) {
		share := s.InForce[t]
		text += fmt.Sprintf(" %s: %s.", s.Labels[t], words.Chance(share))
	}
	return text
}

// yearEnds are at most a dozen of the ends of years, the last among them.
func yearEnds(s *lab.Summary) []int {
	ends := s.YearEnds
	every := (len(ends) + 11) / 12
	var some []int
	for i := len(ends) - 1; i >= 0; i -= max(every, 1) {
		some = append([]int{ends[i]}, some...)
	}
	return some
}
