package shelf

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// A child of the tests writes results into a folder, one after the other, until it is killed.
func TestMain(m *testing.M) {
	if folder := os.Getenv("SHELF_CHILD"); folder != "" {
		for n := 0; ; n++ {
			if err := fill(folder, fmt.Sprintf("child %d", n), n); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
	}
	os.Exit(m.Run())
}

func ask(command string) Question {
	return Question{Identity: "entente test, " + command, Command: command}
}

// text writes a text.
func text(s string) func(io.Writer) error {
	return func(out io.Writer) error { _, err := io.WriteString(out, s); return err }
}

// fill puts a result of several files into a folder; who reads any of them knows of which command it is. The number of files
// differs, so that some must go.
func fill(folder, command string, n int) error {
	s, err := Open(folder, ask(command))
	if err != nil {
		return err
	}
	s.Ledger().Note("a", "b")
	for k := range 3 + n%4 {
		if err := s.Add(fmt.Sprintf("part-%d.txt", k), "a part", text(strings.Repeat(command+"\n", 100))); err != nil {
			return errors.Join(err, s.Abandon())
		}
	}
	return s.Close(Manifest{Version: "test", Command: command})
}

// listed are the names in a folder.
func listed(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if e.Name() != lockFile {
			names = append(names, e.Name())
		}
	}
	return names
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// What a folder holds is what its manifest lists, and what was there before of ours is gone.
func TestAResultReplacesAnotherWhole(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "made", "on the way")
	for n, command := range []string{"one", "two", "three"} {
		if err := fill(dir, command, 3-n); err != nil {
			t.Fatal(err)
		}
		m, err := Read(dir)
		if err != nil || m.Command != command || len(m.Files) != 3+(3-n)%4 {
			t.Fatalf("after %s the manifest is of %q with %d files: %v", command, m.Command, len(m.Files), err)
		}
		want := []string{manifestFile, timingFile}
		for _, f := range m.Files {
			want = append(want, f.Name)
		}
		slices.Sort(want)
		if got := listed(t, dir); !slices.Equal(got, want) {
			t.Errorf("after %s the folder holds %v, want %v", command, got, want)
		}
	}
}

// Killed at any moment, a folder holds one result whole, or the next command makes it so: never a manifest over files of another.
func TestKilledAtAnyMoment(t *testing.T) {
	dir := t.TempDir()
	kills := 40
	if testing.Short() {
		kills = 8
	}
	rolled := 0
	for range kills {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), "SHELF_CHILD="+dir)
		var stderr strings.Builder
		c.Stderr = &stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(5+rand.IntN(60)) * time.Millisecond)
		c.Process.Kill()
		c.Wait()
		if stderr.Len() > 0 {
			t.Fatalf("the child: %s", stderr.String())
		}
		if _, err := os.Stat(filepath.Join(dir, manifestFile)); err == nil {
			if _, err := Read(dir); err != nil {
				t.Fatalf("a manifest vouches for what is not so: %v", err)
			}
		} else if _, err := os.Stat(filepath.Join(dir, buildFolder, manifestFile)); err == nil {
			rolled++
		}
		s, err := Open(dir, ask("look"))
		if err != nil {
			t.Fatal(err)
		}
		m, err := Read(dir)
		if err != nil && len(listed(t, dir)) > 2 { // nothing was ever whole
			t.Fatalf("the next command finds %v: %v", listed(t, dir), err)
		}
		for _, f := range m.Files {
			if got := read(t, filepath.Join(dir, f.Name)); !strings.HasPrefix(got, m.Command+"\n") {
				t.Fatalf("%s is of %q, the manifest of %s", f.Name, got[:20], m.Command)
			}
		}
		if err := s.Abandon(); err != nil {
			t.Fatal(err)
		}
		for _, name := range listed(t, dir) {
			if strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".part") {
				t.Errorf("%s is left behind", name)
			}
		}
	}
	t.Logf("%d of %d kills fell between the first move and the last", rolled, kills)
}

// Killed after each single step of moving in, the next command ends with the new result whole.
func TestSwapGoesOnFromAnyStep(t *testing.T) {
	for moved := range 4 {
		dir := t.TempDir()
		if err := fill(dir, "old", 3); err != nil {
			t.Fatal(err)
		}
		s, err := Open(dir, ask("new"))
		if err != nil {
			t.Fatal(err)
		}
		for k := range 3 {
			if err := s.Add(fmt.Sprintf("part-%d.txt", k), "a part", text("new\n")); err != nil {
				t.Fatal(err)
			}
		}
		// The build is whole, the old manifest and files go, and some of the new ones are moved in.
		build := filepath.Join(dir, buildFolder)
		m := Manifest{Format: manifestFormat, Version: "test", Command: "new", Files: s.files}
		if err := writeFile(filepath.Join(build, manifestFile), m.write); err != nil {
			t.Fatal(err)
		}
		if moved > 0 {
			os.Rename(filepath.Join(dir, manifestFile), filepath.Join(build, oldManifest))
		}
		for k := range moved {
			os.Remove(filepath.Join(dir, fmt.Sprintf("part-%d.txt", k)))
			os.Rename(filepath.Join(build, fmt.Sprintf("part-%d.txt", k)), filepath.Join(dir, fmt.Sprintf("part-%d.txt", k)))
		}
		s.lock.Unlock() // as the system does for the dead
		s, err = Open(dir, ask("next"))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := Read(dir); err != nil || got.Command != "new" || len(got.Files) != 3 {
			t.Errorf("killed after %d files were moved in: the manifest is of %q: %v", moved, got.Command, err)
		}
		if _, err := os.Stat(filepath.Join(dir, "part-5.txt")); !errors.Is(err, fs.ErrNotExist) {
			t.Error("a file of the old result is still there")
		}
		s.Abandon()
	}
}

