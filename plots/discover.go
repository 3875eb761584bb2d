package plots

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
)

// Discovery shows the box in which a result of a study is frequent, on the two factors with the clearest limits, and
// the trade-off that it is chosen from.
func Discovery(fig Figure, d *lab.Discovery) *Chart {
	c := (&Chart{Title: "The box in which " + words.Interest(&d.Plan, &d.Interest), width: fig.wide(page)}).from(studySource(&d.Head, &d.Plan))
	if len(d.Boxes.Path) == 0 {
		c.height, c.body, c.About = remarkHeight, remark("It is so at every point or at none: there is no box."), "There is no box. "+c.About
		return c
	}
	b := d.Boxes.Box
	interest := words.Interest(&d.Plan, &d.Interest)
	c.Title = fmt.Sprintf("%s at %s of the points in this box, at %s of all", words.Capital(interest), words.Percent(b.Density),
		words.Percent(float64(d.Boxes.Hits)/float64(d.Boxes.Points)))
	c.Measured = fmt.Sprintf("Boxes by the share of what is of interest that they hold, in %%, and by how dense they are in it, in %%; %s of the study",
		words.Count(d.Boxes.Points, "point"))
	if b.Limits() == 0 {
		c.Title = "No limit on what moves here tells apart where " + interest
	}
	held := fmt.Sprintf("overage against density of %s. The box holds %s of what is of interest, and %s of its points are.",
		words.Count(len(d.Boxes.Path), "box"), words.Percent(b.Coverage), words.Percent(b.Density)) + limitsInWords(d) + " " + c.About
	tradedOff := "ach dot is a box on the way from all points (right) to the densest; ring: the one that the box is made from. Coverage: share of " +
		"what is of interest that a box holds; density: share of its points that is of interest (Friedman and Fisher 1999; Bryant and " +
		"Lempert 2010). " + c.Notes
	right := tradeOff{d}.plot()
	c.height = 8 * vg.Centimeter
	if len(d.Axes) < 2 {
		c.About, c.Notes, c.body = "C"+held, "E"+tradedOff, right
		return c
	}
	c.About = "Two pictures. Left: points of the study on two factors, with the box. Right: c" + held
	c.Notes = fmt.Sprintf("Left: full dots are points of interest, rings others (%s of %s shown); frame: the box, which may have further "+
		"limits. Right: e", words.Thousands(len(d.Cloud)), words.Thousands(d.Boxes.Points)) + tradedOff
	left := cloud{d}.plot()
	c.body = sideBySide{[]drawable{left, right}, []vg.Length{1.2, 1}}
	if fig.narrow() {
		parts := panels{{"The box on two factors", 6 * vg.Centimeter, left}, {"The boxes that it is chosen from", 6 * vg.Centimeter, right}}
		c.height, c.body = parts.height(), parts
		c.Notes = strings.NewReplacer("Left:", "Above:", "Right:", "Below:").Replace(c.Notes)
	}
	return c
}

func limitsInWords(d *lab.Discovery) string {
	var all []string
	for k, f := range d.Plan.Factors {
		if d.Boxes.Box.Bounded[k] {
			all = append(all, fmt.Sprintf(" %s from %s to %s.", f.Name, words.Near(d.Boxes.Box.Low[k]), words.Near(d.Boxes.Box.High[k])))
		}
	}
	return strings.Join(all, "")
}

// cloud is points on two factors with the box.
type cloud struct{ *lab.Discovery }

func (d cloud) plot() *picture {
	p := newPlot()
	for i, a := range []*plot.Axis{&p.X, &p.Y} {
		f := &d.Plan.Factors[d.Axes[i]]
		room := 0.02 * (f.Values.High - f.Values.Low)
		a.Min, a.Max = f.Values.Low-room, f.Values.High+room
		a.Label.Text = fit(keyStyle, f.Name, 6*vg.Centimeter)
		a.Tick.Marker = wholeSteps{wide: true}
	}
	p.Add(d)
	return p
}

// Plot implements plot.Plotter.
func (d cloud) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	b, i, j := &d.Boxes.Box, d.Axes[0], d.Axes[1]
	frame := closed(vg.Rectangle{Min: vg.Point{X: x(b.Low[i]), Y: y(b.Low[j])}, Max: vg.Point{X: x(b.High[i]), Y: y(b.High[j])}})
	c.StrokeLines(draw.LineStyle{Color: black, Width: 1.2}, frame) // below the points, of which it hides none
	for _, hit := range []bool{false, true} {                      // those of interest above
		for i, at := range d.Cloud {
			if d.CloudHit[i] != hit {
				continue
			}
			where := vg.Point{X: x(at[0]), Y: y(at[1])}
			if hit {
				disc(&c, where, 1.3, vermilion)
			} else {
				disc(&c, where, 1.1, lightGrey)
				disc(&c, where, 0.6, white)
			}
		}
	}
}

// tradeOff is the way from all points to the densest box.
type tradeOff struct{ *lab.Discovery }

func (d tradeOff) plot() *picture {
	p := newPlot()
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = -0.02, 1.03, -0.02, 1.03
	_, ticks := percentAxis(1)
	p.X.Tick.Marker, p.Y.Tick.Marker = ticks, ticks
	p.X.Label.Text, p.Y.Label.Text = "Coverage (%)", "Density (%)"
	p.Add(gridlines(true, true), d)
	return p
}

// Plot implements plot.Plotter.
func (d tradeOff) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	var line []vg.Point
	for _, b := range d.Boxes.Path {
		line = append(line, vg.Point{X: x(b.Coverage), Y: y(b.Density)})
	}
	c.StrokeLines(draw.LineStyle{Color: blue, Width: 0.6}, line)
	for _, at := range line {
		disc(&c, at, 1.8, blue)
	}
	hollow(&c, disc, line[d.Boxes.Chosen])
}
