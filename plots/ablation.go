package plots

import (
	"fmt"
	"strings"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Ablation shows how the chance of the headline clause changes without each mechanism: a dot and its interval beside a
// line at no change, from the greatest fall to the greatest rise.
func Ablation(a *lab.Ablation) *Chart {
	removals := a.ByChange()
	rows := ablationRows(a, removals)
	p := rows.plot("Change in the chance that it is in force (percentage points)", false)

	return &Chart{
		Title: fmt.Sprintf("The chance that the clause is in force without each mechanism: %s", a.ClauseTitle),
		About: ablationInWords(a, removals),
		Notes: fmt.Sprintf("In force: share of the runs at the end of %s. Dot: how that share changes without the "+
			"mechanism; bar: 95 %% interval for matched pairs (Agresti and Min 2005), of the luck of the draw, not of doubt "+
			"about the model. Full dot: the interval leaves no change out. Hollow: no more than luck would do. %s", a.End, ablationSource(a)),
		width:  wide,
		height: rows.height(),
		body:   p,
	}
}

// ablationSource says where the figures come from.
func ablationSource(a *lab.Ablation) string {
	cut := ""
	if a.Played < a.ToPlay {
		cut = fmt.Sprintf(" (%d of %d runs in all)", a.Played, a.ToPlay)
	}
	return fmt.Sprintf("Source: Entente, scenario %s, %d runs of each world with the same luck%s, seed %d.",
		a.Scenario, a.Asked, cut, a.Seed)
}

// ablationRows are the scenario as it is, then a row for each removal.
func ablationRows(a *lab.Ablation, removals []lab.Removal) dotRows {
	r := dotRows{
		cols: columns{
			names: []string{"the scenario as it is"}, heavy: []bool{true},
			right: []textColumn{
				{head: "in force", style: endStyle, cells: []string{percent(a.InForce.Mean)}},
				{head: "change", style: bandStyle, cells: []string{""}},
				{head: "95 % interval", style: bandStyle, cells: []string{""}},
			},
		},
		dots: []*dot{nil},
	}
	for _, removal := range removals {
		d := removal.InForce.Change
		r.cols.add("without "+removal.Name, percent(removal.InForce.Without.Mean), points(d.Mean), between(d))
		r.dots = append(r.dots, changeDot(d))
	}
	return r
}

// between writes the interval of a change in percentage points.
func between(d stats.Difference) string { return points(d.Low) + " to " + points(d.High) }

// points writes a change of a chance in percentage points.
func points(change float64) string {
	text := fmt.Sprintf("%+.1f", 100*change)
	if text == "+0.0" || text == "-0.0" {
		return "0.0"
	}
	return strings.ReplaceAll(text, "-", "−")
}

func ablationInWords(a *lab.Ablation, removals []lab.Removal) string {
	text := fmt.Sprintf("Dots with intervals, one for each mechanism. %s is in force at the end of %s with chance %s "+
		"(95 %% interval %s).", a.ClauseTitle, a.End, percent(a.InForce.Mean), interval(a.InForce))
	for _, r := range removals {
		d := r.InForce.Change
		text += fmt.Sprintf(" Without %s: %s, a change of %s points (%s to %s).", r.Name, percent(r.InForce.Without.Mean),
			points(d.Mean), points(d.Low), points(d.High))
	}
	return text
}
