package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/cmd/entente/shelf"
)

// Shares that another study, version, seed or posterior has played, that are spoilt, or that disagree are not joined, and each fault is
// told.
func TestWhatSharesMustShare(t *testing.T) {
	const text = "entente: 1\nstudy: s\nseed: 4\nposterior: none\nread as: 89\ncolumns: point,run,failed,x\nblocks: 2\n"
	share := func(t *testing.T, mark string, blocks ...string) string {
		folder := t.TempDir()
		if err := os.Mkdir(filepath.Join(folder, "blocks"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "blocks", "study.txt"), []byte(mark), 0o644); err != nil {
			t.Fatal(err)
		}
		b, err := shelf.FindBlocks(folder)
		for k, rows := range blocks {
			if rows != "" && err == nil {
				err = b.Write(k, rows)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		return folder
	}
	for _, c := range []struct{ why, there, here, told string }{
		{"a version", "entente: 1", "entente: 2", "entente: 2 there, 1 here"},
		{"a study", "study: s", "study: z", "study: z there, s here"},
		{"a seed", "seed: 4", "seed: 5", "seed: 5 there, 4 here"},
		{"a posterior", "posterior: none", "posterior: 200 sets", "posterior: 200 sets there, none here"},
		{"what was read", "read as: 89", "read as: 90", "read as: 90 there, 89 here"},
	} {
		one, two := share(t, text, "0,0,,1\n"), share(t, strings.Replace(text, c.there, c.here, 1), "", "1,1,,1\n")
		if _, _, err := openShares([]string{one, two}, "out"); err == nil || !strings.Contains(err.Error(), c.told) {
			t.Errorf("shares that differ in %s are answered with %v, want %q", c.why, err, c.told)
		}
	}
	one, two := share(t, text, "0,0,,1\n", "1,1,,0\n"), share(t, text, "", "1,1,,1\n")
	if _, _, err := openShares([]string{one, two}, "out"); err == nil || !strings.Contains(err.Error(), "two shares hold block 1, and not the same") {
		t.Errorf("shares that disagree are answered with %v", err)
	}
	path := filepath.Join(two, "blocks", "block-000001.csv")
	if err := os.WriteFile(path, []byte(read(t, path)+"more"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, _, err := openShares([]string{two}, "out"); err == nil || !strings.Contains(err.Error(), "2 of 2 blocks are missing, the first is 0") {
		t.Errorf("a spoilt block is answered with %v", err)
	}
}
