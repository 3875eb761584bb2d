package theatre

import (
	"strings"
	"testing"
)

// What is measured of the made-up world, worked by hand.
func TestTheMadeUpWorldIsMeasuredByHand(t *testing.T) {
	d := read(t, lay(t, asPublished, false))
	text := d.New(manila(t)).Text
	for _, c := range []struct{ why, line string }{
		{"every year is given, the year before the start too",
			`capability = { 1953 = 0.003, 1954 = 0.003, 1955 = 0.0035 } # measured: COW NMC v6.0, 1953-55`},
		{"-9 is missing, and a line is drawn across",
			`capability = { 1953 = 0.002, 1955 = 0.004 } # measured: COW NMC v6.0, 1953, 1955; none in 1954: a line across`},
		{"spending is in billions", `military_spending = { 1953 = 49.62, 1954 = 42.79, 1955 = 40.52 } # measured: COW NMC v6.0, current US$ bn, 1953-55`},
		{"half of a pair's trade may be on record: 2 / (80 + 2 + 18)",
			`trade.CHN = { 1954 = 0.02 } # measured: COW trade v4.0 with 3 partners, 1954; none after 1954: level from then`},
		{"a pair of which nothing is on record is asked for",
			`trade.CHN = "TODO" # measured: nothing in COW trade v4.0 with 2 partners; give the share of its trade that is with China, 0 if there is none`},
		{"trade over GDP in prices of the year: 100 / (30000 x 390.5 / 3000)",
			`openness = { 1954 = 0.026 } # measured: COW trade v4.0 over simulated GDP in US prices of the year, 1954; none after 1954: level from then`},
		{"a session is a year", `ideal_point = { 1953 = 0.5, 1954 = 0.6 } # measured: UN 2024-06, all votes, 1953-54; none after 1954: level from then`},
		{"NA is missing, and the first that there is is carried back",
			`ideal_point = { 1957 = 0.9 } # measured: UN 2024-06, all votes, 1957 is the first there is: carried back`},
		{"a figure too far off is told and not taken",
			`ideal_point = "TODO" # measured: UN 2024-06, all votes: the nearest there is, -1.9, is of 1971, which is too far; give the ideal point of a state like it; -4 to 4`},
		{"one change in the five years before each: (1 + 1) / (5 + 6.37), the same throughout",
			`volatility = { 1953 = 0.176 } # measured: Archigos, (changes of leader + 1) / (years + 6.37) in the five before, 1953-55`},
		{"elections that were held, no referendum and no second round",
			`elections = ["1955-11-08"] # measured: REIGN; called early: 1955-11-08`},
		{"the capital of the day", `latitude = 14.651 # measured: Quezon City, capital coordinates of peacesciencer`},
		{"a dispute is counted once, a rivalry by its years",
			`contest.CHN = "TODO" # rubric: what does China dispute with it? Hints: 2 disputes 1944-53, force used in 1, deaths, the last in 1952 (MID v4.03); rivals 1949-1989 (Thompson)`},
		{"a later dispute is a hint too", `friction = "TODO" # rubric: what is their quarrel? Hints: 1 dispute 1954-55, force used in 1, the last in 1955 (MID v4.03); 400 miles of water between`},
		{"a known treaty has its name", `title = "Manila Pact" # measured: ATOP v5.1, treaty 3260`},
		{"of two phases of one text one tie", `since = 1954-09-08 # measured: signed, ATOP v5.1, treaty 3260`},
		{"a day that is not known is left out", `since = 1951 # measured: signed, ATOP v5.1, treaty 9001`},
		{"who alone owes defence guarantees", `guarantor = "USA" # measured: alone owes defence, ATOP v5.1, treaty 9003`},
		{"a state that was born in the window counts from there: (0 + 1) / (4.73 + 6.37)",
			`volatility = { 1953 = 0.09, 1954 = 0.088, 1955 = 0.088 } # measured: Archigos, (changes of leader + 1) / (years + 6.37) in the five before, 1953-55`},
	} {
		if !strings.Contains(text, "\n"+c.line+"\n") {
			t.Errorf("%s: there is no line\n%s", c.why, c.line)
		}
	}
	for why, never := range map[string]string{
		"a sham election is none":                  "1954-02-26",
		"a treaty that ended before is none":       "9002",
		"a pair without a quarrel is not asked of": "[relations.PHL-USA]",
		"a treaty whose last phase is open holds":  "until = ",
	} {
		if strings.Contains(text, never) {
			t.Errorf("%s, and yet %q is written", why, never)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}
