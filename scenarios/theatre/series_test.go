package theatre

import (
	"testing"
)

// A year is left out only where a straight line prints the same.
func TestAYearIsLeftOutOnlyOnAStraightLine(t *testing.T) {
	for _, c := range []struct {
		why   string
		year  int
		value []float64
		want  string
	}{
		{"a straight line", 1950, []float64{0.1, 0.2, 0.3}, "{ 1950 = 0.1, 1952 = 0.3 }"},
		{"a step", 1945, []float64{0.362, 0.362, 0.705, 0.737}, "{ 1945 = 0.362, 1946 = 0.362, 1947 = 0.705, 1948 = 0.737 }"},
		{"nothing moves", 1950, []float64{0.5, 0.5, 0.5}, "{ 1950 = 0.5 }"},
		{"a peak between equals", 1950, []float64{1, 2, 1}, "{ 1950 = 1, 1951 = 2, 1952 = 1 }"},
		{"one year", 1950, []float64{2}, "{ 1950 = 2 }"},
		{"what rounds to the line", 1950, []float64{0, 0.25, 0.5004, 0.75}, "{ 1950 = 0, 1953 = 0.75 }"},
	} {
		at := func(y int) (float64, bool) {
			if k := y - c.year; k >= 0 && k < len(c.value) {
				return c.value[k], true
			}
			return 0, false
		}
		if f := over(c.year, c.year, c.year+len(c.value)-1, at, decimals(3)); f.value != c.want || f.told != "" {
			t.Errorf("%s: %s (%s), want %s", c.why, f.value, f.told, c.want)
		}
	}
}

// What is not there for each year is told.
func TestWhatIsNotThereForEachYearIsTold(t *testing.T) {
	some := func(years ...int) func(int) (float64, bool) {
		return func(y int) (float64, bool) {
			for _, x := range years {
				if x == y {
					return float64(y - 1900), true
				}
			}
			return 0, false
		}
	}
	for _, c := range []struct {
		why         string
		at          func(int) (float64, bool)
		value, told string
		far         bool
	}{
		{"the year before the start may be missing", some(1954, 1955, 1956, 1957), "{ 1954 = 54, 1957 = 57 }", "", false},
		{"late", some(1955, 1956, 1957), "{ 1955 = 55, 1957 = 57 }", "none before 1955: carried back", false},
		{"early", some(1953, 1954), "{ 1953 = 53, 1954 = 54 }", "none after 1954: level from then", false},
		{"a gap", some(1953, 1954, 1957), "{ 1953 = 53, 1957 = 57 }", "none in 1955-56: a line across", false},
		{"a year before the start that is far from the next", some(1953, 1957), "{ 1957 = 57 }", "none before 1957: carried back", false},
		{"stale", some(1948, 1950), "{ 1950 = 50 }", "stale: 1950 is the last there is", false},
		{"only later", some(1960, 1962), "{ 1960 = 60 }", "1960 is the first there is: carried back", false},
		{"too far", some(1980), "{ 1980 = 80 }", "the nearest there is, 80, is of 1980", true},
		{"nothing", some(), "", "", false},
	} {
		if f := over(1953, 1954, 1957, c.at, digits(4)); f.value != c.value || f.told != c.told || f.far != c.far {
			t.Errorf("%s: %s, %q, %v, want %s, %q, %v", c.why, f.value, f.told, f.far, c.value, c.told, c.far)
		}
	}
}

// A figure is printed to as many digits as its source bears.
func TestFiguresArePrintedToTheirDigits(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{significant(0.00123456, 4), "0.001235"}, {significant(2565006.9, 4), "2565000"}, {significant(0, 4), "0"},
		{significant(9.9999, 4), "10"},
		{significant(-1.5, 4), "-1.5"}, {significant(42.786, 4), "42.79"}, {decimal(-0.0001, 3), "0"}, {decimal(0.5, 3), "0.5"},
		{span([]int{1949, 1951, 1952, 1953}), "1949, 1951-53"}, {span([]int{1999, 2000, 2001}), "1999-2001"},
		{day{1951, 9, 1}.text(), "1951-09-01"}, {day{1951, 9, 0}.text(), `"1951-09"`}, {day{1951, 0, 0}.text(), "1951"},
		{day{1951, 0, 0}.quoted(), `"1951"`},
	} {
		if c.got != c.want {
			t.Errorf("%s is printed, want %s", c.got, c.want)
		}
	}
}
