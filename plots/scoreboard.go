package plots

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab/history"
)

// Hindcast sets the model's Brier score of each episode beside those of the rules it must beat.
func Hindcast(fig Figure, h *history.Hindcast) *Chart {
	verdicts := h.Verdicts[:min(len(h.Verdicts), fig.rows(len(h.Verdicts), 32, 16, 14))]
	more := ""
	if n := len(h.Verdicts) - len(verdicts); n > 0 {
		more = " Left out: " + words.Count(n, "more episode") + "."
	}
	c := (&Chart{
		Title:    recordFound(h),
		Measured: fmt.Sprintf("Brier score of each episode (0 best), of the model and of simple rules; %s of each scenario", words.Count(h.Runs, "run")),
		About:    scoreboardInWords(h.Verdicts),
		Notes: "Brier score: mean squared error of the chances over the claims of an episode (Brier 1950): 0 for one who " +
			"knows, 0.25 for one who always says one half. Line: the model's score; a rule to the left of it does better. " +
			"Passed: every figure with a target met it; the Brier score is not among them. Open: history has not spoken yet." + more,
		width: fig.wide(page),
	}).from(hindcastSource(h, h.Verdicts...))
	if len(verdicts) == 0 {
		c.height, c.body = remarkHeight, remark("No episode was played.")
		return c
	}
	p := newPlot()
	p.X.Min, p.X.Max = -0.02, 1.02 // a mark at an end keeps clear of the text beside it
	var ticks plot.ConstantTicks
	for _, score := range steps(0, 1, 0.2) {
		ticks = append(ticks, plot.Tick{Value: score, Label: round(score)})
	}
	p.X.Tick.Marker = ticks
	p.X.Label.Text = "Brier score (0 best, 1 worst)"
	p.Y.Min, p.Y.Max = 0, float64(len(verdicts))
	p.HideY()
	p.Add(gridlines(true, false), boardRows{fig, verdicts})
	keys := scoreKeys()
	c.height = keys.height(fig.wide(page)-2*margin) + spacing + vg.Length(len(verdicts))*scoreRowFor(fig, len(verdicts)+fig.fewer) + 40
	c.least = keys.height(fig.wide(page)-2*margin) + spacing + rowsClose(len(verdicts))
	c.body = keyed{keys: keys, picture: p}
	return c
}

// recordFound sets the model's score over all decided episodes beside that of the best simple rule.
func recordFound(h *history.Hindcast) string {
	if len(h.Record.Rules) < 2 {
		return "How the model fares on history"
	}
	model := h.Record.Rules[0].Brier.Mean
	best := words.Best(h.Record.Rules[1:], func(r history.RuleTally) float64 { return r.Brier.Mean })
	rules := "rule, " + best[0].Rule + ", has"
	if len(best) > 1 {
		rules = fmt.Sprintf("rules, %s and %d more, have", best[0].Rule, len(best)-1)
	}
	fitted, seen := 0, ""
	for _, v := range h.Verdicts {
		if v.Fitted && !v.Open {
			fitted++
		}
	}
	if fitted > 0 {
		seen = fmt.Sprintf(", of which it was fitted to %d,", fitted)
	}
	return fmt.Sprintf("Over %s%s the model's Brier score is %s; the best simple %s %s%s",
		words.Count(h.Record.Episodes, "decided episode"), seen, words.Score(model), rules, words.Score(best[0].Brier.Mean),
		words.NotApart(best[0].Worse, h.Record.Theatres))
}

// Height of a row in which each rule has a lane that meets no other, and of the least in which all are read.
const (
	scoreRow = vg.Length(56)
	closeRow = vg.Length(14)
	allRows  = vg.Length(340) // of all, on a page
)

// scoreRowFor is the height of one of so many rows. In a column, where its name stands above it, all rules share one lane.
func scoreRowFor(fig Figure, rows int) vg.Length {
	switch {
	case fig.width == 0:
		return scoreRow
	case fig.narrow():
		return fig.row(closeRow)
	}
	return min(max(allRows/vg.Length(rows), closeRow), scoreRow)
}

