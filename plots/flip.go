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

// Flip shows what each lever does to the chance, all on one scale of cost, so that the nearest flip is the smallest
// change: a curve with its band, the target, and where they cross. The last picture is of who is invited.
func Flip(fig Figure, f *lab.Flip) *Chart {
	if f.Undecided {
		return undecided(fig, f)
	}
	var all panels
	rows := leverRows{fig, f, f.ByCost()}
	if len(rows.pulls) > 0 {
		all = append(all, panel{"What each lever would take", rows.height(), keyed{keys: flipLegend, picture: rows.plot()}})
	} else {
		all = append(all, panel{"What each lever would take", remarkHeight, remark("No lever had been searched before the end.")})
	}
	if len(f.Invited) > 0 && !fig.fixed() {
		height := 3.4 * vg.Centimeter
		if fig.narrow() {
			height = leastAbove*vg.Length(guestRows(fig)+1) + 34
		}
		all = append(all, panel{invitedHead(f), height, invitations(fig, f)})
	}
	return (&Chart{
		Title: flipFound(f),
		Measured: fmt.Sprintf("Chance that %s, in %%, over each lever; %s of each world", words.FlipOf(f, lab.The(f.ClauseTitle)),
			words.Count(f.Runs, "run")),
		About:  flipInWords(f),
		Notes:  flipNotes(fig, f) + invitedLeftOut(fig, f),
		width:  fig.wide(page),
		height: all.height(),
		body:   all,
	}).of(&f.Head)
}

// undecided shows the chance beside the target that its interval holds, and names no side.
func undecided(fig Figure, f *lab.Flip) *Chart {
	notes := "The interval of the chance " + words.StartsFrom(&f.Head) + " holds the target: nobody can say on which side of it the " +
		"scenario lies, so nothing was searched. "
	if f.Settles > 0 {
		notes += fmt.Sprintf("About %s would tell, if the chance is what it seems to be. ", words.Count(f.Settles, "run"))
	}
	p := chancePlot(1)
	p.Add(gridlines(true, false), guests{fig, f, nil})
	keys := legend{flipLegend[1], flipLegend[2]}
	return (&Chart{
		Title: fmt.Sprintf("Too close to call: %s, with a target of %s", words.FlipOf(f, f.ClauseTitle), target(f)),
		About: fmt.Sprintf("A dot with its interval beside a line at the target. %s in %s; that interval holds the target of %s, "+
			"so no side can be named.",
			words.FlipOf(f, f.ClauseTitle), words.ShareOf(f.AsIs), target(f)),
		Notes:  notes + "Line: " + exact + barsNote(&f.Head, f.AsIs.Constants != nil),
		width:  fig.wide(wide),
		height: keys.height(fig.wide(wide)-2*margin) + spacing + 16 + 40,
		body:   keyed{keys: keys, picture: p},
	}).of(&f.Head)
}

func target(f *lab.Flip) string { return words.Digits(100*f.Target) + " %" }

// flipFound names the smallest change that would do, of one lever, else of a pair, else of whom to ask.
func flipFound(f *lab.Flip) string {
	aim := " would bring the chance " + words.FlipAim(f)
	if t := f.Cheapest(); t != nil {
		return words.Capital(words.Move(f, t.At)) + " (" + words.FlipBetween(t) + ")" + aim
	}
	if f.Pair != nil && f.Pair.Crosses {
		return "No lever alone" + aim + "; " + words.Move(f, f.Pair) + " would"
	}
	return "No lever" + aim
}

// leverRows is a row for each lever: how the chance goes as it moves, where it flips, and grey if it does not.
type leverRows struct {
	fig   Figure
	f     *lab.Flip
	pulls []lab.Pull
}

const (
	leverRow   = vg.Length(15)
	leverHalf  = vg.Length(4.5)
	flipRadius = vg.Length(3)
)

var flipLegend = legend{
	{text: "chance 0 to 100 %", sample: func(c *draw.Canvas, left vg.Point) {
		const parts = 8
		for k := range parts {
			from := left.X + keyWidth*vg.Length(k)/parts
			c.FillPolygon(chanceInk(float64(k)/(parts-1)), closed(vg.Rectangle{Min: vg.Point{X: from, Y: left.Y - 3.5},
				Max: vg.Point{X: from + keyWidth/parts + 0.1, Y: left.Y + 3.5}}))
		}
		c.StrokeLines(frameLine, closed(vg.Rectangle{Min: vg.Point{X: left.X, Y: left.Y - 3.5}, Max: vg.Point{X: left.X + keyWidth, Y: left.Y + 3.5}}))
	}},
	{text: "as it is", sample: func(c *draw.Canvas, left vg.Point) { spotNow(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}) }},
	{text: "smallest change that crosses the target, and where it may lie: thick by luck, thin by constants",
		sample: func(c *draw.Canvas, left vg.Point) {
			surely(c, byConstants, left.X+1, left.X+keyWidth-1, left.Y, true, true)
			surely(c, byLuck, left.X+keyWidth/4, left.X+3*keyWidth/4, left.Y, true, true)
			flipMark(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y})
		}},
	{text: "crosses nowhere", sample: func(c *draw.Canvas, left vg.Point) {
		c.FillPolygon(landGrey, closed(vg.Rectangle{Min: vg.Point{X: left.X, Y: left.Y - 3.5}, Max: vg.Point{X: left.X + keyWidth, Y: left.Y + 3.5}}))
	}},
}

