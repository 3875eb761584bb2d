package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

type hindcastFlags struct {
	runFlags
	markdown bool
}

func hindcastCommand() *cobra.Command {
	var f hindcastFlags
	c := &cobra.Command{
		Use:   "hindcast [EPISODE...]",
		Short: wordsHindcast,
		Long:  wordsHindcastLong,
		RunE: func(c *cobra.Command, args []string) error {
			if err := f.check(); err != nil {
				return err
			}
			return f.hindcast(c, args)
		},
	}
	f.register(c, 1000)
	f.asOfFlag(c)
	c.Flags().BoolVar(&f.markdown, "markdown", false, "print one table in Markdown instead of text")
	return c
}

// episodes are those asked for, or all.
func episodes(ids []string) ([]history.Episode, error) {
	if len(ids) == 0 {
		return history.Episodes, nil
	}
	var found []history.Episode
	for _, id := range ids {
		ep, ok := history.FindEpisode(id)
		if !ok {
			var all []string
			for _, e := range history.Episodes {
				all = append(all, e.ID)
			}
			return nil, usage("no episode %s; there are %s", id, strings.Join(all, ", "))
		}
		found = append(found, ep)
	}
	return found, nil
}

func (f *hindcastFlags) hindcast(c *cobra.Command, ids []string) error {
	eps, err := episodes(ids)
	if err != nil {
		return err
	}
	if err := f.makeFolder(); err != nil {
		return err
	}
	began := time.Now()
	verdicts, refused, err := f.judge(c, eps)
	if len(verdicts) == 0 {
		return err
	}
	tell := func(out io.Writer) error { return writeVerdicts(out, verdicts) }
	if f.markdown {
		tell = func(out io.Writer) error { return writeVerdictsMarkdown(out, verdicts) }
	}
	if err := f.report(c.OutOrStdout(), verdicts, tell); err != nil {
		return failure{exitRun, err}
	}
	if f.out != "" {
		if err := f.write(context.WithoutCancel(c.Context()), ids, verdicts, refused, time.Since(began)); err != nil {
			return failure{exitRun, err}
		}
		fmt.Fprintf(c.ErrOrStderr(), "Verdicts and charts are in %s.\n", f.out)
	}
	return err
}

// judge plays each scenario once and judges the episodes that lie in it. It returns the verdicts reached even if it is
// interrupted, and how many facts all scenarios went without.
func (f *hindcastFlags) judge(c *cobra.Command, eps []history.Episode) (verdicts []history.Verdict, refused int, err error) {
	ctx := c.Context()
	played := map[string]*lab.Ensemble{}
	for _, ep := range eps {
		e, ok := played[ep.Scenario]
		if !ok {
			l, err := f.load(c, ep.Scenario)
			if err != nil {
				return verdicts, refused, err
			}
			refused += len(l.Refused)
			if err := askable(ep, l.Scenario, f.asOf); err != nil {
				return verdicts, refused, err
			}
			e = lab.Play(ctx, sim.NewWorld(l.Scenario), lab.Options{Runs: f.runs, Seed: f.seed, Workers: f.workers})
			if err := verdict(ctx, e.Seed, e.Failures, e.Finished, e.Asked); err != nil {
				return verdicts, refused, err
			}
			played[ep.Scenario] = e
		} else if err := askable(ep, e.World.Scenario, f.asOf); err != nil {
			return verdicts, refused, err
		}
		verdicts = append(verdicts, history.Hindcast(e, ep))
	}
	return verdicts, refused, nil
}

