package tables

import (
	"fmt"
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
	worklist(p, d)
	forms(p, d)
	p.Notes = []string{
		words.DoubtBands(d.Error) + " Both are found from runs each of which has a draw and a " +
			"coding, by what runs share that share the one or the other (Koch 1967).",
		words.DoubtShare + " Constants that move together share what they do, so that shares need not " +
			"add up to 100 %. Of so many figures some have an interval that leaves 0 out by luck: those named above have steeper lines " +
			"than the steepest of as many would have by luck in one case of twenty (Bonferroni).",
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
	if d.Parts != nil && d.Runs >= stats.Telling(d.Draws) {
		luck, constants, coding := shareOf(d.Parts)
		p.Say(fmt.Sprintf("What becomes of it in one history hangs on luck to %s, on the constants to %s and on coding to %s.", luck,
			constants, coding))
	}
	var others []string
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
		low, high := d.Forms[0].Chance, d.Forms[0].Chance
		for _, f := range d.Forms {
			if f.Chance.Mean < low.Mean {
				low = f.Chance
			}
			if f.Chance.Mean > high.Mean {
				high = f.Chance
			}
		}
		p.Say(fmt.Sprintf("By %s that stand on the common base, each with constants of its own, it is anywhere from %s (luck %s) to %s (luck %s).",
			words.Count(len(d.Forms), "other rule"), words.Percent(low.Mean), words.Luck(low), words.Percent(high.Mean),
			words.Luck(high)))
	}
	if len(d.Knobs) > 0 && d.Knobs[0].Share.StandsOut(len(d.Knobs)) && d.Knobs[0].Share.Low > 0 {
		p.Say(mostToDo(d.Knobs))
	}
	var first []string
	for _, f := range d.Figures[:min(len(d.Figures), mostFirst)] {
		if f.Share.StandsOut(len(d.Figures)) && f.Share.Low > 0 {
			first = append(first, fmt.Sprintf("%s, now %s: %s (%s)", f.Path, words.Digits(f.Value), words.Whole(f.Share.Mean)+" %",
				between95(f.Share)))
		}
	}
	if len(first) > 0 {
		p.Say("To code again first, with what each has of what coding does: " + strings.Join(first, "; ") + ".")
	} else {
		p.Say("No single figure stands out of what coding does, as far as these runs tell.")
	}
}

// mostToDo names the constant that most hangs on, with those of which these runs cannot tell that they have less to do with it.
func mostToDo(knobs []lab.KnobDoubt) string {
	var names, shares []string
	for _, k := range knobs[:min(len(knobs), mostFirst)] {
		if k.Share.StandsOut(len(knobs)) && k.Share.High >= knobs[0].Share.Low {
			names = append(names, words.Constant(k.Path))
			shares = append(shares, words.Whole(k.Share.Mean)+" % ("+between95(k.Share)+")")
		}
	}
	if len(names) == 1 {
		return fmt.Sprintf("Of the constants, %s has most to do with it: %s of what they do (95 %% interval %s).", names[0],
			words.Whole(knobs[0].Share.Mean)+" %", between95(knobs[0].Share))
	}
	return fmt.Sprintf("Of the constants, %s have most to do with it, and these runs do not tell which of them more: %s of what they do.",
		words.And(names), words.And(shares))
}

// shareOf divides the variance of one run, in per cent.
func shareOf(v *lab.VarianceParts) (luck, constants, coding string) {
	all := v.Luck + v.Constants + v.Coding
	if all == 0 {
		return "0 %", "0 %", "0 %"
	}
	of := func(part float64) string { return words.Whole(part/all) + " %" }
	return of(v.Luck), of(v.Constants), of(v.Coding)
}

// turned says what another world comes to.
func turned(w lab.DoubtWorld) string {
	if !w.Change.BeyondLuck() {
		return words.Percent(w.Chance.Mean) + ", no more than luck would do"
	}
	return words.Percent(w.Chance.Mean) + ", " + pointBetween(w.Change)
}

func between95(s stats.FirstOrder) string {
	return words.Whole(s.Low) + " to " + words.Whole(s.High) + " %"
}

