package plots

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab/history"
)

// claimRows lists the claims of an episode. Claims that differ only in the state stand under one heading, those that
// came true first, the likeliest of each first, and those as likely by name.
type claimRows struct {
	fig  Figure
	v    history.Verdict
	rows []claimRow
	left int // rows for which there is no room
}

// claimRow is a heading if it has no claim.
type claimRow struct {
	name  string
	claim *history.Claim
}

const (
	longestClaim = 7.5 * vg.Centimeter
	claimRadius  = vg.Length(2.6)
)

func newClaimRows(fig Figure, v history.Verdict) claimRows {
	r := claimRows{fig: fig, v: v}
	for i := 0; i < len(v.Claims); {
		first := v.Claims[i]
		end := i + 1
		for end < len(v.Claims) && first.State != "" && v.Claims[end].State != "" &&
			words.Claimed(v.Claims[end]) == words.Claimed(first) {
			end++
		}
		if group := slices.Clone(v.Claims[i:end]); len(group) > 1 {
			r.rows = append(r.rows, claimRow{name: dated(bold(figureStyle), first.Does+" "+first.What, first, fig.claimRoom())})
			slices.SortStableFunc(group, likelierFirst)
			for k := range group {
				r.rows = append(r.rows, claimRow{group[k].Who, &group[k]})
			}
		} else {
			r.rows = append(r.rows, claimRow{dated(figureStyle, first.Who+" "+first.Does+" "+first.What, first, fig.claimRoom()), &v.Claims[i]})
		}
		i = end
	}
	if len(v.Aside) > 0 {
		r.rows = append(r.rows, claimRow{name: "told, and not scored"})
	}
	for k := range v.Aside {
		c := &v.Aside[k].Claim
		r.rows = append(r.rows, claimRow{dated(figureStyle, c.Who+" "+c.Does+" "+c.What, *c, fig.claimRoom()), c})
	}
	if most := fig.rows(len(r.rows), 18, 10, 14); len(r.rows) > most {
		r.left, r.rows = len(r.rows)-most, r.rows[:most]
	}
	return r
}

// leftOut tells of rows that have no room.
func (r claimRows) leftOut() string {
	if r.left == 0 {
		return ""
	}
	return words.Count(r.left, "more row") + " in the table. "
}

// likelierFirst puts what happened before what did not, the likelier before the less likely, and the rest by name.
func likelierFirst(a, b history.Claim) int {
	switch {
	case a.Truth && !b.Truth:
		return -1
	case b.Truth && !a.Truth:
		return 1
	}
	return cmp.Or(cmp.Compare(b.Chance.Mean, a.Chance.Mean), cmp.Compare(a.Who, b.Who))
}

// dated ends what a claim says with its date, however much of the rest must go where it has no room in the smallest type.
func dated(s text.Style, what string, c history.Claim, room vg.Length) string {
	s, when := smallest(s), " "+c.When
	return fit(s, what, room-s.Width(when)) + when
}

// claimRoom is the width of a claim's words.
func (fig Figure) claimRoom() vg.Length {
	switch {
	case fig.narrow():
		return fig.wide(page) - 2*margin - 4*spacing
	case fig.width > 0:
		return 6.4 * vg.Centimeter
	}
	return longestClaim
}

// inHistory says what became of a claim.
func inHistory(v history.Verdict, c history.Claim) string {
	switch {
	case v.Open:
		return "open"
	case c.Truth:
		return "yes"
	}
	return "no"
}

// wrong tells whether the model stands on the wrong side of one half.
func (r claimRows) wrong(c history.Claim) bool { return !r.v.Open && c.Side() < 0 }

func (r claimRows) height() vg.Length {
	if len(r.rows) == 0 {
		return remarkHeight
	}
	// Forty claims and the dates below them still fit on one page.
	return r.fig.row(min(max(400/vg.Length(len(r.rows)), 9), 12))*vg.Length(len(r.rows)) + 40
}

// picture draws the rows and keeps the room beside them that all of the columns need.
func (r claimRows) picture(beside []columns) drawable {
	if len(r.rows) == 0 {
		return remark("The episode makes no claims.")
	}
	p := newPlot()
	p.X.Min, p.X.Max = -0.02, 1.02 // a mark at an end keeps clear of the text beside it
	_, p.X.Tick.Marker = percentAxis(1)
	p.X.Label.Text = "Chance in the model (%)"
	p.Y.Min, p.Y.Max = 0, float64(len(r.rows))
	p.HideY()
	p.Add(gridlines(true, false), claimDots{r, beside})
	return p
}

