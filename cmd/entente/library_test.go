package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Interrupted, the library tells of what was played and says that it was cut short.
func TestInterruptedLibrary(t *testing.T) {
	base, whatIf := pacific(t), pacific(t)
	whatIf.Scenario.Expects, whatIf.Scenario.Expectation, whatIf.Scenario.Name = "same", "Nothing comes of nothing.", "idle"
	worlds := shelf{{"pacific-2025", "pacific-2025", base}, {"idle", "idle", whatIf}}
	for _, c := range []struct {
		after int
		told  string
	}{{14, "Came out: it is in force in"}, {7, "0 of 0 expectations held."}} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		found := lab.Compare(ctx, []lab.Named{worlds[0].as(), worlds[1].as()}, lab.Options{
			Runs: 10, Seed: 1, Workers: 1, Done: func(count int) {
				if count == c.after {
					cancel()
				}
			},
		})
		var o, talk bytes.Buffer
		cmd := &cobra.Command{}
		cmd.SetContext(ctx)
		cmd.SetOut(&o)
		cmd.SetErr(&talk)
		f := libraryFlags{runFlags{runs: 10, seed: 1, out: t.TempDir()}}
		err := f.tell(cmd, nil, []shelf{worlds}, []*lab.Comparison{found}, 0)
		if exitCode(err) != exitInterrupted {
			t.Errorf("after %d runs it ends with %v", c.after, err)
		}
		for _, want := range []string{"This was cut short", c.told} {
			if !strings.Contains(o.String(), want) {
				t.Errorf("after %d runs it does not say %q:\n%s", c.after, want, o.String())
			}
		}
	}
}

func TestWhyAMissIsAMiss(t *testing.T) {
	for _, c := range []struct {
		held   bool
		change stats.Difference
		want   string
	}{
		{true, stats.Difference{Mean: 0.1, Low: 0.05, High: 0.15}, "held"},
		{false, stats.Difference{Mean: 0.1, Low: 0.05, High: 0.15}, "**missed**: higher"},
		{false, stats.Difference{Mean: -0.1, Low: -0.15, High: -0.05}, "**missed**: lower"},
		{false, stats.Difference{Mean: 0.1, Low: -0.05, High: 0.25}, "**missed**: no more than luck"},
	} {
		w := lab.WhatIf{ComparedWorld: lab.ComparedWorld{Change: &lab.Change{InForce: c.change}}, Held: c.held}
		if got := heldOrMissed(w); got != c.want {
			t.Errorf("a change of %+v is told as %q, want %q", c.change, got, c.want)
		}
	}
}
