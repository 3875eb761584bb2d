package tables

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
)

// About begins a page with what an answer knows of itself: its title, what was played of it, and what was changed.
func About(h *lab.Head, played string) *Page {
	p := &Page{Title: h.Title, Asked: []string{played}}
	if slices.ContainsFunc(h.Scenarios, func(name string) bool { return !strings.Contains(played, name) }) {
		p.Asked = append(p.Asked, "Scenarios: "+words.And(h.Scenarios)+".")
	}
	if h.CutShort() {
		p.Asked = append(p.Asked, "Cut short: "+words.Count(h.Asked, "run")+" were asked for.")
	}
	if n := len(h.Failures); n > 0 {
		p.Asked = append(p.Asked, "Failed and left out: "+words.Thousands(n)+" of "+words.Count(h.Played, "run")+".")
	}
	p.Asked = append(p.Asked, changes(h)...)
	if text := words.InHistory(h.InHistory); text != "" && slices.Contains(besideHistory, h.Question) {
		p.Asked = append(p.Asked, "Of "+lab.The(h.ClauseTitle)+": "+text+".")
	}
	if h.History != "" {
		p.Asked = append(p.Asked, "Begins with the alarm and the lost ground with which "+h.History+" ends, run by run.")
	}
	if h.AsOf != "" {
		p.Asked = append(p.Asked, "As of "+h.AsOf+": what is dated later is left out.")
	}
	for _, o := range whatIf(h) {
		p.Asked = append(p.Asked, "What if: "+o)
	}
	return p
}

// besideHistory are the questions about a chance or a decision whose finding does not say itself what became of the clause: it stands with
// what was asked.
var besideHistory = []string{"ablate", "why", "flip", "pivots", "drivers", "explain", "compare", "library", "tip", "sweep", "sensitivity", "discover"}

// playedOn names the scenario that an answer is about, or each of several.
func playedOn(h *lab.Head) string {
	if len(h.Scenarios) > 0 {
		return "each of " + words.And(h.Scenarios)
	}
	return h.Scenario
}

// mostChanges is how many changes of a scenario are told one by one. Of more it is told where they are.
const mostChanges = 20

// changes says what a scenario changes in the one that it is built on.
func changes(h *lab.Head) []string {
	switch n := len(h.Changes); {
	case n == 0:
		return nil
	case n > mostChanges:
		return []string{fmt.Sprintf("Changes in %s: %s in all, of which %s; --json lists them, and so does the manifest that --out writes.",
			h.Base, words.Thousands(n), changedTables(h.Changes))}
	}
	return []string{"Changes in " + h.Base + ": " + strings.Join(h.Changes, "; ") + "."}
}

// changedTables says in which tables of a scenario how many of its changes are, most of them first.
func changedTables(changes []string) string {
	count := map[string]int{}
	for _, c := range changes {
		path, _, _ := strings.Cut(c, " ")
		table, _, nested := strings.Cut(path, ".")
		if !nested {
			table = "its head"
		}
		count[table]++
	}
	tables := slices.SortedFunc(maps.Keys(count), func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	var told []string
	for _, t := range tables {
		told = append(told, words.Thousands(count[t])+" in "+t)
	}
	return words.And(told)
}

// whatIf is what departs from a scenario and is not told among its changes: a file may set parameters too.
func whatIf(h *lab.Head) []string {
	var told []string
	for _, o := range h.Overrides {
		if !slices.Contains(h.Changes, o) {
			told = append(told, words.Departs(o))
		}
	}
	return told
}

// ownDepartures says of one of several scenarios how it departs from what a reader would expect, save what all do.
func ownDepartures(p *Page, all, one *lab.Head) {
	for _, c := range changes(one) {
		p.Asked = append(p.Asked, one.Scenario+": "+c)
	}
	for _, o := range whatIf(one) {
		if !slices.Contains(whatIf(all), o) { // which are told already
			p.Asked = append(p.Asked, one.Scenario+", what if: "+o)
		}
	}
}