// ruleLooks tell the model and the rules apart by shape, and by their order from above to below in a row.
var ruleLooks = []struct {
	rule string
	mark func(c *draw.Canvas, at vg.Point)
}{
	{"model", func(c *draw.Canvas, at vg.Point) { disc(c, at, 3, blue) }},
	{"always no", func(c *draw.Canvas, at vg.Point) { hollow(c, disc, at) }},
	{"always yes", func(c *draw.Canvas, at vg.Point) { square(c, at, 2.2, black) }},
	{"regime rule", func(c *draw.Canvas, at vg.Point) { hollow(c, square, at) }},
	{"capability only", func(c *draw.Canvas, at vg.Point) { pointer(vg.Point{Y: 1})(c, at, 2.8, vermilion) }},
	{history.StanceAlone, func(c *draw.Canvas, at vg.Point) { pointer(vg.Point{Y: -1})(c, at, 2.8, black) }},
	{history.OwnAndLeadingStance, func(c *draw.Canvas, at vg.Point) { pointer(vg.Point{X: -1})(c, at, 2.8, black) }},
	{"signs when talks open", func(c *draw.Canvas, at vg.Point) { pointer(vg.Point{X: 1})(c, at, 2.8, green) }},
	{"coin", func(c *draw.Canvas, at vg.Point) { disc(c, at, 1.4, midGrey) }},
}

func scoreKeys() legend {
	var keys legend
	for _, look := range ruleLooks {
		keys = append(keys, key{text: look.rule, sample: func(c *draw.Canvas, left vg.Point) {
			look.mark(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y})
		}})
	}
	return keys
}

// brier is the Brier score of a rule on an episode; not ok if the episode was not scored.
func brier(v history.Verdict, rule string) (score float64, ok bool) {
	for _, s := range v.Scores {
		if s.Rule == rule {
			return s.Brier, !v.Open
		}
	}
	return 0, false
}

// boardRows draws a row for each episode, in it a lane for the model and for each rule.
type boardRows struct {
	fig      Figure
	verdicts []history.Verdict
}

// Plot implements plot.Plotter.
func (r boardRows) Plot(c draw.Canvas, p *plot.Plot) {
	cols := r.columns()
	cols.heads(&c)
	x := func(score float64) vg.Length { return c.X(p.X.Norm(score)) }
	scoreRow := scoreRow
	if r.fig.width > 0 {
		scoreRow = c.Size().Y / vg.Length(len(r.verdicts))
	}
	for i, v := range r.verdicts {
		top := c.Max.Y - vg.Length(i)*scoreRow
		y := top - scoreRow/2
		cols.row(&c, i, y)
		c.StrokeLine2(draw.LineStyle{Color: midGrey, Width: 0.4}, c.Min.X, top-scoreRow, c.Max.X, top-scoreRow)
		model, ok := brier(v, ruleLooks[0].rule)
		if !ok {
			onWhite(&c, bandStyle, vg.Point{X: c.Min.X + 2*spacing, Y: y}, unscored(v))
			continue
		}
		under := top
		if cols.above {
			under = y + nameLift - labelSize*lineSpacing/2
		}
		c.StrokeLine2(draw.LineStyle{Color: blue, Width: 0.8}, x(model), under, x(model), top-scoreRow)
		for lane, look := range ruleLooks {
			if score, ok := brier(v, look.rule); ok {
				at := top - (vg.Length(lane)+0.75)*scoreRow/(vg.Length(len(ruleLooks))+0.5)
				if cols.above || scoreRow < closeRow {
					at = y
				}
				look.mark(&c, vg.Point{X: x(score), Y: at})
			}
		}
	}
}

// unscored says why an episode has no score.
func unscored(v history.Verdict) string {
	if v.Open {
		return "History has not spoken yet."
	}
	return "The episode makes no claims."
}

// GlyphBoxes implements plot.GlyphBoxer.
func (r boardRows) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return r.columns().room() }

func (r boardRows) columns() columns {
	cols := columns{above: r.fig.narrow(), tight: r.fig.tight(), most: r.fig.claimRoom(), right: []textColumn{
		{head: "model", style: endStyle}, {head: "best rule", style: bandStyle}, {head: "verdict", style: endStyle},
	}}
	for _, v := range r.verdicts {
		score, best := "", ""
		if model, ok := brier(v, ruleLooks[0].rule); ok {
			score, best = words.Score(model), bestRule(v)
		}
		cols.add(v.ID+" "+v.Title, false, score, best, words.PassOrMiss(v))
	}
	return cols
}

// bestRule is the rule with the lowest score, the model left out, and its score.
func bestRule(v history.Verdict) (best string) {
	lowest := 2.0 // no Brier score is above 1
	for _, look := range ruleLooks[1:] {
		if s, ok := brier(v, look.rule); ok && s < lowest {
			lowest, best = s, look.rule+" "+words.Score(s)
		}
	}
	return best
}

func scoreboardInWords(verdicts []history.Verdict) string {
	text := "Dots in a row for each episode: the Brier scores of the model and of simple rules, 0 best."
	for _, v := range verdicts {
		text += fmt.Sprintf(" %s %s: %s", v.ID, v.Title, words.PassOrMiss(v))
		for _, look := range ruleLooks {
			if score, ok := brier(v, look.rule); ok {
				text += ", " + look.rule + " " + words.Score(score)
			}
		}
		text += "."
	}
	return text
}
