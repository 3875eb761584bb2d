package plots

import (
	"strings"
	"testing"

	"entente/sim/lab/history"
	"entente/sim/lab/stats"
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

// asideVerdict is an episode that tells of a pact which never came, and is not scored by it.
func asideVerdict() history.Verdict {
	v := missedVerdict()
	v.Aside = []history.Aside{{Claim: claimOf("", "fourth", "1915Q2", 0.8, false, 400), Why: "nobody asked"}}
	return v
}

// A pact that an episode tells of aside stands among the others, on its side, and is said not to be scored.
func TestATheatreShowsWhatIsNotScored(t *testing.T) {
	h := madeUpHindcast(asideVerdict())
	r := newTheatreRows(Figure{}, h)
	last := r.rows[len(r.rows)-1]
	if last.name != "Fourth by 1915Q2" || !last.wrong() {
		t.Errorf("the last row is %q, wrong %v", last.name, last.wrong())
	}
	about := h.Verdicts[0].Aside[0].About
	if notes := Theatres(Figure{}, h).Notes; !strings.Contains(notes, "Told, and not scored: "+about+" (X1).") {
		t.Errorf("the notes say %q", notes)
	}
	chart := Episode(Figure{}, h, h.Verdicts[0])
	if !strings.HasSuffix(chart.Title, "of 14 scored chances") || !strings.Contains(chart.About, "Told, and not scored: "+about+": chance 80.0 %") {
		t.Errorf("of the episode it says %q, %q", chart.Title, chart.About)
	}
	rows := newClaimRows(Figure{}, h.Verdicts[0]).rows
	if n := len(rows); rows[n-2].name != "told, and not scored" || rows[n-1].claim.About != about {
		t.Errorf("the last rows are %q and %q", rows[n-2].name, rows[n-1].name)
	}
}

// Of pacts on the right side whose interval of luck or constants holds one half the title says how many there are.
func TestTheatresSayHowManyAreOpen(t *testing.T) {
	v := missedVerdict()
	for k := range v.Claims {
		if v.Claims[k].Side() > 0 {
			v.Claims[k].Chance.Constants = &stats.Band{Low: 0.3, High: 0.9}
		}
	}
	want := "One rule, 1 theatre: on the right side of one half for 2 of 3 pacts; luck or constants leave that open for 2 of these"
	if title := Theatres(Figure{}, madeUpHindcast(v)).Title; title != want {
		t.Errorf("the title is %q, want %q", title, want)
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
		"decided":            {[]history.Verdict{missedVerdict()}, "One rule, 1 theatre: on the right side of one half for 2 of 3 pacts", ""},
		"two of one theatre": {[]history.Verdict{missedVerdict(), missedVerdict()}, "One rule, 1 theatre: on the right side of one half for 4 of 6 pacts", ""},
		"two theatres": {[]history.Verdict{missedVerdict(), func() history.Verdict { v := missedVerdict(); v.Theatre = "another"; return v }()},
			"One rule, 2 theatres: on the right side of one half for 4 of 6 pacts", ""},
		"aside":  {[]history.Verdict{asideVerdict()}, "One rule, 1 theatre: on the right side of one half for 2 of 4 pacts", ""},
		"open":   {[]history.Verdict{openVerdict()}, "One rule, 1 theatre: what it says of 2 pacts still open", ""},
		"fitted": {[]history.Verdict{fitted, passedVerdict()}, "", "The constants were fitted to 1 of these 2 episodes"},
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