var frameLine = draw.LineStyle{Color: midGrey, Width: 0.4}

// spotNow marks the scenario before any change, flipMark the smallest change that crosses.
func spotNow(c *draw.Canvas, at vg.Point) { spot(c, at, flipRadius, black, true) }

func flipMark(c *draw.Canvas, at vg.Point) {
	disc(c, at, flipRadius+0.8, white)
	disc(c, at, flipRadius, vermilion)
}

func (r leverRows) height() vg.Length {
	return flipLegend.height(r.fig.wide(page)-2*margin) + spacing + r.fig.row(leverRow)*vg.Length(len(r.pulls)) + 44
}

func (r leverRows) plot() *picture {
	p := newPlot()
	p.X.Min, p.X.Max = -1.02, costEnd
	for _, t := range r.pulls {
		for _, m := range t.Points {
			p.X.Max = max(p.X.Max, costAt(t, m.Values[0]))
		}
	}
	p.X.Max += 0.02
	p.X.Label.Text = "Cost of the change, as a share of the larger figure (left: less, right: more)"
	p.X.Tick.Marker = wholeSteps{wide: r.fig.narrow()}
	p.Y.Min, p.Y.Max = 0, float64(len(r.pulls))
	p.HideY()
	p.Add(gridlines(true, false), r)
	return p
}

