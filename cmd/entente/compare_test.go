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
)

// toldComparison is what a comparison of the baseline with itself comes to: what is printed, and the exit code.
func toldComparison(t *testing.T, ctx context.Context, out string, c *lab.Comparison) (stdout, stderr string, code int) {
	t.Helper()
	var o, talk bytes.Buffer
	cmd := &cobra.Command{}
	cmd.SetContext(ctx)
	cmd.SetOut(&o)
	cmd.SetErr(&talk)
	f := compareFlags{runFlags{runs: c.Asked, seed: c.Seed, out: out}}
	worlds := []world{{"first", "A", pacific(t)}, {"second", "B", pacific(t)}}
	if err := f.tell(cmd, []string{"first", "second"}, worlds, c, 0); err != nil {
		return o.String(), talk.String() + err.Error(), exitCode(err)
	}
	return o.String(), talk.String(), 0
}

func twice(t *testing.T) []lab.Named {
	return []lab.Named{world{"first", "A", pacific(t)}.as(), world{"second", "B", pacific(t)}.as()}
}

// A run that failed in one world is told with the world's name, and the rest is reported.
func TestRunsFailInAWorld(t *testing.T) {
	c := lab.Compare(t.Context(), twice(t), lab.Options{Runs: 3, Seed: 4})
	c.Failures = []lab.Failure{{Run: 2, World: "second", Message: "a promise of the model was broken"}}
	stdout, stderr, code := toldComparison(t, t.Context(), "", c)
	if code != exitRun || !strings.Contains(stdout, "is in force at the end of") {
		t.Errorf("exits with %d, want %d, and prints\n%s", code, exitRun, stdout)
	}
	for _, want := range []string{"1 of 6 runs failed", "run 2 of seed 4 of the world of second", "a promise of the model"} {
		if !strings.Contains(stderr, want) {
			t.Errorf("stderr does not say %q:\n%s", want, stderr)
		}
	}
}

// Interrupted, it reports the worlds that were played and says how far it came; the folder is whole.
func TestInterruptedAmongWorlds(t *testing.T) {
	for _, c := range []struct {
		after      int
		says, told string
	}{
		{14, "interrupted: 14 of 20 runs were finished", "  B (4 runs)  "},
		{7, "interrupted: 7 of 20 runs were finished", "No other world had been played before the end."},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		out := t.TempDir()
		found := lab.Compare(ctx, twice(t), lab.Options{Runs: 10, Seed: 1, Workers: 1, Done: func(count int) {
			if count == c.after {
				cancel()
			}
		}})
		stdout, stderr, code := toldComparison(t, ctx, out, found)
		if code != exitInterrupted || !strings.Contains(stderr, c.says) {
			t.Errorf("after %d runs it exits with %d and says\n%s", c.after, code, stderr)
		}
		if !strings.Contains(stdout, "Cut short: 20 runs were asked for.") || !strings.Contains(stdout, c.told) {
			t.Errorf("after %d runs the table does not say that it was cut short, or %q:\n%s", c.after, c.told, stdout)
		}
		for _, name := range []string{"manifest.json", "compare.csv", "compare.svg", "compare-states.svg"} {
			if _, err := os.Stat(filepath.Join(out, name)); err != nil {
				t.Errorf("after %d runs: %v", c.after, err)
			}
		}
	}
}
