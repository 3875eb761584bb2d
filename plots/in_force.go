package plots

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// InForce shows in what share of the runs the headline clause is in force, tick by tick.
func InForce(fig Figure, s *lab.Summary) *Chart {
	most := 0.0
	for _, share := range s.InForce {
		most = max(most, share.High)
		for _, open := range []*stats.Band{share.Constants, share.Coding} {
			if open != nil {
				most = max(most, open.High)
			}
		}
	}
	fact := inFact(s)
	if fact != nil && fact.happened {
		most = 1
	}
	top, ticks := percentAxis(most)

	p := newPlot()
	p.X.Min, p.X.Max = period(s)
	p.Y.Min, p.Y.Max = 0, top
	p.X.Tick.Marker = timeAxis{s, fig.ticks(6)}
	p.Y.Tick.Marker = ticks
	p.X.Label.Text = "Year"
	p.Y.Label.Text = "Chance that it is in force (%)"

	p.Add(gridlines(false, true))
	for _, open := range constantsOverTime(s, s.InForce, top) {
		p.Add(&plotter.Polygon{XYs: []plotter.XYs{open}, Color: faint(blue)})
	}
	coded := codingOverTime(s, s.InForce, top)
	for _, edge := range coded {
		p.Add(&plotter.Line{XYs: edge, LineStyle: codingEdge})
	}
	lines, bands := chanceOverTime(s, s.InForce, top)
	for k := range lines {
		p.Add(
			&plotter.Polygon{XYs: []plotter.XYs{bands[k]}, Color: pale(blue)},
			&plotter.Line{XYs: lines[k], LineStyle: draw.LineStyle{Color: blue, Width: 1.4}},
		)
	}
	if n := len(s.InForce); n > 0 {
		p.Add(endLabel{s.InForce[n-1]})
	}
	note := ""
	if len(coded) > 0 {
		note = "Dashes: coding, where the middle 95 % lies as what was coded by hand varies. "
	}
	if fact != nil {
		p.Add(fact)
		note += fact.note() + " "
	}
	return (&Chart{
		Title:    inForceFound(s),
		Measured: fmt.Sprintf("Chance that it is in force, in %%, over time; %s", words.Count(s.Runs, "run")),
		About:    inForceInWords(s),
		Notes:    "Line: share of the runs at the end of each tick. " + bandsNote(s, s.InForce) + " " + note + axisNote(top),
		width:    fig.wide(column),
		height:   5 * vg.Centimeter,
		body:     p,
	}).of(&s.Head)
}

// inForceFound says how often the clause is in force at the end, and what is open of that.
func inForceFound(s *lab.Summary) string {
	if len(s.InForce) == 0 {
		return "Nothing was played of " + lab.The(s.ClauseTitle)
	}
	last := s.InForce[len(s.InForce)-1]
	return words.Capital(words.InForce(lab.The(s.ClauseTitle), s.End)) + " in " + words.ShareOf(last)
}

// pactInFact is what became of the clause in history.
type pactInFact struct {
	words    string  // the same as a sentence has it
	happened bool    // it was in force at the end
	at       float64 // when it came into force; the end if it is not in force then
	wrong    bool    // the model is on the other side of one half
}

// inFact is that of a summary; nil if the scenario does not hold history.
func inFact(s *lab.Summary) *pactInFact {
	h := s.InHistory
	if h == nil || len(s.InForce) == 0 {
		return nil
	}
	f := &pactInFact{words: words.InHistory(h), happened: h.Stands(), at: h.InForce}
	from, to := period(s)
	if f.at = max(f.at, from); !f.happened {
		f.at = to
	}
	f.wrong = stats.SideOf(s.InForce[len(s.InForce)-1].Mean, f.happened) < 0
	return f
}

// Plot implements plot.Plotter.
func (f *pactInFact) Plot(c draw.Canvas, p *plot.Plot) {
	y := 0.0
	if f.happened {
		y = 1
	}
	diamond(&c, vg.Point{X: c.X(p.X.Norm(f.at)), Y: c.Y(p.Y.Norm(y))}, f.wrong)
}

func (f *pactInFact) note() string {
	text := "Diamond: " + f.words
	if f.wrong {
		text += "; hollow and vermilion, as the model is on the wrong side of one half"
	}
	return text + "."
}

// endLabel writes the last share beside the end of its line.
type endLabel struct{ last stats.Share }

// Plot implements plot.Plotter.
func (e endLabel) Plot(c draw.Canvas, p *plot.Plot) {
	level := e.last.Mean
	if b := e.last.Constants; b.Wide() {
		level = (b.Low + b.High) / 2
	}
	at := vg.Point{X: c.Max.X + 3, Y: c.Y(p.Y.Norm(level))}
	at.Y = min(max(at.Y, c.Min.Y+labelSize), c.Max.Y)
	write(&c, endStyle, at, words.Level(e.last))
	at.Y -= labelSize * lineSpacing
	write(&c, bandStyle, at, e.open())
}

// open is what luck leaves open of the last share; that of constants too where the level is told.
func (e endLabel) open() string {
	switch b := e.last.Constants; {
	case b == nil:
		return words.Interval(e.last)
	case b.Wide():
		return "luck " + words.LuckOf(e.last)
	default:
		return words.ConstantsOf(b)
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (e endLabel) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	return room(0, 3+max(endStyle.Width(words.Level(e.last)), bandStyle.Width(e.open())), 4)
}

func inForceInWords(s *lab.Summary) string {
	if len(s.InForce) == 0 {
		return "No ticks."
	}
	text := fmt.Sprintf("A line over time with a band around it. Chance that %s %s in force:", s.ClauseTitle, lab.Is(s.ClauseTitle))
	for _, t := range yearEnds(s) {
		share := s.InForce[t]
		text += fmt.Sprintf(" %s: %s.", s.Labels[t], words.Chance(share))
	}
	return text
}

// yearEnds are at most a dozen of the ends of years, the last among them.
func yearEnds(s *lab.Summary) []int {
	ends := s.YearEnds
	every := (len(ends) + 11) / 12
	var some []int
	for i := len(ends) - 1; i >= 0; i -= max(every, 1) {
		some = append([]int{ends[i]}, some...)
	}
	return some
}
