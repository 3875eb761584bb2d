package tables

import (
	"fmt"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
)

// Library tells what was expected of each what-if and what came out: a table for each scenario they are built on, then each
// in words.
func Library(l *lab.Library) *Page {
	head := l.Head
	head.Title = "What if?"
	p := aboutDoubted(&head, fmt.Sprintf("%s of each scenario, and as many of the one it is built on, with the same luck, seed %d",
		words.Count(l.Runs, "run"), l.Seed))
	p.Made = "Made by entente library: do not edit."
	whatHeld(p, l)
	changes := 0
	for k := range l.Shelves {
		onShelf(p, &l.Shelves[k], l)
		for _, w := range l.Shelves[k].WhatIfs() {
			changes += changesIn(w.ComparedWorld)
		}
	}
	p.Notes = []string{
		"The chance is the share of the runs in which the headline clause is in force at the end. Its change has the 95 % " +
			"interval of Agresti and Min (2005) for matched pairs: a pair of runs differs by what was changed alone.",
		"An expectation of higher or lower held if the interval lies wholly on that side of 0, however near, and is missed if it " +
			"does not and all of it falls short of 5 points to that side. The same held if the interval includes 0 and keeps " +
			"within 5 points of it, and is missed if it leaves 0 out. Where the interval is too wide for either, there are too " +
			"few runs to tell. A miss means that the model and the author disagree, and says nothing about which of them is right " +
			"about the world.",
		doubtOfMany(&l.Head, changes, "Intervals are 95 %, each for itself"),
	}
	return p
}

// whatHeld is the answer in a sentence, and what the question was in another.
func whatHeld(p *Page, l *lab.Library) {
	all, came := 0, map[lab.CameOut]int{}
	for _, s := range l.Shelves {
		for _, w := range s.WhatIfs() {
			all++
			came[w.CameOut]++
		}
	}
	held, missed, open := came[lab.Held], came[lab.Missed], came[lab.TooFewRuns]
	switch {
	case all == 0:
		p.Say("No what-if had been played before the end.")
	case held == all:
		p.Say("What its author expected came out in each of " + words.Count(all, "what-if") + ".")
	case open == all:
		p.Say("Whether what its author expected comes out cannot be told of any of " + words.Count(all, "what-if") +
			": there are too few runs.")
	case open > 0:
		p.Say(fmt.Sprintf("What its author expected came out in %d of %s, and was missed in %d; of %d there are too few runs to tell.",
			held,
			words.Count(all, "what-if"), missed, open))
	default:
		p.Say(fmt.Sprintf("What its author expected came out in %d of %s, and was missed in %d.", held, words.Count(all, "what-if"),
			missed))
	}
	p.Say("Each what-if is another scenario with a few figures changed. Its file says why, with sources, and what its author " +
		"expected of it, written down before it was run.")
}

// onShelf tells what came out of the what-ifs on one scenario.
func onShelf(p *Page, s *lab.Shelf, l *lab.Library) {
	base, held, missed := s.Base(), 0, 0
	whatIfs := s.WhatIfs()
	for _, w := range whatIfs {
		switch w.CameOut {
		case lab.Held:
			held++
		case lab.Missed:
			missed++
		}
	}
	section := p.Section("On " + base.Name)
	section.Text = []string{sentence(base.Title), inForce(base.ClauseTitle, base.End, base.InForce)}
	all, open := words.Count(len(whatIfs), "expectation"), len(whatIfs)-held-missed
	switch {
	case len(l.Shelves) == 1: // told above
	case open == 0:
		section.Text = append(section.Text, fmt.Sprintf("%d of %s held.", held, all))
	case open < len(whatIfs):
		section.Text = append(section.Text, fmt.Sprintf("%d of %s held, %d missed; %d are open.", held, all, missed, open))
	}
	told := anyTold(base.InForce)
	t := section.Columns(slices.Concat([]Column{Text("what if"), Text("expected"), Figures("chance")}, doubtColumns("change, points", told),
		[]Column{Text("came out")})...)
	for _, w := range whatIfs {
		cells := append([]string{w.Name, w.Expects, words.Level(w.InForce)}, againstA(w.Change, told)...)
		t.Rows = append(t.Rows, Row{To: w.Name, Cells: append(cells, whatCame(w))})
	}
	for _, w := range whatIfs {
		cameOut(p, base, w, l.Runs)
	}
}

// sentence ends with a full stop.
func sentence(text string) string { return strings.TrimRight(strings.TrimSpace(text), ".") + "." }

// whatCame says whether what was expected came out, and if not, what did.
func whatCame(w lab.WhatIf) string {
	switch d := w.Change.InForce; {
	case w.CameOut != lab.Missed:
		return string(w.CameOut)
	case w.Change.Same:
		return "missed: nothing differs"
	case !d.BeyondLuck():
		return "missed: no more than luck"
	case d.Mean > 0:
		return "missed: higher"
	}
	return "missed: lower"
}

// cameOut says in words what became of one what-if.
func cameOut(p *Page, base *lab.ComparedWorld, w lab.WhatIf, runs int) {
	section := p.Section(w.Name)
	section.Sub, section.File = true, strings.TrimSuffix(w.Name, ".toml")+".toml"
	section.Text = []string{sentence(w.Title), "Expected " + w.Expects + ": " + oneLine(w.Expectation)}
	if w.ClauseTitle != base.ClauseTitle || w.End != base.End {
		section.Below = append(section.Below, "The chance is that "+words.InForce(lab.The(w.ClauseTitle), w.End)+".")
	}
	if w.Runs < runs {
		section.Below = append(section.Below, "Played in "+words.Count(w.Runs, "run")+" alone.")
	}
	section.Below = append(section.Below, "Whose signature moves most, points: "+mostMoved(w)+".")
	var newly, gone []string
	for i, st := range w.States {
		switch was := base.States[i]; {
		case st.Role.Invited() && !was.Role.Invited():
			signs := "signs in " + words.Percent(st.Signed.Mean)
			if st.AtStart {
				signs = "bound from the start"
			}
			newly = append(newly, st.Name+" ("+signs+")")
		case !st.Role.Invited() && was.Role.Invited():
			gone = append(gone, st.Name)
		}
	}
	if len(newly) > 0 {
		section.Below = append(section.Below, "Invited here only: "+words.And(newly)+".")
	}
	if len(gone) > 0 {
		section.Below = append(section.Below, "No longer invited: "+words.And(gone)+".")
	}
}

// mostMoved names up to three states whose signing changes most, beyond luck.
func mostMoved(w lab.WhatIf) string {
	var names []string
	for _, st := range w.Moved() {
		names = append(names, fmt.Sprintf("%s %s (%s)", st.Name, words.Points(st.Change.Mean), words.PointsInterval(*st.Change)))
	}
	return atMost(3, names, noneBeyondLuck)
}
