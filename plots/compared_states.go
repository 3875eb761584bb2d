package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"entente/plots/words"
	"entente/sim/lab"
)

// ComparedStates shows whose signing changes: a picture for each world but the first, with a row for each state.
func ComparedStates(fig Figure, c *lab.Comparison) *Chart {
	f := facetsFor(fig)
	shown := shownWorlds(c, f.most)
	rows, left, still := shownStates(c, shown, f, fig.fewer)
	chart := (&Chart{
		Title: statesFound(c, shown),
		Measured: fmt.Sprintf("Change against A of the chance of ever signing the headline clause, in points; %s of each world",
			words.Count(c.Runs, "run")),
		About: statesInWords(c, shown),
		Notes: "States that both A and another world invite and neither bound from the start. Dot: change against A. Bars: 95 % " +
			"intervals for matched pairs (Agresti and Min 2005). Full dot: the interval leaves no change out. Hollow: no more than luck would do. Bold: founders in A. " +
			leftOut(len(c.Worlds)-1-len(shown), left) + still,
		width: fig.wide(page),
	}).from(comparisonSource(c))
	if len(rows) == 0 {
		chart.height, chart.body = remarkHeight, remark("No other world was played that has the same states to win as A.")
		return chart
	}
	if len(shown) < f.across {
		chart.width = fig.wide(wide)
	}
	var pictures []dotRows
	from, to, told := -1.0, 1.0, false
	for _, k := range shown {
		r := stateRows(fig, c, k, rows)
		low, high := r.reach()
		from, to = min(from, low), max(to, high)
		pictures, told = append(pictures, r), told || r.told()
	}
	from, to = from-0.03*(to-from), to+0.03*(to-from)
	var stacked panels
	for rest := range slices.Chunk(pictures, f.across) {
		stacked = append(stacked, panel{body: abreast(rest, min(len(shown), f.across), chart.width, from, to),
			height: f.height(len(rows), len(shown))})
	}
	chart.Notes += " " + barsNote(&c.Head, told)
	chart.height, chart.body = stacked.height(), stacked
	if fig.fixed() {
		chart.least = panelHead + rowsClose(len(rows))
	}
	return chart
}

// statesFound names the state whose chance of signing changes most, and in which world, as far as luck lets one tell.
func statesFound(c *lab.Comparison, shown []int) string {
	f := c.ForemostState(shown)
	name := func(m *lab.MovedState) string {
		state := words.State(m.Name)
		if len(shown) > 1 {
			state += " in " + called(c, m.World)
		}
		return state
	}
	switch {
	case f.Most == nil && f.None:
		return "Nobody signs more or less often beyond luck"
	case f.Most == nil:
		return "These runs do not tell who signs more or less often"
	case len(f.Rivals) > 0:
		return "Whose signing changes most, luck leaves open: " + oneOf(name(f.Most), name(&f.Rivals[0]), len(f.Rivals))
	}
	return fmt.Sprintf("%s changes most in how often it signs: %s points in %s", words.Capital(words.State(f.Most.Name)), points(f.Most.Change.Mean),
		called(c, f.Most.World))
}

// facets are how the pictures of several worlds share a chart.
type facets struct {
	across, most int       // in a row, and in all
	room         vg.Length // height that all rows of pictures may take
	row          vg.Length // the least height of a state
}

func facetsFor(fig Figure) facets {
	switch {
	case fig.narrow():
		return facets{1, 2, 480, leastAbove}
	case fig.fixed():
		return facets{3, 3, 180, leastBeside}
	case fig.width > 0:
		return facets{3, 9, 490, 9}
	}
	return facets{3, 12, 600, 9} // no row lower than sixty states on a page
}

const (
	mostStates = 20
	facetAxis  = vg.Length(36) // what the axis and the head of a picture take
)

// left is the height that is left for the states of a picture where so many worlds are shown.
func (f facets) left(worlds int) vg.Length {
	return f.room/vg.Length(max(f.stacks(worlds), 1)) - facetAxis - panelHead - 2*spacing
}

// height is that of one picture of so many states where so many worlds are shown.
func (f facets) height(states, worlds int) vg.Length {
	return min(f.left(worlds), max(14, f.row)*vg.Length(states)) + facetAxis
}

func (f facets) stacks(worlds int) int { return (worlds + f.across - 1) / f.across }

// shownWorlds picks the worlds that differ most from the first, in their order.
func shownWorlds(c *lab.Comparison, most int) []int {
	var all []int
	for k := range c.Worlds[1:] {
		all = append(all, k+1)
	}
	return mostOf(all, most, func(k int) float64 {
		most := 0.0
		for _, st := range c.Worlds[k].States {
			if st.Change != nil {
				most = max(most, math.Abs(st.Change.Mean))
			}
		}
		return most
	})
}

