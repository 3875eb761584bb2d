package main

import (
	"bytes"
	"entente/sim"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/spf13/pflag"
)

// The number of a flag is written in decimal digits, and no more is asked for than can be played.
func TestFlagsTakeDecimalNumbers(t *testing.T) {
	for _, c := range []struct{ flag, text, want string }{
		{"runs", "1000", ""}, {"runs", "-5", ""}, {"runs", "1000000", ""},
		{"runs", "0x10", "decimal digits"}, {"runs", "1_000", "decimal digits"}, {"runs", "010", "decimal digits"},
		{"runs", "1e3", "decimal digits"},
		{"runs", " 5", "decimal digits"}, {"runs", "", "decimal digits"}, {"runs", "1000001", "at most 1,000,000"},
		{"runs", "9223372036854775807", "at most 1,000,000"}, {"runs", "99999999999999999999", "at most 1,000,000"},
		{"workers", "1025", "at most 1,024"},
		{"seed", "18446744073709551615", ""}, {"seed", "18446744073709551616", "too large"}, {"seed", "0b1", "decimal digits"},
		{"target", "0.25", ""}, {"target", ".5", ""}, {"target", "1e-2", ""}, {"target", "0x1p-1", "decimal digits"},
		{"target", "nan", "decimal digits"},
		{"target", "Inf", "decimal digits"}, {"target", "0,5", "decimal digits"},
		{"trade-gain", "4,4,1", ""}, {"trade-gain", "4,0x1", "decimal digits"}, {"trade-gain", "4,,1", "decimal digits"},
	} {
		set := pflag.NewFlagSet("any", pflag.ContinueOnError)
		set.Int("runs", 1, "")
		set.Int("workers", 1, "")
		set.Uint64("seed", 1, "")
		set.Float64("target", 1, "")
		set.Float64Slice("trade-gain", nil, "")
		set.VisitAll(bound)
		err := set.Set(c.flag, c.text)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("--%s %q: %v, want %q", c.flag, c.text, err, c.want)
		}
	}
}

// A fault of ours is told as ours, with what we need to find it, and has an exit code of its own.
func TestACrashIsToldAsOurs(t *testing.T) {
	err := guarded(func() error { var none []int; _ = none[len(os.Args)+1]; return nil })
	if exitCode(err) != exitCrash {
		t.Errorf("exits with %d, want %d", exitCode(err), exitCrash)
	}
	for _, want := range []string{"a fault of entente " + sim.Version, "report it", "index out of range", "flags_test.go"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("does not say %q:\n%v", want, err)
		}
	}
	fine := errors.New("fine")
	if err := guarded(func() error { return fine }); err != fine {
		t.Errorf("what is no crash becomes %v", err)
	}
}

// An interrupt is heard while a command waits for what it is to read.
func TestInterruptedWhileReading(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows knows no interrupt that one process may send another")
	}
	for _, verb := range []string{"validate", "landscape"} {
		c := exec.Command("entente", verb, "-")
		in, err := c.StdinPipe() // nobody writes and nobody closes it
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		var stderr bytes.Buffer
		c.Stderr = &stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- c.Wait() }()
		time.Sleep(500 * time.Millisecond)
		if err := c.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		select {
		case err := <-ended:
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != exitInterrupted ||
				!strings.Contains(stderr.String(), "interrupted while reading") {
				t.Errorf("%s ends with %v, want exit code %d\n%s", verb, err, exitInterrupted, stderr.String())
			}
		case <-time.After(20 * time.Second):
			c.Process.Kill()
			t.Errorf("%s is deaf while it reads", verb)
		}
	}
}

// Each way of reading a scenario is heeded by every command that takes it: one set of constants, the second coder, errors of coding.
func TestEveryWayOfReadingAScenarioIsHeeded(t *testing.T) {
	if testing.Short() {
		t.Skip("asks every command that plays a scenario")
	}
	asked := map[string][]string{"compare": {"pacific-2025", "--set", "states.JPN.stance=1"}, "hindcast": {"V6"}, "library": {"us-retrenchment"},
		"explain": {"pacific-2025", "--state", "JPN"}, "roles": {"pacific-2025", "--out", t.TempDir()}}
	for _, c := range root().Commands() {
		args, ok := asked[c.Name()]
		if !ok {
			args = []string{"pacific-2025"}
		}
		args = append([]string{c.Name(), "--json", "--quiet"}, args...)
		if c.Flags().Lookup("best") == nil {
			continue
		}
		if c.Flags().Lookup("runs") != nil {
			args = append(args, "--runs", "2")
		}
		var says []string
		for _, way := range []struct{ flag, value, says string }{
			{"best", "true", `"draws": 0`}, {"coder", "2", `"coder = 2"`}, {"recode", "0.1", `"recode = 0.1"`},
		} {
			if f := c.Flags().Lookup(way.flag); f != nil && !f.Hidden {
				args = append(args, "--"+way.flag+"="+way.value)
				says = append(says, way.says)
			}
		}
		out, err := exec.Command("entente", args...).Output()
		if err != nil {
			t.Errorf("entente %v: %v", args, err)
		}
		for _, way := range says {
			if !bytes.Contains(out, []byte(way)) {
				t.Errorf("entente %v does not say %s", args, way)
			}
		}
	}
}
