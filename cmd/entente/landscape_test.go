package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// Interrupted, it reports the splits it has found by then, as ones among perhaps more, and the folder is whole. With nothing
// found it prints nothing.
func TestInterruptedInALandscape(t *testing.T) {
	for _, c := range []struct {
		actors int
		found  bool
		says   string
	}{{20, true, "65,536 of 524,288"}, {30, false, "0 of 10 splits"}} {
		var text strings.Builder
		text.WriteString("actor,strength")
		for i := range c.actors {
			fmt.Fprintf(&text, ",A%d", i)
		}
		for i := range c.actors {
			fmt.Fprintf(&text, "\nA%d,1", i)
			for j := range c.actors {
				p := 1
				switch apart := func(i int) bool { return 1 <= i && i < 10 }; { // a camp that the walk meets early
				case i == j:
					p = 0
				case apart(i) != apart(j):
					p = -1
				}
				fmt.Fprintf(&text, ",%d", p)
			}
		}
		dir := t.TempDir()
		file, out := filepath.Join(dir, "many.csv"), filepath.Join(dir, "out")
		if err := os.WriteFile(file, []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		done, cancel := context.WithCancel(t.Context())
		cancel()
		var stdout, stderr bytes.Buffer
		command := &cobra.Command{}
		command.SetContext(done)
		command.SetOut(&stdout)
		command.SetErr(&stderr)
		f := landscapeFlags{runFlags{runs: 10, seed: 1, out: out}}
		err := f.landscape(command, file)
		if err == nil || exitCode(err) != exitInterrupted || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%d actors: %v, want exit %d and %q", c.actors, err, exitInterrupted, c.says)
		}
		if cut := strings.Contains(stdout.String(), "Cut short"); cut != c.found || !c.found && stdout.Len() > 0 {
			t.Errorf("%d actors: it prints\n%s", c.actors, stdout.String())
		}
		if _, err := os.Stat(filepath.Join(out, "manifest.json")); (err == nil) != c.found {
			t.Errorf("%d actors: manifest: %v", c.actors, err)
		}
	}
}

func TestAmountsAreRead(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", -832: "-832", -83200: "-83,200", 1234567: "1,234,567", 0.25: "0.25", -12345.6: "-12,346", 1e20: "1e+20", 2.0 / 3: "0.6667",
	} {
		if got := amount(v); got != want {
			t.Errorf("%v is written %q, want %q", v, got, want)
		}
	}
}
