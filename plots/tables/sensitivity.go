package tables

import (
	"fmt"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Sensitivity tells on which factors the outputs of a study hang, and how far.
func Sensitivity(s *lab.Sensitivity) *Page {
	page := aboutStudy(&s.Head, &s.Plan)
	if len(s.Found) == 0 {
		return nothingPlayed(page)
	}
	if s.Broken > 0 {
		page.Asked = append(page.Asked, fmt.Sprintf("Left out: %s with a point at which every run failed.", words.Count(s.Broken,
			rowKind(&s.Plan))))
	}
	hangsOn(page, s)
	for k := range s.Found {
		if s.Found[k].Sobol != nil {
			sobolTable(page, s, k)
		} else {
			morrisTable(page, s, k)
		}
	}
	movedFigures(page, &s.Plan)
	if s.Found[0].Sobol != nil {
		page.Notes = []string{"First: the share of the variance of the output, over all that moves, that would go if this factor alone were " +
			"known. Total: what would " +
			"remain if all but this were known, so that it holds what the factor does together with others. First indices add up to at most 1, " +
			"total ones to at " +
			"least 1. Luck: which runs are played; with more runs at a point its share falls. Each is a share of the ranges above: with others " +
			"it is " +
			"another. An index may come out a little below 0 or above 1 by the luck of the sample."}
		method(page, methodOf(&s.Head, &s.Plan), "First-order indices after Saltelli et al. (2010), total indices after Jansen (1999), with "+
			"percentile intervals (95 %) "+
			"over 1,000 resamples of rows.")
		return page
	}
	page.Notes = []string{"mu*: the mean size of what the whole range of the factor does to the output, whichever way, all else where a " +
		"trajectory happens to be. mu: the same with " +
		"its sign: near mu* in size if the factor always works one way. sigma: how much that differs from place to place, by the other " +
		"factors, by a " +
		"crooked line, or by luck. It ranks factors; shares of variance are told by Sobol's indices, with the design saltelli."}
	method(page, methodOf(&s.Head, &s.Plan), "Elementary effects after Morris (1991), their mean size after Campolongo, Cariboni and "+
		"Saltelli (2007), with percentile "+
		"intervals (95 %) over 1,000 resamples of trajectories.")
	return page
}

// rowKind is what the points of a design come in.
func rowKind(p *lab.Plan) string {
	if p.Design == "morris" {
		return "trajectory"
	}
	return "row"
}

// hangsOn is the finding, about the first output.
func hangsOn(page *Page, s *lab.Sensitivity) {
	found, o, names := &s.Found[0], &s.Plan.Outputs[0], s.Names()
	if found.Flat() {
		if found.Sobol == nil {
			page.Say(fmt.Sprintf("On no trajectory does a factor move %s: there is nothing to rank.", words.ChanceOf(o)))
			return
		}
		page.Say(fmt.Sprintf("%s is %s at each of %s, so that nothing has a share of its variance: there is none.",
			words.Capital(words.ChanceOf(o)), words.ValueOf(o, found.Sobol.Mean), words.Count(s.Whole*s.Plan.Points/max(s.Plan.Rows, 1), "point")))
		return
	}
	var told []string
	for _, k := range found.ByWeight() {
		if w := found.Weight(k); w.Low <= 0 || len(told) == mostWeighed {
			continue
		} else if found.Sobol != nil {
			told = append(told, names[k]+" "+varianceBetween(w))
		} else {
			told = append(told, fmt.Sprintf("%s by %s to %s", names[k], words.Size(o, w.Low), words.MovesOf(o, w.High)))
		}
	}
	switch {
	case len(told) == 0:
		page.Say(fmt.Sprintf("These runs tell of no factor that %s hangs on it.", words.ChanceOf(o)))
	case found.Sobol == nil:
		page.Say(fmt.Sprintf("What moves %s over its range, in the mean of its size (95 %% intervals): %s.", words.ChanceOf(o), words.And(told)))
	default:
		page.Say(fmt.Sprintf("Of the variance of whether %s, these hold so much with all that they do together with others (95 %% intervals): %s.",
			whatOf(o), words.And(told)))
	}
	if s.Ranks(0) {
		page.sayIf(weighsMost(found, names))
		return
	}
	if x := found.Sobol; x != nil {
		page.Say(fmt.Sprintf("These indices are not settled, so that they give no order: the widest interval is %s wide, where %s is usual "+
			"(Sarrazin et al. 2016); some %s rows would do.",
			words.Index(x.Width()), words.Index(stats.Settled), words.Thousands(rounded(x.RowsFor(stats.Settled)))))
		return
	}
	page.Say(fmt.Sprintf("So few trajectories give no order: %d are the least that is usual.", lab.LeastTrajectories))
}

// mostWeighed is how many factors the finding names.
const mostWeighed = 4

// weighsMost says which factor weighs most, or among which these runs do not tell; "" of one alone.
func weighsMost(found *lab.Sensitive, names []string) string {
	var most []string
	for _, k := range found.Foremost() {
		most = append(most, names[k])
	}
	switch {
	case len(names) == 1:
		return ""
	case len(most) == 1:
		return words.Capital(most[0]) + " weighs most."
	}
	return "Which of " + words.And(most) + " weighs most, these runs do not tell: the intervals overlap."
}

// rounded is a count to two digits: an estimate knows no more.
func rounded(n int) int {
	unit := 1
	for n/unit >= 100 {
		unit *= 10
	}
	return (n + unit - 1) / unit * unit
}

// whatOf is what an output is about, after "whether" or "of".
func whatOf(o *lab.Output) string {
	if o.IsChance() {
		return o.Name
	}
	return o.Name + " (a number)"
}

func varianceBetween(i stats.Interval) string {
	return fmt.Sprintf("%.0f to %.0f %%", 100*max(i.Low, 0), 100*max(i.High, 0))
}

func sobolTable(page *Page, s *lab.Sensitivity, k int) {
	o, found, names := &s.Plan.Outputs[k], &s.Found[k], s.Names()
	section := page.Section("Indices of: " + o.Name)
	if found.Flat() {
		section.Text = []string{fmt.Sprintf("It is %s at every point: it has no variance, and so nothing has a share of it.", words.ValueOf(o,
			found.Sobol.Mean))}
		return
	}
	t := section.Columns(Text("factor"), Figures("first"), Figures("95 % interval"), Figures("total"), Figures("95 % interval"))
	for _, i := range found.ByWeight() {
		first, total := found.Sobol.First[i], found.Sobol.Total[i]
		if total.Low == 0 && total.High == 0 { // at no point did it change anything, which drawing rows anew cannot change
			t.Add(names[i], words.Index(first.Mean), "none seen", words.Index(total.Mean), "none seen")
			continue
		}
		t.Add(names[i], words.Index(first.Mean), words.Index(first.Low)+" to "+words.Index(first.High), words.Index(total.Mean),
			words.Index(total.Low)+" to "+words.Index(total.High))
	}
	section.Below = []string{fmt.Sprintf("Mean %s, variance %s, by %s.", words.ValueOf(o, found.Sobol.Mean),
		words.Digits(found.Sobol.Variance), words.Count(s.Whole, "row"))}
}

func morrisTable(page *Page, s *lab.Sensitivity, k int) {
	o, found, names := &s.Plan.Outputs[k], &s.Found[k], s.Names()
	unit := ""
	if o.IsChance() {
		unit = ", in percentage points"
	}
	section := page.Section("Effects on: " + o.Name + unit)
	if found.Flat() {
		section.Text = []string{"No factor moves it on any trajectory."}
		return
	}
	figure := func(v float64) string { return words.Size(o, v) }
	t := section.Columns(Text("factor"), Figures("mu*"), Figures("95 % interval"), Figures("mu"), Figures("sigma"))
	for _, i := range found.ByWeight() {
		m := found.Morris[i]
		between := figure(m.MuStar.Low) + " to " + figure(m.MuStar.High)
		if m.MuStar.High <= 0 { // no step of any trajectory moved it, which drawing them anew cannot change
			between = "none seen"
		}
		t.Add(names[i], figure(m.MuStar.Mean), between, figure(m.Mu.Mean), figure(m.Sigma.Mean))
	}
}
