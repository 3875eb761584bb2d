package plots

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
)

// Flip shows what each lever does to the chance, all on one scale of cost, so that the nearest flip is the smallest
// change: a curve with its band, the target, and where they cross. The last picture is of who is invited.
func Flip(f *lab.Flip) *Chart {
	if f.Undecided {
		return undecided(f)
	}
	var all tiles
	for _, t := range f.ByCost() {
		all = append(all, panel{head: leverHead(t), body: response(f, t)})
	}
	if len(f.Invited) > 0 {
		all = append(all, panel{head: invitedHead(f), body: invitations(f)})
	}
	return (&Chart{
		Title:  fmt.Sprintf("What would bring the chance %s: %s", words.FlipAim(f), words.FlipOf(f, f.ClauseTitle)),
		About:  flipInWords(f),
		Notes:  flipNotes(f),
		width:  page,
		height: all.height(),
		body:   all,
	}).of(&f.Head)
}

// undecided shows the chance beside the target that its interval holds, and names no side.
func undecided(f *lab.Flip) *Chart {
	notes := "The interval of the chance " + words.Stands(&f.Head) + " holds the target: nobody can say on which side of it the " +
		"scenario lies, so nothing was searched. "
	if f.Settles > 0 {
		notes += fmt.Sprintf("About %s would tell, if the chance is what it seems to be. ", words.Count(f.Settles, "run"))
	}
	p := chancePlot(1)
	p.Add(gridlines(true, false), guests{f, nil})
	keys := legend{flipLegend[1], flipLegend[2]}
	return (&Chart{
		Title: fmt.Sprintf("Too close to call: %s, with a target of %s", words.FlipOf(f, f.ClauseTitle), target(f)),
		About: fmt.Sprintf("A dot with its interval beside a line at the target. %s in %s; that interval holds the target of %s, "+
			"so no side can be named.",
			words.FlipOf(f, f.ClauseTitle), words.ShareOf(f.AsIs), target(f)),
		Notes:  notes + "Line: " + exact + words.Covers(&f.Head, false),
		width:  wide,
		height: keys.height(wide-2*margin) + spacing + 16 + 40,
		body:   keyed{keys: keys, picture: p},
	}).of(&f.Head)
}

func target(f *lab.Flip) string { return words.Digits(100*f.Target) + " %" }

// tiles are pictures side by side, row by row, below a legend.
type tiles []panel

const (
	tilesWide  = 2
	tileHeight = 3.4 * vg.Centimeter
	tileGap    = vg.Length(14)
)

var flipLegend = legend{
	{text: "chance", sample: func(c *draw.Canvas, left vg.Point) {
		right := vg.Point{X: left.X + keyWidth, Y: left.Y}
		c.StrokeLine2(draw.LineStyle{Color: pale(blue), Width: 6}, left.X, left.Y, right.X, right.Y)
		c.StrokeLine2(draw.LineStyle{Color: blue, Width: 1.4}, left.X, left.Y, right.X, right.Y)
	}},
	{text: "target", sample: func(c *draw.Canvas, left vg.Point) {
		c.StrokeLine2(targetLine, left.X, left.Y, left.X+keyWidth, left.Y)
	}},
	{text: "before any change", sample: func(c *draw.Canvas, left vg.Point) {
		disc(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, flipRadius, black)
		disc(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, flipRadius-1, white)
	}},
	{text: "smallest change that crosses the target", sample: func(c *draw.Canvas, left vg.Point) {
		disc(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, flipRadius, vermilion)
	}},
	{text: "where it may lie, for all that luck lets one tell", sample: func(c *draw.Canvas, left vg.Point) {
		surely(c, left.X+2, left.X+keyWidth-2, left.Y, true, true)
	}},
}

const flipRadius = vg.Length(3)

func (ts tiles) height() vg.Length {
	if len(ts) == 0 {
		return remarkHeight
	}
	rows := vg.Length((len(ts) + tilesWide - 1) / tilesWide)
	return flipLegend.height(page-2*margin) + 2*spacing + rows*(panelHead+tileHeight) + (rows-1)*2*spacing
}