// write fills the folder of results.
func (f *hindcastFlags) write(ctx context.Context, ids []string, vs []history.Verdict, refused int,
	took time.Duration) error {
	o := output{f.out, manifest{
		Version: version, Command: f.command("hindcast", ids...), Overrides: f.set, AsOf: f.asOf,
		Refused: refused, Seed: f.seed, Asked: f.runs, Finished: f.runs,
	}}
	if err := o.add("hindcast.json", "each episode with its figures, claims, scores and dates",
		func(w io.Writer) error { return writeJSON(w, vs) }); err != nil {
		return err
	}
	if err := o.add("hindcast.txt", "the same as text", func(w io.Writer) error { return writeVerdicts(w, vs) }); err != nil {
		return err
	}
	for _, c := range plots.Hindcasts(vs) {
		if err := o.addChart(ctx, c); err != nil {
			return err
		}
	}
	return o.close(took, f.workers)
}

// outcome is what an episode came to, in a word.
func outcome(v history.Verdict) string {
	switch {
	case v.Open:
		return "open"
	case v.Pass:
		return "pass"
	}
	return "MISS"
}

func writeVerdicts(out io.Writer, vs []history.Verdict) error {
	var b strings.Builder
	for _, v := range vs {
		fmt.Fprintf(&b, "%s  %s: %s\n", v.ID, v.Title, outcome(v))
		fmt.Fprintf(&b, "    %s runs of %s, seed %d\n", thousands(v.Runs), v.Scenario, v.Seed)
		table(&b, func(t *tabwriter.Writer) {
			for _, g := range v.Figures {
				met := ""
				if g.Target != "" {
					met = map[bool]string{true: "met", false: "missed"}[g.Met] + ": " + g.Target
				}
				fmt.Fprintf(t, "    %s\t%.3g\t%s\t%s\t\n", g.Name, g.Value, g.Unit, met)
			}
		})
		if len(v.Dates) > 0 {
			b.WriteString("    dates                 history  model (5 to 95 %)            never\n")
			for _, d := range v.Dates {
				model := "mostly never"
				if d.Median != 0 {
					model = fmt.Sprintf("%.1f (%.1f to %.1f)", d.Median, d.Q05, d.Q95)
				}
				fmt.Fprintf(&b, "      %-20s %7.1f  %-27s  %s\n", strings.TrimSuffix(d.About, " is signed"), d.Truth, model, percent(d.Never.Mean))
			}
		}
		if len(v.Claims) > 0 {
			b.WriteString("    claims                                    history  model\n")
			for _, c := range v.Claims {
				history := map[bool]string{true: "yes", false: "no"}[c.Truth]
				if v.Open {
					history = "open"
				}
				fmt.Fprintf(&b, "      %-40s %-7s  %-7s (%s)\n", c.About, history, percent(c.Chance.Mean), interval(c.Chance))
			}
		}
		if !v.Open {
			b.WriteString("    scores (0 is best)    Brier   log     right side of one half\n")
			for _, s := range v.Scores {
				fmt.Fprintf(&b, "      %-18s  %.3f   %.3f   %s\n", s.Rule, s.Brier, s.Log, percent(s.Accuracy))
			}
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// writeVerdictsMarkdown is the table of README.
func writeVerdictsMarkdown(out io.Writer, vs []history.Verdict) error {
	var b strings.Builder
	b.WriteString("| | episode | the model, and what it is held to | Brier score: model, best simple rule | |\n|---|---|---|---|---|\n")
	for _, v := range vs {
		var figures []string
		for _, g := range v.Figures {
			text := fmt.Sprintf("%s %.2g", g.Name, g.Value)
			switch {
			case g.Unit == "yes is 1":
				text = g.Name + ": " + map[bool]string{true: "yes", false: "no"}[g.Met]
			case g.Target != "":
				text += " (" + g.Target + ")"
			}
			figures = append(figures, text)
		}
		brier := "-"
		if !v.Open {
			best := v.Scores[1]
			for _, s := range v.Scores[2:] {
				if s.Brier < best.Brier {
					best = s
				}
			}
			brier = fmt.Sprintf("%.2f, %.2f (%s)", v.Scores[0].Brier, best.Brier, best.Rule)
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", v.ID, v.Title, strings.Join(figures, "; "), brier, outcome(v))
	}
	_, err := io.WriteString(out, b.String())
	return err
}
