package plots

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab"
)

const (
	mostActorRows = 44 // of a chart; with more it would not fit on a page
	mostMinima    = 6
	longestSplit  = 5.2 * vg.Centimeter
)

// Landscape shows the lowest split of a landscape, how frustrated each actor is in its camp, and the energies of the
// splits that last.
func Landscape(fig Figure, s *lab.Landscape) *Chart {
	lowest := s.Minima[0]
	actors, left := frustrationRows(fig, s)
	splits := splitRows(fig, s)
	keys := legend{
		{text: "frustration in its camp", sample: func(c *draw.Canvas, left vg.Point) {
			for k, ink := range campInks {
				from := left.X + vg.Length(k)*keyWidth/2
				c.FillPolygon(ink, closed(vg.Rectangle{Min: vg.Point{X: from, Y: left.Y - 3},
					Max: vg.Point{X: from + keyWidth/2, Y: left.Y + 3}}))
			}
		}},
		{text: "if it alone changed camp", sample: func(c *draw.Canvas, left vg.Point) {
			hollow(c, disc, vg.Point{X: left.X + keyWidth/2, Y: left.Y})
		}},
	}
	head, title := "The splits that last, lowest energy first", fmt.Sprintf("%s: the lowest of %d splits that last: %s", words.Capital(s.Title), len(s.Minima), splitTold(lowest))
	if len(s.Minima) == 1 {
		head, title = "The one split that lasts", words.Capital(s.Title)+": the one split that lasts: "+splitTold(lowest)
	}
	parts := panels{
		{"Frustration by actor in the lowest split", keys.height(fig.wide(wide)-2*margin) + spacing + actors.height(),
			keyed{keys: keys, picture: actors.picture("Frustration (strength × propensity): left of 0 ease, right of 0 friends " +
				"across and foes beside")}},
		{head, splits.height(), splits.picture("Energy (strength² × propensity, each pair twice)")},
	}
	if fig.fixed() {
		parts = parts[:1]
	}
	return (&Chart{
		Title: title,
		Measured: fmt.Sprintf("Frustration of each actor in its camp (strength × propensity), and energy of splits; %s",
			words.Count(len(s.Actors), "actor")),
		About: landscapeInWords(s),
		Notes: landscapeNotes(fig, s, lowest, left),
		width: fig.wide(wide), height: parts.height(), body: parts,
	}).of(&s.Head)
}

// campInks are the inks of the two camps; headings tell them apart as well.
var campInks = [2]color.RGBA{blue, vermilion}

// frustrationRows list the actors by camp, in each the most frustrated first; left are those for whom there is no room.
func frustrationRows(fig Figure, s *lab.Landscape) (b barRows, left int) {
	lowest := s.Minima[0]
	b = barRows{fig: fig, heads: []string{"frustration", "if it changed"}, rings: true}
	for camp := range lowest.Names {
		var members []int
		strength := 0.0
		for i, c := range lowest.Camps {
			if c == camp+1 {
				members = append(members, i)
				strength += s.Strengths[i]
			}
		}
		slices.SortStableFunc(members, func(i, j int) int { return cmp.Compare(lowest.Frustration[j], lowest.Frustration[i]) })
		all := "all in one camp"
		if len(lowest.Names) > 1 {
			all = fmt.Sprintf("camp %d", camp+1)
		}
		b.rows = append(b.rows, barRow{name: fmt.Sprintf("%s: strength %s", all, round(strength)), heading: true})
		for k, i := range members {
			if k >= fig.rows(mostActorRows, 18, 8, 10)/len(lowest.Names) {
				left += len(members) - k
				break
			}
			b.rows = append(b.rows, barRow{
				name: fit(figureStyle, s.Actors[i], longestName), figure: lowest.Frustration[i], ring: lowest.Elsewhere[i],
				ink:   campInks[camp],
				cells: []string{round(lowest.Frustration[i]), round(lowest.Elsewhere[i])},
			})
		}
	}
	return b, left
}

