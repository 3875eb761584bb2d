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
		fmt.Sprintf("A change is slight if its whole interval lies within %.0[1]f points either way. An expectation of higher or lower held if "+
			"the interval lies wholly on that side of 0 and is not slight, and is missed if all of it falls short of %.0[1]f points to that "+
			"side. The same held if the change is slight, and is missed if all of it is more. Else there are too few runs to tell. The interval is that "+
			"of luck; where that of the constants would come to something else, it is up to the constants, and where neither "+
			"interval reaches the side that was expected it went not that way, slightly or more. "+
			"Five points are judgement, and much where the chance is small. A miss means that the model and the author disagree, and says "+
			"nothing about which of them is right about the world.", 100*lab.Slight),
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
	held := came[lab.Held]
	switch {
	case all == 0:
		p.Say("No what-if had been played before the end.")
	case held == all:
		p.Say("What its author expected came out in each of " + words.Count(all, "what-if") + ".")
	case came[lab.TooFewRuns] == all:
		p.Say("Whether what its author expected comes out cannot be told of any of " + words.Count(all, "what-if") +
			": there are too few runs.")
	default:
		p.Say(fmt.Sprintf("What its author expected came out in %d of %s%s.", held, words.Count(all, "what-if"), others(came)))
	}
	if n := l.RunsToTell(); n > 0 {
		p.Say(fmt.Sprintf("To tell of all of them takes some %s runs, by how wide the intervals are now.", words.Thousands(n)))
	}
	p.Say("Each what-if is another scenario with a few figures changed. Its file says why, with sources, and what its author " +
		"expected of it, written down before it was run.")
}

// others says what came of those that did not hold, of so many each.
func others(came map[lab.CameOut]int) string {
	text := ""
	if n := came[lab.Missed]; n > 0 {
		text += fmt.Sprintf(", and was missed in %d", n)
	}
	if n := came[lab.SlightOnly]; n > 0 {
		text += fmt.Sprintf("; in %d the change is slight, less than %.0f points either way", n, 100*lab.Slight)
	}
	if n := came[lab.NotThatWay]; n > 0 {
		text += fmt.Sprintf("; in %d neither luck nor constants have it go that way", n)
	}
	if n := came[lab.UpToConstants]; n > 0 {
		text += fmt.Sprintf("; in %d it is up to the constants: of those that fit history about as well some say otherwise", n)
	}
	if n := came[lab.TooFewRuns]; n > 0 {
		text += fmt.Sprintf("; of %d there are too few runs to tell", n)
	}
	return text
}

// onShelf tells what came out of the what-ifs on one scenario.
func onShelf(p *Page, s *lab.Shelf, l *lab.Library) {
	base, came := s.Base(), map[lab.CameOut]int{}
	whatIfs := s.WhatIfs()
	for _, w := range whatIfs {
		came[w.CameOut]++
	}
	section := p.Section("On " + base.Name)
	section.Text = []string{sentence(base.Title), inForce(base.ClauseTitle, base.End, base.InForce)}
	if len(l.Shelves) > 1 { // else it is told above
		section.Text = append(section.Text, fmt.Sprintf("What was expected came out in %d of %s%s.", came[lab.Held],
			words.Count(len(whatIfs), "what-if"), others(came)))
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
	came := string(w.CameOut)
	switch d := w.Change.InForce; {
	case !slices.Contains([]lab.CameOut{lab.Missed, lab.SlightOnly, lab.UpToConstants, lab.NotThatWay}, w.CameOut):
		return came
	case w.Change.Same:
		return came + ": nothing differs"
	case !d.BeyondLuck():
		return came + ": no more than luck"
	case d.Mean > 0:
		return came + ": higher"
	}
	return came + ": lower"
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
