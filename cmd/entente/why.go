package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim/lab"
)

// whyFlags are those of run: --runs counts the runs without each set of mechanisms.
type whyFlags struct {
	runFlags
	only []string
}

func whyCommand() *cobra.Command {
	var f whyFlags
	c := &cobra.Command{
		Use:   "why SCENARIO",
		Short: wordsWhy,
		Long:  wordsWhyLong,
		Args:  oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			if err := f.check(); err != nil {
				return err
			}
			return f.why(c, args[0])
		},
	}
	f.register(c, 30) // as many as the longest shipped scenario answers in half a minute with, on two cores
	f.asOfFlag(c)
	c.Flags().StringSliceVar(&f.only, "mechanisms", nil, "divide the gap among these `ids` only, as in trade,friction; all of them are "+
		strings.Join(mechanismIDs(), ","))
	return c
}

func mechanismIDs() []string {
	var ids []string
	for _, m := range lab.Mechanisms {
		ids = append(ids, m.ID)
	}
	return ids
}

// mechanisms are those asked for, in the order of lab.Mechanisms.
func (f *whyFlags) mechanisms() ([]lab.Mechanism, error) {
	if len(f.only) == 0 {
		return lab.Mechanisms, nil
	}
	ids := mechanismIDs()
	for _, id := range f.only {
		if !slices.Contains(ids, id) {
			return nil, usage("--mechanisms: there is no mechanism %s%s; there are %s", id, scenarios.Suggest(id, ids), strings.Join(ids, ", "))
		}
	}
	return slices.DeleteFunc(slices.Clone(lab.Mechanisms), func(m lab.Mechanism) bool { return !slices.Contains(f.only, m.ID) }), nil
}

func (f *whyFlags) why(c *cobra.Command, name string) error {
	mechanisms, err := f.mechanisms()
	if err != nil {
		return err
	}
	l, err := f.load(c, name)
	if err != nil {
		return err
	}
	if err := f.makeFolder(); err != nil {
		return err
	}
	began := time.Now()
	w := lab.AskWhy(c.Context(), l.Scenario, mechanisms, lab.Options{
		Runs: f.runs, Seed: f.seed, Workers: f.workers,
		Done: progress(c.ErrOrStderr(), f.runs<<len(mechanisms)),
	})
	return f.tell(c, name, l, w, time.Since(began))
}

// tell prints and writes what the gap comes to.
func (f *whyFlags) tell(c *cobra.Command, name string, l *scenarios.Loaded, w *lab.Why, took time.Duration) error {
	w.Overrides = overrides(l)
	if w.Runs == 0 && c.Context().Err() != nil && len(w.Failures) == 0 {
		return failure{exitInterrupted, fmt.Errorf("interrupted: %d of %d runs were finished, too few to tell anything: a value takes the same "+
			"runs without every set of mechanisms", w.Played, w.ToPlay)}
	}
	command := f.command("why", name)
	if len(f.only) > 0 {
		command += " --mechanisms " + words.Shell(strings.Join(f.only, ","))
	}
	return f.deliver(c, result{
		found: w, table: func(out io.Writer) error { return writeWhy(out, w) }, some: w.Runs > 0,
		kept: "Tables, summary and chart", tables: w.Tables(),
		json: "why.json", about: "everything the table says and more, with every set of mechanisms",
		charts:  one("why", func() *plots.Chart { return plots.Why(w) }),
		command: command, loaded: l, seed: w.Seed, asked: w.ToPlay, played: w.Played, failed: w.Failures,
	}, took)
}

