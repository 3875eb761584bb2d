package plots

import (
	"cmp"
	"fmt"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Score shows one history as a score: a line for each state with the threat that it feels, its governments and what it does with
// the clause; shocks run through all lines.
func Score(fig Figure, x *lab.Explanation) *Chart {
	s := newScoreLines(fig, x)
	p := newPlot()
	p.X.Min, p.X.Max = s.ends()
	p.X.Tick.Marker = timeAxis{s.calendar(), fig.ticks(8)}
	p.X.Label.Text = "Year"
	p.Y.Min, p.Y.Max = 0, float64(max(len(s.states), 1))
	p.HideY()
	p.Add(gridlines(true, false), s)
	keys := s.keys()
	c := (&Chart{
		Title: s.found(),
		Measured: fmt.Sprintf("One history as a score: threat felt (0 to 1), governments and what becomes of %s, by state; run %d, seed %d",
			lab.The(x.ClauseTitle), x.Run, x.Seed),
		About: s.inWords(),
		Notes: "One run of many: it says what may happen, not how likely it is. Height of a line: threat felt from the worst rival; all lines have one " +
			"scale, from 0 to 1; from the state that feels most on average down. Letters above: shocks. Shaded: the clause is in force. Bold: founders." + s.leftOut(),
		width:  fig.wide(page),
		height: keys.height(fig.wide(page)-2*margin) + spacing + s.row()*vg.Length(max(len(s.states), 1)) + 44,
		body:   keyed{keys: keys, picture: p, beside: fig.fixed()},
	}).of(&x.Head)
	if len(s.of.Ticks) == 0 {
		c.height, c.body = remarkHeight, remark("Nothing was played.")
	}
	return c
}

const (
	scoreLine       = vg.Length(20)
	mostScoreLines  = 22
	mostScoreShocks = 20
	mostSlideShocks = 8
)

// row is the height of a line.
func (s scoreLines) row() vg.Length {
	if s.fig.narrow() {
		return stripAbove
	}
	return scoreLine
}

// scoreLines is the picture of Score.
type scoreLines struct {
	fig    Figure
	x      *lab.Explanation
	of     *lab.Score
	states []lab.ScoredState
	shocks []string // ids, in the order in which they first strike
	at     map[string]float64

	moreShocks int // for which there is no room
}

func newScoreLines(fig Figure, x *lab.Explanation) scoreLines {
	s := scoreLines{fig: fig, x: x, of: x.Score, at: map[string]float64{}}
	if s.of == nil {
		s.of = &lab.Score{}
	}
	most := fig.rows(mostScoreLines, mostScoreLines, 12, 14)
	s.states = slices.Clone(s.of.States)
	slices.SortStableFunc(s.states, func(a, b lab.ScoredState) int { return cmp.Compare(stats.Sum(b.Threat), stats.Sum(a.Threat)) })
	s.states = s.states[:min(len(s.states), most)]
	for k, label := range s.of.Ticks {
		s.at[label] = s.of.Dates[k]
	}
	for _, e := range s.of.Events {
		if e.Kind == lab.EventShock && !slices.Contains(s.shocks, e.Of) {
			s.shocks = append(s.shocks, e.Of)
		}
	}
	shown := min(len(s.shocks), fig.rows(mostScoreShocks, mostScoreShocks, mostScoreShocks, mostSlideShocks))
	s.shocks, s.moreShocks = s.shocks[:shown], len(s.shocks)-shown
	return s
}

// calendar is the ticks as a time axis wants them.
func (s scoreLines) calendar() *lab.Summary {
	return &lab.Summary{Labels: s.of.Ticks, Dates: s.of.Dates}
}

// ends are the first and the last moment.
func (s scoreLines) ends() (from, to float64) { return period(s.calendar()) }

// scoreMarks are what a state may do, with its mark.
var scoreMarks = []struct {
	kind lab.EventKind
	says string
	mark func(c *draw.Canvas, at vg.Point)
}{
	{lab.EventGovernment, "new government", func(c *draw.Canvas, at vg.Point) {
		c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.8}, at.X, at.Y-3, at.X, at.Y+3)
	}},
	{lab.EventSigns, "signs", func(c *draw.Canvas, at vg.Point) { spot(c, at, 2.8, black, true) }},
	{lab.EventRatifies, "ratifies", func(c *draw.Canvas, at vg.Point) { disc(c, at, 2.8, black) }},
	{lab.EventRefused, "is refused at home", func(c *draw.Canvas, at vg.Point) { crossMark(c, at) }},
	{lab.EventWithdraws, "takes its signature back", func(c *draw.Canvas, at vg.Point) { hollow(c, square, at) }},
	{lab.EventLeaves, "leaves", func(c *draw.Canvas, at vg.Point) { square(c, at, 2.4, vermilion) }},
}

