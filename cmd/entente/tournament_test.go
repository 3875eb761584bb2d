package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim/lab/history"
)

// Two shares made apart and joined say what one tournament says; a share alone owns up to what it lacks.
func TestATournamentIsMadeInShares(t *testing.T) {
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
	if one := play("--out DIR/a --shard 1/2"); !strings.Contains(one, "not complete: 2 of 3 fits are made") {
		t.Errorf("the first of two shares says\n%s", one)
	}
	play("--out DIR/b --shard 2/2")
	if joined := play("--out DIR/c --join DIR/a,DIR/b"); joined != whole {
		t.Errorf("joined they say\n%s\nin one go\n%s", joined, whole)
	}
	for _, file := range []string{"standings.csv", "fits.csv", "tournament.csv", "trials.csv", "manifest.json"} {
		if a, b := read(t, filepath.Join(dir, "whole", file)), read(t, filepath.Join(dir, "c", file)); a != b {
			t.Errorf("joined %s is\n%s\nin one go\n%s", file, b, a)
		}
	}
}

// What cannot be played is told before anything is: exit code 2, and what would be right.
func TestATournamentThatCannotBe(t *testing.T) {
	for _, c := range []struct{ flags, says string }{
		{"--shipped --trials 5", "leaves nothing to --trials"},
		{"--rules articel", "did you mean article"},
		{"--shard 3/2 --out x", "must lie between 1 and 2"},
		{"--shard 1/2", "say in which folder with --out"},
		{"--join x", "say in which folder with --out"},
		{"--inputs guessed", "coded, measured or both"},
		{"--episodes V1,V2", "episodes of two worlds or more"},
		{"--episodes V4,V10", "has not decided V10"},
		{"--set states.USA.stance=1", "only constants"},
		{"--rules article --set parameters.decision.trade=3", "the fits of article turn that constant"},
		{"--episodes V4,V6,V4", "V4 is named twice"},
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
		"--inputs measured --set states.USA.stance=1": "would be measured over", "--inputs guessed": "must be coded or measured",
	} {
		out, err := exec.Command("entente", append([]string{"hindcast", "V6", "--runs", "2"}, strings.Fields(flags)...)...).CombinedOutput()
		if e, ok := err.(*exec.ExitError); !ok || e.ExitCode() != exitUsage || !strings.Contains(string(out), says) {
			t.Errorf("%s ends with %v and says %q, want %q", flags, err, out, says)
		}
	}
	out, err := exec.Command("entente", "hindcast", "V6", "--runs", "2", "--inputs", "measured").Output()
	if err != nil || !strings.Contains(string(out), "What if: inputs measured") {
		t.Errorf("measured inputs are not told (%v):\n%s", err, out)
	}
	set := exec.Command("entente", "hindcast", "V6", "--runs", "2", "--inputs", "measured", "--set", "parameters.measured.tempo=3")
	if out, err = set.Output(); err != nil || !strings.Contains(string(out), "tempo 3, move 0.16") {
		t.Errorf("a constant of the twin is not set (%v):\n%s", err, out)
	}
	out, err = exec.Command("entente", "hindcast", "V6", "--inputs", "measured", "--set", "parameters.measured.tempo=60").CombinedOutput()
	if e, ok := err.(*exec.ExitError); !ok || e.ExitCode() != exitScenario ||
		!strings.Contains(string(out), "parameters.measured.tempo is 60") {
		t.Errorf("a constant of the twin out of its range ends with %v and says %q", err, out)
	}
}

var added = flag.String("add", "", "`folders` of tournaments of new rules, made as the shipped one was: add their fits to it, if what it has still holds")

// The shipped tournament is one of the files and the model that stand here: its weights, played again on what they were scored on,
// have the scores that it says, to the last bit. Fits of new rules may be added to it, and its fingerprint made anew where only what
// changes no run is new (-update), only then.
func TestShippedTournamentIsThatOfTodaysFiles(t *testing.T) {
	kept, err := shippedFits()
	if err != nil {
		t.Fatal(err)
	}
	again := "the shipped tournament was fitted to other files: make it again by `" + kept.Made + "` and copy its tournament.csv to scenarios"
	if _, err := kept.Known(); err != nil {
		t.Fatalf("%s (%v)", again, err)
	}
	p, err := new(flags).past(tournamentCommand(), kept.Episodes)
	if err != nil || readAs(p.worlds) != kept.Read && *added == "" && !*update {
		t.Fatalf("%s (%v)", again, err)
	}
	tour := tournamentOn(p, inputsCoded, inputsMeasured)
	tour.Runs, tour.Seed = kept.Runs, kept.Seed
	played := 0
	for _, f := range inAnyOrder(kept.Fits) {
		quick := len(f.Held) == 1
		for _, ep := range p.episodes {
			quick = quick && (ep.ID != f.Held[0] || len(p.scenarios[ep.Scenario].States) <= 12)
		}
		if played == 10 || testing.Short() && (played == 1 || !quick) {
			continue
		}
		played++
		if got := tour.Again(t.Context(), f); !maps.Equal(got, f.Scores) {
			t.Errorf("%s: %s on %s inputs, fitted without %v, scores %v, the file says %v", again, f.Entrant, f.Inputs, f.Held, got, f.Scores)
		}
	}
	if played == 0 {
		t.Error("no fit was played again")
	}
	if t.Failed() {
		return
	}
	switch {
	case *added != "":
		addFits(t, tour, kept, strings.Split(*added, ","), readAs(p.worlds))
	case *update:
		addFits(t, tour, kept, nil, readAs(p.worlds))
	}
}

