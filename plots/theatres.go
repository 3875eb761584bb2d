package plots

import (
	"cmp"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab/history"
)

// Theatres shows one rule in several theatres: for each pact the chance that it is in force by the day that history is asked about,
// with what luck and constants leave open, beside what became of it.
func Theatres(fig Figure, h *history.Hindcast) *Chart {
	r := newTheatreRows(fig, h)
	if len(r.rows) == 0 {
		return (&Chart{Title: "None of these episodes asks whether a pact comes into force", About: "Nothing is drawn.", width: fig.wide(page),
			height: remarkHeight, body: remark("No pact to show.")}).from(hindcastSource(h, h.Verdicts...))
	}
	p := chancePlot(len(r.rows))
	p.X.Min, p.X.Max = -0.02, 1.02 // a mark at an end keeps clear of the text beside it
	p.X.Label.Text = "Chance that it is in force (%)"
	p.Add(gridlines(true, false), r)
	keys := r.keys()
	above := keys.height(fig.wide(page)-2*margin) + spacing
	return (&Chart{
		Title: r.found(),
		Measured: fmt.Sprintf("Chance that a pact is in force by the date given, beside history; %s of each scenario",
			words.Count(h.Runs, "run")),
		About: r.inWords(),
		Notes: "Diamond: what came of it in history, hollow and vermilion where the model is on the wrong side of one half. Dot: share of the runs. " +
			"Dark line: " + exact + barsNote(&h.Head, r.told()) + " By chance within each group. " + r.fitted() + asidesTold(r.episodes) + r.leftOut(),
		width:  fig.wide(page),
		height: above + fig.row(theatreHeight)*vg.Length(len(r.rows)) + 40,
		least:  above + rowsClose(len(r.rows)),
		body:   keyed{keys: keys, picture: p},
	}).from(hindcastSource(h, r.episodes...))
}

const theatreHeight = vg.Length(11)

// theatreRows are the claims that a pact is in force, in groups by what history made of them.
type theatreRows struct {
	fig      Figure
	rows     []pactRow
	left     []pactRow         // for which there is no room
	episodes []history.Verdict // that make such claims
}

// pactRow is a heading if it has no claim.
type pactRow struct {
	name  string
	truth string // yes, no or open
	claim *history.Claim
}

// theatreGroups are the headings, by what history says.
var theatreGroups = []struct{ truth, head string }{
	{"yes", "In force in history"}, {"no", "Not in force in history"}, {"open", "Proposed today"},
}

// ofPact tells whether a claim is about a pact as a whole, and not about a state or a tie.
func ofPact(c history.Claim) bool {
	return c.State == "" && (c.What == "in force" || strings.HasPrefix(c.Does, "binds"))
}

func newTheatreRows(fig Figure, h *history.Hindcast) theatreRows {
	r := theatreRows{fig: fig}
	of := map[string][]pactRow{}
	for i := range h.Verdicts {
		v := &h.Verdicts[i]
		var pacts []*history.Claim
		for k := range v.Claims {
			pacts = append(pacts, &v.Claims[k])
		}
		for k := range v.Aside {
			pacts = append(pacts, &v.Aside[k].Claim)
		}
		pacts = slices.DeleteFunc(pacts, func(c *history.Claim) bool { return !ofPact(*c) })
		if len(pacts) > 0 {
			r.episodes = append(r.episodes, *v)
		}
		for _, c := range pacts {
			truth := inHistory(*v, *c)
			of[truth] = append(of[truth], pactRow{theatreName(fig, *c), truth, c})
		}
	}
	r.left = surest(of, fig)
	for _, g := range theatreGroups {
		rows := slices.DeleteFunc(of[g.truth], func(row pactRow) bool { return slices.Contains(r.left, row) })
		if len(rows) == 0 {
			continue
		}
		slices.SortStableFunc(rows, func(a, b pactRow) int { return cmp.Compare(b.claim.Chance.Mean, a.claim.Chance.Mean) })
		r.rows = append(append(r.rows, pactRow{name: g.head}), rows...)
	}
	return r
}

