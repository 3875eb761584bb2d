package main

import (
	"fmt"
	"io"
	"sort"
	"strings"
	"text/tabwriter"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// writeTable prints what an ensemble says, for a political scientist to read without help.
func writeTable(out io.Writer, s *lab.Summary) error {
	var b strings.Builder
	heading(&b, s.Title, fmt.Sprintf("%s runs of %s, seed %d", thousands(s.Runs), s.Scenario, s.Seed), s.Runs, s.Asked,
		s.Overrides)
	finding(&b, s)
	yearByYear(&b, s)
	whoSigns(&b, s)
	otherClauses(&b, s)
	insteadOf(&b, s)
	tradeLost(&b, s)
	b.WriteString("\nIntervals are exact (Clopper-Pearson) and speak of luck only. They do not cover doubt about the model or its figures.\n")
	_, err := io.WriteString(out, b.String())
	return err
}

// heading says what was played, and how it departs from what the reader would expect.
func heading(b *strings.Builder, title, played string, runs, asked int, overrides []string) {
	fmt.Fprintf(b, "%s\n%s\n%s\n", title, strings.Repeat("=", len([]rune(title))), played)
	if runs < asked {
		fmt.Fprintf(b, "Cut short: %s runs were asked for.\n", thousands(asked))
	}
	for _, o := range overrides {
		fmt.Fprintf(b, "What if: %s\n", o)
	}
	b.WriteString("\n")
}

// finding is the answer in a few sentences.
func finding(b *strings.Builder, s *lab.Summary) {
	last := s.InForce[len(s.InForce)-1]
	fmt.Fprintf(b, "%s is in force at the end of %s in %s of the runs (95 %% interval %s).\n",
		s.ClauseTitle, s.Labels[len(s.Labels)-1], percent(last.Mean), interval(last))
	switch {
	case s.FirstInForce != nil:
		fmt.Fprintf(b, "Where it comes into force at all, it does so around %.0f and binds %s states at the end.\n",
			s.FirstInForce.Q50, between(s.MembersGiven))
	case s.EverSigned.Count > 0:
		fmt.Fprintf(b, "It never comes into force, though two or more states sign it in %s of the runs.\n",
			percent(s.EverSigned.Mean))
	default:
		b.WriteString("It never comes into force, and never do two states sign it.\n")
	}
	fmt.Fprintf(b, "Expected membership over all runs: %.2f states.\n", s.Members.Mean)
}

func yearByYear(b *strings.Builder, s *lab.Summary) {
	b.WriteString("\nChance that it is in force at the end of each year\n\n")
	table(b, func(t *tabwriter.Writer) {
		fmt.Fprintln(t, "  year\tchance\t95 % interval\t")
		for _, tick := range s.YearEnds {
			v := s.InForce[tick]
			fmt.Fprintf(t, "  %s\t%s\t%s\t\n", s.Labels[tick][:4], percent(v.Mean), interval(v))
		}
	})
}

func whoSigns(b *strings.Builder, s *lab.Summary) {
	b.WriteString("\nWho signs, and why not\n\n")
	habit := 0.0
	table(b, func(t *tabwriter.Writer) {
		fmt.Fprintln(t, "  state\twilling\tsigned\tratified\tbound\tmedian\tstrongest for\tstrongest against\t")
		role := lab.Role("")
		for _, st := range s.States {
			if st.Role != lab.Founder && st.Role != lab.OpenTo {
				continue
			}
			if st.Role != role {
				role = st.Role
				fmt.Fprintf(t, " %s\t\t\t\t\t\t\t\t\n", map[lab.Role]string{
					lab.Founder: "founders", lab.OpenTo: "may join once it is in force"}[role])
			}
			when := st.When
			if when == "" {
				when = "-"
			}
			willing, forIt, against := "-", "never had to decide", ""
			if st.Decided > 0 {
				willing = percent(st.Willing)
				forIt, against = strongest(st.Terms)
				habit = st.Terms[sim.Reluctance]
			}
			fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t\n", st.Name, willing, percent(st.Signed.Mean),
				percent(st.Ratified.Mean), percent(st.Member.Mean), when, forIt, against)
		}
	})
	fmt.Fprintf(b, `  Willing: its chance of being ready to sign, on average; it signs once all whom the clause needs are ready at once.
  Bound: at the end. Median: date of signature. Reasons are means over all decisions in logits: +1 multiplies the odds
  by 2.7. All states start from %+.1f, %s (reluctance).
`, habit, reasons[sim.Reluctance])
}

