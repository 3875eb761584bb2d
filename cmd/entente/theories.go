package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// theoriesFlags are those of run: --runs counts the runs of each theory.
type theoriesFlags struct {
	runFlags
	markdown bool
}

func theoriesCommand() *cobra.Command {
	var f theoriesFlags
	c := &cobra.Command{
		Use:   "theories SCENARIO...",
		Short: wordsTheories,
		Long:  wordsTheoriesLong,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("entente theories takes one scenario or more, shipped names or paths: try `entente list`")
			}
			if err := f.check(); err != nil {
				return err
			}
			return f.theories(c, args)
		},
	}
	f.register(c, 500)
	f.asOfFlag(c)
	c.Flags().BoolVar(&f.markdown, "markdown", false, "print one table in Markdown instead of text")
	return c
}

// check refuses a theory: all are played.
func (f *theoriesFlags) check() error {
	for _, set := range f.set {
		if strings.HasPrefix(set, "theory") {
			return usage("entente theories plays them all; leave %s out", set)
		}
	}
	return f.runFlags.check()
}

// worlds are the scenarios of those names. All faults of all of them are told before any work is done.
func (f *theoriesFlags) worlds(c *cobra.Command, names []string) ([]world, error) {
	var worlds []world
	var faults []error
	for _, name := range names {
		l, err := f.load(c, name)
		switch {
		case err != nil:
			faults = append(faults, err)
		case slices.ContainsFunc(worlds, func(w world) bool { return w.short == l.Scenario.Name }):
			return nil, usage("two of the scenarios are called %s", l.Scenario.Name)
		default:
			worlds = append(worlds, world{name, l.Scenario.Name, l})
		}
	}
	if len(faults) > 0 {
		return nil, failure{exitCode(faults[0]), errors.Join(faults...)}
	}
	return worlds, nil
}

func (f *theoriesFlags) theories(c *cobra.Command, names []string) error {
	worlds, err := f.worlds(c, names)
	if err != nil {
		return err
	}
	if err := f.makeFolder(); err != nil {
		return err
	}
	began := time.Now()
	played, asked := 0, f.runs*len(sim.Theories())*len(worlds)
	var boards []*history.Switchboard
	show := progress(c.ErrOrStderr(), asked)
	for _, w := range worlds {
		opts := lab.Options{Runs: f.runs, Seed: f.seed, Workers: f.workers}
		if before := played; show != nil {
			opts.Done = func(count int) { show(before + count) }
		}
		b := history.Theories(c.Context(), w.Scenario, opts)
		b.Overrides = overrides(w.Loaded)
		boards = append(boards, b)
		played += b.Played
	}
	return f.tell(c, worlds, boards, time.Since(began))
}

// tell prints and writes what the theories say. The files of several scenarios bear their names.
func (f *theoriesFlags) tell(c *cobra.Command, worlds []world, boards []*history.Switchboard, took time.Duration) error {
	x := result{
		found: boards, table: func(out io.Writer) error { return writeTheories(out, boards) }, kept: "Tables, summary and charts",
		json: "theories.json", about: "everything the tables say and more", command: f.command("theories", namesOf(worlds)...), seed: f.seed,
	}
	if f.markdown {
		x.text, x.table = "theories.md", func(out io.Writer) error { _, err := io.WriteString(out, theoriesMarkdown(boards)); return err }
	}
	var charts []plots.Named
	prefix := ""
	for i, b := range boards {
		x.some = x.some || len(b.Rows) > 0
		x.asked += f.runs * len(sim.Theories())
		x.played += b.Played
		x.failed = append(x.failed, b.Failures...)
		if len(boards) > 1 {
			prefix = worlds[i].short + "-"
		}
		for _, t := range b.Tables() {
			t.Name = prefix + t.Name
			x.tables = append(x.tables, t)
		}
		charts = append(charts, plots.Named{Name: prefix + "theories", Chart: plots.Theories(b)})
	}
	x.charts = func() []plots.Named { return charts }
	if len(worlds) == 1 {
		x.loaded = worlds[0].Loaded
	} else {
		x.worlds = worlds
	}
	return f.deliver(c, x, took)
}

// namesOf is what worlds were asked for by.
func namesOf(worlds []world) []string {
	var names []string
	for _, w := range worlds {
		names = append(names, w.name)
	}
	return names
}

// writeTheories prints each scenario's switchboard, then which theory explains what.
func writeTheories(out io.Writer, boards []*history.Switchboard) error {
	var b strings.Builder
	for _, s := range boards {
		if len(s.Rows) == 0 {
			continue
		}
		heading(&b, s.Title, fmt.Sprintf("%s runs of %s by each of %d theories, seed %d", thousands(s.Asked), s.Scenario,
			len(sim.Theories()), s.Seed), s.Played, s.Asked*len(sim.Theories()), s.Overrides)
		whoSignsByWhom(&b, s)
	}
	whoExplains(&b, boards)
	b.WriteString("\n" + wordsTheoriesNote)
	_, err := io.WriteString(out, b.String())
	return err
}

