package plots

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// Theories shows who signs by whose account: a row a theory, a column a state, in each cell the chance of signing as a
// figure and a shade. On the left stands the chance that the clause is in force, with its interval; on a scenario of the
// past the last row says what states did.
func Theories(fig Figure, b *history.Switchboard) *Chart {
	b, bound := toSign(b)
	all := b
	b, nothing := likeliestFirst(b)
	grid := newTheoryGrid(fig, b)
	farthest := 0.0
	for _, t := range b.Rows {
		for _, s := range t.Signed {
			farthest = max(farthest, s.Reach())
		}
	}
	more := grid.scored()
	if slices.ContainsFunc(b.Rows, func(row history.TheoryRow) bool {
		return slices.ContainsFunc(row.Signed, func(s stats.Share) bool { return s.Constants.Wide() })
	}) {
		more += " Grey, –: " + words.TooWide + "."
	}
	if !grid.figures() {
		more += " There is no room for figures in the cells."
	}
	if grid.past {
		more += " Last row: full dot, signed in history by the end of the scenario; hollow, did not."
	}
	return (&Chart{
		Title:    theoriesFound(all),
		Measured: fmt.Sprintf("Chance that a state ever signs %s, in %%, by theory; %s of each", lab.The(b.ClauseTitle), words.Count(b.Runs, "run")),
		About:    theoriesInWords(all) + alreadyBound(bound),
		Notes: fmt.Sprintf("Cells: share of the runs in which the state ever signs, in per cent; the darker, the likelier. Their "+
			"95 %% intervals (Clopper-Pearson) reach at most %.0f points from their shares. In force: at the end of %s, with its "+
			"interval. %s Bold: founders; the others may accede.%s%s%s",
			100*farthest, b.End, words.Covers(&b.Head, false), nothing, more, alreadyBound(bound)),
		width:  fig.wide(page),
		height: grid.height(),
		body:   grid,
	}).of(&b.Head)
}

// likeliestFirst sorts theories by the chance that the clause is in force, below the article's, and names those by which nobody signs in any
// run; if it is so by all, they stay.
func likeliestFirst(b *history.Switchboard) (sorted *history.Switchboard, nothing string) {
	of, none := *b, []string{}
	of.Rows = nil
	for k, t := range b.Rows {
		signs := t.InForce.Count > 0 || slices.ContainsFunc(t.Signed, func(s stats.Share) bool { return s.Count > 0 })
		if k == 0 || signs {
			of.Rows = append(of.Rows, t)
			continue
		}
		name := t.Title
		if score, ok := meanBrier(t.Verdicts, ofModel); ok {
			name += " (Brier " + words.Score(score) + ")"
		}
		none = append(none, name)
	}
	if len(of.Rows) < 2 {
		of.Rows, none = slices.Clone(b.Rows), nil
	}
	if len(of.Rows) > 1 {
		slices.SortStableFunc(of.Rows[1:], func(a, b history.TheoryRow) int { return cmp.Compare(b.InForce.Mean, a.InForce.Mean) })
	}
	if len(none) > 0 {
		nothing = " In no run does anybody sign by: " + words.And(none) + "."
	}
	return &of, nothing
}

// theoriesFound says by how many theories the clause is likelier than not, beyond their intervals.
func theoriesFound(b *history.Switchboard) string {
	likely, left, open := 0, 0, ""
	for _, t := range b.Rows {
		switch t.InForce.Side(0.5) {
		case 1:
			likely++
		case 0:
			left++
		}
	}
	if left > 0 {
		open = fmt.Sprintf("; of %d it is open", left)
	}
	return fmt.Sprintf("By %s of %s %s %s likelier to be in force than not", map[bool]string{true: "none", false: words.Thousands(likely)}[likely == 0], words.Count(len(b.Rows), "rule"), lab.The(b.ClauseTitle),
		lab.Is(b.ClauseTitle)) + open
}

