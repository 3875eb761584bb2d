package shelf

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
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
			err := fill(folder, fmt.Sprintf("entente test %d of %d", n, os.Getpid()), n)
			if err != nil && !(os.Getenv("SHELF_PATIENT") != "" && strings.Contains(err.Error(), "writing into")) {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
	}
	os.Exit(m.Run())
}

// child begins one.
func child(t *testing.T, folder string, env ...string) (kill func()) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(append(os.Environ(), "SHELF_CHILD="+folder), env...)
	var stderr strings.Builder
	c.Stderr = &stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return func() {
		t.Helper()
		c.Process.Kill()
		c.Wait()
		if stderr.Len() > 0 {
			t.Fatalf("a child says: %s", stderr.String())
		}
	}
}

// begun waits until somebody has written a first result into a folder, however busy the machine is, and says how long that took.
func begun(t *testing.T, folder string) time.Duration {
	t.Helper()
	from := time.Now()
	for !there(filepath.Join(folder, ManifestFile)) {
		if time.Since(from) > 2*time.Minute {
			t.Fatal("nobody ever got to write")
		}
		time.Sleep(time.Millisecond)
	}
	return time.Since(from)
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
		names = append(names, e.Name())
	}
	return names
}

// put writes a file.
func put(t *testing.T, folder, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// whole holds a folder to its manifest, and its manifest to the files: each says of which command it is.
func whole(t *testing.T, folder string) Manifest {
	t.Helper()
	m, err := Read(folder)
	if err != nil {
		t.Fatalf("a manifest vouches for what is not so: %v", err)
	}
	for _, f := range m.Files {
		if got := read(t, filepath.Join(folder, f.Name)); !strings.HasPrefix(got, m.Command+"\n") {
			t.Fatalf("%s is of %q, the manifest of %s", f.Name, got[:20], m.Command)
		}
	}
	return m
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
	for n, command := range []string{"entente one", "entente two", "entente three"} {
		if err := fill(dir, command, 3-n); err != nil {
			t.Fatal(err)
		}
		m, err := Read(dir)
		if err != nil || m.Command != command || len(m.Files) != 3+(3-n)%4 {
			t.Fatalf("after %s the manifest is of %q with %d files: %v", command, m.Command, len(m.Files), err)
		}
		want := []string{ManifestFile, timingFile}
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
	put(t, dir, "notes.md", "mine")
	kills := 60
	if testing.Short() {
		kills = 10
	}
	first := t.TempDir()
	kill := child(t, first)
	took := begun(t, first)
	kill()
	moving, had := 0, false
	for range kills {
		kill := child(t, dir)
		time.Sleep(time.Duration(rand.Float64() * 2 * float64(took)))
		kill()
		if there(filepath.Join(dir, ManifestFile)) {
			whole(t, dir)
			had = true
		} else if there(filepath.Join(dir, buildFolder, ManifestFile)) {
			moving++
			had = true
		} else if had {
			t.Fatalf("a result was there and is gone: %v", listed(t, dir))
		}
		s, err := Open(dir, ask("entente look"))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Abandon(); err != nil {
			t.Fatal(err)
		}
		want := []string{"notes.md"}
		if had {
			m := whole(t, dir)
			want = append(append(want, ManifestFile), sorted(m.names())...)
		}
		slices.Sort(want)
		if got := listed(t, dir); !slices.Equal(got, want) {
			t.Fatalf("after the next command the folder holds %v, want %v", got, want)
		}
	}
	if !had {
		t.Error("every kill came before anything was written")
	}
	t.Logf("%d of %d kills fell between the first move and the last", moving, kills)
}

// Several that write into one folder at once, and are killed at that, take turns.
func TestManyWriters(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	rounds := 8
	if testing.Short() {
		rounds = 2
	}
	for range rounds {
		var kills []func()
		for range 4 {
			kills = append(kills, child(t, dir, "SHELF_PATIENT=1"))
		}
		begun(t, dir)
		time.Sleep(time.Duration(rand.IntN(200)) * time.Millisecond)
		for _, kill := range kills {
			kill()
		}
		s, err := Open(dir, ask("entente look"))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Abandon(); err != nil {
			t.Fatal(err)
		}
		if !there(filepath.Join(dir, ManifestFile)) {
			t.Fatalf("a result was there and is gone: %v", listed(t, dir))
		}
		whole(t, dir)
	}
}

// Killed before each single step of moving in, the next command ends with the new result whole.
func TestSwapGoesOnFromAnyStep(t *testing.T) {
	for done, all := 0, 1; done <= all; done++ {
		dir := t.TempDir()
		if err := fill(dir, "entente old", 3); err != nil {
			t.Fatal(err)
		}
		s, err := Open(dir, ask("entente new"))
		if err != nil {
			t.Fatal(err)
		}
		for k := range 3 {
			if err := s.Add(fmt.Sprintf("part-%d.txt", k+1), "a part", text("entente new\n")); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.finish(Manifest{Version: "test", Command: "entente new"}); err != nil {
			t.Fatal(err)
		}
		steps, err := s.steps()
		if err != nil {
			t.Fatal(err)
		}
		all = len(steps)
		for _, step := range steps[:done] {
			if err := step(); err != nil {
				t.Fatal(err)
			}
			if there(filepath.Join(dir, ManifestFile)) {
				whole(t, dir)
			}
		}
		s.lock.held.Unlock() // as the system does for the dead
		next, err := Open(dir, ask("entente next"))
		if err != nil {
			t.Fatalf("killed after %d of %d steps: %v", done, all, err)
		}
		next.Abandon()
		if got := whole(t, dir); got.Command != "entente new" || len(got.Files) != 3 {
			t.Errorf("killed after %d of %d steps the manifest is of %q", done, all, got.Command)
		}
		want := []string{ManifestFile, "part-1.txt", "part-2.txt", "part-3.txt", timingFile}
		if got := listed(t, dir); !slices.Equal(got, want) {
			t.Errorf("killed after %d of %d steps the folder ends with %v, want %v", done, all, got, want)
		}
	}
}

func TestASecondWriterIsRefused(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, ask("entente one"))
	if err != nil {
		t.Fatal(err)
	}
	want := "another command is writing into " + dir + ", `entente one`; wait for it to end, or take another folder"
	if _, err := Open(dir, ask("entente two")); err == nil || err.Error() != want {
		t.Errorf("a second writer is told %v, want %s", err, want)
	}
	if err := s.Abandon(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(dir, ask("entente two")); err != nil {
		t.Fatal(err)
	}
	if err := s.Abandon(); err != nil {
		t.Fatal(err)
	}
	if left := listed(t, dir); len(left) > 0 {
		t.Errorf("%v is left behind", left)
	}
}

// A folder that was made for nothing goes again, with those above it that were made; one that was there stays.
func TestFoldersMadeForNothing(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a/b/c", "."} {
		s, err := Open(filepath.Join(dir, name), ask("entente one"))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Add("part.txt", "", text("half")); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(s.Abandon(), s.Abandon()); err != nil {
			t.Fatal(err)
		}
		if left := listed(t, dir); len(left) > 0 {
			t.Errorf("after %s there is left %v", name, left)
		}
	}
}

// A file that no manifest of ours lists is left alone, and nothing is written then: it is told before anything is played if its
// name is known by then, else when it is to be written.
func TestFilesOfOthersAreLeftAlone(t *testing.T) {
	for _, c := range []struct {
		name  string
		early bool
	}{{"known.txt", true}, {timingFile, true}, {"ledger.csv", true}, {ManifestFile, true}, {"part-1.txt", false}} {
		for _, mine := range []string{"mine\n", "", "# e", "{\"version\":\"1\",\"command\":\"npm\"}"} {
			dir := t.TempDir()
			put(t, dir, c.name, mine)
			q := ask("entente one")
			q.Files = []string{"known.txt"}
			s, err := Open(dir, q)
			if c.early != (err != nil) {
				t.Errorf("with %s in the way the folder opens with %v", c.name, err)
			}
			if err == nil {
				if err := errors.Join(s.Add("part-0.txt", "", text("one")), s.Add("part-1.txt", "", text("one"))); err == nil {
					t.Errorf("%s is written over", c.name)
				}
				if err := s.Abandon(); err != nil {
					t.Fatal(err)
				}
			} else if !strings.Contains(err.Error(), c.name) || !strings.Contains(err.Error(), "take another folder") {
				t.Errorf("with %s in the way the user is told %q", c.name, err)
			}
			if got := read(t, filepath.Join(dir, c.name)); got != mine {
				t.Errorf("%s now says %q", c.name, got)
			}
			if left := listed(t, dir); len(left) != 1 {
				t.Errorf("with %s in the way there is left %v", c.name, left)
			}
		}
	}
}

// So is one that somebody puts there while the answer is being found, and one that comes between a kill and the next command.
func TestFilesOfOthersThatComeLate(t *testing.T) {
	for _, late := range []string{"part-1.txt", timingFile, ManifestFile} {
		for _, killed := range []bool{false, true} {
			dir := t.TempDir()
			s, err := Open(dir, ask("entente new"))
			if err != nil {
				t.Fatal(err)
			}
			for k := range 3 {
				if err := s.Add(fmt.Sprintf("part-%d.txt", k), "", text("entente new\n")); err != nil {
					t.Fatal(err)
				}
			}
			m := Manifest{Version: "test", Command: "entente new"}
			want := []string{late}
			if killed {
				if err := s.finish(m); err != nil {
					t.Fatal(err)
				}
				put(t, dir, late, "mine")
				s.lock.held.Unlock()
				_, err = Open(dir, ask("entente next"))
				want = []string{buildFolder, "ledger.csv", late}
			} else {
				put(t, dir, late, "mine")
				err = s.Close(m)
			}
			if err == nil || !strings.Contains(err.Error(), late) {
				t.Errorf("with %s come late (killed: %v) the user is told %v", late, killed, err)
			}
			if got := read(t, filepath.Join(dir, late)); got != "mine" {
				t.Errorf("%s now says %q", late, got)
			}
			slices.Sort(want)
			if got := listed(t, dir); !slices.Equal(got, want) {
				t.Errorf("with %s come late (killed: %v) the folder holds %v, want %v", late, killed, got, want)
			}
		}
	}
}

// A move that fails on its way keeps what is whole and lets the folder go, and the next command finishes it. Here the system
// refuses to take away a file of the old result, since no file can be named like that.
func TestAMoveThatFailsIsFinished(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, ManifestFile, `{"version":"0.2.0","command":"entente old","files":[{"name":"`+strings.Repeat("x", 300)+`"}]}`)
	s, err := Open(dir, ask("entente new"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Add("part-0.txt", "", text("entente new\n")); err != nil {
		t.Fatal(err)
	}
	err = s.Close(Manifest{Version: "test", Command: "entente new"})
	if err == nil || !strings.Contains(err.Error(), "the result is whole, but could not be moved into "+dir) {
		t.Errorf("told of %v", err)
	}
	if err := s.Abandon(); err != nil { // as a caller may who was told of a fault
		t.Fatal(err)
	}
	if _, err := Open(dir, ask("entente next")); err == nil || !strings.Contains(err.Error(), "cannot be finished") {
		t.Errorf("the next command is told %v", err)
	}
	os.Remove(filepath.Join(dir, buildFolder, oldManifest)) // what stood in the way
	next, err := Open(dir, ask("entente next"))
	if err != nil {
		t.Fatal(err)
	}
	next.Abandon()
	if m := whole(t, dir); m.Command != "entente new" {
		t.Errorf("the folder holds %q", m.Command)
	}
}

// A folder that somebody put where a file of the old result was is told before anything is moved, and the old result stands.
func TestAFolderInPlaceOfAFile(t *testing.T) {
	dir := t.TempDir()
	if err := fill(dir, "entente old", 0); err != nil {
		t.Fatal(err)
	}
	s, err := Open(dir, ask("entente new"))
	if err != nil {
		t.Fatal(err)
	}
	os.Remove(filepath.Join(dir, "part-1.txt"))
	os.Mkdir(filepath.Join(dir, "part-1.txt"), 0o755)
	if err := s.Close(Manifest{Version: "test", Command: "entente new"}); err == nil ||
		!strings.Contains(err.Error(), "part-1.txt is a folder now") {
		t.Errorf("told of %v", err)
	}
	if got, want := listed(t, dir), []string{ManifestFile, "part-0.txt", "part-1.txt", "part-2.txt", timingFile}; !slices.Equal(got, want) {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
}

// Results of version 0.2.0 are ours: they are replaced, and what its kills left is taken away.
func TestResultsOfTheVersionBeforeAreReplaced(t *testing.T) {
	dir := t.TempDir()
	foreign := map[string]string{".chart-notes": "mine", "mine.csv.part": "mine"}
	for name, s := range map[string]string{
		ManifestFile: `{"version":"0.2.0","command":"entente run x","files":[{"name":"runs.csv","about":""},{"name":"part-0.txt","about":""}]}`,
		"runs.csv":   "old", "part-0.txt": "old", "timing.json": "{}", "runs.csv.part": "half", "manifest.json.part": "half",
		".chart-123": "half",
	} {
		put(t, dir, name, s)
	}
	for name, s := range foreign {
		put(t, dir, name, s)
	}
	if _, err := Read(dir); err != nil {
		t.Errorf("a folder of version 0.2.0 cannot be read: %v", err)
	}
	if err := fill(dir, "entente one", 0); err != nil {
		t.Fatal(err)
	}
	if got, want := listed(t, dir), []string{".chart-notes", ManifestFile, "mine.csv.part", "part-0.txt", "part-1.txt", "part-2.txt",
		timingFile}; !slices.Equal(got, want) {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
}

// A manifest that names a file outside its folder, or what is not seen in it, moves nothing.
func TestAManifestCannotReachOut(t *testing.T) {
	for _, name := range []string{"../outside.txt", "/etc/passwd", "in/x", ".git", ".", "", `..\x`, "Manifest.json", "a\nb"} {
		dir := t.TempDir()
		put(t, dir, "outside.txt", "mine")
		in := filepath.Join(dir, "in")
		os.Mkdir(in, 0o755)
		quoted, _ := json.Marshal(name)
		put(t, in, ManifestFile, `{"version":"0.2.0","command":"entente x","files":[{"name":`+string(quoted)+`}]}`)
		if err := fill(in, "entente one", 0); err == nil || !strings.Contains(err.Error(), "no file of results in its folder") {
			t.Errorf("a manifest that lists %q ends with %v", name, err)
		}
		if read(t, filepath.Join(dir, "outside.txt")) != "mine" {
			t.Error("the file outside is gone")
		}
	}
}

// A file of results lies in the folder, is seen, and is written once.
func TestNamesAreChecked(t *testing.T) {
	s, err := Open(t.TempDir(), ask("entente one"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Abandon()
	if err := s.Add("twice.txt", "", text("x")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"", ".", "..", ".hidden", "a/b", `a\b`, "../a", ManifestFile, timingFile, "twice.txt", "TWICE.txt",
		"a\x1bb"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q is taken for the name of a file of results", name)
				}
			}()
			s.Add(name, "", text("x"))
		}()
	}
}

// A folder that cannot be made is told before anything is played.
func TestNoFolderCanBeMade(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a-file", "mine")
	for _, folder := range []string{"a-file", "a-file/results"} {
		if _, err := Open(filepath.Join(dir, folder), ask("entente one")); err == nil ||
			!strings.Contains(err.Error(), "no folder can be made") {
			t.Errorf("%s: %v", folder, err)
		}
	}
}

// Who reads a manifest by program finds lists where lists belong, and the hash of what was played.
func TestManifestIsWhole(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, ask("entente one"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Add("scenario.toml", "", text("entente")); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(Manifest{Version: "test", Command: "entente one",
		Worlds: []World{{Name: "x", Resolved: "scenario.toml"}}}); err != nil {
		t.Fatal(err)
	}
	m, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if m.Worlds[0].Hash == "" || m.Worlds[0].Hash != m.Files[0].Hash || m.Files[0].Bytes != 7 || m.Format != manifestFormat {
		t.Errorf("the manifest reads %+v", m)
	}
	if b, err := m.Bytes("scenario.toml"); err != nil || string(b) != "entente" {
		t.Errorf("the scenario reads %q: %v", b, err)
	}
	if _, err := m.Bytes("notes.md"); err == nil {
		t.Error("a file that is not listed is vouched for")
	}
	if text := read(t, filepath.Join(dir, ManifestFile)); strings.Contains(text, "null") {
		t.Errorf("a list is null:\n%s", text)
	}
	put(t, dir, ManifestFile, strings.Replace(read(t, filepath.Join(dir, ManifestFile)), fmt.Sprintf(`"format": %d`, manifestFormat),
		fmt.Sprintf(`"format": %d`, manifestFormat+1), 1))
	if _, err := Open(dir, ask("entente two")); err == nil || !strings.Contains(err.Error(), "a later version") {
		t.Errorf("a manifest of a later format: %v", err)
	}
}

// A file that was changed after the manifest was written is no longer vouched for.
func TestReadHoldsFilesToTheManifest(t *testing.T) {
	dir := t.TempDir()
	if _, err := Read(dir); err == nil || !strings.Contains(err.Error(), "no whole result") {
		t.Errorf("an empty folder: %v", err)
	}
	if err := fill(dir, "entente one", 0); err != nil {
		t.Fatal(err)
	}
	put(t, dir, "part-1.txt", "changed")
	os.Remove(filepath.Join(dir, "part-2.txt"))
	_, err := Read(dir)
	if err == nil || !strings.Contains(err.Error(), "part-1.txt is not what") || !strings.Contains(err.Error(), "part-2.txt is listed") {
		t.Errorf("told of %v, want both faults", err)
	}
}

// What an answer cannot be written for leaves the old one whole.
func TestAFailedWriteLeavesTheOldResult(t *testing.T) {
	dir := t.TempDir()
	if err := fill(dir, "entente old", 1); err != nil {
		t.Fatal(err)
	}
	before := listed(t, dir)
	s, err := Open(dir, ask("entente new"))
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
	if m, err := Read(dir); err != nil || m.Command != "entente old" || !slices.Equal(listed(t, dir), before) {
		t.Errorf("the folder now holds %v, of %q: %v", listed(t, dir), m.Command, err)
	}
}

// What somebody wrote into a file of a result is theirs: the next command does not replace it, and goes on once it is away.
func TestWhatWasChangedByHandIsKept(t *testing.T) {
	folder := t.TempDir()
	if err := fill(folder, "entente test 1", 0); err != nil {
		t.Fatal(err)
	}
	changed := filepath.Join(folder, "part-1.txt")
	if err := os.WriteFile(changed, []byte("my notes"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := fill(folder, "entente test 2", 0)
	if err == nil || !strings.Contains(err.Error(), "part-1.txt is not what the manifest") || strings.Contains(err.Error(), "part-0") {
		t.Errorf("a result was made over a file that was changed by hand, or the wrong one is told: %v", err)
	}
	if text, _ := os.ReadFile(changed); string(text) != "my notes" {
		t.Errorf("what was written by hand is gone: there stands %q", text)
	}
	if err := os.Remove(changed); err != nil {
		t.Fatal(err)
	}
	if err := fill(folder, "entente test 2", 0); err != nil {
		t.Errorf("with the file out of the way: %v", err)
	}
}
