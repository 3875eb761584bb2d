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

// Comparison shows for each world of several with the same luck the chance that its headline clause is in force, and
// beside it how that differs from the first world.
func Comparison(fig Figure, c *lab.Comparison) *Chart {
	shown := bySize(c, fig.rows(len(c.Worlds), 32, 14, 18))
	shares, changes := comparedRows(fig, c, shown)
	_, high := shares.reach()
	top, _ := percentAxis(high / 100)
	names := shares.cols.nameWidth()
	left, right := shares.plotOver(-0.03*100*top, 1.03*100*top, "Chance (%)", true), changes.plot("Change (points)", true)
	var body drawable = sideBySide{[]drawable{left, right}, []vg.Length{names + 190, 310 - names/2}}
	height, least := shares.height(), shares.least()
	if fig.narrow() {
		stacked := panels{{"How likely", height, left}, {"How that differs from A", height, right}}
		body, height, least = stacked, stacked.height(), 0
	}
	return (&Chart{
		Title: comparisonFound(c),
		Measured: fmt.Sprintf("Chance that %s is in force, in %%, and its change against A, in points; %s of each world",
			lab.The(clausesCompared(c)), words.Count(c.Runs, "run")),
		About: comparisonInWords(c),
		Notes: fmt.Sprintf("In force: share of the runs %s. Line on the left: the first world. Below it the others, from the greatest rise to the "+
			"greatest fall. Bars: 95 %% intervals, of chances Clopper-Pearson, of changes for matched pairs (Agresti and Min 2005). %s Full dot of "+
			"a change: the interval leaves no change out. Hollow: no more than luck would do. %s", endsCompared(c),
			barsNote(&c.Head, shares.told()), strings.TrimSpace(axisNote(top)+" "+leftOut(len(c.Worlds)-len(shown), 0))),
		width:  fig.wide(page),
		height: height,
		least:  least,
		body:   body,
	}).from(comparisonSource(c))
}

// bySize are the worlds as they are drawn: the first, and of the others so many as there is room for, from the greatest rise to the
// greatest fall.
func bySize(c *lab.Comparison, most int) []int {
	var others []int
	for k := range c.Worlds[1:] {
		others = append(others, k+1)
	}
	change := func(k int) float64 {
		if d := c.Worlds[k].Change; d != nil {
			return d.InForce.Mean
		}
		return 0
	}
	others = mostOf(others, max(most-1, 1), func(k int) float64 { return math.Abs(change(k)) })
	slices.SortStableFunc(others, func(a, b int) int { return cmp.Compare(change(b), change(a)) })
	return append([]int{0}, others...)
}

// comparedRows are the chances of worlds, and how they differ from the first.
func comparedRows(fig Figure, c *lab.Comparison, shown []int) (shares, changes dotRows) {
	shares = dotRows{fig: fig, cols: columns{most: fig.worldRoom(), right: []textColumn{{head: "chance", style: endStyle}}}, line: 100 * c.Worlds[0].InForce.Mean}
	changes = dotRows{fig: fig, cols: columns{right: []textColumn{{head: "change", style: endStyle}, {head: "95 % interval", style: bandStyle}}}}
	expects := slices.ContainsFunc(c.Worlds, func(w lab.ComparedWorld) bool { return w.Expects != "" })
	if expects {
		changes.cols.right = append(changes.cols.right, textColumn{head: "expected", style: figureStyle})
	}
	row := func(at *dot, name string, cells ...string) {
		if !expects {
			cells = cells[:2]
		}
		if !fig.narrow() { // it stands beside the chance
			name = ""
		}
		changes.cols.add(name, false, cells...)
		changes.dots = append(changes.dots, at)
	}
	for _, k := range shown {
		w, name := &c.Worlds[k], worldLabel(c, k)
		shares.cols.add(name, false, words.Level(w.InForce))
		shares.dots = append(shares.dots, shareDot(w.InForce, w.InForce.Constants))
		switch {
		case w.Change == nil:
			row(nil, name, "", "", "")
		case w.Change.Same:
			row(nil, name, "same world", "", w.Expects)
		default:
			row(changeDot(w.Change.InForce), name, points(w.Change.InForce.Mean), between(w.Change.InForce), w.Expects)
		}
	}
	return shares, changes
}

