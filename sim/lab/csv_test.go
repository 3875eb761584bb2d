package lab

import (
	"bytes"
	"testing"
)

// A name that a spreadsheet would calculate is written so that it shows it; numbers stay numbers.
func TestNoCellIsAFormula(t *testing.T) {
	for _, c := range []struct{ cell, want string }{
		{"=1+1", "'=1+1"}, {"@SUM(A1)", "'@SUM(A1)"}, {"-2+3", "'-2+3"}, {"+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"}, {"\t=1", "'\t=1"},
		{"-0.5", "-0.5"}, {"+1", "+1"}, {"-1e-07", "-1e-07"}, {"-Inf", "-Inf"}, {"", ""}, {"JPN", "JPN"}, {"a=b", "a=b"},
	} {
		var b bytes.Buffer
		given := []string{c.cell, "x"}
		if err := Rows(&b, []string{"name", "x"}, func(row func(...string)) { row(given...) }); err != nil {
			t.Fatal(err)
		}
		if got := texts(given)[0]; got != c.want || given[0] != c.cell {
			t.Errorf("%q is written as %q, want %q, and is itself %q afterwards", c.cell, got, c.want, given[0])
		}
	}
}
