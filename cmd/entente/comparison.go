package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// writeComparison prints what differs between worlds.
func writeComparison(out io.Writer, c *lab.Comparison) error {
	var b strings.Builder
	first := &c.Worlds[0]
	title := first.Title
	if !c.OneScenario {
		title = "Scenarios compared"
	}
	heading(&b, title, fmt.Sprintf("%s runs of each of %d worlds with the same luck, seed %d", thousands(c.Asked),
		c.ToPlay/c.Asked, c.Seed), c.Played, c.ToPlay, nil)
	whichWorlds(&b, c)
	fmt.Fprintf(&b, "\n%s is in force at the end of %s in %s of the runs of A (95 %% interval %s).\n", first.ClauseTitle,
		first.End, percent(first.InForce.Mean), interval(first.InForce))
	againstFirst(&b, c)
	worldByWorld(&b, c)
	for k := range c.Worlds[1:] {
		statesMoved(&b, c, k+1)
	}
	b.WriteString("\n" + wordsComparison)
	_, err := io.WriteString(out, b.String())
	return err
}

// whichWorlds says what the letters stand for, and what differs besides the chance.
func whichWorlds(b *strings.Builder, c *lab.Comparison) {
	table(b, func(t *tabwriter.Writer) {
		for k, w := range c.Worlds {
			fmt.Fprintf(t, "  %s\t%s\t\n", lab.Letter(k), worldName(c, w))
			for _, o := range w.Overrides {
				if !c.OneScenario || k == 0 {
					fmt.Fprintf(t, "  \tWhat if: %s\t\n", o)
				}
			}
		}
	})
	ends, clauses := c.Differ()
	own := func(what string, of func(lab.ComparedWorld) string) {
		var each []string
		for k, w := range c.Worlds {
			each = append(each, lab.Letter(k)+" "+of(w))
		}
		fmt.Fprintf(b, "Each world is taken %s: %s.\n", what, strings.Join(each, ", "))
	}
	if clauses {
		own("by its own headline clause", func(w lab.ComparedWorld) string { return w.ClauseTitle })
	}
	if ends {
		own("at its own end", func(w lab.ComparedWorld) string { return w.End })
	}
}

// worldName is how a world is introduced.
func worldName(c *lab.Comparison, w lab.ComparedWorld) string {
	name := w.Name
	if !c.OneScenario {
		name += ": " + w.Title
	} else if w.Change == nil {
		name = w.Scenario + " " + name
	}
	return name
}

// againstFirst is the answer in a few sentences.
func againstFirst(b *strings.Builder, c *lab.Comparison) {
	var likelier, less, idle []string
	for k, w := range c.Worlds[1:] {
		told := fmt.Sprintf("%s (%s points)", lab.Letter(k+1), points(w.Change.InForce.Mean))
		switch d := w.Change.InForce; {
		case !d.BeyondLuck():
			idle = append(idle, lab.Letter(k+1))
		case d.Mean > 0:
			likelier = append(likelier, told)
		default:
			less = append(less, told)
		}
	}
	for _, part := range []struct {
		names []string
		says  string
	}{
		{likelier, "That is likelier in %s.\n"}, {less, "It is less likely in %s.\n"},
		{idle, "In %s the chance is as in A, as far as luck lets one tell.\n"},
	} {
		if len(part.names) > 0 {
			fmt.Fprintf(b, part.says, inWords(part.names, "and"))
		}
	}
	if len(c.Worlds) == 1 {
		b.WriteString("No other world had been played before the end.\n")
	}
}

func worldByWorld(b *strings.Builder, c *lab.Comparison) {
	b.WriteString("\nThe headline clause at the end of each world; changes against A, of the chance in points\n\n")
	table(b, func(t *tabwriter.Writer) {
		fmt.Fprintln(t, "  world\tchance\t95 % interval\tchange\t95 % interval\tmembers\tchange\t95 % interval\t")
		for k, w := range c.Worlds {
			name := lab.Letter(k)
			if w.Runs < c.Asked {
				name += fmt.Sprintf(" (%s runs)", thousands(w.Runs))
			}
			fmt.Fprintf(t, "  %s\t%s\t%s\t", name, percent(w.InForce.Mean), interval(w.InForce))
			if w.Change == nil {
				fmt.Fprintf(t, "\t\t%.2f\t\t\t\n", w.Members)
				continue
			}
			d, m := w.Change.InForce, w.Change.Members
			fmt.Fprintf(t, "%s\t%s to %s\t%.2f\t%s\t%s to %s\t\n", points(d.Mean), points(d.Low), points(d.High),
				w.Members, more(m.Mean), more(m.Low), more(m.High))
		}
	})
}

// statesMoved tells whose signing differs between the first world and another.
func statesMoved(b *strings.Builder, c *lab.Comparison, k int) {
	first, w, letter := &c.Worlds[0], &c.Worlds[k], lab.Letter(k)
	fmt.Fprintf(b, "\nWho signs otherwise in %s than in A\n\n", letter)
	moved := w.Moved()
	if len(moved) > 0 {
		inFirst := map[string]stats.Share{}
		for _, st := range first.States {
			inFirst[st.ID] = st.Signed
		}
		table(b, func(t *tabwriter.Writer) {
			fmt.Fprintf(t, "  state\tin A\tin %s\tchange\t95 %% interval\t\n", letter)
			for _, st := range moved {
				fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s to %s\t\n", st.Name, percent(inFirst[st.ID].Mean), percent(st.Signed.Mean),
					points(st.Change.Mean), points(st.Change.Low), points(st.Change.High))
			}
		})
	}
	var still, only, gone []string
	for i, st := range w.States {
		switch {
		case st.Change != nil:
			if !st.Change.BeyondLuck() {
				still = append(still, st.Name)
			}
		case st.Role.Invited():
			only = append(only, fmt.Sprintf("%s (%s)", st.Name, percent(st.Signed.Mean)))
		case first.States[i].Role.Invited():
			gone = append(gone, fmt.Sprintf("%s (%s)", st.Name, percent(first.States[i].Signed.Mean)))
		}
	}
	if len(moved) == 0 && len(still) > 0 {
		b.WriteString("  Nobody, beyond luck.\n")
	} else if len(still) > 0 {
		fmt.Fprintf(b, "  No more than luck would: %s.\n", strings.Join(still, ", "))
	}
	if len(only) > 0 {
		fmt.Fprintf(b, "  Not invited in A, with the chance of signing in %s: %s.\n", letter, strings.Join(only, ", "))
	}
	if len(gone) > 0 {
		fmt.Fprintf(b, "  Not invited in %s, with the chance of signing in A: %s.\n", letter, strings.Join(gone, ", "))
	}
}

// more writes a change of a number of members.
func more(d float64) string { return unsigned(fmt.Sprintf("%+.2f", d)) }

// inWords joins names with commas and a last word.
func inWords(names []string, word string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " " + word + " " + names[last]
}
