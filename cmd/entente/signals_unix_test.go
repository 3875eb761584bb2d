//go:build unix

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"entente/cmd/entente/shelf"
	"entente/plots/words"
)

// A child of the tests, which is in no hurry to end: it says when it listens and by what it was asked to end.
func TestHeedingChild(t *testing.T) {
	proof := os.Getenv("ENTENTE_HEEDING_CHILD")
	if proof == "" {
		return
	}
	ctx, stop := heedSignals(context.Background(), os.Stderr)
	defer stop()
	fmt.Println("listening")
	<-ctx.Done()
	if os.Getenv("ENTENTE_HEEDING_TALKS") != "" {
		fmt.Fprintln(os.Stderr, "a word to nobody")
	}
	fmt.Println(context.Cause(ctx))
	if err := os.WriteFile(proof, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	select {}
}

// heeding begins one, by a shell's words if any are given, and waits until it listens.
func heeding(t *testing.T, shell string) (c *exec.Cmd, stdout *bufio.Reader, stderr *os.File, proof string) {
	t.Helper()
	proof = filepath.Join(t.TempDir(), "proof")
	c = exec.Command("sh", "-c", shell+` exec "$0" -test.run='^TestHeedingChild$'`, os.Args[0])
	c.Env = append(os.Environ(), "ENTENTE_HEEDING_CHILD="+proof)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	stderr, talk, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	c.Stderr = talk
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	talk.Close()
	t.Cleanup(func() { c.Process.Kill(); c.Wait(); stderr.Close() })
	stdout = bufio.NewReader(out)
	if line, err := stdout.ReadString('\n'); line != "listening\n" {
		t.Fatalf("the child says %q: %v", line, err)
	}
	return c, stdout, stderr, proof
}

func send(t *testing.T, c *exec.Cmd, s os.Signal) {
	t.Helper()
	if err := c.Process.Signal(s); err != nil {
		t.Fatal(err)
	}
}

// ending waits for a command, and is the code it ends with; -1 if it is ended by force.
func ending(t *testing.T, c *exec.Cmd) int {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	select {
	case <-done:
		return c.ProcessState.ExitCode()
	case <-time.After(time.Minute):
		c.Process.Kill()
		t.Fatal("it never ends")
	}
	return 0
}

// The first request to end is told to whoever works; the second ends the program at once, however busy it is.
func TestSecondSignalEndsAtOnce(t *testing.T) {
	for first, name := range map[os.Signal]string{syscall.SIGINT: "interrupt", syscall.SIGTERM: "terminated", syscall.SIGHUP: "hangup"} {
		if signal.Ignored(first.(syscall.Signal)) { // as hanging up is under nohup, also for those whom we start
			continue
		}
		c, stdout, stderr, _ := heeding(t, "")
		send(t, c, first)
		if line, _ := stdout.ReadString('\n'); line != fmt.Sprintf("asked to end by the signal %q\n", name) {
			t.Errorf("%v: whoever works hears %q", first, line)
		}
		send(t, c, os.Interrupt)
		if code := ending(t, c); code != exitInterrupted {
			t.Errorf("%v and an interrupt: ends with %d, want %d", first, code, exitInterrupted)
		}
		talk, _ := io.ReadAll(stderr)
		if want := "ended at once: nothing more is told or kept\n"; string(talk) != want {
			t.Errorf("%v: stderr says %q, want %q", first, talk, want)
		}
	}
}

// Under nohup a program outlives its terminal.
func TestHangUpIsIgnoredWhereItWas(t *testing.T) {
	c, stdout, _, _ := heeding(t, `trap "" HUP;`)
	send(t, c, syscall.SIGHUP)
	time.Sleep(50 * time.Millisecond)
	send(t, c, syscall.SIGTERM)
	if line, _ := stdout.ReadString('\n'); !strings.Contains(line, "terminated") {
		t.Errorf("whoever works hears %q", line)
	}
}

// Who reads our talk may leave while an answer is being found.
func TestTalkToNobodyCostsNothing(t *testing.T) {
	c, stdout, stderr, proof := heeding(t, "export ENTENTE_HEEDING_TALKS=1;")
	stderr.Close()
	send(t, c, os.Interrupt)
	stdout.ReadString('\n')
	for range 200 {
		if _, err := os.Stat(proof); err == nil {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("the program died of talking to nobody")
}

// A last word that nobody takes keeps nobody.
func TestFarewellDoesNotWait(t *testing.T) {
	c, stdout, _, _ := heeding(t, "yes >&2 & sleep 0.2; kill $!;") // the pipe is full
	send(t, c, os.Interrupt)
	stdout.ReadString('\n')
	send(t, c, os.Interrupt)
	if code := ending(t, c); code != exitInterrupted {
		t.Errorf("ends with %d, want %d", code, exitInterrupted)
	}
}

// Reading ends when the program is asked to, and what goes wrong in it is told by who waits for it.
func TestReadingEndsWhenAskedTo(t *testing.T) {
	ctx, cancel := context.WithCancelCause(context.Background())
	fault := errors.New("a fault")
	if err := heard(ctx, func() error { return fault }); err != fault {
		t.Errorf("a fault is told as %v", err)
	}
	func() {
		defer func() {
			if p := fmt.Sprint(recover()); !strings.HasPrefix(p, "a promise broken\n") || !strings.Contains(p, "signals_unix_test.go") {
				t.Errorf("a panic is told as %s", p)
			}
		}()
		heard(ctx, func() error { panic("a promise broken") })
	}()
	why := errors.New("asked to end")
	time.AfterFunc(10*time.Millisecond, func() { cancel(why) })
	if err := heard(ctx, func() error { select {} }); err != why {
		t.Errorf("a read without end ends with %v", err)
	}
	if err := heard(ctx, func() error { t.Error("a program that was asked to end reads on"); return nil }); err != why {
		t.Errorf("a read after the end is told as %v", err)
	}
}

// Standard input into which nobody writes can be interrupted.
func TestReadingIsInterrupted(t *testing.T) {
	c := exec.Command("entente", "validate", "-")
	var stderr strings.Builder
	c.Stderr = &stderr
	if _, err := c.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond)
	send(t, c, os.Interrupt)
	if code := ending(t, c); code != exitInterrupted || stderr.String() != "interrupted while reading\n" {
		t.Errorf("ends with %d and says %q", code, stderr.String())
	}
}

// Who reads the answer may leave, and who reads our talk with it: what is to be kept is kept, and there are no words.
func TestReaderLeaves(t *testing.T) {
	for _, both := range []bool{false, true} {
		gone, pipe, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		gone.Close()
		out := filepath.Join(t.TempDir(), "out")
		c := exec.Command("entente", "explain", "pacific-2025", "--state", "JPN", "--json", "--out", out)
		var talk strings.Builder
		if c.Stdout, c.Stderr = pipe, &talk; both {
			c.Stderr = pipe
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		pipe.Close()
		if code := ending(t, c); code != exitReaderLeft {
			t.Errorf("stderr too: %v: ends with %d, want %d", both, code, exitReaderLeft)
		}
		if strings.Contains(talk.String(), "broken pipe") {
			t.Errorf("says %q", talk.String())
		}
		if _, err := os.Stat(filepath.Join(out, "manifest.json")); err != nil {
			t.Errorf("stderr too: %v: the answer is lost: %v", both, err)
		}
	}
}

// So it is with help.
func TestReaderOfHelpLeaves(t *testing.T) {
	for _, args := range [][]string{nil, {"--help"}, {"run", "--help"}, {"help", "run"}} {
		gone, pipe, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		gone.Close()
		c := exec.Command("entente", args...)
		var talk strings.Builder
		c.Stdout, c.Stderr = pipe, &talk
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		pipe.Close()
		if code := ending(t, c); code != exitReaderLeft || talk.Len() > 0 {
			t.Errorf("entente %v ends with %d, want %d, and says %q", args, code, exitReaderLeft, talk.String())
		}
	}
}

// However a command is asked to end, it ends in the same way: what is told rests on the runs that it says were played, and where
// they tell nothing, nothing is claimed and nothing kept.
func TestAskedToEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("plays until it is stopped")
	}
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(s.String(), func(t *testing.T) {
			if signal.Ignored(s) { // as hanging up is under nohup, also for those whom we start
				return
			}
			t.Parallel()
			out := filepath.Join(t.TempDir(), "out")
			c := exec.Command("entente", "hindcast", "V6", "V10", "--runs", "200000", "--out", out)
			var stdout, stderr bytes.Buffer
			c.Stdout, c.Stderr = &stdout, &stderr
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			awaitBuild(t, out)
			time.Sleep(time.Second)
			send(t, c, s)
			if code := ending(t, c); code != exitInterrupted {
				t.Fatalf("ends with %d, want %d\n%s", code, exitInterrupted, stderr.String())
			}
			if strings.Contains(stderr.String(), "too few to tell anything") {
				if stdout.Len() > 0 || shelfHas(out, "manifest.json") {
					t.Errorf("it says that it can tell nothing, and prints\n%s", stdout.String())
				}
				return
			}
			rests := regexp.MustCompile(`rests on the first ([0-9,]+) of each world; the same command goes on from there`).
				FindStringSubmatch(stderr.String())
			if rests == nil {
				t.Fatalf("it does not say what its report rests on:\n%s", stderr.String())
			}
			var found struct {
				Runs     int `json:"runs"`
				Asked    int `json:"runs_asked"`
				Verdicts []struct {
					ID   string `json:"id"`
					Runs int    `json:"runs"`
				} `json:"verdicts"`
			}
			if err := json.Unmarshal([]byte(read(t, filepath.Join(out, answerFile))), &found); err != nil {
				t.Fatal(err)
			}
			if words.Thousands(found.Runs) != rests[1] || found.Asked != 200000 || len(found.Verdicts) != 2 {
				t.Errorf("it says that its report rests on %s runs, and its answer holds %d of %d for %d episodes", rests[1], found.Runs,
					found.Asked, len(found.Verdicts))
			}
			for _, v := range found.Verdicts {
				if v.Runs != found.Runs {
					t.Errorf("%s rests on %d runs, not on %d", v.ID, v.Runs, found.Runs)
				}
			}
			if !strings.Contains(stdout.String(), "Cut short: 200,000 runs were asked for.") {
				t.Errorf("the report does not say that it was cut short:\n%s", stdout.String())
			}
			if m, err := shelf.Read(out); err != nil || m.Cut == "" {
				t.Errorf("the manifest says %q is missing: %v", m.Cut, err)
			}
		})
	}
}

// awaitBuild waits until a command holds its folder.
func awaitBuild(t *testing.T, out string) {
	t.Helper()
	for range 6000 {
		if shelfHas(out, ".entente-build") {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("nothing is begun")
}

func shelfHas(folder, name string) bool {
	_, err := os.Stat(filepath.Join(folder, name))
	return err == nil
}

// Who asks twice does not wait for the report; the old result stays whole.
func TestAskedToEndTwice(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	if told, err := exec.Command("entente", "run", "pacific-2025", "--runs", "3", "--out", out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, told)
	}
	before := read(t, filepath.Join(out, "manifest.json"))
	c := exec.Command("entente", "run", "pacific-2025", "--runs", "200000", "--seed", "2", "--out", out)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	awaitBuild(t, out)
	send(t, c, os.Interrupt)
	send(t, c, syscall.SIGTERM) // two of one kind that come at once are one
	if code := ending(t, c); code != exitInterrupted {
		t.Errorf("ends with %d, want %d", code, exitInterrupted)
	}
	if read(t, filepath.Join(out, "manifest.json")) != before {
		t.Error("who was in a hurry took the old result away")
	}
}