func crossMark(c *draw.Canvas, at vg.Point) {
	s := draw.LineStyle{Color: vermilion, Width: 1.4}
	c.StrokeLine2(s, at.X-2.4, at.Y-2.4, at.X+2.4, at.Y+2.4)
	c.StrokeLine2(s, at.X-2.4, at.Y+2.4, at.X+2.4, at.Y-2.4)
}

// Plot implements plot.Plotter.
func (s scoreLines) Plot(c draw.Canvas, p *plot.Plot) {
	if len(s.states) == 0 {
		return
	}
	x := func(date float64) vg.Length { return c.X(p.X.Norm(date)) }
	s.shadeForce(&c, x)
	s.drawShocks(&c, x)
	cols := s.columns()
	height := c.Size().Y / vg.Length(len(s.states))
	cols.lift = height/2 - labelSize*lineSpacing/2
	for i, st := range s.states {
		base := c.Max.Y - vg.Length(i+1)*height
		s.drawState(&c, st, base, height, x)
		cols.row(&c, i, base+height/2)
	}
}

// shadeForce shades the time in which the clause is in force.
func (s scoreLines) shadeForce(c *draw.Canvas, x func(date float64) vg.Length) {
	_, to := s.ends()
	began, in := 0.0, false
	shade := func(from, to float64) {
		c.FillPolygon(faint(blue), closed(vg.Rectangle{Min: vg.Point{X: x(from), Y: c.Min.Y}, Max: vg.Point{X: x(to), Y: c.Max.Y}}))
	}
	for _, e := range s.of.Events {
		switch {
		case e.Of != s.of.Clause:
		case e.Kind == lab.EventInForce:
			began, in = s.at[e.Tick], true
		case e.Kind == lab.EventEnds && in:
			shade(began, s.at[e.Tick])
			in = false
		}
	}
	if in {
		shade(began, to)
	}
}

// struck is a shock that strikes, by its place among those that are shown and by the lane in which its letter stands.
type struck struct {
	shock, lane int
	date        float64
}

// strikes are all shocks that strike, each letter in the lowest lane where it keeps clear of those before it if the years have
// the least room that they may have.
func (s scoreLines) strikes() (all []struck, lanes int) {
	from, to := s.ends()
	width := s.fig.wide(page) - 2*margin
	switch {
	case s.fig.fixed(): // beside names and keys
		width *= 0.5
	case !s.fig.narrow(): // beside names
		width *= 0.7
	}
	var ends []vg.Length // of the last letter of each lane
	for _, e := range s.of.Events {
		k := slices.Index(s.shocks, e.Of)
		if e.Kind != lab.EventShock || k < 0 {
			continue
		}
		at, lane := width*vg.Length((s.at[e.Tick]-from)/(to-from)), 0
		for lane < len(ends) && at < ends[lane] {
			lane++
		}
		if lane == len(ends) {
			ends = append(ends, 0)
		}
		ends[lane] = at + letterWidth
		all = append(all, struck{k, lane, s.at[e.Tick]})
	}
	return all, len(ends)
}

const letterWidth = vg.Length(7)

// drawShocks draws a line for each shock that strikes, with its letter above.
func (s scoreLines) drawShocks(c *draw.Canvas, x func(date float64) vg.Length) {
	all, _ := s.strikes()
	letter := aligned(bold(style(smallSize, black)), draw.XCenter, baseline)
	for _, e := range all {
		at := x(e.date)
		c.StrokeLine2(draw.LineStyle{Color: purple, Width: 0.7, Dashes: []vg.Length{2, 2}}, at, c.Min.Y, at, c.Max.Y)
		write(c, letter, vg.Point{X: at, Y: c.Max.Y + headRoom/2 + vg.Length(e.lane)*smallSize}, lab.Letter(e.shock))
	}
}