// strongest names the two strongest terms for and against, strongest first. What would round to nothing is left out, and
// so is reluctance, which is the same for all.
func strongest(terms sim.Terms) (forIt, against string) {
	order := make([]sim.Term, 0, len(terms))
	for t := range sim.NumTerms {
		order = append(order, t)
	}
	sort.SliceStable(order, func(a, b int) bool { return terms[order[a]] > terms[order[b]] })
	name := func(ts []sim.Term, sign float64) string {
		var names []string
		for _, t := range ts {
			if t != sim.Reluctance && terms[t]*sign >= 0.05 && len(names) < 2 {
				names = append(names, fmt.Sprintf("%s %+.1f", t, terms[t]))
			}
		}
		if len(names) == 0 {
			return "nothing"
		}
		return strings.Join(names, ", ")
	}
	forIt = name(order, 1)
	for a, z := 0, len(order)-1; a < z; a, z = a+1, z-1 {
		order[a], order[z] = order[z], order[a]
	}
	return forIt, name(order, -1)
}

func otherClauses(b *strings.Builder, s *lab.Summary) {
	if len(s.Others) == 0 {
		return
	}
	b.WriteString("\nOther treaties on the table, in force at the end\n\n")
	table(b, func(t *tabwriter.Writer) {
		for _, o := range s.Others {
			when := ""
			if o.When != "" {
				when = "median " + o.When
			}
			fmt.Fprintf(t, "  %s\t%s\t%s\t\n", o.Title, percent(o.InForce.Mean), when)
		}
	})
}

// insteadOf says what grows instead.
func insteadOf(b *strings.Builder, s *lab.Summary) {
	w := s.Web
	b.WriteString("\nWhat grows instead (mean, and 5 to 95 % of the runs)\n\n")
	table(b, func(t *tabwriter.Writer) {
		fmt.Fprintf(t, "  \t%s\t%s\t\n", "at the start", s.Labels[len(s.Labels)-1])
		for _, row := range []struct {
			name string
			v    [2]stats.Spread
		}{
			{"pairs of states with any tie", w.Ties},
			{"pairs with access, consultation or defence", w.AccessOrMore},
			{"minilaterals at work", w.Minilaterals},
		} {
			fmt.Fprintf(t, "  %s\t%.0f\t%s\t\n", row.name, row.v[0].Mean, between(row.v[1]))
		}
	})
	if deep := deepened(w.Pairs); deep != "" {
		fmt.Fprintf(b, "  Pairs that climb most: %s.\n", deep)
	}
	var grew []string
	for _, a := range w.Arrangements {
		if a.Grew && len(grew) < 3 {
			grew = append(grew, fmt.Sprintf("%s (%s)", a.Title, percent(a.AtEnd.Mean)))
		}
	}
	if len(grew) > 0 {
		fmt.Fprintf(b, "  New trilaterals seen most: %s.\n", strings.Join(grew, ", "))
	}
}

// deepened names the three pairs whose mean rung rises most.
func deepened(pairs []lab.Pair) string {
	rise := func(p lab.Pair) float64 { return p.End - float64(p.Start) }
	sorted := append([]lab.Pair(nil), pairs...)
	sort.SliceStable(sorted, func(a, b int) bool { return rise(sorted[a]) > rise(sorted[b]) })
	var names []string
	for _, p := range sorted[:min(3, len(sorted))] {
		if rise(p) >= 0.5 {
			names = append(names, fmt.Sprintf("%s-%s (%s to %s)", p.A, p.B, rungWords[p.Start], rungWords[int(p.End+0.5)]))
		}
	}
	return strings.Join(names, ", ")
}

func tradeLost(b *strings.Builder, s *lab.Summary) {
	sorted := append([]lab.StateSummary(nil), s.States...)
	sort.SliceStable(sorted, func(a, b int) bool { return sorted[a].TradeLost.Mean > sorted[b].TradeLost.Mean })
	b.WriteString("\nTrade lost to the rival's coercion, US$ bn over the whole period (mean, and 5 to 95 % of the runs)\n\n")
	table(b, func(t *tabwriter.Writer) {
		shown := 0
		for _, st := range sorted {
			if st.TradeLost.Mean >= 0.05 && shown < 6 {
				fmt.Fprintf(t, "  %s\t%s\t\n", st.Name, between(st.TradeLost))
				shown++
			}
		}
		if shown == 0 {
			fmt.Fprintln(t, "  none\t\t")
		}
	})
}

// table lays out columns. Blanks at the ends of lines are taken off.
func table(b *strings.Builder, fill func(*tabwriter.Writer)) {
	var laid strings.Builder
	t := tabwriter.NewWriter(&laid, 0, 0, 2, ' ', 0)
	fill(t)
	t.Flush() // a strings.Builder takes everything
	for line := range strings.Lines(laid.String()) {
		b.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
}

func percent(share float64) string { return fmt.Sprintf("%.1f %%", 100*share) }

func interval(s stats.Share) string { return fmt.Sprintf("%.1f to %.1f %%", 100*s.Low, 100*s.High) }

func between(s stats.Spread) string {
	if s.Q05 == s.Q95 {
		return fmt.Sprintf("%.1f", s.Mean)
	}
	return fmt.Sprintf("%.1f (%.0f to %.0f)", s.Mean, s.Q05, s.Q95)
}

// thousands writes a count with commas.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
