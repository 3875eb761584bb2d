package plots

import (
	"fmt"
	"math"

	"entente/plots/words"
	"entente/sim/lab"
)

// Ablation shows how the chance of the headline clause changes without each mechanism: a dot and its interval beside a
// line at no change, from the greatest fall to the greatest rise.
func Ablation(fig Figure, a *lab.Ablation) *Chart {
	removals := a.ByChange()
	rows := ablationRows(fig, a, removals)
	p := rows.plot("Change in the chance that it is in force (percentage points)", false)

	return (&Chart{
		Title: ablationFound(a, removals),
		Measured: fmt.Sprintf("Change of the chance that %s %s in force without each mechanism, in points; %s each", lab.The(a.ClauseTitle),
			lab.Is(a.ClauseTitle), words.Count(a.Runs, "run")),
		About: ablationInWords(a, removals),
		Notes: fmt.Sprintf("In force: share of the runs at the end of %s. Dot: how that share changes without the "+
			"mechanism. Bars: 95 %% intervals for matched pairs (Agresti and Min 2005). %s Full dot: the interval leaves no change "+
			"out. Hollow: no more than luck would do.", a.End, barsNote(&a.Head, rows.told())),
		width:  fig.wide(wide),
		height: rows.height(),
		body:   p,
	}).of(&a.Head)
}

// ablationRows are the scenario as it was asked for, then a row for each removal.
func ablationRows(fig Figure, a *lab.Ablation, removals []lab.Removal) dotRows {
	r := dotRows{
		fig: fig,
		cols: columns{
			names: []string{words.Stands(&a.Head)}, heavy: []bool{true},
			right: []textColumn{
				{head: "in force", style: endStyle, cells: []string{words.Level(a.InForce)}},
				{head: "change", style: bandStyle, cells: []string{""}},
				{head: "95 % interval", style: bandStyle, cells: []string{""}},
			},
		},
		dots: []*dot{nil},
	}
	for _, removal := range removals {
		d := removal.InForce.Change
		r.cols.add("without "+removal.Name, false, words.Level(removal.InForce.Without), points(d.Mean), between(d))
		r.dots = append(r.dots, changeDot(d))
	}
	return r
}

func ablationInWords(a *lab.Ablation, removals []lab.Removal) string {
	text := fmt.Sprintf("Dots with intervals, one for each mechanism. %s with chance %s.",
		words.InForce(a.ClauseTitle, a.End), words.Chance(a.InForce))
	for _, r := range removals {
		d := r.InForce.Change
		text += fmt.Sprintf(" Without %s: %s, a change of %s.", r.Name, words.Level(r.InForce.Without), minus(words.Change(d)))
	}
	return text
}

// ablationFound names the mechanism that the chance would miss most, or gain most by losing.
func ablationFound(a *lab.Ablation, removals []lab.Removal) string {
	clause := lab.The(a.ClauseTitle)
	var most *lab.Removal
	for k := range removals {
		r := &removals[k]
		if c := r.InForce.Change; !r.Inert && c.BeyondLuck() && (most == nil || math.Abs(c.Mean) > math.Abs(most.InForce.Change.Mean)) {
			most = r
		}
	}
	if most == nil {
		return "The chance of " + clause + " hangs on no one mechanism beyond luck"
	}
	return fmt.Sprintf("The chance of %s hangs most on %s: without it %s points", clause, most.Name, points(most.InForce.Change.Mean))
}
