package plots

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Why shows how the gap between a scenario as it is and one without some mechanisms divides among them: a staircase from
// the one chance to the other, with a step for each mechanism.
func Why(fig Figure, w *lab.Why) *Chart {
	steps := stepsOf(w)
	from, to, told := 0.0, 1.0, "" // points
	for _, s := range steps {
		from, to = min(from, s.from, s.low), max(to, s.to, s.high)
		if s.open != nil {
			from, to, told = min(from, s.open.Low), max(to, s.open.High), " Light line below one: constants."
		}
	}
	rows := vg.Length(len(steps))

	p := newPlot()
	p.X.Min, p.X.Max = from-0.03*(to-from), to+0.03*(to-from)
	p.X.Label.Text = "Chance that it is in force (%)"
	p.X.Tick.Marker = wholeSteps{wide: fig.narrow()}
	p.Y.Min, p.Y.Max = 0, float64(len(steps))
	p.HideY()
	p.Add(gridlines(true, false), staircaseRows{fig, w, steps})

	return (&Chart{
		Title: whyFound(w),
		Measured: fmt.Sprintf("Chance that %s %s in force, in %%, from the scenario to a world without all of these mechanisms; %s",
			lab.The(w.ClauseTitle), lab.Is(w.ClauseTitle), words.Count(w.Runs, "run")),
		About: whyInWords(w),
		Notes: fmt.Sprintf("In force: share of the runs at the end of %s. Bar: the Shapley value of a mechanism, which is what "+
			"its removal adds, averaged over all orders of removal (Shapley 1953; Shorrocks 2013); full if it holds the clause "+
			"back, hollow if it helps it on. The bars add up from the first row to the last; as they are averages, the sum may "+
			"stray from 0 to 100 on its way. Thin lines: 95 %% intervals of the bars' own lengths (Agresti and Min 2005, carried over). %s%s %s",
			w.End, words.Covers(&w.Head, told != ""), told, divided(w)),
		width:  fig.wide(wide),
		height: fig.row(min(rowHeight(len(steps)), 18))*rows + 40,
		body:   p,
	}).of(&w.Head)
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
		return does + ", luck leaves open: " + oneOf(f.Most.Name, f.Rivals[0].Name, len(f.Rivals))
	}
	return fmt.Sprintf("%s is %s: %s points without", does, f.Most.Name, points(f.Most.Carries.Mean))
}

// step is a row of the staircase, in points.
type step struct {
	name      string
	from, to  float64
	low, high float64 // of its end
	total     bool    // the chance itself
	values    [2]string
	open      *stats.Band // of its end, as constants vary; nil if that is not told
}

// stepsOf lists the rows: up first, then down, unless that leads far above 100 per cent.
func stepsOf(w *lab.Why) []step {
	chance := func(name string, s stats.Share) step {
		return step{name, 0, 100 * s.Mean, 100 * s.Low, 100 * s.High, true, [2]string{words.Level(s), words.LuckOf(s)}, inPoints(s.Constants)}
	}
	parts := slices.DeleteFunc(w.ByPart(), func(m lab.Carried) bool { return m.Inert })
	rise, fall := 0.0, 0.0
	for _, m := range parts {
		rise, fall = rise+max(m.Carries.Mean, 0), fall-min(m.Carries.Mean, 0)
	}
	if w.AsIs.Mean+rise-1 > max(fall-w.AsIs.Mean, 0) { // going down first strays less from 0 to 100
		slices.Reverse(parts)
	}
	steps := []step{chance(words.StartsFrom(&w.Head), w.AsIs)}
	at := 100 * w.AsIs.Mean
	for _, m := range parts {
		d := m.Carries
		steps = append(steps, step{
			m.Name, at, at + 100*d.Mean, at + 100*d.Low, at + 100*d.High, false, [2]string{points(d.Mean), between(d)}, nil,
		})
		if b := inPoints(d.Constants); b != nil {
			steps[len(steps)-1].open = &stats.Band{Low: at + b.Low, High: at + b.High}
		}
		at += 100 * d.Mean
	}
	return append(steps, chance("without all of these", w.Removed))
}

// staircaseRows draws the rows of Why.
type staircaseRows struct {
	fig   Figure
	w     *lab.Why
	steps []step
}

// bar is the height of a bar, in rows.
func (r staircaseRows) bar() vg.Length {
	if r.fig.narrow() {
		return 0.3 // clear of the name above
	}
	return 0.52
}

// Plot implements plot.Plotter.
func (r staircaseRows) Plot(c draw.Canvas, p *plot.Plot) {
	cols := r.columns()
	cols.heads(&c)
	height, whyBar := c.Size().Y/vg.Length(len(r.steps)), r.bar()
	x := func(points float64) vg.Length { return c.X(p.X.Norm(points)) }
	for i, s := range r.steps {
		y := c.Max.Y - (vg.Length(i)+0.5)*height
		bar := vg.Rectangle{
			Min: vg.Point{X: x(min(s.from, s.to)), Y: y - whyBar/2*height}, Max: vg.Point{X: x(max(s.from, s.to)), Y: y + whyBar/2*height},
		}
		ink := blue
		if s.total {
			ink = midGrey
		} else if s.to < s.from {
			ink = vermilion
		}
		c.FillPolygon(ink, closed(bar))
		if inner := (vg.Rectangle{Min: bar.Min.Add(vg.Point{X: 1, Y: 1}), Max: bar.Max.Sub(vg.Point{X: 1, Y: 1})}); s.to < s.from &&
			inner.Min.X < inner.Max.X {
			c.FillPolygon(white, closed(inner))
		}
		if i+1 < len(r.steps) { // the next step starts where this one ends
			c.StrokeLine2(draw.LineStyle{Color: midGrey, Width: 0.5}, x(s.to), y-whyBar/2*height, x(s.to), y-(1-whyBar/2)*height)
		}
		c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.7}, x(s.low), y, x(s.high), y)
		for _, end := range []float64{s.low, s.high} {
			c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.7}, x(end), y-2, x(end), y+2)
		}
		if s.open != nil {
			below := y - whyBar/2*height - 1.5
			c.StrokeLine2(draw.LineStyle{Color: purple, Width: 2}, x(s.open.Low), below, x(s.open.High), below)
		}
		cols.row(&c, i, y)
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (r staircaseRows) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return r.columns().room() }

func (r staircaseRows) columns() columns {
	cols := columns{above: r.fig.narrow(), right: []textColumn{{head: "% or points", style: endStyle}, {head: "95 % interval", style: bandStyle}}}
	for _, s := range r.steps {
		cols.add(s.name, false, s.values[0], s.values[1])
		cols.heavy[len(cols.heavy)-1] = s.total
	}
	return cols
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
	text := fmt.Sprintf("A staircase of bars. %s with chance %s; without all of these mechanisms with chance %s, a "+
		"gap of %s points, to which the mechanisms add up.", words.InForce(w.ClauseTitle, w.End), words.Chance(w.AsIs),
		words.Chance(w.Removed), points(w.Gap.Mean))
	for _, m := range w.ByPart() {
		if !m.Inert {
			text += fmt.Sprintf(" %s: %s points (%s).", m.Name, points(m.Carries.Mean), between(m.Carries))
		}
	}
	return text
}
