package scenarios

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Each calibrated value that lies outside the range beside it says so, and no other does.
func TestParametersOutsideTheirRangeSaySo(t *testing.T) {
	text, err := shipped.ReadFile(parametersFile)
	if err != nil {
		t.Fatal(err)
	}
	form := regexp.MustCompile(`^\w+ = (\S+) # calibrated, (\S+) to ([^;, ]+)(, best point outside that range)?; prior `)
	calibrated, outside := 0, 0
	for line := range strings.Lines(string(text)) {
		if !strings.Contains(line, "# calibrated") {
			continue
		}
		calibrated++
		m := form.FindStringSubmatch(line)
		if m == nil {
			t.Errorf("not in the form of a calibrated value: %s", line)
			continue
		}
		var v [3]float64
		for k := range v {
			if v[k], err = strconv.ParseFloat(m[1+k], 64); err != nil {
				t.Fatal(err)
			}
		}
		out := v[0] < v[1] || v[0] > v[2]
		if out {
			outside++
		}
		if out != (m[4] != "") {
			t.Errorf("outside its range is %v: %s", out, line)
		}
	}
	if calibrated == 0 || outside == 0 {
		t.Errorf("of %d calibrated values %d lie outside their ranges: nothing is tested", calibrated, outside)
	}
}
