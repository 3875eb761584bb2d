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

// Signatures shows for every state the clause is offered to in what share of the runs it has signed by each tick: one
// strip a state, most willing first, all strips to one scale.
func Signatures(fig Figure, s *lab.Summary) *Chart {
	states, never := sometimes(invited(s))
	if most := fig.rows(len(states), 38, 15, 14); len(states) > most {
		never += fmt.Sprintf(" %s that sign less often are left out.", words.Count(len(states)-most, "state"))
		states = states[:most]
	}
	row := min(rowHeight(len(states)), 17)
	switch {
	case fig.narrow():
		row = stripAbove
	case fig.width > 0: // there is less height, as type is larger
		row = min(row, 430/vg.Length(max(len(states), 1)))
	}
	most := 0.0
	var chances [][]stats.Share
	for _, st := range states {
		chances = append(chances, st.SignedBy)
		for _, share := range st.SignedBy {
			most = max(most, share.High)
			if share.Constants != nil {
				most = max(most, share.Constants.High)
			}
		}
	}
	top, _ := percentAxis(most)

	p := newPlot()
	p.X.Min, p.X.Max = period(s)
	p.X.Tick.Marker = timeAxis{s, fig.ticks(7)}
	p.X.Label.Text = "Year"
	p.Y.Min, p.Y.Max = 0, float64(len(states))
	p.HideY()
	p.Add(gridlines(true, false), strips{fig, s, states, top})

	median := " Median: the date that halves the runs in which it signed."
	if fig.narrow() { // which has no room for it
		median = ""
	}
	c := (&Chart{
		Title: signaturesFound(s, states),
		Measured: fmt.Sprintf("Chance that a state has signed %s, in %%, over time, by state; %s", lab.The(s.ClauseTitle),
			words.Count(s.Runs, "run")),
		About: signaturesInWords(s, states) + never + boundBefore(s),
		Notes: fmt.Sprintf("All strips have one scale, from 0 at the base to %s. Line: share of the runs that saw the state "+
			"sign by then. %s%s Bold: founders; the others may accede.%s%s%s", axisEnd(top), signaturesNote(s, chances), median, signedInFact(s),
			never, boundBefore(s)),
		width:  fig.wide(wide),
		height: row*vg.Length(len(states)) + 40,
		least:  rowsClose(len(states)),
		body:   p,
	}).of(&s.Head)
	if len(states) == 0 {
		c.height, c.body = remarkHeight, remark("No state signs in any run.")
	}
	return c
}

// sometimes parts the states that sign in some run from those that never do, which are told in a sentence.
func sometimes(states []lab.StateSummary) (some []lab.StateSummary, never string) {
	var names []string
	for _, st := range states {
		if st.Signed.Count > 0 {
			some = append(some, st)
		} else {
			names = append(names, words.State(st.Name))
		}
	}
	if len(names) > 0 {
		never = fmt.Sprintf(" In no run signs: %s (at most %s, 95 %%).", several(names), words.Percent(states[len(states)-1].Signed.High))
	}
	return some, never
}

// signaturesFound says who is likelier to sign than not, as far as intervals let one tell: a state counts where the whole of its
// own lies above one half.
func signaturesFound(s *lab.Summary, states []lab.StateSummary) string {
	if len(states) == 0 {
		return "Nobody signs " + lab.The(s.ClauseTitle)
	}
	likely, open := 0, 0
	for _, st := range states {
		switch st.Signed.Side(0.5) {
		case 1:
			likely++
		case 0:
			open++
		}
	}
	sign := "to sign " + lab.The(s.ClauseTitle) + " than not"
	var text string
	switch {
	case likely > 0 && open > 0:
		text = fmt.Sprintf("%s %s; of %d more it is open", likelier(likely), sign, open)
	case likely > 0:
		text = likelier(likely) + " " + sign
	case open > 0:
		text = fmt.Sprintf("No state is surely likelier %s; of %s it is open", sign, words.Count(open, "state"))
	default:
		text = fmt.Sprintf("No state is likelier %s; %s signs in %s of the runs, and none in more", sign, words.State(states[0].Name),
			words.Level(states[0].Signed))
	}
	if s.InHistory == nil {
		return text
	}
	right, untold, all := 0, 0, invited(s)
	for _, st := range all {
		_, did := s.InHistory.Signed[st.ID]
		switch side := st.Signed.Side(0.5); {
		case side == 0:
			untold++
		case did == (side > 0):
			right++
		}
	}
	text += fmt.Sprintf("; as history had it for %d of %s", right, words.Count(len(all), "state"))
	if untold > 0 {
		text += fmt.Sprintf(", open for %d", untold)
	}
	return text
}

func likelier(states int) string {
	if states == 1 {
		return "1 state is likelier"
	}
	return words.Count(states, "state") + " are likelier"
}

