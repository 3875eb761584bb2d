package shelf

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What was noted is recalled by the next command that asks the same, and by no other.
func TestLedgerGoesOn(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, ask("one"))
	if err != nil {
		t.Fatal(err)
	}
	for k := range 5 {
		s.Ledger().Note(fmt.Sprint("cell, ", k), `{"a":[1,2],"b":"q""uote"}`)
	}
	if err := s.Abandon(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(dir, ask("one"))
	if err != nil {
		t.Fatal(err)
	}
	if v, ok := again.Ledger().Recall("cell, 3"); !ok || v != `{"a":[1,2],"b":"q""uote"}` || again.Ledger().Len() != 5 {
		t.Errorf("recalls %q of %d lines", v, again.Ledger().Len())
	}
	again.Abandon()
	other, err := Open(dir, ask("two"))
	if err != nil {
		t.Fatal(err)
	}
	if other.Ledger().Len() != 0 {
		t.Error("another question goes on with what is not its own")
	}
	if err := other.Close(Manifest{Version: "test", Command: "entente two"}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, usualLedger)); err == nil {
		t.Error("the ledger of a question that is answered whole is still there")
	}
}

// Cut at any byte, a ledger recalls whole lines only; damaged in its middle it is told with its line.
func TestLedgerCutOrDamaged(t *testing.T) {
	dir := t.TempDir()
	s, _ := Open(dir, ask("one"))
	for k := range 3 {
		s.Ledger().Note(fmt.Sprint(k), fmt.Sprint("value ", k))
	}
	s.Abandon()
	path := filepath.Join(dir, usualLedger)
	whole := read(t, path)
	for cut := len(ledgerMark); cut < len(whole); cut++ {
		os.WriteFile(path, []byte(whole[:cut]), 0o644)
		s, err := Open(dir, ask("one"))
		if err != nil {
			t.Fatalf("cut after %d bytes: %v", cut, err)
		}
		want := max(strings.Count(whole[:cut], "\n")-2, 0)
		if s.Ledger().Len() != want {
			t.Errorf("cut after %d bytes it recalls %d lines, want %d", cut, s.Ledger().Len(), want)
		}
		s.Abandon()
	}
	os.WriteFile(path, []byte(strings.Replace(whole, "value 1", "value 7", 1)), 0o644)
	if _, err := Open(dir, ask("one")); err == nil || !strings.Contains(err.Error(), usualLedger+":4: this line is damaged") {
		t.Errorf("damaged in its middle: %v", err)
	}
}

// A ledger that stays is a file of the result; one of another question is not thrown away.
func TestLedgerThatStays(t *testing.T) {
	dir := t.TempDir()
	q := ask("one")
	q.Ledger = Kept{Name: "trace.csv", About: "one row per trial", Columns: "trial,stage,distance"}
	s, err := Open(dir, q)
	if err != nil {
		t.Fatal(err)
	}
	s.Ledger().Note("0", "best,1.5")
	if err := s.Close(Manifest{Version: "test", Command: "entente one"}); err != nil {
		t.Fatal(err)
	}
	if got := read(t, filepath.Join(dir, "trace.csv")); !strings.Contains(got, "\ntrial,stage,distance,crc32\n0,best,1.5,") {
		t.Errorf("the trace says %q", got)
	}
	if _, err := Read(dir); err != nil {
		t.Error(err)
	}
	s, err = Open(dir, q)
	if err != nil {
		t.Fatal(err)
	}
	if v, _ := s.Ledger().Recall("0"); v != "best,1.5" {
		t.Errorf("recalls %q", v)
	}
	s.Abandon()
	q.Identity = "entente test, other"
	if _, err := Open(dir, q); err == nil || !strings.Contains(err.Error(), "another question") {
		t.Errorf("another calibration in the same folder: %v", err)
	}
	for _, mine := range []string{"a,b\n1,2\n3,4\n", "x", "trial,stage\n", "", "#"} {
		dir := t.TempDir()
		os.WriteFile(filepath.Join(dir, "trace.csv"), []byte(mine), 0o644)
		if _, err := Open(dir, q); err == nil {
			t.Errorf("a file that says %q is taken for a trace", mine)
		}
		if read(t, filepath.Join(dir, "trace.csv")) != mine {
			t.Errorf("a file that said %q was changed", mine)
		}
	}
}

// What was noted is with the operating system at once: a kill loses no line.
func TestLedgerOutlivesItsWriter(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, ask("one"))
	if err != nil {
		t.Fatal(err)
	}
	odd := "a key\nof two lines, named so"
	s.Ledger().Note(odd, "[1,2]")
	s.Ledger().Note("other", "3")
	s.lock.held.Unlock() // as the system does for the dead
	again, err := Open(dir, ask("one"))
	if err != nil {
		t.Fatal(err)
	}
	if v, ok := again.Ledger().Recall(odd); !ok || v != "[1,2]" || again.Ledger().Len() != 2 {
		t.Errorf("recalls %q of %d lines", v, again.Ledger().Len())
	}
	again.Abandon()
}

// A ledger that cannot be written does not cost the answer, if that is whole; where it is needed again the user is told.
func TestLedgerThatCannotBeKept(t *testing.T) {
	for _, c := range []struct {
		cut  string
		told bool
	}{{"", false}, {"interrupted", true}} {
		dir := t.TempDir()
		s, err := Open(dir, ask("entente one"))
		if err != nil {
			t.Fatal(err)
		}
		s.Ledger().Note("0", "kept")
		s.Ledger().file.Close() // as a full disk would, it takes no more
		s.Ledger().Note("1", "lost")
		if v, ok := s.Ledger().Recall("1"); !ok || v != "lost" {
			t.Error("play does not go on")
		}
		err = s.Close(Manifest{Version: "test", Command: "entente one", Cut: c.cut})
		if (err != nil) != c.told {
			t.Errorf("cut %q: told %v", c.cut, err)
		}
		if _, err := Read(dir); err != nil {
			t.Errorf("cut %q: the answer is lost: %v", c.cut, err)
		}
	}
}
