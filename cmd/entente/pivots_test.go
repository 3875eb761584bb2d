package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// toldPivots is what pivots come to: what is printed, and the exit code.
func toldPivots(t *testing.T, ctx context.Context, out string, p *lab.Pivots) (stdout, stderr string, code int) {
	t.Helper()
	var o, talk bytes.Buffer
	c := &cobra.Command{}
	c.SetContext(ctx)
	c.SetOut(&o)
	c.SetErr(&talk)
	f := pivotsFlags{runFlags: runFlags{runs: p.Asked, seed: p.Seed, out: out}, draw: p.Draw}
	if err := f.tell(c, "pacific-2025", pacific(t), p, 0); err != nil {
		return o.String(), talk.String() + err.Error(), exitCode(err)
	}
	return o.String(), talk.String(), 0
}

// pacificPivots are those of a shipped scenario in so many runs; stop is called after some of them.
func pacificPivots(t *testing.T, ctx context.Context, runs, after int, stop func()) *lab.Pivots {
	t.Helper()
	w := sim.NewWorld(pacific(t).Scenario)
	return lab.FindPivots(ctx, w, w.Headline(), 18, medianDraw, lab.Options{Runs: runs, Seed: 1, Workers: 1, Done: func(count int) {
		if count == after {
			stop()
		}
	}})
}

func TestPivotsToldWithFailures(t *testing.T) {
	out := t.TempDir()
	p := pacificPivots(t, t.Context(), 4, 0, nil)
	p.Runs, p.Failures = 3, []lab.Failure{{Run: 2, Message: "a promise of the model was broken"}}
	stdout, stderr, code := toldPivots(t, t.Context(), out, p)
	if code != exitRun || !strings.Contains(stdout, "states are at the table") {
		t.Errorf("exits with %d, want %d, and prints\n%s", code, exitRun, stdout)
	}
	for _, want := range []string{"1 of 4 runs failed", "run 2 of seed 1", "a promise of the model was broken"} {
		if !strings.Contains(stderr, want) {
			t.Errorf("stderr does not say %q:\n%s", want, stderr)
		}
	}
	if _, err := os.Stat(filepath.Join(out, "manifest.json")); err != nil {
		t.Error(err)
	}
	p.Runs, p.Failures, p.Finished = 0, append(p.Failures, lab.Failure{}, lab.Failure{}, lab.Failure{}), 4
	if stdout, _, code := toldPivots(t, t.Context(), t.TempDir(), p); code != exitRun || stdout != "" {
		t.Errorf("with no run left it exits with %d and prints\n%s", code, stdout)
	}
}

// Interrupted, it reports the runs that were done; the folder is whole.
func TestInterruptedAmongPivots(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	out := t.TempDir()
	stdout, stderr, code := toldPivots(t, ctx, out, pacificPivots(t, ctx, 50, 7, cancel))
	if code != exitInterrupted || !strings.Contains(stderr, "interrupted: 7 of 50 runs were finished") {
		t.Errorf("it exits with %d and says\n%s", code, stderr)
	}
	if !strings.Contains(stdout, "Cut short: 50 runs were asked for.") || !strings.Contains(stdout, "7 runs of") {
		t.Errorf("the table does not say that it was cut short:\n%s", stdout)
	}
	for _, name := range []string{"manifest.json", "sets.csv", "pivots.svg"} {
		if _, err := os.Stat(filepath.Join(out, name)); err != nil {
			t.Error(err)
		}
	}
}

// What the table says of sets and states that the shipped scenarios do not show.
func TestPivotsInWords(t *testing.T) {
	some := stats.Share{Count: 5, Runs: 10, Mean: 0.5, Low: 0.19, High: 0.81}
	p := &lab.Pivots{
		Title: "What if", ClauseTitle: "A pact", Scenario: "x", Tick: "2030Q1", Draw: 0.5, Runs: 10, Asked: 10, Finished: 10, Seats: [2]int{18, 20},
		Minimum: 3, Carried: some, Cut: 4, UpTo: 4, Sizes: []lab.SizeShare{{Size: 3, Share: some}}, Settled: 3,
		States: []lab.PivotalState{
			{ID: "A", Name: "Ada", Seated: some, ByWeight: some, Settled: some, Leave: stats.Difference{Mean: -2, Low: -2.5, High: -1.5}},
			{ID: "B", Name: "Ben", Seated: some, HoldsUp: some, Join: stats.Difference{Mean: 1, Low: 0.5, High: 1.5}},
			{ID: "C", Name: "Cid", Seated: some},
		},
		HeldUp: some,
	}
	for range 15 {
		p.Sets = append(p.Sets, lab.CarryingSet{Members: []string{"C", "A", "B"}, Minimal: some, Carries: some})
	}
	var b bytes.Buffer
	if err := writePivots(&b, p); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"18 to 20 states are at the table. The text needs 3 in all.\n",
		"Most often Ada, Ben and Cid carry it, and none smaller within (50.0 %).\n",
		"Those who would carry it must move together.",
		"The table has too many sets to look at all in 4 of the runs: all of up to 4 states were",
		"By its weight, whatever the text asks for, no set does without Ada (50.0 % of the runs).\n",
		"Where no set carries it, one would in 50.0 % of the runs if a single state came round: Ben (50.0 %).\n",
		"The others hang most on Ada: without it 2.0 of them leave on average (95 % interval 1.5 to 2.5).\n",
		"Ben keeps most others out: if it stayed away, 1.0 more would be in on average (95 % interval 0.5 to 1.5).\n",
		"and 3 more, each at most as often; --json and sets.csv have them all.\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the table does not say %q:\n%s", want, b.String())
		}
	}
	p.States[0].ByWeight, p.States[0].Leave, p.States[1].Join = stats.Share{}, stats.Difference{}, stats.Difference{}
	p.Rises = some
	b.Reset()
	if err := writePivots(&b, p); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"By weight nobody has a veto", "Nobody anchors it"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the table does not say %q:\n%s", want, b.String())
		}
	}
	for _, not := range []string{"must move together", "keeps most others out"} {
		if strings.Contains(b.String(), not) {
			t.Errorf("the table says %q:\n%s", not, b.String())
		}
	}
}
