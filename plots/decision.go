package plots

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
)

// Decision shows one decision as a waterfall: from the habit of not signing, reason by reason, to the sum, and beside it what this
// government asks for.
func Decision(fig Figure, x *lab.Explanation) *Chart {
	d := newWaterfall(fig, x)
	p := newPlot()
	from, to := d.reach()
	if from == to { // nothing is weighed
		from, to = from-1, to+1
	}
	p.X.Min, p.X.Max = from-0.04*(to-from), to+0.04*(to-from)
	p.X.Label.Text = "Sum of the reasons so far (logits)"
	p.X.Tick.Marker = wholeSteps{wide: fig.narrow()}
	p.Y.Min, p.Y.Max = 0, float64(len(d.steps))
	p.HideY()
	p.Add(gridlines(true, false), d)
	return (&Chart{
		Title: d.found(),
		Measured: fmt.Sprintf("What speaks for and against %s in %s, in logits; run %d, seed %d", lab.The(x.ClauseTitle), x.Tick, x.Run,
			x.Seed),
		About: d.inWords(),
		Notes: fmt.Sprintf("Bars: what each reason adds, full if it speaks for signing, hollow if against. Dashed: what this government asks "+
			"for, so that it is willing if the sum is to the right of it; governments differ in disposition, which here is %s, where 0 is the "+
			"keenest. Above: the chance that a government is willing, over all dispositions. %s", words.Digits(math.Round(1000*x.Disposition)/1000), d.nothing()),
		width:  fig.wide(wide),
		height: fig.row(stepHeight)*vg.Length(len(d.steps)) + 52,
		body:   d.below(p),
	}).of(&x.Head)
}

const stepHeight = vg.Length(14)

// fall is a row of a waterfall: a bar from one sum to the next, or a sum from 0.
type fall struct {
	name     string
	from, to float64
	sum      bool
}

// waterfall is the picture of Decision.
type waterfall struct {
	fig   Figure
	x     *lab.Explanation
	steps []fall
	left  []string // names of reasons of which nothing comes
}

func newWaterfall(fig Figure, x *lab.Explanation) waterfall {
	told, nothing := words.Weighed(x)
	d := waterfall{fig: fig, x: x, left: nothing}
	at := 0.0
	add := func(name string, v float64) {
		d.steps = append(d.steps, fall{name: name, from: at, to: at + v})
		at += v
	}
	for _, f := range told {
		add(words.Terms[f.Term].Name, f.Value)
	}
	if x.Inertia != 0 {
		add("inertia of what has been ratified", x.Inertia)
	}
	d.steps = append(d.steps, fall{name: "the sum", to: x.Utility + x.Inertia, sum: true})
	return d
}

// asked is the sum above which this government is willing.
func (d waterfall) asked() float64 { return d.x.Noise * math.Log(d.x.Disposition/(1-d.x.Disposition)) }

// farthest is how far beyond the sums the axis follows what the government asks for, in logits.
const farthest = 3

func (d waterfall) reach() (from, to float64) {
	for _, s := range d.steps {
		from, to = min(from, s.from, s.to), max(to, s.from, s.to)
	}
	asked := d.asked()
	return min(from, max(asked, from-farthest)), max(to, min(asked, to+farthest))
}

// found says what the state does, and by how much if nothing but its own decision counts.
func (d waterfall) found() string {
	does := strings.TrimSuffix(words.Does(d.x), ".")
	if d.x.Held != "" {
		return does
	}
	return fmt.Sprintf("%s: a chance of %s, where this government asks for %s", does, words.Percent(d.x.Chance), words.Percent(d.x.Disposition))
}

// nothing tells of the reasons that are not drawn.
func (d waterfall) nothing() string {
	if len(d.left) == 0 {
		return ""
	}
	return "Nothing comes of " + words.And(d.left) + "."
}

const (
	chanceHead = "chance of being willing"
	aboveNames = vg.Length(6) // of a name above its row, which must not cut the axis
)

// chanceTicks are where the axis of chances is marked.
var chanceTicks = []float64{0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999}