// Draw implements drawable.
func (ts tiles) Draw(c draw.Canvas) {
	if len(ts) == 0 {
		remark("No lever had been searched before the end.").Draw(c)
		return
	}
	flipLegend.Draw(c)
	width := (c.Size().X - (tilesWide-1)*tileGap) / tilesWide
	top := c.Max.Y - flipLegend.height(page-2*margin) - 2*spacing
	for i, t := range ts {
		left := c.Min.X + vg.Length(i%tilesWide)*(width+tileGap)
		high := top - vg.Length(i/tilesWide)*(panelHead+tileHeight+2*spacing)
		write(&c, endStyle, vg.Point{X: left, Y: high - labelSize*lineSpacing/2}, fit(endStyle, t.head, width))
		high -= panelHead
		t.body.Draw(draw.Crop(c, left-c.Min.X, left+width-c.Max.X, high-tileHeight-c.Min.Y, high-c.Max.Y))
	}
}

func leverHead(t lab.Pull) string {
	name := fit(endStyle, t.Name, longestName)
	if t.At != nil {
		return fmt.Sprintf("%s: flips at %s", name, round(t.At.Values[0]))
	}
	return fmt.Sprintf("%s: not reachable within %s to %s", name, round(t.Low), round(t.High))
}

func invitedHead(f *lab.Flip) string {
	if f.Invited[0].Crosses {
		return "who is invited: the best change crosses"
	}
	return "who is invited: no single change crosses"
}

// costEnd is how far the axis reaches to the right: five times a figure costs 0.8.
const costEnd = 0.8

// costAt is where a value of a lever stands: as far from the middle as the change costs.
func costAt(t lab.Pull, value float64) float64 {
	switch {
	case t.Low < 0: // see lab.Lever: a figure that may be below 0 has no shares
		return (value - t.Now) / 2
	case t.Now == 0:
		return costEnd * value / t.High
	case value < t.Now:
		return value/t.Now - 1
	}
	return 1 - t.Now/value
}

// response is the chance as a lever moves.
func response(f *lab.Flip, t lab.Pull) drawable {
	p := newPlot()
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = -1, costEnd, 0, 1
	for _, m := range t.Points {
		p.X.Max = max(p.X.Max, costAt(t, m.Values[0]))
	}
	p.X.Label.Text = t.Unit
	switch t.Unit {
	case "times":
		p.X.Label.Text = "times as much as in the scenario's figures"
	case "added":
		p.X.Label.Text = "added to what governments think (-1 to 1)"
	}
	p.Y.Label.Text = "Chance (%)"
	p.X.Tick.Marker = leverTicks(t)
	_, p.Y.Tick.Marker = percentAxis(1)

	line, low, high := plotter.XYs{}, plotter.XYs{}, plotter.XYs{}
	for _, m := range t.Points {
		x := costAt(t, m.Values[0])
		line = append(line, plotter.XY{X: x, Y: m.Chance.Mean})
		low = append(low, plotter.XY{X: x, Y: m.Chance.Low})
		high = append(high, plotter.XY{X: x, Y: m.Chance.High})
	}
	slices.Reverse(high)
	p.Add(gridlines(false, true),
		&plotter.Polygon{XYs: []plotter.XYs{append(low, high...)}, Color: pale(blue)},
		&plotter.Line{XYs: line, LineStyle: draw.LineStyle{Color: blue, Width: 1.4}},
		across(f.Target), mark{costAt(t, t.Now), nowChance(f, t), false})
	if t.At != nil {
		p.Add(bounds{t, f.Target}, mark{costAt(t, t.At.Values[0]), t.At.Chance.Mean, true})
	}
	return p
}

// nowChance is the chance where the curve passes the value that the scenario has.
func nowChance(f *lab.Flip, t lab.Pull) float64 {
	for _, m := range t.Points {
		if m.Values[0] == t.Now {
			return m.Chance.Mean
		}
	}
	return f.AsIs.Mean
}