// worldRoom is the width of the name of a world.
func (fig Figure) worldRoom() vg.Length { return min(fig.claimRoom(), longestName*1.4) }

// called is what people call a world: by the title of its scenario, or by what was changed if all are of one.
func called(c *lab.Comparison, k int) string {
	w := &c.Worlds[k]
	switch title := lab.The(w.Title); {
	case k > 0 && (c.OneScenario || w.Title == ""):
		return "“" + w.Name + "”" // a path is no word: it keeps its letters as they are
	case c.OneScenario || w.Title == "":
		return w.Name
	case strings.EqualFold(title, w.Title): // it has an article
		return title
	}
	return w.Title
}

// comparisonFound names the world that differs most from the first, as far as luck lets one tell.
func comparisonFound(c *lab.Comparison) string {
	f := c.Foremost()
	switch {
	case f.Most == nil && len(c.Worlds) == 2:
		return words.Capital(called(c, 1)) + " changes the chance by no more than luck would"
	case f.Most == nil:
		return "These runs tell no world from " + called(c, 0)
	}
	name := func(w *lab.ComparedWorld) string {
		return called(c, slices.IndexFunc(c.Worlds, func(other lab.ComparedWorld) bool { return other.Change == w.Change }))
	}
	change, to := points(f.Most.Change.InForce.Mean), words.Level(f.Most.InForce)
	switch {
	case len(c.Worlds) == 2:
		return fmt.Sprintf("%s changes the chance by %s points, to %s", words.Capital(name(f.Most)), change, to)
	case len(f.Rivals) > 0:
		return "What changes the chance most, luck leaves open: " + oneOf(name(f.Most), name(&f.Rivals[0]), len(f.Rivals))
	}
	return fmt.Sprintf("What changes the chance most is %s: %s points, to %s", name(f.Most), change, to)
}

// worldLabel is a world's letter and its name, without what it shares with the first.
func worldLabel(c *lab.Comparison, k int) string {
	name := words.Capital(called(c, k))
	if k > 0 && !c.OneScenario {
		name = after(words.Capital(called(c, 0)), name)
	}
	return lab.Letter(k) + "  " + name
}

// after is what a title adds to the beginning that it shares with the first, if that is more than a word.
func after(first, title string) string {
	own, same := strings.Fields(title), 0
	for k, word := range strings.Fields(first) {
		if k >= len(own)-1 || strings.TrimRight(word, ",") != strings.TrimRight(own[k], ",") {
			break
		}
		same++
	}
	if same < 2 {
		return title
	}
	return "… " + strings.Join(own[same:], " ")
}

// clausesCompared names the headline clause, or says that each world has its own.
func clausesCompared(c *lab.Comparison) string {
	if _, differ := c.Differ(); differ {
		return "the headline clause of each"
	}
	return c.Worlds[0].ClauseTitle
}

// endsCompared says when the worlds end.
func endsCompared(c *lab.Comparison) string {
	ends, _ := c.Differ()
	if !ends {
		return "at the end of " + c.Worlds[0].End
	}
	var each []string
	for k, w := range c.Worlds {
		each = append(each, lab.Letter(k)+" "+w.End)
	}
	return "at the end of each world (" + strings.Join(each, ", ") + ")"
}

func comparisonInWords(c *lab.Comparison) string {
	text := "Dots with intervals, one row for each world."
	for k, w := range c.Worlds {
		text += fmt.Sprintf(" %s, %s: %s with chance %s", lab.Letter(k), w.Name,
			words.InForce(w.ClauseTitle, w.End), words.Chance(w.InForce))
		switch {
		case w.Change == nil:
		case w.Change.Same:
			text += ", the same world"
		default:
			text += fmt.Sprintf(", a change of %s", minus(words.Change(w.Change.InForce)))
		}
		text += "."
	}
	return text
}
