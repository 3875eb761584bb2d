package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente/cmd/entente/shelf"
)

// aStudy is a study of the small world of the sessions, in a folder of its own, with so many points.
func aStudy(t *testing.T, points string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	session := read(t, "testdata/script/study.txtar")
	for _, name := range []string{"own.toml", "small.toml"} {
		_, text, _ := strings.Cut(session, "-- "+name+" --\n")
		text, _, _ = strings.Cut(text, "\n-- ")
		text = strings.Replace(text, "points = 60", "points = "+points, 1)
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// entente is a command in a folder.
func entente(folder string, args ...string) *exec.Cmd {
	c := exec.Command("entente", args...)
	c.Dir = folder
	return c
}

// Killed at any moment, as often as one likes, a study loses nothing that it had finished: the same command goes on, and what comes out is
// the same to the last byte as if it had never been killed.
func TestAStudyThatIsKilledIsTheSame(t *testing.T) {
	kills := 50
	if testing.Short() {
		kills = 6
	}
	folder := aStudy(t, "1500")
	if out, err := entente(folder, "sweep", "own.toml", "--out", "whole").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	blocks := func() int {
		found, err := filepath.Glob(filepath.Join(folder, "killed/blocks/block-*.csv"))
		if err != nil {
			t.Fatal(err)
		}
		return len(found)
	}
	most, onTheWay := 0, 0
	for k := range kills {
		c := entente(folder, "sweep", "own.toml", "--workers", "1", "--out", "killed")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		before := blocks()
		for began := time.Now(); blocks() == before && time.Since(began) < 5*time.Second; { // it is at work
			time.Sleep(time.Millisecond)
		}
		time.Sleep(time.Duration(k*37%23) * time.Millisecond)
		c.Process.Kill()
		c.Wait()
		if now := blocks(); now < most {
			t.Fatalf("after kill %d there are %d blocks, and there were %d", k, now, most)
		} else if most = now; c.ProcessState.ExitCode() < 0 {
			onTheWay++
		}
		if k%10 == 9 { // begin anew, for kills to come at all stages
			if err := os.RemoveAll(filepath.Join(folder, "killed", "blocks")); err != nil {
				t.Fatal(err)
			}
			most = 0
		}
	}
	if onTheWay < kills/2 {
		t.Errorf("only %d of %d kills came before the end", onTheWay, kills)
	}
	if out, err := entente(folder, "sweep", "own.toml", "--out", "killed").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	m, err := shelf.Read(filepath.Join(folder, "killed"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range m.Files {
		if read(t, filepath.Join(folder, "killed", f.Name)) != read(t, filepath.Join(folder, "whole", f.Name)) {
			t.Errorf("killed and resumed, %s is not what it is otherwise", f.Name)
		}
	}
	if read(t, filepath.Join(folder, "killed", "manifest.json")) != read(t, filepath.Join(folder, "whole", "manifest.json")) || len(m.Files) < 10 {
		t.Errorf("killed and resumed, the manifest is not what it is otherwise")
	}
}

// The scenario that is written for a box is one in which it is so, more often than in the study as a whole.
func TestTheBoxIsAScenarioInWhichItIsSo(t *testing.T) {
	folder := aStudy(t, "200")
	if out, err := entente(folder, "discover", "own.toml", "--out", "box").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var found struct {
		Boxes struct{ Points, Hits int }
	}
	if err := json.Unmarshal([]byte(read(t, filepath.Join(folder, "box/answer.json"))), &found); err != nil {
		t.Fatal(err)
	}
	var in struct {
		InForce []struct{ Mean float64 } `json:"in_force"`
	}
	out, err := entente(folder, "run", "box/box.toml", "--runs", "50", "--json").Output()
	if err == nil {
		err = json.Unmarshal(out, &in)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	everywhere := float64(found.Boxes.Hits) / float64(found.Boxes.Points)
	if here := in.InForce[len(in.InForce)-1].Mean; here < everywhere+0.1 {
		t.Errorf("in the middle of the box the clause is in force in %v of the runs, at %v of all points", here, everywhere)
	}
}