// whoSignsByWhom is one switchboard.
func whoSignsByWhom(b *strings.Builder, s *history.Switchboard) {
	most, least := s.Rows[0], s.Rows[0]
	for _, t := range s.Rows {
		if t.InForce.Mean > most.InForce.Mean {
			most = t
		}
		if t.InForce.Mean < least.InForce.Mean {
			least = t
		}
	}
	fmt.Fprintf(b, "%s at the end of %s: likeliest by %s (in force in %s of the runs),\nleast likely by %s (%s).\n\n", s.ClauseTitle, s.End,
		most.Name, percent(most.InForce.Mean), least.Name, percent(least.InForce.Mean))
	b.WriteString("Chance that each state signs, in per cent\n\n")
	table(b, func(t *tabwriter.Writer) {
		fmt.Fprint(t, "  theory\tin force\t95 % interval\tmembers")
		role, past := lab.Role(""), false
		for _, st := range s.States {
			if st.Role != role && role != "" {
				fmt.Fprint(t, "\t|")
			}
			role = st.Role
			fmt.Fprint(t, "\t"+st.ID)
			past = past || st.History != ""
		}
		fmt.Fprintln(t, "\t")
		for _, row := range s.Rows {
			fmt.Fprintf(t, "  %s\t%s\t%s\t%.1f", row.Name, percent(row.InForce.Mean), interval(row.InForce), row.Members)
			role = ""
			for k, st := range s.States {
				if st.Role != role && role != "" {
					fmt.Fprint(t, "\t|")
				}
				role = st.Role
				fmt.Fprintf(t, "\t%.0f", 100*row.Signed[k].Mean)
			}
			fmt.Fprintln(t, "\t")
		}
		if !past {
			return
		}
		fmt.Fprint(t, "  in history\t\t\t")
		role = ""
		for _, st := range s.States {
			if st.Role != role && role != "" {
				fmt.Fprint(t, "\t|")
			}
			role = st.Role
			fmt.Fprint(t, "\t"+map[string]string{"signed": "yes", "did not": "no"}[st.History])
		}
		fmt.Fprintln(t, "\t")
	})
	fmt.Fprintf(b, "  Left of the bar: founders; right of it: states that may join once it is in force.\n\n")
}

// whoExplains is a table of theories and episodes of history, if the scenarios hold any.
func whoExplains(b *strings.Builder, boards []*history.Switchboard) {
	var episodes []string
	best := map[string]string{}
	for _, s := range boards {
		if len(s.Rows) == 0 {
			continue
		}
		for _, v := range s.Rows[0].Verdicts {
			if v.Open {
				continue
			}
			episodes = append(episodes, v.ID)
			rule := v.Scores[1]
			for _, r := range v.Scores[2:] {
				if r.Brier < rule.Brier {
					rule = r
				}
			}
			best[v.ID] = fmt.Sprintf("%.2f (%s)", rule.Brier, rule.Rule)
		}
	}
	if len(episodes) == 0 {
		return
	}
	b.WriteString("Which theory explains what: Brier score (0 is best; one half for ever is 0.25) and log score, and whether it meets the targets\n\n")
	table(b, func(t *tabwriter.Writer) {
		fmt.Fprintln(t, "  theory\t"+strings.Join(episodes, "\t")+"\tmeets\t")
		for _, theory := range sim.Theories() {
			cells, meets := map[string]string{}, []string{}
			for _, s := range boards {
				for _, row := range s.Rows {
					if row.Name != theory.Name {
						continue
					}
					for _, v := range row.Verdicts {
						if v.Open {
							continue
						}
						cells[v.ID] = fmt.Sprintf("%.2f %.2f %s", v.Scores[0].Brier, v.Scores[0].Log, outcome(v))
						if v.Pass {
							meets = append(meets, v.ID)
						}
					}
				}
			}
			if len(cells) == 0 {
				continue
			}
			fmt.Fprintf(t, "  %s", theory.Name)
			for _, id := range episodes {
				fmt.Fprint(t, "\t"+cells[id])
			}
			if len(meets) == 0 {
				meets = []string{"-"}
			}
			fmt.Fprintln(t, "\t"+strings.Join(meets, " ")+"\t")
		}
		fmt.Fprint(t, "  best simple rule")
		for _, id := range episodes {
			fmt.Fprint(t, "\t"+best[id])
		}
		fmt.Fprintln(t, "\t\t")
	})
	for _, s := range boards {
		if len(s.Rows) > 0 {
			for _, v := range s.Rows[0].Verdicts {
				if !v.Open {
					fmt.Fprintf(b, "  %s  %s\n", v.ID, v.Title)
				}
			}
		}
	}
}

// theoriesMarkdown is the table of README: a row a theory, for each scenario the chance of its clause and its episodes.
func theoriesMarkdown(boards []*history.Switchboard) string {
	var b strings.Builder
	rows := map[string]string{}
	b.WriteString("| theory |")
	rule := "|---|"
	for _, s := range boards {
		fmt.Fprintf(&b, " %s, end of %s |", s.ClauseTitle, s.End[:4])
		rule += "---|"
		for k, row := range s.Rows {
			rows[row.Name] += " " + percent(row.InForce.Mean) + " |"
			for _, v := range row.Verdicts {
				if v.Open {
					continue
				}
				if k == 0 {
					fmt.Fprintf(&b, " %s |", v.ID)
					rule += "---|"
				}
				rows[row.Name] += fmt.Sprintf(" %s, %.2f |", outcome(v), v.Scores[0].Brier)
			}
		}
	}
	b.WriteString("\n" + rule + "\n")
	for _, t := range sim.Theories() {
		fmt.Fprintf(&b, "| %s (%s) |%s\n", t.Title, t.By, rows[t.Name])
	}
	return b.String()
}
