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
)

// Why shows how the gap between a scenario as it is and one without some mechanisms divides among them: a dot with its interval for
// each, and as a key two bars of one length, of what the two chances and their parts come to.
func Why(fig Figure, w *lab.Why) *Chart {
	parts := partsOf(w)
	rows := partRows(fig, parts)
	all := panels{{"What taking each out changes", rows.height(), rows.plot("Change of the chance (points)", false)}}
	bars := ""
	if b := newBalance(fig, w, parts); !w.AsIs.Constants.Wide() && !fig.fixed() {
		all = append(all, panel{"How the parts add up", b.height(), b.plot()})
		bars = " Both bars are as long: what is left without all of these and what helps the clause on (hollow) against the chance as it is and " +
			"what holds the clause back (full)."
	}
	return (&Chart{
		Title: whyFound(w),
		Measured: fmt.Sprintf("Change of the chance that %s %s in force, in points, as mechanisms are taken out, averaged over all orders; %s",
			lab.The(w.ClauseTitle), lab.Is(w.ClauseTitle), words.Count(w.Runs, "run")),
		About: whyInWords(w),
		Notes: fmt.Sprintf("In force: share of the runs at the end of %s. Dot: the Shapley value of a mechanism, which is what "+
			"its removal adds, averaged over all orders of removal (Shapley 1953; Shorrocks 2013), with its 95 %% interval (Agresti and Min 2005, carried "+
			"over). Full: beyond luck. %s%s %s", w.End, barsNote(&w.Head, rows.told()), bars, divided(w)),
		width:  fig.wide(wide),
		height: all.height(),
		least:  panelHead + rows.least(),
		body:   all,
	}).of(&w.Head)
}

// partsOf are the mechanisms that there is something to take out of, from the greatest fall to the greatest rise.
func partsOf(w *lab.Why) []lab.Carried {
	parts := slices.DeleteFunc(w.ByPart(), func(m lab.Carried) bool { return m.Inert })
	slices.SortStableFunc(parts, func(a, b lab.Carried) int { return cmp.Compare(a.Carries.Mean, b.Carries.Mean) })
	return parts
}

// partRows are the parts with their intervals.
func partRows(fig Figure, parts []lab.Carried) dotRows {
	r := dotRows{fig: fig, cols: columns{right: []textColumn{{head: "points", style: endStyle}, {head: "95 % interval", style: bandStyle}}}}
	for _, m := range parts {
		r.cols.add(words.Mechanism(m.ID), false, points(m.Carries.Mean), between(m.Carries))
		r.dots = append(r.dots, changeDot(m.Carries))
	}
	return r
}

// balance is two bars of one length: what is left of the chance with the parts that help, and the chance with those that hold back.
type balance struct {
	fig  Figure
	w    *lab.Why
	bars [2][]segment
	long float64 // points
}

// segment is a stretch of a bar.
type segment struct {
	name   string // "" of a chance
	points float64
	helps  bool
}

const (
	balanceRow = vg.Length(18)
	without    = "without all of these"
)

// newBalance lays the bars out, the greatest part first.
func newBalance(fig Figure, w *lab.Why, parts []lab.Carried) balance {
	b := balance{fig: fig, w: w, bars: [2][]segment{{{points: 100 * w.AsIs.Mean}}, {{points: 100 * w.Removed.Mean}}}}
	for _, m := range parts {
		if m.Carries.Mean < 0 {
			b.bars[1] = append(b.bars[1], segment{words.Mechanism(m.ID), -100 * m.Carries.Mean, true})
		}
	}
	for _, m := range slices.Backward(parts) {
		if m.Carries.Mean > 0 {
			b.bars[0] = append(b.bars[0], segment{words.Mechanism(m.ID), 100 * m.Carries.Mean, false})
		}
	}
	for _, s := range b.bars[0] {
		b.long += s.points
	}
	return b
}

// height is that of both bars with their axis.
func (b balance) height() vg.Length { return 2*b.fig.row(balanceRow) + b.columns().headRoom() + 28 }

// plot is the bars as a picture.
func (b balance) plot() *picture {
	p := newPlot()
	p.X.Min, p.X.Max = 0, max(b.long, 1)
	p.X.Label.Text = "Chance and parts (points)"
	p.X.Tick.Marker = wholeSteps{wide: b.fig.narrow()}
	p.Y.Min, p.Y.Max = 0, 2
	p.HideY()
	p.Add(gridlines(true, false), b)
	return p
}

