package plots

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Growth shows what grows instead of the clause, or beside it: how many pairs of states stand on each rung of cooperation, over
// time, each kind in a panel of its own.
func Growth(fig Figure, s *lab.Summary) *Chart {
	grown, never := kindsGrown(s)
	c := (&Chart{
		Title: growthFound(s),
		Measured: fmt.Sprintf("Pairs of states by their deepest kind of tie, with %s on offer: mean and nine in ten of %s",
			lab.The(s.ClauseTitle), words.Count(s.Looked(), "run")),
		About: growthInWords(grown),
		Notes: "A pair counts once, by its deepest tie; a defence treaty or a clause that binds both is defence. Line: mean over the runs. " +
			"Band: nine runs in ten. Beside a kind: at the start, and mean at the end. All panels share one scale." + never,
		width: fig.wide(wide),
	}).of(&s.Head)
	if len(grown) == 0 {
		c.height, c.body = remarkHeight, remark("No two states have any tie.")
		return c
	}
	most := 0.0
	for _, g := range grown {
		for _, at := range g.path {
			most = max(most, at.Q95, at.Mean)
		}
	}
	across := 3
	if fig.narrow() {
		across = 2
	}
	t := gridOf{across: min(across, len(grown))}
	for _, g := range grown {
		t.each = append(t.each, panel{g.head(), 3 * vg.Centimeter, growthPlot(fig, s, g.path, most)})
	}
	c.height, c.body = t.height(), t
	return c
}

// grownKind is a kind of tie with the number of pairs that have it, tick by tick.
type grownKind struct {
	name string
	path []stats.Spread
}

func (g grownKind) head() string {
	return fmt.Sprintf("%s %.0f → %.0f", words.Capital(g.name), g.path[0].Mean, g.path[len(g.path)-1].Mean)
}

// kindsGrown are the kinds of tie that there are, the deepest first, and a sentence on those that there are none of.
func kindsGrown(s *lab.Summary) (grown []grownKind, never string) {
	var none []string
	for k, path := range s.Web.ByKind {
		name := words.Rungs[k+1]
		if !slices.ContainsFunc(path, func(at stats.Spread) bool { return at.Q95 > 0 || at.Mean > 0 }) {
			none = append(none, name)
			continue
		}
		grown = append(grown, grownKind{name, path})
	}
	slices.Reverse(grown)
	if len(none) > 0 {
		never = " No pair stands at " + words.Or(none) + " in any run."
	}
	return grown, never
}

func growthPlot(fig Figure, s *lab.Summary, path []stats.Spread, most float64) *picture {
	p := newPlot()
	p.X.Min, p.X.Max = period(s)
	p.Y.Min, p.Y.Max = 0, most*1.05
	p.X.Tick.Marker, p.Y.Tick.Marker = timeAxis{s, fig.ticks(5)}, wholeSteps{wide: true}
	p.Y.Label.Text = "Pairs"
	p.Add(gridlines(false, true),
		&plotter.Polygon{XYs: []plotter.XYs{bandOverTime(s, [2]int{0, len(path)}, most, func(i int) (low, high float64) { return path[i].Q05, path[i].Q95 })},
			Color: pale(blue)},
		&plotter.Line{XYs: overTime(s, [2]int{0, len(path)}, most, func(i int) float64 { return path[i].Mean }),
			LineStyle: draw.LineStyle{Color: blue, Width: 1.4}})
	return p
}

// growthFound says how many ties there are at the start and at the end, and of which kind there come to be most more.
func growthFound(s *lab.Summary) string {
	w := s.Web
	text := fmt.Sprintf("What grows: from %s to %s", words.Count(int(w.Ties[0].Mean), "tie"), words.Between(w.Ties[1]))
	kind, most := "", 0.5 // a rise that is written as none is no rise
	for k, path := range w.ByKind {
		if len(path) > 0 {
			if rise := path[len(path)-1].Mean - path[0].Mean; rise > most {
				kind, most = words.Rungs[k+1], rise
			}
		}
	}
	if kind == "" {
		return text
	}
	return text + fmt.Sprintf(", most of all %s (%+.0f)", kind, most)
}

func growthInWords(grown []grownKind) string {
	text := "Lines over time with bands, a panel for each kind of tie."
	for _, g := range grown {
		last := g.path[len(g.path)-1]
		text += fmt.Sprintf(" %s: %.1f pairs in the first tick, %s at the end.", words.Capital(g.name), g.path[0].Mean, words.Between(last))
	}
	return text
}
