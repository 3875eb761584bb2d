package scenarios

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"entente/sim"
)

// Written anew with the sources that it gives, the shipped file is itself, and the files of sim that it names are there.
func TestParametersAreWrittenAsTheyAreShipped(t *testing.T) {
	text, err := shipped.ReadFile(parametersFile)
	if err != nil {
		t.Fatal(err)
	}
	l, err := Load("asia-1950", Options{})
	if err != nil {
		t.Fatal(err)
	}
	preface, _, _ := strings.Cut(string(text), "\n[threat]")
	written := ParameterFile(preface, sim.DefaultTheory, l.Scenario.Parameters, func(name string) string {
		c, _ := l.Cite("parameters." + name)
		return c.Text
	})
	is := strings.Split(string(text), "\n")
	for k, line := range strings.Split(written, "\n") {
		if k >= len(is) || line != is[k] {
			t.Fatalf("line %d is written as %q, and differs from the shipped file", k+1, line)
		}
	}
	if len(written) != len(text) {
		t.Errorf("%d bytes are written of %d", len(written), len(text))
	}
	for _, m := range regexp.MustCompile(`(?m)^\[[a-z-]+\] # (sim/\S+)$`).FindAllStringSubmatch(written, -1) {
		if _, err := os.Stat(filepath.Join("..", m[1])); err != nil {
			t.Error(err)
		}
	}
}

// Each calibrated value lies inside the range of the posterior beside it: the shipped set is its middle. Where a range
// ends with what is allowed, the line says so.
func TestCalibratedParametersLieInTheirRange(t *testing.T) {
	text, err := shipped.ReadFile(parametersFile)
	if err != nil {
		t.Fatal(err)
	}
	form := regexp.MustCompile(`(?m)^# \[(\S+),(\S+)\]; .*\n\w+ = (\S+) # calibrated, (\S+) to ([^;, ]+)(, an end of what is allowed)?; prior `)
	found := form.FindAllStringSubmatch(string(text), -1)
	if n := strings.Count(string(text), " # calibrated"); n == 0 || len(found) != n {
		t.Fatalf("of %d calibrated values %d are in their form", n, len(found))
	}
	for _, m := range found {
		var v [5]float64
		for k := range v {
			if v[k], err = strconv.ParseFloat(m[1+k], 64); err != nil {
				t.Fatal(err)
			}
		}
		if low, high, value, q05, q95 := v[0], v[1], v[2], v[3], v[4]; value < q05 || value > q95 ||
			(q05 <= low || q95 >= high) != (m[6] != "") {
			t.Errorf("%v lies between %v and %v, allowed %v to %v: %s", value, q05, q95, low, high, m[0])
		}
	}
}