// Plot implements plot.Plotter.
func (b balance) Plot(c draw.Canvas, p *plot.Plot) {
	cols, height := b.columns(), c.Size().Y/2
	for i, bar := range b.bars {
		y, from := c.Max.Y-(vg.Length(i)+0.5)*height, 0.0
		for _, s := range bar {
			box := vg.Rectangle{Min: vg.Point{X: c.X(p.X.Norm(from)), Y: y - balanceHalf}, Max: vg.Point{X: c.X(p.X.Norm(from + s.points)), Y: y + balanceHalf}}
			s.draw(&c, box)
			from += s.points
		}
		cols.row(&c, i, y)
	}
}

const balanceHalf = vg.Length(4.6)

// draw fills a stretch, and writes its name in it if there is room, else its points.
func (s segment) draw(c *draw.Canvas, box vg.Rectangle) {
	ink, text := blue, white
	switch {
	case s.name == "":
		ink = midGrey
	case s.helps:
		ink, text = vermilion, black
	}
	c.FillPolygon(ink, closed(box))
	if inner := (vg.Rectangle{Min: box.Min.Add(vg.Point{X: 0.9, Y: 0.9}), Max: box.Max.Sub(vg.Point{X: 0.9, Y: 0.9})}); s.helps && inner.Min.X < inner.Max.X {
		c.FillPolygon(white, closed(inner))
	}
	c.StrokeLine2(draw.LineStyle{Color: white, Width: 0.6}, box.Max.X, box.Min.Y, box.Max.X, box.Max.Y)
	in := aligned(style(smallSize, text), draw.XCenter, baseline)
	for _, says := range []string{s.name, fmt.Sprintf("%.1f", s.points)} {
		if says != "" && in.Width(says)+2 < box.Size().X {
			write(c, in, box.Min.Add(box.Size().Scale(0.5)), says)
			return
		}
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (b balance) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return b.columns().room() }

// columns are the two chances.
func (b balance) columns() columns {
	cols := columns{above: b.fig.narrow(), right: []textColumn{{head: "chance", style: endStyle}, {style: bandStyle}}}
	cols.add(words.StartsFrom(&b.w.Head), true, words.Level(b.w.AsIs), words.LuckOf(b.w.AsIs))
	cols.add(without, true, words.Level(b.w.Removed), words.LuckOf(b.w.Removed))
	return cols
}

// whyFound names the mechanism with the largest part of the gap, as far as luck lets one tell.
func whyFound(w *lab.Why) string {
	clause, f := lab.The(w.ClauseTitle), w.Foremost()
	does := "What holds " + clause + " back most"
	if w.Gap.Mean < 0 {
		does = "What " + clause + " rests on most"
	}
	switch {
	case !w.Gap.BeyondLuck() && lab.IsSlight(w.Gap):
		return "Taken out together, these mechanisms change the chance of " + clause + " by no more than luck"
	case !w.Gap.BeyondLuck():
		return "These runs do not tell whether these mechanisms together move the chance of " + clause
	case f.Most == nil && f.None:
		return "No mechanism moves the chance of " + clause + " beyond luck"
	case f.Most == nil:
		return does + ", these runs do not tell"
	case len(f.Rivals) > 0:
		return does + ", luck leaves open: " + oneOf(words.Mechanism(f.Most.ID), words.Mechanism(f.Rivals[0].ID), len(f.Rivals))
	}
	return fmt.Sprintf("%s is %s: %s points without", does, words.Mechanism(f.Most.ID), points(f.Most.Carries.Mean))
}

// divided says how the gap was divided, and how near to the wanted precision.
func divided(w *lab.Why) string {
	text := "Exact: every set of the mechanisms was removed in every run."
	if !w.Exact {
		text = "Sampled: each run removes the mechanisms in an order drawn at random and in its reverse (Castro et al. 2009; " +
			"Mitchell et al. 2022)."
	}
	switch {
	case w.Wanted == 0 || w.Runs == 0:
	case w.Reached <= w.Wanted:
		text += fmt.Sprintf(" Played until no interval reached more than %.1f points from its value.", 100*w.Wanted)
	default:
		text += fmt.Sprintf(" One interval reaches %.1f points from its value, not the %.1f that were wanted: about %s would do.",
			100*w.Reached, 100*w.Wanted, words.Count(w.Enough, "run"))
	}
	return text
}

func whyInWords(w *lab.Why) string {
	text := fmt.Sprintf("Dots with intervals, one for each mechanism, above two bars. %s with chance %s; without all of these mechanisms with chance %s, a "+
		"gap of %s points, to which the mechanisms add up.", words.InForce(w.ClauseTitle, w.End), words.Chance(w.AsIs),
		words.Chance(w.Removed), points(w.Gap.Mean))
	for _, m := range w.ByPart() {
		if !m.Inert {
			text += fmt.Sprintf(" %s: %s points (%s).", words.Mechanism(m.ID), points(m.Carries.Mean), between(m.Carries))
		}
	}
	return text
}
