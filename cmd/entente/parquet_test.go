package main

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// duckDB is the reader of Parquet that scholars have, of one version.
const duckDB = "@duckdb/node-api@1.5.6-r.1"

// A scholar reads a study's Parquet with DuckDB: every cell is that of the CSV, and what runs come to by point is what the points say.
func TestDuckDBReadsAStudy(t *testing.T) {
	dir, answer := installed(t, duckDB), t.TempDir()
	if out, err := exec.Command("entente", "sweep", "drivers-2025", "--points", "4", "--runs", "3", "--out", answer).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	script, err := filepath.Abs("testdata/duckdb.mjs")
	if err != nil {
		t.Fatal(err)
	}
	look := func() (string, error) {
		c := exec.Command("node", "--input-type=module", "-", answer)
		c.Dir, c.Stdin = dir, strings.NewReader(read(t, script))
		out, err := c.CombinedOutput()
		return string(out), err
	}
	out, err := look()
	if want := "points: 56 rows of 22 columns, each as in the CSV\nruns: 168 rows of 10 columns, each as in the CSV\n56 points come to what their runs do\n"; err != nil || out != want {
		t.Fatalf("DuckDB says\n%s(%v)\nwant\n%s", out, err, want)
	}

	runs := filepath.Join(answer, "runs.csv")
	text := []byte(read(t, runs))
	at := bytes.LastIndexByte(bytes.TrimSpace(text), ',') + 1
	text[at] ^= 1 // a 0 is a 1
	write(t, runs, string(text))
	if out, err := look(); err == nil || !strings.Contains(out, "runs: row 168") {
		t.Errorf("one figure of the CSV is another, and DuckDB says\n%s(%v)", out, err)
	}
}
