package tables

import (
	"fmt"

	"entente/plots/words"
	"entente/sim/lab"
)

// Sweep tells what the outputs of a study come to over its points, and what they go with.
func Sweep(s *lab.Sweep) *Page {
	page := aboutStudy(&s.Head, &s.Plan)
	if len(s.Found) == 0 {
		return nothingPlayed(page)
	}
	for o := range s.Found[:1] {
		sayOutput(page, &s.Plan.Outputs[o], &s.Found[o], &s.Plan, s.Whole)
	}
	over := page.Section("Outputs over the points").Columns(Text("output"), Figures("mean"), Figures("least"), Figures("most"), Figures("spread"))
	for k, found := range s.Found {
		o := &s.Plan.Outputs[k]
		spread := words.Index(found.Spread)
		if o.IsChance() {
			spread = words.MovesOf(o, found.Spread)
		}
		least, most := "-", "-"
		if s.Plan.Each >= fewRuns {
			least, most = words.ValueOf(o, found.Least.Value), words.ValueOf(o, found.Most.Value)
		}
		over.Add(o.Name, words.ValueOf(o, found.Mean), least, most, spread)
	}
	for k := range s.Found {
		goesWith(page, &s.Plan, k, &s.Found[k])
	}
	movedFigures(page, &s.Plan)
	page.Notes = []string{"Mean: over all points. Least and most: at the first point where it is so; - where a point has fewer than " +
		words.Spelt(fewRuns) + " runs, so that they would be their luck. Spread: the standard deviation " +
		"between points; with few runs at a " +
		"point most of it is luck. Share: of the variance between points, what the means of the parts of a factor's range account for, less " +
		"what chance would; 0 if that leaves nothing. Parts are tenths of its range, each as likely, or its levels. 95 %: interval of the " +
		"luck of the draw, over points each with luck of its own, or over runs where all points share them (Cochran 1977; exact for a " +
		"chance if they are fewer than 60); - where there are fewer than ten."}
	method(page, methodOf(&s.Head, &s.Plan))
	return page
}

// sayOutput is the finding about an output.
func sayOutput(page *Page, o *lab.Output, found *lab.Swept, p *lab.Plan, n int) {
	if found.Spread == 0 {
		page.Say(fmt.Sprintf("%s is %s at every point: nothing that moves here moves it.", words.Capital(words.ChanceOf(o)), words.ValueOf(o, found.Mean)))
		return
	}
	page.Say(fmt.Sprintf("%s is %s in the mean over %s.", words.Capital(words.ChanceOf(o)), words.ValueOf(o, found.Mean), words.Count(n, "point")))
	if e := found.ByShare()[0]; e.Share > 0 {
		first, last := e.Ends()
		if !differ(first, last) {
			least, most := first, first
			for _, part := range e.Parts {
				if part.Points == 0 {
					continue
				}
				if part.Mean.Mean < least.Mean.Mean {
					least = part
				}
				if part.Mean.Mean > most.Mean.Mean {
					most = part
				}
			}
			how := "but so little was played that the parts of its range are not told apart"
			if differ(least, most) {
				how = fmt.Sprintf("and not one way: %s at %s, %s at %s", meanWithin(o, least), stretch(least), meanWithin(o, most), stretch(most))
			}
			page.Say(fmt.Sprintf("It goes most with %s, %s.", factorName(p, e.Factor), how))
			return
		}
		page.Say(fmt.Sprintf("It goes most with %s: %s where that is lowest (%s), %s where it is highest (%s).", factorName(p, e.Factor),
			meanWithin(o, first), stretch(first), meanWithin(o, last), stretch(last)))
		return
	}
	page.Say("It goes with no factor more than chance would have it.")
}

// meanWithin is the mean of an output over a part with its interval.
func meanWithin(o *lab.Output, p lab.Part) string {
	return words.ValueOf(o, p.Mean.Mean) + " (95 % interval " + reach(o, p.Mean.Low, p.Mean.High) + ")"
}

// differ tells whether the intervals of two parts do not meet, and rest on enough.
func differ(a, b lab.Part) bool {
	return a.Told() && b.Told() && (a.Mean.High < b.Mean.Low || b.Mean.High < a.Mean.Low)
}

func factorName(p *lab.Plan, id string) string {
	for _, f := range p.Factors {
		if f.ID == id {
			return f.Name
		}
	}
	return id
}

// stretch is a part of a factor's range.
func stretch(p lab.Part) string {
	if p.Low == p.High {
		return words.Digits(p.Low)
	}
	return words.Digits(p.Low) + " to " + words.Digits(p.High)
}

func goesWith(page *Page, p *lab.Plan, k int, found *lab.Swept) {
	o := &p.Outputs[k]
	t := page.Section("What goes with it: "+o.Name).Columns(Text("factor"), Figures("share"), Figures("at its lowest"), Figures("95 %"),
		Figures("at its highest"),
		Figures("95 %"))
	for _, e := range found.ByShare() {
		first, last := e.Ends()
		t.Add(factorName(p, e.Factor), words.Index(e.Share), words.ValueOf(o, first.Mean.Mean), reachOf(o, first), words.ValueOf(o, last.Mean.Mean),
			reachOf(o, last))
	}
}

// reachOf is the interval of an output over a part, if it rests on enough.
func reachOf(o *lab.Output, p lab.Part) string {
	if !p.Told() {
		return "-"
	}
	return reach(o, p.Mean.Low, p.Mean.High)
}

// reach is an interval of an output.
func reach(o *lab.Output, low, high float64) string {
	if o.IsChance() {
		return fmt.Sprintf("%.0f to %.0f", 100*min(max(low, 0), 1), 100*min(max(high, 0), 1))
	}
	return words.Index(low) + " to " + words.Index(high)
}

// Point tells how the runs at one point of a study ended.
func Point(p *lab.Point) *Page {
	page := aboutPlayed(&p.Head, fmt.Sprintf("Point %d of %d of %s, %s of %s, seed %d", p.Point, p.Plan.Points, p.Plan.Study,
		words.Count(p.Plan.Each, "run"), p.Scenario, p.Seed))
	if len(p.Ends) == 0 {
		return nothingPlayed(page)
	}
	page.Say(fmt.Sprintf("At point %d, %s of %s came to an end.", p.Point, words.Thousands(p.Runs), words.Count(len(p.Ends), "run")))
	at := page.Section("The point").Columns(Text("factor"), Text("path"), Figures("value"))
	for k, f := range p.Plan.Factors {
		at.Add(f.Name, f.Path, words.Digits(p.Values[k]))
	}
	section := page.Section("Its runs")
	columns := []Column{Figures("run")}
	for _, o := range p.Plan.Outputs {
		columns = append(columns, Figures(o.ID))
	}
	t := section.Columns(append(columns, Text("failed"))...)
	for _, r := range p.Ends[:min(len(p.Ends), mostShown)] {
		cells := []string{words.Thousands(r.Run)}
		failed := ""
		for k := range p.Plan.Outputs {
			if r.Failure != "" {
				cells = append(cells, "")
				failed = "yes"
				continue
			}
			cells = append(cells, words.Digits(r.Outputs[k]))
		}
		t.Add(append(cells, failed)...)
	}
	andMore(section, len(p.Ends))
	return page
}
