package tables

import (
	"fmt"
	"strconv"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/design"
	"entente/sim/lab/stats"
)

// Discovery tells in which box of its factors a result of a study is frequent. file is where the middle of the box is
// written as a scenario; "" if nowhere.
func Discovery(d *lab.Discovery, file string) *Page {
	page := aboutStudy(&d.Head, &d.Plan)
	b, interest := &d.Boxes.Box, words.Interest(&d.Plan, &d.Interest)
	switch {
	case d.Boxes.Points == 0:
		return nothingPlayed(page)
	case len(d.Boxes.Path) == 0 && d.Boxes.Hits == 0:
		page.Say(fmt.Sprintf("At 0 %% of %s is it so that %s: there is no box to look for.", words.Count(d.Boxes.Points, "point"), interest))
		movedFigures(page, &d.Plan)
		return page
	case len(d.Boxes.Path) == 0:
		page.Say(fmt.Sprintf("At 100 %% of %s is it so that %s: every box is one.", words.Count(d.Boxes.Points, "point"), interest))
		movedFigures(page, &d.Plan)
		return page
	case b.Limits() == 0:
		page.Say(fmt.Sprintf("No limit on what moves here tells apart where %s: it is so at %s of the points.", interest,
			words.Percent(b.Density)))
	default:
		page.Say(fmt.Sprintf("At %s of the points at which %s, %s; of all points, at %s.", words.Percent(b.Density),
			words.And(limits(&d.Plan, b)), interest, words.Percent(float64(d.Boxes.Hits)/float64(d.Boxes.Points))))
		page.Say(fmt.Sprintf("That is the density of this box; it holds %s of all such points (coverage), in %s of the space.",
			words.Percent(b.Coverage), words.Percent(b.Mass)))
	}
	if h := d.Boxes.Held; h != nil {
		page.Say(fmt.Sprintf("Found in one half of the points, such a box has a density of %s (95 %% interval %s) and a coverage of %s in the "+
			"other half.",
			words.Percent(h.Density.Mean), words.Interval(h.Density), words.Percent(h.Coverage.Mean)))
	}
	if d.Boxes.Hits < fewHits {
		page.Say(fmt.Sprintf("It rests on %s of interest, which is little.", words.Count(d.Boxes.Hits, "point")))
	}
	if file != "" && len(d.Middle) > 0 {
		page.Say("Its middle is the scenario " + file + ".")
	}
	boxTable(page, d)
	tradeOff(page, d)
	movedFigures(page, &d.Plan)
	page.Notes = []string{"Coverage: which share of all points of interest the box holds. Density: which share of its points is of " +
		"interest. Where one counts for more than the other, " +
		"take another box of the trade-off with --box. Quasi-p: the chance of as many points of interest if the limit told nothing; limits " +
		"above 0.05 are dropped. " +
		"A box is made on the points that it is judged by, so that another half judges it less kindly."}
	used := ""
	if d.Plan.Design == design.Saltelli { // the others of a row are mixtures of its first two
		used = fmt.Sprintf(" in the %s that are the first two of each row and independent", words.Thousands(d.Boxes.Points))
	}
	method(page, methodOf(&d.Head, &d.Plan), "The box was found"+used+" by the patient rule induction method (Friedman and Fisher 1999), "+
		"as Bryant and Lempert (2010) use it, "+
		"peeling a twentieth of the points at a time, pasting, and dropping limits with a quasi-p above 0.05.")
	return page
}

// fewHits is how many points of interest are few: judgement.
const fewHits = 50

// limits says what a box asks of each factor that it limits.
func limits(p *lab.Plan, b *stats.Box) []string {
	var all []string
	for k, f := range p.Factors {
		if b.Bounded[k] {
			all = append(all, f.Name+" is "+limit(&f, b, k))
		}
	}
	return all
}

func limit(f *lab.Factor, b *stats.Box, k int) string {
	lowest, highest := b.Low[k] <= f.Values.Low+nearEnd*(f.Values.High-f.Values.Low),
		b.High[k] >= f.Values.High-nearEnd*(f.Values.High-f.Values.Low)
	switch {
	case lowest:
		return "at most " + words.Near(b.High[k])
	case highest:
		return "at least " + words.Near(b.Low[k])
	}
	return "from " + words.Near(b.Low[k]) + " to " + words.Near(b.High[k])
}

// nearEnd is how near to the end of a range, as a share of it, a limit says nothing.
const nearEnd = 0.01

func boxTable(page *Page, d *lab.Discovery) {
	if d.Boxes.Box.Limits() == 0 {
		return
	}
	t := page.Section("The box").Columns(Text("factor"), Text("lies"), Text("of"), Figures("quasi-p"))
	for k, f := range d.Plan.Factors {
		if d.Boxes.Box.Bounded[k] {
			q := "<0.001"
			if p := d.Boxes.QuasiP[k]; p >= 0.001 {
				q = fmt.Sprintf("%.3f", p)
			}
			t.Add(f.Name, limit(&f, &d.Boxes.Box, k), words.Digits(f.Values.Low)+" to "+words.Digits(f.Values.High), q)
		}
	}
}

// tradeOff shows some boxes of the path.
func tradeOff(page *Page, d *lab.Discovery) {
	section := page.Section("Coverage against density, as more is peeled off")
	t := section.Columns(Figures("box"), Figures("coverage"), Figures("density"), Figures("of the space"), Figures("points"),
		Figures("limits"), Text(""))
	step := (len(d.Boxes.Path) + mostShown - 1) / mostShown
	for i, b := range d.Boxes.Path {
		mark := ""
		if i == d.Boxes.Chosen && d.Boxes.Box.Limits() > 0 { // else no box stands above
			mark = "<- the box above is made from this one"
		}
		if i%step == 0 || i == d.Boxes.Chosen || i == len(d.Boxes.Path)-1 {
			t.Add(strconv.Itoa(i), words.Percent(b.Coverage), words.Percent(b.Density), words.Percent(b.Mass), words.Thousands(b.Inside),
				strconv.Itoa(b.Limits()), mark)
		}
	}
}
