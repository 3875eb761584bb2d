package plots

import (
	"fmt"

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
		Title: ablationFound(a),
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
			names: []string{words.StartsFrom(&a.Head)}, heavy: []bool{true},
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
		r.cols.add("without "+words.Mechanism(removal.ID), false, words.Level(removal.InForce.Second), points(d.Mean), between(d))
		r.dots = append(r.dots, changeDot(d))
	}
	return r
}

func ablationInWords(a *lab.Ablation, removals []lab.Removal) string {
	text := fmt.Sprintf("Dots with intervals, one for each mechanism. %s with chance %s.",
		words.InForce(a.ClauseTitle, a.End), words.Chance(a.InForce))
	for _, r := range removals {
		d := r.InForce.Change
		text += fmt.Sprintf(" Without %s: %s, a change of %s.", words.Mechanism(r.ID), words.Level(r.InForce.Second), minus(words.Change(d)))
	}
	return text
}

// ablationFound names the mechanism that the chance would miss most, or gain most by losing, as far as luck lets one tell.
func ablationFound(a *lab.Ablation) string {
	clause, f := lab.The(a.ClauseTitle), a.Foremost()
	switch {
	case f.Most == nil && f.None:
		return "The chance of " + clause + " hangs on no one mechanism beyond luck"
	case f.Most == nil:
		return "These runs do not tell on which mechanism the chance of " + clause + " hangs"
	case len(f.Rivals) > 0:
		return "Luck leaves open what the chance of " + clause + " hangs on most: " + oneOf(words.Mechanism(f.Most.ID), words.Mechanism(f.Rivals[0].ID), len(f.Rivals))
	}
	return fmt.Sprintf("The chance of %s hangs most on %s: without it %s points", clause, words.Mechanism(f.Most.ID), points(f.Most.InForce.Change.Mean))
}

// oneOf names what may do most, of which there is one besides or more.
func oneOf(most, rival string, rivals int) string {
	if rivals > 1 {
		return most + " or one of " + words.Spelt(rivals) + " others"
	}
	return most + " or " + rival
}