// shownStates picks the states that change most in the worlds shown, those first that do so most, as many as fit but for so many fewer;
// counts the rest, and names those that change in none.
func shownStates(c *lab.Comparison, worlds []int, f facets, fewer int) (rows []int, left int, still string) {
	moved := map[int]float64{}
	var all []int
	for i := range c.Worlds[0].States {
		for _, k := range worlds {
			if d := c.Worlds[k].States[i].Change; d != nil {
				moved[i] = max(moved[i], math.Abs(d.Mean))
			}
		}
		if _, ok := moved[i]; ok {
			all = append(all, i)
		}
	}
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(moved[b], moved[a]) })
	var names []string
	if k := slices.IndexFunc(all, func(i int) bool { return moved[i] == 0 }); k > 0 { // if all stay, that is what the picture shows
		for _, i := range all[k:] {
			names = append(names, words.State(c.Worlds[0].States[i].Name))
		}
		all, still = all[:k], "No change in any of these worlds: "+several(names)+". "
	}
	room := int(f.left(len(worlds)) / f.row)
	rows = all[:min(len(all), max(min(room, mostStates)-fewer, 1))]
	return rows, len(all) - len(rows), still
}

// mostOf keeps so many of the numbers, those of which there is most, in their order.
func mostOf(all []int, many int, of func(int) float64) []int {
	if len(all) <= many {
		return all
	}
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b int) int { return cmp.Compare(of(b), of(a)) })
	kept := sorted[:many]
	slices.Sort(kept)
	return kept
}

// leftOut says what has no room on the chart.
func leftOut(worlds, states int) string {
	var parts []string
	for _, part := range []struct {
		count int
		what  string
	}{{worlds, "world"}, {states, "state"}} {
		if part.count == 1 {
			parts = append(parts, "1 "+part.what)
		} else if part.count > 1 {
			parts = append(parts, fmt.Sprintf("%d %ss", part.count, part.what))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Left out, as they change least: " + strings.Join(parts, " and ") + ". "
}

// stateRows are the states in the k-th world.
func stateRows(fig Figure, c *lab.Comparison, k int, states []int) dotRows {
	w := c.Worlds[k]
	r := dotRows{fig: fig, cols: columns{right: []textColumn{{style: bandStyle}}}, head: worldLabel(c, k)}
	for _, i := range states {
		st := w.States[i]
		change, note := "", ""
		var at *dot
		switch {
		case st.Change != nil:
			change, at = points(st.Change.Mean), changeDot(*st.Change)
		case st.AtStart || c.Worlds[0].States[i].AtStart:
			note = "bound from the start"
		case st.Role.Invited():
			note = "not invited in A"
		default:
			note = "not invited"
		}
		r.cols.add(rowName(lab.StateSummary{ID: st.ID, Name: st.Name}), c.Worlds[0].States[i].Role == lab.Founder, change)
		r.notes, r.dots = append(r.notes, note), append(r.dots, at)
	}
	return r
}

// abreast sets pictures of the same states side by side, so many in a row, with the names beside the first alone.
func abreast(rows []dotRows, most int, width vg.Length, from, to float64) drawable {
	var s sideBySide
	names := rows[0].cols.nameWidth()
	if rows[0].fig.narrow() {
		names = 0
	}
	each := (width - 2*margin - names) / vg.Length(most)
	for k, r := range rows {
		r.most = each - 2*spacing
		s.widths = append(s.widths, each)
		if k == 0 {
			s.widths[0] += names
		} else {
			r.cols.names = make([]string, len(r.cols.names))
		}
		s.pictures = append(s.pictures, r.plotOver(from, to, "Change (points)", true))
	}
	for range most - len(rows) {
		s.pictures, s.widths = append(s.pictures, remark("")), append(s.widths, each)
	}
	return s
}

func statesInWords(c *lab.Comparison, shown []int) string {
	text := "Dots with intervals, a picture for each world and a row for each state."
	for _, k := range shown {
		text += fmt.Sprintf(" %s, %s:", lab.Letter(k), c.Worlds[k].Name)
		moved := c.Worlds[k].Moved()
		for i, st := range moved {
			if i > 0 {
				text += ";"
			}
			text += fmt.Sprintf(" %s %s points (%s)", st.Name, points(st.Change.Mean), between(*st.Change))
		}
		if len(moved) == 0 {
			text += " nobody, beyond luck"
		}
		text += "."
	}
	return text
}
