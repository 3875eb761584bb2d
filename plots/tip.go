package plots

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Tip shows a chance over two figures of a scenario, with the line at which it is one half.
func Tip(fig Figure, t *lab.Tip) *Chart {
	o := &t.Plan.Outputs[0]
	c := (&Chart{Title: "Where it tips: chance that " + o.Name, width: fig.wide(wide)}).from(studySource(&t.Head, &t.Plan))
	if !t.Whole {
		c.height, c.body, c.About = remarkHeight, remark("Too little was played for a map."), "Nothing is drawn: too little was played. "+c.About
		return c
	}
	c.Title, c.About = tipFound(t), tipInWords(t)+" "+c.About
	c.Notes = "Fields: share of the runs at each point of the grid, in per cent; all points are played with the same luck. Line: where it " +
		"is one half, on straight lines " +
		"between points (marching squares); a figure that it or the cross would cut is left out." + nowNote(t) + " " + c.Notes
	c.Measured = fmt.Sprintf("%s, in %%, over two figures; %s at each of %s", words.Capital(words.ChanceOf(&t.Plan.Outputs[0])), words.Count(t.Plan.Each, "run"),
		words.Count(len(t.X)*len(t.Y), "point"))
	c.height, c.body = fig.high(wide*0.72), tipMap{t}.plot()
	return c
}

// tipFound is whether and how far the chance tips.
func tipFound(t *lab.Tip) string {
	chance := words.Capital(words.ChanceOf(&t.Plan.Outputs[0]))
	least, most := t.Ends()
	switch tips := t.Tips(); {
	case tips < 0 && most.Mean < 0.5:
		return chance + " reaches one half nowhere on this map: " + words.Percent(most.High) + " at most (95 %)"
	case tips < 0:
		return chance + " is one half or more all over this map: " + words.Percent(least.Low) + " at least (95 %)"
	case tips == 0:
		return "Whether " + words.ChanceOf(&t.Plan.Outputs[0]) + " tips on this map, these runs do not tell"
	}
	return chance + " tips on this map: " + words.Interval(least.Share) + " at its lowest point, " + words.Interval(most.Share) + " at its highest"
}

// nowNote tells of the mark at which the scenario stands.
func nowNote(t *lab.Tip) string {
	if !standsOnMap(t) {
		return ""
	}
	return " Cross: the scenario as it stands."
}

func tipInWords(t *lab.Tip) string {
	x, y := t.Plan.Factors[0].Name, t.Plan.Factors[1].Name
	text := fmt.Sprintf("A map: %s to the right, %s upwards.", x, y)
	for j, row := range t.Chance {
		text += fmt.Sprintf(" At %s %s the chance runs from %s to %s", y, words.Digits(t.Y[j]), words.Percent(row[0].Mean),
			words.Percent(row[len(row)-1].Mean))
		if at, _, ok := t.TipsAt(j); ok {
			text += fmt.Sprintf(" and crosses one half near %s", words.Digits(at))
		}
		text += "."
	}
	return text
}

// tipMap is the fields, the line and the cross.
type tipMap struct{ *lab.Tip }

func (t tipMap) plot() *picture {
	p := newPlot()
	p.X.Min, p.X.Max = fieldEnds(t.X)
	p.Y.Min, p.Y.Max = fieldEnds(t.Y)
	p.X.Tick.Marker, p.Y.Tick.Marker = wholeSteps{}, wholeSteps{}
	p.X.Label.Text, p.Y.Label.Text = axisOf(&t.Plan.Factors[0]), axisOf(&t.Plan.Factors[1])
	p.Add(t)
	return p
}

// axisOf is what stands along the axis of a factor: its name and what it counts, without where it stays.
func axisOf(f *lab.Factor) string {
	unit, _, _ := strings.Cut(f.Unit, ", which stays")
	if unit == "" {
		return words.Capital(f.Name)
	}
	return words.Capital(f.Name) + ": " + unit
}

// fieldEnds are the outer sides of the first and the last field along an axis.
func fieldEnds(levels []float64) (from, to float64) {
	n := len(levels)
	if n < 2 {
		return levels[0] - 1, levels[0] + 1
	}
	return levels[0] - (levels[1]-levels[0])/2, levels[n-1] + (levels[n-1]-levels[n-2])/2
}

