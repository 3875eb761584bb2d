package plots

import (
	"fmt"
	"slices"
	"strings"

	"entente/sim/lab/history"
)

// Hindcasts shows how the model fares on history: one chart of all episodes beside the rules to beat, then a chart for
// each episode with what it asks, its claims and its dates.
func Hindcasts(verdicts []history.Verdict) []Named {
	charts := []Named{{"hindcast", scoreboard(verdicts)}}
	for _, v := range verdicts {
		charts = append(charts, Named{"hindcast-" + strings.ToLower(v.ID), episode(v)})
	}
	return charts
}

// episode shows one piece of history: chances beside outcomes, and the model's dates beside history's.
func episode(v history.Verdict) *Chart {
	figures := newFigureTable(v)
	claims, dates := newClaimRows(v), newDateRows(v)
	// Each keeps the room that the other's text needs too, so that both pictures stand in line.
	beside := []columns{claims.columns(), dates.columns()}
	var parts panels
	if len(v.Figures) > 0 {
		parts = append(parts, panel{"What the episode asks", figures.height(), figures})
	}
	parts = append(parts, panel{"Chances, and what history made of them", claims.height(), claims.picture(beside)})
	if len(v.Dates) > 0 {
		parts = append(parts, panel{"Dates", dates.height(), dates.picture(beside)})
	}
	keys := append(claims.keys(), dates.keys()...)
	return &Chart{
		Title:  fmt.Sprintf("%s %s (%s)", v.ID, v.Title, outcome(v)),
		About:  episodeInWords(v),
		Notes:  episodeNotes(v),
		width:  page,
		height: keys.height(page-2*margin) + spacing + parts.height(),
		body:   keyed{keys: keys, picture: parts},
	}
}

// outcome says whether the model passed an episode.
func outcome(v history.Verdict) string {
	targets, missed := 0, 0
	for _, f := range v.Figures {
		if f.Target != "" {
			targets++
			if !f.Met {
				missed++
			}
		}
	}
	switch {
	case v.Open:
		return "open"
	case v.Pass:
		return "passed"
	case targets == 1:
		return "missed"
	}
	return fmt.Sprintf("missed %d of %d targets", missed, targets)
}

func episodeNotes(v history.Verdict) string {
	var notes string
	if len(v.Claims) > 0 {
		notes = "Dot: share of the runs in which it happens in time. Bar: " + bandNote + " "
		if v.Open {
			notes += "History has not spoken yet. "
		} else {
			notes += "A chance is on the right side if it is above one half for what happened and not above it for what did " +
				"not. Brier score: mean squared error of the chances, 0 best (Brier 1950). "
		}
	}
	if len(v.Dates) > 0 {
		notes += "Median: over all runs; a run without the event counts as infinitely late, so the dot may lie beyond the " +
			"line, which leaves such runs out. Off by: median distance from history's date. "
	}
	return notes + playedOn([]history.Verdict{v})
}

// playedOn says where the figures of verdicts come from.
func playedOn(verdicts []history.Verdict) string {
	var scenarios []string
	for _, v := range verdicts {
		s := fmt.Sprintf("%s (%d runs, seed %d)", v.Scenario, v.Runs, v.Seed)
		if !slices.Contains(scenarios, s) {
			scenarios = append(scenarios, s)
		}
	}
	if len(scenarios) == 0 {
		return "Source: Entente."
	}
	return "Source: Entente, scenario " + strings.Join(scenarios, ", ") + "."
}

func episodeInWords(v history.Verdict) string {
	text := fmt.Sprintf("%s: %s.", v.Title, outcome(v))
	for _, f := range v.Figures {
		text += fmt.Sprintf(" %s: %.3g (%s)", f.Name, f.Value, f.Unit)
		if f.Target != "" {
			text += fmt.Sprintf(", target %s, %s", f.Target, met(f))
		}
		text += "."
	}
	for _, c := range v.Claims {
		text += fmt.Sprintf(" %s: chance %s (95 %% interval %s), in history %s.", c.About, percent(c.Chance.Mean),
			interval(c.Chance), inHistory(v, c))
	}
	for _, d := range v.Dates {
		text += fmt.Sprintf(" %s: in history %s, median %s, 5 to 95 %% %s, never in %s.", d.About, month(d.Truth),
			month(d.Median), dateRange(d), percent(d.Never.Mean))
	}
	return text
}