// toSign is a switchboard without the states that the clause bound from the start, and the names of these.
func toSign(b *history.Switchboard) (left *history.Switchboard, bound []string) {
	of := *b
	of.States, of.Rows = nil, slices.Clone(b.Rows)
	for t := range of.Rows {
		of.Rows[t].Signed = nil
	}
	for k, st := range b.States {
		if st.AtStart {
			bound = append(bound, words.State(st.Name))
			continue
		}
		of.States = append(of.States, st)
		for t := range of.Rows {
			of.Rows[t].Signed = append(of.Rows[t].Signed, b.Rows[t].Signed[k])
		}
	}
	return &of, bound
}

// theoryGrid is the picture of Theories.
type theoryGrid struct {
	fig  Figure
	b    *history.Switchboard
	past bool // somebody knows what states did
}

func newTheoryGrid(fig Figure, b *history.Switchboard) theoryGrid {
	g := theoryGrid{fig: fig, b: b}
	for _, st := range b.States {
		g.past = g.past || st.History != ""
	}
	return g
}

const (
	gridRow = vg.Length(15)
	cellGap = vg.Length(0.8)
)

func (g theoryGrid) height() vg.Length {
	return g.head() + g.fig.row(gridRow)*vg.Length(g.rows())
}

func (g theoryGrid) rows() int {
	rows := len(g.b.Rows)
	if g.past {
		rows++
	}
	return max(rows, 1)
}

// meanBrier is the mean score of a theory on the episodes of the scenario that history has decided; ok is false if there is none.
func meanBrier(verdicts []history.Verdict, of func(history.Verdict) history.Score) (mean float64, ok bool) {
	n := 0.0
	for _, v := range verdicts {
		if !v.Open && len(v.Scores) > 0 {
			mean, n = mean+of(v).Brier, n+1
		}
	}
	return mean / n, n > 0
}

func ofModel(v history.Verdict) history.Score { return v.Scores[0] }

// scores tells whether there are scores of the theories, judged whether they stand beside them.
func (g theoryGrid) scores() bool {
	if len(g.b.Rows) == 0 {
		return false
	}
	_, ok := meanBrier(g.b.Rows[0].Verdicts, ofModel)
	return ok
}

func (g theoryGrid) judged() bool { return g.scores() && !g.fig.narrow() }

// scoredRule is a simple rule with its mean score.
type scoredRule struct {
	rule  string
	brier float64
}

// scored says what the scores are and what they are to be held to.
func (g theoryGrid) scored() string {
	if !g.scores() {
		return ""
	}
	verdicts := g.b.Rows[0].Verdicts
	var rules []scoredRule
	for k, s := range verdicts[0].Scores[1:] {
		if mean, ok := meanBrier(verdicts, func(v history.Verdict) history.Score { return v.Scores[1+k] }); ok {
			rules = append(rules, scoredRule{s.Rule, mean})
		}
	}
	text := " Brier: mean squared error on the episodes of history in the scenario, 0 best"
	if !g.judged() {
		var each []string
		for _, t := range g.b.Rows {
			if score, ok := meanBrier(t.Verdicts, ofModel); ok {
				each = append(each, fmt.Sprintf("%s %s (%s)", t.Title, words.Score(score), words.Count(len(history.KnobsOf(t.Name)), "constant")))
			}
		}
		text += "; " + strings.Join(each, ", ")
	}
	if best := words.Best(rules, func(r scoredRule) float64 { return r.brier }); len(best) == 1 {
		text += fmt.Sprintf("; the best simple rule, %s, has %s", best[0].rule, words.Score(best[0].brier))
	} else if len(best) > 1 {
		var names []string
		for _, r := range best {
			names = append(names, r.rule)
		}
		text += fmt.Sprintf("; the best simple rules, %s, have %s each", words.And(names), words.Score(best[0].brier))
	}
	return text + ". Constants: how many history may turn."
}

// scoreColumns are the heads at the right, and their width.
var scoreColumns = []string{"Brier", "constants"}