func (r claimRows) columns() columns {
	cols := columns{above: r.fig.narrow(), most: r.fig.claimRoom(), right: []textColumn{
		{head: "model", style: endStyle}, {head: "95 % interval", style: bandStyle}, {head: "history", style: endStyle},
		{style: bandStyle},
	}}
	for _, row := range r.rows {
		cells := make([]string, len(cols.right))
		if c := row.claim; c != nil {
			cells = []string{words.Level(c.Chance), words.LuckOf(c.Chance), inHistory(r.v, *c), ""}
			if r.wrong(*c) {
				cells[3] = "wrong side"
			}
		}
		cols.add(row.name, row.claim == nil, cells...)
	}
	return cols
}

// claimDots draws the rows of claimRows.
type claimDots struct {
	claimRows
	beside []columns
}

// Plot implements plot.Plotter.
func (d claimDots) Plot(c draw.Canvas, p *plot.Plot) {
	var claims []*history.Claim
	for _, row := range d.rows {
		claims = append(claims, row.claim)
	}
	alongChance(&c, p, d.columns(), claims, func(i int, x func(share float64) vg.Length, y vg.Length) {
		chance, wrong, ink := claims[i].Chance, d.wrong(*claims[i]), blue
		if wrong {
			ink = vermilion
		}
		c.StrokeLine2(draw.LineStyle{Color: ink, Width: 1.4}, x(chance.Low), y, x(chance.High), y)
		claimMark(&c, vg.Point{X: x(chance.Mean), Y: y}, inHistory(d.v, *claims[i]), wrong)
	})
}

// alongChance lays claims along one axis of chances, a row each, with a line at one half and what constants leave open of each; mark
// draws the rest. A row without a claim is a heading.
func alongChance(c *draw.Canvas, p *plot.Plot, cols columns, claims []*history.Claim,
	mark func(i int, x func(share float64) vg.Length, y vg.Length)) {
	cols.heads(c)
	height := c.Size().Y / vg.Length(len(claims))
	x := func(share float64) vg.Length { return c.X(p.X.Norm(share)) }
	c.StrokeLine2(draw.LineStyle{Color: black, Width: 0.6}, x(0.5), c.Min.Y, x(0.5), c.Max.Y)
	for i, claim := range claims {
		y := c.Max.Y - (vg.Length(i)+0.5)*height
		cols.row(c, i, y)
		if claim == nil {
			continue
		}
		if b := claim.Chance.Constants; b != nil {
			openBar(c, x(b.Low), x(b.High), y)
		}
		mark(i, x, y)
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (d claimDots) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return roomFor(d.beside) }

// claimMark is full for what happened, hollow for what did not, and a hollow square while history is open. On the wrong side of one half
// it points to where history lies.
func claimMark(c *draw.Canvas, at vg.Point, history string, wrong bool) {
	shape, ink, radius, edge := disc, blue, claimRadius, vg.Length(1)
	switch {
	case wrong:
		toward := vg.Point{X: 1}
		if history == "no" {
			toward.X = -1
		}
		shape, ink, radius, edge = pointer(toward), vermilion, claimRadius+0.6, 1.7
	case history == "open":
		shape = square
	}
	shape(c, at, radius, ink)
	if history != "yes" {
		shape(c, at, radius-edge, white)
	}
}

// keys explains the marks that occur.
func (r claimRows) keys() legend {
	meanings := map[string]string{
		"yes": "happened in history", "no": "did not happen", "open": "history has not spoken yet",
	}
	var keys legend
	wrong := false
	for _, h := range []string{"yes", "no", "open"} {
		if slices.ContainsFunc(r.v.Claims, func(c history.Claim) bool { return inHistory(r.v, c) == h }) {
			keys = append(keys, key{text: meanings[h], sample: func(c *draw.Canvas, left vg.Point) {
				claimMark(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, h, false)
			}})
		}
	}
	for _, c := range r.v.Claims {
		wrong = wrong || r.wrong(c)
	}
	if wrong {
		keys = append(keys, key{text: "on the wrong side of one half, pointing to the right one", sample: func(c *draw.Canvas, left vg.Point) {
			claimMark(c, vg.Point{X: left.X + keyWidth*0.3, Y: left.Y}, "yes", true)
			claimMark(c, vg.Point{X: left.X + keyWidth*0.75, Y: left.Y}, "no", true)
		}})
	}
	return keys
}
