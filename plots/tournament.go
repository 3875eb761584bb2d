package plots

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab/history"
)

// Tournament sets how well each entrant foretells what it has not seen against the number of its constants, with the simple rules
// as lines: what more constants buy, and whether it is more than a rule that looks at one thing has for nothing.
func Tournament(fig Figure, s *history.Standings) *Chart {
	p := newPlot()
	most := 1.0
	for _, r := range s.Rows {
		most = max(most, float64(len(r.Weights)))
	}
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, most+1, 0, 0.6
	for _, r := range s.Rows {
		if len(r.Held) > 0 {
			p.Y.Max = max(p.Y.Max, r.Brier.High+0.02)
		}
	}
	p.X.Tick.Marker, p.Y.Tick.Marker = wholeSteps{}, wholeSteps{}
	p.X.Label.Text, p.Y.Label.Text = "Constants that history may turn", "Brier score of what was held out (0 best)"
	p.Add(gridlines(false, true), standings{s, fig})
	keys := legend{
		{text: "coded inputs", sample: func(c *draw.Canvas,
			left vg.Point) {
			disc(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, 3, blue)
		}},
		{text: "measured inputs", sample: func(c *draw.Canvas, left vg.Point) {
			square(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, 2.6, vermilion)
		}},
		{text: "simple rule (line)", sample: func(c *draw.Canvas, left vg.Point) {
			c.StrokeLine2(targetLine, left.X, left.Y, left.X+keyWidth, left.Y)
		}},
	}
	height, number, line := fig.wide(page)*0.7, "; its number is that in the table", "a simple rule"
	if fig.narrow() {
		height, number, line = fig.wide(page)*1.1, "", "the best simple rule"
	}
	return (&Chart{
		Title: standingsFound(s),
		Measured: fmt.Sprintf("Brier score of episodes that were held out (0 best) against the number of constants; %s",
			words.Count(len(s.Episodes), "episode")),
		About: standingsInWords(s),
		Notes: "Mark: mean over the episodes, each scored by constants fitted to others, with its 95 % interval over their " +
			"theatres" + number + ". Marks with as many constants stand side by side. Line: " + line + " on " +
			"the same claims; the stances that it looks at are those of the inputs named. To say one half for ever has 0.25. " + unmovedNote(s),
		width:  fig.wide(page),
		height: height,
		body:   keyed{keys: keys, picture: p},
	}).from(standingsSource(s))
}

// standings draws the lines, then the marks with their numbers.
type standings struct {
	*history.Standings
	fig Figure
}

// Plot implements plot.Plotter.
func (s standings) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	lines := append(s.simpleRules(&c, p.Y.Max, y), s.intervals(&c, x, y)...)
	s.marks(&c, x, y, lines)
}

// simpleRules draws the line of each simple rule, up to the score at which the chart ends, names it at the right, and
// returns the lines.
func (s standings) simpleRules(c *draw.Canvas, most float64, y func(float64) vg.Length) (lines [][2]vg.Point) {
	below := map[string]bool{}
	rules := slices.Clone(s.Rules)
	slices.SortStableFunc(rules, func(a, b history.SimpleStanding) int { return cmp.Compare(a.Brier.Mean, b.Brier.Mean) })
	if s.fig.narrow() { // there is no room for the names of more
		rules = rules[:min(len(rules), 1)]
	}
	free := c.Min.Y // where the next name may stand: no two meet
	for _, rule := range rules {
		name := lineName(rule)
		if below[name] || rule.Brier.Mean > most {
			continue
		}
		below[name] = true
		at := y(rule.Brier.Mean)
		c.StrokeLine2(targetLine, c.Min.X, at, c.Max.X, at)
		lines = append(lines, [2]vg.Point{{X: c.Min.X, Y: at}, {X: c.Max.X, Y: at}})
		free = max(at, free)
		if !s.fig.narrow() {
			c.StrokeLine2(leaderLine, c.Max.X, at, c.Max.X+2*spacing, free)
		}
		says := fmt.Sprintf("%s %.2f", name, rule.Brier.Mean)
		if s.fig.narrow() {
			told := wrap(bandStyle, says, c.Size().X*0.36) // left of all marks
			for k, line := range told {
				write(c, bandStyle, vg.Point{X: c.Min.X + spacing, Y: at + tinySize*lineSpacing*(vg.Length(len(told)-k)-0.3)}, line)
			}
		} else {
			write(c, bandStyle, vg.Point{X: c.Max.X + 2.5*spacing, Y: free}, says)
		}
		free += tinySize * lineSpacing
	}
	return lines
}

// lineName is the name of a simple rule's line, with the kind of inputs if the rule looks at what they change.
func lineName(rule history.SimpleStanding) string {
	switch rule.Rule {
	case history.StanceAlone, history.OwnAndLeadingStance:
		return rule.Rule + ", " + rule.Inputs
	}
	return rule.Rule
}

// intervals draws those of the marks, and returns them.
func (s standings) intervals(c *draw.Canvas, x, y func(float64) vg.Length) (lines [][2]vg.Point) {
	for _, r := range s.Rows {
		if len(r.Held) > 0 {
			at := s.mark(r, x, y)
			low, high := vg.Point{X: at.X, Y: y(r.Brier.Low)}, vg.Point{X: at.X, Y: y(r.Brier.High)}
			c.StrokeLine2(draw.LineStyle{Color: inputsColor(r.Inputs), Width: 0.5}, low.X, low.Y, high.X, high.Y)
			lines = append(lines, [2]vg.Point{low, high})
		}
	}
	return lines
}

