package plots

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
)

// Sweep shows how an output of a study goes with each factor, those that it goes with most first: a small picture a
// factor.
func Sweep(fig Figure, s *lab.Sweep, output int) *Chart {
	o := &s.Plan.Outputs[output]
	c := (&Chart{Title: "What goes with it: " + o.Name, width: fig.wide(page)}).from(studySource(&s.Head, &s.Plan))
	c.Measured = fmt.Sprintf("%s along each factor, %s; %s", words.Capital(words.ChanceOf(o)), map[bool]string{true: "in %", false: "mean over the runs"}[o.IsChance()],
		words.Count(s.Runs, "run"))
	if len(s.Found) == 0 {
		c.height, c.body, c.About = remarkHeight, remark("Too little was played."), "Nothing is drawn: too little was played. "+c.About
		return c
	}
	across, most := 4, mostEffects
	switch {
	case fig.fixed():
		most = 8
	case fig.narrow():
		across, most = 2, 10
	}
	grid := effectGrid{across: across, scale: outputScale(o), upwards: outputAxis(o)}
	effects := s.Found[output].ByShare()
	left := max(len(effects)-most, 0)
	grid.effects = effects[:len(effects)-left]
	grid.across = max(min(across, len(grid.effects)), 2)
	c.Title = goesWith(s, o, effects)
	for _, e := range grid.effects {
		for _, p := range e.Parts {
			if p.Points > 0 {
				grid.top = max(grid.top, grid.scale*p.Mean.High)
				grid.bottom = min(grid.bottom, grid.scale*p.Mean.Low)
			}
		}
		for k := range s.Plan.Factors {
			if s.Plan.Factors[k].ID == e.Factor {
				grid.factors = append(grid.factors, &s.Plan.Factors[k])
			}
		}
	}
	if o.IsChance() {
		grid.top, grid.bottom = min(grid.top, 100), 0
	}
	grid.top = max(grid.top, 0.01*grid.scale)
	more := ""
	if left > 0 {
		more = fmt.Sprintf(" Left out, as it goes with them less: %s.", words.Count(left, "factor"))
	}
	c.About = sweepInWords(s, o, grid.effects) + " " + c.About
	c.Notes = "Dots: means over the points in each tenth of a factor's range, or at each of its levels" + grid.bars() + ". All pictures " +
		"have one scale. Share: of the variance between points, what these means account for, less what chance would." + more + " " + c.Notes
	c.height, c.body = grid.height(), grid
	return c
}

// goesWith names the factor that an output goes with most.
func goesWith(s *lab.Sweep, o *lab.Output, effects []lab.Effect) string {
	title := words.Capital(o.Name) + ": goes with no factor"
	if len(effects) == 0 || effects[0].Share < 0.005 { // as it is written
		return title
	}
	for _, f := range s.Plan.Factors {
		if f.ID == effects[0].Factor {
			title = fmt.Sprintf("%s: goes most with %s, which accounts for %s of what differs between points", words.Capital(o.Name), f.Name,
				words.Percent(effects[0].Share))
		}
	}
	return title
}

const mostEffects = 16

// effectGrid sets the pictures of factors in rows.
type effectGrid struct {
	effects     []lab.Effect
	factors     []*lab.Factor
	across      int
	top, bottom float64
	scale       float64
	upwards     string // what is upwards, and in which unit
}

// bars tells what the bars of the dots are, if there are any.
func (g effectGrid) bars() string {
	told := slices.ContainsFunc(g.effects, func(e lab.Effect) bool { return slices.ContainsFunc(e.Parts, lab.Part.Told) })
	return map[bool]string{true: "; bars: 95 % intervals of these means, over luck", false: "; too few histories to tell their intervals"}[told]
}

const (
	effectTall = vg.Length(82)
	effectGap  = vg.Length(10)
)

func (g effectGrid) height() vg.Length {
	rows := (len(g.effects) + g.across - 1) / g.across
	return vg.Length(rows)*(effectTall+effectGap) - effectGap
}

