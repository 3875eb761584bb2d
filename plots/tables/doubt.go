package tables

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// mostFirst is how many of them the finding names.
const mostFirst = 3

// Doubt tells how far a chance can be trusted: what it hangs on besides the scenario, and which figures a second coder
// should begin with.
func Doubt(d *lab.Doubt) *Page {
	p := aboutDoubted(&d.Head, fmt.Sprintf("%s of each world with the same luck, and %s with all that was coded by hand moved by errors, "+
		"seed %d", words.Count(d.Runs, "run"), words.Thousands(d.Recoded.Runs), d.Seed))
	if howFar(p, d); d.Runs == 0 {
		return p
	}
	reaches(p, d)
	knobs(p, d)
	unfitted(p, d)
	worklist(p, d)
	forms(p, d)
	share := words.DoubtShare + " Of so many figures some have an interval that leaves 0 out by luck"
	if len(standOut(d.Figures)) > 0 {
		share += ": those named above have steeper lines than the steepest of as many would have by luck in one case of twenty (Bonferroni)"
	}
	p.Notes = []string{
		words.DoubtBands(d.Error, d.Moving()) + " They are found from runs each of which has a draw and a " +
			"coding, or such a set, by what runs share that share the one or the other (Koch 1967).",
		share + ".",
		"All worlds are played with the same luck and the same draws of constants, so that a pair of runs differs by what was changed alone.",
	}
	return p
}

// DoubtInShort tells it in a few sentences, for README.
func DoubtInShort(d *lab.Doubt) *Page {
	p := &Page{}
	howFar(p, d)
	return p
}

// howFar is the answer in a few sentences.
func howFar(p *Page, d *lab.Doubt) {
	if d.Runs == 0 {
		p.Say("Nothing can be told: no run of the scenario came to an end.")
		return
	}
	s := d.InForce
	s.Coding = d.Recoded.Coding
	p.Say(words.Capital(words.InForce(lab.The(d.ClauseTitle), d.End)) + " in " + words.ShareOf(s) + ".")
	p.sayIf(againstHistory(&d.Head, d.InForce))
	if d.Parts != nil && d.Runs >= stats.Telling(d.Draws) {
		p.Say(hangs(d))
	}
	var others []string
	if d.Moved.BeyondLuck() {
		others = append(others, fmt.Sprintf("over codings by errors of %g it is %s; in the runs that were played both ways that is %s",
			d.Error, words.Percent(d.Recoded.Mean), pointBetween(d.Moved)))
	}
	if d.Rescaled.Runs > 0 {
		p.Say(rescaled(d))
	}
	if d.Coder != nil {
		others = append(others, "with the stances of a second coder it is "+turned(*d.Coder))
	}
	for _, w := range d.Starts {
		others = append(others, "with "+w.Name+" it is "+turned(w))
	}
	for _, other := range others {
		p.Say(words.Capital(other) + ".")
	}
	if len(d.Forms) > 0 {
		low, high := d.Forms[0], d.Forms[0]
		for _, f := range d.Forms {
			if f.Chance.Mean < low.Chance.Mean {
				low = f
			}
			if f.Chance.Mean > high.Chance.Mean {
				high = f
			}
		}
		end := func(f lab.DoubtForm) string {
			told := fmt.Sprintf("%s (luck %s; %s, with a held-out Brier score of %.2f", words.Percent(f.Chance.Mean), words.Luck(f.Chance), f.Title, f.Brier)
			if f.Unmoved {
				told += ", by a fit that learnt nothing"
			}
			return told + ")"
		}
		p.Say(fmt.Sprintf("By %s that stand on the common base, each with constants of its own, it is anywhere from %s to %s; a coin has %.2f.",
			words.Count(len(d.Forms), "other rule"), end(low), end(high), coinBrier))
	}
	if len(d.Knobs) > 0 {
		p.Say(movesMost(d.Knobs))
	}
	var first []string
	for _, f := range standOut(d.Figures) {
		first = append(first, fmt.Sprintf("%s, now %s: %s (%s)", f.Path, words.Digits(f.Value), words.Whole(f.Share.Mean)+" %",
			wholly(f.Share.Interval)))
	}
	switch {
	case d.Recoded.Runs == 0:
		p.Say("What coding by hand does was not played.")
	case len(first) > 0:
		p.Say("To code again first, with what each has of what coding does: " + strings.Join(first, "; ") + ".")
	default:
		p.Say("No single figure stands out of what coding does, as far as these runs tell.")
	}
}

// standOut are the first of some figures of which what each does is more than a chance find among so many.
func standOut(figures []lab.FigureDoubt) (all []lab.FigureDoubt) {
	for _, f := range figures[:min(len(figures), mostFirst)] {
		if !f.Idle() && f.Share.StandsOut(len(figures)) && f.Share.Low > 0 {
			all = append(all, f)
		}
	}
	return all
}

