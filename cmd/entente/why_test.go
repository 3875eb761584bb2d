package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// toldWhy is what an answer comes to: what is printed, and the exit code.
func toldWhy(t *testing.T, ctx context.Context, out string, w *lab.Why) (stdout, stderr string, code int) {
	t.Helper()
	var o, talk bytes.Buffer
	c := &cobra.Command{}
	c.SetContext(ctx)
	c.SetOut(&o)
	c.SetErr(&talk)
	f := whyFlags{runFlags: runFlags{runs: w.Asked, seed: w.Seed, out: out}}
	if err := f.tell(c, "pacific-2025", pacific(t), w, 0); err != nil {
		return o.String(), talk.String() + err.Error(), exitCode(err)
	}
	return o.String(), talk.String(), 0
}

// Interrupted, it reports the runs that were played without every set and says how far it came; with none of them it
// reports nothing.
func TestInterruptedWhy(t *testing.T) {
	for _, c := range []struct {
		after      int
		says, told string
	}{
		{27, "interrupted: 30 of 40 runs were finished", "5 runs of pacific-2025 without each of 4 sets"},
		{7, "interrupted: 10 of 40 runs were finished", ""},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		out := t.TempDir()
		w := lab.AskWhy(ctx, pacific(t).Scenario, lab.Mechanisms[:2], lab.Options{Runs: 10, Seed: 1, Workers: 1, Done: func(count int) {
			if count == c.after {
				cancel()
			}
		}})
		stdout, stderr, code := toldWhy(t, ctx, out, w)
		if code != exitInterrupted || !strings.Contains(stderr, c.says) {
			t.Errorf("after %d runs it exits with %d and says\n%s", c.after, code, stderr)
		}
		if c.told == "" {
			if stdout != "" || !strings.Contains(stderr, "too few to tell anything") {
				t.Errorf("after %d runs it has nothing to tell and prints\n%s\n%s", c.after, stdout, stderr)
			}
			if left, err := os.ReadDir(out); err != nil || len(left) > 0 {
				t.Errorf("after %d runs it has nothing to keep and keeps %v: %v", c.after, left, err)
			}
			continue
		}
		if !strings.Contains(stdout, "Cut short: 40 runs were asked for.") || !strings.Contains(stdout, c.told) {
			t.Errorf("after %d runs the table does not say that it was cut short, or %q:\n%s", c.after, c.told, stdout)
		}
		for _, name := range []string{"manifest.json", "why.csv", "coalitions.csv", "why.svg"} {
			if _, err := os.Stat(filepath.Join(out, name)); err != nil {
				t.Errorf("after %d runs: %v", c.after, err)
			}
		}
	}
}

// What is told depends on which way the gap goes.
func TestWhyTellsWhatCarriesAndWhatHoldsBack(t *testing.T) {
	carried := func(k int, points float64) lab.Carried {
		return lab.Carried{Mechanism: lab.Mechanisms[k], Carries: stats.Difference{
			Mean: points / 100, Low: (points - 3) / 100, High: (points + 3) / 100,
		}}
	}
	for _, c := range []struct {
		parts []lab.Carried
		want  []string
	}{
		{[]lab.Carried{carried(0, -10), carried(1, 30), carried(2, 1)}, []string{
			"What holds the clause back, in points: grey-zone discounting (+30.0).",
			"What works the other way and helps it on: threat shocks (-10.0).",
			"No more than luck would: prior ties.",
		}},
		{[]lab.Carried{carried(0, -40), carried(1, -20), carried(2, 5)}, []string{
			"What carries the clause, in points: threat shocks (-40.0) and grey-zone discounting (-20.0).",
			"What works the other way and holds it back: prior ties (+5.0).",
		}},
		{[]lab.Carried{carried(0, 1)}, []string{"No mechanism carries more of it than luck would."}},
	} {
		w := &lab.Why{Mechanisms: c.parts}
		for _, m := range c.parts {
			w.Gap.Mean += m.Carries.Mean
		}
		var b strings.Builder
		whatCarries(&b, w)
		if got, want := b.String(), strings.Join(c.want, "\n")+"\n"; got != want {
			t.Errorf("it says\n%s\nwant\n%s", got, want)
		}
	}
}