// Draw implements drawable.
func (g effectGrid) Draw(c draw.Canvas) {
	width, effectTall := (c.Size().X+effectGap)/vg.Length(g.across), effectTall
	if own := g.height(); c.Size().Y > own+1 { // as on a slide
		effectTall = (effectTall+effectGap)*(c.Size().Y+effectGap)/(own+effectGap) - effectGap
	}
	for i := range g.effects {
		left, top := c.Min.X+width*vg.Length(i%g.across), c.Max.Y-(effectTall+effectGap)*vg.Length(i/g.across)
		g.picture(i).Draw(draw.Canvas{Canvas: c.Canvas, Rectangle: vg.Rectangle{
			Min: vg.Point{X: left, Y: top - effectTall}, Max: vg.Point{X: left + width - effectGap, Y: top - 2*labelSize*lineSpacing},
		}})
		g.head(&c, i, vg.Point{X: left, Y: top}, width-effectGap)
	}
}

// head writes above a picture the name of its factor and the share. A name that is longer than a line ends in front of the share.
func (g effectGrid) head(c *draw.Canvas, i int, corner vg.Point, width vg.Length) {
	share, name := "share "+words.Index(g.effects[i].Share), g.factors[i].Name
	first := vg.Point{X: corner.X, Y: corner.Y - labelSize*lineSpacing/2}
	second := vg.Point{X: corner.X, Y: corner.Y - labelSize*lineSpacing - smallSize*lineSpacing/2}
	if s, whole := shrunk(endStyle, name, width); whole == name {
		write(c, s, first, name)
	} else {
		lines := wrap(s, name, width)
		rest := fit(s, strings.Join(lines[1:], " "), width-bandStyle.Width(share)-2*spacing)
		write(c, s, first, lines[0])
		write(c, s, second, rest)
		second.X += s.Width(rest) + 2*spacing
	}
	write(c, bandStyle, second, share)
}

// picture is that of one factor.
func (g effectGrid) picture(i int) *picture {
	p, v := newPlot(), g.factors[i].Values
	p.X.Min, p.X.Max = v.Low-0.03*(v.High-v.Low), v.High+0.03*(v.High-v.Low)
	p.Y.Min, p.Y.Max = g.bottom, g.top
	p.X.Tick.Marker, p.Y.Tick.Marker = wholeSteps{wide: true}, wholeSteps{wide: true}
	p.Y.Label.Text, p.Y.Label.TextStyle.Font.Size = g.upwards, tinySize
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		a.Tick.Label.Font.Size = tinySize
	}
	p.Add(gridlines(false, true), effectDots{g.effects[i].Parts, g.scale})
	return p
}

// effectDots are the means of one factor's parts, joined by a line.
type effectDots struct {
	parts []lab.Part
	scale float64
}

// Plot implements plot.Plotter.
func (e effectDots) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	var line []vg.Point
	for _, part := range e.parts {
		if part.Points == 0 {
			continue
		}
		at := vg.Point{X: x((part.Low + part.High) / 2), Y: y(e.scale * part.Mean.Mean)}
		low, high := y(max(e.scale*part.Mean.Low, p.Y.Min)), y(min(e.scale*part.Mean.High, p.Y.Max))
		if part.Told() {
			c.StrokeLine2(draw.LineStyle{Color: blue, Width: 0.8}, at.X, low, at.X, high)
		}
		line = append(line, at)
	}
	c.StrokeLines(draw.LineStyle{Color: blue, Width: 0.8}, line)
	for _, at := range line {
		disc(&c, at, 1.6, blue)
	}
}

func sweepInWords(s *lab.Sweep, o *lab.Output, effects []lab.Effect) string {
	text := fmt.Sprintf("Small pictures, one a factor: %s along its range.", words.ChanceOf(o))
	for _, e := range effects {
		first, last := e.Ends()
		for _, f := range s.Plan.Factors {
			if f.ID == e.Factor {
				text += fmt.Sprintf(" %s, share %s: %s where it is lowest, %s where it is highest.", f.Name, words.Index(e.Share), words.ValueOf(o,
					first.Mean.Mean),
					words.ValueOf(o, last.Mean.Mean))
			}
		}
	}
	return text
}