func (g theoryGrid) scoresWidth() vg.Length {
	width := vg.Length(0)
	if g.judged() {
		for _, head := range scoreColumns {
			width += headStyle.Width(head) + 2*spacing
		}
	}
	return width
}

// stateHead is how the column of a state is headed: founders in bold, by a name that reads upwards.
func stateHead(st history.BoardState) (text.Style, string) {
	s := style(smallSize, black)
	if st.Role == lab.Founder {
		s = bold(s)
	}
	return s, rowName(lab.StateSummary{ID: st.ID, Name: st.Name})
}

// head is the height of the heads of the columns.
func (g theoryGrid) head() vg.Length {
	height := smallSize + spacing
	for _, st := range g.b.States {
		s, name := stateHead(st)
		height = max(height, s.Width(name)+2*spacing)
	}
	return height
}

// across is how what stands between two edges is divided: where the chances begin and how wide they are, where the cells begin and how
// wide one is.
func (g theoryGrid) across(from, to vg.Length) (left, force, first, cell vg.Length) {
	name, bandWidth := vg.Length(0), vg.Length(0)
	force = headStyle.Width("in force")
	for _, t := range g.b.Rows {
		name = max(name, style(labelSize, black).Width(t.Title))
		force = max(force, endStyle.Width(words.Level(t.InForce)))
		bandWidth = max(bandWidth, bandStyle.Width(words.LuckOf(t.InForce)))
	}
	left = from + name + spacing
	first = left + force + spacing + bandWidth + 3*spacing
	if g.fig.narrow() {
		left, first = to-force-spacing-bandWidth, from
	}
	return left, force, first, (to - first - g.scoresWidth()) / vg.Length(max(len(g.b.States), 1))
}

// figures tells whether every figure has room in its cell.
func (g theoryGrid) figures() bool {
	_, _, _, cell := g.across(0, g.fig.wide(page)-2*margin)
	return !slices.ContainsFunc(g.b.Rows, func(t history.TheoryRow) bool {
		return slices.ContainsFunc(t.Signed, func(s stats.Share) bool { return bandStyle.Width(words.Whole(s.Mean)) > cell-2*cellGap })
	})
}

// Draw implements drawable.
func (g theoryGrid) Draw(c draw.Canvas) {
	left, force, first, cell := g.across(c.Min.X, c.Max.X)
	above := vg.Length(0) // of what stands over the cells of a row
	if g.fig.narrow() {
		above = labelSize * lineSpacing
	}
	gridRow := gridRow
	if g.fig.width > 0 {
		gridRow = (c.Size().Y - g.head()) / vg.Length(g.rows())
	}
	y := c.Max.Y - g.head()
	if !g.fig.narrow() { // else a note says it
		write(&c, aligned(headStyle, draw.XRight, baseline), vg.Point{X: left + force, Y: y + smallSize/2 + spacing}, "in force")
	}
	if g.judged() {
		right := aligned(headStyle, draw.XRight, baseline)
		write(&c, right, vg.Point{X: c.Max.X - headStyle.Width(scoreColumns[1]) - 2*spacing, Y: y + smallSize/2 + spacing}, scoreColumns[0])
		write(&c, right, vg.Point{X: c.Max.X, Y: y + smallSize/2 + spacing}, scoreColumns[1])
	}
	for k, st := range g.b.States {
		s, name := stateHead(st)
		writeUp(&c, s, vg.Point{X: first + (vg.Length(k)+0.5)*cell, Y: y + spacing}, name)
	}
	for _, t := range g.b.Rows {
		middle := y - gridRow/2
		if above > 0 {
			middle = y - above/2
		}
		write(&c, aligned(style(labelSize, black), draw.XLeft, baseline), vg.Point{X: c.Min.X, Y: middle}, t.Title)
		write(&c, aligned(endStyle, draw.XRight, baseline), vg.Point{X: left + force, Y: middle}, words.Level(t.InForce))
		write(&c, aligned(bandStyle, draw.XLeft, baseline), vg.Point{X: left + force + spacing, Y: middle}, words.LuckOf(t.InForce))
		for k, share := range t.Signed {
			heatCell(&c, vg.Rectangle{
				Min: vg.Point{X: first + vg.Length(k)*cell, Y: y - gridRow}, Max: vg.Point{X: first + vg.Length(k+1)*cell, Y: y - above},
			}, cellInk(share), g.says(share))
		}
		if score, ok := meanBrier(t.Verdicts, ofModel); ok && g.judged() {
			right := aligned(figureStyle, draw.XRight, baseline)
			write(&c, right, vg.Point{X: c.Max.X - headStyle.Width(scoreColumns[1]) - 2*spacing, Y: middle}, words.Score(score))
			write(&c, right, vg.Point{X: c.Max.X, Y: middle}, strconv.Itoa(len(history.KnobsOf(t.Name))))
		}
		y -= gridRow
	}
	if !g.past {
		return
	}
	middle := y - gridRow/2
	if above > 0 {
		middle = y - above/2
	}
	write(&c, aligned(bold(style(labelSize, black)), draw.XLeft, baseline), vg.Point{X: c.Min.X, Y: middle}, "In history")
	for k, st := range g.b.States {
		at := vg.Point{X: first + (vg.Length(k)+0.5)*cell, Y: y - (above+gridRow)/2}
		disc(&c, at, 3, black)
		if st.History != "signed" {
			disc(&c, at, 2, white)
		}
	}
}

