package sim

import (
	"fmt"
	"testing"
	"time"
)

// A date is read as a year, a quarter, a month or a day.
func TestDatesAreReadInEveryForm(t *testing.T) {
	for text, want := range map[string]float64{
		"2025": 2025, "2025Q3": 2025.5, "2025-07": 2025.5, "2025-01-01": 2025, "1951-09-08": 1951 + (8+7.0/31)/12,
		"2024-02-29": 2024 + (1+28.0/31)/12, "2000-02-29": 2000 + (1+28.0/31)/12,
	} {
		got, err := ParseDate(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		near(t, text, float64(got), want)
	}
	for _, text := range []string{"", "25", "2025Q5", "2025Q0", "2025-13", "2025-00", "2025-02-32", "2025/07", "next year", "2025-07-1",
		"0999",
		"2025-02-29", "1900-02-29", "2025-04-31", "2025-06-31", "2025-09-31", "2025-11-31", "2025-+1", "2025--1", "2025-01-+1",
		"+202", "2025-1-", "２０２５"} {
		if d, err := ParseDate(text); err == nil {
			t.Errorf("%q was read as %v", text, d)
		}
	}
}

// TestEveryDayIsInItsTick: a date lies in the quarter and month that people would say, for every day of a year.
func TestEveryDayIsInItsTick(t *testing.T) {
	days := []int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	for _, year := range []int{1947, 2025} {
		for m, n := range days {
			for d := range n {
				at, err := ParseDate(fmt.Sprintf("%d-%02d-%02d", year, m+1, d+1))
				if err != nil {
					t.Fatal(err)
				}
				q := NewCalendar(Date(year), Date(year+1), Quarter)
				if got, want := q.Label(q.Tick(at)), fmt.Sprintf("%dQ%d", year, m/3+1); got != want {
					t.Errorf("%d-%02d-%02d lies in %s, want %s", year, m+1, d+1, got, want)
				}
				c := NewCalendar(Date(year), Date(year+1), Month)
				if got, want := c.Label(c.Tick(at)), fmt.Sprintf("%d-%02d", year, m+1); got != want {
					t.Errorf("%d-%02d-%02d lies in %s, want %s", year, m+1, d+1, got, want)
				}
			}
		}
	}
}

func TestCalendarKeepsLabelsAndDatesTogether(t *testing.T) {
	for _, step := range []Step{Month, Quarter, Year} {
		c := NewCalendar(1999.5, 2004.25, step)
		for tick := range c.Ticks() {
			if d, err := ParseDate(c.Label(tick)); err != nil || c.Tick(d) != tick || c.Tick(c.Date(tick)) != tick {
				t.Errorf("%s: tick %d is called %s, which lies in tick %d (%v)", step, tick, c.Label(tick), c.Tick(d), err)
			}
		}
	}
	c := NewCalendar(2025.5, 2035.75, Quarter)
	if c.Ticks() != 42 || len(c.YearEnds()) != 11 || c.Label(c.YearEnds()[0]) != "2025Q4" {
		t.Errorf("2025Q3 to 2035Q4: %d ticks, year ends %v", c.Ticks(), c.YearEnds())
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2025", "2025Q3", "2025-07", "2025-07-14", "9999-12-31", "x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			return
		}
		if d < 1000 || d >= 10000 {
			t.Errorf("%q was read as %v", s, d)
		}
		if day, err := time.Parse(time.DateOnly, s); len(s) == len(time.DateOnly) && err != nil {
			t.Errorf("%q was read as %v, and is no day (%v)", s, d, day)
		}
	})
}
