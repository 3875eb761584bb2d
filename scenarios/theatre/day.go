package theatre

import (
	"fmt"
	"slices"
	"strings"

	"entente/sim"
)

// day is a date as data sets give it, of which the day or the month may not be known. The zero day is none.
type day struct{ year, month, day int }

// text is the date as a scenario writes it.
func (d day) text() string {
	switch {
	case d.month == 0:
		return fmt.Sprint(d.year)
	case d.day == 0:
		return fmt.Sprintf("%q", fmt.Sprintf("%d-%02d", d.year, d.month))
	}
	return fmt.Sprintf("%d-%02d-%02d", d.year, d.month, d.day)
}

// quoted is the same where it stands in a list, whose items are all texts.
func (d day) quoted() string { return `"` + strings.Trim(d.text(), `"`) + `"` }

// date is the day as a number of years.
func (d day) date() sim.Date {
	if d.year == 0 {
		return 0
	}
	at, err := sim.ParseDate(strings.Trim(d.text(), `"`))
	if err != nil { // 31 February is the end of February
		at, _ = sim.ParseDate(fmt.Sprintf("%d-%02d", d.year, d.month))
	}
	return at
}

// dayIn reads a date out of three columns of a row; the zero day if its year is not known or 0, as of a treaty in force.
func (r *rows) dayIn(year, month, dayOf string) day {
	y, ok := r.whole(year, 0, 2200)
	if !ok || y == 0 {
		return day{}
	}
	m, _ := r.whole(month, 0, 12)
	n, _ := r.whole(dayOf, 0, 31)
	if m == 0 {
		n = 0
	}
	return day{y, m, n}
}

// dayOf reads a date that stands in one column: 1945-04-12, 1945/4/12 or, as Stata writes it, 12apr1945; or a month, 194504.
func (r *rows) dayOf(column string) day {
	text := strings.ToLower(r.text(column))
	if text == "" {
		return day{}
	}
	d, n := day{}, 0
	switch {
	case strings.Count(text, "-") == 2 || strings.Count(text, "/") == 2:
		n, _ = fmt.Sscanf(strings.ReplaceAll(text, "/", "-"), "%d-%d-%d", &d.year, &d.month, &d.day)
	case len(text) == 9:
		d.month = slices.Index(months, text[2:5]) + 1
		n, _ = fmt.Sscanf(text[:2]+" "+text[5:], "%d %d", &d.day, &d.year)
		n++
	case len(text) == 6:
		n, _ = fmt.Sscanf(text, "%4d%2d", &d.year, &d.month)
		n++
	}
	if n != 3 || d.month < 1 || d.month > 12 || d.day < 0 || d.day > 31 || d.year > 2200 {
		r.wrong(column, "is %q, must be a date such as 1945-04-12", text)
		return day{}
	}
	return d
}
