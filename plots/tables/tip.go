package tables

import (
	"fmt"

	"entente/plots/words"
	"entente/sim/lab"
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
	rows, rising := 0, 0
	for j := range t.Y {
		if _, up, ok := t.TipsAt(j); ok {
			rows++
			if up {
				rising++
			}
		}
	}
	least, most, leastAt, mostAt := t.Ends()
	at := func(p [2]float64) string {
		return fmt.Sprintf("%s %s and %s %s", x.Name, words.Digits(p[0]), y.Name, words.Digits(p[1]))
	}
	switch {
	case len(t.Contour) == 0 && most.Mean < 0.5 && most.High >= 0.5:
		page.Say(fmt.Sprintf("Where on this map %s reaches one half, if anywhere, so few runs cannot tell: it is highest, %s (95 %% interval "+
			"%s to %s), at %s.", words.ChanceOf(o), words.Percent(most.Mean), words.Percent(most.Low), words.Percent(most.High), at(mostAt)))
	case len(t.Contour) == 0 && most.Mean < 0.5:
		page.Say(fmt.Sprintf("Nowhere on this map does %s reach one half: it is highest, %s, at %s.", words.ChanceOf(o),
			words.Percent(most.Mean), at(mostAt)))
	case len(t.Contour) == 0:
		page.Say(fmt.Sprintf("Everywhere on this map is %s at least one half: it is lowest, %s, at %s.", words.ChanceOf(o),
			words.Percent(least.Mean), at(leastAt)))
	default:
		page.Say(fmt.Sprintf("%s tips: of %s on this map the lowest, at %s, has %s (95 %% interval %s), the highest, at %s, %s (%s).",
			words.Capital(words.ChanceOf(o)), words.Count(len(t.X)*len(t.Y), "point"), at(leastAt), words.Percent(least.Mean),
			words.Interval(least), at(mostAt), words.Percent(most.Mean), words.Interval(most)))
		first, last := -1, -1
		for j := range t.Y {
			if _, _, ok := t.TipsAt(j); ok {
				if first < 0 {
					first = j
				}
				last = j
			}
		}
		if rows > 0 {
			way := "rises"
			if rising*2 < rows {
				way = "falls"
			}
			said := fmt.Sprintf("Along %s it %s through one half %s where %s is %s", x.Name, way, tipsBetween(t, first), y.Name,
				words.Digits(t.Y[first]))
			if last > first {
				said += fmt.Sprintf(", and %s where it is %s", tipsBetween(t, last), words.Digits(t.Y[last]))
			}
			page.Say(said + ".")
		}
	}
	if !t.Moves[0] && !t.Moves[1] {
		page.Say(fmt.Sprintf("The scenario stands at %s.", at(t.Now)))
	}
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

// tipsBetween says that in a sentence.
func tipsBetween(t *lab.Tip, row int) string {
	switch b := t.TipsWithin(row); {
	case b.Near == nil && b.Far == nil:
		return "somewhere, which so few runs do not tell,"
	case b.Near == nil:
		return "short of " + words.Digits(*b.Far)
	case b.Far == nil:
		return "beyond " + words.Digits(*b.Near)
	default:
		return "between " + words.Digits(*b.Near) + " and " + words.Digits(*b.Far)
	}
}