// coinBrier is the Brier score of one half for ever.
const coinBrier = 0.25

// hangs says what one history hangs on, each share with its interval.
func hangs(d *lab.Doubt) string {
	of := func(i stats.Interval) string {
		if i.High == 0 {
			return "no share that was seen"
		}
		return words.Whole(i.Mean) + " % (" + strings.TrimSuffix(wholly(i), " %") + ")"
	}
	on := []string{"on luck to " + of(d.Parts.Luck)}
	if d.Draws > 0 {
		on = append(on, "on the constants to "+of(d.Parts.Constants))
	}
	on = append(on, "on coding to "+of(d.Parts.Coding))
	return "What becomes of it in one history hangs " + words.And(on) + ", with 95 % intervals."
}

// movesMost names the constant that moves it most when it is turned alone, with those of which these runs cannot tell that they move it
// less; none that moves it no more than luck would.
func movesMost(knobs []lab.KnobDoubt) string {
	size := func(d stats.Difference) (least, most float64) { // of a change beyond luck
		return min(math.Abs(d.Low), math.Abs(d.High)), max(math.Abs(d.Low), math.Abs(d.High))
	}
	var names, changes []string
	least := 0.0
	for _, k := range knobs {
		if !k.Change.BeyondLuck() {
			continue
		}
		from, to := size(k.Change)
		if len(names) == 0 {
			least = from
		}
		if to >= least {
			names = append(names, words.Constant(k.Path))
			changes = append(changes, fmt.Sprintf("from %s to %s (%s points, 95 %% interval %s)", words.Percent(k.AtLow.Mean),
				words.Percent(k.AtHigh.Mean), words.Points(k.Change.Mean), words.PointsInterval(k.Change)))
		}
	}
	const alone = "turned alone from the 5 % to the 95 % quantile of its draws"
	switch len(names) {
	case 0:
		return "No fitted constant that is " + alone + " moves it by more than luck would."
	case 1:
		return "Of the fitted constants, each " + alone + ", " + names[0] + " moves it most: " + changes[0] + "."
	}
	return "Of the fitted constants, each " + alone + ", " + words.And(names) + " move it most, and these runs do not tell which of them more: " +
		words.And(changes) + "."
}

// turned says what another world comes to.
func turned(w lab.DoubtWorld) string {
	if !w.Change.BeyondLuck() {
		return words.Percent(w.Chance.Mean) + ", no more than luck would do"
	}
	return words.Percent(w.Chance.Mean) + ", " + pointBetween(w.Change)
}

func wholly(i stats.Interval) string {
	return words.Whole(i.Low) + " to " + words.Whole(i.High) + " %"
}

// reaches is a row for each thing that the chance hangs on.
func reaches(p *Page, d *lab.Doubt) {
	t := p.Section("What the chance hangs on").Columns(Text("what varies"), Figures("chance"), Figures("from and to"), Figures("change, points"))
	t.Add("luck", words.Level(d.InForce), words.LuckOf(d.InForce), "")
	t.Add("fitted constants", words.Level(d.InForce), words.ConstantsOf(d.InForce.Constants), "")
	if d.Recoded.Runs > 0 { // else it was cut short before
		t.Add(fmt.Sprintf("coding, by errors of %g", d.Error), words.Percent(d.Recoded.Mean), words.ConstantsOf(d.Recoded.Coding), changeCell(d.Moved))
	}
	if d.Rescaled.Runs > 0 {
		t.Add(fmt.Sprintf("unfitted constants, each up to ×%g", d.Factor), words.Percent(d.Rescaled.Mean), words.ConstantsOf(d.Rescaled.Coding), changeCell(d.RescaledMoved))
	}
	row := func(what string, w lab.DoubtWorld) {
		t.Add(what, words.Percent(w.Chance.Mean), words.Interval(w.Chance), changeCell(w.Change))
	}
	if d.Coder != nil {
		row("stances of a second coder", *d.Coder)
	}
	for _, w := range d.Starts {
		row("start: "+w.Name, w)
	}
	section := &p.Sections[len(p.Sections)-1].Below
	if d.Recoded.Runs > 0 {
		*section = append(*section, "Change: over the runs that were played both ways. What is played more often, as coding is, may have a chance that differs by "+
			"more or less.")
	}
	if d.Coder == nil {
		*section = append(*section, "Nobody coded the stances of this scenario a second time.")
	}
}