// surest are the pacts for which there is no room: those of which the model is surest, and right.
func surest(of map[string][]pactRow, fig Figure) []pactRow {
	var all []pactRow
	rows := 0
	for _, g := range theatreGroups {
		if n := len(of[g.truth]); n > 0 {
			rows += 1 + n
		}
		for _, row := range of[g.truth] {
			if !row.wrong() {
				all = append(all, row)
			}
		}
	}
	sure := func(row pactRow) float64 { return math.Abs(row.claim.Chance.Mean - 0.5) }
	slices.SortStableFunc(all, func(a, b pactRow) int { return cmp.Compare(sure(b), sure(a)) })
	return all[:min(max(rows-fig.rows(rows, 44, 24, 19), 0), len(all))]
}

// leftOut tells of the pacts for which there is no room.
func (r theatreRows) leftOut() string {
	if len(r.left) == 0 {
		return ""
	}
	return fmt.Sprintf(" Left out: %s of which it is surest, and right or yet to be judged.", words.Count(len(r.left), "pact"))
}

// theatreName is the pact that a claim is about with its date.
func theatreName(fig Figure, c history.Claim) string {
	what := words.Capital(strings.TrimPrefix(c.Who, "the "))
	if c.What != "in force" {
		what += " " + c.Does + " " + c.What
	}
	return dated(figureStyle, what, c, fig.claimRoom())
}

// wrong tells whether the share of the runs is on the wrong side of one half.
func (r pactRow) wrong() bool {
	return r.claim != nil && r.truth != "open" && r.claim.Side() < 0
}

// found says in how many theatres, of which one may hold several episodes, and for how many pacts the rule is right, and for how many of these luck or constants leave that open.
func (r theatreRows) found() string {
	decided, right, unsure, open := 0, 0, 0, 0
	for _, row := range slices.Concat(r.rows, r.left) {
		switch {
		case row.claim == nil:
		case row.truth == "open":
			open++
		default:
			decided++
			if row.claim.Side() > 0 {
				right++
				if row.claim.Chance.Side(0.5) == 0 {
					unsure++
				}
			}
		}
	}
	var theatres []string
	for _, v := range r.episodes {
		theatres = append(theatres, v.Theatre)
	}
	text := "One rule, " + words.Count(len(slices.Compact(slices.Sorted(slices.Values(theatres)))), "theatre") + ": "
	if decided == 0 {
		return text + "what it says of " + words.Count(open, "pact") + " still open"
	}
	text += fmt.Sprintf("on the right side of one half for %d of %s", right, words.Count(decided, "pact"))
	if unsure > 0 {
		text += fmt.Sprintf("; luck or constants leave that open for %d of these", unsure)
	}
	return text
}

func (r theatreRows) told() bool {
	return slices.ContainsFunc(r.rows, func(row pactRow) bool { return row.claim != nil && row.claim.Chance.Constants != nil })
}

