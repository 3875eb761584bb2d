package main

import (
	"os/exec"
	"strings"
	"testing"
)

// What coding does can be asked of all that plays, is told, and is refused where it would say nothing.
func TestCodingCanBeAskedOfAllThatPlays(t *testing.T) {
	for _, asked := range []string{"run V --runs 3", "compare V warsaw-1955 --runs 2", "ablate V --runs 2", "hindcast V6 --runs 2",
		"pivots V --runs 3", "drivers V --runs 2", "why V --runs 5 --mechanisms trade", "flip V --runs 2", "theories V --runs 2"} {
		args := strings.Fields(strings.Replace(asked, " V ", " scandinavia-1948 ", 1))
		for flags, told := range map[string]string{"--recode 0.2": "recode 0.2", "--coder 2": "coder 2"} {
			out, err := exec.Command("entente", append(args, strings.Fields(flags)...)...).Output()
			if err != nil || !strings.Contains(strings.Join(strings.Fields(string(out)), " "), told) {
				t.Errorf("%v %s (%v) does not tell of %s:\n%s", args, flags, err, told, out)
			}
		}
	}
	for _, c := range []struct{ asked, says string }{
		{"run V --recode -0.1", "must lie between 0 and 1"},
		{"run V --recode 2", "must lie between 0 and 1"},
		{"run V --coder 3", "must be 1, the coder of the scenario, or 2"},
		{"explain V --state SWE --recode 0.1", "lays open one decision by the figures as they stand"},
		{"calibrate --out /nowhere --recode 0.1", "fitted to the figures as they stand"},
		{"tournament --recode 0.1", "fitted to the figures as they stand"},
		{"hindcast V6 --inputs recoded", "must be coded or measured"},
	} {
		out, err := exec.Command("entente", strings.Fields(strings.Replace(c.asked, " V ", " scandinavia-1948 ", 1))...).CombinedOutput()
		if e, ok := err.(*exec.ExitError); !ok || e.ExitCode() != exitUsage || !strings.Contains(string(out), c.says) {
			t.Errorf("%s ends with %v and says %q, want %q", c.asked, err, out, c.says)
		}
	}
}

// The same command gives the same numbers by any number of workers.
func TestRecodedRunsDoNotHangOnWorkers(t *testing.T) {
	var first string
	for _, workers := range []string{"1", "4"} {
		out, err := exec.Command("entente", "run", "scandinavia-1948", "--runs", "60", "--recode", "0.1", "--json",
			"--workers", workers).Output()
		if err != nil {
			t.Fatal(err)
		}
		if first == "" {
			first = string(out)
		}
		if string(out) != first {
			t.Errorf("with %s workers the answer is another", workers)
		}
	}
}