func knobs(p *Page, d *lab.Doubt) {
	if len(d.Knobs) == 0 {
		return
	}
	section := p.Section("What each fitted constant does when it is turned alone")
	t := section.Columns(Text("constant"), Figures("from"), Figures("to"), Figures("chance, from"), Figures("to"), Figures("change, points"))
	for _, k := range d.Knobs {
		t.Add(words.Constant(k.Path), words.Digits(k.Low), words.Digits(k.High), words.Percent(k.AtLow.Mean), words.Percent(k.AtHigh.Mean),
			changeCell(k.Change))
	}
	section.Below = []string{"From the 5 % to the 95 % quantile of its draws, with the same luck, all other fitted constants as they are drawn. History " +
		"knows some of them only together, so that one turned alone may move the chance by more than all do that fit history."}
}

// changeCell is a change in points with its interval, in a cell.
func changeCell(d stats.Difference) string {
	return words.Points(d.Mean) + " (" + words.PointsInterval(d) + ")"
}

// listedFigures are those that were moved by a rung each and move something, and those that move nothing; the first of all if none was moved.
func listedFigures(all []lab.FigureDoubt) (listed, idle []lab.FigureDoubt) {
	for _, f := range all {
		switch {
		case f.Idle():
			idle = append(idle, f)
		case f.Down != nil || f.Up != nil:
			listed = append(listed, f)
		}
	}
	if len(listed)+len(idle) == 0 {
		listed = all[:min(len(all), words.MostFigures)]
	}
	return listed, idle
}

// worklist is what a second coder should begin with.
func worklist(p *Page, d *lab.Doubt) {
	if len(d.Figures) == 0 {
		return
	}
	listed, idle := listedFigures(d.Figures)
	beyond := ""
	if len(standOut(d.Figures)) == 0 {
		beyond = "; none of them stands out of chance"
	}
	section := p.Section(fmt.Sprintf("A second coder's worklist: %d of %s, the largest share first%s", len(listed),
		words.Count(len(d.Figures), "figure")+" coded by hand", beyond))
	if len(idle) > 0 {
		section.Below = append(section.Below, "Left out, since moved by a rung they change nothing beyond luck, so that what share they have may be a chance find: "+
			words.And(pathsOf(idle))+".")
	}
	if len(listed) == 0 {
		return
	}
	t := section.Columns(Text("figure"), Figures("now"), Figures("share"), Text("rung down"), Text("rung up"))
	for _, f := range listed {
		t.Add(f.Path, words.Digits(f.Value), shareCell(f), rungCell(f.Down), rungCell(f.Up))
	}
	section.Below = append([]string{"Now: on the day on which talks open. Share: of what coding does, with its 95 % interval. Rung down, rung " +
		"up: the next rung of the rubric, and by how many points the chance changes if the figure is moved there as a whole; luck: by no " +
		"more than luck would; -: there is none, or it was not played."}, section.Below...)
	comeFrom(p, listed)
}

// comeFrom says where some figures are from.
func comeFrom(p *Page, all []lab.FigureDoubt) {
	t := p.Section("Where they come from").Columns(Text("figure"), Text("source"))
	for _, f := range all {
		path := f.Path
		if len(f.With) > 0 {
			path += ", with " + words.And(f.With)
		}
		t.Add(path, f.Source)
	}
}

func pathsOf(all []lab.FigureDoubt) (paths []string) {
	for _, f := range all {
		paths = append(paths, f.Path)
	}
	return paths
}

// shareCell is the share of a figure with its interval, and rungCell what another value does, in a cell.
func shareCell(f lab.FigureDoubt) string {
	return words.Whole(f.Share.Mean) + " % (" + strings.TrimSuffix(wholly(f.Share.Interval), " %") + ")"
}

func rungCell(r *lab.Rung) string {
	if r == nil {
		return "-"
	}
	told := words.Points(r.Change.Mean)
	if !r.Change.BeyondLuck() {
		told += ", luck"
	}
	return words.Digits(r.Value) + ": " + told
}

func forms(p *Page, d *lab.Doubt) {
	if len(d.Forms) == 0 {
		return
	}
	section := p.Section("By other rules")
	t := section.Columns(Text("rule"), Figures("chance"), Figures("95 % interval"), Figures("Brier score held out"))
	sorted := slices.Clone(d.Forms)
	slices.SortStableFunc(sorted, func(a, b lab.DoubtForm) int {
		switch {
		case a.Brier < b.Brier:
			return -1
		case a.Brier > b.Brier:
			return 1
		}
		return 0
	})
	for _, f := range sorted {
		t.Add(f.Title, words.Percent(f.Chance.Mean), words.Interval(f.Chance), fmt.Sprintf("%.2f", f.Brier))
	}
	of := "Each has the constants of its fit to all episodes of the shipped tournament"
	var unmoved []string
	for _, f := range sorted {
		if f.Unmoved {
			unmoved = append(unmoved, f.Title)
		}
	}
	if len(unmoved) > 0 {
		of += "; of " + words.And(unmoved) + " it " + words.LearntNothing("its")
	}
	section.Below = []string{of + ". Brier score: on the episodes that it was not fitted to; 0 is best, and a coin has 0.25."}
}
