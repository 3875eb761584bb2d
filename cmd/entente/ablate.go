package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/scenarios"
	"entente/sim/lab"
)

// ablateFlags are those of run: --runs counts the runs of each world.
type ablateFlags struct{ runFlags }

func ablateCommand() *cobra.Command {
	var f ablateFlags
	c := &cobra.Command{
		Use:   "ablate SCENARIO",
		Short: wordsAblate,
		Long:  wordsAblateLong,
		Args:  oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			if err := f.check(); err != nil {
				return err
			}
			return f.ablate(c, args[0])
		},
	}
	f.register(c, 1000)
	f.asOfFlag(c)
	return c
}

func (f *ablateFlags) ablate(c *cobra.Command, name string) error {
	l, err := f.load(c, name)
	if err != nil {
		return err
	}
	if err := f.makeFolder(); err != nil {
		return err
	}
	began := time.Now()
	a := lab.Ablate(c.Context(), l.Scenario, lab.Options{
		Runs: f.runs, Seed: f.seed, Workers: f.workers,
		Done: progress(c.ErrOrStderr(), f.runs*(1+len(lab.Mechanisms))),
	})
	return f.tell(c, name, l, a, time.Since(began))
}

// tell prints and writes what an ablation says.
func (f *ablateFlags) tell(c *cobra.Command, name string, l *scenarios.Loaded, a *lab.Ablation,
	took time.Duration) error {
	a.Overrides = overrides(l)
	return f.deliver(c, result{
		found: a, table: func(out io.Writer) error { return writeAblation(out, a) }, some: a.Runs > 0,
		kept: "Table, summary and chart", tables: []lab.Table{a.Table()},
		json: "ablation.json", about: "everything the table says and more, with every state",
		charts:  one("ablation", func() *plots.Chart { return plots.Ablation(a) }),
		command: f.command("ablate", name), loaded: l, seed: a.Seed, asked: a.ToPlay, played: a.Played, failed: a.Failures,
	}, took)
}

// writeAblation prints what each mechanism does.
func writeAblation(out io.Writer, a *lab.Ablation) error {
	var b strings.Builder
	heading(&b, a.Title, fmt.Sprintf("%s runs of %s, and as many without each of %d mechanisms, seed %d",
		thousands(a.Runs), a.Scenario, len(lab.Mechanisms), a.Seed), a.Played, a.ToPlay, a.Overrides)
	fmt.Fprintf(&b, "%s is in force at the end of %s in %s of the runs (95 %% interval %s).\n",
		a.ClauseTitle, a.End, percent(a.InForce.Mean), interval(a.InForce))
	whatItRestsOn(&b, a)
	withoutEach(&b, a)
	b.WriteString("\n" + wordsPairs)
	_, err := io.WriteString(out, b.String())
	return err
}

// whatItRestsOn is the answer in a few sentences.
func whatItRestsOn(b *strings.Builder, a *lab.Ablation) {
	var carry, hold, idle []string
	for _, r := range a.ByChange() {
		switch d := r.InForce.Change; {
		case !d.BeyondLuck():
			idle = append(idle, r.Name)
		case d.Mean < 0:
			carry = append(carry, fmt.Sprintf("%s (%s points)", r.Name, points(d.Mean)))
		default:
			hold = append([]string{fmt.Sprintf("%s (%s points)", r.Name, points(d.Mean))}, hold...)
		}
	}
	if len(carry) > 0 {
		fmt.Fprintf(b, "It would be less likely without %s.\n", either(carry))
	}
	if len(hold) > 0 {
		fmt.Fprintf(b, "It would be likelier without %s.\n", either(hold))
	}
	switch {
	case len(a.Removals) == 0:
		b.WriteString("No mechanism had been removed before the end.\n")
	case len(carry)+len(hold) == 0:
		b.WriteString("No single mechanism decides: removing any one of those below changes that chance by no more than " +
			"luck would.\n")
	case len(idle) > 0:
		fmt.Fprintf(b, "Removing %s changes that chance by no more than luck would.\n", either(idle))
	}
}

func withoutEach(b *strings.Builder, a *lab.Ablation) {
	if len(a.Removals) == 0 {
		return
	}
	b.WriteString("\nThe same without one mechanism; changes in points, from the greatest fall to the greatest rise\n\n")
	table(b, func(t *tabwriter.Writer) {
		fmt.Fprintln(t, "  without\tchance\tchange\t95 % interval\tmembers\tstates whose signature moves most\t")
		fmt.Fprintf(t, "  nothing\t%s\t\t\t%.2f\t\t\n", percent(a.InForce.Mean), a.Members)
		for _, r := range a.ByChange() {
			name := r.Name
			if r.Pairs < a.Runs {
				name += fmt.Sprintf(" (%s runs)", thousands(r.Pairs))
			}
			d := r.InForce.Change
			fmt.Fprintf(t, "  %s\t%s\t%s\t%s to %s\t%.2f\t%s\t\n", name, percent(r.InForce.Without.Mean), points(d.Mean),
				points(d.Low), points(d.High), r.Members.Without, movers(r.Beside))
		}
	})
	b.WriteString("\nWhat each removal means\n\n")
	table(b, func(t *tabwriter.Writer) {
		for _, r := range a.Removals {
			fmt.Fprintf(t, "  %s\t%s\t\n", r.Name, r.Gone)
		}
	})
}

// movers names up to three states whose signing changes most, beyond luck.
func movers(r lab.Beside) string {
	var names []string
	for _, st := range r.Movers() {
		names = append(names, st.Name+" "+points(st.Signed.Change.Mean))
	}
	return firstThree(names)
}

// firstThree names the first three of those that are moved beyond luck.
func firstThree(names []string) string {
	if len(names) == 0 {
		return "none beyond luck"
	}
	return strings.Join(names[:min(3, len(names))], ", ")
}

// points writes a change of a chance in points of a per cent.
func points(d float64) string { return unsigned(fmt.Sprintf("%+.1f", 100*d)) }

// unsigned takes its sign from a change that is written as nothing.
func unsigned(change string) string {
	if strings.Trim(change, "+-0.") == "" {
		return change[1:]
	}
	return change
}

// either joins names with commas and a last "or".
func either(names []string) string { return inWords(names, "or") }
