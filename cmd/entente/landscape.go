package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// landscapeFlags are those of run, as far as they are about a file of actors: --starts counts the runs.
type landscapeFlags struct{ runFlags }

func landscapeCommand() *cobra.Command {
	var f landscapeFlags
	c := &cobra.Command{
		Use:   "landscape FILE.csv",
		Short: wordsLandscape,
		Long:  wordsLandscapeLong,
		Args:  oneFile,
		RunE: func(c *cobra.Command, args []string) error {
			if f.runs < 1 {
				return usage("--starts is %d; it must be at least 1", f.runs)
			}
			return f.landscape(c, args[0])
		},
	}
	c.Flags().IntVar(&f.runs, "starts", 10_000, fmt.Sprintf("beyond %d actors: how many random starts to follow down", lab.MostExact))
	c.Flags().Uint64Var(&f.seed, "seed", 1, fmt.Sprintf("beyond %d actors: the luck of the starts", lab.MostExact))
	f.outFlags(c)
	return c
}

func (f *landscapeFlags) landscape(c *cobra.Command, file string) error {
	a, err := loadActors(c, file, scenarios.Propensities)
	if err != nil {
		return err
	}
	if err := f.makeFolder(); err != nil {
		return err
	}
	began := time.Now()
	s, err := lab.SearchLandscape(c.Context(), a.Names, sim.NewLandscape(a.Strength, a.Between), lab.Options{
		Runs: f.runs, Seed: f.seed, Done: progress(c.ErrOrStderr(), f.runs),
	})
	if err != nil {
		return failure{exitRun, fmt.Errorf("%s: %w", file, err)}
	}
	s.File = title(file)
	command := "entente landscape " + words.Shell(file)
	if !s.Exact {
		command += fmt.Sprintf(" --starts %d --seed %d", f.runs, f.seed)
	}
	if len(s.Minima) > 0 {
		if err := f.tellFound(c, file, a, found{
			name: "landscape", answer: s, table: func(out io.Writer) error { return writeLandscape(out, s) }, tables: s.Tables(),
			chart: plots.Landscape(s), command: command, seed: s.Seed, starts: s.Starts, ended: s.Followed,
		}, time.Since(began)); err != nil {
			return err
		}
	}
	if s.Cut() {
		return failure{exitInterrupted, fmt.Errorf("interrupted: %s of %s splits were looked at, and what was found is reported",
			thousands(s.Followed), thousands(s.Starts))}
	}
	return nil
}

// mostShown is how many rows of a kind a table shows; the JSON has all.
const mostShown = 10

// writeLandscape prints the minima of a landscape and who is frustrated in the lowest.
func writeLandscape(out io.Writer, s *lab.Landscape) error {
	var b strings.Builder
	looked := fmt.Sprintf("%d actors: each of the %s ways to split them into two camps", len(s.Actors), thousands(s.Starts))
	if !s.Exact {
		looked = fmt.Sprintf("%d actors: %s random splits followed down, seed %d", len(s.Actors), thousands(s.Starts), s.Seed)
	}
	heading(&b, "The landscape of "+s.File, looked, s.Starts, s.Starts, nil)
	if s.Cut() {
		fmt.Fprintf(&b, "Cut short after %s of them: there may be more and lower ones.\n", thousands(s.Followed))
	}
	whatLasts(&b, s)
	minima(&b, s)
	frustrations(&b, s)
	b.WriteString("\n" + wordsEnergy)
	if !s.Exact {
		b.WriteString(wordsSampled)
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// whatLasts is the answer in a sentence or two.
func whatLasts(b *strings.Builder, s *lab.Landscape) {
	if n := len(s.Minima); n == 1 {
		b.WriteString("One split lasts: whoever changed camp on its own would gain nothing.\n")
	} else {
		fmt.Fprintf(b, "%s splits last: whoever changed camp on its own would gain nothing.\n", thousands(n))
	}
	lowest, low := s.Minima[0], 0
	for _, a := range s.Minima {
		if a.Energy == lowest.Energy {
			low++
		}
	}
	if low > 1 {
		fmt.Fprintf(b, "%s of them are equally low in energy; the one that most splits lead to comes first.\n", thousands(low))
	}
	if len(lowest.Names) == 1 {
		b.WriteString("The lowest in energy is no split at all: all in one camp.\n")
	}
}

func minima(b *strings.Builder, s *lab.Landscape) {
	b.WriteString("\nSplits that last (local minima), the lowest energy first\n")
	for k, a := range s.Minima[:min(len(s.Minima), mostShown)] {
		basin := ""
		switch {
		case a.Basin.Runs > 0 && s.Exact:
			basin = fmt.Sprintf(", %s of all splits lead here", percent(a.Basin.Mean))
		case a.Basin.Runs > 0:
			basin = fmt.Sprintf(", %s of the starts lead here (95 %% interval %s)", percent(a.Basin.Mean), interval(a.Basin))
		}
		fmt.Fprintf(b, "\n  %d  energy %s%s\n", k+1, amount(a.Energy), basin)
		for camp, names := range a.Names {
			fmt.Fprintf(b, "     %-8s %s\n", [2]string{"", "against"}[camp], strings.Join(names, ", "))
		}
		if len(a.Indifferent) > 0 {
			fmt.Fprintf(b, "     %s would as soon be in the other camp\n", strings.Join(a.Indifferent, ", "))
		}
	}
	if more := len(s.Minima) - mostShown; more > 0 {
		fmt.Fprintf(b, "\n  and %s more, which --json and --out list\n", thousands(more))
	}
}

func frustrations(b *strings.Builder, s *lab.Landscape) {
	lowest := s.Minima[0]
	b.WriteString("\nFrustration by actor in the lowest\n\n")
	table(b, func(t *tabwriter.Writer) {
		fmt.Fprintln(t, "  actor\tstrength\tcamp\tfrustration\tif it changed camp\t")
		for camp := 1; camp <= len(lowest.Names); camp++ {
			for i, name := range s.Actors {
				if lowest.Camps[i] == camp {
					fmt.Fprintf(t, "  %s\t%s\t%d\t%s\t%s\t\n", name, amount(s.Strengths[i]), camp, amount(lowest.Frustration[i]),
						amount(lowest.Elsewhere[i]))
				}
			}
		}
	})
}
