package sim

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Date is a moment as a decimal year: 2025.5 is the middle of 2025. A scenario writes it as a year ("2025"), a quarter
// ("2025Q3"), a month ("2025-07") or a day ("2025-07-14"); each means its first moment.
type Date float64

// longestMonth is the number of days by which a day divides its month. Months count as twelfths of a year, so that each
// day lies in its own month and quarter.
const longestMonth = 31

// ParseDate reads a date as a scenario writes it. The error says what was expected.
func ParseDate(text string) (Date, error) {
	bad := fmt.Errorf("%q is not a date: write 2025, 2025Q3, 2025-07 or 2025-07-14", text)
	year, rest := text, ""
	if len(text) > 4 {
		year, rest = text[:4], text[4:]
	}
	y, ok := digits(year)
	if !ok || y < 1000 {
		return 0, bad
	}
	switch {
	case rest == "":
		return Date(y), nil
	case len(rest) == 2 && rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4':
		return Date(float64(y) + float64(float64(rest[1]-'1')/4)), nil
	case strings.HasPrefix(rest, "-") && (len(rest) == 3 || len(rest) == 6 && rest[3] == '-'):
		m, ok := digits(rest[1:3])
		if !ok || m < 1 || m > 12 {
			return 0, bad
		}
		if len(rest) == 3 {
			return Date(float64(y) + float64(m-1)/12), nil
		}
		d, ok := digits(rest[4:])
		if !ok || d < 1 || d > daysIn(y, m) {
			return 0, bad
		}
		return Date(float64(y) + (float64(m-1)+float64(d-1)/longestMonth)/12), nil
	}
	return 0, bad
}

// digits reads a number that has no sign.
func digits(text string) (int, bool) {
	n, err := strconv.Atoi(text)
	return n, err == nil && text[0] >= '0' && text[0] <= '9'
}

// daysIn is how many days a month has, in the calendar that we still use.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return longestMonth
}

// Text writes a date the way people do: the shortest text that ParseDate reads as d. It panics if there is none.
func (d Date) Text() string {
	year := math.Floor(float64(d))
	share := float64(d) - year
	month := math.Floor(share * 12)
	for _, text := range []string{
		fmt.Sprintf("%.0f", year),
		fmt.Sprintf("%.0fQ%d", year, int(share*4)+1),
		fmt.Sprintf("%.0f-%02.0f", year, math.Round(share*12)+1), // a twelfth is not exact
		fmt.Sprintf("%.0f-%02.0f-%02.0f", year, month+1, math.Round((float64(share*12)-month)*longestMonth)+1),
	} {
		if back, err := ParseDate(text); err == nil && back == d {
			return text
		}
	}
	panic(fmt.Sprintf("sim: %v is no date that a scenario can say", float64(d)))
}

// Step is the length of a tick.
type Step string

// The three lengths a tick can have.
const (
	Month   Step = "month"
	Quarter Step = "quarter"
	Year    Step = "year"
)

// PerYear is the number of ticks in a year; 0 for a step that does not exist.
func (s Step) PerYear() int {
	switch s {
	case Month:
		return 12
	case Quarter:
		return 4
	case Year:
		return 1
	}
	return 0
}

// Calendar maps ticks to dates. Tick 0 is the one that holds the scenario's start.
type Calendar struct {
	first   int // ticks since year 0 at tick 0
	perYear int
	ticks   int
}

// NewCalendar covers start to end, both included.
func NewCalendar(start, end Date, step Step) Calendar {
	c := Calendar{perYear: step.PerYear()}
	c.first = c.absolute(start)
	c.ticks = c.absolute(end) - c.first + 1
	return c
}

// absolute counts ticks since year 0. The nudge keeps 2025-10 (2025.749999…) in its own month.
func (c Calendar) absolute(d Date) int {
	return int(math.Floor(float64(float64(d)*float64(c.perYear)) + 1e-6))
}

// Ticks is the length of a run.
func (c Calendar) Ticks() int { return c.ticks }

// PerYear is the number of ticks in a year.
func (c Calendar) PerYear() int { return c.perYear }

// Tick is the tick that holds d; it may lie outside [0, Ticks).
func (c Calendar) Tick(d Date) int { return c.absolute(d) - c.first }

// Date is the first moment of tick t.
func (c Calendar) Date(t int) Date { return Date(float64(c.first+t) / float64(c.perYear)) }

// Label names tick t the way people write it: 2027Q1, 2027-01 or 2027.
func (c Calendar) Label(t int) string {
	n := c.first + t
	y, k := n/c.perYear, n%c.perYear
	switch c.perYear {
	case 12:
		return fmt.Sprintf("%d-%02d", y, k+1)
	case 4:
		return fmt.Sprintf("%dQ%d", y, k+1)
	}
	return strconv.Itoa(y)
}

// YearEnds lists the last tick of every year the calendar covers.
func (c Calendar) YearEnds() []int {
	var ends []int
	for t := range c.ticks {
		if (c.first+t+1)%c.perYear == 0 || t == c.ticks-1 {
			ends = append(ends, t)
		}
	}
	return ends
}
