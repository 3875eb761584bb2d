package plots

import (
	"fmt"
	"slices"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// Episode shows one piece of history: chances beside outcomes, and the model's dates beside history's.
func Episode(fig Figure, h *history.Hindcast, v history.Verdict) *Chart {
	figures := newFigureTable(fig, v)
	claims, dates := newClaimRows(fig, v), newDateRows(fig, v)
	// Each keeps the room that the other's text needs too, so that both pictures stand in line.
	beside := []columns{claims.columns(), dates.columns()}
	var parts panels
	if len(v.Figures) > 0 && !fig.fixed() && !fig.narrow() {
		parts = append(parts, panel{"What the episode asks", figures.height(), figures})
	}
	parts = append(parts, panel{"Chances, and what history made of them", claims.height(), claims.picture(beside)})
	if len(v.Dates) > 0 && !fig.fixed() {
		parts = append(parts, panel{"Dates", dates.height(), dates.picture(beside)})
	}
	keys := append(claims.keys(), dates.keys()...)
	return (&Chart{
		Title: episodeFound(v),
		Measured: fmt.Sprintf("Chance in the model of what the episode asks, in %%, beside history; verdict: %s; %s", words.PassOrMiss(v),
			words.Count(h.Runs, "run")),
		About:  episodeInWords(v),
		Notes:  episodeNotes(&h.Head, v) + claims.leftOut() + episodeLeftOut(fig, v),
		width:  fig.wide(page),
		height: keys.height(fig.wide(page)-2*margin) + spacing + parts.height(),
		body:   keyed{keys: keys, picture: parts},
	}).from(hindcastSource(h, v))
}

// episodeFound says of how many chances the model is right, or that history is yet to say.
func episodeFound(v history.Verdict) string {
	name := v.ID + " " + v.Title
	if v.Open {
		return name + ": history has not spoken yet"
	}
	if len(v.Claims) == 0 {
		return name + ": it asks for no chance"
	}
	right := 0
	for _, c := range v.Claims {
		if c.Side() > 0 {
			right++
		}
	}
	of := words.Count(len(v.Claims), "chance")
	if len(v.Aside) > 0 {
		of = words.Count(len(v.Claims), "scored chance")
	}
	return fmt.Sprintf("%s: on the right side of one half for %d of %s", name, right, of)
}

// episodeLeftOut tells of the parts for which there is no room.
func episodeLeftOut(fig Figure, v history.Verdict) string {
	var parts []string
	if len(v.Figures) > 0 && (fig.fixed() || fig.narrow()) {
		parts = append(parts, words.Count(len(v.Figures), "figure")+" that the episode is held to")
	}
	if len(v.Dates) > 0 && fig.fixed() {
		parts = append(parts, words.Count(len(v.Dates), "date"))
	}
	if len(parts) == 0 {
		return ""
	}
	return " Left out: " + words.And(parts) + "."
}

func episodeNotes(h *lab.Head, v history.Verdict) string {
	var notes string
	if len(v.Claims) > 0 {
		told := slices.ContainsFunc(v.Claims, func(c history.Claim) bool { return c.Chance.Constants != nil })
		notes = "Dot: share of the runs in which it happens in time. Bar: " + exact + barsNote(h, told) + " "
		if v.Open {
			notes += "History has not spoken yet. "
		} else {
			notes += "A chance is on the right side if it is above one half for what happened and below it for what did " +
				"not; one half itself is on neither. Brier score: mean squared error of the chances, 0 best (Brier 1950). "
		}
	}
	if len(v.Dates) > 0 {
		notes += "Median: over all runs; a run without the event counts as infinitely late, so the dot may lie beyond the " +
			"line, which leaves such runs out. Off by: median distance from history's date. "
	}
	return notes
}

func episodeInWords(v history.Verdict) string {
	text := fmt.Sprintf("%s: %s.", v.Title, words.PassOrMiss(v))
	for _, f := range v.Figures {
		value, unit, target := words.Yardstick(f)
		if text += fmt.Sprintf(" %s: %s", f.Name, value); unit != "" {
			text += " (" + unit + ")"
		}
		if target != "" {
			text += fmt.Sprintf(", target %s, %s", target, met(f))
		}
		text += "."
	}
	for _, c := range v.Claims {
		text += fmt.Sprintf(" %s: chance %s, in history %s.", c.About, words.Chance(c.Chance), inHistory(v, c))
	}
	for _, a := range v.Aside {
		text += fmt.Sprintf(" Told, and not scored: %s: chance %s, in history %s.", a.About, words.Chance(a.Chance), inHistory(v, a.Claim))
	}
	for _, d := range v.Dates {
		text += fmt.Sprintf(" %s: in history %s, median %s, 5 to 95 %% %s, never in %s.", d.About, words.Month(d.Truth),
			words.Month(d.Median), dateRange(d), words.Percent(d.Never.Mean))
	}
	return text
}
