package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"

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

// The tables of a study in the form of Parquet have the columns and rows of its CSV files.
func TestParquetOfAStudyIsItsTables(t *testing.T) {
	folder := aStudy(t, "60")
	if out, err := entente(folder, "sweep", "own.toml", "--out", "s").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range []string{"points", "runs"} {
		text := read(t, filepath.Join(folder, "s", name+".parquet"))
		f, err := parquet.OpenFile(strings.NewReader(text), int64(len(text)))
		if err != nil {
			t.Fatal(err)
		}
		table, err := csv.NewReader(strings.NewReader(read(t, filepath.Join(folder, "s", name+".csv")))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var columns []string
		for _, c := range f.Schema().Columns() {
			columns = append(columns, c[0])
		}
		rows := make([]parquet.Row, f.NumRows())
		n, err := f.RowGroups()[0].Rows().ReadRows(rows)
		if err != nil && !errors.Is(err, io.EOF) {
			t.Fatal(err)
		}
		if !slices.Equal(columns, table[0]) || n != len(table)-1 {
			t.Fatalf("%s has the columns %v and %d rows; as Parquet %v and %d", name, table[0], len(table)-1, columns, n)
		}
		for k, row := range rows {
			for i, v := range row {
				cell, want := v.String(), table[k+1][i]
				if v.Kind() == parquet.Double {
					x, err := strconv.ParseFloat(want, 64)
					if err != nil || v.Double() != x {
						t.Fatalf("%s, row %d: %s is %s, as Parquet %v", name, k, columns[i], want, v.Double())
					}
				} else if cell != want {
					t.Fatalf("%s, row %d: %s is %s, as Parquet %s", name, k, columns[i], want, cell)
				}
			}
		}
	}
}
