package shelf

import (
	"path/filepath"
	"strings"
	"testing"
)

// Shares join to one folder; what is torn is left out, and what is there already is left as it is.
func TestSharesJoin(t *testing.T) {
	root := t.TempDir()
	var shares []string
	for k, name := range []string{"one", "two"} {
		b, s, err := blocks(t, filepath.Join(root, name), "entente 1, study as 7")
		if err != nil || b.Write(k, "0,0,,1\n") != nil {
			t.Fatal(err)
		}
		shares = append(shares, filepath.Join(root, name))
		s.Abandon()
	}
	put(t, filepath.Join(root, "two", blocksFolder), "block-000002.csv", "# entente 1, study as 7, block 2 of 3\npoint,run,failed,x\n0,0,")
	into, err := Open(filepath.Join(root, "whole"), ask("merge"))
	if err != nil {
		t.Fatal(err)
	}
	defer into.Abandon()
	j, err := into.Join(shares)
	if want := (Joined{"entente 1, study as 7", 2, 3, 2, 1}); err != nil || j != want {
		t.Errorf("two shares join to %+v, %v; want %+v", j, err, want)
	}
	if j, err := into.Join(shares); err != nil || j.Taken != 0 || j.There != 2 {
		t.Errorf("joined again they are %+v, %v", j, err)
	}
	b, err := into.Blocks(j.Study, "point,run,failed,x", 3)
	if err != nil {
		t.Fatal(err)
	}
	for k, want := range []bool{true, true, false} {
		if _, ok := b.Read(k); ok != want {
			t.Errorf("block %d is there: %v, want %v", k, ok, want)
		}
	}
}

// Shares of different studies are refused, and so is a folder that holds none.
func TestSharesOfDifferentStudiesDoNotJoin(t *testing.T) {
	root := t.TempDir()
	for k, name := range []string{"one", "two"} {
		_, s, err := blocks(t, filepath.Join(root, name), "entente 1, study as "+string(rune('7'+k)))
		if err != nil {
			t.Fatal(err)
		}
		s.Abandon()
	}
	into, err := Open(filepath.Join(root, "whole"), ask("merge"))
	if err != nil {
		t.Fatal(err)
	}
	defer into.Abandon()
	_, err = into.Join([]string{filepath.Join(root, "one"), filepath.Join(root, "two")})
	if err == nil || !strings.Contains(err.Error(), "different studies") || !strings.Contains(err.Error(), "study as 8") {
		t.Errorf("shares of two studies are answered with %v", err)
	}
	if _, err := into.Join([]string{root}); err == nil || !strings.Contains(err.Error(), "no share of a study") {
		t.Errorf("a folder without a share is answered with %v", err)
	}
}