// fitted says of how many episodes the constants had seen the outcome.
func (r theatreRows) fitted() string {
	n := 0
	for _, v := range r.episodes {
		if v.Fitted {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("The constants were fitted to %d of these %s: being right there is no proof.", n, words.Count(len(r.episodes), "episode"))
}

// asidesTold names what is told beside the claims by which episodes are scored; nothing if there is none.
func asidesTold(episodes []history.Verdict) string {
	var told []string
	for _, v := range episodes {
		for _, a := range v.Aside {
			told = append(told, a.About+" ("+v.ID+")")
		}
	}
	if len(told) == 0 {
		return ""
	}
	return " Told, and not scored: " + words.And(told) + "."
}

// Plot implements plot.Plotter.
func (r theatreRows) Plot(c draw.Canvas, p *plot.Plot) {
	var claims []*history.Claim
	for _, row := range r.rows {
		claims = append(claims, row.claim)
	}
	alongChance(&c, p, r.columns(), claims, func(i int, x func(share float64) vg.Length, y vg.Length) {
		row, chance := r.rows[i], claims[i].Chance
		if !chance.Constants.Wide() {
			c.StrokeLine2(draw.LineStyle{Color: blue, Width: 1.4}, x(chance.Low), y, x(chance.High), y)
			disc(&c, vg.Point{X: x(chance.Mean), Y: y}, claimRadius, blue)
		}
		switch {
		case row.truth == "open":
		case row.claim.Truth:
			diamond(&c, vg.Point{X: x(1), Y: y}, row.wrong())
		default:
			diamond(&c, vg.Point{X: x(0), Y: y}, row.wrong())
		}
	})
}

// diamond is what happened in history, with a white rim: full and black where the model is right, hollow and vermilion where it is wrong.
func diamond(c *draw.Canvas, at vg.Point, wrong bool) {
	type layer struct {
		r   vg.Length
		ink color.Color
	}
	layers := []layer{{4.2, white}, {3.4, black}}
	if wrong {
		layers = []layer{{5, white}, {4.2, vermilion}, {2.2, white}}
	}
	for _, d := range layers {
		c.FillPolygon(d.ink, []vg.Point{{X: at.X, Y: at.Y + d.r}, {X: at.X + d.r, Y: at.Y}, {X: at.X, Y: at.Y - d.r}, {X: at.X - d.r, Y: at.Y},
			{X: at.X, Y: at.Y + d.r}})
	}
}

// GlyphBoxes implements plot.GlyphBoxer.
func (r theatreRows) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return r.columns().room() }

func (r theatreRows) columns() columns {
	cols := columns{above: r.fig.narrow(), tight: r.fig.tight(), most: r.fig.claimRoom(), right: []textColumn{{head: "model", style: endStyle}, {head: "luck", style: bandStyle}, {head: "history", style: figureStyle}}}
	for _, row := range r.rows {
		if row.claim == nil {
			cols.add(row.name, true, "", "", "")
			continue
		}
		history := row.truth
		if row.wrong() {
			history += ", wrong side"
		}
		cols.add(row.name, false, words.Level(row.claim.Chance), words.LuckOf(row.claim.Chance), history)
	}
	return cols
}

func (r theatreRows) keys() legend {
	keys := legend{
		{text: "chance, with luck", sample: func(c *draw.Canvas, left vg.Point) {
			c.StrokeLine2(draw.LineStyle{Color: blue, Width: 1.4}, left.X, left.Y, left.X+keyWidth, left.Y)
			disc(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, claimRadius, blue)
		}},
	}
	if r.told() {
		keys = append(keys, key{text: "what constants leave open", sample: func(c *draw.Canvas, left vg.Point) {
			openBar(c, left.X, left.X+keyWidth, left.Y)
		}})
	}
	for _, wrong := range []bool{false, true} {
		if slices.ContainsFunc(r.rows, func(row pactRow) bool {
			return row.claim != nil && row.truth != "open" && row.wrong() == wrong
		}) {
			text := map[bool]string{false: "history, model on its side", true: "history, model on the wrong side"}[wrong]
			keys = append(keys, key{text: text, sample: func(c *draw.Canvas, left vg.Point) {
				diamond(c, vg.Point{X: left.X + keyWidth/2, Y: left.Y}, wrong)
			}})
		}
	}
	return keys
}

func (r theatreRows) inWords() string {
	text := "Rows of chances along one axis, a row for each pact, with a diamond at 100 % for what was in force in history and at 0 % for what was not."
	for _, row := range r.rows {
		if row.claim == nil {
			text += " " + row.name + ":"
			continue
		}
		text += fmt.Sprintf(" %s: chance %s", row.name, words.Chance(row.claim.Chance))
		if row.wrong() {
			text += ", on the wrong side"
		}
		text += "."
	}
	return text
}