// marks draws a mark for each row, and its number where it meets neither another nor a line.
func (s standings) marks(c *draw.Canvas, x, y func(float64) vg.Length, lines [][2]vg.Point) {
	var tags []tag
	var names []string
	for k, r := range s.Rows {
		if len(r.Held) == 0 {
			continue
		}
		at := s.mark(r, x, y)
		if r.Inputs == "measured" {
			square(c, at, 2, inputsColor(r.Inputs))
		} else {
			disc(c, at, 2.3, inputsColor(r.Inputs))
		}
		if s.fig.narrow() {
			continue
		}
		name := strconv.Itoa(k + 1)
		names = append(names, name)
		tags = append(tags, tag{at: at, width: numberStyle.Width(name) + 1, height: numberStyle.Font.Size})
	}
	for i, box := range placeLabels(tags, 2.3, lines, c.Rectangle) {
		if box == (vg.Rectangle{}) {
			continue
		}
		if from, to, long := leader(tags[i].at, box); long {
			c.StrokeLine2(leaderLine, from.X, from.Y, to.X, to.Y)
		}
		write(c, numberStyle, vg.Point{X: box.Min.X + 0.5, Y: (box.Min.Y + box.Max.Y) / 2}, names[i])
	}
}

// inputsColor is that of a kind of input.
func inputsColor(inputs string) color.Color {
	if inputs == "measured" {
		return vermilion
	}
	return blue
}

// mark is where a row stands. Rows with as many constants that would hide each other stand side by side, coded to the left and
// measured to the right.
func (s standings) mark(of history.EntrantScore, x, y func(float64) vg.Length) vg.Point {
	side := -1.0
	if of.Inputs == "measured" {
		side = 1
	}
	near, place := 0, 0 // those that meet it, and how many of them come before it
	for k := range s.Rows {
		r := &s.Rows[k]
		if len(r.Held) == 0 || r.Inputs != of.Inputs || len(r.Weights) != len(of.Weights) {
			continue
		}
		if r.Name == of.Name {
			place = near
		}
		if far := y(r.Brier.Mean) - y(of.Brier.Mean); far < 5 && far > -5 {
			near++
		}
	}
	return vg.Point{X: x(float64(len(of.Weights)) + side*(0.12+0.36*float64(place)/float64(max(near, 1)))), Y: y(of.Brier.Mean)}
}

// numberStyle is that of the numbers of marks, leaderLine leads from a mark to a number that had to stand apart.
var (
	numberStyle = style(tinySize, black)
	leaderLine  = draw.LineStyle{Color: midGrey, Width: 0.4}
)

// GlyphBoxes implements plot.GlyphBoxer.
func (s standings) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	if s.fig.narrow() {
		return room(0, 0, tinySize)
	}
	return room(0, bandStyle.Width(history.OwnAndLeadingStance+", measured 0.00")+3.5*spacing, tinySize)
}

// standingsFound sets the best entrant beside the best simple rule, and says whether they are told apart.
func standingsFound(s *history.Standings) string {
	var best *history.EntrantScore
	var tried []string
	for k := range s.Rows {
		r := &s.Rows[k]
		tried = append(tried, r.Name)
		if len(r.Held) > 0 && (best == nil || r.Brier.Mean < best.Brier.Mean) {
			best = r
		}
	}
	var rule *history.SimpleStanding
	for k := range s.Rules {
		if r := &s.Rules[k]; rule == nil || r.Brier.Mean < rule.Brier.Mean {
			rule = r
		}
	}
	if best == nil || rule == nil {
		return "No rule was held to what it had not seen"
	}
	return fmt.Sprintf("On what it had not seen the best of %s, with %s, comes to %.2f, the best simple rule to %.2f%s",
		words.Count(len(slices.Compact(slices.Sorted(slices.Values(tried)))), "rule"), words.Count(len(best.Weights), "constant"), best.Brier.Mean,
		rule.Brier.Mean, words.NotApart(s.Apart(best.Held, rule.Scores), s.Theatres()))
}

func standingsInWords(s *history.Standings) string {
	text := "Marks, one for each rule and kind of input, by the number of constants and the Brier score held out."
	for k, r := range s.Rows {
		if len(r.Held) > 0 {
			text += fmt.Sprintf(" %d: %s, %s inputs, %s, %s (%s).", k+1, r.Title, r.Inputs, words.Count(len(r.Weights), "constant"),
				words.Score(r.Brier.Mean),
				words.ScoreInterval(r.Brier))
		}
	}
	for _, r := range s.Rules {
		text += fmt.Sprintf(" Line: %s, %s inputs, %s.", r.Rule, r.Inputs, words.Score(r.Brier.Mean))
	}
	return text
}

// standingsSource names the scenarios of a tournament.
func standingsSource(s *history.Standings) string {
	var scenarios []string
	for _, ep := range s.Episodes {
		scenarios = append(scenarios, ep.Scenario)
	}
	return scenariosSource(&s.Head, scenarios) + " " + words.Count(s.Trials, "trial") + " for each of " +
		words.Count(len(s.Fits), "fit") + "."
}

// unmovedNote says how many fits learnt nothing; nothing where all learnt something.
func unmovedNote(s *history.Standings) string {
	fits, unmoved := 0, 0
	for _, r := range s.Rows {
		fits, unmoved = fits+r.Fits, unmoved+r.Unmoved
	}
	if unmoved == 0 {
		return ""
	}
	return fmt.Sprintf("%s of %s %s.", words.Thousands(unmoved), words.Count(fits, "fit"), words.LearntNothing("their"))
}