// says is the figure of a cell, if there is room for figures; a dash where constants leave the level open.
func (g theoryGrid) says(share stats.Share) string {
	switch {
	case share.Constants.Wide():
		return "–"
	case !g.figures():
		return ""
	}
	return words.Whole(share.Mean)
}

// cellInk is the shade of a cell, which tells no level where constants leave it open.
func cellInk(share stats.Share) color.RGBA {
	if share.Constants.Wide() {
		return landGrey
	}
	return shade(share.Mean)
}

// heatCell fills a cell of a table that is read by its shades, with what it says in the middle.
func heatCell(c *draw.Canvas, box vg.Rectangle, ink color.RGBA, says string) {
	gap := vg.Point{X: cellGap, Y: cellGap}
	c.FillPolygon(ink, closed(vg.Rectangle{Min: box.Min.Add(gap), Max: box.Max.Sub(gap)}))
	s := aligned(style(smallSize, inkOn(ink)), draw.XCenter, baseline)
	write(c, s, vg.Point{X: (box.Min.X + box.Max.X) / 2, Y: (box.Min.Y + box.Max.Y) / 2}, says)
}

// shade goes from almost white to blue with the chance; in grey it goes from light to dark.
func shade(share float64) color.RGBA {
	mix := func(from, to uint8) uint8 { return uint8(float64(from) + float64(share*(float64(to)-float64(from)))) }
	return color.RGBA{mix(244, blue.R), mix(246, blue.G), mix(248, blue.B), 255}
}

func theoriesInWords(b *history.Switchboard) string {
	var text strings.Builder
	text.WriteString("A table: one row for each theory, one column for each state.")
	for _, t := range b.Rows {
		fmt.Fprintf(&text, " %s: in force %s (95 %% interval %s); signs:", t.Title, words.Level(t.InForce),
			words.LuckOf(t.InForce))
		for k, st := range b.States {
			sep := ","
			if k == len(b.States)-1 {
				sep = "."
			}
			fmt.Fprintf(&text, " %s %s%s", st.Name, words.Level(t.Signed[k]), sep)
		}
	}
	var signed []string
	for _, st := range b.States {
		if st.History == "signed" {
			signed = append(signed, st.Name)
		}
	}
	if len(signed) > 0 {
		fmt.Fprintf(&text, " In history signed: %s.", strings.Join(signed, ", "))
	}
	return text.String()
}
