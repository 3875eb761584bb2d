package main

import (
	"fmt"
	"math"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim/lab/history"
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

// How far two coders lie apart is what RUBRIC.md says, and so is the error of each that would set them so far apart: the mean distance
// of two normal errors of one standard deviation is that times 2/√π.
func TestTheRubricSaysHowFarCodersLieApart(t *testing.T) {
	all := agreed(t)
	said := saidIn(t, "../../scenarios/RUBRIC.md")(`the two are ([0-9.]+) apart on average, as errors of ([0-9.]+) each would make them`)
	if want := []string{fmt.Sprintf("%.2f", all.Apart), fmt.Sprintf("%.2f", all.Apart*math.Sqrt(math.Pi)/2)}; !slices.Equal(said, want) {
		t.Errorf("RUBRIC.md says %v, it is %v", said, want)
	}
}

// agreed is how far two coders agree on all that both have coded.
func agreed(t *testing.T) history.Agreement {
	t.Helper()
	var twice []history.Twice
	for _, name := range scenarios.Codings() {
		second, err := scenarios.Load(name, scenarios.Options{SecondCoder: true, Best: true})
		if err != nil {
			t.Fatal(err)
		}
		twice = append(twice, history.Twice{First: shipped(t, name).Scenario, Second: second.Scenario, Paths: second.CodedTwice})
	}
	_, all := history.Agree(twice, 1)
	return all
}
