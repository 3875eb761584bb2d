package shelf

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// blocks opens those of a made-up study in a folder, with its lock.
func blocks(t *testing.T, folder, identity string) (*Blocks, *Shelf, error) {
	t.Helper()
	s, err := Open(folder, ask("study"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Abandon() })
	b, err := s.Blocks(identity, "point,run,failed,x", 3)
	return b, s, err
}

// A block that is there is whole: one that is torn, changed or of another place is none.
func TestBlocksAreWholeOrNotThere(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "study")
	b, s, err := blocks(t, folder, "entente 1, study as 7")
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
	if want := "# entente 1, study as 7, block 1 of 3\npoint,run,failed,x\n" + rows + "# crc32 "; !strings.HasPrefix(whole, want) {
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
	if b, _, err = blocks(t, folder, "entente 1, study as 7"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(b.folder, "block-000000.csv.part")); err == nil {
		t.Error("what a killed command left is still there")
	}
}

// Blocks of another study are told and left alone.
func TestBlocksOfAnotherStudyAreLeftAlone(t *testing.T) {
	folder := t.TempDir()
	b, s, err := blocks(t, folder, "entente 1, study as 7")
	if err != nil || b.Write(0, "0,0,,1\n") != nil {
		t.Fatal(err)
	}
	s.Abandon()
	_, s, err = blocks(t, folder, "entente 1, study as 8")
	if err == nil || !strings.Contains(err.Error(), "blocks of another study") || !strings.Contains(err.Error(),
		"there: entente 1, study as 7") {
		t.Errorf("blocks of another study are answered with %v", err)
	}
	s.Abandon()
	if b, _, err := blocks(t, folder, "entente 1, study as 7"); err != nil || b.There() != 1 {
		t.Errorf("afterwards they are gone: %v", err)
	}
}
