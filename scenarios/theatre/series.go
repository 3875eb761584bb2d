package theatre

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// dated is one figure of a year.
type dated struct {
	year int
	text string // as it is printed
}

// significant prints a number with so many digits that say something.
func significant(x float64, digits int) string {
	if x == 0 {
		return "0"
	}
	places := digits - 1 - int(math.Floor(math.Log10(math.Abs(x))))
	if places < 0 {
		scale := math.Pow10(-places)
		return strconv.FormatFloat(math.Round(x/scale)*scale, 'f', 0, 64)
	}
	return decimal(x, places)
}

// decimal prints a number with at most so many places behind the point.
func decimal(x float64, places int) string {
	t := strconv.FormatFloat(x, 'f', places, 64)
	if strings.Contains(t, ".") {
		t = strings.TrimRight(strings.TrimRight(t, "0"), ".")
	}
	if t == "-0" {
		return "0"
	}
	return t
}

// thin leaves out years in which a straight line between those that stay prints the same: no step is blurred.
func thin(points []dated, print func(float64) string) []dated {
	if len(points) < 2 {
		return points
	}
	kept := points[:1:1]
	for from := 0; from < len(points)-1; {
		to := from + 1
		for to+1 < len(points) && straight(points[from:to+2], print) {
			to++
		}
		kept = append(kept, points[to])
		from = to
	}
	if len(kept) == 2 && kept[0].text == kept[1].text {
		return kept[:1]
	}
	return kept
}

// straight tells whether the line from the first point to the last prints all those between.
func straight(points []dated, print func(float64) string) bool {
	value := func(p dated) float64 { x, _ := strconv.ParseFloat(p.text, 64); return x }
	first, last := points[0], points[len(points)-1]
	a, b := value(first), value(last)
	for _, p := range points[1 : len(points)-1] {
		if print(a+(b-a)*float64(p.year-first.year)/float64(last.year-first.year)) != p.text {
			return false
		}
	}
	return true
}

// inTOML writes figures as a scenario does.
func inTOML(points []dated) string {
	var parts []string
	for _, p := range points {
		parts = append(parts, fmt.Sprintf("%d = %s", p.year, p.text))
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// span writes years as people do: 1949, 1951-54.
func span(years []int) string {
	var parts []string
	for k := 0; k < len(years); {
		last := k
		for last+1 < len(years) && years[last+1] == years[last]+1 {
			last++
		}
		switch part := fmt.Sprint(years[k]); {
		case last == k:
			parts = append(parts, part)
		case years[k]/100 == years[last]/100:
			parts = append(parts, fmt.Sprintf("%s-%02d", part, years[last]%100))
		default:
			parts = append(parts, fmt.Sprintf("%s-%d", part, years[last]))
		}
		k = last + 1
	}
	return strings.Join(parts, ", ")
}

// found is a figure over the years of a theatre.
type found struct {
	value string // in TOML; nothing if there is none at all
	note  string // which years, and what was carried
	told  string // the same for the list of what is not as it should be; nothing if all is
	far   bool   // the nearest figure there is lies too far off to stand for these years
}

// tooFar is how many years off a figure may lie and still stand for another year.
const tooFar = 10

// over looks a figure up for each year from one to another. What is not there for the first or the last is level from
// the nearest; of a figure with no year among them the last before stands for all, or else the first after. begins is
// the first year that is played: the one before it is taken only if it is there.
func over(from, begins, to int, at func(year int) (float64, bool), print func(float64) string) found {
	var points []dated
	var years, gaps []int
	for y := from; y <= to; y++ {
		if x, ok := at(y); ok {
			points, years = append(points, dated{y, print(x)}), append(years, y)
		}
	}
	if len(points) == 0 {
		return elsewhere(from, to, at, print)
	}
	const torn = 3 // years from the one before the start to the next, beyond which it tells of another time
	if len(years) > 1 && years[0] < begins && years[1]-years[0] > torn {
		points, years = points[1:], years[1:]
	}
	for y := years[0]; y < years[len(years)-1]; y++ {
		if !slices.Contains(years, y) {
			gaps = append(gaps, y)
		}
	}
	var told []string
	if years[0] > begins {
		told = append(told, fmt.Sprintf("none before %d: carried back", years[0]))
	}
	if len(gaps) > 0 {
		told = append(told, fmt.Sprintf("none in %s: a line across", span(gaps)))
	}
	if last := years[len(years)-1]; last < to {
		told = append(told, fmt.Sprintf("none after %d: level from then", last))
	}
	f := found{value: inTOML(thin(points, print)), note: span(years), told: strings.Join(told, "; ")}
	if f.told != "" {
		f.note += "; " + f.told
	}
	return f
}

// The years that data sets of states are looked through.
const firstYear, lastYear = 1816, 2100

func elsewhere(from, to int, at func(year int) (float64, bool), print func(float64) string) found {
	for y := from - 1; y >= firstYear; y-- {
		if x, ok := at(y); ok {
			return one(y, print(x), fmt.Sprintf("stale: %d is the last there is", y), from-y > tooFar)
		}
	}
	for y := to + 1; y <= lastYear; y++ {
		if x, ok := at(y); ok {
			return one(y, print(x), fmt.Sprintf("%d is the first there is: carried back", y), y-to > tooFar)
		}
	}
	return found{}
}

// one is a figure of a single year.
func one(year int, text, told string, far bool) found {
	if far {
		told = fmt.Sprintf("the nearest there is, %s, is of %d", text, year)
	}
	return found{inTOML([]dated{{year, text}}), told, told, far}
}
