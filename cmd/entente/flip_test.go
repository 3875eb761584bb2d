package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// replays FILE LEAST gives the command of every flip in what flip printed as JSON to a shell, and wants each to have the
// chance that was told, on the other side of the target than the scenario as it is. At least so many flips must be there.
func replays(ts *testscript.TestScript, _ bool, args []string) {
	var f lab.Flip
	decode(ts, args[0], &f)
	var flips []*lab.Move
	for _, t := range f.Levers {
		if t.At != nil {
			flips = append(flips, t.At)
		}
	}
	if len(f.Invited) > 0 {
		flips = append(flips, f.Invited[0]) // whether it crosses or not
	}
	if f.Pair != nil {
		flips = append(flips, f.Pair)
	}
	crossed := 0
	for _, m := range flips {
		ts.Check(ts.Exec("sh", "-c", m.Replay+" --json"))
		var s struct { // of the summary, what the search asks about
			InForce []stats.Share `json:"in_force"`
			States  []struct {
				ID     string      `json:"id"`
				Signed stats.Share `json:"signed"`
			} `json:"states"`
		}
		decode(ts, "stdout", &s)
		got := s.InForce[len(s.InForce)-1]
		for _, st := range s.States {
			if st.ID == f.State {
				got = st.Signed
			}
		}
		if got != m.Chance {
			ts.Fatalf("%s: played again the chance is %v, flip told %v", m.Replay, got, m.Chance)
		}
		crosses := (got.Mean >= f.Target) != (f.AsIs.Mean >= f.Target)
		if crosses != m.Crosses {
			ts.Fatalf("%s: from %v to %v crosses %v: %v", m.Replay, f.AsIs.Mean, got.Mean, f.Target, crosses)
		}
		if crosses {
			crossed++
		}
	}
	least, err := strconv.Atoi(args[1])
	ts.Check(err)
	if crossed < least {
		ts.Fatalf("%s holds %d flips that cross, want at least %d", args[0], crossed, least)
	}
}

// toldFlip is what a search comes to: what is printed, and the exit code.
func toldFlip(t *testing.T, ctx context.Context, out string, found *lab.Flip) (stdout, stderr string, code int) {
	t.Helper()
	var o, talk bytes.Buffer
	c := &cobra.Command{}
	c.SetContext(ctx)
	c.SetOut(&o)
	c.SetErr(&talk)
	f := flipFlags{runFlags: runFlags{runs: found.Asked, seed: found.Seed, out: out}, target: found.Target}
	if err := f.tell(c, "pacific-2025", pacific(t), found, 0); err != nil {
		return o.String(), talk.String() + err.Error(), exitCode(err)
	}
	return o.String(), talk.String(), 0
}

// Interrupted, it reports the levers that were done and says how far it came; the folder is whole.
func TestInterruptedAmongLevers(t *testing.T) {
	for _, c := range []struct {
		after       int
		where, says string
	}{
		{1, "the scenario as it is", "Cut short while searching the scenario as it is."},
		{20, "threat felt", "Cut short while searching threat felt."},
		{70, "", "threat felt"},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		out := t.TempDir()
		found := lab.FindFlip(ctx, pacific(t).Scenario, "", 0.5, lab.Options{Runs: 3, Seed: 1, Workers: 1, Done: func(count int) {
			if count == c.after {
				cancel()
			}
		}})
		stdout, stderr, code := toldFlip(t, ctx, out, found)
		if code != exitInterrupted || !strings.Contains(stderr, "interrupted while searching "+c.where) {
			t.Errorf("after %d runs it exits with %d and says\n%s", c.after, code, stderr)
		}
		if !strings.Contains(stdout, c.says) || !strings.Contains(stdout, "Cut short while searching") {
			t.Errorf("after %d runs the table does not say %q:\n%s", c.after, c.says, stdout)
		}
		for _, name := range []string{"manifest.json", "flip.csv", "flip.svg"} {
			if _, err := os.Stat(filepath.Join(out, name)); err != nil {
				t.Errorf("after %d runs: %v", c.after, err)
			}
		}
	}
}

// A run that failed in one world is told with what was changed there, and the rest is reported.
func TestRunsFailInASearch(t *testing.T) {
	found := lab.FindFlip(t.Context(), pacific(t).Scenario, "", 0.5, lab.Options{Runs: 1, Seed: 4})
	found.Failures = []lab.Failure{{Run: 0, World: "threat felt times 2", Message: "a promise of the model was broken"}}
	stdout, stderr, code := toldFlip(t, t.Context(), "", found)
	if code != exitRun || !strings.Contains(stdout, "is in force at the end of") {
		t.Errorf("exits with %d, want %d, and prints\n%s", code, exitRun, stdout)
	}
	if want := "run 0 of seed 4 of the world of threat felt times 2:\na promise of the model was broken"; !strings.Contains(stderr, want) {
		t.Errorf("stderr does not say %q:\n%s", want, stderr)
	}
}