// leverTicks are the ends of the range, the value now, and round parts and multiples of it, as far as their labels keep
// apart.
func leverTicks(t lab.Pull) plot.ConstantTicks {
	const length = 5 * vg.Centimeter // of the axis, at the least
	s := style(labelSize, black)
	var ticks plot.ConstantTicks
	values := []float64{t.Now, t.Low, t.High, t.Now / 2, 2 * t.Now, t.Now / 4, 3 * t.Now / 4, 1.5 * t.Now, 1.25 * t.Now, 3 * t.Now}
	if t.Low < 0 {
		values = []float64{t.Now, t.Low, t.High, t.Low / 2, t.High / 2}
	}
	for _, v := range values {
		if v < t.Low || v > t.High {
			continue
		}
		at, label := costAt(t, v), round(v)
		clear := !slices.ContainsFunc(ticks, func(other plot.Tick) bool {
			gap := vg.Length(max(at-other.Value, other.Value-at)/(1+costEnd)) * length
			return gap < (s.Width(label)+s.Width(other.Label))/2+spacing
		})
		if clear {
			ticks = append(ticks, plot.Tick{Value: at, Label: label})
		}
	}
	return ticks
}

// bounds mark between which values a flip point lies: a line at the target, without an end where luck tells none.
type bounds struct {
	t      lab.Pull
	target float64
}

// Plot implements plot.Plotter.
func (b bounds) Plot(c draw.Canvas, p *plot.Plot) {
	near, far := b.t.Now, b.t.High
	if b.t.At.Values[0] < b.t.Now {
		far = b.t.Low
	}
	if v := b.t.Surely.Near; v != nil {
		near = *v
	}
	if v := b.t.Surely.Far; v != nil {
		far = *v
	}
	x := func(value float64) vg.Length { return c.X(p.X.Norm(costAt(b.t, value))) }
	surely(&c, x(near), x(far), c.Y(p.Y.Norm(b.target)), b.t.Surely.Near != nil, b.t.Surely.Far != nil)
}

// surely draws such a line with the ends that are known.
func surely(c *draw.Canvas, near, far, y vg.Length, nearEnd, farEnd bool) {
	s := draw.LineStyle{Color: vermilion, Width: 1.6}
	c.StrokeLine2(s, near, y, far, y)
	for _, end := range []struct {
		x     vg.Length
		known bool
	}{{near, nearEnd}, {far, farEnd}} {
		if end.known {
			c.StrokeLine2(s, end.x, y-3, end.x, y+3)
		}
	}
}

// mark marks a point of a curve: hollow the scenario before any change, full the flip.
type mark struct {
	x, y float64
	flip bool
}

// Plot implements plot.Plotter.
func (s mark) Plot(c draw.Canvas, p *plot.Plot) {
	at := vg.Point{X: c.X(p.X.Norm(s.x)), Y: c.Y(p.Y.Norm(s.y))}
	if s.flip {
		disc(&c, at, flipRadius, vermilion)
		return
	}
	disc(&c, at, flipRadius, black)
	disc(&c, at, flipRadius-1, white)
}

// GlyphBoxes implements plot.GlyphBoxer: a mark at the end of an axis is drawn whole.
func (s mark) GlyphBoxes(p *plot.Plot) []plot.GlyphBox {
	return []plot.GlyphBox{{X: p.X.Norm(s.x), Y: p.Y.Norm(s.y), Rectangle: vg.Rectangle{
		Min: vg.Point{X: -flipRadius, Y: -flipRadius}, Max: vg.Point{X: flipRadius, Y: flipRadius}}}}
}

// mostInvitations is how many changes of the invited are drawn.
const mostInvitations = 5

// invitations shows the chances that go farthest when one founder is left out or one more state made a founder.
func invitations(f *lab.Flip) drawable {
	best := f.Invited[:min(mostInvitations, len(f.Invited))]
	p := chancePlot(len(best) + 1)
	p.Add(gridlines(true, false), guests{f, best})
	return p
}

type guests struct {
	f    *lab.Flip
	best []*lab.Move
}

