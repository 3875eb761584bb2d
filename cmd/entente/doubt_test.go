package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"entente/sim/lab"
)

// doubtOf is the answer to a question of doubt.
func doubtOf(t *testing.T, args ...string) *lab.Doubt {
	t.Helper()
	out, err := exec.Command("entente", append([]string{"doubt"}, append(args, "--json")...)...).Output()
	if err != nil {
		t.Fatalf("doubt %v: %v", args, err)
	}
	d := &lab.Doubt{}
	if err := json.Unmarshal(out, d); err != nil {
		t.Fatal(err)
	}
	return d
}

// Each figure has the source that its file gives, each other rule constants of its own, and a second coder is heard where there is one.
func TestDoubtSaysWhereFiguresComeFrom(t *testing.T) {
	d := doubtOf(t, "scandinavia-1948", "--runs", "5", "--figures", "1")
	if d.Coder == nil || len(d.Forms) != 10 || d.Error != usualError {
		t.Errorf("the second coder says %v, there are %d other rules, errors are %v", d.Coder, len(d.Forms), d.Error)
	}
	for _, f := range d.Figures {
		if f.Source == "" && !strings.HasSuffix(f.Path, ".centre") { // some of which stand without a reason
			t.Errorf("%s has no source", f.Path)
		}
	}
	own := filepath.Join(t.TempDir(), "own.toml")
	text, err := os.ReadFile("../../scenarios/testdata/good/triad.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(own, text, 0o644); err != nil {
		t.Fatal(err)
	}
	if d := doubtOf(t, own, "--runs", "5", "--figures", "0", "--error", "0.2"); d.Coder != nil || d.Error != 0.2 || d.Figures[0].Up != nil {
		t.Errorf("of a file that nobody coded twice a second coder says %v, by errors of %v", d.Coder, d.Error)
	}
	if d := doubtOf(t, "soft-clause", "--runs", "5", "--figures", "0"); d.Coder == nil {
		t.Error("a what-if does not hear the second coder of what it is built on")
	}
}

func TestDoubtThatIsCalledWrongly(t *testing.T) {
	for flags, says := range map[string]string{
		"--error 0": "must lie above 0", "--error 3": "be at most 1", "--figures -1": "must be at least 0", "--recode 0.1": "it recodes by itself",
	} {
		out, err := exec.Command("entente", append([]string{"doubt", "scandinavia-1948"}, strings.Fields(flags)...)...).CombinedOutput()
		if e, ok := err.(*exec.ExitError); !ok || e.ExitCode() != exitUsage || !strings.Contains(string(out), says) {
			t.Errorf("doubt %s ends with %v and says %q, want %q", flags, err, out, says)
		}
	}
}
