package plots

import (
	"strings"
	"testing"

	"entente/sim/lab/history"
)

// onOtherSide tells whether a chance is on the other side of one half than history; one half itself is on neither.
func onOtherSide(c *history.Claim) bool {
	if c.Truth {
		return c.Chance.Mean < 0.5
	}
	return c.Chance.Mean > 0.5
}

// Pacts stand in groups by what history made of them, in each the likeliest first; claims about states are left out, and nobody is
// wrong before history has spoken.
func TestPactsStandByHistoryAndChance(t *testing.T) {
	r := newTheatreRows(Figure{}, madeUpHindcast(oddVerdicts()["usual"]...))
	var names []string
	for _, row := range r.rows {
		names = append(names, row.name)
		switch {
		case row.claim == nil:
		case row.claim.State != "":
			t.Errorf("%s is about a state", row.name)
		case row.wrong() != (row.truth != "open" && onOtherSide(row.claim)):
			t.Errorf("%s has a chance of %v and came %s, yet wrong is %v", row.name, row.claim.Chance.Mean, row.truth, row.wrong())
		}
	}
	want := "In force in history, First by 1911Q2, Second by 1912Q2, Third by 1913Q2, Not in force in history, A clause in force binds both BBB and CCC by 1950Q4, " +
		"Proposed today, Pact by 2135Q4, Pact by 2130Q4"
	if got := strings.Join(names, ", "); got != want {
		t.Errorf("the rows are %q, want %q", got, want)
	}
}

// The title counts the pacts on the right side of one half; only what was seen in fitting is owned up to.
func TestTheatresFind(t *testing.T) {
	fitted := missedVerdict()
	fitted.Fitted = true
	for name, c := range map[string]struct {
		of         []history.Verdict
		title, own string
	}{
		"decided": {[]history.Verdict{missedVerdict()}, "One rule, 1 theatre: on the right side of one half for 2 of 3 pacts", ""},
		"open":    {[]history.Verdict{openVerdict()}, "One rule, 1 theatre: what it says of 2 pacts still open", ""},
		"fitted":  {[]history.Verdict{fitted, passedVerdict()}, "", "The constants were fitted to 1 of these 2 episodes"},
	} {
		chart := Theatres(Figure{}, madeUpHindcast(c.of...))
		if c.title != "" && chart.Title != c.title {
			t.Errorf("%s: the title is %q", name, chart.Title)
		}
		if got := strings.Contains(chart.Notes, "were fitted to"); got != (c.own != "") || !strings.Contains(chart.Notes, c.own) {
			t.Errorf("%s: the notes say %q", name, chart.Notes)
		}
	}
}
