package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"entente/sim/lab"
)

// toldAblation is what an ablation comes to: what is printed, and the exit code.
func toldAblation(t *testing.T, ctx context.Context, out string, a *lab.Ablation) (stdout, stderr string, code int) {
	t.Helper()
	var o, talk bytes.Buffer
	c := &cobra.Command{}
	c.SetContext(ctx)
	c.SetOut(&o)
	c.SetErr(&talk)
	f := ablateFlags{runFlags{runs: a.Asked, seed: a.Seed, out: out}}
	if err := f.tell(c, "pacific-2025", pacific(t), a, 0); err != nil {
		return o.String(), talk.String() + err.Error(), exitCode(err)
	}
	return o.String(), talk.String(), 0
}

// A run that failed without a mechanism is told with its name, and the rest is reported.
func TestRunsFailWithoutAMechanism(t *testing.T) {
	out := t.TempDir()
	a := lab.Ablate(t.Context(), pacific(t).Scenario, lab.Options{Runs: 3, Seed: 4})
	a.Failures = []lab.Failure{{Run: 2, Without: "trade", Message: "a promise of the model was broken"}}
	stdout, stderr, code := toldAblation(t, t.Context(), out, a)
	if code != exitRun || !strings.Contains(stdout, "is in force at the end of") {
		t.Errorf("exits with %d, want %d, and prints\n%s", code, exitRun, stdout)
	}
	for _, want := range []string{"1 of 33 runs failed", "run 2 of seed 4 without trade", "a promise of the model was broken"} {
		if !strings.Contains(stderr, want) {
			t.Errorf("stderr does not say %q:\n%s", want, stderr)
		}
	}
	text, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var m manifest
	if err := json.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	if len(m.Failures) != 1 || m.Failures[0] != a.Failures[0] {
		t.Errorf("the manifest has the failures %v, want %v", m.Failures, a.Failures)
	}
}

// Interrupted, it reports the mechanisms that were done and says how far it came; the folder is whole.
func TestInterruptedAmongMechanisms(t *testing.T) {
	for _, c := range []struct {
		after int
		says  string
		rows  bool
	}{
		{25, "interrupted: 25 of 110 runs were finished", true},
		{7, "interrupted: 7 of 110 runs were finished", false},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		out := t.TempDir()
		a := lab.Ablate(ctx, pacific(t).Scenario, lab.Options{Runs: 10, Seed: 1, Workers: 1, Done: func(count int) {
			if count == c.after {
				cancel()
			}
		}})
		stdout, stderr, code := toldAblation(t, ctx, out, a)
		if code != exitInterrupted || !strings.Contains(stderr, c.says) {
			t.Errorf("after %d runs it exits with %d and says\n%s", c.after, code, stderr)
		}
		if !strings.Contains(stdout, "Cut short: 110 runs were asked for.") {
			t.Errorf("after %d runs the table does not say that it was cut short:\n%s", c.after, stdout)
		}
		if got := strings.Contains(stdout, "grey-zone discounting (5 runs)"); got != c.rows {
			t.Errorf("after %d runs the second mechanism is marked as cut short: %v\n%s", c.after, got, stdout)
		}
		if got := strings.Contains(stdout, "No mechanism had been removed"); got == c.rows {
			t.Errorf("after %d runs it says that nothing was removed: %v\n%s", c.after, got, stdout)
		}
		for _, name := range []string{"manifest.json", "ablation.csv", "ablation.svg"} {
			if _, err := os.Stat(filepath.Join(out, name)); err != nil {
				t.Errorf("after %d runs: %v", c.after, err)
			}
		}
	}
}

func TestEither(t *testing.T) {
	for want, names := range map[string][]string{
		"trade": {"trade"}, "trade or shocks": {"trade", "shocks"}, "a, b or c": {"a", "b", "c"},
	} {
		if got := either(names); got != want {
			t.Errorf("%v are told as %q, want %q", names, got, want)
		}
	}
}

func TestPoints(t *testing.T) {
	for change, want := range map[float64]string{0.114: "+11.4", -0.0004: "0.0", 0.0004: "0.0", 0: "0.0", -0.05: "-5.0"} {
		if got := points(change); got != want {
			t.Errorf("a change of %v is told as %q, want %q", change, got, want)
		}
	}
}