// writeWhy prints how the gap divides.
func writeWhy(out io.Writer, w *lab.Why) error {
	var b strings.Builder
	heading(&b, w.Title, fmt.Sprintf("%s runs of %s without each of %s sets of mechanisms, seed %d", thousands(w.Runs),
		w.Scenario, thousands(len(w.Coalitions)), w.Seed), w.Played, w.ToPlay, w.Overrides)
	fmt.Fprintf(&b, "%s is in force at the end of %s in %s of the runs (95 %% interval %s).\n", w.ClauseTitle, w.End,
		percent(w.AsIs.Mean), interval(w.AsIs))
	fmt.Fprintf(&b, "Without %s it is in %s (%s): a gap of %s points (%s to %s).\n", allOfThem(w), percent(w.Removed.Mean),
		interval(w.Removed), points(w.Gap.Mean), points(w.Gap.Low), points(w.Gap.High))
	whatCarries(&b, w)
	partByPart(&b, w)
	b.WriteString("\n" + wordsShapley)
	_, err := io.WriteString(out, b.String())
	return err
}

// allOfThem names all the mechanisms at once.
func allOfThem(w *lab.Why) string {
	if n := len(w.Mechanisms); n > 3 {
		return fmt.Sprintf("all %s mechanisms below", spelled(n))
	}
	var names []string
	for _, m := range w.Mechanisms {
		names = append(names, m.Name)
	}
	return inWords(names, "and")
}

// spelled writes a small count as a word.
func spelled(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

// whatCarries is the answer in a few sentences.
func whatCarries(b *strings.Builder, w *lab.Why) {
	var back, on, idle, inert []string
	for _, m := range w.ByPart() {
		told := fmt.Sprintf("%s (%s)", m.Name, points(m.Carries.Mean))
		switch {
		case m.Inert:
			inert = append(inert, m.Name)
		case !m.Carries.BeyondLuck():
			idle = append(idle, m.Name)
		case m.Carries.Mean > 0:
			back = append(back, told)
		default:
			on = append([]string{told}, on...)
		}
	}
	say := func(names []string, text string) {
		if len(names) > 0 {
			fmt.Fprintf(b, text, inWords(names, "and"))
		}
	}
	if w.Gap.Mean < 0 {
		say(on, "What carries the clause, in points: %s.\n")
		say(back, "What works the other way and holds it back: %s.\n")
	} else {
		say(back, "What holds the clause back, in points: %s.\n")
		say(on, "What works the other way and helps it on: %s.\n")
	}
	if len(back)+len(on) == 0 {
		b.WriteString("No mechanism carries more of it than luck would.\n")
	} else {
		say(idle, "No more than luck would: %s.\n")
	}
	say(inert, "There is nothing of this to remove: %s.\n")
}

func partByPart(b *strings.Builder, w *lab.Why) {
	b.WriteString("\nFrom the scenario as it is to one without all of them, in points\n\n")
	share := func(part float64) string {
		if !w.Gap.BeyondLuck() {
			return ""
		}
		return fmt.Sprintf("%.0f %%", math.Round(100*part/w.Gap.Mean)+0) // + 0 turns -0 into 0
	}
	table(b, func(t *tabwriter.Writer) {
		head := "of the gap"
		if !w.Gap.BeyondLuck() {
			head = ""
		}
		fmt.Fprintf(t, "  mechanism\tcarries\t95 %% interval\t%s\tremoved first\tremoved last\t\n", head)
		for _, m := range w.ByPart() {
			if m.Inert {
				continue
			}
			fmt.Fprintf(t, "  %s\t%s\t%s to %s\t%s\t%s\t%s\t\n", m.Name, points(m.Carries.Mean), points(m.Carries.Low),
				points(m.Carries.High), share(m.Carries.Mean), points(m.First.Mean), points(m.Last.Mean))
		}
		fmt.Fprintf(t, "  the gap\t%s\t%s to %s\t%s\t\t\t\n", points(w.Gap.Mean), points(w.Gap.Low), points(w.Gap.High),
			share(w.Gap.Mean))
	})
	b.WriteString("\nWhat each removal means\n\n")
	table(b, func(t *tabwriter.Writer) {
		for _, m := range w.Mechanisms {
			fmt.Fprintf(t, "  %s\t%s\t\n", m.Name, m.Gone)
		}
	})
}