func TestASecondWriterIsRefused(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, ask("one"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, ask("two")); err == nil || !strings.Contains(err.Error(), "another command is writing into") {
		t.Errorf("a second writer is told %v", err)
	}
	if err := s.Abandon(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(dir, ask("two")); err != nil {
		t.Fatal(err)
	}
	s.Abandon()
}

// A file that no manifest of ours lists is left alone, and nothing is written then.
func TestFilesOfOthersAreLeftAlone(t *testing.T) {
	for _, name := range []string{"part-1.txt", "notes.md", "ledger.csv", manifestFile} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), []byte("mine\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		err := fill(dir, "one", 0)
		if (err != nil) != (name != "notes.md") {
			t.Errorf("with %s in the way the command ends with %v", name, err)
		}
		if got := read(t, filepath.Join(dir, name)); got != "mine\n" {
			t.Errorf("%s now says %q", name, got)
		}
		left := slices.DeleteFunc(listed(t, dir), func(n string) bool { return n == usualLedger }) // what was played is kept
		if name != "notes.md" && len(left) > 1 {
			t.Errorf("with %s in the way there is left %v", name, listed(t, dir))
		}
	}
}

// Results of version 0.2.0 are ours: they are replaced, and what its kills left is taken away.
func TestResultsOfTheVersionBeforeAreReplaced(t *testing.T) {
	dir := t.TempDir()
	for name, s := range map[string]string{
		manifestFile: `{"version":"0.2.0","command":"entente run x","files":[{"name":"runs.csv","about":""},{"name":"part-0.txt","about":""}]}`,
		"runs.csv":   "old", "part-0.txt": "old", "timing.json": "{}", "runs.csv.part": "half", ".chart-123": "half",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := fill(dir, "one", 0); err != nil {
		t.Fatal(err)
	}
	if got, want := listed(t, dir), []string{manifestFile, "part-0.txt", "part-1.txt", "part-2.txt", timingFile}; !slices.Equal(got, want) {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
}

// A manifest that names a file outside its folder moves nothing there.
func TestAManifestCannotReachOut(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(dir, "outside.txt")
	os.WriteFile(outside, []byte("mine"), 0o644)
	in := filepath.Join(dir, "in")
	os.Mkdir(in, 0o755)
	os.WriteFile(filepath.Join(in, manifestFile), []byte(`{"version":"0.2.0","command":"x","files":[{"name":"../outside.txt"}]}`), 0o644)
	if err := fill(in, "one", 0); err == nil {
		t.Error("a manifest that reaches out is taken for ours")
	}
	if read(t, outside) != "mine" {
		t.Error("the file outside is gone")
	}
}

// A folder that cannot be written is told before anything is played.
func TestUnwritable(t *testing.T) {
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "a-file"), nil, 0o644)
	if _, err := Open(filepath.Join(dir, "a-file", "results"), ask("one")); err == nil || !strings.Contains(err.Error(), "no folder can be made") {
		t.Errorf("below a file: %v", err)
	}
	if os.Getuid() == 0 {
		return // root may write anywhere
	}
	closed := filepath.Join(dir, "closed")
	os.Mkdir(closed, 0o555)
	if _, err := Open(closed, ask("one")); err == nil || !strings.Contains(err.Error(), "nothing can be written into") {
		t.Errorf("a closed folder: %v", err)
	}
}

// A file that was changed after the manifest was written is no longer vouched for.
func TestReadHoldsFilesToTheManifest(t *testing.T) {
	dir := t.TempDir()
	if _, err := Read(dir); err == nil || !strings.Contains(err.Error(), "no whole result") {
		t.Errorf("an empty folder: %v", err)
	}
	if err := fill(dir, "one", 0); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join(dir, "part-1.txt"), []byte("changed"), 0o644)
	os.Remove(filepath.Join(dir, "part-2.txt"))
	_, err := Read(dir)
	if err == nil || !strings.Contains(err.Error(), "part-1.txt is not what") || !strings.Contains(err.Error(), "part-2.txt is listed") {
		t.Errorf("told of %v, want both faults", err)
	}
}

// What an answer cannot be written for leaves the old one whole.
func TestAFailedWriteLeavesTheOldResult(t *testing.T) {
	dir := t.TempDir()
	if err := fill(dir, "old", 1); err != nil {
		t.Fatal(err)
	}
	before := listed(t, dir)
	s, err := Open(dir, ask("new"))
	if err != nil {
		t.Fatal(err)
	}
	s.Add("part-0.txt", "", text("new"))
	full := errors.New("no space left")
	if err := s.Add("part-1.txt", "", func(io.Writer) error { return full }); !errors.Is(err, full) {
		t.Errorf("told of %v", err)
	}
	if err := s.Abandon(); err != nil {
		t.Fatal(err)
	}
	if m, err := Read(dir); err != nil || m.Command != "old" || !slices.Equal(listed(t, dir), before) {
		t.Errorf("the folder now holds %v, of %q: %v", listed(t, dir), m.Command, err)
	}
}
