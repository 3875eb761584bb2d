package shelf

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// blocks opens those of a made-up study in a folder, with its lock.
func blocks(t *testing.T, folder, study string) (*Blocks, *Shelf, error) {
	t.Helper()
	s, err := Open(folder, ask("study"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Abandon() })
	b, err := s.Blocks(StudyMark{"1", study, "4", "none", "89ab", 3, "point,run,failed,x"})
	return b, s, err
}

// A block that is there is whole: one that is torn, changed or of another place is none.
func TestBlocksAreWholeOrNotThere(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "study")
	b, s, err := blocks(t, folder, "as 7")
	if err != nil {
		t.Fatal(err)
	}
	const rows = "0,0,,1\n1,1,\"a\n# crc32 b\",0\n"
	if err := b.Write(1, rows); err != nil {
		t.Fatal(err)
	}
	if got, ok := b.Read(1); !ok || got != rows || b.There() != 1 {
		t.Errorf("a block comes back as %q, %v", got, ok)
	}
	if _, ok := b.Read(0); ok {
		t.Error("a block is there that nobody wrote")
	}
	whole := read(t, b.path(1))
	if want := "# entente 1, study as 7, seed 4, posterior none, read as 89ab, block 1 of 3\npoint,run,failed,x\n" + rows + "# crc32 "; !strings.HasPrefix(whole, want) {
		t.Errorf("a block is written as\n%s", whole)
	}
	for n := range len(whole) {
		put(t, b.folder, "block-000001.csv", whole[:n])
		if _, ok := b.Read(1); ok {
			t.Errorf("torn after %d of %d bytes it is taken for whole", n, len(whole))
		}
	}
	put(t, b.folder, "block-000001.csv", strings.Replace(whole, "0,0,,1", "0,0,,0", 1))
	if _, ok := b.Read(1); ok {
		t.Error("changed it is taken for whole")
	}
	put(t, b.folder, "block-000002.csv", whole)
	if _, ok := b.Read(2); ok {
		t.Error("the block of another place is taken for this one")
	}
	put(t, b.folder, "block-000000.csv.part", "half")
	s.Abandon()
	if b, _, err = blocks(t, folder, "as 7"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(b.folder, "block-000000.csv.part")); err == nil {
		t.Error("what a killed command left is still there")
	}
}

// Blocks of another study are told and left alone.
func TestBlocksOfAnotherStudyAreLeftAlone(t *testing.T) {
	folder := t.TempDir()
	b, s, err := blocks(t, folder, "as 7")
	if err != nil || b.Write(0, "0,0,,1\n") != nil {
		t.Fatal(err)
	}
	s.Abandon()
	_, s, err = blocks(t, folder, "as 8")
	if err == nil || !strings.Contains(err.Error(), "blocks of another study") || !strings.Contains(err.Error(),
		"study: as 7 there, as 8 here") {
		t.Errorf("blocks of another study are answered with %v", err)
	}
	s.Abandon()
	if b, _, err := blocks(t, folder, "as 7"); err != nil || b.There() != 1 {
		t.Errorf("afterwards they are gone: %v", err)
	}
}

// What study.txt says is read again as it was written, or not taken for any study.
func TestWhoseBlocksAreIsReadAgain(t *testing.T) {
	m := StudyMark{"1", "own of small, 3 points", "4", "200 sets", "89ab", 12, "point,run,failed,x"}
	if got, ok := readMark(m.text()); !ok || got != m {
		t.Errorf("%q is read as %+v", m.text(), got)
	}
	for n := range m.text() {
		if got, ok := readMark(m.text()[:n]); ok {
			t.Errorf("cut after %d bytes it is read as %+v", n, got)
		}
	}
	other := m
	other.Seed, other.Posterior, other.Blocks = "5", "none", 13
	want := "seed: 5 there, 4 here; posterior: none there, 200 sets here; blocks: 13 there, 12 here"
	if got := strings.Join(m.Differs(other), "; "); got != want || len(m.Differs(m)) > 0 {
		t.Errorf("told is %q, want %q", got, want)
	}
}