// drawState draws the line of a state from a base, and its marks.
func (s scoreLines) drawState(c *draw.Canvas, st lab.ScoredState, base, height vg.Length, x func(date float64) vg.Length) {
	c.StrokeLine2(frameLine, c.Min.X, base, c.Max.X, base)
	_, to := s.ends()
	var line plotter.XYs
	if n := len(st.Threat); n > 0 {
		line = staircase(s.of.Dates[:n], to, 0.001, func(t int) float64 { return st.Threat[t] })
	}
	points := make([]vg.Point, len(line))
	for k, v := range line {
		points[k] = vg.Point{X: x(v.X), Y: base + vg.Length(v.Y)*s.fig.strip(height)}
	}
	c.StrokeLines(draw.LineStyle{Color: blue, Width: 1}, points)
	for _, e := range s.of.Events {
		for _, m := range scoreMarks {
			if e.Kind == m.kind && e.Of == st.ID && (e.Clause == "" || e.Clause == s.of.Clause) {
				m.mark(c, vg.Point{X: x(s.at[e.Tick]), Y: base + height*0.3})
			}
		}
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (s scoreLines) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	_, lanes := s.strikes()
	return append(s.columns().room(), room(0, 0, headRoom+smallSize*vg.Length(max(lanes-1, 0)))...)
}

func (s scoreLines) columns() columns {
	cols := columns{above: s.fig.narrow()}
	for _, st := range s.states {
		cols.add(rowName(lab.StateSummary{ID: st.ID, Name: s.x.Names[st.ID]}), st.Role == lab.Founder)
	}
	return cols
}

// keys are the marks that occur, and the shocks by their letters.
func (s scoreLines) keys() legend {
	keys := legend{{text: "threat felt", sample: func(c *draw.Canvas, left vg.Point) {
		c.StrokeLine2(draw.LineStyle{Color: blue, Width: 1}, left.X, left.Y, left.X+keyWidth, left.Y)
	}}}
	for _, m := range scoreMarks {
		if slices.ContainsFunc(s.of.Events, func(e lab.Event) bool {
			return e.Kind == m.kind && (e.Clause == "" || e.Clause == s.of.Clause)
		}) {
			keys = append(keys, key{text: m.says, sample: func(c *draw.Canvas, left vg.Point) {
				m.mark(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y})
			}})
		}
	}
	for k, id := range s.shocks {
		keys = append(keys, key{text: s.x.Titles["shocks."+id], breaks: k == 0, sample: func(c *draw.Canvas, left vg.Point) {
			write(c, aligned(bold(style(smallSize, black)), draw.XCenter, baseline), vg.Point{X: left.X + keyWidth/2, Y: left.Y}, lab.Letter(k))
		}})
	}
	return keys
}

// leftOut tells of the states and shocks that have no room.
func (s scoreLines) leftOut() string {
	text := ""
	if n := len(s.of.States) - len(s.states); n > 0 {
		text += fmt.Sprintf(" Left out, where less is felt: %s.", words.Count(n, "state"))
	}
	if s.moreShocks > 0 {
		text += fmt.Sprintf(" Left out, as they strike later: %s.", words.Count(s.moreShocks, "shock"))
	}
	return text
}

// found says what becomes of the clause in this history.
func (s scoreLines) found() string {
	signed := map[string]bool{}
	force := ""
	for _, e := range s.of.Events {
		switch {
		case e.Kind == lab.EventSigns && e.Clause == s.of.Clause:
			signed[e.Of] = true
		case e.Kind == lab.EventInForce && e.Of == s.of.Clause && force == "":
			force = e.Tick
		}
	}
	text := fmt.Sprintf("In this history %s", signing(len(signed)))
	if force == "" {
		return text + "; " + lab.The(s.x.ClauseTitle) + " never enters into force"
	}
	return text + "; " + lab.The(s.x.ClauseTitle) + " enters into force in " + force
}

func signing(states int) string {
	switch states {
	case 0:
		return "nobody signs"
	case 1:
		return "1 state signs"
	}
	return words.Count(states, "state") + " sign"
}

func (s scoreLines) inWords() string {
	text := "Lines over time, one for each state, with marks."
	for _, e := range s.of.Events {
		of := e.Kind == lab.EventShock || e.Clause == s.of.Clause || e.Of == s.of.Clause
		if of {
			text += " " + e.Tick + ": " + words.Event(e, s.x.Names, s.x.Titles)
		}
	}
	return text
}
