package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what README.md publishes anew; read it before you commit it")

// What README.md shows of the model's results, is made by the commands it names. A change of the model or its
// figures changes it, and must be seen.
func TestReadmeShowsTheHindcastsOfToday(t *testing.T) {
	const begin, end = "checked by a test -->\n", "<!-- end of hindcast -->"
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), begin)
	shown, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatal("README.md has lost the marks around its table of hindcasts")
	}
	today, err := exec.Command("entente", "hindcast", "--markdown").Output()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("../../README.md", []byte(before+begin+string(today)+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if shown != string(today) {
		t.Errorf("README.md shows\n%s\nbut the command says\n%s\n`make golden` writes it anew", shown, today)
	}
}

func TestReadmePictureIsTheBaselineOfToday(t *testing.T) {
	const picture = "../../.readme/in-force.svg"
	dir := t.TempDir()
	if out, err := exec.Command("entente", "run", "pacific-2025", "--out", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	today, err := os.ReadFile(filepath.Join(dir, "in-force.svg"))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.MkdirAll(filepath.Dir(picture), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(picture, today, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	shown, err := os.ReadFile(picture)
	if err != nil {
		t.Fatal(err)
	}
	if string(shown) != string(today) {
		t.Errorf("%s is not the chart of `make run`: `make golden` writes it anew", picture)
	}
}
