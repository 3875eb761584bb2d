package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"entente/sim"
)

// A program that is built in a clone names the commit it was built from, the compiler and the system; one that was built outside
// says that it does not know.
func TestVersionNamesTheCommit(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command twice")
	}
	need(t, "git")
	code := t.TempDir()
	for _, part := range []string{"cmd", "plots", "scenarios", "sim"} {
		if err := os.CopyFS(filepath.Join(code, part), os.DirFS(filepath.Join("../..", part))); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"go.mod", "go.sum"} {
		if err := os.WriteFile(filepath.Join(code, file), []byte(read(t, filepath.Join("../..", file))), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	in := func(name string, args ...string) string {
		t.Helper()
		c := exec.Command(name, args...)
		c.Dir = code
		said, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %v: %v\n%s", name, args, err, said)
		}
		return strings.TrimSpace(string(said))
	}
	entente := filepath.Join(t.TempDir(), "entente")
	version := func(commit string) {
		t.Helper()
		in("go", "build", "-buildvcs=auto", "-o", entente, "./cmd/entente")
		var got Build
		if err := json.Unmarshal([]byte(in(entente, "version", "--json")), &got); err != nil {
			t.Fatal(err)
		}
		if want := (Build{sim.Version, commit, runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH}); got != want {
			t.Errorf("it is %+v, want %+v", got, want)
		}
		if commit == "" {
			commit = "not known"
		}
		if told := in(entente, "version"); !strings.HasPrefix(told, "entente "+sim.Version+"\n") ||
			!strings.Contains(told, "commit  "+commit) || !strings.Contains(told, runtime.Version()) {
			t.Errorf("it says %s", told)
		}
	}
	version("")
	in("git", "init", "-q")
	in("git", "add", ".")
	in("git", "-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-q", "-m", "all of it")
	head := in("git", "rev-parse", "HEAD")
	version(head)
	if err := os.WriteFile(filepath.Join(code, "go.mod"), []byte(read(t, "../../go.mod")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	version(head + "+changed")
}