// signedInFact says what diamonds are.
func signedInFact(s *lab.Summary) string {
	if s.InHistory == nil {
		return ""
	}
	return " Diamond: when it signed in history, hollow and vermilion where the model is on the wrong side of one half; on the base at the end if it never did and is."
}

// signaturesNote says what bands and brackets are.
func signaturesNote(s *lab.Summary, chances [][]stats.Share) string {
	if !constantsTold(chances) {
		return "Band and brackets: " + exact + words.Covers(&s.Head, false)
	}
	return bandsNote(s, chances...) + " Brackets: luck."
}

// boundBefore says whom the headline clause bound when the scenario began: they have signed before, and no chart of who signs has
// them.
func boundBefore(s *lab.Summary) string {
	var names []string
	for _, st := range s.States {
		if st.AtStart {
			names = append(names, words.State(st.Name))
		}
	}
	return alreadyBound(names)
}

func alreadyBound(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return " Not shown, as it bound them from the start: " + several(names) + "."
}

// invited are the states the headline clause is offered to and has not bound from the start, most willing first.
func invited(s *lab.Summary) []lab.StateSummary {
	var states []lab.StateSummary
	for _, st := range s.States {
		if st.Role.Invited() && !st.AtStart {
			states = append(states, st)
		}
	}
	slices.SortStableFunc(states, func(a, b lab.StateSummary) int { return cmp.Compare(b.Signed.Mean, a.Signed.Mean) })
	return states
}

const (
	stripShare = 0.88          // of a row; the rest keeps a full strip clear of the next
	stripAbove = vg.Length(26) // height of a row with the name above it
)

// strip is the height of a strip in a row of that height.
func (fig Figure) strip(row vg.Length) vg.Length {
	if fig.narrow() {
		return row - labelSize*lineSpacing - 2
	}
	return row * stripShare
}

// strips draws the rows of Signatures: name, strip, figures.
type strips struct {
	fig    Figure
	s      *lab.Summary
	states []lab.StateSummary
	top    float64
}

// Plot implements plot.Plotter.
func (r strips) Plot(c draw.Canvas, p *plot.Plot) {
	cols := r.columns()
	cols.heads(&c)
	says := "height of a strip: " + axisEnd(r.top)
	if cols.above {
		says = "0 to " + axisEnd(r.top)
	}
	write(&c, headStyle, vg.Point{X: c.Min.X, Y: c.Max.Y + cols.headRoom() - headRoom/2}, says)
	height := c.Size().Y / vg.Length(max(len(r.states), 1))
	cols.lift = height/2 - labelSize*lineSpacing/2
	for i, st := range r.states {
		base := c.Max.Y - vg.Length(i+1)*height
		place := func(line plotter.XYs) []vg.Point {
			points := make([]vg.Point, len(line))
			for k, v := range line {
				points[k] = vg.Point{X: c.X(p.X.Norm(v.X)), Y: base + vg.Length(v.Y/r.top)*r.fig.strip(height)}
			}
			return points
		}
		for _, open := range constantsOverTime(r.s, st.SignedBy, r.top) {
			c.FillPolygon(faint(blue), place(open))
		}
		lines, bands := chanceOverTime(r.s, st.SignedBy, r.top)
		for k := range lines {
			c.FillPolygon(pale(blue), place(bands[k]))
			c.StrokeLines(draw.LineStyle{Color: blue, Width: 1}, place(lines[k]))
		}
		c.StrokeLine2(draw.LineStyle{Color: midGrey, Width: 0.4}, c.Min.X, base, c.Max.X, base)
		if h := r.s.InHistory; h != nil {
			day, did := h.Signed[st.ID]
			switch wrong := stats.SideOf(st.Signed.Mean, did) < 0; {
			case did:
				diamond(&c, vg.Point{X: min(max(c.X(p.X.Norm(day)), c.Min.X), c.Max.X), Y: base + height/2}, wrong)
			case wrong:
				diamond(&c, vg.Point{X: c.Max.X, Y: base + height*0.2}, true)
			}
		}
		cols.row(&c, i, base+height/2)
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (r strips) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return r.columns().room() }

func (r strips) columns() columns {
	cols := columns{above: r.fig.narrow(), right: []textColumn{
		{head: "signed", style: endStyle}, {style: bandStyle}, {head: "median", style: bandStyle},
	}}
	for _, st := range r.states {
		cols.add(rowName(st), st.Role == lab.Founder, words.Level(st.Signed), "("+words.LuckOf(st.Signed)+")", st.When)
	}
	return cols
}

func signaturesInWords(s *lab.Summary, states []lab.StateSummary) string {
	text := fmt.Sprintf("One strip for each state, most willing first. Chance of having signed %s by the end:",
		s.ClauseTitle)
	for _, st := range states {
		text += fmt.Sprintf(" %s: %s", st.Name, words.Chance(st.Signed))
		if st.When != "" {
			text += ", median " + st.When
		}
		text += "."
	}
	return text
}
