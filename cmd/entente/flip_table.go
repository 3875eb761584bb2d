package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"entente/sim/lab"
)

// writeFlip prints what would change the answer.
func writeFlip(out io.Writer, f *lab.Flip) error {
	var b strings.Builder
	heading(&b, f.Title, fmt.Sprintf("%s runs of %s in each of %d worlds, seed %d", thousands(f.Runs), f.Scenario, f.Worlds, f.Seed),
		0, 0, f.Overrides)
	if f.Cut {
		fmt.Fprintf(&b, "Cut short while searching %s.\n\n", f.Last)
	}
	fmt.Fprintf(&b, "%s in %s of the runs (95 %% interval %s).\n", f.What(), percent(f.AsIs.Mean), interval(f.AsIs))
	fmt.Fprintf(&b, "What would bring that %s?\n", f.Aim())
	answer(&b, f)
	eachLever(&b, f)
	whoIsInvited(&b, f)
	thePair(&b, f)
	commandsOf(&b, f)
	b.WriteString("\n" + wordsCost)
	_, err := io.WriteString(out, b.String())
	return err
}

// answer is the cheapest change in a sentence.
func answer(b *strings.Builder, f *lab.Flip) {
	switch one := f.Cheapest(); {
	case len(f.Levers) == 0:
	case one != nil:
		fmt.Fprintf(b, "The smallest change of one lever that does: %s (%s now).\n", one.At.Words, digits(one.Now))
	default:
		b.WriteString("No lever does so alone within its range.\n")
	}
}

// eachLever tells the levers that cross alone, and then those that do not.
func eachLever(b *strings.Builder, f *lab.Flip) {
	var flips, others []lab.Turn
	moves := false
	for _, l := range f.ByCost() {
		moves = moves || l.Moves
		if l.At != nil {
			flips = append(flips, l)
		} else {
			others = append(others, l)
		}
	}
	now := func(l lab.Turn) string {
		if l.Moves {
			return digits(l.Now) + " *"
		}
		return digits(l.Now)
	}
	if len(flips) > 0 {
		b.WriteString("\nEach lever alone, the smallest change first\n\n")
		table(b, func(t *tabwriter.Writer) {
			fmt.Fprintln(t, "  lever\tnow\tflips at\tcost\tchance\t95 % interval\tchange\t95 % interval\t")
			for _, l := range flips {
				fmt.Fprintf(t, "  %s\t%s\t%s\t%.2f\t%s\n", l.Name, now(l), digits(l.At.Values[0]), l.At.Cost, cameOf(l.At))
			}
		})
	}
	if len(others) > 0 {
		b.WriteString("\nNot reachable within range: no value that was tried crosses; the chance is the best of them\n\n")
		table(b, func(t *tabwriter.Writer) {
			fmt.Fprintln(t, "  lever\tnow\trange\tbest at\tchance\t95 % interval\tchange\t95 % interval\t")
			for _, l := range others {
				best := digits(l.Best.Values[0])
				if l.Best.Set == nil {
					best = "as it is"
				}
				fmt.Fprintf(t, "  %s\t%s\t%s to %s\t%s\t%s\n", l.Name, now(l), digits(l.Low), digits(l.High), best, cameOf(l.Best))
			}
		})
	}
	if moves {
		b.WriteString("  * moves over time: the value is that of the day the clause opens, and a flip holds the figure level.\n")
	}
}

// cameOf is the chance in a world and its change, with their intervals.
func cameOf(m *lab.Move) string {
	d := m.Change
	return fmt.Sprintf("%s\t%s\t%s\t%s to %s\t", percent(m.Chance.Mean), interval(m.Chance), points(d.Mean), points(d.Low), points(d.High))
}

func digits(v float64) string { return fmt.Sprintf("%.4g", v) }

// mostInvited is how many of the changes of the invited are told.
const mostInvited = 3

func whoIsInvited(b *strings.Builder, f *lab.Flip) {
	if len(f.Invited) == 0 {
		return
	}
	best := f.Invited[0]
	verdict := map[bool]string{true: "crosses", false: "does not cross"}[best.Crosses]
	fmt.Fprintf(b, "\nWho is invited: one founder left out, or one state more made a founder; the best of %d %s\n\n", len(f.Invited), verdict)
	table(b, func(t *tabwriter.Writer) {
		fmt.Fprintln(t, "  change\tchance\t95 % interval\tchange\t95 % interval\t")
		for _, m := range f.Invited[:min(mostInvited, len(f.Invited))] {
			fmt.Fprintf(t, "  %s\t%s\n", m.Words, cameOf(m))
		}
	})
}

func thePair(b *strings.Builder, f *lab.Flip) {
	switch {
	case f.Pair != nil:
		fmt.Fprintf(b, "\nThe cheapest of %d pairs of levers: %s.\n", f.Pairs, f.Pair.Words)
		m := f.Pair
		fmt.Fprintf(b, "Chance %s (95 %% interval %s), a change of %s points (%s to %s). Cost %.2f: %s.\n", percent(m.Chance.Mean),
			interval(m.Chance), points(m.Change.Mean), points(m.Change.Low), points(m.Change.High), m.Cost, againstOne(f))
	case f.Pairs > 0:
		fmt.Fprintf(b, "\nNone of %d pairs of levers does so on the three ways along which they were tried together.\n", f.Pairs)
	case !f.Cut:
		b.WriteString("\nNo two levers bring the chance nearer to the target, so no pair was tried.\n")
	}
}

// againstOne compares the pair with the cheapest lever alone.
func againstOne(f *lab.Flip) string {
	one := f.Cheapest()
	switch {
	case one == nil:
		return "no lever does so alone"
	case f.PairIsCheaper():
		return fmt.Sprintf("cheaper than %s alone, %.2f", one.Name, one.At.Cost)
	}
	return fmt.Sprintf("no cheaper than %s alone, %.2f", one.Name, one.At.Cost)
}

// commandsOf lists the command that plays each flip again.
func commandsOf(b *strings.Builder, f *lab.Flip) {
	var lines []string
	note := func(name string, m *lab.Move) { lines = append(lines, fmt.Sprintf("  %s\n    %s\n", name, m.Replay)) }
	for _, l := range f.ByCost() {
		if l.At != nil {
			note(l.Name, l.At)
		}
	}
	if len(f.Invited) > 0 && f.Invited[0].Crosses {
		note("who is invited", f.Invited[0])
	}
	if f.Pair != nil {
		note("the pair", f.Pair)
	}
	if len(lines) > 0 {
		b.WriteString("\nTo see each flip\n\n" + strings.Join(lines, ""))
	}
}