func (g guests) columns() columns {
	var cols columns
	cols.add(words.Stands(&g.f.Head), true)
	for _, m := range g.best {
		cols.add(fit(style(labelSize, black), words.Move(g.f, m), longestName), false)
	}
	return cols
}

// Plot implements plot.Plotter.
func (g guests) Plot(c draw.Canvas, p *plot.Plot) {
	cols := g.columns()
	row := c.Size().Y / vg.Length(len(cols.names))
	x := func(v float64) vg.Length { return c.X(p.X.Norm(v)) }
	c.StrokeLine2(targetLine, x(g.f.Target), c.Min.Y, x(g.f.Target), c.Max.Y)
	for i := range cols.names {
		y, share := c.Max.Y-(vg.Length(i)+0.5)*row, g.f.AsIs
		if i > 0 {
			share = g.best[i-1].Chance
		}
		if share.Constants != nil {
			openBar(&c, x(share.Constants.Low), x(share.Constants.High), y)
		}
		c.StrokeLine2(draw.LineStyle{Color: blue, Width: 1.4}, x(share.Low), y, x(share.High), y)
		at := vg.Point{X: x(share.Mean), Y: y}
		switch {
		case i == 0:
			disc(&c, at, flipRadius, black)
			disc(&c, at, flipRadius-1, white)
		case g.best[i-1].Crosses:
			disc(&c, at, flipRadius, vermilion)
		default:
			disc(&c, at, flipRadius, blue)
		}
		names := c
		names.Min.X -= flipRadius // a dot at 0 keeps clear of its name
		cols.row(&names, i, y)
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (g guests) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	left := vg.Length(0)
	cols := g.columns()
	for i, name := range cols.names {
		left = max(left, cols.nameStyle(i).Width(name))
	}
	return room(left+spacing+flipRadius, flipRadius, 0)
}

func flipNotes(f *lab.Flip) string {
	text := "Horizontal distance is the cost, alike in all pictures of levers. " + words.FlipCost + " Band: " + exact + words.Covers(&f.Head, false)
	if f.Pair != nil {
		text += fmt.Sprintf(" Cheapest pair of levers: %s (%s, cost %.2f).", words.Move(f, f.Pair), words.Percent(f.Pair.Chance.Mean),
			f.Pair.Cost)
	}
	if f.CutShort() {
		text += fmt.Sprintf(" Cut short while searching %s.", f.Last)
	}
	return text
}

// flipRange says between which values a flip point lies, from the near one on.
func flipRange(t lab.Pull) string {
	near, far := round(t.Now)+" (now)", round(t.High)+" (the end)"
	if t.At.Values[0] < t.Now {
		far = round(t.Low) + " (the end)"
	}
	if v := t.Surely.Near; v != nil {
		near = round(*v)
	}
	if v := t.Surely.Far; v != nil {
		far = round(*v)
	}
	return "between " + near + " and " + far
}

func flipInWords(f *lab.Flip) string {
	text := fmt.Sprintf("Curves with bands, one for each lever, and dots for who is invited. %s in %s; asked is what would bring that %s.",
		words.FlipOf(f, f.ClauseTitle), words.ShareOf(f.AsIs), words.FlipAim(f))
	for _, t := range f.ByCost() {
		if t.At == nil {
			text += fmt.Sprintf(" %s: not reachable within %s to %s, at best %s.", t.Name, round(t.Low), round(t.High),
				words.Percent(t.Best.Chance.Mean))
			continue
		}
		text += fmt.Sprintf(" %s: flips at %s, from %s, with %s (%s); the flip lies %s.", t.Name, round(t.At.Values[0]), round(t.Now),
			words.Percent(t.At.Chance.Mean), words.Interval(t.At.Chance), flipRange(t))
	}
	if len(f.Invited) > 0 {
		best := f.Invited[0]
		text += fmt.Sprintf(" Who is invited: at best %s, %s (%s).", words.Move(f, best), words.Percent(best.Chance.Mean),
			words.Interval(best.Chance))
	}
	return text
}