// inAnyOrder are fits in an order that hangs on no score and on no place in the file.
func inAnyOrder(fits []history.Fit) []history.Fit {
	order := func(f history.Fit) string {
		return fmt.Sprintf("%x", sha256.Sum256(fmt.Append(nil, f.Entrant, f.Inputs, f.Held)))
	}
	return slices.SortedFunc(slices.Values(fits), func(a, b history.Fit) int { return strings.Compare(order(a), order(b)) })
}

// addFits writes the shipped tournament with the fits of other folders besides, in the order in which one tournament of all would make
// them. What it has already stays as it is. One fit of each folder is played again, as those of the file were.
func addFits(t *testing.T, tour *history.Tournament, kept *history.ShippedFits, folders []string, read string) {
	for _, folder := range folders {
		text, err := os.ReadFile(filepath.Join(folder, tournamentFile))
		if err != nil {
			t.Fatal(err)
		}
		more, err := history.ReadShippedFits(string(text))
		if err != nil {
			t.Fatal(err)
		}
		if more.Runs != kept.Runs || more.Trials != kept.Trials || more.Seed != kept.Seed || !slices.Equal(more.Episodes, kept.Episodes) {
			t.Fatalf("%s was made by %s, the shipped tournament by %s", folder, more.Made, kept.Made)
		}
		if f := inAnyOrder(more.Fits)[0]; !maps.Equal(tour.Again(t.Context(), f), f.Scores) {
			t.Fatalf("%s was made by another model: %s, fitted without %v, has other scores", folder, f.Entrant, f.Held)
		}
		for _, f := range more.Fits {
			if !slices.ContainsFunc(kept.Fits, func(k history.Fit) bool {
				return k.Entrant == f.Entrant && k.Inputs == f.Inputs && slices.Equal(k.Held, f.Held)
			}) {
				kept.Fits = append(kept.Fits, f)
			}
		}
	}
	place := map[string]int{}
	for k, e := range history.Entrants() {
		place[e.Name] = k
	}
	slices.SortStableFunc(kept.Fits, func(a, b history.Fit) int {
		return cmp.Or(strings.Compare(a.Inputs, b.Inputs), cmp.Compare(place[a.Entrant], place[b.Entrant]))
	})
	kept.Read = read
	var file strings.Builder
	if err := kept.Write(&file); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join("..", "..", "scenarios", tournamentFile), []byte(file.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := kept.Known(); err != nil {
		t.Error(err)
	}
}

// What is fitted may be shipped anew without the fits being of other files; what no fit turns may not.
func TestFitsAreOfFilesWhateverWasFitted(t *testing.T) {
	read := func(set string) string {
		l, err := scenarios.Load("asia-1950", scenarios.Options{Set: []string{set}, Theories: true})
		if err != nil {
			t.Fatal(err)
		}
		return readAs([]world{{"asia-1950", l}})
	}
	now := read("parameters.decision.security=15")
	for set, same := range map[string]bool{
		"parameters.decision.security=20": true, "parameters.power-balance.need=4": true, "parameters.decision.interest=1": false,
		"parameters.common.goodwill=5": false, "states.JPN.stance=0.9": false,
	} {
		if got := read(set) == now; got != same {
			t.Errorf("with %s the fits are of the same files: %v", set, got)
		}
	}
}

// The shipped tournament is told without playing, and what it lacks is told too.
func TestShippedTournamentIsTold(t *testing.T) {
	kept, err := shippedFits()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	out, err := exec.Command("entente", "tournament", "--shipped", "--out", dir).Output()
	if err != nil {
		t.Fatal(err)
	}
	lacks := strings.Contains(string(out), "The tournament is not complete")
	var whole struct {
		ToFit int `json:"fits_to_make"`
	}
	if err := json.Unmarshal([]byte(read(t, filepath.Join(dir, "answer.json"))), &whole); err != nil {
		t.Fatal(err)
	}
	if made := len(kept.Fits); lacks != (made < whole.ToFit) {
		t.Errorf("of %d of %d fits it says\n%s", made, whole.ToFit, out)
	}
	if read(t, filepath.Join(dir, "tournament.csv")) != scenarios.Tournament {
		t.Error("what is kept of the shipped tournament is not the shipped file")
	}
}
