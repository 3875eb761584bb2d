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

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// told is what an ensemble comes to: what is printed, and the exit code.
func told(ctx context.Context, l *scenarios.Loaded, e *lab.Ensemble, out string) (stdout, stderr string, code int) {
	var o, talk bytes.Buffer
	c := &cobra.Command{}
	c.SetContext(ctx)
	c.SetOut(&o)
	c.SetErr(&talk)
	f := runFlags{runs: e.Asked, seed: e.Seed, out: out}
	err := f.tell(c, "pacific-2025", l, e, 0)
	if err == nil {
		return o.String(), talk.String(), 0
	}
	return o.String(), talk.String() + err.Error(), exitCode(err)
}

func pacific(t *testing.T) *scenarios.Loaded {
	t.Helper()
	l, err := scenarios.Load("pacific-2025", scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// Runs that failed are set aside, told and recorded, and the command does not exit as if all were well.
func TestSomeRunsFail(t *testing.T) {
	l, out := pacific(t), t.TempDir()
	e := lab.Play(t.Context(), sim.NewWorld(l.Scenario), lab.Options{Runs: 12, Seed: 4})
	e.Failures = []lab.Failure{{Run: 7, Message: "a promise of the model was broken"}}
	stdout, stderr, code := told(t.Context(), l, e, out)
	if code != exitRun {
		t.Errorf("exits with %d, want %d", code, exitRun)
	}
	if !strings.Contains(stdout, "is in force at the end of") {
		t.Errorf("the runs that went well are not reported:\n%s", stdout)
	}
	for _, want := range []string{"1 of 12 runs failed", "run 7 of seed 4", "a promise of the model was broken"} {
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
	if len(m.Failures) != 1 || m.Failures[0] != e.Failures[0] {
		t.Errorf("the manifest has the failures %v, want %v", m.Failures, e.Failures)
	}
}

// If every run fails there is nothing to report but that.
func TestAllRunsFail(t *testing.T) {
	l := pacific(t)
	w := sim.NewWorld(l.Scenario)
	w.Clauses = append(w.Clauses, "a clause nobody proposed") // breaks the promise that a world is never changed
	for _, out := range []string{"", t.TempDir()} {
		e := lab.Play(t.Context(), w, lab.Options{Runs: 6, Seed: 1})
		if len(e.Failures) != 6 {
			t.Fatalf("%d runs of a broken world failed, want all 6", len(e.Failures))
		}
		stdout, stderr, code := told(t.Context(), l, e, out)
		if code != exitRun || stdout != "" || !strings.Contains(stderr, "6 of 6 runs failed") {
			t.Errorf("exits with %d, prints %q and says %q", code, stdout, stderr)
		}
	}
}

// Interrupted before the first run is over, it says so and reports nothing.
func TestInterruptedAtOnce(t *testing.T) {
	l, out := pacific(t), t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	e := lab.Play(ctx, sim.NewWorld(l.Scenario), lab.Options{Runs: 50, Seed: 1})
	stdout, stderr, code := told(ctx, l, e, out)
	if code != exitInterrupted || stdout != "" || !strings.Contains(stderr, "0 of 50 runs") {
		t.Errorf("exits with %d, prints %q and says %q", code, stdout, stderr)
	}
	if files, err := os.ReadDir(out); err != nil || len(files) > 0 {
		t.Errorf("it wrote %v (%v), want nothing", files, err)
	}
}
