package plots

import (
	"fmt"
	"strings"
	"testing"

	"entente/sim/lab"
)

func TestLinesAtTheEndAreMedians(t *testing.T) {
	p := lab.Pair{}
	for rung, mean := range []float64{0.3, 0.1, 0, 0.15, 0.2, 0.05, 0.2} {
		p.Rungs[rung].Mean = mean
	}
	if got := medianRung(p); got != 3 {
		t.Errorf("45 %% reach rung 4 and 60 %% rung 3: the median rung is 3, not %d", got)
	}
	p.Rungs[0].Mean, p.Rungs[6].Mean, p.Rungs[4].Mean = 0.55, 0.1, 0.05
	if got := medianRung(p); got != 0 {
		t.Errorf("most runs have no tie, yet the median rung is %d", got)
	}
}

// In print without colour the three kinds of line must still differ.
func TestLinesDifferInGreyAndDash(t *testing.T) {
	for i, a := range rungClasses {
		for _, b := range rungClasses[:i] {
			if d := luminance(b.ink) - luminance(a.ink); d < 0.1 {
				t.Errorf("%q and %q differ by %.2f in luminance, want 0.1", a.words, b.words, d)
			}
			if fmt.Sprint(a.dashes) == fmt.Sprint(b.dashes) {
				t.Errorf("%q and %q have the same dashes", a.words, b.words)
			}
		}
	}
}

// A circle that grew has no title but its members' ids: the legend and the words call it by their names.
func TestNewArrangementsAreCalledByTheirMembersNames(t *testing.T) {
	s := pacificSummary()
	about := webInWords(s)
	for want, there := range map[string]bool{
		"New, Australia, Japan and the Philippines: at the end in 72.0 % of the runs.": true,
		"Quad (Australia, India, Japan and the United States)":                         true, "AUS": false, "JPN": false,
	} {
		if strings.Contains(about, want) != there {
			t.Errorf("that the words hold %q should be %v: %s", want, there, about)
		}
	}
	for k := range s.Web.Arrangements {
		if a := &s.Web.Arrangements[k]; a.Grew && a.AtEnd.Mean > 0.7 {
			a.AtEnd = share(0.49, 1000)
		}
	}
	if rare := webInWords(s); strings.Contains(rare, "New, Australia, Japan and the Philippines") || !strings.Contains(rare, "in less than half of the runs each.") {
		t.Errorf("what the map has no letter for is told one by one: %s", rare)
	}
	s = pacificSummary()
	shown, _ := letterArrangements(s, mostLetters)
	found := false
	for _, k := range webKeys(s, shown, nil, nil) {
		found = found || k.text == "Australia, Japan and the Philippines (new; end: 72.0 %)"
	}
	if !found {
		t.Error("no key of the map names Australia, Japan and the Philippines")
	}
}
