package plots

import (
	"fmt"

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
		all = append(all, panel{head: head, height: r.height(), body: r.plotOver(from, to, axis, false)})
	}
	sources := doubtSources(fig, d)
	add("What the chance might be", sources, -3, 103, "Chance that it is in force (%)")
	if len(d.Knobs) > 0 && !fig.fixed() {
		r := shareRows(fig, len(d.Knobs), len(d.Knobs), func(k int) (string, stats.FirstOrder) { return words.Constant(d.Knobs[k].Path), d.Knobs[k].Share })
		add("Which constants: share of what constants do", r, -3, 103, "Share (%)")
	}
	n := min(len(d.Figures), fig.rows(mostFigures, mostFigures, 9, 0))
	if n > 0 {
		r := shareRows(fig, n, len(d.Figures), func(k int) (string, stats.FirstOrder) { return d.Figures[k].Path, d.Figures[k].Share })
		add("Which figures to code again first: share of what coding does", r, -3, 103, "Share (%)")
	}
	return (&Chart{
		Title: words.Capital(words.InForce(lab.The(d.ClauseTitle), d.End)) + " in " + words.ShareOf(d.InForce),
		Measured: fmt.Sprintf("How far that can be trusted: what luck, constants, coding by hand, starts and rules leave open, in %%; %s",
			words.Count(d.Runs, "run")),
		About: doubtInWords(d),
		Notes: fmt.Sprintf("In force: share of the runs at the end of %s. Luck: 95 %% interval of the luck of the draw; so for the second "+
			"coder, the starts and the rules. Pale bars: constants, where the middle 95 %% of the chances lie over the draws of constants that fit "+
			"history about as well; coding, the same over codings, each of which moves every figure coded by hand by an error with a "+
			"standard deviation of %g. Share: first-order index (Sobol' 1993) of the straight line through a constant or a figure, with its "+
			"95 %% interval: the part of the variance that would be gone if it were known. Full dot: steeper than the steepest of as many "+
			"would be by luck (Bonferroni).%s", d.End, d.Error, doubtLeftOut(fig, d, n)),
		width:  fig.wide(page),
		height: all.height(),
		body:   all,
	}).of(&d.Head)
}

// doubtLeftOut tells what has no room: constants on a slide, and all figures but so many.
func doubtLeftOut(fig Figure, d *lab.Doubt, figures int) string {
	text := ""
	if len(d.Knobs) > 0 && fig.fixed() {
		text += " The shares of " + words.Count(len(d.Knobs), "constant") + " are left out."
	}
	if more := len(d.Figures) - figures; more > 0 {
		text += " " + words.Count(more, "figure") + map[bool]string{true: " with less each", false: ""}[figures > 0] + " left out."
	}
	return text
}

// mostFigures is how many figures are drawn; the tables have all.
const mostFigures = 12

// doubtSources is a row for each thing that the chance hangs on.
func doubtSources(fig Figure, d *lab.Doubt) dotRows {
	r := dotRows{fig: fig, line: 100 * d.InForce.Mean}
	r.cols.right = []textColumn{{head: "chance", style: endStyle}, {head: "from and to", style: bandStyle}}
	add := func(name string, heavy bool, s stats.Share, open *stats.Band) {
		reach := stats.Band{Low: s.Low, High: s.High}
		if open != nil {
			reach = *open
		}
		r.cols.add(name, heavy, words.Level(s), words.Whole(reach.Low)+" to "+words.Whole(reach.High)+" %")
		r.dots = append(r.dots, &dot{100 * s.Mean, 100 * s.Low, 100 * s.High, false, inPoints(open)})
	}
	add("luck", true, d.InForce, nil)
	if b := d.InForce.Constants; b != nil {
		add("constants", true, d.InForce, b)
	}
	if b := d.Recoded.Coding; b != nil {
		add(fmt.Sprintf("coding, errors of %g", d.Error), true, d.Recoded, b)
	}
	share := func(name string, s stats.Share) { add(name, false, s, nil) }
	if d.Coder != nil {
		share("a second coder's stances", d.Coder.Chance)
	}
	for _, w := range d.Starts {
		share("start: "+w.Name, w.Chance)
	}
	for _, f := range d.Forms {
		share("form: "+f.Title, f.Chance)
	}
	return r
}

// shareRows is a row for each of the first shares of all.
func shareRows(fig Figure, n, all int, of func(k int) (name string, share stats.FirstOrder)) dotRows {
	r := dotRows{fig: fig, cols: columns{right: []textColumn{{head: "share", style: endStyle}, {head: "95 % interval", style: bandStyle}}}}
	for k := range n {
		name, s := of(k)
		r.cols.add(fit(bandStyle, name, longestPath), false, words.Percent(s.Mean), words.Whole(s.Low)+" to "+words.Whole(s.High)+" %")
		r.dots = append(r.dots, &dot{100 * s.Mean, 100 * s.Low, 100 * s.High, !s.StandsOut(all), nil})
	}
	return r
}

const longestPath = 6 * vg.Centimeter

func doubtInWords(d *lab.Doubt) string {
	r := doubtSources(Figure{}, d)
	text := fmt.Sprintf("Dots with intervals, a row for each thing that the chance hangs on. %s.", words.InForce(d.ClauseTitle, d.End))
	for k, name := range r.cols.names {
		text += fmt.Sprintf(" %s: %s (%s).", name, r.cols.right[0].cells[k], r.cols.right[1].cells[k])
	}
	for _, k := range d.Knobs {
		text += fmt.Sprintf(" Of what constants do, %s has %s.", words.Constant(k.Path), words.Percent(k.Share.Mean))
	}
	for _, f := range d.Figures[:min(len(d.Figures), mostFigures)] {
		text += fmt.Sprintf(" Of what coding does, %s has %s.", f.Path, words.Percent(f.Share.Mean))
	}
	return text
}