// sides are those of field i.
func sides(levels []float64, i int) (from, to float64) {
	from, to = fieldEnds(levels)
	if i > 0 {
		from = (levels[i-1] + levels[i]) / 2
	}
	if i < len(levels)-1 {
		to = (levels[i] + levels[i+1]) / 2
	}
	return from, to
}

// chanceInk is white for never and deep blue for always.
func chanceInk(chance float64) color.RGBA {
	mix := func(from, to uint8) uint8 { return uint8(float64(from) + chance*(float64(to)-float64(from)) + 0.5) }
	return color.RGBA{mix(255, 0), mix(255, 70), mix(255, 130), 255}
}

// crossHalf is half the side of the cross.
const crossHalf = vg.Length(4)

// Plot implements plot.Plotter.
func (t tipMap) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	figures := aligned(bandStyle, draw.XCenter, baseline)
	for j, row := range t.Chance {
		low, high := sides(t.Y, j)
		for i, s := range row {
			left, right := sides(t.X, i)
			box := vg.Rectangle{Min: vg.Point{X: x(left) - 0.1, Y: y(low) - 0.1}, Max: vg.Point{X: x(right) + 0.1, Y: y(high) +
				0.1}} // no hairlines between
			ink := chanceInk(s.Mean)
			c.FillPolygon(ink, closed(box))
			figures.Color = inkOn(ink)
			text := words.Whole(s.Mean)
			middle := vg.Point{X: (x(left) + x(right)) / 2, Y: (y(low) + y(high)) / 2}
			crossed := slices.ContainsFunc(t.Contour, func(piece stats.Crossing) bool {
				from, to := vg.Point{X: x(piece.X[0]), Y: y(piece.Y[0])}, vg.Point{X: x(piece.X[1]), Y: y(piece.Y[1])}
				return fromLine(middle, from, to) < figures.Width(text)/2+2
			})
			if standsOnMap(t.Tip) {
				cross := vg.Point{X: x(t.Now[0]), Y: y(t.Now[1])}.Sub(middle)
				crossed = crossed || max(cross.X, -cross.X) < figures.Width(text)/2+crossHalf+1 && max(cross.Y, -cross.Y) < smallSize/2+crossHalf
			}
			if !crossed && figures.Width("100")+2 < x(right)-x(left) && y(high)-y(low) > smallSize*lineSpacing {
				write(&c, figures, middle, text)
			}
		}
	}
	for _, width := range []vg.Length{3.4, 1.6} {
		ink := white
		if width < 2 {
			ink = vermilion
		}
		for _, piece := range t.Contour {
			c.StrokeLine2(draw.LineStyle{Color: ink, Width: width}, x(piece.X[0]), y(piece.Y[0]), x(piece.X[1]), y(piece.Y[1]))
		}
	}
	if standsOnMap(t.Tip) {
		at := vg.Point{X: x(t.Now[0]), Y: y(t.Now[1])}
		for _, stroke := range []draw.LineStyle{{Color: white, Width: 3.4}, {Color: black, Width: 1.4}} {
			c.StrokeLine2(stroke, at.X-crossHalf, at.Y-crossHalf, at.X+crossHalf, at.Y+crossHalf)
			c.StrokeLine2(stroke, at.X-crossHalf, at.Y+crossHalf, at.X+crossHalf, at.Y-crossHalf)
		}
	}
}

// fromLine is how far a point is from the nearest one of a stretch of a line.
func fromLine(at, from, to vg.Point) vg.Length {
	along, off := to.Sub(from), at.Sub(from)
	if length := along.Dot(along); length > 0 {
		off = off.Sub(along.Scale(min(max(off.Dot(along)/length, 0), 1)))
	}
	return vg.Length(math.Hypot(float64(off.X), float64(off.Y)))
}

// standsOnMap tells whether the scenario as it is has a place on the map.
func standsOnMap(t *lab.Tip) bool {
	return !t.Moves[0] && !t.Moves[1] && t.Now[0] >= t.X[0] && t.Now[0] <= t.X[len(t.X)-1] && t.Now[1] >= t.Y[0] && t.Now[1] <= t.Y[len(t.Y)-1]
}
