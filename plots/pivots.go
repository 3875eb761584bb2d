package plots

import (
	"cmp"
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Pivots shows which sets of states could carry a clause, after the UpSet of Lex et al. (2014, IEEE Transactions on
// Visualization and Computer Graphics 20(12)): a column a set, a row a state, a bar for how often. Beside each state stand
// how many others hang on it and its vetoes.
func Pivots(fig Figure, p *lab.Pivots) *Chart {
	m := newMatrix(fig, p)
	keys := m.keys()
	government := "the median government would"
	if p.Disposition != 0.5 {
		government = fmt.Sprintf("a government with a disposition of %v would (0.5: the median)", p.Disposition)
	}
	return (&Chart{
		Title:    fmt.Sprintf("A set of states could carry %s in %s of the runs at %s", lab.The(p.ClauseTitle), words.Level(p.Carried), p.Tick),
		Measured: m.measured(),
		About:    m.inWords(),
		Notes: fmt.Sprintf("A set carries the clause if each member would sign expecting just the others of the set, and it has what the "+
			"text needs. A state would sign if %s. Least: no smaller set within it carries the clause. Nearest: where none does, the "+
			"set whose member least likely to sign has the highest chance. %sBold: needed by the text. %sBars and columns: share of the runs with %s%s %s",
			government, m.leftOut(), m.partsNote(), exact, words.CoverTogether(&p.Head), m.laneNote()),
		width:  fig.wide(page),
		height: keys.height(fig.wide(page)-2*margin) + spacing + m.height(),
		least:  keys.height(fig.wide(page)-2*margin) + spacing + m.least(),
		body:   keyed{keys: keys, picture: m},
	}).of(&p.Head)
}

// matrix is the picture of Pivots: bars above a matrix of dots, and figures to the right.
type matrix struct {
	fig    Figure
	p      *lab.Pivots
	all    []lab.PivotalState // those at the table in some run
	states []lab.PivotalState // of them, those for whom there is room
	sets   []setColumn
	row    vg.Length
}

// setColumn is one set of the matrix.
type setColumn struct {
	members []string
	share   stats.Share
	laggard string // of a set that only comes nearest
}

const (
	mostColumns = 10 // sets side by side: what a page has room for beside the figures
	mostNearest = 3  // of them, sets that only come nearest
	barsHeight  = vg.Length(66)
	leastBars   = 0.75          // of that height, on a slide
	laneFoot    = vg.Length(12) // the scale below the lane
	widestPitch = vg.Length(20)
	leastLane   = vg.Length(84)
	laneRadius  = vg.Length(2.2)
)

func newMatrix(fig Figure, p *lab.Pivots) matrix {
	m := matrix{fig: fig, p: p}
	for _, st := range p.States {
		if st.Seated.Count > 0 {
			m.states = append(m.states, st)
		}
	}
	most := mostColumns
	if fig.narrow() {
		most = 7
	}
	near := min(len(p.Nearest), mostNearest)
	for _, s := range p.Sets[:min(len(p.Sets), most-near)] {
		if s.Minimal != nil { // where least sets are untold, none has one
			m.sets = append(m.sets, setColumn{s.Members, *s.Minimal, ""})
		}
	}
	for _, s := range p.Nearest[:min(len(p.Nearest), max(most-len(m.sets), near))] {
		m.sets = append(m.sets, setColumn{s.Members, s.Nearest, s.Laggard})
	}
	m.all = m.states
	if most := fig.rows(len(m.all), 40, 20, 16); len(m.all) > most {
		first := slices.Clone(m.all)
		slices.SortStableFunc(first, func(a, b lab.PivotalState) int { return cmp.Compare(m.counts(b), m.counts(a)) })
		m.states = slices.DeleteFunc(slices.Clone(m.all), func(st lab.PivotalState) bool {
			return !slices.ContainsFunc(first[:most], func(k lab.PivotalState) bool { return k.ID == st.ID })
		})
	}
	m.row = min(max(380/vg.Length(max(len(m.states), 1)), 9), 16)
	return m
}

// counts is how much a state counts where there is no room for all: most if the text needs it, then if it has a part, then by the sets
// shown that it is in.
func (m matrix) counts(st lab.PivotalState) (n int) {
	for _, s := range m.sets {
		if slices.Contains(s.members, st.ID) {
			n++
		}
	}
	for _, p := range pivotParts {
		if p.of(st).Count > 0 {
			n += mostColumns
		}
	}
	if st.Required {
		n += mostColumns * (len(pivotParts) + 1)
	}
	return n
}

func (m matrix) height() vg.Length {
	return m.bars() + headRoom + m.row*vg.Length(max(len(m.states), 2)) + laneFoot
}

// least is the height with bars as low as their ticks allow and rows as close as their type does.
func (m matrix) least() vg.Length {
	return m.bars()*leastBars + headRoom + leastBeside*vg.Length(max(len(m.states), 2)) + laneFoot
}

// bars is the room for the bars over the sets: none where no set is shown.
func (m matrix) bars() vg.Length {
	if len(m.sets) == 0 {
		return 0
	}
	return barsHeight
}

// measured says what bars and columns are.
func (m matrix) measured() string {
	if len(m.sets) == 0 {
		return fmt.Sprintf("The part of each state, in %% of %s", words.Count(m.p.Runs, "run"))
	}
	return fmt.Sprintf("Least sets that carry the clause by themselves, and the part of each state, in %% of %s", words.Count(m.p.Runs, "run"))
}

// leftOut says how many states and sets are not shown.
func (m matrix) leftOut() string {
	text := ""
	if more := len(m.all) - len(m.states); more > 0 {
		text = fmt.Sprintf("Left out, as they count least: %s. ", words.Count(more, "state"))
	}
	if untold := m.untold(); untold != "" {
		return text + untold + " "
	}
	if more := len(m.p.Sets) + len(m.p.Nearest) - len(m.sets); more > 0 {
		text += fmt.Sprintf("Sets not shown, none more frequent than the others of its kind: %d. ", more)
	}
	return text
}

// untold says why sets have no column, of which another that was not looked at may do as well.
func (m matrix) untold() string {
	var kinds []string
	for kind, runs := range map[string]int{"least": m.p.LeastUntold, "nearest": m.p.NearestUntold} {
		if runs > 0 {
			kinds = append(kinds, fmt.Sprintf("%s in %s", kind, words.ShareOf(stats.ShareOf(runs, m.p.Runs))))
		}
	}
	if len(kinds) == 0 {
		return ""
	}
	slices.Sort(kinds)
	return "Which sets are " + words.And(kinds) + " is not told: the table has too many to look at all, and any of those may do as well."
}

// pivotPart is what a state may be to a clause, with how often it is.
type pivotPart struct {
	head, narrow string // over its column
	says, none   string // what it means, and what nobody does if nobody has it
	of           func(lab.PivotalState) stats.Share
}

var pivotParts = []pivotPart{
	{"veto by weight", "veto", "By weight: no set does without the state, whatever the text needs. ", "has a veto by its weight",
		func(st lab.PivotalState) stats.Share { return st.ByWeight }},
	{"holds it up", "holds", "Holds it up: no set carries it, and one would if this state signed whatever it thinks. ", "holds it up",
		func(st lab.PivotalState) stats.Share { return st.HoldsUp }},
}

// played are the parts that some state has in some run.
func (m matrix) played() (all []pivotPart) {
	for _, p := range pivotParts {
		if m.has(p) {
			all = append(all, p)
		}
	}
	return all
}

// has tells whether some state has a part in some run.
func (m matrix) has(p pivotPart) bool {
	return slices.ContainsFunc(m.all, func(st lab.PivotalState) bool { return p.of(st).Count > 0 })
}

// partsNote tells what the columns are, and which there is nothing to say of.
func (m matrix) partsNote() string {
	text, none := "", []string{}
	for _, p := range pivotParts {
		if m.has(p) {
			text += p.says
		} else {
			none = append(none, p.none)
		}
	}
	if len(none) > 0 {
		text += "No state " + words.Or(none) + " in any run. "
	}
	return text
}

func (m matrix) keys() legend {
	bar := func(least bool) func(*draw.Canvas, vg.Point) {
		return func(c *draw.Canvas, left vg.Point) { setBar(c, left.X+keyWidth/2, left.Y-4, left.Y+4, least) }
	}
	mark := func(hollow bool) func(*draw.Canvas, vg.Point) {
		return func(c *draw.Canvas, left vg.Point) {
			c.StrokeLine2(draw.LineStyle{Color: blue, Width: 1.2}, left.X+2, left.Y, left.X+keyWidth-2, left.Y)
			spot(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, laneRadius, blue, hollow)
		}
	}
	dot := func(lags bool) func(*draw.Canvas, vg.Point) {
		return func(c *draw.Canvas, left vg.Point) {
			spot(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, dotRadius, black, lags)
		}
	}
	from, to := 0, 6
	if !m.lane() {
		to = 4
	}
	if len(m.sets) == 0 {
		from = 4
	}
	return legend{
		{text: "a least set that carries it", sample: bar(true)},
		{text: "where none does, the nearest", sample: bar(false)},
		{text: "member", sample: dot(false)},
		{text: "its member least likely to sign", sample: dot(true)},
		{text: "others who leave without the state", breaks: true, sample: mark(false)},
		{text: "others whom it keeps out", sample: mark(true)},
	}[from:to]
}

func (m matrix) columns() columns {
	cols := columns{}
	for _, p := range m.played() {
		if m.fig.narrow() { // there is no room for intervals
			cols.right = append(cols.right, textColumn{head: p.narrow, style: endStyle})
		} else {
			cols.right = append(cols.right, textColumn{head: p.head, style: endStyle}, textColumn{style: bandStyle})
		}
	}
	for _, st := range m.states {
		var cells []string
		for _, p := range m.played() {
			share, interval := "-", ""
			if s := p.of(st); s.Count > 0 {
				share, interval = words.Percent(s.Mean), "("+words.Interval(s)+")"
			}
			if cells = append(cells, share); !m.fig.narrow() {
				cells = append(cells, interval)
			}
		}
		cols.add(rowName(lab.StateSummary{ID: st.ID, Name: st.Name}), st.Required, cells...)
	}
	return cols
}

func (m matrix) inWords() string {
	p, names := m.p, map[string]string{}
	for _, st := range p.States {
		names[st.ID] = st.Name
	}
	seen := "A matrix of sets by states with bars"
	if len(m.sets) == 0 {
		seen = "A row for each state"
	}
	text := fmt.Sprintf("%s. At %s some set of states carries %s in %s of the runs (95 %% interval %s).", seen, p.Tick,
		p.ClauseTitle, words.Percent(p.Carried.Mean), words.Interval(p.Carried))
	if untold := m.untold(); untold != "" {
		text += " " + untold
	}
	for _, s := range m.sets {
		kind := "a least set"
		if s.laggard != "" {
			kind = "the nearest set, least likely to sign " + words.State(names[s.laggard]) + ","
		}
		text += fmt.Sprintf(" %s: %s in %s (%s).", words.States(s.members, names), kind, words.Percent(s.share.Mean),
			words.Interval(s.share))
	}
	for _, st := range m.all {
		text += fmt.Sprintf(" %s: veto by weight in %s (%s), holds it up in %s (%s)", st.Name, words.Percent(st.ByWeight.Mean),
			words.Interval(st.ByWeight),
			words.Percent(st.HoldsUp.Mean), words.Interval(st.HoldsUp))
		if anchors(st) {
			text += fmt.Sprintf(", without it %.1f others leave", -st.Leave.Mean+0)
		}
		text += "."
	}
	return text
}