// Plot implements plot.Plotter.
func (d waterfall) Plot(c draw.Canvas, p *plot.Plot) {
	cols := d.columns()
	x := func(v float64) vg.Length { return c.X(p.X.Norm(v)) }
	height := c.Size().Y / vg.Length(len(d.steps))
	top := c.Max.Y // where the axis of chances stands
	if d.fig.narrow() {
		top += aboveNames
	}
	c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.6}, x(0), c.Min.Y, x(0), top)
	c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.5}, c.Min.X, top, c.Max.X, top)
	last := c.Min.X - 100
	for _, chance := range chanceTicks {
		v := d.x.Noise * math.Log(chance/(1-chance))
		if v < p.X.Min || v > p.X.Max || x(v)-last < 24 {
			continue
		}
		last = x(v)
		c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.5}, last, top, last, top+3)
		write(&c, aligned(bandStyle, draw.XCenter, baseline), vg.Point{X: last, Y: top + 3 + smallSize*0.7}, fmt.Sprintf("%g %%", math.Round(1000*chance)/10))
	}
	if at := top + 3 + smallSize*0.7; d.fig.narrow() {
		write(&c, headStyle, vg.Point{X: c.Min.X, Y: at + smallSize*lineSpacing}, chanceHead)
	} else {
		write(&c, aligned(headStyle, draw.XRight, baseline), vg.Point{X: c.Min.X - spacing, Y: at}, chanceHead)
	}
	at := 0.0
	for i, s := range d.steps {
		y := c.Max.Y - (vg.Length(i)+0.5)*height
		half := min(height*0.3, 4.5)
		if d.fig.narrow() {
			half = 3
		}
		ink := blue
		switch {
		case s.sum:
			ink = midGrey
		case s.to < s.from:
			ink = vermilion
		}
		bar := vg.Rectangle{Min: vg.Point{X: x(min(s.from, s.to)), Y: y - half}, Max: vg.Point{X: x(max(s.from, s.to)), Y: y + half}}
		c.FillPolygon(ink, closed(bar))
		if inner := (vg.Rectangle{Min: bar.Min.Add(vg.Point{X: 1, Y: 1}), Max: bar.Max.Sub(vg.Point{X: 1, Y: 1})}); !s.sum && s.to < s.from &&
			inner.Min.X < inner.Max.X {
			c.FillPolygon(white, closed(inner))
		}
		if i > 0 {
			c.StrokeLine2(leaderLine, x(at), y+half, x(at), y+height-half)
		}
		at = s.to
		cols.row(&c, i, y)
	}
	if asked := d.asked(); asked >= p.X.Min && asked <= p.X.Max {
		c.StrokeLine2(targetLine, x(asked), c.Min.Y, x(asked), top)
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (d waterfall) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	boxes := d.columns().room()
	if d.fig.narrow() {
		return append(boxes, room(0, 0, aboveNames+3.5*smallSize)...)
	}
	return append(boxes, room(headStyle.Width(chanceHead)+spacing, 0, 2*smallSize)...)
}

func (d waterfall) columns() columns {
	cols := columns{above: d.fig.narrow(), right: []textColumn{{style: endStyle}}}
	for _, s := range d.steps {
		cols.add(s.name, s.sum, minus(fmt.Sprintf("%+.3f", s.to-s.from)))
	}
	return cols
}

// below is the picture with its key.
func (d waterfall) below(p *picture) drawable {
	verdict := "asked for by this government"
	if asked := d.asked(); asked < p.X.Min || asked > p.X.Max {
		verdict += fmt.Sprintf(": %s, beyond the axis", minus(fmt.Sprintf("%+.1f", asked)))
	}
	return keyed{keys: legend{{text: verdict, sample: func(c *draw.Canvas, left vg.Point) {
		c.StrokeLine2(targetLine, left.X+keyWidth/2, left.Y-5, left.X+keyWidth/2, left.Y+5)
	}}}, picture: p}
}

func (d waterfall) inWords() string {
	text := "A waterfall of bars that add up to what is weighed, in logits."
	for _, s := range d.steps {
		text += fmt.Sprintf(" %s: %s.", words.Capital(s.name), minus(fmt.Sprintf("%+.3f", s.to-s.from)))
	}
	return text + fmt.Sprintf(" That is a chance of %s of being willing; this government asks for more than %s.", words.Percent(d.x.Chance),
		minus(fmt.Sprintf("%+.2f", d.asked())))
}
