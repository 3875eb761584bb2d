package plots

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/sim/lab"
)

// Ablation shows how the chance of the headline clause changes without each mechanism: a dot and its interval beside a
// line at no change, from the greatest fall to the greatest rise.
func Ablation(a *lab.Ablation) *Chart {
	removals := a.ByChange()
	from, to := -1.0, 1.0 // points: a chart of nothing must not look like one of something
	for _, r := range removals {
		d := r.InForce.Change
		from, to = min(from, 100*d.Low), max(to, 100*d.High)
	}
	rows := len(removals) + 1

	p := newPlot()
	p.X.Min, p.X.Max = from-0.03*(to-from), to+0.03*(to-from)
	p.X.Label.Text = "Change in the chance that it is in force (percentage points)"
	p.X.Tick.Marker = wholeSteps{}
	p.Y.Min, p.Y.Max = 0, float64(rows)
	p.HideY()
	p.Add(gridlines(true, false), changes{a, removals})

	return &Chart{
		Title: fmt.Sprintf("The chance that the clause is in force without each mechanism: %s", a.ClauseTitle),
		About: ablationInWords(a, removals),
		Notes: fmt.Sprintf("In force: share of the runs at the end of %s. Dot: how that share changes without the "+
			"mechanism; bar: 95 %% interval for matched pairs (Agresti and Min 2005), of the luck of the draw, not of doubt "+
			"about the model. Full dot: the interval leaves no change out. Hollow: no more than luck would do. %s", a.End, ablationSource(a)),
		width:  wide,
		height: min(rowHeight(rows), 16)*vg.Length(rows) + 40,
		body:   p,
	}
}

// ablationSource says where the figures come from.
func ablationSource(a *lab.Ablation) string {
	cut := ""
	if a.Played < a.ToPlay {
		cut = fmt.Sprintf(" (%d of %d runs in all)", a.Played, a.ToPlay)
	}
	return fmt.Sprintf("Source: Entente, scenario %s, %d runs of each world with the same luck%s, seed %d.",
		a.Scenario, a.Asked, cut, a.Seed)
}

// changes draws the rows of Ablation: name, dot and interval, figures. The first row is the scenario as it is.
type changes struct {
	a        *lab.Ablation
	removals []lab.Removal
}

// Plot implements plot.Plotter.
func (r changes) Plot(c draw.Canvas, p *plot.Plot) {
	cols := r.columns()
	cols.heads(&c)
	height := c.Size().Y / vg.Length(len(r.removals)+1)
	x := func(points float64) vg.Length { return c.X(p.X.Norm(points)) }
	c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.6}, x(0), c.Min.Y, x(0), c.Max.Y)
	cols.row(&c, 0, c.Max.Y-0.5*height)
	for i, removal := range r.removals {
		y := c.Max.Y - (vg.Length(i)+1.5)*height
		d := removal.InForce.Change
		c.StrokeLine2(draw.LineStyle{Color: blue, Width: 1.4}, x(100*d.Low), y, x(100*d.High), y)
		at := vg.Point{X: x(100 * d.Mean), Y: y}
		disc(&c, at, changeRadius, blue)
		if !d.BeyondLuck() {
			disc(&c, at, changeRadius-1, white)
		}
		cols.row(&c, i+1, y)
	}
}

const changeRadius = vg.Length(2.6)

// GlyphBoxes implements plot.GlyphBoxer.
func (r changes) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return r.columns().room() }

func (r changes) columns() columns {
	cols := columns{
		names: []string{"the scenario as it is"}, heavy: []bool{true},
		right: []textColumn{
			{head: "in force", style: endStyle, cells: []string{percent(r.a.InForce.Mean)}},
			{head: "change", style: bandStyle, cells: []string{""}},
			{head: "95 % interval", style: bandStyle, cells: []string{""}},
		},
	}
	for _, removal := range r.removals {
		d := removal.InForce.Change
		cols.names = append(cols.names, "without "+removal.Name)
		cols.heavy = append(cols.heavy, false)
		for i, cell := range []string{
			percent(removal.InForce.Without.Mean), points(d.Mean), points(d.Low) + " to " + points(d.High),
		} {
			cols.right[i].cells = append(cols.right[i].cells, cell)
		}
	}
	return cols
}

// points writes a change of a chance in percentage points.
func points(change float64) string {
	text := fmt.Sprintf("%+.1f", 100*change)
	if text == "+0.0" || text == "-0.0" {
		return "0.0"
	}
	return strings.ReplaceAll(text, "-", "−")
}

func ablationInWords(a *lab.Ablation, removals []lab.Removal) string {
	text := fmt.Sprintf("Dots with intervals, one for each mechanism. %s is in force at the end of %s with chance %s "+
		"(95 %% interval %s).", a.ClauseTitle, a.End, percent(a.InForce.Mean), interval(a.InForce))
	for _, r := range removals {
		d := r.InForce.Change
		text += fmt.Sprintf(" Without %s: %s, a change of %s points (%s to %s).", r.Name, percent(r.InForce.Without.Mean),
			points(d.Mean), points(d.Low), points(d.High))
	}
	return text
}
