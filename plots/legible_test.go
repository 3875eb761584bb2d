package plots

import (
	"slices"
	"strings"
	"testing"
)

// A state whose name has letters that the type lacks bears its id; what has no id shows a question mark for each.
func TestNoLetterIsAnEmptyBox(t *testing.T) {
	for name, want := range map[string]string{
		"Japan": "Japan", "Türkiye": "Türkiye", "Ελλάδα": "Ελλάδα", "Україна": "Україна", "日本": "JPN", "대한민국": "JPN",
		"مصر": "JPN", "Japan 🇯🇵": "JPN",
		"Ja\x1bpan": "JPN",
	} {
		if got := nameShown("JPN", name); got != want {
			t.Errorf("%q is shown as %q, want %q", name, got, want)
		}
	}
	if got := shown("das 日本-Bündnis"); got != "das ??-Bündnis" {
		t.Errorf("a title is shown as %q", got)
	}
	for _, chart := range inOtherLetters() {
		for _, text := range textsOf(chart.Chart()) {
			if strings.ContainsFunc(text.line, lacks) {
				t.Errorf("%s: %q is written with empty boxes", chart.Name, text.line)
			}
		}
		checkChart(t, chart.Name, chart.Chart())
	}
	if !slices.ContainsFunc(textsOf(inOtherLetters()[1].Chart()), func(w written) bool { return w.line == "JPN" }) {
		t.Error("no row of the signatures is called JPN")
	}
}

// inOtherLetters are those of a run in which a state and the clause have names that the type has no letters for.
func inOtherLetters() []Named {
	s := pacificSummary()
	s.ClauseTitle = "the 太平洋 pact"
	for k := range s.States {
		if s.States[k].ID == "JPN" {
			s.States[k].Name = "日本"
		}
	}
	return OfRun(s)
}

func TestWhatCannotBeShownIsToldOnce(t *testing.T) {
	if w := Warnings(OfRun(pacificSummary())); len(w) > 0 {
		t.Errorf("charts in plain letters warn: %q", w)
	}
	w := Warnings(inOtherLetters())
	if len(w) != 1 || !strings.HasPrefix(w[0], "the charts have no type for 太平洋 and 日本: a state") {
		t.Errorf("the warnings are %q", w)
	}
	for _, n := range inOtherLetters() {
		want := 1
		if got := len(Warnings([]Named{n})); got != want {
			t.Errorf("%s has %d warnings, want %d", n.Name, got, want)
		}
	}
}
