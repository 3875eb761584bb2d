package tables

import (
	"fmt"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Tip tells where a chance crosses one half over two figures.
func Tip(t *lab.Tip) *Page {
	page := aboutStudy(&t.Head, &t.Plan)
	if !t.Whole {
		return nothingPlayed(page)
	}
	o, x, y := &t.Plan.Outputs[0], &t.Plan.Factors[0], &t.Plan.Factors[1]
	tips(page, t, o, x, y)
	section := page.Section(fmt.Sprintf("Chance that %s, in per cent: %s to the right, %s upwards", o.Name, x.Name, y.Name))
	columns := []Column{Figures("")}
	every := max((len(t.X)+mostLevels-1)/mostLevels, 1)
	for i := 0; i < len(t.X); i += every {
		columns = append(columns, Figures(words.Digits(t.X[i])))
	}
	columns = append(columns, Figures("tips within"))
	table := section.Columns(columns...)
	for j := len(t.Y) - 1; j >= 0; j-- {
		cells := []string{words.Digits(t.Y[j])}
		for i := 0; i < len(t.X); i += every {
			cells = append(cells, words.Whole(t.Chance[j][i].Mean))
		}
		within := "-"
		if _, _, ok := t.TipsAt(j); ok {
			within = tipRange(t, j)
		}
		table.Add(append(cells, within)...)
	}
	if every > 1 {
		section.Below = []string{fmt.Sprintf("Every %s level is shown; --json and --out list all.", words.Spelt(every)+"th")}
	}
	movedFigures(page, &t.Plan)
	page.Notes = []string{"Tips within: the levels between which the chance crosses one half along the row, the first time from the left: at " +
		"either its whole 95 % interval lies on one side; ? where no level is as sure, - if it does not cross. All points are played with the same " +
		"luck, so that neighbours differ by the two figures alone. With so many runs a chance near one half is known to within " +
		fmt.Sprintf("%.1f", 100*reachAtHalf(t.Plan.Each)) + " points (95 %). A figure that moves over time in the " +
		"scenario is held level here."}
	method(page, methodOf(&t.Head, &t.Plan), "The contour at one half was found by marching squares on the grid.")
	return page
}

// mostLevels is how many levels stand side by side in 80 columns.
const mostLevels = 9

// tips is the finding.
func tips(page *Page, t *lab.Tip, o *lab.Output, x, y *lab.Factor) {
	least, most := t.Ends()
	at := func(p [2]float64) string {
		return fmt.Sprintf("%s %s and %s %s", x.Name, words.Digits(p[0]), y.Name, words.Digits(p[1]))
	}
	chance := words.ChanceOf(o)
	reaches := fmt.Sprintf("from %s (95 %% interval %s) to %s (%s) over %s", words.Percent(least.Mean), words.Interval(least.Share),
		words.Percent(most.Mean), words.Interval(most.Share), words.Count(len(t.X)*len(t.Y), "point"))
	switch tips := t.Tips(); {
	case tips < 0 && most.Mean < 0.5:
		page.Say(fmt.Sprintf("Nowhere on this map does %s reach one half: it goes %s.", chance, reaches))
	case tips < 0:
		page.Say(fmt.Sprintf("Everywhere on this map is %s at least one half: it goes %s.", chance, reaches))
	case tips == 0:
		page.Say(fmt.Sprintf("Whether %s tips on this map, so few runs cannot tell: it goes %s.", chance, reaches))
	default:
		page.Say(fmt.Sprintf("%s tips: it goes %s.", words.Capital(chance), reaches))
	}
	page.Say(whereItEnds(least, most, at))
	page.Say(fmt.Sprintf("From the lowest %s to the highest it changes by %s, on average over the levels of the other; from the lowest %s to the "+
		"highest by %s.", x.Name, along(t.Along[0]), y.Name, along(t.Along[1])))
	if t.Tips() > 0 {
		page.sayIf(alongRows(t, x, y))
	}
	if !t.Moves[0] && !t.Moves[1] {
		page.Say(fmt.Sprintf("The scenario stands at %s.", at(t.Now)))
	}
}

// along is by how much a chance changes from one end of an axis to the other.
func along(d stats.Difference) string {
	if !d.BeyondLuck() {
		return fmt.Sprintf("no more than luck would do, %s points (95 %% interval %s)", words.Points(d.Mean), words.PointsInterval(d))
	}
	return pointBetween(d)
}

// whereItEnds names the lowest and the highest point of a map, each if luck leaves open no other.
func whereItEnds(least, most lab.End, at func([2]float64) string) string {
	untold := func(e lab.End, end string) string {
		return fmt.Sprintf("these runs do not tell which of %d points is %s", e.Alike+1, end)
	}
	switch {
	case least.Alike > 0 && most.Alike > 0:
		return words.Capital(untold(least, "lowest")) + fmt.Sprintf(", nor which of %d is highest.", most.Alike+1)
	case least.Alike > 0:
		return fmt.Sprintf("It is highest at %s; %s.", at(most.At), untold(least, "lowest"))
	case most.Alike > 0:
		return fmt.Sprintf("It is lowest at %s; %s.", at(least.At), untold(most, "highest"))
	}
	return fmt.Sprintf("It is lowest at %s, and highest at %s.", at(least.At), at(most.At))
}

// tipRange is within which levels a row tips, short.
func tipRange(t *lab.Tip, row int) string {
	b, from, to := t.TipsWithin(row), "?", "?"
	if b.Near != nil {
		from = words.Digits(*b.Near)
	}
	if b.Far != nil {
		to = words.Digits(*b.Far)
	}
	return from + " to " + to
}

// alongRows says between which levels the first and the last row tip of those that surely do; "" if none does.
func alongRows(t *lab.Tip, x, y *lab.Factor) string {
	var rows []int
	rising := 0
	for j := range t.Y {
		if b := t.TipsWithin(j); b.Near != nil && b.Far != nil {
			rows = append(rows, j)
			if _, up, _ := t.TipsAt(j); up {
				rising++
			}
		}
	}
	if len(rows) == 0 {
		return ""
	}
	way := "rises"
	if rising*2 < len(rows) {
		way = "falls"
	}
	between := func(row int) string {
		b := t.TipsWithin(row)
		return "between " + words.Digits(*b.Near) + " and " + words.Digits(*b.Far)
	}
	first, last := rows[0], rows[len(rows)-1]
	said := fmt.Sprintf("Along %s it %s through one half %s where %s is %s", x.Name, way, between(first), y.Name, words.Digits(t.Y[first]))
	if last > first {
		said += fmt.Sprintf(", and %s where it is %s", between(last), words.Digits(t.Y[last]))
	}
	return said + "."
}
