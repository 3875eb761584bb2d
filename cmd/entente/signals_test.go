package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"entente/cmd/entente/shelf"
	"entente/plots/words"
)

// A person who presses Ctrl-C keeps what has been computed: the first runs of the full set, told as such.
func TestInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows knows no interrupt that one process may send another")
	}
	dir := t.TempDir()
	cut := filepath.Join(dir, "cut")
	var stdout, stderr bytes.Buffer
	var m shelf.Manifest
	for patience := time.Second; m.Played == 0; patience *= 2 { // a slow machine may not get to the first run
		stdout.Reset()
		stderr.Reset()
		c := exec.Command("entente", "run", "pacific-2025", "--runs", "200000", "--seed", "11", "--out", cut)
		c.Stdout, c.Stderr = &stdout, &stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(patience)
		if err := c.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		err := c.Wait()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != exitInterrupted {
			t.Fatalf("ends with %v, want exit code %d\n%s", err, exitInterrupted, stderr.String())
		}
		text, err := os.ReadFile(filepath.Join(cut, "manifest.json"))
		if errors.Is(err, os.ErrNotExist) && patience < time.Minute {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &m); err != nil {
			t.Fatal(err)
		}
	}
	if m.Asked != 200000 || m.Played >= m.Asked {
		t.Errorf("the manifest has %d of %d runs finished", m.Played, m.Asked)
	}
	if want := fmt.Sprintf("interrupted after %s of 200,000 runs: what is reported rests on the first %s", words.Thousands(m.Played),
		words.Thousands(m.Played)); !strings.Contains(stderr.String(), want) {
		t.Errorf("stderr does not say %q:\n%s", want, stderr.String())
	}
	for _, want := range []string{words.Thousands(m.Played) + " runs of pacific-2025, seed 11\n", "Cut short: 200,000"} {
		if !strings.Contains(stdout.String(), want) {
			t.Errorf("the table does not say %q:\n%s", want, stdout.String())
		}
	}

	full := filepath.Join(dir, "full")
	more := fmt.Sprint(m.Played + 25)
	c := exec.Command("entente", "run", "pacific-2025", "--runs", more, "--seed", "11", "--out", full)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range []string{"runs.csv", "fates.csv"} {
		first, err := os.ReadFile(filepath.Join(cut, name))
		if err != nil {
			t.Fatal(err)
		}
		all, err := os.ReadFile(filepath.Join(full, name))
		if err != nil {
			t.Fatal(err)
		}
		if len(first) == 0 || len(first) >= len(all) || !bytes.HasPrefix(all, first) {
			t.Errorf("%s of the %d runs before the interrupt is not the beginning of that of %s runs", name, m.Played, more)
		}
	}
	text, err := os.ReadFile(filepath.Join(cut, "runs.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")[1:]
	if len(rows) != m.Played {
		t.Errorf("runs.csv has %d runs, want the %d that were finished", len(rows), m.Played)
	}
	for k, row := range rows {
		if !strings.HasPrefix(row, fmt.Sprintf("%d,", k)) {
			t.Fatalf("row %d of runs.csv is not that of run %d: %s", k, k, row)
		}
	}
}
