package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
)

// Peace shows how near each state is to being beaten: the strongest attack that would be made on it as a share of what
// it would take, today and once a new alliance is made.
func Peace(fig Figure, p *lab.Peace) *Chart {
	countries := slices.Clone(p.Countries)
	slices.SortStableFunc(countries, func(a, b lab.Country) int {
		return cmp.Or(-cmp.Compare(pressure(a), pressure(b)), -cmp.Compare(a.AfterNew, b.AfterNew))
	})
	left := max(len(countries)-fig.rows(mostActorRows, mostActorRows, 17, 14), 0)
	countries = countries[:len(countries)-left]
	from, to := 0.5, 2.0
	for _, c := range countries {
		for _, v := range []float64{pressure(c), c.AfterNew} {
			if v > 0 {
				from, to = min(from, v), max(to, v)
			}
		}
	}
	rows := pressures{fig, countries}
	plot := newPlot()
	plot.X.Min, plot.X.Max = math.Log10(from)-0.05, math.Log10(to)+0.05
	plot.X.Label.Text = "Attackers' strength as a share of what it takes to win (1: just held off)"
	plot.X.Tick.Marker = logTicks{}
	plot.Y.Min, plot.Y.Max = 0, float64(len(countries))
	plot.HideY()
	plot.Add(gridlines(true, false), rows)
	keys := legend{
		{text: "today", sample: func(c *draw.Canvas, left vg.Point) {
			disc(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, dotRadius, blue)
		}},
		{text: "after a new alliance that would beat it", sample: func(c *draw.Canvas, left vg.Point) {
			afterMark(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y})
		}},
	}
	if !slices.ContainsFunc(countries, func(c lab.Country) bool { return c.AfterNew > 0 }) {
		keys = nil
	}
	notes := fmt.Sprintf("Today: the strongest attack by a state and those of its allies who would come along. It wins right of the "+
		"line, and the state is set in bold. What it takes: gamma times the strength of the attacked and its allies who do not "+
		"attack (gamma %g). ", p.Gamma)
	if left > 0 {
		notes += fmt.Sprintf("Left out, under less pressure: %s. ", words.Count(left, "state"))
	}
	if n := len(p.Dropped); n > 0 {
		notes += fmt.Sprintf("Of %d alliances %d would be dropped. ", p.Links, n)
	}
	return (&Chart{
		Title: fmt.Sprintf("Who can be beaten: the alliances of %s are %s", p.Title,
			map[bool]string{true: "stable", false: "not stable"}[p.Stable]),
		Measured: fmt.Sprintf("Strongest attack on each state as a share of what it would take to win; %s, %s", words.Count(len(p.Countries), "state"),
			words.Count(p.Links, "alliance")),
		About: peaceInWords(p, countries),
		Notes: notes + fmt.Sprintf("Held to: %s. Theory: Jackson and Nei (2015).", words.Conditions(p)),
		width: fig.wide(wide), height: keys.height(fig.wide(wide)-2*margin) + spacing + fig.row(min(rowHeight(len(countries)), 16))*vg.Length(len(countries)) + 40,
		body: keyed{keys: keys, picture: plot},
	}).of(&p.Head)
}

// pressure is that of the strongest attack; 0 if there is none.
func pressure(c lab.Country) float64 {
	if c.Strongest == nil {
		return 0
	}
	return c.Strongest.Pressure
}

// logTicks marks 1, 2 and 5 times the powers of ten, or the powers alone where they would crowd, on an axis of logarithms.
type logTicks struct{}

// Ticks implements plot.Ticker.
func (logTicks) Ticks(from, to float64) []plot.Tick {
	low, high := math.Pow(10, from), math.Pow(10, to)
	values := decades(low, high, 1, []float64{1, 2, 5})
	for every := 1.0; len(values) > 9; every++ {
		values = decades(low, high, every, []float64{1})
	}
	var ticks []plot.Tick
	for _, v := range values {
		ticks = append(ticks, plot.Tick{Value: math.Log10(v), Label: round(v)})
	}
	return ticks
}

func afterMark(c *draw.Canvas, at vg.Point) {
	pointer(vg.Point{X: 1})(c, at, 2.8, vermilion)
}

// pressures draws the rows of Peace.
type pressures struct {
	fig       Figure
	countries []lab.Country
}

// Plot implements plot.Plotter.
func (r pressures) Plot(c draw.Canvas, p *plot.Plot) {
	cols := r.columns()
	cols.heads(&c)
	x := func(v float64) vg.Length { return c.X(p.X.Norm(math.Log10(v))) }
	c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.8}, x(1), c.Min.Y, x(1), c.Max.Y)
	height := c.Size().Y / vg.Length(len(r.countries))
	for i, country := range r.countries {
		y := c.Max.Y - (vg.Length(i)+0.5)*height
		cols.row(&c, i, y)
		now, after := pressure(country), country.AfterNew
		if now > 0 && after > 0 {
			c.StrokeLine2(draw.LineStyle{Color: vermilion, Width: 0.8, Dashes: []vg.Length{2, 1.5}}, x(now), y, x(after), y)
		}
		if after > 0 {
			afterMark(&c, vg.Point{X: x(after), Y: y})
		}
		if now > 0 {
			disc(&c, vg.Point{X: x(now), Y: y}, dotRadius, blue)
		}
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (r pressures) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return r.columns().room() }

func (r pressures) columns() columns {
	cols := columns{above: r.fig.narrow(), right: []textColumn{{head: "attack", style: endStyle}, {head: "defence", style: bandStyle},
		{head: "led by", style: bandStyle}}}
	for _, c := range r.countries {
		cells := []string{"", "", "nobody would"}
		if at := c.Strongest; at != nil {
			cells = []string{round(at.Force), round(at.Defence), fit(bandStyle, at.Leader, longestName/2)}
		}
		cols.add(fit(bold(figureStyle), c.Name, longestName), c.Vulnerable, cells...)
	}
	return cols
}

func peaceInWords(p *lab.Peace, countries []lab.Country) string {
	text := fmt.Sprintf("Dots, one for each state, on an axis of shares. The network of %d alliances is %s.", p.Links,
		map[bool]string{true: "stable", false: "not stable"}[p.Stable])
	for _, c := range countries {
		if c.Strongest == nil {
			text += fmt.Sprintf(" %s: nobody would attack.", c.Name)
			continue
		}
		text += fmt.Sprintf(" %s: led by %s, %s of what it takes", c.Name, c.Strongest.Leader, round(c.Strongest.Pressure))
		if c.AfterNew > 0 {
			text += fmt.Sprintf(", after a new alliance %s", round(c.AfterNew))
		}
		text += "."
	}
	return text
}
