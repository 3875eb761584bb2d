package plots

import (
	"cmp"
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Doubt shows how far the chance of the headline clause reaches as what it hangs on varies: luck, constants, coding,
// the coder, the memory at the start and the form of the rule; then which constants and which figures carry their
// parts.
func Doubt(fig Figure, d *lab.Doubt) *Chart {
	all := panels{}
	add := func(head string, r dotRows, from, to float64, axis string) {
		r.cols.most = fig.claimRoom()
		all = append(all, panel{head: head, height: r.height(), body: r.plotOver(from, to, axis, false)})
	}
	sources := doubtSources(fig, d)
	add("What the chance might be", sources, -3, 103, "Chance that it is in force (%)")
	if knobsShown(fig, d) {
		r, from, to := knobRows(fig, d.Knobs)
		add("Each constant turned alone, from the 5 % to the 95 % quantile of its draws", r, from, to, "Change of the chance (points)")
	}
	figures := notIdle(d.Figures)
	n := min(len(figures), fig.rows(words.MostFigures+1, words.MostFigures+1, 9, 1)-1)
	if n > 0 {
		r := shareRows(fig, n, len(d.Figures), func(k int) (string, stats.FirstOrder) { return figures[k].Path, figures[k].Share })
		add("Which figures to code again first: share of what coding does", r, -3, 103, "Share (%)")
	}
	return (&Chart{
		Title: words.Capital(words.InForce(lab.The(d.ClauseTitle), d.End)) + " in " + words.ShareOf(d.InForce),
		Measured: fmt.Sprintf("How far that can be trusted: what luck, constants, coding by hand, starts and rules leave open, in %%; %s",
			words.Count(d.Runs, "run")),
		About:  doubtInWords(d),
		Notes:  fmt.Sprintf("In force: share of the runs at the end of %s. %s", d.End, words.DoubtBands(d.Error, d.Moving())) + sharesNote(fig, d, n) + doubtLeftOut(fig, d, n),
		width:  fig.wide(page),
		height: all.height(),
		least:  panelHead + sources.least(),
		body:   all,
	}).of(&d.Head)
}

// notIdle are the figures of which it is not known that they move nothing.
func notIdle(all []lab.FigureDoubt) []lab.FigureDoubt {
	return slices.DeleteFunc(slices.Clone(all), func(f lab.FigureDoubt) bool { return f.Idle() })
}

// knobsShown tells whether there is room for what constants do: none on a slide, nor in a column that is full.
func knobsShown(fig Figure, d *lab.Doubt) bool {
	return len(d.Knobs) > 0 && !fig.fixed() && !(fig.narrow() && fig.fewer > 3)
}

// sharesNote says how to read shares, if any are drawn.
func sharesNote(fig Figure, d *lab.Doubt, figures int) string {
	if figures == 0 {
		return ""
	}
	return " " + words.DoubtShare + " Full dot: beyond luck, of a share by a line steeper than the steepest of as many would be (Bonferroni)."
}

// doubtLeftOut tells what has no room: constants on a slide, and all figures but so many.
func doubtLeftOut(fig Figure, d *lab.Doubt, figures int) string {
	text := ""
	if len(d.Knobs) > 0 && !knobsShown(fig, d) {
		text += " What " + words.Count(len(d.Knobs), "constant") + " do turned alone is left out."
	}
	if more := len(d.Forms) - len(formsShown(fig, d.Forms)); more > 0 {
		text += fmt.Sprintf(" %s between these in chance are left out.", words.Count(more, "rule"))
	}
	if more := len(d.Figures) - figures; more > 0 {
		text += " " + words.Count(more, "figure") + map[bool]string{true: " with less each, or that moved by a rung change nothing beyond luck,", false: ""}[figures > 0] + " are left out."
	}
	return text
}

// doubtSources is a row for each thing that the chance hangs on.
func doubtSources(fig Figure, d *lab.Doubt) dotRows {
	r := dotRows{fig: fig, line: 100 * d.InForce.Mean}
	r.cols.right = []textColumn{{head: "chance", style: endStyle}, {head: "from and to", style: bandStyle}}
	add := func(name string, heavy bool, s stats.Share, open *stats.Band) {
		reach, level := stats.Band{Low: s.Low, High: s.High}, words.Percent(s.Mean) // at the constants it is played with
		if open != nil {
			reach, level = *open, words.Level(s)
		}
		r.cols.add(name, heavy, level, words.Whole(reach.Low)+" to "+words.Whole(reach.High)+" %")
		r.dots = append(r.dots, shareDot(s, open))
	}
	add("luck", true, d.InForce, nil)
	if b := d.InForce.Constants; b != nil {
		add("fitted constants", true, d.InForce, b)
	}
	if b := d.Recoded.Coding; b != nil {
		add(fmt.Sprintf("coding, errors of %g", d.Error), true, d.Recoded, b)
	}
	if b := d.Rescaled.Coding; b != nil {
		add(fmt.Sprintf("unfitted constants, up to ×%g", d.Factor), true, d.Rescaled, b)
	}
	share := func(name string, s stats.Share) { add(name, false, s, nil) }
	if d.Coder != nil {
		share("a second coder's stances", d.Coder.Chance)
	}
	for _, w := range d.Starts {
		share("start: "+w.Name, w.Chance)
	}
	for _, f := range formsShown(fig, d.Forms) {
		share("form: "+f.Title, f.Chance)
	}
	return r
}

// formsShown are the rules for which there is room, by chance: where not for all, as many of the highest as of the lowest.
func formsShown(fig Figure, forms []lab.DoubtForm) []lab.DoubtForm {
	byChance := func(a, b lab.DoubtForm) int { return cmp.Compare(b.Chance.Mean, a.Chance.Mean) }
	sorted := slices.SortedStableFunc(slices.Values(forms), byChance)
	if fig.width == 0 || len(sorted) <= mostForms {
		return sorted
	}
	return slices.Concat(sorted[:mostForms/2], sorted[len(sorted)-mostForms/2:])
}

const mostForms = 4 // on a page, in a column or on a slide

// shareRows is a row for each of the first shares of all.
func shareRows(fig Figure, n, all int, of func(k int) (name string, share stats.FirstOrder)) dotRows {
	r := dotRows{fig: fig, cols: columns{right: []textColumn{{head: "share", style: endStyle}, {head: "95 % interval", style: bandStyle}}}}
	for k := range n {
		name, s := of(k)
		r.cols.add(fit(bandStyle, name, longestPath), false, words.Percent(s.Mean), words.Whole(s.Low)+" to "+words.Whole(s.High)+" %")
		r.dots = append(r.dots, &dot{at: 100 * s.Mean, low: 100 * s.Low, high: 100 * s.High, hollow: !s.StandsOut(all)})
	}
	return r
}

// knobRows is a row for each constant that is turned alone, with the ends of an axis that holds them.
func knobRows(fig Figure, knobs []lab.KnobDoubt) (r dotRows, from, to float64) {
	r = dotRows{fig: fig, cols: columns{right: []textColumn{{head: "points", style: endStyle}, {head: "95 % interval", style: bandStyle}}}}
	from, to = -1, 1
	for _, k := range knobs {
		r.cols.add(fit(bandStyle, words.Constant(k.Path), longestPath), false, words.Points(k.Change.Mean), words.PointsInterval(k.Change))
		r.dots = append(r.dots, &dot{at: 100 * k.Change.Mean, low: 100 * k.Change.Low, high: 100 * k.Change.High, hollow: !k.Change.BeyondLuck()})
		from, to = min(from, 100*k.Change.Low), max(to, 100*k.Change.High)
	}
	room := 0.05 * (to - from)
	return r, from - room, to + room
}

const longestPath = 6 * vg.Centimeter

func doubtInWords(d *lab.Doubt) string {
	r := doubtSources(Figure{}, d)
	text := fmt.Sprintf("Dots with intervals, a row for each thing that the chance hangs on. %s.", words.InForce(d.ClauseTitle, d.End))
	for k, name := range r.cols.names {
		text += fmt.Sprintf(" %s: %s (%s).", name, r.cols.right[0].cells[k], r.cols.right[1].cells[k])
	}
	for _, k := range d.Knobs {
		text += fmt.Sprintf(" Turned alone, %s moves it by %s points.", words.Constant(k.Path), words.Points(k.Change.Mean))
	}
	figures := notIdle(d.Figures)
	for _, f := range figures[:min(len(figures), words.MostFigures)] {
		text += fmt.Sprintf(" Of what coding does, %s has %s.", f.Path, words.Percent(f.Share.Mean))
	}
	return text
}