// Plot implements plot.Plotter.
func (r leverRows) Plot(c draw.Canvas, p *plot.Plot) {
	cols := r.columns()
	cols.heads(&c)
	height := c.Size().Y / vg.Length(len(r.pulls))
	for i, t := range r.pulls {
		y := c.Max.Y - (vg.Length(i)+0.5)*height
		x := func(value float64) vg.Length { return c.X(p.X.Norm(costAt(t, value))) }
		for k, m := range t.Points {
			from, to := x(m.Values[0]), x(m.Values[0])
			if k > 0 {
				from = (from + x(t.Points[k-1].Values[0])) / 2
			}
			if k < len(t.Points)-1 {
				to = (to + x(t.Points[k+1].Values[0])) / 2
			}
			ink := chanceInk(m.Chance.Mean)
			if t.At == nil {
				ink = landGrey
			}
			c.FillPolygon(ink, closed(vg.Rectangle{Min: vg.Point{X: from, Y: y - leverHalf}, Max: vg.Point{X: to + 0.1, Y: y + leverHalf}}))
		}
		if n := len(t.Points); n > 0 && t.At != nil {
			c.StrokeLines(frameLine, closed(vg.Rectangle{Min: vg.Point{X: x(t.Points[0].Values[0]), Y: y - leverHalf},
				Max: vg.Point{X: x(t.Points[n-1].Values[0]), Y: y + leverHalf}}))
		}
		spotNow(&c, vg.Point{X: x(t.Now), Y: y})
		if t.At != nil {
			if b := t.Constants; b != nil {
				near, far := flipBounds(t, *b)
				surely(&c, byConstants, x(near), x(far), y, b.Near != nil, b.Far != nil)
			}
			near, far := flipBounds(t, t.Luck)
			surely(&c, byLuck, x(near), x(far), y, t.Luck.Near != nil, t.Luck.Far != nil)
			flipMark(&c, vg.Point{X: x(t.At.Values[0]), Y: y})
		}
		cols.row(&c, i, y)
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (r leverRows) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return r.columns().room() }

func (r leverRows) columns() columns {
	cols := columns{above: r.fig.narrow(), right: []textColumn{{head: "now", style: bandStyle}, {head: "flips at", style: endStyle}, {head: "between", style: bandStyle},
		{head: "best chance", style: figureStyle}}}
	for _, t := range r.pulls {
		at, between := "nowhere", fmt.Sprintf("%s to %s", round(t.Low), round(t.High))
		if t.At != nil {
			near, far := flipBounds(t, t.Luck)
			at, between = round(t.At.Values[0]), fmt.Sprintf("%s and %s", round(min(near, far)), round(max(near, far)))
		}
		best := ""
		if t.Best != nil {
			best = words.Level(t.Best.Chance)
		}
		cols.add(fit(figureStyle, t.Name+unitShort(t), longestName*1.2), t.At != nil, round(t.Now), at, between, best)
	}
	return cols
}

// unitShort says of a lever what its figures count, where they are no multiples or shares.
func unitShort(t lab.Pull) string {
	switch how, _, _ := strings.Cut(t.Unit, " "); how {
	case "times":
		return ", times"
	case "added":
		return ", added"
	}
	return ""
}

// flipBounds are the values between which a flip point lies, from the near one on; an end of the range, or the scenario as it is,
// where nothing tells one.
func flipBounds(t lab.Pull, b lab.Bounds) (near, far float64) {
	near, far = t.Now, t.High
	if t.At.Values[0] < t.Now {
		far = t.Low
	}
	if v := b.Near; v != nil {
		near = *v
	}
	if v := b.Far; v != nil {
		far = *v
	}
	return near, far
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

// The lines on which a flip point lies, by what tells so.
var (
	byLuck      = draw.LineStyle{Color: vermilion, Width: 1.6}
	byConstants = draw.LineStyle{Color: vermilion, Width: 0.6}
)

// surely draws the line on which a flip point lies, with the ends that are known.
func surely(c *draw.Canvas, s draw.LineStyle, near, far, y vg.Length, nearEnd, farEnd bool) {
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

// mostInvitations is how many changes of the invited are drawn where there is room.
const mostInvitations = 5

func guestRows(fig Figure) int {
	return fig.rows(mostInvitations, mostInvitations, mostInvitations, mostInvitations)
}

func flipNotes(fig Figure, f *lab.Flip) string {
	text := "Between: where the flip lies for all that luck lets one tell (the thick line; the thin one is how constants move it), or the range that was searched. "
	if fig.narrow() { // which has no room for that column
		text = "Thick line: where the flip lies for all that luck lets one tell" + flipsBetween(f) + "; thin: how constants move it. "
	}
	if !fig.fixed() {
		text += "Lines of who is invited: " + exact + barsNote(&f.Head, f.AsIs.Constants != nil) + " "
	}
	text += words.FlipCost
	if f.Pair != nil {
		text += fmt.Sprintf(" Cheapest pair of levers: %s (%s, cost %.2f).", words.Move(f, f.Pair), words.Level(f.Pair.Chance),
			f.Pair.Cost)
	}
	if f.CutShort() {
		text += fmt.Sprintf(" Cut short while searching %s.", f.Last)
	}
	return text
}

// flipsBetween tells of each lever that crosses between which values.
func flipsBetween(f *lab.Flip) string {
	var all []string
	for _, t := range f.ByCost() {
		if t.At != nil {
			near, far := flipBounds(t, t.Luck)
			all = append(all, fmt.Sprintf("%s %s to %s", t.Name, round(min(near, far)), round(max(near, far))))
		}
	}
	if len(all) == 0 {
		return ""
	}
	return " (" + strings.Join(all, ", ") + ")"
}

// flipRange says between which values a flip point lies, from the near one on.
func flipRange(t lab.Pull, b lab.Bounds) string {
	near, far := round(t.Now)+" (now)", round(t.High)+" (the end)"
	if t.At.Values[0] < t.Now {
		far = round(t.Low) + " (the end)"
	}
	if v := b.Near; v != nil {
		near = round(*v)
	}
	if v := b.Far; v != nil {
		far = round(*v)
	}
	return "between " + near + " and " + far
}

func flipInWords(f *lab.Flip) string {
	text := fmt.Sprintf("Rows of shades, one for each lever, and dots for who is invited. %s in %s; asked is what would bring that %s.",
		words.FlipOf(f, f.ClauseTitle), words.ShareOf(f.AsIs), words.FlipAim(f))
	for _, t := range f.ByCost() {
		if t.At == nil {
			text += fmt.Sprintf(" %s: not reachable within %s to %s, at best %s.", t.Name, round(t.Low), round(t.High),
				words.Level(t.Best.Chance))
			continue
		}
		text += fmt.Sprintf(" %s: flips at %s, from %s, with %s (%s); the flip lies %s", t.Name, round(t.At.Values[0]), round(t.Now),
			words.Percent(t.At.Chance.Mean), words.Interval(t.At.Chance), flipRange(t, t.Luck))
		if t.Constants != nil {
			text += ", and as constants vary " + flipRange(t, *t.Constants)
		}
		text += "."
	}
	if len(f.Invited) > 0 {
		best := f.Invited[0]
		text += fmt.Sprintf(" Who is invited: at best %s, %s (%s).", words.Move(f, best), words.Percent(best.Chance.Mean),
			words.Interval(best.Chance))
	}
	return text
}
