package main

import (
	"os"
	"path/filepath"
	"testing"
)

// Whatever stands in the answer of a folder of results, it is read if it is what was written there, to the byte, and refused if not: no chart is
// ever drawn of anything else.
func FuzzAnswer(f *testing.F) {
	dir := f.TempDir()
	folder := filepath.Join(dir, "out")
	camps := "actor,strength,US,Rus,Syr\nUS,10,0,-1,-1\nRus,10,-1,0,1\nSyr,50,-1,1,0\n"
	if err := os.WriteFile(filepath.Join(dir, "camps.csv"), []byte(camps), 0o644); err != nil {
		f.Fatal(err)
	}
	if out, err := entente(dir, "landscape", "camps.csv", "--out", folder).CombinedOutput(); err != nil {
		f.Fatalf("%v\n%s", err, out)
	}
	path := filepath.Join(folder, answerFile)
	was, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(was)
	f.Add(append(was[:len(was):len(was)], '\n'))
	f.Add(was[:len(was)/2])
	f.Add([]byte("{}"))
	f.Add([]byte("null"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if err := os.WriteFile(path, text, 0o644); err != nil {
			t.Fatal(err)
		}
		_, found, charts, err := kept(folder)
		if whole := string(text) == string(was); (err == nil) != whole {
			t.Errorf("what is read is what was written: %v; error: %v", whole, err)
		} else if whole && (found == nil || len(charts) == 0) {
			t.Error("the answer is read, and has no charts")
		}
	})
}
