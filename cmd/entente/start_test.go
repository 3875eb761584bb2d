package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// Nothing of ours is laid out before it is asked for: what packages do when a program begins every command waits for.
func TestAStartLaysOutLittle(t *testing.T) {
	c := exec.Command("entente", "version")
	c.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	traced := regexp.MustCompile(`(?m)^init (entente/\S+|main) .* (\d+) bytes, \d+ allocs$`).FindAllSubmatch(out, -1)
	if len(traced) < 8 {
		t.Fatalf("the trace tells of %d of our packages:\n%s", len(traced), out)
	}
	for _, m := range traced {
		if bytes, _ := strconv.Atoi(string(m[2])); bytes > 64<<10 {
			t.Errorf("%s lays out %d bytes before anything is asked for, want at most %d", m[1], bytes, 64<<10)
		}
	}
}

// How long a user waits before entente does anything.
func BenchmarkStart(b *testing.B) {
	entente := filepath.Join(b.TempDir(), "entente")
	build := exec.Command("go", "build", "-o", entente, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // as make builds it
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for _, arg := range []string{"version", "--help"} {
		b.Run(arg, func(b *testing.B) {
			for b.Loop() {
				if out, err := exec.Command(entente, arg).CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
			}
		})
	}
}
