package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Two parts made apart and joined say what one tournament says; a part alone owns up to what it lacks.
func TestATournamentIsMadeInParts(t *testing.T) {
	dir := t.TempDir()
	play := func(flags string) string {
		t.Helper()
		command := "tournament --rules base --episodes V4,V6 --inputs coded --trials 2 --runs 3 " + strings.ReplaceAll(flags, "DIR", dir)
		out, err := exec.Command("entente", strings.Fields(command)...).Output()
		if err != nil {
			t.Fatalf("entente %s: %v", command, err)
		}
		return string(out)
	}
	whole := play("--out DIR/whole")
	if one := play("--out DIR/a --shard 1/2"); !strings.Contains(one, "2 fits of 3 are made") {
		t.Errorf("the first of two parts says\n%s", one)
	}
	play("--out DIR/b --shard 2/2")
	if joined := play("--out DIR/c --join DIR/a,DIR/b"); joined != whole {
		t.Errorf("joined they say\n%s\nin one go\n%s", joined, whole)
	}
	if a, b := read(t, filepath.Join(dir, "whole", "standings.csv")), read(t, filepath.Join(dir, "c", "standings.csv")); a != b {
		t.Errorf("joined the table is\n%s\nin one go\n%s", b, a)
	}
}

// What cannot be played is told before anything is: exit code 2, and what would be right.
func TestATournamentThatCannotBe(t *testing.T) {
	for _, c := range []struct{ flags, says string }{
		{"--rules articel", "did you mean article"},
		{"--shard 3/2 --out x", "write K/N"},
		{"--shard 1/2", "--shard needs --out"},
		{"--inputs guessed", "coded, measured or both"},
		{"--episodes V1,V2", "episodes of two worlds or more"},
		{"--episodes V4,V10", "has not decided V10"},
		{"--set states.USA.stance=1", "only parameters"},
		{"--trials 0", "--trials is 0"},
		{"--episodes V4,V6 --join /nowhere --out " + t.TempDir(), "--join"},
	} {
		out, err := exec.Command("entente", append([]string{"tournament"}, strings.Fields(c.flags)...)...).CombinedOutput()
		if e, ok := err.(*exec.ExitError); !ok || e.ExitCode() != exitUsage || !strings.Contains(string(out), c.says) {
			t.Errorf("%s ends with %v and says %q, want %q", c.flags, err, out, c.says)
		}
	}
}

// A figure that would be measured over cannot be set: it would be told and not played.
func TestMeasuredInputsTakeNoFigures(t *testing.T) {
	for flags, says := range map[string]string{
		"--inputs measured --set states.USA.stance=1": "would be measured over", "--inputs guessed": "must be coded, recoded or measured",
	} {
		out, err := exec.Command("entente", append([]string{"hindcast", "V6", "--runs", "2"}, strings.Fields(flags)...)...).CombinedOutput()
		if e, ok := err.(*exec.ExitError); !ok || e.ExitCode() != exitUsage || !strings.Contains(string(out), says) {
			t.Errorf("%s ends with %v and says %q, want %q", flags, err, out, says)
		}
	}
	out, err := exec.Command("entente", "hindcast", "V6", "--runs", "2", "--inputs", "measured").Output()
	if err != nil || !strings.Contains(string(out), "What if: inputs = measured") {
		t.Errorf("measured inputs are not told (%v):\n%s", err, out)
	}
}
