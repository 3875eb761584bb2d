package tables

import (
	"fmt"
	"math"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Why tells how the gap to a world without some mechanisms divides among them.
func Why(w *lab.Why) *Page {
	p := aboutDoubted(&w.Head, howPlayed(w))
	p.Asked = append(p.Asked, howClose(w)...)
	whatCarries(p, w, "")
	if w.Runs > 0 {
		partByPart(p, w)
	}
	if live := present(w); len(live) > 0 {
		removals(p, live)
	}
	p.Notes = []string{whatAValueIs(w), "All is played with the same luck, so each run has values of its own, and those above are " +
		"their means. " +
		doubtOfMany(&w.Head, len(present(w)), "Intervals of values are those of Agresti and Min (2005) for matched pairs, carried over to figures between -1 "+
			"and 1; 95 % each for itself")}
	return p
}

// present are the mechanisms of which there is something to remove.
func present(w *lab.Why) []lab.Mechanism {
	var live []lab.Mechanism
	for _, m := range w.Mechanisms {
		if !m.Inert {
			live = append(live, m.Mechanism)
		}
	}
	return live
}

// howPlayed says whether every set of mechanisms was played.
func howPlayed(w *lab.Why) string {
	live := len(present(w))
	switch played := words.Count(w.Runs, "run") + " of " + w.Scenario; {
	case w.Exact:
		return fmt.Sprintf("%s with each of %s of mechanisms removed, seed %d: values are exact for these runs", played,
			words.Count(1<<live, "set"), w.Seed)
	default:
		return fmt.Sprintf("%s, in each of which %s mechanisms are removed in two orders, one drawn at random and its reverse (%s "+
			"of %s), seed %d",
			played, words.Spelt(live), words.Count(2*w.Runs, "order"), words.Thousands(int(stats.Factorial(live))), w.Seed)
	}
}

// howClose says how precise the values are, how precise they were to be, and what that would still cost.
func howClose(w *lab.Why) []string {
	if w.Runs == 0 {
		return nil
	}
	reached := "Precision: each value is known to within " + byPoints(w.Reached)
	switch {
	case w.Wanted == 0:
		return []string{reached + "."}
	case w.Reached <= w.Wanted:
		return []string{reached + "; " + byPoints(w.Wanted) + " were wanted."}
	}
	return []string{reached + "; " + byPoints(w.Wanted) + " were wanted, which would take about " + words.Count(w.Enough, "run") + "."}
}

func byPoints(half float64) string { return fmt.Sprintf("%.1f points", 100*half) }

// whyBeside is the first sentence of the answer where another level of the same chance, of other runs, stands beside.
func whyBeside(w *lab.Why) string {
	p := &Page{}
	whatCarries(p, w, " in "+words.Count(w.Runs, "run")+" of its own")
	return p.Finding[0]
}

// whatCarries is the answer in a few sentences; in says in which runs the chance changes, if these stand beside others.
func whatCarries(p *Page, w *lab.Why, in string) {
	sorted := w.ByPart()
	back, on, idle, inert := byDirection(sorted)
	first := w.Foremost()
	most := first.Most
	gap := shifted(w.AsIs, w.Removed, in, w.Gap)
	chance := "the chance that " + words.InForce(lab.The(w.ClauseTitle), w.End)
	changes := "raises"
	if w.Gap.Mean < 0 {
		changes = "lowers"
	}
	switch {
	case w.Runs == 0:
		p.Say("Nothing can be told: no run was played without every set of mechanisms that it needs.")
		return
	case len(inert) == len(sorted):
		p.Say("There is nothing to remove: the scenario has none of these mechanisms.")
	case !w.Gap.BeyondLuck():
		p.Say("Taking out " + together(w) + " changes " + chance + " by no more than luck would: " + gap + ".")
		sayIfHardlyEver(p, w.AsIs, w.Scenario)
	case most == nil && !first.None:
		p.Say("Taking out " + together(w) + " " + changes + " " + chance + " " + gap +
			"; these runs do not tell which mechanism carries most of that.")
	case most == nil:
		p.Say("Taking out " + together(w) + " " + changes + " " + chance + " " + gap +
			", and no mechanism carries more of that than luck would.")
	default:
		part := "the largest part of that is " + words.Mechanism(most.ID)
		if math.Abs(most.Carries.Mean) > math.Abs(w.Gap.Mean) {
			part = "more than all of that, in these runs, is the part of " + words.Mechanism(most.ID)
		}
		p.Say(fmt.Sprintf("Taking out %s %s %s %s, and %s: %s.", together(w), changes, chance, gap, part, pointBetween(most.Carries)))
		if others := first.Rivals; len(others) > 0 {
			p.Say("Intervals overlap: with other luck the largest part might be " + words.Or(carriers(others)) + ".")
		}
	}
	p.Say(fmt.Sprintf("%s, it is in force in %s, without them in %s.", words.Capital(words.StartsFrom(&w.Head)), words.ShareOf(w.AsIs),
		words.ShareOf(w.Removed)))
	say := func(text string, names []string) {
		if len(names) > 0 {
			p.Say(text + " " + words.And(names) + ".")
		}
	}
	if w.Gap.Mean < 0 {
		say("What carries the clause, in points:", on)
		say("What works the other way and holds it back:", back)
	} else {
		say("What holds the clause back, in points:", back)
		say("What works the other way and helps it on:", on)
	}
	say("No more than luck would:", idle)
	say("There is nothing of this to remove:", inert)
}

// carriers names some mechanisms.
func carriers(all []lab.Carried) []string {
	var names []string
	for _, m := range all {
		names = append(names, words.Mechanism(m.ID))
	}
	return names
}

// byDirection names the mechanisms that hold the clause back, that help it on, that luck leaves open, and of which
// there is nothing to remove.
func byDirection(sorted []lab.Carried) (back, on, idle, inert []string) {
	for _, m := range sorted {
		told := words.Mechanism(m.ID) + " (" + words.Points(m.Carries.Mean) + ")"
		switch {
		case m.Inert:
			inert = append(inert, words.Mechanism(m.ID))
			continue
		case !m.Carries.BeyondLuck():
			idle = append(idle, words.Mechanism(m.ID))
			continue
		case m.Carries.Mean > 0:
			back = append(back, told)
		default:
			on = append([]string{told}, on...)
		}
	}
	return back, on, idle, inert
}

// together names all the mechanisms that can be taken out at once.
func together(w *lab.Why) string {
	live := present(w)
	if n := len(live); n > 3 {
		return "all " + words.Spelt(n) + " mechanisms"
	}
	var names []string
	for _, m := range live {
		names = append(names, words.Mechanism(m.ID))
	}
	return words.And(names)
}

// narrow is how far the interval of a gap may reach, as a share of the gap, for parts of it to be told in per cent of it: one tenth,
// by judgement. A ratio to a gap that is known less well has an interval of its own, which nobody has worked out.
const narrow = 0.1

func isNarrow(gap stats.Difference) bool {
	reach := gap.Reach()
	if c := gap.Constants; c != nil {
		reach = max(reach, c.High-gap.Mean, gap.Mean-c.Low)
	}
	return reach <= narrow*math.Abs(gap.Mean) && gap.BeyondLuck()
}

func partByPart(p *Page, w *lab.Why) {
	told := toldOf(w.Gap.Constants, w.Gap.Coding)
	columns := append([]Column{Text("mechanism")}, doubtColumns("without it", told)...)
	shares := isNarrow(w.Gap)
	if shares {
		columns = append(columns, Figures("of the gap"))
	}
	t := p.Section("From the chance " + words.StartsFrom(&w.Head) + " to that without all of them, in points").Columns(columns...)
	row := func(name string, d stats.Difference) {
		cells := append([]string{name}, changeCells(d, told)...)
		if shares {
			cells = append(cells, fmt.Sprintf("%.0f %%", math.Round(100*d.Mean/w.Gap.Mean)+0)) // + 0 turns -0 into 0
		}
		t.Add(cells...)
	}
	for _, m := range w.ByPart() {
		if !m.Inert {
			row(words.Mechanism(m.ID), m.Carries)
		}
	}
	row("the gap", w.Gap)
}

// whatAValueIs explains Shapley values, and how they were found.
func whatAValueIs(w *lab.Why) string {
	note := "A Shapley value is what the removal of a mechanism adds to the chance, averaged over every order in which all of " +
		"them could be removed one after the other: none gains by being removed first or last, and the values add up to the gap " +
		"(Shapley 1953; Shorrocks 2013)."
	if !w.Exact {
		note += " Of so many mechanisms orders are drawn at random, each with its reverse (Castro, Gómez and Tejada 2009; " +
			"Mitchell et al. 2022): the values still add up to the gap, and more --runs bring them closer."
	}
	return note
}
