package plots

import (
	"cmp"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

// Terms shows what spoke for and against signing in each state, on average over its decisions: a table of states and reasons that
// is read by its shades.
func Terms(fig Figure, s *lab.Summary) *Chart {
	g := newTermGrid(fig, s)
	before := "."
	if slices.ContainsFunc(g.states(), func(st lab.StateSummary) bool { return st.AtStart }) {
		before = "; before: the clause bound it from the start."
	}
	signs := " Willing: the chance of being ready to sign, on average. Signed: share of all runs in which it ever signed" + before
	if fig.narrow() { // which has no room for them
		signs = ""
	}
	return (&Chart{
		Title: termsFound(s, g),
		Measured: fmt.Sprintf("%s: mean part of the utility of signing, in logits, by state and reason; %s", words.Capital(s.ClauseTitle),
			words.Count(s.Looked(), "run")),
		About: termsInWords(s, g.states()),
		Notes: "Means over the decisions of all runs in which the state weighed the clause: above 0 speaks for signing, below 0 against; " +
			fmt.Sprintf("shades end at %s. Sum: the utility.", termCap()) + signs + g.noted(),
		width:  fig.wide(wide),
		height: g.height(),
		body:   g,
	}).of(&s.Head)
}

// strongest is the size of a term, in logits, at which its shade ends: a term of four logits moves odds of 1 to 1 to 55 to 1.
const strongest = 4.0

func termCap() string { return fmt.Sprintf("±%g", strongest) }

// signedInk is blue for what speaks for, vermilion for what speaks against, and white for nothing; part is in [-1, 1].
func signedInk(part float64) color.RGBA {
	to := blue
	if part < 0 {
		to, part = vermilion, -part
	}
	part = min(part, 1)
	mix := func(v uint8) uint8 { return uint8(255 + float64(part*(float64(v)-255)) + 0.5) }
	return color.RGBA{mix(to.R), mix(to.G), mix(to.B), 255}
}

// termGrid is the picture of Terms.
type termGrid struct {
	fig    Figure
	groups []termGroup
	terms  []sim.Term // of which some state has more than nothing, the weightiest first
	left   []string   // names of states for whom there is no room
}

// termGroup is the states of one role, in the order of their utilities.
type termGroup struct {
	name   string
	states []lab.StateSummary
}

// mostTermRows is how many states stand on a page.
const mostTermRows = 40

func newTermGrid(fig Figure, s *lab.Summary) termGrid {
	g := termGrid{fig: fig}
	room := fig.rows(mostTermRows, 30, 13, 14)
	weight := map[sim.Term]float64{}
	for _, group := range []termGroup{{name: "Founders"}, {name: "May join once it is in force"}} {
		for _, st := range s.States {
			if founder := st.Role == lab.Founder; st.Decided == 0 || founder != (group.name == "Founders") {
				continue
			}
			group.states = append(group.states, st)
		}
		slices.SortStableFunc(group.states, func(a, b lab.StateSummary) int { return cmp.Compare(b.Utility, a.Utility) })
		for len(group.states) > room {
			last := len(group.states) - 1
			g.left, group.states = append(g.left, group.states[last].Name), group.states[:last]
		}
		room -= len(group.states)
		for _, st := range group.states {
			for t, v := range st.Terms {
				weight[sim.Term(t)] += math.Abs(v)
			}
		}
		if len(group.states) > 0 {
			g.groups = append(g.groups, group)
		}
	}
	for t := range sim.Term(sim.NumTerms) {
		if slices.ContainsFunc(g.states(), func(st lab.StateSummary) bool { return shownTerm(st.Terms[t]) }) {
			g.terms = append(g.terms, t)
		}
	}
	slices.SortStableFunc(g.terms, func(a, b sim.Term) int { return cmp.Compare(weight[b], weight[a]) })
	return g
}

// shownTerm tells whether a term is more than 0.0 as a table writes it.
func shownTerm(v float64) bool { return math.Abs(v) >= 0.05 }

func (g termGrid) states() []lab.StateSummary {
	var all []lab.StateSummary
	for _, group := range g.groups {
		all = append(all, group.states...)
	}
	return all
}

// noted tells of what the table leaves out.
func (g termGrid) noted() string {
	text := " A reason that no state has as much as 0.05 of is left out."
	if n := len(g.left); n > 0 {
		text += fmt.Sprintf(" %s with the lowest utilities are left out.", words.Count(n, "state"))
	}
	return text
}

const termRow = vg.Length(12)

// row is the height of a state's row.
func (g termGrid) row() vg.Length {
	if g.fig.narrow() {
		return 2 * termRow
	}
	return termRow
}

func (g termGrid) height() vg.Length {
	if len(g.groups) == 0 {
		return remarkHeight
	}
	_, cell, _ := g.widths(g.fig.wide(wide) - 2*margin)
	head, _ := g.head(cell)
	return head + g.row()*vg.Length(len(g.states())) + termRow*vg.Length(len(g.groups))
}

// head is the height of the heads of the columns: on lines side by side if every word fits over its cell, else they read upwards.
func (g termGrid) head(cell vg.Length) (height vg.Length, upwards bool) {
	lines := 1
	for _, t := range g.terms {
		for _, word := range strings.Fields(words.Terms[t].Name) {
			upwards = upwards || headStyle.Width(word) > cell-2
		}
		lines = max(lines, len(wrap(headStyle, words.Terms[t].Name, cell-2)))
		height = max(height, headStyle.Width(words.Terms[t].Name))
	}
	if !upwards {
		height = vg.Length(lines) * smallSize * lineSpacing
	}
	return height + 2*spacing, upwards
}

// widths are those of the names, of a cell and of the figures.
func (g termGrid) widths(all vg.Length) (name, cell, right vg.Length) {
	for _, col := range g.figures() {
		right += 2*spacing + col.width()
	}
	for _, st := range g.states() {
		name = max(name, figureStyle.Width(rowName(st)))
	}
	name += 2 * spacing
	if g.fig.narrow() { // names stand above
		name = 0
	}
	return name, (all - right - name) / vg.Length(max(len(g.terms), 1)), right
}

// figures are the columns beside the cells.
func (g termGrid) figures() []textColumn {
	cols := []textColumn{{head: "sum", style: endStyle}, {head: "willing", style: figureStyle}, {head: "signed", style: bandStyle}}
	if g.fig.narrow() {
		cols = cols[:1]
	}
	for _, st := range g.states() {
		for k, cell := range []string{minus(words.Logits(st.Utility)), words.Percent(st.Willing), signedShare(st)}[:len(cols)] {
			cols[k].cells = append(cols[k].cells, cell)
		}
	}
	return cols
}

// Draw implements drawable.
func (g termGrid) Draw(c draw.Canvas) {
	if len(g.groups) == 0 {
		remark("No state weighed the clause in any run.").Draw(c)
		return
	}
	figures := g.figures()
	name, cell, right := g.widths(c.Size().X)
	left := c.Min.X + name
	head, upwards := g.head(cell)
	y := c.Max.Y - head
	for k, t := range g.terms {
		at := vg.Point{X: left + (vg.Length(k)+0.5)*cell, Y: y + spacing}
		if upwards {
			writeUp(&c, headStyle, at, words.Terms[t].Name)
			continue
		}
		lines := wrap(headStyle, words.Terms[t].Name, cell-2)
		for i, line := range lines {
			write(&c, aligned(headStyle, draw.XCenter, baseline), vg.Point{X: at.X, Y: at.Y + (vg.Length(len(lines)-1-i)+0.5)*smallSize*lineSpacing}, line)
		}
	}
	x := c.Max.X - right
	for _, col := range figures {
		x += 2*spacing + col.width()
		write(&c, aligned(headStyle, draw.XRight, baseline), vg.Point{X: x, Y: y + spacing + smallSize/2}, col.head)
	}
	row, termRow, tall := 0, termRow, g.row()
	if own := g.height(); c.Size().Y < own-1 { // as on a slide
		termRow *= (c.Size().Y - head) / (own - head)
		tall = termRow
	}
	for _, group := range g.groups {
		write(&c, bold(style(labelSize, black)), vg.Point{X: c.Min.X, Y: y - termRow/2}, group.name)
		y -= termRow
		for _, st := range group.states {
			middle, over := y-tall/2, vg.Length(0)
			if g.fig.narrow() {
				middle, over = y-termRow/2, termRow
			}
			write(&c, figureStyle, vg.Point{X: c.Min.X + spacing, Y: middle}, rowName(st))
			for k, t := range g.terms {
				v, says := st.Terms[t], ""
				if shownTerm(v) {
					says = minus(words.Logits(v))
				}
				heatCell(&c, vg.Rectangle{Min: vg.Point{X: left + vg.Length(k)*cell, Y: y - tall},
					Max: vg.Point{X: left + vg.Length(k+1)*cell, Y: y - over}}, signedInk(v/strongest), g.says(says, cell))
			}
			x := c.Max.X - right
			for _, col := range figures {
				x += 2*spacing + col.width()
				write(&c, aligned(col.style, draw.XRight, baseline), vg.Point{X: x, Y: middle - over}, col.cells[row])
			}
			row++
			y -= tall
		}
	}
}

// says is the figure of a cell, if there is room for it.
func (g termGrid) says(figure string, cell vg.Length) string {
	if s := style(smallSize, black); g.fig.width == 0 || s.Width(figure) <= cell {
		return fit(s, figure, cell)
	}
	return ""
}

// termsFound is what speaks loudest against and for the clause over the states that found it, or over all if none of those
// decided.
func termsFound(s *lab.Summary, g termGrid) string {
	if len(g.groups) == 0 {
		return "No state weighed " + lab.The(s.ClauseTitle)
	}
	states := g.groups[0].states
	var mean sim.Terms
	for _, st := range states {
		for t, v := range st.Terms {
			mean[t] += v / float64(len(states))
		}
	}
	pro, con := 0, 0
	for t, v := range mean {
		if v > mean[pro] {
			pro = t
		}
		if v < mean[con] {
			con = t
		}
	}
	against, in := "", ""
	if mean[con] < 0 {
		against = words.Terms[con].Against
	}
	if mean[pro] > 0 {
		in = words.Terms[pro].Name
	}
	clause := lab.The(s.ClauseTitle)
	switch {
	case against != "" && in != "":
		return fmt.Sprintf("What speaks loudest against %s is %s, and for it %s", clause, against, in)
	case against != "":
		return fmt.Sprintf("What speaks loudest against %s is %s; nothing speaks for it", clause, against)
	case in != "":
		return fmt.Sprintf("What speaks loudest for %s is %s; nothing speaks against it", clause, in)
	}
	return "Nothing speaks for or against " + clause
}

// signedShare is how often a state ever signs, if it has not before.
func signedShare(st lab.StateSummary) string {
	if st.AtStart {
		return "before"
	}
	return words.Percent(st.Signed.Mean)
}

func termsInWords(s *lab.Summary, states []lab.StateSummary) string {
	if len(states) == 0 {
		return "No state weighed the clause in any run."
	}
	text := fmt.Sprintf("A table with a row for each state that weighed %s, founders first and among them the highest utility, in logits.",
		s.ClauseTitle)
	for _, st := range states {
		text += fmt.Sprintf(" %s: utility %.2f", st.Name, st.Utility)
		for t, v := range st.Terms {
			if math.Abs(v) >= 0.005 { // what shows as 0 is not told
				text += fmt.Sprintf(", %s %+.2f", words.Terms[t].Name, v)
			}
		}
		text += "."
	}
	return text
}