// reaches is a row for each thing that the chance hangs on.
func reaches(p *Page, d *lab.Doubt) {
	t := p.Section("What the chance hangs on").Columns(Text("what varies"), Figures("chance"), Figures("from and to"), Figures("change, points"))
	t.Add("luck", words.Level(d.InForce), words.LuckOf(d.InForce), "")
	t.Add("constants of the theory", words.Level(d.InForce), words.ConstantsOf(d.InForce.Constants), "")
	t.Add(fmt.Sprintf("coding, by errors of %g", d.Error), words.Percent(d.Recoded.Mean), words.ConstantsOf(d.Recoded.Coding), "")
	row := func(what string, w lab.DoubtWorld) {
		t.Add(what, words.Percent(w.Chance.Mean), words.Interval(w.Chance), words.Points(w.Change.Mean)+" ("+words.PointsInterval(w.Change)+")")
	}
	if d.Coder != nil {
		row("stances of a second coder", *d.Coder)
	}
	for _, w := range d.Starts {
		row("start: "+w.Name, w)
	}
	if d.Coder == nil {
		p.Sections[len(p.Sections)-1].Below = []string{"Nobody coded the stances of this scenario a second time."}
	}
}

func knobs(p *Page, d *lab.Doubt) {
	if len(d.Knobs) == 0 {
		return
	}
	section := p.Section("Which constants")
	t := section.Columns(Text("constant"), Figures("5 to 95 %"), Figures("share"), Figures("95 % interval"), Figures("points for 1 sd"))
	for _, k := range d.Knobs {
		t.Add(words.Constant(k.Path), words.Digits(k.Low)+" to "+words.Digits(k.High), words.Whole(k.Share.Mean)+" %", between95(k.Share),
			words.Points(k.Share.Slope))
	}
	section.Below = []string{"Share: of what the constants do together. Points for 1 sd: how the chance moves along its draws."}
}

// listedFigures are those that were moved by a rung each; the first if none was.
func listedFigures(all []lab.FigureDoubt) []lab.FigureDoubt {
	moved := slices.DeleteFunc(slices.Clone(all), func(f lab.FigureDoubt) bool { return f.Down == nil && f.Up == nil })
	if len(moved) > 0 {
		return moved
	}
	return all[:min(len(all), words.MostFigures)]
}

// worklist is what a second coder should begin with.
func worklist(p *Page, d *lab.Doubt) {
	if len(d.Figures) == 0 {
		return
	}
	listed := listedFigures(d.Figures)
	section := p.Section(fmt.Sprintf("A second coder's worklist: %d of %s, the largest share first", len(listed),
		words.Count(len(d.Figures), "figure")+" coded by hand"))
	t := section.Columns(Text("figure"), Figures("now"), Figures("share"), Text("rung down"), Text("rung up"))
	rung := func(r *lab.Rung) string {
		if r == nil {
			return "-"
		}
		told := words.Points(r.Change.Mean)
		if !r.Change.BeyondLuck() {
			told += ", luck"
		}
		return words.Digits(r.Value) + ": " + told
	}
	for _, f := range listed {
		t.Add(f.Path, words.Digits(f.Value),
			words.Whole(f.Share.Mean)+" % ("+strings.TrimSuffix(between95(f.Share), " %")+")", rung(f.Down), rung(f.Up))
	}
	section.Below = []string{"Now: on the day on which talks open. Share: of what coding does, with its 95 % interval. Rung down, rung " +
		"up: the next rung of the rubric, and by how many points the chance changes if the figure is moved there as a whole; luck: by no " +
		"more than luck would; -: there is none, or it was not played."}
	sources := p.Section("Where they come from").Columns(Text("figure"), Text("source"))
	for _, f := range listed {
		path := f.Path
		if len(f.With) > 0 {
			path += ", with " + words.And(f.With)
		}
		sources.Add(path, f.Source)
	}
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
	section.Below = []string{"Each has the constants of its fit to all episodes of the shipped tournament. Brier score: on the episodes that " +
		"it was not fitted to; 0 is best, and a coin has 0.25."}
}