// splitOf names a split by its smaller camp.
func splitOf(a lab.Alignment) string {
	if len(a.Names) < 2 {
		return "all in one camp"
	}
	small := a.Names[1]
	if len(a.Names[0]) < len(small) {
		small = a.Names[0]
	}
	return strings.Join(small, ", ") + " | the rest"
}

// splitTold is the same in a title, which has room for a few names.
func splitTold(a lab.Alignment) string {
	const few = 4
	if len(a.Names) > 1 && min(len(a.Names[0]), len(a.Names[1])) > few {
		return fmt.Sprintf("%d actors | %d", len(a.Names[0]), len(a.Names[1]))
	}
	return splitOf(a)
}

// splitRows are the lowest splits with their energies.
func splitRows(fig Figure, s *lab.Landscape) barRows {
	b := barRows{fig: fig, heads: []string{"energy", "leads here"}, tight: true}
	for _, a := range s.Minima[:min(len(s.Minima), mostMinima)] {
		name := splitOf(a)
		if s := figureStyle; s.Width(name) > longestSplit {
			const rest = " | the rest"
			name = fit(s, strings.TrimSuffix(name, rest), longestSplit-s.Width(rest)) + rest
		}
		basin := "?"
		if a.Basin.Runs > 0 {
			basin = words.Percent(a.Basin.Mean)
			if !s.Exact {
				basin += fmt.Sprintf(" (%s)", words.Interval(a.Basin))
			}
		}
		b.rows = append(b.rows, barRow{name: name, figure: a.Energy, ink: midGrey, cells: []string{round(a.Energy), basin}})
	}
	return b
}

func landscapeNotes(fig Figure, s *lab.Landscape, lowest lab.Alignment, left int) string {
	notes := "A split lasts if no actor would be less frustrated by changing camp alone. "
	if left > 0 {
		notes += fmt.Sprintf("Left out, less frustrated than those shown: %s. ", words.Count(left, "actor"))
	}
	if len(lowest.Indifferent) > 0 {
		notes += "Would as soon be in the other camp: " + fit(style(tinySize, quietText), strings.Join(lowest.Indifferent, ", "),
			wide) + ". "
	}
	drawn := mostMinima
	if fig.fixed() {
		drawn = 1 // by its actors
	}
	if more := len(s.Minima) - drawn; more > 0 {
		notes += fmt.Sprintf("Left out: %s more that %s. ", words.Count(more, "split"), map[bool]string{true: "lasts", false: "last"}[more == 1])
	}
	if fig.fixed() {
		return notes + "Theory: Axelrod and Bennett (1993)."
	}
	notes += "Leads here: share of "
	if s.Exact {
		notes += fmt.Sprintf("all %s from which moves, the steepest first, end in this one. ", words.Count(s.Starts, "split"))
	} else {
		notes += fmt.Sprintf("%s (seed %d) that end in this split, with its 95 %% interval (Clopper-Pearson); others may last too. ",
			words.Count(s.Followed, "random start"), s.Seed)
	}
	return notes + "Theory: Axelrod and Bennett (1993)."
}

func landscapeInWords(s *lab.Landscape) string {
	lowest := s.Minima[0]
	text := fmt.Sprintf("Bars, one for each actor in its camp. Lowest split, energy %s: %s.", round(lowest.Energy), against(lowest))
	for i, name := range s.Actors[:min(len(s.Actors), mostActorRows)] {
		text += fmt.Sprintf(" %s: frustration %s, %s if it changed camp.", name, round(lowest.Frustration[i]), round(lowest.Elsewhere[i]))
	}
	for _, a := range s.Minima[1:min(len(s.Minima), mostMinima)] {
		text += fmt.Sprintf(" Another that lasts, energy %s: %s.", round(a.Energy), against(a))
	}
	return text
}

// against names both camps.
func against(a lab.Alignment) string {
	var camps []string
	for _, names := range a.Names {
		camps = append(camps, strings.Join(names, ", "))
	}
	return strings.Join(camps, " against ")
}
